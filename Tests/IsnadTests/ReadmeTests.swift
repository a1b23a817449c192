import EventModel
import Exporters
import Foundation
import Testing

@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(contentsOf: Project.folder.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func theExampleExporterIsTheOneThatTheTestsCompile() throws {
    let file = Project.folder.appending(path: "Tests/IsnadTests/TimelineExporter.swift")
    #expect(Self.explains(try String(contentsOf: file, encoding: .utf8), in: readme))
  }

  @Test func theExampleExporterKeepsTheLaws() {
    let conformance = ExporterConformance { ExporterRegistry.Entry.timeline.make(ExportOptions()) }
    #expect(conformance.violations(on: SampleDataset.dataset) == [])
  }

  @Test func everyMakeWordIsExplained() throws {
    let makefile = try String(contentsOf: Project.folder.appending(path: "Makefile"), encoding: .utf8)
    let words = makefile.components(separatedBy: "\n").filter { $0.contains(": ") && $0.contains(" ## ") }
      .compactMap { $0.components(separatedBy: ":").first }
    #expect(words.contains("export") && words.contains("test"))
    let guide = try String(contentsOf: Project.folder.appending(path: "CONTRIBUTING.md"), encoding: .utf8)
    for word in words { #expect(Self.explains("make \(word)", in: readme + guide), "make \(word)") }
  }

  @Test func everySubcommandIsExplained() throws {
    let help = try Project.run("isnad --help", in: Project.folder.path(percentEncoded: false))
    let lines = String(decoding: help.output, as: UTF8.self).components(separatedBy: "\n")
    let names = lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.contains("'") }
      .compactMap { $0.split(separator: " ").first }
    #expect(names.contains("export"))
    for name in names { #expect(Self.explains("isnad \(name)", in: readme), "isnad \(name)") }
  }

  @Test(.enabled(if: Project.hasGolden, "there is no golden export yet: make record"))
  func theSampleRowsAreThoseOfTheExportOfTheSeeds() async throws {
    let folder = try TemporaryFolder()
    try await Seeds.export([Seeds.folder], to: folder.path + "/exports")
    var lines: [String] = []
    var isSample = false
    for line in readme.components(separatedBy: "\n") {
      if isSample, line.hasPrefix("|") { continue }
      isSample = line.hasPrefix("<!-- sample ")
      lines.append(line)
      guard isSample else { continue }
      let words = line.dropLast(4).split(separator: " ").dropFirst(2).map(String.init)
      let name = try #require(words.first).replacingOccurrences(of: ":", with: "")
      let sample = SampleTable(csv: folder.bytes("exports/data/csv/" + name)).markdown(
        columns: Array(words.dropFirst()))
      #expect(sample.count == 3, "\(name) has no such columns, or no row")
      lines += sample
    }
    let renewed = lines.joined(separator: "\n")
    if Project.isRecording {
      try Data(renewed.utf8).write(to: Project.folder.appending(path: "README.md"))
    } else {
      let isCurrent = renewed == readme
      #expect(isCurrent, "the sample rows of README.md are out of date: make record")
    }
  }

  /// Asked here, so that a failure does not print the text.
  private static func explains(_ words: String, in text: String) -> Bool {
    text.contains(words)
  }
}
