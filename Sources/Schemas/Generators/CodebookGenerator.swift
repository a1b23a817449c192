internal import EventModel

/// Generates the codebook: every record, field, value and column in words, English and Arabic side by side.
struct CodebookGenerator {
  private var text = ""
  private var enumerations: [Enumeration] = []
  private var tokens: [Token] = []
  private var described: Set<String> = []
  private let wording = Wording.current
  /// What is said of a field, by its meaning in English: columns repeat fields.
  private var byMeaning: [String: Wording.Entry] = [:]

  /// The codebook in Markdown.
  static func codebook(_ model: ModelDescription) -> String {
    var book = CodebookGenerator()
    book.text = CodebookProse.introduction + CodebookProse.arabicIntroduction
    book.text += "\n## Records · السجلات\n"
    for root in model.roots { book.describe(root.record) }
    // The tables come later, but may be the only ones to use a form.
    var ignored: [RecordDescription] = []
    for column in model.tables.flatMap(\.columns) { _ = book.kind(column.content, &ignored) }
    book.describeForms()
    book.text += "\n## Values · القيم\n"
    for list in book.enumerations { book.describe(list) }
    book.describeModes()
    book.describeCodes()
    book.text += CodebookProse.ontology + CodebookProse.arabicOntology
    book.text += "\n## Tables\n" + CodebookProse.tables + CodebookProse.arabicTables
    for table in model.tables { book.describe(table) }
    return book.text
  }

  // MARK: - Records

  private mutating func describe(_ record: RecordDescription) {
    guard described.insert(record.name).inserted else { return }
    text += "\n### \(record.name)\n\n\(paragraphs(record.meaning, wording[record.name]))\n"
    var nested: [RecordDescription] = []
    let rows = record.fields.map { field in
      let entry = wording[record.name + "." + field.name]
      byMeaning[field.meaning] = byMeaning[field.meaning] ?? entry
      return [
        "`\(field.name)`", kind(field.shape, &nested) + Self.absence(field.presence), Self.unit(entry),
        Self.example(entry), both(field.meaning, entry),
      ]
    }
    table(["field · الحقل", "value · القيمة", "unit · الوحدة", "example · مثال", "meaning · المعنى"], rows)
    for record in nested { describe(record) }
  }

  private static func absence(_ presence: FieldDescription.Presence) -> String {
    switch presence {
    case .required: ""
    case .nullable: " or null"
    case .optional: ", left out where not asked for"
    }
  }

  private mutating func kind(_ shape: Shape, _ nested: inout [RecordDescription]) -> String {
    switch shape {
    case .text: return "text"
    case .english: return "English text"
    case .integer(let minimum): return "integer ≥ \(minimum)"
    case .percent: return "integer from 0 to 100"
    case .boolean: return "true or false"
    case .day: return note(.day)
    case .token(let token): return note(token)
    case .code(let list): return note(Token(name: list.name, meaning: list.meaning, pattern: list.pattern))
    case .identifier(let kind): return note(.id(kind))
    case .reference(let kind): return note(.id(kind))
    case .enumeration(let list):
      if !enumerations.contains(where: { $0.name == list.name }) { enumerations.append(list) }
      return "[\(list.name)](#\(list.name))"
    case .record(let record):
      nested.append(record)
      return "[\(record.name)](#\(record.name))"
    case .list(let item, _, let demand):
      let kind = kind(item, &nested)
      return switch demand {
      case .none: "list of " + kind
      case .some: "list of at least one " + kind
      case .different: "list of different " + kind
      }
    }
  }

  private mutating func kind(_ content: ColumnDescription.Content, _ nested: inout [RecordDescription]) -> String {
    switch content {
    case .value(let shape): kind(shape, &nested)
    case .list(let shape): kind(shape, &nested) + ", several joined by ` | `"
    }
  }

  private mutating func note(_ token: Token) -> String {
    if !tokens.contains(where: { $0.name == token.name }) { tokens.append(token) }
    return "`\(token.name)`"
  }

  // MARK: - Forms and values

  private mutating func describeForms() {
    text += "\n## Forms · الأشكال\n\nA form is a regular expression for the whole text, or a list of codes.\n"
    text += "\n" + Self.arabic("الشكل تعبير نمطي للنص كله، أو قائمة رموز.") + "\n"
    table(
      ["form · الشكل", "example · مثال", "what it is · ما هو", "expression · التعبير"],
      tokens.map { token in
        let entry = wording["form:" + token.name]
        let isList = CodeList.all.contains { $0.name == token.name }
        let expression = isList ? "[codes](#codes)" : "`\(Self.cell(token.pattern))`"
        return ["`\(token.name)`", Self.example(entry), both(token.meaning, entry), expression]
      })
  }

