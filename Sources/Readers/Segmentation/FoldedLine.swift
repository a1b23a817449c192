/// A line reduced to what matters for look-up: its words in a folded spelling, without punctuation.
///
/// Vowel signs, tatweel and invisible marks are dropped; أ إ آ ٱ become ا, ى and Persian ی become ي, ة becomes ه, ک
/// becomes ك; Latin letters become small; a run of digits becomes the word `#`. A change between Arabic, Latin and
/// digits begins a new word, as widgets are often glued to their neighbours.
struct FoldedLine {
  /// The words, joined by single spaces.
  private(set) var bytes: [UInt8] = []
  /// Where the words stand in ``bytes``.
  private(set) var words: [Range<Int>] = []
  /// A number for each word: its digits' value, or nil for a word of letters or of more than nine digits.
  private(set) var numbers: [Int?] = []
  /// A hash of each word.
  private(set) var hashes: [UInt64] = []
  /// A hash of the line in which, unlike in ``bytes``, numbers still differ.
  private(set) var key: UInt64 = FoldedLine.seed

  private var script = Script.none
  private var number: Int?
  /// Where the word begins that is being folded, and its hash so far.
  private var wordStart = 0
  private var wordHash = FoldedLine.seed

  private enum Script {
    case none, arabic, latin, digit, other
  }

  private static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The number of words.
  var count: Int { words.count }

  /// Makes an empty line.
  init() {}

  /// Folds some text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { fold(0..<$0.count, of: $0) }
  }

  /// Replaces what the line holds by some valid UTF-8.
  mutating func fold(_ text: UnsafeBufferPointer<UInt8>) { fold(0..<text.count, of: text) }

  /// Replaces what the line holds by a range of valid UTF-8.
  mutating func fold(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    key = Self.seed
    script = .none
    number = nil
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      switch byte {
      case 0x00..<0x80:
        ascii(byte)
        index += 1
      case 0xC2:
        endWord()
        index += 2
      case 0xD8...0xDB:
        arabic(UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F))
        index += 2
      case 0xE2...0xE3:
        if Blank.length(text, at: index) == 0 || !Self.isInvisible(text, at: index) { endWord() }
        index += 3
      default:
        let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        // The byte order mark leaves no mark inside a word either.
        if byte != 0xEF || Blank.length(text, at: index) == 0 {
          for offset in 0..<length { append(text[index + offset], .other) }
        }
        index += length
      }
    }
    endWord()
  }

  /// Zero-width characters and direction marks, which may stand inside a word.
  private static func isInvisible(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard text[index] == 0xE2 else { return false }
    let third = text[index + 2]
    return text[index + 1] == 0x80
      ? (0x8B...0x8F).contains(third) || (0xAA...0xAE).contains(third)
      : text[index + 1] == 0x81 && (0xA0...0xAF).contains(third)
  }

  @inline(__always)
  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39: digit(Int(byte - 0x30))
    case 0x61...0x7A: append(byte, .latin)
    case 0x41...0x5A: append(byte + 0x20, .latin)
    default: endWord()
    }
  }

  @inline(__always)
  private mutating func arabic(_ scalar: UInt32) {
    // Nearly all letters stay as they are.
    if scalar &- 0x62A <= 0x10 || scalar &- 0x641 <= 7 || scalar == 0x627 {
      append(UInt8(0xC0 | scalar >> 6), .arabic)
      append(UInt8(0x80 | scalar & 0x3F), .arabic)
      return
    }
    switch scalar {
    case 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: return
    case 0x600...0x60F, 0x61B...0x61F, 0x66A...0x66D, 0x6D4: endWord()
    case 0x660...0x669: digit(Int(scalar - 0x660))
    case 0x6F0...0x6F9: digit(Int(scalar - 0x6F0))
    default:
      let folded = Self.letter(scalar)
      append(UInt8(0xC0 | folded >> 6), .arabic)
      append(UInt8(0x80 | folded & 0x3F), .arabic)
    }
  }

  @inline(__always)
  private static func letter(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x622, 0x623, 0x625, 0x671: 0x627
    case 0x649, 0x6CC: 0x64A
    case 0x629: 0x647
    case 0x6A9: 0x643
    default: scalar
    }
  }

  @inline(__always)
  private mutating func digit(_ value: Int) {
    if script != .digit {
      append(UInt8(ascii: "#"), .digit)
      number = value
    } else {
      number = number.flatMap { $0 < 100_000_000 ? $0 * 10 + value : nil }
    }
    key = Self.mix(key, UInt8(value + 1))
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, _ next: Script) {
    if script != next {
      endWord()
      if !words.isEmpty {
        bytes.append(0x20)
        key = Self.mix(key, 0x20)
      }
      wordStart = bytes.count
      wordHash = Self.seed
      script = next
    }
    bytes.append(byte)
    key = Self.mix(key, byte)
    wordHash = Self.mix(wordHash, byte)
  }

  @inline(__always)
  private mutating func endWord() {
    guard script != .none else { return }
    words.append(wordStart..<bytes.count)
    hashes.append(wordHash)
    numbers.append(number)
    number = nil
    script = .none
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
