/// What the codebook says of the model beyond its description in English: the same in Arabic, units, and examples.
///
/// The texts are tables: a line each, `key = unit = example = Arabic`, where `-` stands for none, or `key = Arabic`. Keys are `record`,
/// `record.field`, `form:name`, `list`, `list.value`, `table:name` and `table.column`; a column that repeats a field needs
/// none of its own.
package struct Wording: Sendable {
  /// What is said under one key.
  package struct Entry: Sendable {
    /// The unit that a number counts in.
    package var unit: Unit?
    /// A value, as it stands in JSON without quotation marks.
    package var example: String?
    /// The meaning in Arabic.
    package var arabic: String
  }

  /// What numbers count.
  package enum Unit: String, Sendable, CaseIterable {
    case codePoints = "code points"
    case bytes
    case line
    case position
    case percent
    case paragraphs
    case sentences
    case words
    case people
    case times
    case articles
    case outlets
    case sources
    case day
    case date

    /// The unit in Arabic.
    package var arabic: String {
      switch self {
      case .codePoints: "نقاط ترميز يونيكود"
      case .bytes: "بايتات"
      case .line: "رقم السطر"
      case .position: "ترتيب"
      case .percent: "بالمئة"
      case .paragraphs: "فقرات"
      case .sentences: "جمل"
      case .words: "كلمات"
      case .people: "أشخاص"
      case .times: "مرات"
      case .articles: "أخبار"
      case .outlets: "منابر"
      case .sources: "مصادر"
      case .day: "يوم ميلادي"
      case .date: "تاريخ ميلادي"
      }
    }
  }

  /// The entries by key.
  package private(set) var entries: [String: Entry] = [:]
  /// The lines that are none of the form above, or whose key stands twice; none, as a test sees to.
  package private(set) var faults: [String] = []

  /// All that is said.
  package static let current = Wording(articles + entities + events + values + modes + columns)

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      var cells = line.split(separator: "=", omittingEmptySubsequences: false).map(Self.trimmed)
      if cells.count == 2 { cells.insert(contentsOf: ["-", "-"], at: 1) }
      guard cells.count == 4, entries[cells[0]] == nil else {
        faults.append(String(line))
        continue
      }
      let unit = Unit(rawValue: cells[1])
      if unit == nil, cells[1] != "-" { faults.append(String(line)) }
      entries[cells[0]] = Entry(unit: unit, example: cells[2] == "-" ? nil : cells[2], arabic: cells[3])
    }
  }

  private static func trimmed(_ cell: Substring) -> String {
    var cell = cell
    while cell.first == " " { cell.removeFirst() }
    while cell.last == " " { cell.removeLast() }
    return String(cell)
  }

  /// What is said under a key.
  package subscript(key: String) -> Entry? { entries[key] }
}
