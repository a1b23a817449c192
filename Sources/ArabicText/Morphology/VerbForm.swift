// Public, though no other package sees this module: the compiler inlines into other modules only what is public, and the
// hot loops of the steps ask these for every word.

/// What an inflected form of a verb, as it is written without vowels, tells of itself.
@frozen
public struct VerbForm: Sendable, Hashable {
  /// The tense and mood that the letters show.
  @frozen
  public enum Tense: UInt8, Sendable {
    case perfect
    /// Indicative, or a mood that is written like it.
    case imperfect
    /// Jussive or subjunctive, where the letters differ from the indicative.
    case dependent
  }

  /// Grammatical number.
  @frozen
  public enum Number: UInt8, Sendable {
    case singular, dual, plural
  }

  /// Bits 0–1 tense, 2–3 number, 4 first person, 5 feminine, 6 passive.
  public let bits: UInt8

  init(tense: Tense, person: UInt8 = 3, isFeminine: Bool = false, number: Number = .singular, isPassive: Bool = false) {
    bits =
      tense.rawValue | number.rawValue << 2 | (person == 1 ? 0x10 : 0) | (isFeminine ? 0x20 : 0)
      | (isPassive ? 0x40 : 0)
  }

  /// Wraps bits.
  package init(bits: UInt8) { self.bits = bits }

  /// Tense and mood.
  @inlinable public var tense: Tense { bits & 3 == 0 ? .perfect : bits & 3 == 1 ? .imperfect : .dependent }
  /// 1 or 3; second persons do not occur in news prose.
  @inlinable public var person: UInt8 { bits & 0x10 == 0 ? 3 : 1 }
  /// Whether it agrees with feminine subjects only.
  @inlinable public var isFeminine: Bool { bits & 0x20 != 0 }
  /// The number of its subject, where it stands after the subject.
  @inlinable public var number: Number { bits & 12 == 0 ? .singular : bits & 12 == 4 ? .dual : .plural }
  /// Whether its letters can only be passive.
  @inlinable public var isPassive: Bool { bits & 0x40 != 0 }
}
