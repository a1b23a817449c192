import BundledTables
import EventModel
import Foundation
import Lexicon
import Testing

@testable import Pipeline

@Suite struct TokenReadingTests {
  @Test(
    arguments: [
      ("وأكدت", ["و"], "أكدت", nil),
      ("للإعلام", ["ل", "ال"], "إعلام", nil),
      ("بالروس", ["ب", "ال"], "روس", nil),
      ("اتصالاته", [], "اتصالات", "ه"),
      ("بوتين", [], "بوتين", nil),
      ("الأمن", ["ال"], "أمن", nil),
      ("التقى", [], "التقى", nil),
      ("الذين", [], "الذين", nil),
      ("18", [], "18", nil),
    ] as [(String, [String], String, String?)])
  func `A token is printed as its clitics and the letters between them`(
    word: String, proclitics: [String], stem: String, enclitic: String?
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", word)
    let line = try #require(try await Self.lines(folder.path + "/a.txt").first)
    #expect(line["text"] as? String == word)
    #expect(line["proclitics"] as? [String] == proclitics)
    #expect(line["stem"] as? String == stem)
    #expect(line["enclitic"] as? String == enclitic)
    #expect(line["number"] as? Int == Int(word))
  }

  @Test func `Tokens of the seeds stand in order, do not overlap and say what is printed`() async throws {
    let lines = try await Self.lines(Seeds.folder)
    #expect(!lines.isEmpty)
    var (document, end) = ("", 0)
    for line in lines {
      if line["document"] as? String != document { (document, end) = (line["document"] as? String ?? "", 0) }
      let start = try #require(line["start"] as? Int)
      let text = try #require(line["text"] as? String)
      #expect(start >= end)
      end = try #require(line["end"] as? Int)
      #expect(end - start == text.unicodeScalars.count)
    }
  }

  private static func lines(_ path: String) async throws -> [[String: Any]] {
    let inspector = try Inspector(lexicon: try Lexicon.bundled())
    var bytes: [UInt8] = []
    try await inspector.inspect(.tokens, paths: [path], jobs: 1) { bytes += try $0.get() }
    return try bytes.split(separator: 0x0A).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
    }
  }
}
