package import JSON
package import Validators

/// A record that two exports do not have alike.
package struct ChangedRecord: Sendable {
  /// What happened to it.
  package enum Change: String, Sendable, CaseIterable {
    case added
    case gone
    case changed
  }

  /// The kind of record.
  package var kind: DatasetRecord.Kind
  /// What happened to it.
  package var change: Change
  /// The record in the old export; nil where it is new.
  package var old: JSONValue?
  /// The record in the new export; nil where it is gone.
  package var new: JSONValue?
  /// What is different in it; none for a record that one export lacks.
  package var fields: [FieldChange]

  /// The record's id in one export.
  package static func id(_ record: JSONValue?) -> String? {
    record?["id"]?.string
  }

  /// Whether the record has another id than it had.
  package var hasNewID: Bool {
    guard let old = Self.id(old), let new = Self.id(new) else { return false }
    return !old.hasSameBytes(as: new)
  }

  /// The words that people know the record by.
  package var title: String {
    let record = new ?? old ?? .null
    func text(_ keys: String...) -> String { keys.reduce(record) { $0[$1] ?? .null }.plainText }
    let parts: [String]
    switch kind {
    case .articles:
      let segment = text("segment")
      parts = [text("document", "path") + (segment == "1" ? "" : "#" + segment), text("headline")]
    case .entities: parts = [text("kind"), text("name"), text("name_en")]
    case .events:
      let names = (record["participants"]?.array ?? []).map { $0["name"]?.plainText ?? "" }
      parts = [text("date", "edtf"), text("type"), text("mode"), names.joined(separator: " | ")]
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// How many records two exports have, and how many of them are not alike.
package struct ComparisonSummary: Sendable, Hashable {
  /// The figures of one kind of record.
  package struct Figures: Sendable, Hashable {
    /// How many records the old export has.
    package var old = 0
    /// How many records the new export has.
    package var new = 0
    /// How many are in the new export only.
    package var added = 0
    /// How many are in the old export only.
    package var gone = 0
    /// How many are in both and differ.
    package var changed = 0
    /// How many of these have another id than they had.
    package var renamed = 0

    /// Whether all records are alike.
    package var isSame: Bool { added == 0 && gone == 0 && changed == 0 }
  }

  /// The figures of articles.
  package var articles = Figures()
  /// The figures of entities.
  package var entities = Figures()
  /// The figures of events.
  package var events = Figures()
  /// The figures of claims, each as a part of its event.
  package var claims = Figures()

  /// Whether the two exports hold the same records.
  package var isSame: Bool { list.allSatisfy(\.figures.isSame) }

  /// The figures with their names, in a fixed order.
  package var list: [(name: String, figures: Figures)] {
    [("articles", articles), ("entities", entities), ("events", events), ("claims", claims)]
  }

  subscript(kind: DatasetRecord.Kind) -> Figures {
    get {
      switch kind {
      case .articles: articles
      case .entities: entities
      case .events: events
      }
    }
    set {
      switch kind {
      case .articles: articles = newValue
      case .entities: entities = newValue
      case .events: events = newValue
      }
    }
  }
}
