import EventModel
import Exporters
import Testing

@Test("Every format in the registry keeps the laws of exporters", arguments: ExporterRegistry.entries.map(\.name))
func registryKeepsLaws(name: String) throws {
  let entry = try #require(ExporterRegistry.entries.first { $0.name == name })
  let conformance = ExporterConformance(keeping: [.article, .entity, .event]) { entry.make(ExportOptions()) }
  #expect(conformance.violations(large: 1000) == [])
  #expect(conformance.violations(on: Sample.full) == [])
  #expect(conformance.violations(on: Sample.contested) == [])
}

@Test("Formats differ in their names, files and resources")
func registryIsUnambiguous() {
  let formats = ExporterRegistry.entries.map { ($0.name, $0.make(ExportOptions()).format) }
  for (name, format) in formats { #expect(name == format.name) }
  let files = formats.flatMap(\.1.files)
  #expect(Set(files.map(\.path)).count == files.count)
  #expect(Set(files.map(\.name)).count == files.count)
  #expect(ExporterRegistry.exporter(named: "csv")?.format.files.first?.path == "data/csv/events.csv")
  #expect(ExporterRegistry.exporter(named: "parquet") == nil)
}

/// Breaks one law each.
private struct LawBreaker: Exporter {
  var format = ExportFormat(
    name: "bad", summary: "",
    files: [OutputFile(name: "a", title: "", path: "data/a/a.txt", format: "", mediaType: "", schema: nil)])
  var total = 0
  var header = "x"
  var looksBack = false
  var bytes: [UInt8] = []
  var lossNotes: [Diagnostic] = []
  /// What is written of an event: nothing, its id as it comes, its id at the end, or all ids in order at the end.
  var events = Events.none
  var ids: [String] = []

  enum Events {
    case none
    case come
    case sorted
  }

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    output[0].append(self.header)
    output[0].append(contentsOf: bytes)
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    if looksBack { output[0].append("\(output[0].count)") }
    switch events {
    case .none: break
    case .come: output[0].append("\(event.id)")
    case .sorted: ids.append("\(event.id)")
    }
  }

  /// How many bytes are drained, in pieces of what size.
  var drained = (count: 0, piece: 1)
  var failure: Diagnostic?

  mutating func end(to output: inout OutputBuffers) {
    output[0].append(ids.sorted().joined())
  }

  mutating func drain(to output: inout OutputBuffers) -> Bool {
    let count = min(drained.count, drained.piece)
    output[0].append(String(repeating: "x", count: count))
    drained.count -= count
    return count > 0
  }
}

@Test("The check finds an unwritten file, a bad path, a look back at the buffer, and a clock")
func conformanceFindsFaults() {
  func laws(_ make: @escaping @Sendable () -> LawBreaker) -> [ExporterConformance.Violation.Law] {
    ExporterConformance(make).violations(on: Sample.full).map(\.law)
  }
  #expect(laws { LawBreaker() } == [])
  #expect(laws { LawBreaker(header: "") } == [.everyFile])
  #expect(laws { LawBreaker(looksBack: true) } == [.pieces])
  #expect(laws { LawBreaker(header: "\(UInt64.random(in: 0...(.max)))") } == [.sameBytes, .pieces])
  let bad = LawBreaker().format.files[0]
  #expect(laws { LawBreaker(bytes: [0xFF]) } == [.text])
  #expect(laws { LawBreaker(lossNotes: [Diagnostic("x", "x", severity: .note, file: "data/a/a.txt")]) } == [])
  #expect(laws { LawBreaker(lossNotes: [Diagnostic("x", "x", severity: .note)]) } == [.sameNotes])
  #expect(laws { LawBreaker(lossNotes: [Diagnostic("x", "x", file: "data/a/a.txt")]) } == [.sameNotes])
  for path in ["/a", "a/../b", "", "a//b", "./a", "a", "data", "data/../a", "data/a/", "data/schemas/a"] {
    #expect(
      laws {
        var breaker = LawBreaker()
        breaker.format.files[0].path = path
        return breaker
      } == [.declaration])
  }
  #expect(
    laws {
      var breaker = LawBreaker()
      breaker.format.files.append(bad)
      return breaker
    } == [.declaration, .declaration, .everyFile])
}

@Test("The check on its own data sets finds records that are left out, sorted or held back")
func conformanceFindsMissingRecords() {
  func laws(_ events: LawBreaker.Events) -> [ExporterConformance.Violation.Law] {
    ExporterConformance { LawBreaker(events: events) }.violations(large: 100).map(\.law)
  }
  #expect(laws(.come) == [])
  #expect(laws(.none) == [.everyRecord, .everyRecord, .everyRecord, .order])
  #expect(laws(.sorted) == [.order, .flow])
  #expect(ExporterConformance(keeping: []) { LawBreaker() }.violations(large: 100) == [])
}

@Test("The check lets a file be drained in small pieces, and finds one that is not, and an exporter that fails")
func conformanceDrains() {
  func laws(_ breaker: LawBreaker) -> Set<ExporterConformance.Violation.Law> {
    Set(ExporterConformance(keeping: []) { breaker }.violations(large: 100).map(\.law))
  }
  var breaker = LawBreaker()
  breaker.drained = (3 << 20, 1 << 18)
  #expect(laws(breaker) == [])
  breaker.drained.piece = 1 << 21
  #expect(laws(breaker) == [.flow])
  #expect(laws(LawBreaker(failure: Diagnostic("system", "the disk is full"))) == [.everyFile])
}

@Test("The data sets for authors hold what they promise")
func conformanceData() {
  #expect(ConformanceData.empty.articles.isEmpty && ConformanceData.empty.events.isEmpty)
  #expect(ConformanceData.hostile.events.count == ConformanceData.hostileTexts.count)
  let large = ConformanceData.large(events: 2000)
  #expect(large.events.count == 2000 && large.articles.count == 250)
  #expect(large.events.contains { ($0.evidence.first?.quote.utf16.count ?? 0) > 20_000 })
  for dataset in [ConformanceData.small, ConformanceData.hostile, large] {
    #expect(dataset == Dataset(articles: dataset.articles, entities: dataset.entities, events: dataset.events))
    #expect(Set(dataset.events.map(\.id)).count == dataset.events.count)
  }
}
