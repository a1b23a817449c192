internal import ArabicText
internal import EventModel

/// One database with typed tables, keys, views and an index of words.
struct SQLiteExporter: Exporter {
  /// The file of the database.
  static let path = "data/sqlite/isnad.sqlite"

  /// The name and the file.
  let format = ExportFormat(
    name: "sqlite", summary: "A database with keys, views and an index of words",
    files: [
      OutputFile(
        name: "database", title: "All records in tables that refer to each other", path: Self.path, format: "sqlite",
        mediaType: "application/vnd.sqlite3", schema: nil, isText: false)
    ])
  private(set) var failure: Diagnostic?
  private var file: SQLiteFile?
  /// How many articles and quotations there are.
  private var articles = 0
  private var quotations = 0

  /// Makes an exporter.
  init() {}

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    do throws(Diagnostic) {
      file = try SQLiteFile()
    } catch {
      failure = error
    }
  }

  mutating func article(_ article: Article, to output: inout OutputBuffers) {
    guard let file else { return }
    articles += 1
    file.insert(article)
    if let text = article.text { index(text, as: articles, in: "text_index") }
    for (position, evidence) in article.published.evidence.enumerated() {
      insert(evidence, event: nil, published: article.id, position: position + 1)
    }
    failure = file.failure
  }

  mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    file?.insert(entity)
    failure = failure ?? file?.failure
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    file?.insert(event)
    for (position, evidence) in event.evidence.enumerated() {
      insert(evidence, event: event.id, published: nil, position: position + 1)
    }
    failure = failure ?? file?.failure
  }

  mutating func end(to output: inout OutputBuffers) {
    guard let file, failure == nil else { return }
    do throws(Diagnostic) {
      try file.end()
    } catch {
      failure = error
    }
  }

  mutating func drain(to output: inout OutputBuffers) -> Bool {
    guard let file, failure == nil else { return false }
    do throws(Diagnostic) {
      return try file.take(into: &output[0])
    } catch {
      failure = error
      return false
    }
  }

  private mutating func insert(_ evidence: Evidence, event: RecordID?, published: RecordID?, position: Int) {
    quotations += 1
    file?.insert(
      "evidence",
      [
        .integer(quotations), .id(event), .id(published), .integer(position), .id(evidence.article),
        .integer(evidence.range.lowerBound), .integer(evidence.range.upperBound), .text(evidence.quote),
      ])
    index(evidence.quote, as: quotations, in: "quote_index")
  }

  /// Indexes the folded words of a text, and remembers how they are spelled.
  private func index(_ text: String, as row: Int, in index: String) {
    var folded: [String] = []
    for word in text.unicodeScalars.split(whereSeparator: { !Self.isOfWord($0) }) {
      let word = String(word)
      let fold = String(decoding: Folding.fold(word), as: UTF8.self)
      guard !fold.isEmpty else { continue }
      folded.append(fold)
      for spelling in word.utf8.elementsEqual(fold.utf8) ? [fold] : [word, fold] {
        file?.run("INSERT OR IGNORE INTO spellings VALUES (?, ?)", [.text(spelling), .text(fold)])
      }
    }
    file?.run(
      "INSERT INTO \(index)(rowid, folded) VALUES (?, ?)",
      [.integer(row), .text(folded.joined(separator: " "))])
  }

  /// Letters, digits, and what stands on or stretches letters.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .decimalNumber:
      true
    default: false
    }
  }
}

extension ExporterRegistry.Entry {
  /// A database.
  static let sqlite = Self(name: "sqlite") { _ in SQLiteExporter() }
}