  private mutating func describe(_ list: Enumeration) {
    text += "\n### \(list.name)\n\n\(paragraphs(list.meaning, wording[list.name]))\n"
    table(
      ["value · القيمة", "meaning", "المعنى"],
      list.values.map { value in
        ["`\(value.name)`", value.meaning, Self.arabic(wording[list.name + "." + value.name]?.arabic ?? "")]
      })
  }

  private mutating func describeModes() {
    text += "\n### Modes and general CAMEO codes of the types · طرائق الأنواع ورموزها العامة في CAMEO\n"
    table(
      ["type · النوع", "modes · الطرائق", "CAMEO code where nothing finer is known · الرمز حين لا يُعرف أدق منه"],
      EventType.allCases.map { type in
        let modes = type.modes.map { "`\($0.rawValue)`" }.joined(separator: " ")
        return ["`\(type.rawValue)`", modes.isEmpty ? "none · لا شيء" : modes, "`\(type.cameo)`"]
      })
  }

  private mutating func describeCodes() {
    text +=
      "\n### Codes\n\nCAMEO's codes in use: those that the bundled tables give to events. Tables of one's own may give\n"
    text += "any other of the list; codes below 020 are none.\n\n"
    text += Self.arabic(
      "رموز CAMEO المستعملة: هي التي تعطيها الجداول المرفقة للأحداث. "
        + "وللجداول الخاصة أن تعطي أي رمز آخر من القائمة، سوى ما دون 020.")
    text += "\n"
    table(
      ["code · الرمز", "name", "الاسم"],
      CAMEONames.all.map { ["`\($0.code)`", $0.english, Self.arabic($0.arabic)] })
    for list in CodeList.all {
      text += "\n**\(list.name)**, all \(list.codes.count): " + list.codes.joined(separator: " ") + "\n"
    }
  }

  // MARK: - Tables

  private mutating func describe(_ table: TableDescription) {
    text += "\n### \(table.name).csv\n\n"
    text += paragraphs(table.meaning, wording["table:" + table.name]) + "\n\n"
    text += "Key · المفتاح: " + table.primaryKey.map { "`\($0)`" }.joined(separator: ", ") + ".\n"
    let references = table.columns.compactMap { column in
      column.references.map { "`\(column.name)` → [\($0).csv](#\($0)csv)" }
    }
    if !references.isEmpty { text += "References · الإحالات: " + references.joined(separator: ", ") + ".\n" }
    var ignored: [RecordDescription] = []
    let rows = table.columns.map { column in
      let entry = wording[table.name + "." + column.name] ?? byMeaning[column.meaning]
      return [
        "`\(column.name)`", Self.cell(kind(column.content, &ignored)) + (column.isRequired ? "" : ", may be empty"),
        Self.unit(entry), Self.example(entry), both(column.meaning, entry),
      ]
    }
    self.table(["column · العمود", "value · القيمة", "unit · الوحدة", "example · مثال", "meaning · المعنى"], rows)
  }

  private mutating func table(_ header: [String], _ rows: [[String]]) {
    text += "\n| " + header.joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: "---|", count: header.count) + "\n"
    for row in rows { text += "| " + row.joined(separator: " | ") + " |\n" }
  }

  // MARK: - Cells

  /// A meaning in both languages, one below the other.
  private func both(_ english: String, _ entry: Wording.Entry?) -> String {
    english + (entry.map { Self.arabic($0.arabic) } ?? "")
  }

  /// The same outside of a table.
  private func paragraphs(_ english: String, _ entry: Wording.Entry?) -> String {
    english + (entry.map { "\n\n" + Self.arabic($0.arabic) } ?? "")
  }

  private static func arabic(_ text: String) -> String {
    "<div dir=\"rtl\" lang=\"ar\">" + text + "</div>"
  }

  private static func unit(_ entry: Wording.Entry?) -> String {
    entry?.unit.map { "\($0.rawValue) · \($0.arabic)" } ?? ""
  }

  private static func example(_ entry: Wording.Entry?) -> String {
    entry?.example.map { "`" + cell($0) + "`" } ?? ""
  }

  /// A text as it can stand in a table's cell.
  private static func cell(_ text: String) -> String {
    String(decoding: text.utf8.flatMap { $0 == 0x7C ? [0x5C, $0] : [$0] }, as: UTF8.self)
  }
}
