import Foundation
import Testing

@testable import JSON

/// The public parsing suite, read where the environment variable `ISNAD_SUITES` names a folder that holds it.
@Suite struct ParserSuiteTests {
  private static var folder: URL? {
    ProcessInfo.processInfo.environment["ISNAD_SUITES"].map { suites in
      URL(filePath: suites).appending(path: "json-parsing/test_parsing")
    }
  }

  @Test(.enabled(if: ParserSuiteTests.folder != nil, "ISNAD_SUITES names no folder of suites"))
  func thePublicSuiteIsAgreedWith() throws {
    let folder = try #require(Self.folder)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var counts: [Character: Int] = [:]
    for name in names where name.hasSuffix(".json") {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
      // The suite follows the grammar, which lets a key stand twice.
      let accepted = (try? JSONParser.parse(bytes, allowsDuplicateKeys: true)) != nil
      counts[name.first ?? "?", default: 0] += 1
      if name.hasPrefix("y_") { #expect(accepted, "\(name) must be accepted") }
      if name.hasPrefix("n_") { #expect(!accepted, "\(name) must be rejected") }
    }
    #expect(counts["y"] == 95)
    #expect(counts["n"] == 188)
  }
}
