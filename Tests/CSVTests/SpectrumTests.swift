import Foundation
import JSON
import Testing

@testable import CSV

/// The public suite csv-spectrum, read where the environment variable `ISNAD_SUITES` names a folder that holds it.
@Suite struct SpectrumTests {
  private static var folder: URL? {
    ProcessInfo.processInfo.environment["ISNAD_SUITES"].map { URL(filePath: $0).appending(path: "csv-spectrum") }
  }

  /// The pair that is not sound: its JSON tells other columns than its CSV has.
  private static let unsound = "location_coordinates"

  @Test(.enabled(if: SpectrumTests.folder != nil, "ISNAD_SUITES names no folder of suites"))
  func everySoundPairIsReadAsItSays() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "csvs").path).sorted()
    var count = 0
    for name in names.map({ String($0.dropLast(4)) }) where name != Self.unsound {
      count += 1
      let csv = try [UInt8](Data(contentsOf: folder.appending(path: "csvs/\(name).csv")))
      let json = try [UInt8](Data(contentsOf: folder.appending(path: "json/\(name).json")))
      var reader = CSVReader(csv, name: name)
      var record = CSVRecord()
      #expect(try reader.next(&record))
      let header = record.fields.indices.map { record.text($0) }
      var rows: [[String]] = []
      while try reader.next(&record) { rows.append(record.fields.indices.map { record.text($0) }) }
      let expected = try #require(JSONParser.parse(json).array)
      #expect(rows == expected.map { row in header.map { row[$0]?.string ?? "missing" } }, "\(name)")
      #expect(expected.allSatisfy { $0.object?.count == header.count }, "\(name)")
    }
    #expect(count == 11)
  }
}
