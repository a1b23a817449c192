/// An inflected form of a verb, as it is written without vowels.
package struct VerbForm: Sendable, Hashable {
  /// The tense and mood that the letters show.
  package enum Tense: UInt8, Sendable {
    case perfect
    /// Indicative, or a mood that is written like it.
    case imperfect
    /// Jussive or subjunctive, where the letters differ from the indicative.
    case dependent
  }

  /// Grammatical number.
  package enum Number: UInt8, Sendable {
    case singular, dual, plural
  }

  /// The letters.
  package var letters: String
  /// Tense and mood.
  package var tense: Tense
  /// 1 or 3; second persons do not occur in news prose.
  package var person: UInt8
  /// Whether it agrees with feminine subjects only.
  package var isFeminine: Bool
  /// The number of its subject, where it stands after the subject.
  package var number: Number
  /// Whether its letters can only be passive.
  package var isPassive: Bool
}
