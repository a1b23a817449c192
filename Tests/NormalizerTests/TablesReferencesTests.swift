import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// What one table says of another holds.
@Suite struct TablesReferencesTests {
  private let lexicon: Lexicon

  init() throws {
    lexicon = try TablesFixture.shared().lexicon
  }

  @Test("No two rows of a table have one id, and no row lacks one")
  func uniqueIDs() {
    // Years and names of characters are identities of their own.
    for name in lexicon.names where !["hijri", "html-entities"].contains(name) {
      var lines: [String: Int] = [:]
      for row in lexicon.rows(name) {
        #expect(!row["id"].isEmpty, "\(row.file):\(row.line)")
        let first = lines.updateValue(row.line, forKey: row["id"])
        #expect(first == nil, "\(row.file):\(row.line): “\(row["id"])” is also in line \(first ?? 0)")
      }
    }
  }

  @Test("A year of the Hijri calendar stands once")
  func uniqueYears() {
    let years = lexicon.rows("hijri").map { $0["year"] }
    #expect(!years.isEmpty)
    #expect(Set(years).count == years.count)
  }

  @Test(
    "A country is an ISO code that the table of countries knows",
    arguments: [
      ("persons", "country"), ("organizations", "country"), ("organizations", "stands_for"), ("media", "country"),
      ("places", "country"), ("demonyms", "country"),
    ] as [(String, StaticString)])
  func countries(_ table: String, _ column: StaticString) {
    let known = Set(lexicon.rows("countries").map { $0["id"] })
    let rows = lexicon.rows(table).filter { !$0[column].isEmpty }
    #expect(!rows.isEmpty)
    for row in rows { #expect(known.contains(row[column]), "\(row.file):\(row.line): \(row[column])") }
  }

  @Test("A country's id is three capital letters")
  func countryCodes() {
    let rows = lexicon.rows("countries")
    #expect(rows.count >= 250)
    for row in rows {
      #expect(row["id"].utf8.count == 3 && row["id"].utf8.allSatisfy { (65...90).contains($0) }, "\(row["id"])")
    }
  }

  @Test("A place that stands for a government says of which country")
  func capitals() {
    let capitals = lexicon.rows("places").filter { $0["capital"] == "yes" }
    #expect(!capitals.isEmpty)
    for row in capitals { #expect(!row["country"].isEmpty, "\(row.file):\(row.line): \(row["id"])") }
  }

  @Test("A person's office is one of the table of roles, of a country or an organization that the tables know")
  func offices() {
    var roles: Set<String> = []
    for row in lexicon.rows("roles") { roles.formUnion([row["id"], row["office"]]) }
    let seats = Set((lexicon.rows("countries") + lexicon.rows("organizations")).map { $0["id"] })
    var tried = 0
    for row in lexicon.rows("persons") {
      for cell in row.list("roles") {
        let office = cell.split(separator: ":", maxSplits: 1)[0].split(separator: "@").map(String.init)
        tried += 1
        #expect(roles.contains(office.first ?? ""), "\(row.file):\(row.line): \(cell)")
        #expect(seats.contains(office.last ?? ""), "\(row.file):\(row.line): \(cell)")
      }
    }
    #expect(tried > 500)
  }

  @Test("The terms of an office do not end before they begin")
  func terms() {
    for row in lexicon.rows("persons") {
      for cell in row.list("roles") {
        guard let date = cell.split(separator: ":", maxSplits: 1).dropFirst().first.flatMap({ EDTFDate(String($0)) }),
          let earliest = date.earliest, let latest = date.latest
        else { continue }
        #expect(earliest <= latest, "\(row.file):\(row.line): \(cell)")
      }
    }
  }

  @Test("A Wikidata item is that of one row only", arguments: ["persons", "organizations"])
  func items(_ table: String) {
    var ids: [String: String] = [:]
    for row in lexicon.rows(table) where !row["wikidata"].isEmpty {
      #expect(row["wikidata"].hasPrefix("Q"), "\(row.file):\(row.line)")
      let first = ids.updateValue(row["id"], forKey: row["wikidata"])
      #expect(first == nil, "\(row.file):\(row.line): \(row["wikidata"]) is also \(first ?? "")")
    }
    #expect(!ids.isEmpty)
  }

  @Test("A row that a step does not understand is refused with its file and line")
  func faults() throws {
    let header = "id\tkind\tform\tstance\tsource_slot\tcomplement\tscope\n"
    var lexicon = lexicon
    let row = "mine\tverb\tقال/يقول\tshouts\tsubj\tإن\toccurrence\n"
    try lexicon.add(file: "mine/reporting.tsv", contents: Array((header + row).utf8))
    let fault = #expect(throws: Diagnostic.self) { try Normalizer(lexicon: lexicon, images: nil) }
    #expect(fault?.file == "mine/reporting.tsv")
    #expect(fault?.line == 2)
    #expect(fault?.id == "unknown-stance")
  }

  @Test("A user's row replaces the bundled row of its id")
  func replacement() throws {
    var lexicon = lexicon
    let count = lexicon.rows("countries").count
    try lexicon.add(file: "countries.tsv", contents: Array("id\tname\nRUS\tروسيا الكبرى\n".utf8))
    #expect(lexicon.rows("countries").count == count)
    #expect(lexicon.rows("countries").filter { $0["id"] == "RUS" }.map { $0["name"] } == ["روسيا الكبرى"])
  }
}
