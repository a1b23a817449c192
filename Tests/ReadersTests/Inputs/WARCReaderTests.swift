import EventModel
import Testing

@testable import Readers

@Suite struct WARCReaderTests {
  private let folder: TemporaryFolder
  private static let page = Array(Archive.page.utf8)

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: ["a.warc", "a.warc.gz"], [2, 3, 64, 1 << 16])
  func `Pages come with what the archive says of them, and other records are counted`(
    name: String, bufferSize: Int
  ) throws {
    let records = [
      Archive.record(type: "warcinfo", contentType: "application/warc-fields", Array("software: x\r\n".utf8)),
      Archive.record(Archive.message(type: "Text/HTML; Charset=\"windows-1256\"")),
      Archive.record(Archive.message([0x89, 0x50], type: "image/png")),
      Archive.record(Archive.message(status: "404 Not Found")),
      Archive.record(type: "request", Array("GET / HTTP/1.1\r\n\r\n".utf8)),
      Archive.record(type: "revisit", Archive.message()),
      Archive.record(
        type: "resource", contentType: "application/xhtml+xml;charset=utf-8", version: "WARC/1.1", Self.page),
      Archive.record(type: "resource", contentType: "text/plain", Self.page),
    ]
    let isCompressed = name.hasSuffix(".gz")
    let stored = records.map { isCompressed ? Compressed.member($0) : $0 }
    let reading = try Reading(stored.joined(), name: name, in: folder, bufferSize: bufferSize)
    #expect(reading.faults.isEmpty)
    #expect(reading.texts == [Archive.page, Archive.page])
    #expect(reading.records.map(\.record) == [2, 7])
    #expect(reading.records.map(\.charset) == ["windows-1256", "utf-8"])
    #expect(reading.positions == [stored[0].count, stored[..<6].joined().count])
    for record in reading.records {
      #expect(record.mediaType == .html)
      #expect(record.url == "http://example.org/../../etc/passwd")
      #expect(record.date == CivilDay(2024, 5, 6))
      #expect(record.id == "00000000-0000-4000-8000-000000000001")
    }
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked\n", Archive.chunks(page)),
    ("Content-Encoding: gzip\n", Compressed.member(page)),
    ("Content-Encoding: x-gzip\n", Compressed.member(Array(page[..<9])) + Compressed.member(Array(page[9...]))),
    ("Content-Encoding: deflate\n", Compressed.zlib(page)),
    ("Content-Encoding: deflate\n", Compressed.blocks(page)),
    ("no field\nContent-Encoding: gzip\nTransfer-Encoding: chunked\n", Archive.chunks(Compressed.member(page))),
    ("Content-Encoding: identity\n", page),
    // Some archives keep the header and store the body decoded.
    ("Content-Encoding: gzip\nTransfer-Encoding: chunked\n", page),
    ("Content-Encoding: deflate\n", page),
  ])
  func `The encodings of a page's transfer are undone`(fields: String, body: [UInt8]) throws {
    let reading = try Reading(Archive.record(Archive.message(body, fields: fields)), name: "a.warc", in: folder)
    #expect(reading.texts == [Archive.page])
    #expect(reading.faults.isEmpty)
  }

  @Test(arguments: [
    (Archive.message(fields: "Content-Encoding: br\n"), "http-encoding"),
    (Archive.message(fields: "Content-Encoding: zstd\n"), "http-encoding"),
    (Archive.message(fields: String(repeating: "Content-Encoding: gzip\n", count: 9)), "http-encoding"),
    (Archive.message(Archive.chunks(page).dropLast(20), fields: "Transfer-Encoding: chunked\n"), "http-encoding"),
    (Archive.message(Array("fffffff\r\nx".utf8), fields: "Transfer-Encoding: chunked\n"), "http-encoding"),
    (Archive.message(Array("fffffffffffffff\r\nx".utf8), fields: "Transfer-Encoding: chunked\n"), "http-encoding"),
    (Archive.message(Compressed.member(page).dropLast(), fields: "Content-Encoding: gzip\n"), "gzip-truncated"),
    (Archive.message([0x1F, 0x8B, 7, 7] + page, fields: "Content-Encoding: gzip\n"), "gzip-corrupt"),
    (
      Archive.message(Compressed.member([UInt8](repeating: 0x41, count: 3000)), fields: "Content-Encoding: gzip\n"),
      "record-too-large"
    ),
    (Archive.message([UInt8](repeating: 0x41, count: 3001)), "record-too-large"),
    (Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n".utf8), "http-header"),
  ])
  func `A page that cannot be had is a fault of its record, and the next is read`(block: [UInt8], id: String) throws {
    let records = [Archive.page(1), Archive.record(block), Archive.page(3)]
    for (name, stored) in [("a.warc", records), ("b.warc.gz", records.map(Compressed.member))] {
      let reading = try Reading(stored.joined(), name: name, in: folder, limit: 2900)
      #expect(reading.records.map(\.record) == [1, 3])
      #expect(reading.faults.map(\.id) == [id])
      #expect(reading.faults.first?.record == 2)
      #expect(reading.faults.first?.byte == stored[0].count)
      #expect(reading.faults.first?.file == name)
    }
  }

  @Test(arguments: [
    (Archive.record(length: "-5", Archive.message()), "warc-length"),
    (Archive.record(length: "many", Archive.message()), "warc-length"),
    (Archive.record(length: "", Archive.message()), "warc-length"),
    (Archive.record(length: "99999999999999999999", Archive.message()), "warc-length"),
    (Archive.record(length: "60", Archive.message()), "warc-length"),
    (Archive.record(length: "100", Archive.message()), "warc-length"),
    (Archive.record(length: "100000", Archive.message()), "warc-truncated"),
    (Archive.record(length: "9000000000000000000", Archive.message()), "record-too-large"),
    (Archive.record(type: "metadata", length: "9000000000000000000", Archive.message()), "warc-truncated"),
    (Archive.record(type: "metadata", length: "50", Archive.message()), "warc-length"),
    (Archive.record(type: "metadata", length: "100", Archive.message()), "warc-length"),
    (Archive.record(fields: "no field\n", Archive.message()), "warc-header"),
    (Archive.record(fields: "a b: c\n", Archive.message()), "warc-header"),
    (Archive.record(type: "", Archive.message()), "warc-header"),
    (Archive.record(version: "WARC/2.0", Archive.message()), "warc-version"),
    (Archive.record(version: "XARC/1.0", Archive.message()), "warc-header"),
    (Archive.record(fields: "WARC-Segment-Number: 1\n", Archive.message()), "warc-segment"),
  ])
  func `Behind a damaged record, reading goes on at the next`(record: [UInt8], id: String) throws {
    let records = [Archive.page(1), record, Archive.page(3)]
    let reading = try Reading(records.joined(), name: "a.warc", in: folder)
    #expect(reading.texts == ["<p>خبر 1</p>", "<p>خبر 3</p>"])
    #expect(reading.faults.map(\.id) == [id])
    #expect(reading.faults.first?.record == 2)
    #expect(reading.faults.first?.byte == records[0].count)
    for stored in [[Compressed.member(Array(records.joined()))], records.map(Compressed.member)] {
      let compressed = try Reading(stored.joined(), name: "b.warc.gz", in: folder)
      #expect(compressed.faults.map(\.record) == [2])
      // Of one member nothing can be read twice that was passed over.
      let isLost = stored.count == 1 && reading.faults.first?.id == "warc-truncated" && record.contains("metadata".utf8)
      #expect(compressed.texts == (isLost ? ["<p>خبر 1</p>"] : reading.texts))
    }
  }

  @Test func `A header without an end is a fault of its record`() throws {
    let header = Array(("WARC/1.0\r\n" + String(repeating: "x", count: 1 << 20)).utf8)
    let reading = try Reading(header + [0x0A] + Archive.page(2), name: "a.warc", in: folder)
    #expect(reading.faults.map(\.id) == ["warc-header"])
    #expect(reading.records.map(\.record) == [2])
  }

  @Test func `A damaged gzip member costs no other`() throws {
    let members = (1...4).map { Compressed.member(Archive.page($0)) }
    var flipped = members[1]
    flipped[100] ^= 1
    for (damaged, id) in [
      (flipped, "gzip-corrupt"), ([0x41] + members[1].dropFirst(), "gzip-corrupt"),
      (members[1].dropLast(), "gzip-corrupt"),
    ] {
      let stored = members[0] + damaged + members[2] + members[3]
      for bufferSize in [2, 100, 1 << 16] {
        let reading = try Reading(stored, name: "a.warc.gz", in: folder, bufferSize: bufferSize)
        #expect(reading.records.map(\.bytes) == [1, 3, 4].map { Array("<p>خبر \($0)</p>".utf8) })
        #expect(reading.faults.map(\.id) == [id])
        #expect(reading.faults.first?.record == 2)
      }
    }
    let last = try Reading(members[0] + members[1].dropLast(), name: "a.warc.gz", in: folder)
    #expect(last.records.count == 1)
    #expect(last.faults.map(\.id) == ["gzip-truncated"])
    #expect(last.faults.first?.byte == members[0].count + members[1].count - 1)
  }

  @Test(arguments: ["a.warc", "records.warc.gz", "whole.warc.gz"])
  func `However an archive is cut short, its records are read as they were, or named`(name: String) throws {
    let records = (1...3).map { Archive.page($0) }
    let expected = (1...3).map { "<p>خبر \($0)</p>" }
    let stored =
      switch name {
      case "a.warc": records
      case "whole.warc.gz": [Compressed.member(Array(records.joined()))]
      default: records.map(Compressed.member)
      }
    let bytes = Array(stored.joined())
    // Between records nothing tells that more was to come.
    var borders: Set<Int> = [bytes.count]
    if name != "whole.warc.gz" {
      var end = 0
      for record in stored {
        end += record.count
        borders.formUnion(name == "a.warc" ? end - 4...end : end...end)
      }
    }
    for count in 1..<bytes.count {
      let reading = try Reading(bytes[..<count], name: name, in: folder, bufferSize: 50)
      #expect(reading.texts == Array(expected.prefix(reading.records.count)), "\(count) bytes")
      #expect(reading.faults.count == (borders.contains(count) ? 0 : 1), "\(count) bytes")
    }
  }

  @Test func `A flipped byte of a compressed archive gives no page that was not there`() throws {
    let bytes = Array((1...3).map { Compressed.member(Archive.page($0)) }.joined())
    let expected = Set((1...3).map { "<p>خبر \($0)</p>" })
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 0xFF
      let reading = try Reading(flipped, name: "a.warc.gz", in: folder)
      #expect(expected.isSuperset(of: reading.texts), "byte \(index)")
      #expect(reading.records.count >= 2, "byte \(index)")
      #expect(reading.records.count == 3 || !reading.faults.isEmpty, "byte \(index)")
    }
  }

  @Test func `An archive without a record is refused`() throws {
    #expect(try Reading([], name: "a.warc", in: folder).faults.map(\.id) == ["empty-input"])
    #expect(try Reading("nothing\n".utf8, name: "a.warc", in: folder).faults.map(\.id) == ["warc-header"])
  }

  @Test func `Records that claim all that follows are each read`() throws {
    let record = Archive.record(type: "metadata", length: "1000000000", [0x0A])
    let bytes = (0..<50).flatMap { _ in record }
    let reading = try Reading(bytes, name: "a.warc", in: folder)
    #expect(reading.faults.map(\.id) == Array(repeating: "warc-truncated", count: 50))
  }

  @Test func `A file is not read again without end`() throws {
    let location = try folder.write("a.warc", [UInt8](repeating: 0x41, count: 1 << 20))
    var input = try InputBytes(InputFile(path: "a.warc", location: location, mediaType: .warc), limit: 1)
    var rounds = 0
    while true {
      #expect(try input.skip(1 << 20) == .complete)
      guard input.canGoBack(to: 0) else { break }
      input.goBack(to: 0, isAtMemberEnd: false)
      rounds += 1
      try #require(rounds < 1000)
    }
    #expect(rounds == 65)
  }
}
