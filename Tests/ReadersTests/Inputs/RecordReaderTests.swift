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

  @Test(arguments: [2, 16, 1 << 16])
  func `A line above the limit is named and passed over, and the rest is read`(bufferSize: Int) throws {
    let long = String(repeating: "x", count: 101)
    for ending in ["\n{}\r\n", "\n{}", "\n\n{}"] {
      let reading = try Reading(
        ("{}\n" + long + ending).utf8, name: "r.jsonl", in: TemporaryFolder(), limit: 100, bufferSize: bufferSize)
      #expect(reading.texts == ["{}", "{}"])
      #expect(reading.records.last?.record == (ending == "\n\n{}" ? 4 : 3))
      #expect(reading.faults.map(\.id) == ["record-too-large"])
      #expect(reading.faults.first?.record == 2)
      #expect(reading.faults.first?.byte == 3)
    }
    #expect(try records(String(repeating: "x", count: 100) + "\n", bufferSize: bufferSize).count == 1)
    let last = try Reading(long.utf8, name: "r.jsonl", in: TemporaryFolder(), limit: 100, bufferSize: bufferSize)
    #expect(last.faults.map(\.id) == ["record-too-large"])
  }

  @Test(arguments: ["t.txt", "t.html", "t.txt.gz"])
  func `A file above the limit is refused`(name: String) throws {
    for (count, ids) in [(100, []), (101, ["record-too-large"]), (100_000, ["record-too-large"])] {
      let text = [UInt8](repeating: 0x41, count: count)
      let contents = name.hasSuffix(".gz") ? Compressed.member(text) : text
      let reading = try Reading(contents, name: name, in: TemporaryFolder(), limit: 100, bufferSize: 16)
      #expect(reading.faults.map(\.id) == ids)
      #expect(reading.records.count == 1 - ids.count)
    }
  }

  @Test(arguments: [2, 5, 1 << 16])
  func `Compressed files are read as if they were not`(bufferSize: Int) throws {
    let lines = Array("{\"a\":1}\r\n\n{\"b\":2}".utf8)
    let members = Compressed.member(Array(lines[..<4])) + Compressed.member([]) + Compressed.member(Array(lines[4...]))
    for (name, contents) in [("r.jsonl.gz", members + [0, 0, 0]), ("r.jsonl", members), ("r.NDJSON.GZ", members)] {
      let reading = try Reading(contents, name: name, in: TemporaryFolder(), bufferSize: bufferSize)
      #expect(reading.texts == ["{\"a\":1}", "{\"b\":2}"])
      #expect(reading.records.map(\.record) == [1, 3])
      #expect(reading.positions == [0, 10])
      #expect(reading.faults.isEmpty)
    }
  }

  @Test func `However a compressed file is cut short, that is told, and no line is wrong`() throws {
    let folder = try TemporaryFolder()
    let lines = ["{\"a\":1}", "{\"b\":2}"]
    let bytes = Compressed.member(Array(lines.joined(separator: "\n").utf8))
    for count in 0..<bytes.count {
      let records = try Reading(bytes[..<count], name: "r.jsonl.gz", in: folder, bufferSize: 7)
      #expect(records.faults.map(\.id) == ["gzip-truncated"], "\(count) bytes")
      #expect(records.faults.first?.byte == count)
      #expect(records.faults.first?.record == records.records.count + 1)
      #expect(records.texts == Array(lines.prefix(records.records.count)))
      let text = try Reading(bytes[..<count], name: "t.txt.gz", in: folder, bufferSize: 7)
      #expect(text.faults.map(\.id) == ["gzip-truncated"])
      #expect(text.records.isEmpty)
    }
  }

  @Test func `A flipped byte of a compressed text is noticed`() throws {
    let folder = try TemporaryFolder()
    let bytes = Compressed.member(Array("خبر عاجل".utf8))
    // The header's time, hints and system say nothing of the content.
    for index in bytes.indices where !(4...9).contains(index) {
      var flipped = bytes
      flipped[index] ^= 0xFF
      let reading = try Reading(flipped, name: "t.txt.gz", in: folder)
      #expect(reading.records.isEmpty && reading.faults.count == 1, "byte \(index)")
    }
  }

  @Test func `A gzip stream out of all proportion is given up`() throws {
    // head -c 65536 /dev/zero | gzip -9n
    let bytes: [UInt8] = [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x01, 0x01, 0x00, 0x00, 0x00, 0x80,
      0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
      0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x6A, 0xEB, 0x8E,
      0x97, 0xD7, 0x00, 0x00, 0x01, 0x00,
    ]
    for name in ["r.jsonl", "r.jsonl.gz"] {
      let reading = try Reading(bytes, name: name, in: TemporaryFolder(), limit: 16, bufferSize: 64)
      #expect(reading.faults.map(\.id) == ["record-too-large"])
      #expect(reading.faults.first?.record == 1)
      #expect(reading.faults.first?.reason.contains("256 times") == true)
      #expect(reading.records.isEmpty)
    }
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
