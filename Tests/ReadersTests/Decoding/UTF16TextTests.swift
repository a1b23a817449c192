import Testing

@testable import Readers

@Suite struct UTF16TextTests {
  @Test(arguments: [true, false])
  func `Code points of every length come back`(bigEndian: Bool) throws {
    let text = "a\u{7F}\u{80}ش\r\n\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}😀\u{10FFFF}"
    let bytes = bytes(text, in: bigEndian ? .utf16BigEndian : .utf16LittleEndian)
    #expect(try UTF16Text.decode(bytes, from: 0, bigEndian: bigEndian) == Array(text.utf8))
    #expect(try UTF16Text.decode([1, 2] + bytes, from: 2, bigEndian: bigEndian) == Array(text.utf8))
  }

  @Test(
    arguments: [
      ([0x06, 0x27, 0xD8, 0x00, 0x06, 0x27], 2), ([0xD8, 0x00], 0), ([0x00, 0x20, 0xDC, 0x00], 2),
      ([0x06, 0x27, 0x06], 2), ([0xD8, 0x3D, 0xDE], 0), ([0x06], 0), ([0xDC, 0x00, 0x06], 0),
    ] as [([UInt8], Int)])
  func `A lone surrogate and a single byte at the end are named`(bytes: [UInt8], offset: Int) {
    let fault = #expect(throws: UndecodableByte.self) { try UTF16Text.decode(bytes, from: 0, bigEndian: true) }
    #expect(fault?.offset == offset)
  }
}
