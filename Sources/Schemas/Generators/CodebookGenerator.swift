internal import EventModel

/// Generates the codebook: every record, field, value and column in words.
struct CodebookGenerator {
  private var text = ""
  private var enumerations: [Enumeration] = []
  private var tokens: [Token] = []
  private var described: Set<String> = []

  /// The codebook in Markdown.
  static func codebook(_ model: ModelDescription) -> String {
    var book = CodebookGenerator()
    book.text = CodebookProse.introduction
    book.text += "\n## Records\n"
    for root in model.roots { book.describe(root.record) }
    book.text += "\n## Forms\n\nA form is a regular expression for the whole text.\n"
    book.table(
      ["form", "what it is", "expression"],
      book.tokens.map { ["`\($0.name)`", $0.meaning, "`\(Self.cell($0.pattern))`"] })
    book.text += "\n## Values\n"
    for list in book.enumerations { book.describe(list) }
    book.describeModes()
    book.text += CodebookProse.ontology
    book.text += "\n## Tables\n" + CodebookProse.tables
    for table in model.tables { book.describe(table) }
    return book.text
  }

  // MARK: - Records

  private mutating func describe(_ record: RecordDescription) {
    guard described.insert(record.name).inserted else { return }
    text += "\n### \(record.name)\n\n\(record.meaning)\n"
    var nested: [RecordDescription] = []
    let rows = record.fields.map { field in
      ["`\(field.name)`", kind(field.shape, &nested), absence(field.presence), field.meaning]
    }
    table(["field", "value", "absent", "meaning"], rows)
    for record in nested { describe(record) }
  }

  private func absence(_ presence: FieldDescription.Presence) -> String {
    switch presence {
    case .required: "never"
    case .nullable: "null"
    case .optional: "left out"
    }
  }

  private mutating func kind(_ shape: Shape, _ nested: inout [RecordDescription]) -> String {
    switch shape {
    case .text: return "text"
    case .english: return "English text"
    case .integer(let minimum): return "integer ≥ \(minimum)"
    case .percent: return "integer from 0 to 100"
    case .boolean: return "true or false"
    case .day: return "ISO day"
    case .token(let token): return note(token)
    case .code(let list): return "`\(list.name)`"
    case .identifier(let kind): return note(.id(kind))
    case .reference(let kind): return note(.id(kind))
    case .enumeration(let list):
      if !enumerations.contains(where: { $0.name == list.name }) { enumerations.append(list) }
      return "[\(list.name)](#\(list.name))"
    case .record(let record):
      nested.append(record)
      return "[\(record.name)](#\(record.name))"
    case .list(let item, _, _): return "list of " + kind(item, &nested)
    }
  }

  private mutating func note(_ token: Token) -> String {
    if !tokens.contains(where: { $0.name == token.name }) { tokens.append(token) }
    return "`\(token.name)`"
  }

  // MARK: - Values

  private mutating func describe(_ list: Enumeration) {
    text += "\n### \(list.name)\n\n\(list.meaning)\n"
    table(["value", "meaning"], list.values.map { ["`\($0.name)`", $0.meaning] })
  }

  private mutating func describeModes() {
    text += "\n### Modes and general CAMEO codes of the types\n"
    table(
      ["type", "modes", "CAMEO code where nothing finer is known"],
      EventType.allCases.map { type in
        let modes = type.modes.map { "`\($0.rawValue)`" }.joined(separator: " ")
        return ["`\(type.rawValue)`", modes.isEmpty ? "none" : modes, "`\(type.cameo)`"]
      })
  }

  // MARK: - Tables

  private mutating func describe(_ table: TableDescription) {
    text += "\n### \(table.name).csv\n\n\(table.meaning) "
    text += "Key: " + table.primaryKey.map { "`\($0)`" }.joined(separator: ", ") + ".\n"
    var ignored: [RecordDescription] = []
    self.table(
      ["column", "value", "empty", "meaning"],
      table.columns.map { column in
        var value = "values joined by ` | `"
        if case .value(let shape) = column.content { value = kind(shape, &ignored) }
        return ["`\(column.name)`", Self.cell(value), column.isRequired ? "never" : "yes", column.meaning]
      })
  }

  private mutating func table(_ header: [String], _ rows: [[String]]) {
    text += "\n| " + header.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: header.count) + "\n"
    for row in rows { text += "| " + row.joined(separator: " | ") + " |\n" }
  }

  /// A text as it can stand in a table's cell.
  private static func cell(_ text: String) -> String {
    String(decoding: text.utf8.flatMap { $0 == 0x7C ? [0x5C, $0] : [$0] }, as: UTF8.self)
  }
}
