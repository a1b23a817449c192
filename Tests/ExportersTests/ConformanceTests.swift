import EventModel
import Exporters
import Testing

@Test("Every format in the registry keeps the laws of exporters", arguments: ExporterRegistry.entries.map(\.name))
func registryKeepsLaws(name: String) throws {
  let entry = try #require(ExporterRegistry.entries.first { $0.name == name })
  let conformance = ExporterConformance { entry.make(ExportOptions()) }
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
    files: [OutputFile(name: "a", title: "", path: "a.txt", format: "", mediaType: "", schema: nil)])
  var total = 0
  var header = "x"
  var looksBack = false

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    output[0].append(self.header)
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    if looksBack { output[0].append("\(output[0].count)") }
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
  for path in ["/a", "a/../b", "", "a//b", "./a"] {
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
