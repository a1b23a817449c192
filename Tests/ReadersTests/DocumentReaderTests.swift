import Digest
import EventModel
import Lexicon
import Testing

@testable import Readers

@Suite struct DocumentReaderTests {
  private func json(_ text: String, line: Int = 3) throws -> SourceDocument {
    try testReader.get().read(
      RawRecord(path: "in/news.jsonl", record: line, bytes: Array(text.utf8), mediaType: .jsonLines))
  }

  private func plain(_ bytes: [UInt8]) throws -> SourceDocument {
    try testReader.get().read(RawRecord(path: "in/a.b.txt", bytes: bytes, mediaType: .plainText))
  }

  @Test func `A text file is described by its name, digest and size`() throws {
    let bytes = Array("عنوان الخبر\n\nنص الخبر.\n".utf8)
    let document = try plain(bytes)
    #expect(
      document.info
        == DocumentInfo(
          id: "a.b", path: "in/a.b.txt", record: nil, sha256: SHA256Digest.hex(of: bytes), bytes: bytes.count,
          encoding: "utf-8", encodingBasis: .detected, mediaType: "text/plain"))
    #expect(document.text.bytes == bytes)
  }

  @Test func `A byte order mark is no part of the text but of the digest`() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("عنوان".utf8)
    let document = try plain(bytes)
    #expect(document.text.bytes == Array("عنوان".utf8))
    #expect(document.info.sha256 == SHA256Digest.hex(of: bytes))
    #expect(document.articles.first?.range == 0..<10)
  }

  @Test func `A record's fields go where they belong`() throws {
    let record =
      #"{"id":"n7","published":"2015-08","outlet":"okaz","url":"http://x","text":"\u0639نوان\n\nنص الخبر هنا.","x":[1]}"#
    let document = try json(record)
    #expect(document.info.id == "n7")
    #expect(document.info.record == 3)
    #expect(document.info.mediaType == "application/x-ndjson")
    #expect(document.info.bytes == record.utf8.count)
    #expect(document.text.bytes == Array("عنوان\n\nنص الخبر هنا.".utf8))
    #expect(document.articles.first?.outlet == "okaz")
    #expect(document.articles.first?.url == "http://x")
    #expect(document.articles.first?.published == Publication(date: EDTFDate("2015-08"), basis: .metadata))
    #expect(try json(#"{"text":"عنوان","id":null}"#).info.id == "news")
  }

  @Test(arguments: [
    ("[1]", "record-not-object"), ("{}", "record-lacks-text"), (#"{"text":5}"#, "record-field-type"),
    (#"{"text":"ن","id":7}"#, "record-field-type"), (#"{"text":"ن","url":[]}"#, "record-field-type"),
    (#"{"text":"ن","published":"أمس"}"#, "record-published"),
    (#"{"text":"ن","published":"2015-02-30"}"#, "record-published"),
    (#"{"text":""}"#, "empty-input"), (#"{"text":" \n\u00a0\t"}"#, "empty-input"),
    (#"{"text":"ن\u0000"}"#, "binary-content"), (#"{"text":"ن""#, "json-unexpected-end"),
    (#"{"text":"\ud800"}"#, "json-lone-surrogate"),
  ])
  func `A faulty record is refused with file and line`(record: String, id: String) throws {
    let fault = #expect(throws: Diagnostic.self) { try json(record, line: 41) }
    #expect(fault?.id == id)
    #expect(fault?.file == "in/news.jsonl")
    #expect(fault?.line == 41)
    #expect(fault?.record == 41)
  }

  @Test(
    arguments: [
      ([0x41, 0x0A, 0xD8], 2), ([0xC0, 0xAF], 0), ([0xD8, 0xA7, 0xED, 0xA0, 0x80], 2), ([0xF5, 0x80, 0x80, 0x80], 0),
      ([0xE0, 0x80, 0x80], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0x80], 0),
      ([0xC7, 0xE1, 0xD1, 0xC6, 0xED, 0xD3], 0), ([0xE2, 0x80], 0), ([0xF0, 0x9F, 0x98], 0), ([0xD8, 0x41], 0),
    ] as [([UInt8], Int)])
  func `Bytes that are not UTF-8 are refused at the first fault`(bytes: [UInt8], offset: Int) throws {
    let reader = try DocumentReader(lexicon: Lexicon(), encoding: .utf8)
    let fault = #expect(throws: Diagnostic.self) {
      try reader.read(RawRecord(path: "in/a.b.txt", bytes: bytes, mediaType: .plainText))
    }
    #expect(fault?.id == "invalid-utf8")
    #expect(fault?.byte == offset)
    // The standard library must agree that they are not UTF-8, and that all before the fault is.
    #expect(String(validating: bytes, as: UTF8.self) == nil)
    #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil)
  }

  @Test func `A record that is not UTF-8 is refused at the first fault`() throws {
    for bytes in [Array(#"{"text":""#.utf8) + [0xC7, 0xE1] + Array(#""}"#.utf8), Array("{} ".utf8) + [0xFF]] {
      let record = RawRecord(path: "r.jsonl", record: 2, bytes: bytes, mediaType: .jsonLines)
      let fault = #expect(throws: Diagnostic.self) { try testReader.get().read(record) }
      #expect(fault?.id == "invalid-utf8")
      #expect(fault?.byte == bytes.firstIndex { $0 >= 0x80 })
      #expect(fault?.line == 2)
    }
  }

  @Test func `Line and column of a fault count from 1`() throws {
    let fault = #expect(throws: Diagnostic.self) { try plain(Array("سطر\nab".utf8) + [0xFF]) }
    #expect(fault?.line == 2)
    #expect(fault?.column == 3)
  }

  @Test func `Every code point of every length is read`() throws {
    let text = "a\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFC}\u{10000}\u{10FFFF}"
    #expect(try plain(Array(text.utf8)).text.bytes == Array(text.utf8))
  }

  @Test(
    arguments: [
      [0x41, 0x00], [0xFF, 0xFE, 0x00, 0x00], [0x01, 0x02, 0x41], [0x89, 0x50, 0x00, 0x1A],
    ] as [[UInt8]])
  func `Binary content is refused`(bytes: [UInt8]) throws {
    #expect(#expect(throws: Diagnostic.self) { try plain(bytes) }?.id == "binary-content")
  }

  @Test(arguments: ["", "\n", " \t\r\n", "\u{FEFF}", "\u{A0}\n\u{200F}\u{200B}\n"])
  func `A blank file is refused`(text: String) throws {
    #expect(#expect(throws: Diagnostic.self) { try plain(Array(text.utf8)) }?.id == "empty-input")
  }

  @Test("A text of more lines than anybody writes is refused")
  func tooManyLines() {
    let bytes = [UInt8](repeating: 0x0A, count: 1_000_001) + Array("خبر".utf8)
    let fault = #expect(throws: Diagnostic.self) {
      try testReader.get().read(RawRecord(path: "a.txt", bytes: bytes, mediaType: .plainText))
    }
    #expect(fault?.id == "too-many-lines")
  }
}
