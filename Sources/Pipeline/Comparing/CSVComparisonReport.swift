internal import EventModel
internal import Exporters
internal import JSON
internal import Validators

/// The differences as a table with a row a field, written as the tables of an export are, without a byte order mark.
struct CSVComparisonReport: ComparisonReport {
  private static let columns = ["record", "change", "old_id", "id", "title", "field", "old", "new"]

  mutating func begin() -> [UInt8] {
    Self.row(Self.columns)
  }

  mutating func show(_ record: ChangedRecord) -> [UInt8] {
    let cells = [
      record.kind.singular, record.change.rawValue, ChangedRecord.id(record.old) ?? "",
      ChangedRecord.id(record.new) ?? "", record.title,
    ]
    guard !record.fields.isEmpty else { return Self.row(cells + ["", "", ""]) }
    return record.fields.flatMap { Self.row(cells + [$0.field, Self.text($0.old), Self.text($0.new)]) }
  }

  mutating func end(_ summary: ComparisonSummary) -> [UInt8] { [] }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .array?, .object?:
      var json = JSONWriter()
      json.value(value ?? .null)
      return String(decoding: json.bytes, as: UTF8.self)
    default: return value?.plainText ?? ""
    }
  }

  private static func row(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in FormulaGuard.apply(cell).utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    return bytes + [0x0D, 0x0A]
  }
}
