internal import Foundation
internal import FuzzHarnesses
import Testing

/// The harnesses of `Fuzzing/Harnesses`, on the inputs that are kept.
struct CorporaTests {
  private static let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fuzzing/corpora")
  private let bench: Bench

  init() throws {
    bench = try Bench()
  }

  private static func inputs(_ harness: Harness) throws -> [(name: String, bytes: [UInt8])] {
    let folder = corpora.appending(path: harness.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }

  private func check(_ harness: Harness, _ bytes: [UInt8], _ name: String) {
    do throws(Breach) {
      try bench.check(harness, bytes)
    } catch {
      Issue.record("\(name): \(error)")
    }
  }

  @Test("No kept input breaks a law of its harness", arguments: Harness.allCases)
  func laws(harness: Harness) throws {
    let inputs = try Self.inputs(harness)
    #expect(!inputs.isEmpty)
    for input in inputs { check(harness, input.bytes, input.name) }
  }

  /// A text may begin with any word, and end behind any: with a place and its preposition, behind a title without a name.
  @Test("No article that begins or ends at one of its words breaks a law")
  func cutArticles() throws {
    for input in try Self.inputs(.normalizer) {
      for place in input.bytes.indices where input.bytes[place] == 0x20 {
        check(.normalizer, Array(input.bytes[..<place]), "\(input.name), to \(place)")
        check(.normalizer, Array(input.bytes[(place + 1)...]), "\(input.name), from \(place)")
      }
    }
  }

  @Test("No beginning of a kept input, and none with a byte changed, breaks a law", arguments: Harness.allCases)
  func damages(harness: Harness) throws {
    for input in try Self.inputs(harness).prefix(3) where !input.bytes.isEmpty {
      for part in 1..<4 {
        let place = input.bytes.count * part / 4
        var changed = input.bytes
        changed[place] ^= 0x80
        check(harness, Array(input.bytes[..<place]), "\(input.name), cut at \(place)")
        check(harness, changed, "\(input.name), changed at \(place)")
      }
    }
  }
}
