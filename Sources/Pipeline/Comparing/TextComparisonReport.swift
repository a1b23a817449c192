internal import EventModel
internal import JSON
internal import Validators

/// The differences for people: `+` added, `-` gone, `~` changed, and the fields below.
///
/// ```
/// ~ event evt-24eaab36b05dcee5 ../2023-12-31 CONSULT visit وليام بيرنز
///     confidence: 49 → 51
/// events: 78, before 78: 1 changed
/// ```
struct TextComparisonReport: ComparisonReport {
  mutating func begin() -> [UInt8] { [] }

  mutating func show(_ record: ChangedRecord) -> [UInt8] {
    let mark =
      switch record.change {
      case .added: "+"
      case .gone: "-"
      case .changed: "~"
      }
    let id = ChangedRecord.id(record.new) ?? ChangedRecord.id(record.old) ?? ""
    var text = "\(mark) \(record.kind.singular) \(id) \(Self.short(record.title, 120))\n"
    if record.hasNewID, let old = ChangedRecord.id(record.old) { text += "    was \(old)\n" }
    for change in record.fields where change.field != "id" {
      switch (change.old, change.new) {
      case (nil, let new?): text += "    + \(change.field): \(Self.show(new))\n"
      case (let old?, nil): text += "    - \(change.field): \(Self.show(old))\n"
      default: text += "    \(change.field): \(Self.show(change.old)) → \(Self.show(change.new))\n"
      }
    }
    return Array(text.utf8)
  }

  mutating func end(_ summary: ComparisonSummary) -> [UInt8] {
    var text = ""
    for (name, figures) in summary.list {
      var parts: [String] = []
      if figures.added > 0 { parts.append("\(figures.added) added") }
      if figures.gone > 0 { parts.append("\(figures.gone) gone") }
      if figures.changed > 0 {
        parts.append(
          "\(figures.changed) changed" + (figures.renamed > 0 ? " (\(figures.renamed) with another id)" : ""))
      }
      text +=
        "\(name): \(figures.new), before \(figures.old): \(parts.isEmpty ? "the same" : parts.joined(separator: ", "))\n"
    }
    return Array(text.utf8)
  }

  private static func show(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null?: "none"
    case .object(let members)?:
      short(members.first { ["quote", "name", "path"].contains($0.key) }.map { show($0.value) } ?? words(members), 80)
    case .array(let elements)?: elements.isEmpty ? "none" : counted(elements.count, "element")
    case let value?: short(value.plainText.isEmpty ? "“”" : value.plainText, 80)
    }
  }

  /// The words of a record inside another: who says what.
  private static func words(_ members: [JSONMember]) -> String {
    let chain = members.first { $0.key == "chain" }?.value.array?.map { $0["name"]?.plainText ?? "" } ?? []
    let texts = members.filter { $0.key != "id" && $0.key != "article" }.map(\.value.plainText).filter { !$0.isEmpty }
    return (chain + texts).joined(separator: " ")
  }

  /// A text on one line, cut where it is long, in code points.
  private static func short(_ text: String, _ limit: Int) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalars.count == limit {
        scalars.append("…")
        break
      }
      scalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return String(scalars)
  }
}
