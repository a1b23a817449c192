import EventModel
import Lexicon
import Testing

@testable import Readers

@Suite struct MojibakeTests {
  private func find(_ text: String) throws -> Mojibake.Finding? {
    try Mojibake(letters: textDecoder().letters).find(in: Array(text.utf8))
  }

  private func latin(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private func windows(_ bytes: [UInt8]) throws -> String {
    String(decoding: try CodePage.windows1256.decode(bytes), as: UTF8.self)
  }

  @Test(arguments: arabicSentences)
  func `A sentence that was decoded wrongly and stored is found`(sentence: String) throws {
    let utf8 = Array(sentence.utf8)
    let misread = [
      (latin(utf8), "windows-1252"), (try windows(utf8), "windows-1256"),
      (latin(bytes(sentence, in: .windows1256)), "windows-1252"),
      (latin(bytes(sentence, in: .iso8859Part6)), "windows-1252"),
      (try windows(bytes(sentence + sentence + sentence, in: .iso8859Part6)), "iso-8859-6 that was decoded as windows"),
    ]
    for (text, name) in misread {
      let finding = try #require(try find(text), "\(text)")
      #expect(finding.reason.contains(name))
    }
    #expect(try find(sentence) == nil)
  }

  @Test(arguments: ["Ø§Ù„Ø±Ø¦ÙŠØ³", "ط§ظ„ط±ط¦ظٹط³", "Ш§Щ„Ш±Ш¦ЩЉШі", "ÿßŸÑÿ±ÿ¶Ÿäÿ≥"])
  func `A word is found where there is nothing else, and left in a good text`(word: String) throws {
    #expect(try find("a \(word)")?.offset == 2)
    let good = String(repeating: arabicSentences[0] + " ", count: 10)
    #expect(try find(good + word) == nil)
    let sentence = [String](repeating: word, count: 5).joined(separator: " ")
    #expect(try find(good + sentence)?.offset == good.utf8.count)
  }

  @Test(arguments: [
    "Le président a déjà été reçu à l'Élysée, où il a évoqué la sécurité européenne après une journée agitée à Genève.",
    "Während der Gespräche über Öl hieß es, Süßwasser fehle größtenteils; mögliche Lösungen würden später geprüft.",
    "Cumhurbaşkanı görüşmelerin sürdüğünü söyledi; çok önemli açıklamalar yaptı, üç bölümlü gündem öngörülüyor.",
    "حظ، غلظ؛ «وسط» …شرط… ضغط؟ «لفظ»، نفط: لغط. أوسط…، بلاط؛",
    "رئیس جمهور گفت که مذاکرات میان دو کشور ادامه دارد و گزارش‌ها درباره پایان آن درست نیست.",
  ])
  func `Good texts in other languages are left alone`(text: String) throws {
    #expect(try find(text) == nil)
    #expect(try find(String(repeating: text, count: 20)) == nil)
  }

  @Test func `A lost character is borne in a thousand, not in fewer`() throws {
    let text = String(repeating: "ab ش", count: 250) + "\u{FFFD}"
    #expect(try find(text) == nil)
    #expect(try find(String(text.dropFirst(2)))?.offset == 1248)
  }

  /// Line 2 begins behind 19 bytes of UTF-8 and 22 of UTF-16; the mark is part of line 1.
  @Test(
    arguments: [
      (.utf8, [], 2, 3, 21), (.utf8, [0xEF, 0xBB, 0xBF], 2, 3, 24), (.utf16LittleEndian, [0xFF, 0xFE], 2, 5, 28),
      (.utf16BigEndian, [0xFE, 0xFF], 2, 5, 28), (.utf16LittleEndian, [], 2, 5, 26),
    ] as [(TextEncoding, [UInt8], Int, Int, Int)])
  func `The place of a fault is that of the raw bytes`(
    encoding: TextEncoding, mark: [UInt8], line: Int, column: Int, byte: Int
  ) throws {
    let raw = mark + bytes("أخبار مصر\r\nx \u{FFFD}", in: encoding)
    let fault = #expect(throws: Diagnostic.self) {
      try testReader.get().read(RawRecord(path: "a.txt", bytes: raw, mediaType: .plainText))
    }
    #expect(fault?.id == "mojibake")
    #expect(fault?.line == line)
    #expect(fault?.column == column)
    #expect(fault?.byte == byte)
  }

  @Test func `A record's text is checked too`() throws {
    let record = RawRecord(
      path: "r.jsonl", record: 4, bytes: Array(#"{"text":"Ø§Ù„Ø±Ø¦ÙŠØ³"}"#.utf8), mediaType: .jsonLines)
    let fault = #expect(throws: Diagnostic.self) { try testReader.get().read(record) }
    #expect(fault?.id == "mojibake")
    #expect(fault?.record == 4)
    #expect(fault?.line == 4)
  }
}
