import EventModel
import Exporters
import Foundation

@testable import Pipeline

/// A folder with programs that export, made by a test, and one to export to.
final class ProgramFolder {
  private let folder: TemporaryFolder
  /// Where python3 is; nil where it is not.
  static let python: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { $0 + "/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("exports/kept", "kept")
  }

  /// The folder of the test.
  var path: String { folder.path }
  /// The folder of the programs.
  var programs: String { folder.path + "/bin" }
  /// The folder of the export.
  var exports: String { folder.path + "/exports" }
  /// What is in the folder of the export.
  var names: [String] { folder.names.filter { $0.hasPrefix("exports/") }.map { String($0.dropFirst(8)) } }

  /// The text of a file of the export.
  func read(_ name: String) -> String? { folder.read("exports/" + name) }

  /// Writes a program `isnad-export-NAME`.
  ///
  /// Another process writes it: what this one has open for writing while some test starts a process, nobody can run.
  func add(_ name: String, _ text: String) throws -> ExportProgram {
    let path = "bin/" + ProgramProtocol.namePrefix + name
    try folder.write("text", text)
    _ = try Project.run("mkdir -p bin && cp text '\(path)' && chmod 755 '\(path)'", in: folder.path)
    return ExportProgram(name: name, path: folder.path + "/" + path)
  }

  /// Writes a program in the language of `sh` that describes itself with `files`, and otherwise does what `body` says.
  func shell(_ body: String, files: [String] = ["out.txt"]) throws -> ExportProgram {
    let list = files.map { #"{"path":"\#($0)","title":"T","media_type":"text/plain"}"# }.joined(separator: ",")
    return try add(
      "bad",
      """
      #!/bin/sh
      if [ "$1" = --describe ]; then
        echo '{"protocol":[1],"summary":"S","files":[\(list)]}'
        exit
      fi
      \(body)
      """)
  }

  /// Describes a program and has it write a data set; the diagnostic where that fails.
  func export(
    _ program: ExportProgram, _ dataset: Dataset = SampleDataset.dataset, seconds: Int = 20
  ) throws(Diagnostic) -> (resources: [DataPackage.Resource], notes: [Diagnostic]) {
    let described = try ProgramRunner.describe(program)
    return try ProgramRunner.write(dataset, with: described, moment: nil, seconds: seconds, into: exports)
  }
}
