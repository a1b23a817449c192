import Foundation

/// A Markdown table of one row of an exported CSV file, shortened.
struct SampleTable {
  /// The cells, header first.
  let rows: [[String]]

  /// Reads CSV in which a quote stands for itself when it is doubled.
  init(csv bytes: [UInt8]) {
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...] {
      switch byte {
      // A doubled quote closes and opens again: what is inside stays, without the quote, which no sample needs.
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell = []
      case 0x0A where !isQuoted:
        rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
        cell = []
        rows.append([])
      case 0x0D where !isQuoted: break
      default: cell.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
    }
    self.rows = rows.filter { !$0.isEmpty }
  }

  /// The lines of a table of some columns and the first of the rows with the most of them filled.
  func markdown(columns: [String]) -> [String] {
    let places = columns.compactMap { rows.first?.firstIndex(of: $0) }
    guard places.count == columns.count else { return [] }
    let cells = rows.dropFirst().map { row in places.map { row[$0] } }
    let most = cells.map { row in row.count { !$0.isEmpty } }.max() ?? 0
    guard let row = cells.first(where: { row in row.count { !$0.isEmpty } == most }) else { return [] }
    return [
      "| " + columns.joined(separator: " | ") + " |",
      "|" + String(repeating: "---|", count: columns.count),
      "| " + row.map(Self.short).joined(separator: " | ") + " |",
    ]
  }

  private static func short(_ cell: String) -> String {
    let escaped = cell.replacingOccurrences(of: "|", with: "\\|")
    guard escaped.unicodeScalars.count > 60 else { return escaped }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: escaped.unicodeScalars.prefix(60))
    return String(scalars) + "…"
  }
}
