/// What the tool and a program that exports say to each other, version 1. The guide for authors is
/// `Documentation/exporters.md`.
///
/// A program `isnad-export-NAME` on `PATH` is the format `NAME`. Asked with `--describe`, it prints a JSON object
/// (``ProgramDescription``). Run without arguments, it reads JSON Lines from standard input (``RecordStream``) and writes
/// the bytes of its file to standard output, or several files into its working folder.
package enum ProgramProtocol {
  /// The version that this tool speaks.
  package static let version = 1

  /// What the name of a program begins with; the rest is the format's name.
  package static let namePrefix = "isnad-export-"

  /// The argument that asks a program to describe itself.
  package static let describeArgument = "--describe"

  /// The folder of a format's files in an export.
  package static func folder(of format: String) -> String { "data/" + format }

  /// Whether a format of a program may have this name: lower-case letters, digits and hyphens, beginning with a letter,
  /// 32 at most, and neither the name of a built-in format nor of another folder in `data`.
  package static func isAllowed(format: String) -> Bool {
    guard let first = format.utf8.first, (0x61...0x7A).contains(first), format.utf8.count <= 32 else { return false }
    let isPlain = format.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    return isPlain && format != "schemas" && !ExporterRegistry.entries.contains { $0.name == format }
  }
}
