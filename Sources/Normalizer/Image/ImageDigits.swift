/// An image as text, because that is what can be embedded in a program without loss: each character stands for six bits.
package enum ImageDigits {
  /// The characters `0` to `o`, eight for six bytes.
  private static let first: UInt8 = 0x30

  /// The text of some bytes, whose number stands before it in eight digits of its own.
  package static func text(of bytes: [UInt8]) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(bytes.count / 3 * 4 + 24)
    append(UInt64(bytes.count), to: &digits)
    for start in stride(from: 0, to: bytes.count, by: 6) {
      var word: UInt64 = 0
      for index in start..<min(start + 6, bytes.count) { word |= UInt64(bytes[index]) << UInt64((index - start) * 8) }
      append(word, to: &digits)
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the eight digits of the lower 48 bits.
  private static func append(_ word: UInt64, to digits: inout [UInt8]) {
    for place in 0..<8 { digits.append(first + UInt8(truncatingIfNeeded: word >> UInt64(place * 6)) & 0x3F) }
  }

  /// The bytes of a text.
  static func bytes(of text: StaticString) -> [UInt8] {
    text.withUTF8Buffer { bytes(of: UnsafeRawBufferPointer($0)) }
  }

  /// The bytes of the digits of a text.
  static func bytes(of digits: UnsafeRawBufferPointer) -> [UInt8] {
    guard let start = digits.baseAddress else { return [] }
    let count = Int(word(start))
    // A word of eight bytes is stored for each six.
    return Array(unsafeUninitializedCapacity: count + 8) { bytes, initialized in
      initialized = count
      guard var target = bytes.baseAddress.map(UnsafeMutableRawPointer.init) else { return }
      var source = start + 8
      let end = target + count
      while target < end {
        target.storeBytes(of: word(source).littleEndian, as: UInt64.self)
        source += 8
        target += 6
      }
    }
  }

  /// The 48 bits of eight digits.
  @inline(__always)
  private static func word(_ digits: UnsafeRawPointer) -> UInt64 {
    let loaded = UInt64(littleEndian: digits.loadUnaligned(as: UInt64.self))
    let sixes = loaded &- 0x3030_3030_3030_3030
    // Each step closes the gaps between neighbours: of two, of four and of eight bits.
    let twelves = sixes & 0x003F_003F_003F_003F | sixes >> 2 & 0x0FC0_0FC0_0FC0_0FC0
    let halves = twelves & 0x0000_0FFF_0000_0FFF | twelves >> 4 & 0x00FF_F000_00FF_F000
    return halves & 0xFF_FFFF | halves >> 8 & 0xFFFF_FF00_0000
  }
}
