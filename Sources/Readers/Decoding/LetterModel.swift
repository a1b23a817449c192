internal import EventModel
internal import Lexicon

/// How Arabic letters follow each other (the table `letters`), by which Arabic is told from what only looks so.
struct LetterModel: Sendable {
  /// What a character is to the model; letters have numbers from 1.
  enum Class {
    /// No letter: spaces, digits, punctuation, Latin letters of ASCII.
    static let boundary: UInt8 = 0
    /// What stands between Arabic letters only by mistake: accented letters, signs, letters of other languages.
    static let foreign: UInt8 = 37
    /// Not even a character.
    static let gap: UInt8 = 38
    /// The signs ٌ and ٍ, which end a word and are seldom printed; in place of ى and ي they are many.
    static let nunation: UInt8 = 39
    /// What belongs to the letter before: other vowel signs, tatweel.
    static let ignored: UInt8 = 40
  }

  /// How well a text reads.
  struct Reading {
    /// How many Arabic letters were read.
    var letters = 0
    /// What all pairs cost together, in tenths of a bit.
    var cost = 0

    /// Whether it is Arabic: enough letters, and not much dearer than the five bits a letter of newspapers.
    var isArabic: Bool { letters >= 12 && cost < letters * LetterModel.dearest }
  }

  /// The letters after which a text is known well enough.
  static let sample = 1024
  /// The cost a letter from which a text is no Arabic, in tenths of a bit.
  static let dearest = 75

  private static let side = 41
  /// The cost of a pair of classes, in tenths of a bit.
  private let costs: [UInt8]

  /// Compiles the table `letters`.
  ///
  /// - Throws: A diagnostic with file and line for a row that is not understood.
  init(_ rows: [Table.Row]) throws(Diagnostic) {
    var costs = [UInt8](repeating: 140, count: Self.side * Self.side)
    for row in rows {
      guard let first = Self.number(row["letter"]) else {
        throw row.fault("letters-letter", "“\(row["letter"])” is no Arabic letter and not _", in: "letter")
      }
      for pair in row.list("followers") {
        let parts = pair.split(separator: " ")
        guard parts.count == 2, let second = Self.number(String(parts[0])), let cost = UInt8(parts[1]) else {
          throw row.fault(
            "letters-follower", "“\(pair)” is no letter with a number up to 255", in: "followers", at: pair)
        }
        costs[Int(first) * Self.side + Int(second)] = cost
      }
    }
    for (other, cost) in [(Class.foreign, 100), (Class.gap, 200)] as [(UInt8, UInt8)] {
      for number in 0..<Self.side {
        costs[number * Self.side + Int(other)] = cost
        costs[Int(other) * Self.side + number] = cost
      }
    }
    for number in 0..<Self.side {
      costs[number * Self.side + Int(Class.nunation)] = number > 0 && number < Class.foreign ? 50 : 120
      costs[Int(Class.nunation) * Self.side + number] = number == 0 ? 0 : 120
    }
    costs[0] = 0
    self.costs = costs
  }

  private static func number(_ cell: String) -> UInt8? {
    if cell == "_" { return Class.boundary }
    guard let scalar = cell.unicodeScalars.first, cell.unicodeScalars.count == 1 else { return nil }
    let number = number(of: scalar.value)
    return (1..<Class.foreign).contains(number) ? number : nil
  }

  /// The class of a code point: one of ``Class`` or the number of a letter.
  static func number(of point: UInt32) -> UInt8 {
    switch point {
    case 0x0621...0x063A: UInt8(point - 0x0620)
    case 0x0641...0x064A: UInt8(point - 0x0641 + 27)
    case 0x064C, 0x064D: Class.nunation
    case 0x0640, 0x064B...0x0652, 0x200C...0x200F, 0xAD: Class.ignored
    case 0..<0x80, 0xA0, 0xAB, 0xB7, 0xBB, 0x060C, 0x061B, 0x061F, 0x2010...0x2027: Class.boundary
    case 0xFFFD: Class.gap
    default: Class.foreign
    }
  }

  /// Reads bytes by a code page's classes, up to ``sample`` letters.
  func read(_ bytes: [UInt8], by page: CodePage) -> Reading {
    let classes = page.classes
    var reading = Reading()
    var previous = Class.boundary
    bytes.withUnsafeBufferPointer { bytes in
      classes.withUnsafeBufferPointer { classes in
        costs.withUnsafeBufferPointer { costs in
          for byte in bytes {
            let current = classes[Int(byte)]
            // Most of a page is ASCII.
            if current | previous == 0 || current == Class.ignored { continue }
            reading.cost += Int(costs[Int(previous) * Self.side + Int(current)])
            if current &- 1 < Class.foreign - 1 {
              reading.letters += 1
              if reading.letters == Self.sample { return }
            }
            previous = current
          }
        }
      }
    }
    return reading
  }
}
