import BundledTables
import Lexicon
import Testing

@testable import Readers

@Suite struct MetadataNamesTests {
  @Test func `The example of every row is read into its field`() throws {
    let lexicon = try Lexicon.bundled()
    let tables = try PageTables(lexicon: lexicon)
    let rows = lexicon.rows("html-metadata")
    #expect(rows.count >= 6)
    for row in rows {
      let html = Array((row["example"] + "<p>نص</p>").utf8)
      let metadata = html.withUnsafeBufferPointer { tables.page($0).metadata }
      let counts = [
        "title": metadata.titles.count, "published": metadata.published.count, "property": metadata.properties.count,
        "date": metadata.namedDates.count, "site": metadata.siteNames.count, "address": metadata.addresses.count,
      ]
      #expect(counts == counts.mapValues { _ in 0 }.merging([row["field"]: 1]) { $1 }, "row \(row["id"])")
    }
  }
}
