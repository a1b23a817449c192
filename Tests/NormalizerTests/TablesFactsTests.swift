import EventModel
import Lexicon
import Testing

/// What can be told of the facts in the tables without any other source.
@Suite struct TablesFactsTests {
  /// An office that a person held: president@RUS from one day to another.
  private struct Term {
    var row: Table.Row
    var office: String
    var from: EDTFDate
    /// nil where the office is still held.
    var to: EDTFDate?
  }

  private let lexicon: Lexicon

  init() throws {
    lexicon = try TablesFixture.shared().lexicon
  }

  @Test("The countries are those of ISO 3166-1, and Kosovo")
  func countries() {
    let known = Self.iso.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(lexicon.rows("countries").map { $0["id"] }.sorted() == (known + ["XKX"]).sorted())
  }

  @Test(
    "No name or alias of a table is that of two rows",
    arguments: ["countries", "demonyms", "persons", "organizations", "media", "places"])
  func names(_ table: String) {
    let column: StaticString = table == "demonyms" ? "nisba" : "name"
    var owners: [String: String] = [:]
    for row in lexicon.rows(table) {
      for form in Set((row.list(column) + row.list("aliases")).map(Self.folded)) {
        let first = owners.updateValue(row["id"], forKey: form)
        #expect(first == nil, "\(row.file):\(row.line): “\(form)” of \(row["id"]) is also \(first ?? "")")
      }
    }
    #expect(!owners.isEmpty)
  }

  @Test("No name of a country, a person, an organization or a place is that of another kind")
  func kinds() {
    var owners: [String: String] = [:]
    for table in ["countries", "persons", "organizations", "places"] {
      for row in lexicon.rows(table) {
        for form in Set((row.list("name") + row.list("aliases")).map(Self.folded)) {
          let first = owners.updateValue(table, forKey: form)
          #expect(first == nil || first == table, "\(row.file):\(row.line): “\(form)” is also in \(first ?? "")")
        }
      }
    }
    #expect(!owners.isEmpty)
  }

  @Test("A person's offices are terms of days, months or years")
  func wellFormedTerms() {
    var cells = 0
    for row in lexicon.rows("persons") {
      for cell in row.list("roles") {
        cells += 1
        #expect(Self.term(cell, row) != nil, "\(row.file):\(row.line): \(cell)")
      }
    }
    #expect(cells > 2000)
    #expect(terms().count == cells)
  }

  @Test("No two persons hold an office of one holder at one time")
  func singleHolders() {
    // A term may begin on the day when the one before ends; where only the month or the year is known, anywhere in it.
    for (office, held) in Dictionary(grouping: terms(), by: \.office) where !Self.isShared(office) {
      for (index, one) in held.enumerated() {
        for other in held[(index + 1)...] {
          let overlaps = Self.begins(other, before: one) && Self.begins(one, before: other)
          #expect(
            !overlaps || one.row["id"] == other.row["id"],
            "\(office): \(one.row["id"]) (line \(one.row.line)), \(other.row["id"]) (line \(other.row.line))")
        }
      }
    }
  }

  @Test("A country has one reigning head at most", arguments: ["king", "emir", "sultan", "emperor", "supreme-leader"])
  func incumbents(_ role: String) {
    let incumbents = terms().filter { $0.to == nil && $0.office.hasPrefix(role + "@") }
    #expect(!incumbents.isEmpty)
    #expect(Set(incumbents.map(\.office)).count == incumbents.count)
  }

  @Test("A place is of a kind that the head of its table names")
  func placeKinds() {
    let rows = lexicon.rows("places")
    #expect(rows.count >= 1300)
    for row in rows { #expect(Self.placeKinds.contains(row["kind"]), "\(row.file):\(row.line): \(row["kind"])") }
  }

  @Test("A place that stands for a government is a city, and no country has three of them")
  func capitals() {
    let rows = lexicon.rows("places").filter { $0["capital"] == "yes" }
    for row in rows { #expect(row["kind"] == "city", "\(row.file):\(row.line)") }
    for (country, cities) in Dictionary(grouping: rows, by: { $0["country"] }) {
      #expect(cities.count <= 2, "\(country): \(cities.map { $0["id"] })")
    }
  }

  @Test(
    "Every row shows itself in an example",
    arguments: ["demonyms", "places", "persons", "organizations", "media", "roles", "groups", "titles"])
  func examples(_ table: String) {
    for row in lexicon.rows(table) { #expect(!row["example"].isEmpty, "\(row.file):\(row.line): \(row["id"])") }
  }

  private func terms() -> [Term] {
    lexicon.rows("persons").flatMap { row in row.list("roles").compactMap { Self.term($0, row) } }
  }

  /// `office@seat:from/to`, with `..` for an office that is still held.
  private static func term(_ cell: String, _ row: Table.Row) -> Term? {
    let parts = cell.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].split(separator: "@").count == 2 else { return nil }
    let ends = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2, let from = EDTFDate(ends[0]), let first = from.earliest, from.latest != nil
    else { return nil }
    if ends[1] == ".." { return Term(row: row, office: String(parts[0]), from: from, to: nil) }
    guard let to = EDTFDate(ends[1]), let last = to.latest, first <= last else { return nil }
    return Term(row: row, office: String(parts[0]), from: from, to: to)
  }

  /// Whether a term certainly begins before another one ends.
  private static func begins(_ term: Term, before other: Term) -> Bool {
    guard let end = other.to else { return true }
    guard let start = term.from.latest, let last = end.earliest else { return false }
    return start < last
  }

  /// Offices that several persons may hold at once.
  private static func isShared(_ office: String) -> Bool { office.hasPrefix("vice-president@") }

  /// A form without what Arabic spelling leaves to taste.
  private static func folded(_ form: String) -> String {
    String(
      String.UnicodeScalarView(
        form.unicodeScalars.compactMap { scalar in
          switch scalar {
          case "أ", "إ", "آ": "ا"
          case "ة": "ه"
          case "ى": "ي"
          case "\u{64B}"..."\u{652}": nil
          default: scalar
          }
        }))
  }

  private static let placeKinds: Set<String> = [
    "city", "district", "village", "governorate", "province", "state", "region", "continent", "country-group", "island",
    "sea", "strait", "gulf", "canal", "river", "lake", "mountain", "desert", "camp", "crossing", "border", "base",
    "port", "airport", "building", "square", "dam", "reactor", "road",
  ]

  private static let iso = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM
    BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR
    CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB
    GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA
    JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA
    MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS
    SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
    TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    """
}
