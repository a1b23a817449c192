package import EventModel
internal import XML

/// The ids and references of the records of some files.
///
/// Of each id that is referred to only the first place is kept, so that memory grows with the number of different ids.
package struct RecordLedger: Sendable {
  /// The ids or references of one kind.
  private struct Entries: Sendable {
    var kind: String
    var keys = KeyTable()
    /// The file, line and place of the first of each, by its number.
    var sources: [(file: Int, line: Int, place: RecordKeyNode)] = []

    func text(_ number: Int) -> String {
      keys.withKey(number) { String(decoding: $0, as: UTF8.self) }
    }
  }

  private var files: [String]
  private var ids: [Entries] = []
  private var references: [Entries] = []
  /// Ids that came again.
  private var repeated: [(id: String, file: Int, line: Int, place: RecordKeyNode)] = []

  /// Makes an empty ledger for a file.
  package init(file: String) {
    files = [file]
  }

  /// Adds an id or a reference of this ledger's own file.
  mutating func note(_ text: String, at place: RecordKeyNode, line: Int) {
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { add($0, file: 0, line, place) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { add($0, file: 0, line, place) } }
  }

  private mutating func add(_ key: UnsafeBufferPointer<UInt8>, file: Int, _ line: Int, _ place: RecordKeyNode) {
    guard let kind = place.kind else { return }
    if place.isReference {
      let number = Self.number(of: kind, in: &references)
      if references[number].keys.insert(key) { references[number].sources.append((file, line, place)) }
    } else {
      let number = Self.number(of: kind, in: &ids)
      if ids[number].keys.insert(key) {
        ids[number].sources.append((file, line, place))
      } else {
        repeated.append((String(decoding: key, as: UTF8.self), file, line, place))
      }
    }
  }

  private static func number(of kind: String, in all: inout [Entries]) -> Int {
    if let known = all.firstIndex(where: { $0.kind == kind }) { return known }
    all.append(Entries(kind: kind))
    return all.count - 1
  }

  /// Takes in what another ledger holds, of the same file or of others.
  package mutating func append(_ other: RecordLedger) {
    let numbers = other.files.map { file in
      if let known = files.firstIndex(of: file) { return known }
      files.append(file)
      return files.count - 1
    }
    for entries in other.ids + other.references {
      for (number, source) in entries.sources.enumerated() {
        entries.keys.withKey(number) { add($0, file: numbers[source.file], source.line, source.place) }
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
          "record-id", "at \(one.place.place): \(one.id) is the id of a record before", file: files[one.file],
          line: one.line, record: one.line)
      )
    }
    for entries in references {
      guard let known = ids.first(where: { $0.kind == entries.kind })?.keys else { continue }
      for (number, source) in entries.sources.enumerated() where !entries.keys.withKey(number, known.contains) {
        faults.append(
          (
            source.file, source.line,
            Diagnostic(
              "record-reference", "at \(source.place.place): there is no \(entries.kind) \(entries.text(number))",
              file: files[source.file], line: source.line, record: source.line)
          ))
      }
    }
    return faults.sorted { ($0.0, $0.1, $0.2.reason) < ($1.0, $1.1, $1.2.reason) }.map(\.2)
  }
}
