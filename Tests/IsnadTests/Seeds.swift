import BundledTables
import EventModel
import Foundation
import Lexicon

@testable import Pipeline

/// Exports of the project's seeds, as the tests make them.
enum Seeds {
  /// The folder of the seeds.
  static let folder = Project.folder.appending(path: "seeds").path(percentEncoded: false)

  /// The paths of the seed files, sorted.
  static var files: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
  }

  /// Exports files into `target`.
  @discardableResult
  static func export(_ inputs: [String], to target: String, jobs: Int = 2) async throws -> ExportReport {
    let lexicon = try Lexicon.bundled()
    let request = ExportRequest(inputs: inputs, target: target, jobs: jobs)
    return try await request.run(with: Extractor(lexicon: lexicon), lexicon: lexicon) { _ in }
  }
}
