/// Tells quickly, eight bytes at a time, that a text has no sign of wrong decoding, as nearly every text has none.
enum MojibakeSign {
  /// Whether a text in UTF-8 is worth a closer look: it has U+FFFD, more than a few accented letters, or more than a few
  /// of the characters as which the first bytes of Arabic letters are misread, before what is no Arabic letter either.
  static func isFound(in text: UnsafeRawBufferPointer) -> Bool {
    var signs = 0
    var start = 0
    while start + 9 <= text.count {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      let next = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: start + 1, as: UInt64.self))
      // Leads of U+00C0 to U+05FF, of U+F000 to U+FFFF, and ط and ظ.
      var found = leads(word) | equal(word, 0xEF) | equal(word, 0xD8) & (equal(next, 0xB7) | equal(next, 0xB8))
      while found != 0 {
        signs += weight(of: text, at: start + found.trailingZeroBitCount / 8)
        found &= found - 1
      }
      if signs >= enough { return true }
      start += 8
    }
    while start < text.count {
      signs += weight(of: text, at: start)
      start += 1
    }
    return signs >= enough
  }

  private static let enough = 16

  /// What the character at an offset weighs.
  private static func weight(of text: UnsafeRawBufferPointer, at index: Int) -> Int {
    func byte(_ distance: Int) -> UInt8 {
      index + distance < text.count ? text[index + distance] : 0
    }
    func isOdd(_ byte: UInt8) -> Bool { byte >= 0x80 && byte & 0xFE != 0xD8 }
    switch byte(0) {
    case 0xEF: return byte(1) == 0xBF && byte(2) == 0xBD ? enough : 0
    case 0xD8: return byte(1) == 0xB7 || byte(1) == 0xB8 ? (isOdd(byte(2)) ? 4 : 0) : 0
    case 0xD0: return byte(1) & 0xFE == 0xA8 && isOdd(byte(2)) ? 4 : 0
    case 0xC5: return byte(1) == 0xB8 && isOdd(byte(2)) ? 4 : 0
    case 0xC3: return (byte(1) & 0xFE == 0x98 || byte(1) == 0xBF) && isOdd(byte(2)) ? 4 : 1
    default: return 0
    }
  }

  /// The highest bit of each byte that is a value.
  @inline(__always)
  private static func equal(_ word: UInt64, _ value: UInt8) -> UInt64 {
    let difference = word ^ (UInt64(value) &* 0x0101_0101_0101_0101)
    let low = difference & 0x7F7F_7F7F_7F7F_7F7F &+ 0x7F7F_7F7F_7F7F_7F7F
    return ~(low | difference | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// The highest bit of each byte from 0xC3 to 0xD7.
  @inline(__always)
  private static func leads(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromFirst = low &+ 0x3D3D_3D3D_3D3D_3D3D
    let beyondLast = low &+ 0x2828_2828_2828_2828
    return word & fromFirst & ~beyondLast & 0x8080_8080_8080_8080
  }
}
