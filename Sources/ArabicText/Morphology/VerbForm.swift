/// What an inflected form of a verb, as it is written without vowels, tells of itself.
@frozen
package struct VerbForm: Sendable, Hashable {
  /// The tense and mood that the letters show.
  @frozen
  package enum Tense: UInt8, Sendable {
    case perfect
    /// Indicative, or a mood that is written like it.
    case imperfect
    /// Jussive or subjunctive, where the letters differ from the indicative.
    case dependent
  }

  /// Grammatical number.
  @frozen
  package enum Number: UInt8, Sendable {
    case singular, dual, plural
  }

  /// Bits 0–1 tense, 2–3 number, 4 first person, 5 feminine, 6 passive.
  @usableFromInline let bits: UInt8

  init(tense: Tense, person: UInt8 = 3, isFeminine: Bool = false, number: Number = .singular, isPassive: Bool = false) {
    bits =
      tense.rawValue | number.rawValue << 2 | (person == 1 ? 0x10 : 0) | (isFeminine ? 0x20 : 0)
      | (isPassive ? 0x40 : 0)
  }

  /// Tense and mood.
  @inlinable package var tense: Tense { bits & 3 == 0 ? .perfect : bits & 3 == 1 ? .imperfect : .dependent }
  /// 1 or 3; second persons do not occur in news prose.
  @inlinable package var person: UInt8 { bits & 0x10 == 0 ? 3 : 1 }
  /// Whether it agrees with feminine subjects only.
  @inlinable package var isFeminine: Bool { bits & 0x20 != 0 }
  /// The number of its subject, where it stands after the subject.
  @inlinable package var number: Number { bits & 12 == 0 ? .singular : bits & 12 == 4 ? .dual : .plural }
  /// Whether its letters can only be passive.
  @inlinable package var isPassive: Bool { bits & 0x40 != 0 }
}
