/// An image as text, because that is what can be embedded in a program without loss: each character stands for six bits.
///
/// It is read a part at a time, so that no second copy of an image is held.
package struct ImageDigits {
  /// The characters `0` to `o`, eight for six bytes.
  private static let first: UInt8 = 0x30

  /// The digits that were not read.
  private var rest: UnsafeRawBufferPointer
  /// How many bytes they stand for.
  private(set) var count = 0

  /// The digits of a text.
  init(_ text: StaticString) {
    // The text of a program stays where it is.
    self.init(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The digits in memory that is there for as long as they are read.
  init(_ digits: UnsafeRawBufferPointer) {
    rest = digits
    guard let start = rest.baseAddress else { return }
    count = Int(Self.word(start))
    rest = UnsafeRawBufferPointer(rebasing: rest[8...])
  }

  /// Reads as many of the next bytes as fit and returns their number.
  ///
  /// A word of eight bytes is stored for each six, so that up to seven bytes of the buffer stay free before the end of the text is reached.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard var target = buffer.baseAddress, var source = rest.baseAddress, count > 0, buffer.count >= 8 else { return 0 }
    let words = min((buffer.count - 2) / 6, (count + 5) / 6)
    let end = source + words * 8
    while source < end {
      target.storeBytes(of: Self.word(source).littleEndian, as: UInt64.self)
      source += 8
      target += 6
    }
    let bytes = min(words * 6, count)
    count -= bytes
    rest = UnsafeRawBufferPointer(rebasing: rest[(words * 8)...])
    return bytes
  }

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
