package import EventModel
internal import XML

/// The ids and references of the records of some files.
///
/// Of each id that is referred to only the first place is kept, so that memory grows with the number of different ids.
package struct RecordLedger: Sendable {
  /// The ids or references of one kind.
  private struct Entries: Sendable {
    var keys = KeyTable()
    /// The file, line and place of the first of each, by its number.
    var sources: [(file: Int, line: Int, place: String)] = []

    mutating func add(_ text: String, _ source: (file: Int, line: Int, place: String)) -> Bool {
      var text = text
      let isNew = text.withUTF8 { keys.insert($0) }
      if isNew { sources.append(source) }
      return isNew
    }

    func text(_ number: Int) -> String {
      keys.withKey(number) { String(decoding: $0, as: UTF8.self) }
    }
  }

  private var files: [String]
  private var ids: [String: Entries] = [:]
  private var references: [String: Entries] = [:]
  /// Ids that came again.
  private var repeated: [(id: String, file: Int, line: Int, place: String)] = []

  /// Makes an empty ledger for a file.
  package init(file: String) {
    files = [file]
  }

  mutating func note(_ text: String, kind: String, isReference: Bool, place: String, line: Int) {
    if isReference {
      _ = references[kind, default: Entries()].add(text, (0, line, place))
    } else if !ids[kind, default: Entries()].add(text, (0, line, place)) {
      repeated.append((text, 0, line, place))
    }
  }

  /// Takes in what another ledger holds, of the same file or of others.
  package mutating func append(_ other: RecordLedger) {
    let numbers = other.files.map { file in
      if let known = files.firstIndex(of: file) { return known }
      files.append(file)
      return files.count - 1
    }
    for (kind, entries) in other.ids.sorted(by: { $0.key < $1.key }) {
      for (number, source) in entries.sources.enumerated() {
        let text = entries.text(number)
        if !ids[kind, default: Entries()].add(text, (numbers[source.file], source.line, source.place)) {
          repeated.append((text, numbers[source.file], source.line, source.place))
        }
      }
    }
    for (kind, entries) in other.references {
      for (number, source) in entries.sources.enumerated() {
        let source = (numbers[source.file], source.line, source.place)
        _ = references[kind, default: Entries()].add(entries.text(number), source)
      }
    }
    repeated += other.repeated.map { ($0.id, numbers[$0.file], $0.line, $0.place) }
  }

  /// The ids that stand twice, and the references that lead nowhere: of each the first, by file and line. References to
  /// kinds of which there is no file are passed over.
  package func faults() -> [Diagnostic] {
    var faults = repeated.map { one in
      (
        one.file, one.line,
        Diagnostic(
          "record-id", "at \(one.place): \(one.id) is the id of a record before", file: files[one.file],
          line: one.line, record: one.line)
      )
    }
    for (kind, entries) in references {
      guard let known = ids[kind]?.keys else { continue }
      for (number, source) in entries.sources.enumerated() where !entries.keys.withKey(number, known.contains) {
        faults.append(
          (
            source.file, source.line,
            Diagnostic(
              "record-reference", "at \(source.place): there is no \(kind) \(entries.text(number))",
              file: files[source.file], line: source.line, record: source.line)
          ))
      }
    }
    return faults.sorted { ($0.0, $0.1, $0.2.reason) < ($1.0, $1.1, $1.2.reason) }.map(\.2)
  }
}
