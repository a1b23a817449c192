import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Pipeline

@Suite struct ExplainTests {
  private let extractor: Extractor

  init() throws {
    extractor = try Extractor(lexicon: try Lexicon.bundled())
  }

  @Test func `Every event of the seeds is explained by article, sentence, words and the row that found it`()
    async throws
  {
    let dataset = try await extractor.extract(paths: [Seeds.folder], jobs: 2, report: { _ in }).dataset
    let some = dataset.events.enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
    #expect(!some.isEmpty)
    for event in some {
      let lines = try await extractor.explain(event.id, paths: [Seeds.folder], jobs: 2, report: { _ in }).lines()
      let quotations = event.evidence + event.claims.map(\.evidence)
      for label in ["  article ", "  characters ", "  words ", "  sentence "] {
        let count = lines.count { $0.hasPrefix(label) }
        #expect(count == quotations.count, "\(event.id): \(label)")
      }
      #expect(lines.contains { $0.hasPrefix("  trigger ") && $0.hasSuffix("]") }, "\(event.id)")
      if event.claims.isEmpty { continue }
      #expect(lines.count { $0.hasPrefix("  report ") && $0.hasSuffix("]") } >= event.claims.count, "\(event.id)")
    }
  }

  @Test func `Who says so is drawn as a tree from the article to the origin`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "a.txt",
      "كان الطقس باردا أمس.\n\nنقلت وكالة رويترز عن مسؤول تركي أن إردوغان اتصل ببوتين. ونفى الكرملين أن يكون إردوغان اتصل ببوتين."
    )
    let paths = [folder.path + "/a.txt"]
    let event = try #require(try await extractor.extract(paths: paths, jobs: 1) { _ in }.dataset.events.first)
    let lines = try await extractor.explain(event.id, paths: paths, jobs: 1) { _ in }.lines()
    let start = try #require(lines.firstIndex(of: "who says so"))
    let tree = lines[(start + 1)...].prefix { !$0.isEmpty }
    #expect(tree.first?.hasPrefix("└─ art-") ?? false)
    #expect(
      tree.dropFirst().elementsEqual([
        "   ├─ وكالة رويترز, «نقلت»",
        "   │  ├─ asserts «نقلت وكالة رويترز عن مسؤول تركي أن إردوغان اتصل ببوتين.»",
        "   │  └─ مسؤول تركي (not named), «نقلت»",
        "   │     └─ asserts «نقلت وكالة رويترز عن مسؤول تركي أن إردوغان اتصل ببوتين.»",
        "   └─ الكرملين, «نفى»",
        "      └─ denies «ونفى الكرملين أن يكون إردوغان اتصل ببوتين.»",
      ]), "\(tree.joined(separator: "\n"))")
  }

  @Test func `The rejected triggers that are listed are those that the export counts`() async throws {
    let rejections = try Rejections(lexicon: try Lexicon.bundled())
    var lines: [String] = []
    let counts = try await rejections.lines(of: [Seeds.folder], jobs: 2) { lines += try $0.get() }
    let extraction = try await extractor.extract(paths: [Seeds.folder], jobs: 2, report: { _ in })
    #expect(!lines.isEmpty)
    #expect(lines.count == extraction.rejected)
    #expect(counts.reduce(0) { $0 + $1.count } == lines.count)
    let columns = Rejections.header.split(separator: "\t").count
    for line in lines { #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == columns) }
  }

  @Test func `A fault in a line of JSON names the byte of the file`() async throws {
    let folder = try TemporaryFolder()
    let first = #"{"text":"نص"}"# + "\r\n\n"
    try folder.write("a.jsonl", first + #"{"text":5}"# + "\n" + #"{"text":"#)
    var faults: [Diagnostic] = []
    _ = try await extractor.extract(paths: [folder.path + "/a.jsonl"], jobs: 1) { faults.append($0) }
    #expect(faults.map(\.id) == ["record-field-type", "json-unexpected-end"])
    #expect(faults.map(\.record) == [3, 4])
    #expect(faults.map(\.byte) == [first.utf8.count, first.utf8.count + 19])
    #expect(faults.allSatisfy { $0.file == folder.path + "/a.jsonl" })
  }
}
