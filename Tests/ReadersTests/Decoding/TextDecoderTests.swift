import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Readers

@Suite struct TextDecoderTests {
  @Test(arguments: arabicSentences, TextEncoding.allCases)
  func `A sentence shows its encoding`(sentence: String, encoding: TextEncoding) throws {
    let raw = bytes(sentence, in: encoding)
    let text = try textDecoder().decode(raw)
    #expect(text.encoding == encoding)
    #expect(text.basis == .detected)
    let kept = encoding == .iso8859Part6 ? sentence.filter { !"«»…".contains($0) } : sentence
    #expect(String(decoding: text.bytes, as: UTF8.self) == kept)
  }

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian])
  func `A byte order mark tells the encoding and is no part of the text`(encoding: TextEncoding) throws {
    let text = try textDecoder().decode(encoding.byteOrderMark + bytes("x\r\n", in: encoding), declared: ["cp1256"])
    #expect(text.encoding == encoding)
    #expect(text.basis == .byteOrderMark)
    #expect(text.bytes == Array("x\r\n".utf8))
  }

  /// What a text is in, what it is declared to be, and why it was taken for what it is in.
  @Test(
    arguments: [
      (.utf8, "UTF-8", .declared), (.utf8, "windows-1256", .detected), (.utf8, "utf-16", .detected),
      (.windows1256, "cp1256", .declared), (.windows1256, "utf-8", .detected), (.windows1256, "arabic", .detected),
      (.windows1256, "latin1", .detected), (.windows1256, "windows-1251", .detected),
      (.iso8859Part6, "ASMO-708", .declared), (.iso8859Part6, "windows-1256", .detected),
      (.utf16LittleEndian, "utf-16", .declared), (.utf16BigEndian, "utf-16", .detected),
      (.utf16BigEndian, "utf-8", .detected),
    ] as [(TextEncoding, String, DocumentInfo.EncodingBasis)])
  func `Evidence is stronger than a declaration`(
    encoding: TextEncoding, label: String, basis: DocumentInfo.EncodingBasis
  ) throws {
    for sentence in arabicSentences {
      let text = try textDecoder().decode(bytes(sentence, in: encoding), declared: ["iso-8859-1", label, "utf-8"])
      #expect(text.encoding == encoding)
      #expect(text.basis == basis)
    }
  }

  @Test func `What is too short to show its encoding is what it is declared to be`() throws {
    let word = bytes("شمس", in: .windows1256)
    #expect(#expect(throws: DecodingFault.self) { try textDecoder().decode(word) }?.id == "encoding-unknown")
    let text = try textDecoder().decode(word, declared: ["windows-1256"])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "شمس")
    #expect(text.basis == .declared)
    #expect(try textDecoder().decode(Array("sun".utf8), declared: ["windows-1256"]).encoding == .windows1256)
    #expect(try textDecoder().decode(Array("sun".utf8)).encoding == .utf8)
  }

  @Test func `The user's word is stronger than all else`() throws {
    let raw = bytes(arabicSentences[0], in: .windows1256)
    let text = try textDecoder(option: .windows1256).decode(raw, declared: ["utf-8"])
    #expect(text.basis == .option)
    #expect(String(decoding: text.bytes, as: UTF8.self) == arabicSentences[0])
    let fault = #expect(throws: DecodingFault.self) { try textDecoder(option: .utf8).decode(raw) }
    #expect(fault?.id == "invalid-utf8")
    #expect(fault?.offset == 0)
    let marked = try textDecoder(option: .utf8).decode([0xEF, 0xBB, 0xBF, 0x61])
    #expect(marked.bytes == [0x61])
    #expect(marked.basis == .option)
    let ordered = try textDecoder(option: .utf16LittleEndian).decode([0xFE, 0xFF, 0x06, 0x27])
    #expect(String(decoding: ordered.bytes, as: UTF8.self) == "ا")
  }

  @Test func `A file that is not in the encoding that the user names for all is refused`() throws {
    let named = try DocumentReader(lexicon: Lexicon.bundled(), encoding: .windows1256)
    let fault = #expect(throws: Diagnostic.self) {
      try named.read(RawRecord(path: "a.txt", bytes: Array(arabicSentences[0].utf8), mediaType: .plainText))
    }
    #expect(fault?.id == "mojibake")
    #expect(fault?.byte == 0)
  }

  @Test func `UTF-16 without Arabic is believed where it is declared`() throws {
    let raw = bytes("sun", in: .utf16BigEndian)
    #expect(try textDecoder().decode(raw, declared: ["utf-16be"]).bytes == Array("sun".utf8))
    #expect(try textDecoder().decode(Array("sun".utf8), declared: ["utf-16be"]).encoding == .utf8)
  }

  @Test func `The word of the container is stronger than that of the text`() throws {
    let record = RawRecord(
      path: "a.txt", bytes: bytes("شمس", in: .windows1256), mediaType: .plainText, charset: "Windows-1256")
    let text = try TextCheck(record: record).decoded(by: textDecoder(), declared: ["iso-8859-6"])
    #expect(text.encoding == .windows1256)
    #expect(text.basis == .declared)
  }

  /// Russian in windows-1251, Hebrew in windows-1255, German in windows-1252.
  @Test(
    arguments: [
      "Президент заявил что переговоры продолжаются и поблагодарил коллег".unicodeScalars.map {
        $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x0410 + 0xC0)
      },
      "ראש הממשלה אמר היום כי המגעים בין הצדדים נמשכים".unicodeScalars.map {
        $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x05D0 + 0xE0)
      },
      "Während der Gespräche über Öl hieß es, Süßwasser fehle größtenteils".unicodeScalars.map { UInt8($0.value) },
    ])
  func `What is no Arabic in any encoding is refused`(bytes: [UInt8]) throws {
    let fault = #expect(throws: DecodingFault.self) { try textDecoder().decode(bytes) }
    #expect(fault?.id == "encoding-unknown")
    #expect(fault?.offset == bytes.firstIndex { $0 >= 0x80 })
  }

  @Test(arguments: [nil, "utf-8"])
  func `UTF-8 with a fault is not taken for a code page`(label: String?) throws {
    let raw = Array(arabicSentences[1].utf8)
    let decoder = try textDecoder()
    for index in raw.indices where raw[index] >= 0xC0 {
      var cut = raw
      cut.remove(at: index)
      let fault = #expect(throws: DecodingFault.self) {
        try decoder.decode(cut, declared: label.map { [$0] } ?? [])
      }
      #expect(fault?.id == "invalid-utf8")
      #expect(fault?.offset == index)
    }
  }
}

@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      ("UTF8", .utf8), (" utf-8\n", .utf8), ("x-cp1256", .windows1256), ("ISO_8859-6:1987", .iso8859Part6),
      ("ECMA-114", .iso8859Part6), ("Arabic", .iso8859Part6), ("unicode", .utf16LittleEndian),
      ("unicodeFFFE", .utf16BigEndian), ("windows-1252", nil), ("us-ascii", nil), ("", nil), ("utf 8", nil),
    ] as [(String, TextEncoding?)])
  func `A label means an encoding`(label: String, encoding: TextEncoding?) {
    #expect(TextEncoding(label: label) == encoding)
  }
}
