import EventModel
import Foundation
import IsnadKit
import Testing

@Suite struct ArticleReaderTests {
  private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds").path(percentEncoded: false)

  @Test func aFolderOfArticlesBecomesOneDataset() async throws {
    let reading = try await ArticleReader().read([Self.seeds])
    #expect(reading.faults == [])
    #expect(reading.dataset.articles.count >= 5)
    #expect(reading.dataset.events.contains { $0.contested && $0.claims.contains { $0.stance == .denies } })
    #expect(reading.dataset.articles.allSatisfy { $0.text == nil })
  }

  @Test func textsAreKeptWhereTheyAreAskedFor() async throws {
    let reading = try await ArticleReader(keepsText: true).read([Self.seeds])
    #expect(reading.dataset.articles.allSatisfy { $0.text?.isEmpty == false })
  }

  @Test func aMissingFileIsAFaultAndTheOthersAreRead() async throws {
    let reading = try await ArticleReader().read([Self.seeds + "/missing.txt", Self.seeds])
    #expect(reading.faults.count == 1)
    #expect(reading.faults.first?.file?.hasSuffix("missing.txt") == true)
    #expect(!reading.dataset.articles.isEmpty)
  }

  @Test func tablesThatAreNotThereAreADiagnostic() {
    #expect(throws: Diagnostic.self) { try ArticleReader(tables: Self.seeds + "/missing") }
  }
}
