import EventModel
import Foundation
import Readers

@testable import Normalizer

/// The project's seeds, read and normalized once for all suites.
struct ResolutionSeeds: Sendable {
  /// The seeds as they are read, in the order of their names.
  let documents: [SourceDocument]
  /// What each of their articles gives.
  let records: [ArticleRecords]
  /// What all of them give together.
  let dataset: Dataset

  /// The seeds of all suites.
  static func shared() throws -> ResolutionSeeds { try made.get() }

  private static let made = Result { try ResolutionSeeds() }

  private init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter {
      $0.hasSuffix(".txt")
    }
    let fixture = try TablesFixture.shared()
    let reader = try DocumentReader(lexicon: fixture.lexicon)
    documents = try names.sorted().map { name in
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      return try reader.read(RawRecord(path: name, bytes: bytes, mediaType: .plainText))
    }
    records = documents.flatMap { fixture.normalizer.normalize($0) }
    dataset = try Resolution.resolve(records)
  }
}
