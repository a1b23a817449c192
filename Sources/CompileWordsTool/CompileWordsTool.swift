import ArabicText
import Foundation

/// Writes a Swift file with the forms of the verbs and everyday words of two tables.
///
/// Usage: `CompileWordsTool OUTPUT.swift VERBS.tsv COMMON-WORDS.tsv`. It reads the tables by itself, because what it writes
/// is part of what else would read them.
@main
struct CompileWordsTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    guard arguments.count == 3 else { throw CompileError.usage }
    var writer = CompiledForms.Writer()
    // A pair that is no verb is left to the program, which says so.
    try forEachValue("verb", of: arguments[1]) { _ = writer.add(verb: $0) }
    try forEachValue("forms", of: arguments[2]) { writer.add(everyday: $0) }
    guard let parts = writer.parts else { throw CompileError.longWord }
    let literals = zip(["letters", "lengths", "readings", "verbs"], parts).map { "    \($0): \(literal($1))" }
    let swift = """
      package import ArabicText

      extension CompiledForms {
        /// The forms of the bundled tables.
        package static let bundled = CompiledForms(
      \(literals.joined(separator: ",\n"))
        )
      }

      """
    try swift.write(to: arguments[0], atomically: true, encoding: .utf8)
  }

  /// Hands over the values of a column, which are separated by ` | `.
  private static func forEachValue(
    _ column: String, of table: URL, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws {
    let lines = try Data(contentsOf: table).split(separator: 0x0A).filter { $0.first != 0x23 }
    guard let header = lines.first, let index = cells(header).firstIndex(of: Array(column.utf8)) else {
      throw CompileError.noColumn(column, table.lastPathComponent)
    }
    for line in lines.dropFirst() {
      let cells = cells(line)
      guard index < cells.count else { continue }
      for value in cells[index].split(separator: 0x7C).map(trimmed) where !value.isEmpty {
        value.withUnsafeBufferPointer(body)
      }
    }
  }

  private static func cells(_ line: Data) -> [[UInt8]] {
    line.split(separator: 0x09, omittingEmptySubsequences: false).map(trimmed)
  }

  private static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
    Array(bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
  }

  /// A raw literal. It drops the last line break, so that one is added; no text holds its fence.
  private static func literal(_ text: String) -> String { "#\"\"\"\n\(text)\n\"\"\"#" }
}

enum CompileError: Error {
  case usage
  case longWord
  case noColumn(String, String)
}
