/// The images of the compiled tables, two of about one size, so that they are read at the same time.
package struct TableImages<Image: Sendable>: Sendable {
  /// The tables of actors.
  package let actors: Image
  /// All others.
  package let grammar: Image

  package init(actors: Image, grammar: Image) {
    self.actors = actors
    self.grammar = grammar
  }
}

extension TableImages: Equatable where Image: Equatable {}
