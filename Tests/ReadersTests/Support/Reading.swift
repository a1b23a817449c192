import EventModel
import Testing

@testable import Readers

/// What comes out of a file, in order.
struct Reading {
  var records: [RawRecord] = []
  var faults: [Diagnostic] = []
  var positions: [Int] = []

  /// Reads all of a file with some contents.
  init(
    _ contents: some Sequence<UInt8>, name: String, in folder: TemporaryFolder, limit: Int = 1 << 20,
    bufferSize: Int = 1 << 16
  ) throws {
    let location = try folder.write(name, contents)
    var reader = try RecordReader(
      InputFile(path: name, location: location, mediaType: MediaType(fileName: name)), limit: limit,
      bufferSize: bufferSize)
    while true {
      do {
        guard let record = try reader.next() else { break }
        records.append(record)
        positions.append(reader.position)
      } catch {
        faults.append(error)
      }
      // Each call takes something of the file.
      try #require(records.count + faults.count < 1000)
    }
    #expect(try reader.next() == nil)
  }

  /// The records' contents.
  var texts: [String] { records.map { String(decoding: $0.bytes, as: UTF8.self) } }
}
