import ArabicText
import BundledTables
import EventModel
import Lexicon

@testable import Normalizer

/// The tables, compiled once.
struct TimeFixture: Sendable {
  let lexicon: Lexicon
  let tagger: TimeTagger
  let tokenizer: Tokenizer

  /// The fixture of all tests.
  static func shared() throws -> TimeFixture { try made.get() }

  private static let made = Result { try TimeFixture() }

  private init() throws {
    lexicon = try Lexicon.bundled()
    var vocabulary = Vocabulary()
    tagger = try TimeTagger(lexicon: lexicon, vocabulary: &vocabulary)
    tokenizer = Tokenizer(vocabulary: vocabulary)
  }

  func tokenize(_ text: String) -> TokenizedText {
    let source = SourceText(text)
    return tokenizer.tokenize(source, blocks: [.init(kind: .paragraph, range: 0..<source.bytes.count)])
  }

  func resolve(_ text: String, published: String?) -> [ResolvedTime] {
    let tokens = tokenize(text)
    return TimeResolver(tagger)
      .resolve(tagger.tag(tokens), in: tokens, published: published.flatMap { EDTFDate($0) })
  }

  /// The dates of the expressions that overlap a part of a text, whole expressions and their cores.
  func dates(of part: String, in text: String, published: String?) -> [String] {
    let source = Array(text.utf8)
    let wanted = Array(part.utf8)
    guard let start = (0...max(0, source.count - wanted.count)).first(where: { source[$0...].starts(with: wanted) })
    else { return ["the text lacks it"] }
    let range = start..<start + wanted.count
    return resolve(text, published: published).compactMap { time in
      if time.mention.core == range { return time.core?.description ?? "-" }
      return time.mention.bytes.overlaps(range) ? time.date?.description ?? "-" : nil
    }
  }
}
