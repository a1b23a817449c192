import EventModel
import Testing

@testable import Readers

@Suite struct RecordReaderTests {
  /// All records of a file with some contents.
  private func records(
    _ contents: String, name: String = "r.jsonl", limit: Int = 100, bufferSize: Int = 1 << 16
  ) throws -> [RawRecord] {
    let folder = try TemporaryFolder()
    let location = try folder.write(name, contents.utf8)
    let mediaType = try #require(MediaType(fileName: name))
    var reader = try RecordReader(
      InputFile(path: name, location: location, mediaType: mediaType), limit: limit, bufferSize: bufferSize)
    var records: [RawRecord] = []
    while let record = try reader.next() { records.append(record) }
    #expect(try reader.next() == nil)
    return records
  }

  @Test(arguments: [1, 2, 3, 7, 64])
  func `Lines are records whatever the size of the buffer`(bufferSize: Int) throws {
    let records = try records("{\"a\":1}\r\n\n \u{A0}\nسطر\n{}", bufferSize: bufferSize)
    #expect(records.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"a\":1}", "سطر", "{}"])
    #expect(records.map(\.record) == [1, 4, 5])
    #expect(records.allSatisfy { $0.path == "r.jsonl" && $0.mediaType == .jsonLines })
  }

  @Test(arguments: [1, 5, 4096])
  func `A text file is one record of all its bytes`(bufferSize: Int) throws {
    let records = try records("سطر\r\nسطر\n", name: "t.txt", bufferSize: bufferSize)
    #expect(records.count == 1)
    #expect(records.first?.bytes == Array("سطر\r\nسطر\n".utf8))
    #expect(records.first?.record == nil)
  }

  @Test func `A record above the limit is refused with its line`() throws {
    let long = String(repeating: "x", count: 101)
    let fault = #expect(throws: Diagnostic.self) { try records("{}\n" + long + "\n", bufferSize: 16) }
    #expect(fault?.id == "record-too-large")
    #expect(fault?.record == 2)
    #expect(#expect(throws: Diagnostic.self) { try records(long, name: "t.txt") }?.id == "record-too-large")
    #expect(try records(String(repeating: "x", count: 100), name: "t.txt").count == 1)
  }

  @Test(arguments: ["", "\n\n", " \r\n\u{A0}\n"])
  func `A file of records without a record is refused`(contents: String) throws {
    #expect(#expect(throws: Diagnostic.self) { try records(contents) }?.id == "empty-input")
  }

  @Test func `A file that is gone is refused`() throws {
    let fault = #expect(throws: Diagnostic.self) {
      _ = try RecordReader(InputFile(path: "a.txt", location: "/nowhere/a.txt", mediaType: .plainText))
    }
    #expect(fault?.id == "input-missing")
  }
}
