import EventModel
import Exporters
import Foundation
import Testing

@testable import Pipeline

/// What the guide for authors of exporters says is true.
@Suite struct ProgramGuideTests {
  private let guide: String
  private let folder: ProgramFolder

  init() throws {
    guide = try String(contentsOf: Project.folder.appending(path: "Documentation/exporters.md"), encoding: .utf8)
    folder = try ProgramFolder()
  }

  /// The program of the guide.
  private var program: String {
    get throws {
      let after = try #require(guide.range(of: "<!-- program isnad-export-timeline -->\n```python\n")).upperBound
      let end = try #require(guide.range(of: "```", range: after..<guide.endIndex)).lowerBound
      return String(guide[after..<end])
    }
  }

  private static let noPython: Comment = "python3 is not here"

  @Test(.enabled(if: ProgramFolder.python != nil, noPython))
  func theProgramOfTheGuideKeepsAllLaws() throws {
    let program = try folder.add("timeline", try program)
    var findings: [ProgramCheck.Finding] = []
    let broken = try ProgramCheck(program, events: 500).run { findings.append($0) }
    #expect(findings.filter { $0.fault != nil } == [])
    #expect(findings.map(\.law) == ProgramCheck.Law.allCases)
    #expect(broken == 0)
  }

  @Test(.enabled(if: ProgramFolder.python != nil, noPython))
  func theProgramOfTheGuideIsAFormat() throws {
    _ = try folder.add("timeline", try program)
    let path = "PATH=\"\(folder.programs):$PATH\"; "
    let listed = try Project.run(path + "isnad formats", in: folder.path)
    #expect(
      String(decoding: listed.output, as: UTF8.self).hasSuffix(
        """
        timeline\tA list of events by day\t\(folder.programs)/isnad-export-timeline
        \tdata/timeline/events.md\tOne line an event

        """))
    let seeds = Seeds.folder
    for target in ["one", "two"] {
      let export = try Project.run(
        path + "isnad export '\(seeds)' --to \(target) --format csv,timeline --quiet && isnad verify \(target) --quiet",
        in: folder.path)
      #expect(export.code == 0, "\(String(decoding: export.errors, as: UTF8.self))")
    }
    let same = try Project.run("diff -r one two && cd one && sha256sum --quiet -c manifest-sha256.txt", in: folder.path)
    #expect(same.code == 0, "\(String(decoding: same.output, as: UTF8.self))")
    let package = try Project.run(
      "cat one/datapackage.json one/provenance.json one/data/timeline/events.md", in: folder.path)
    let text = String(decoding: package.output, as: UTF8.self)
    #expect(text.contains("\"path\": \"data/timeline/events.md\""))
    #expect(text.contains("\"path\": \"isnad-export-timeline\""))
    #expect(text.contains("- 2002 CONSULT ") || text.contains(" CONSULT "))
  }

  @Test(.enabled(if: ProgramFolder.python != nil, noPython))
  func anExportWhoseProgramFailsLeavesTheLastOne() throws {
    _ = try folder.shell("cat >/dev/null; echo '{\"message\":\"no\"}' >&2; exit 1")
    let path = "PATH=\"\(folder.programs):$PATH\"; "
    let seeds = Seeds.folder
    let good = try Project.run(
      path + "isnad export '\(seeds)' --to out --format csv --quiet && find out | sort", in: folder.path)
    let bad = try Project.run(path + "isnad export '\(seeds)' --to out --format csv,bad --quiet", in: folder.path)
    let after = try Project.run("find out | sort", in: folder.path)
    #expect(good.code == 0 && good.output == after.output)
    #expect(bad.code == 1)
    #expect(
      String(decoding: bad.errors, as: UTF8.self)
        == "isnad-export-bad: error: it could not write these data (exit code 1): no [program-exit]\n")
    let left = try Project.run("ls -A", in: folder.path)
    #expect(!String(decoding: left.output, as: UTF8.self).contains(".isnad"))
  }

  @Test func anExportThatIsInterruptedEndsItsProgram() throws {
    let mark = folder.path + "/pid"
    _ = try folder.shell("echo $$ > '\(mark)'; cat >/dev/null; sleep 300")
    let result = try Project.run(
      """
      PATH="\(folder.programs):$PATH" isnad export '\(Seeds.files[0])' --to out --format bad --quiet & p=$!
      while ! [ -s '\(mark)' ]; do sleep 0.1; done
      kill -TERM $p; wait $p; echo $?; kill -0 $(cat '\(mark)') 2>/dev/null && echo alive; ls -A
      """, in: folder.path)
    #expect(String(decoding: result.output, as: UTF8.self) == "143\nbin\nexports\npid\ntext\n")
    #expect(String(decoding: result.errors, as: UTF8.self) == "interrupted: nothing was changed\n")
  }

  @Test func aProgramThatCannotDescribeItselfIsAWarningOfTheList() throws {
    _ = try folder.add("bad", "#!/bin/sh\necho hello\n")
    _ = try folder.add("csv", "#!/bin/sh\necho hello\n")
    let result = try Project.run("PATH=\"\(folder.programs):$PATH\" isnad formats", in: folder.path)
    let plain = try Project.run("isnad formats", in: folder.path)
    #expect(result.code == 0 && result.output == plain.output)
    let errors = String(decoding: result.errors, as: UTF8.self)
    #expect(errors.hasPrefix("isnad-export-bad: warning: --describe prints no JSON: ") && errors.hasSuffix("]\n"))
    let export = try Project.run(
      "PATH=\"\(folder.programs):$PATH\" isnad export '\(Seeds.folder)' --to out --format csv,bad; ls", in: folder.path)
    #expect(String(decoding: export.output, as: UTF8.self) == "bin\nexports\ntext\n")
    #expect(String(decoding: export.errors, as: UTF8.self) == errors.replacing("warning", with: "error"))
  }

  /// Programs in the language of `sh` that keep all laws but one or a few.
  @Test(arguments: [
    // Ignores END, versions and counts.
    ("cat >/dev/null; echo x", ["usage", "no-header", "no-end", "wrong-count", "other-version"]),
    // Refuses everything.
    ("exit 3", ["small", "empty", "hostile", "large", "later", "same-bytes"]),
    // Leaves a process behind.
    ("sleep 300 & exit 3", ["small", "empty", "hostile", "large", "later", "same-bytes", "alone"]),
    // Hangs without an end.
    (
      "[ $# = 0 ] || exit 2; grep -c . >\"$TMPDIR/n\"; [ $(cat \"$TMPDIR/n\") -gt 5 ] || sleep 100; echo x",
      ["empty", "no-header", "no-end", "other-version"]
    ),
    // Depends on its surroundings.
    ("cat >/dev/null; echo \"$TZ\"", ["usage", "no-header", "no-end", "wrong-count", "other-version", "same-bytes"]),
  ])
  func theCheckFindsTheLawsThatAreBroken(body: String, laws: [String]) throws {
    let program = try folder.shell(body)
    var findings: [ProgramCheck.Finding] = []
    let broken = try ProgramCheck(program, events: 50, seconds: 4).run { findings.append($0) }
    let found = findings.filter { $0.fault != nil }.map(\.law.rawValue)
    #expect(
      found.filter { $0 != "wrong-count" } == laws.filter { $0 != "wrong-count" }, "\(findings.map(\.description))")
    #expect(broken == found.count)
  }

  @Test func theCheckEndsWhereAProgramCannotDescribeItself() throws {
    let program = try folder.add("bad", "#!/bin/sh\necho hello\n")
    let result = try Project.run("isnad plugin-check \(program.path)", in: folder.path)
    #expect(result.code == 1)
    let text = String(decoding: result.output, as: UTF8.self)
    #expect(text.hasPrefix("FAIL  describe      --describe prints no JSON: "), "\(text)")
    #expect(text.contains("\n                    Print {\"protocol\": [1]"))
    #expect(String(decoding: result.errors, as: UTF8.self) == "1 law of 13 broken\n")
  }

  @Test func theGuideNamesEveryLimitLawAndDiagnostic() throws {
    let words =
      ExporterConformance.Violation.Law.allCases.map(\.rawValue)
      + ["program-describe", "program-exit", "program-signal", "program-limit", "program-files", "program-bytes"]
      + ["64 processes", "2000 files", "64 MiB", "4 GiB", "256 open files", "1 MiB", "64 KiB", "10 seconds"]
    for word in words { #expect(guide.contains(word), "\(word)") }
    let limits = ProgramLimits(input: 0)
    #expect(limits.processes == 64 && limits.files == 2000 && limits.output == 64 << 20 && limits.openFiles == 256)
    #expect(limits.memory == 4 << 30 && limits.messages == 1 << 20 && limits.seconds == 60)
    #expect(ProgramLimits(input: 100_000_000).seconds == 1060)
    #expect(ProgramLimits(input: 1 << 40).output == 10 << 30)
  }
}
