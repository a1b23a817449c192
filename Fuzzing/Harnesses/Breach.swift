/// A law that an input broke.
package struct Breach: Error, Hashable, CustomStringConvertible {
  /// The law, as a sentence that was true of every input until this one.
  package var law: String
  /// What was found instead; may be empty.
  package var found: String

  init(_ law: String, _ found: String = "") {
    self.law = law
    self.found = found
  }

  /// The law and what was found.
  package var description: String { found.isEmpty ? law : law + ": " + found }
}

/// Holds a law.
///
/// - Throws: That it is broken.
func hold(_ isTrue: Bool, _ law: @autoclosure () -> String, _ found: @autoclosure () -> String = "") throws(Breach) {
  if !isTrue { throw Breach(law(), found()) }
}
