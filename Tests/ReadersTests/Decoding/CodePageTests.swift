import Testing

@testable import Readers

@Suite struct CodePageTests {
  /// Bytes 0x80 to 0xFF as the standards print them, a line each sixteen; a full stop where there is no character, and
  /// letters of ASCII for what cannot be seen.
  private static let windows = """
    €پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈ
    گ‘’“”•–—ک™ڑ›œnjں
    s،¢£¤¥¦§¨©ھ«¬h®¯
    °±²³´µ¶·¸¹؛»¼½¾؟
    ہءآأؤإئابةتثجحخد
    ذرزسشصض×طظعغـفقك
    àلâمنهوçèéêëىيîï
    FDKfôdk÷SùWûülrے
    """
  private static let iso = """
    ................
    ................
    s...¤.......،h..
    ...........؛...؟
    .ءآأؤإئابةتثجحخد
    ذرزسشصضطظعغ.....
    ـفقكلمنهوىيFDKfd
    kSW.............
    """
  /// ZWNJ, ZWJ, no-break space, soft hyphen, the signs for an and un and in, a, u, i, double, none; LRM, RLM.
  private static let unseen: [Character: UInt16] = [
    "n": 0x200C, "j": 0x200D, "s": 0xA0, "h": 0xAD, "F": 0x64B, "D": 0x64C, "K": 0x64D, "f": 0x64E, "d": 0x64F,
    "k": 0x650, "S": 0x651, "W": 0x652, "l": 0x200E, "r": 0x200F, ".": 0xFFFD,
  ]

  private func points(_ table: String) -> [UInt16] {
    table.unicodeScalars.filter { $0 != "\n" }.map { Self.unseen[Character($0)] ?? UInt16($0.value) }
  }

  @Test func `Every byte of windows-1256 is the character of the standard`() throws {
    let points = points(Self.windows)
    #expect(points.count == 128)
    let text = String(decoding: (0..<0x80).map { UInt16($0) } + points, as: UTF16.self)
    #expect(try CodePage.windows1256.decode(Array(0...255)) == Array(text.utf8))
  }

  @Test func `Every byte of ISO-8859-6 is the character of the standard or none`() throws {
    // The standard has control characters from 0x80.
    let points = (0x80..<0xA0).map { UInt16($0) } + points(Self.iso)[32...]
    #expect(points.count == 128)
    for byte in UInt8.min...UInt8.max {
      let point = byte < 0x80 ? UInt16(byte) : points[Int(byte) - 0x80]
      let bytes = [0x61, byte, 0x62]
      if point == 0xFFFD {
        #expect(throws: UndecodableByte.self) { try CodePage.iso8859Part6.decode(bytes) }
      } else {
        let text = String(decoding: [0x61, point, 0x62], as: UTF16.self)
        #expect(try CodePage.iso8859Part6.decode(bytes) == Array(text.utf8), "\(byte)")
      }
    }
  }

  @Test func `Nothing but the encoding changes`() throws {
    let text = "\r\nأ\r\n\n\tب\u{200F}ـَ\r"
    #expect(try CodePage.windows1256.decode(CodePage.windows1256.bytes(text)) == Array(text.utf8))
    #expect(try CodePage.windows1256.decode([]) == [])
  }

  @Test func `The first byte without a character is named`() throws {
    let fault = #expect(throws: UndecodableByte.self) { try CodePage.iso8859Part6.decode([0xC7, 0x20, 0xDD, 0xFF]) }
    #expect(fault?.offset == 2)
  }
}
