import BundledTables
import EventModel
import JSON
import Lexicon
import Normalizer
import Testing

@testable import Pipeline

/// What `isnad stream` writes, and what `isnad merge` makes of it.
@Suite struct PartialTests {
  private let lexicon: Lexicon
  private let extractor: Extractor
  private let folder: TemporaryFolder

  init() throws {
    lexicon = try Lexicon.bundled()
    extractor = try Extractor(lexicon: lexicon, keepsText: true)
    folder = try TemporaryFolder()
  }

  /// Writes the records of some inputs to a file.
  private func stream(_ inputs: [String], to name: String) async throws -> String {
    var lines: [UInt8] = []
    let writer = PartialWriter(inputs: inputs, jobs: 2)
    _ = try await writer.run(with: extractor, lexicon: lexicon, report: { _ in }, write: { lines += $0 })
    return try write(lines, to: name)
  }

  /// Writes a file, and returns its path.
  private func write(_ bytes: [UInt8], to name: String) throws -> String {
    try folder.write(name, bytes)
    return folder.path + "/" + name
  }

  private func request(_ inputs: [String], to name: String) -> ExportRequest {
    ExportRequest(
      inputs: inputs, target: folder.path + "/" + name, formats: ["csv", "jsonl", "xml"], keepsText: true, jobs: 2)
  }

  /// The contents of all files of an export, by path.
  private func contents(_ name: String) -> [String: [UInt8]] {
    let paths = folder.names.filter { $0.hasPrefix(name + "/") }
    return Dictionary(uniqueKeysWithValues: paths.map { (String($0.dropFirst(name.count + 1)), folder.bytes($0)) })
  }

  /// Each list says which seeds go to which file; a seed may go to several.
  @Test(arguments: [
    [[0, 1, 2, 3, 4]], [[4], [3, 2], [1, 0]], [[0], [1], [2], [3], [4]], [[2, 0], [4, 3, 1]],
    [[0, 1], [1, 2, 3], [4, 0]],
  ])
  func partsInAnySplitAndOrderGiveTheExportOfTheWhole(split: [[Int]]) async throws {
    _ = try await request(Seeds.files, to: "whole").run(with: extractor, lexicon: lexicon) { _ in }
    var parts: [String] = []
    for (number, seeds) in split.enumerated() {
      parts.append(try await stream(seeds.map { Seeds.files[$0] }, to: "part-\(number).jsonl"))
    }
    _ = try await request(parts, to: "merged").merge(lexicon: lexicon) { _ in }
    let (whole, merged) = (contents("whole"), contents("merged"))
    #expect(whole.keys.sorted() == merged.keys.sorted())
    let isRepeated = split.joined().count > Seeds.files.count
    for (path, bytes) in whole where !isRepeated || path.hasPrefix("data/") {
      #expect(merged[path] == bytes, "\(path)")
    }
  }

  @Test func partsStandBehindOneAnotherInAFile() async throws {
    _ = try await stream([Seeds.files[0]], to: "first.jsonl")
    _ = try await stream([Seeds.files[1]], to: "second.jsonl")
    let both = try write(folder.bytes("first.jsonl") + folder.bytes("second.jsonl"), to: "both.jsonl")
    _ = try await request([Seeds.files[0], Seeds.files[1]], to: "whole").run(with: extractor, lexicon: lexicon) { _ in }
    _ = try await request([both], to: "merged").merge(lexicon: lexicon) { _ in }
    #expect(contents("whole") == contents("merged"))
  }

  @Test func whatIsReadBackIsWrittenAsItWas() async throws {
    _ = try await stream(Seeds.files, to: "all.jsonl")
    let lines = folder.bytes("all.jsonl").split(separator: UInt8(ascii: "\n"))
    var articles = 0
    for line in lines {
      let fields = RecordFields(try JSONParser.parse(line), title: "the line")
      for article in try fields.list("articles", { fields throws(Diagnostic) in try ArticleRecords(fields) }) {
        var json = JSONWriter()
        json.records(article)
        #expect(Array(line).hasRun(json.bytes))
        articles += 1
      }
    }
    #expect(articles > Seeds.files.count - 1)
  }

