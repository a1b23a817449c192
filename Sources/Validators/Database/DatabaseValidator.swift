internal import CLibrary
package import EventModel
internal import JSON

/// Checks the SQLite database of an export: its pages, its references, and that its records are those of JSON Lines.
package enum DatabaseValidator {
  /// Checks the database of a folder that has one.
  ///
  /// - Parameter limit: How many faults are kept.
  package static func faults(in folder: String, limit: Int = 20) -> [Diagnostic] {
    guard access(folder + "/" + DatabaseRecords.path, F_OK) == 0 else { return [] }
    do throws(Diagnostic) {
      let records = try DatabaseRecords(folder: folder)
      let faults = try records.faults()
      guard faults.isEmpty, access(folder + "/" + JSONLinesRecords.path(.events), R_OK) == 0 else { return faults }
      return try compare(records, JSONLinesRecords(folder: folder), limit: limit)
    } catch {
      return [error]
    }
  }

  private static func compare(
    _ records: consuming DatabaseRecords, _ lines: consuming JSONLinesRecords, limit: Int
  ) throws(Diagnostic) -> [Diagnostic] {
    var records = records
    var lines = lines
    var faults: [Diagnostic] = []
    func add(_ id: String, _ reason: String) {
      faults.append(Diagnostic(id, reason, file: DatabaseRecords.path))
    }
    while faults.count < limit {
      let line = try lines.next()
      let record = try records.next()
      guard let line else {
        if let record { add("parity-extra", "\(record.title) is in no other format") }
        break
      }
      guard let record, record.kind == line.kind, record.title.hasSameBytes(as: line.title) else {
        let found = record.map { "\($0.title) stands in its place" } ?? "the database ends before it"
        add("parity-missing", "\(line.title) is missing: \(found)")
        break
      }
      if let difference = RecordDifference.find(line.value, record.value, normalize: { $0 }) {
        add(
          "parity-value",
          "\(line.title): \(difference.pointer) is \(difference.right) where it should be \(difference.left)")
      }
    }
    return faults
  }
}