  /// What is done to the lines, what is said of it and in which line.
  @Test(arguments: [
    ("truncated", "partial-truncated", 1), ("headless", "partial-form", 1), ("cut in a line", "json-unexpected-end", 2),
    ("other version", "partial-version", 1), ("other tables", "partial-tables", 1),
    ("other form", "partial-version", 1),
    ("unknown field value", "partial-form", 2), ("number of no entity", "partial-form", 2),
    ("not JSON", "json-invalid-literal", 2),
  ])
  func damageIsNamedWithItsLine(damage: String, id: String, line: Int) async throws {
    _ = try await stream([Seeds.files[0]], to: "one.jsonl")
    var lines = folder.bytes("one.jsonl").split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    switch damage {
    case "truncated": lines.removeLast()
    case "headless": lines.removeFirst()
    case "cut in a line": lines[1] = String(lines[1].dropLast(20))
    case "other version": lines[0].replace("\"tool_version\":\"", with: "\"tool_version\":\"9")
    case "other tables": lines[0].replace("\"tables\":\"", with: "\"tables\":\"0")
    case "other form": lines[0].replace("\"version\":1", with: "\"version\":99")
    case "unknown field value": lines[1].replace("\"status\":\"", with: "\"status\":\"un")
    case "number of no entity":
      lines[1].replace("\"participants\":[{\"entity\":", with: "\"participants\":[{\"entity\":99")
    default: lines[1] = "nonsense"
    }
    let path = try write(Array((lines.joined(separator: "\n") + "\n").utf8), to: "damaged.jsonl")
    let fault = await #expect(throws: Diagnostic.self) {
      _ = try await request([path], to: "merged").merge(lexicon: lexicon) { _ in }
    }
    #expect(fault?.id == id)
    #expect(fault?.line == line)
    #expect(fault?.file == path)
    #expect(contents("merged").isEmpty)
  }

  @Test func partsWithTextsAndPartsWithoutAreNotMerged() async throws {
    let one = try await stream([Seeds.files[0]], to: "one.jsonl")
    var other: [UInt8] = []
    _ = try await PartialWriter(inputs: [Seeds.files[1]], jobs: 1)
      .run(with: try Extractor(lexicon: lexicon), lexicon: lexicon, report: { _ in }, write: { other += $0 })
    let path = try write(other, to: "other.jsonl")
    let fault = await #expect(throws: Diagnostic.self) {
      _ = try await request([one, path], to: "merged").merge(lexicon: lexicon) { _ in }
    }
    #expect(fault?.id == "partial-options")
  }

  @Test func partsOfOtherOptionsAreMergedAndTheProvenanceNamesNone() async throws {
    let reading = ReadingOptions(published: EDTFDate("2024-02-29"))
    var other: [UInt8] = []
    _ = try await PartialWriter(inputs: [Seeds.files[1]], jobs: 1)
      .run(
        with: try Extractor(lexicon: lexicon, reading: reading, keepsText: true), lexicon: lexicon,
        report: { _ in }, write: { other += $0 })
    let parts = [try await stream([Seeds.files[0]], to: "one.jsonl"), try write(other, to: "other.jsonl")]
    for parts in [parts, parts.reversed()] {
      var notes: [Diagnostic] = []
      _ = try await request(parts, to: "merged").merge(lexicon: lexicon) { notes.append($0) }
      #expect(notes.map(\.id) == ["partial-options"])
      #expect(notes.first?.reason.contains("--published") == true)
      let provenance = try JSONParser.parse(folder.bytes("merged/provenance.json"))
      #expect(provenance["options"]?["published"]?.isNull == true)
    }
  }

  @Test(arguments: [[], [0], [UInt32.max, 1], [0xDEAD_BEEF, 0x0000_00FF, 42]] as [[UInt32]])
  func hashesAreReadBackFromTheirText(hashes: [UInt32]) {
    var bytes: [UInt8] = []
    HashText.append(hashes, to: &bytes)
    #expect(HashText.hashes(String(decoding: bytes, as: UTF8.self)) == hashes)
    #expect(HashText.hashes(String(decoding: bytes + [48], as: UTF8.self)) == nil)
  }
}

extension [UInt8] {
  /// Whether these bytes stand somewhere in it, one behind another.
  fileprivate func hasRun(_ run: [UInt8]) -> Bool {
    guard let first = run.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: run) }
  }
}
