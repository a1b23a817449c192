internal import EventModel
internal import JSON
internal import Validators

/// The records of an export, kind by kind, with one that was read ahead.
struct ExportRecords: ~Copyable {
  private let folder: String
  private var lines: JSONLinesRecords?
  private var document: XMLRecords?
  /// The next record; nil at the end.
  private(set) var head: DatasetRecord?

  /// Opens an export.
  ///
  /// - Throws: `export-without-records` where the folder has neither of the formats that hold whole records.
  init(folder: String) throws(Diagnostic) {
    self.folder = folder
    if FileTree.kind(of: folder + "/" + JSONLinesRecords.path(.events)) == .file {
      lines = JSONLinesRecords(folder: folder)
      document = nil
    } else if FileTree.kind(of: folder + "/" + XMLRecords.path) == .file {
      lines = nil
      document = try XMLRecords(folder: folder)
    } else {
      throw Diagnostic(
        "export-without-records", "there is no export with JSON Lines or XML here, the formats that hold whole records",
        file: folder)
    }
    head = try read()
  }

  /// Takes the next record, if it is of that kind.
  mutating func take(_ kind: DatasetRecord.Kind) throws(Diagnostic) -> DatasetRecord? {
    guard let record = head, record.kind == kind else { return nil }
    head = try read()
    if let head, head.kind == kind, !RecordOrder.precedes(record.value, head.value, kind) {
      throw Diagnostic(
        "record-order", "\(head.title) is not in the canonical order: is the export whole?", file: folder,
        line: head.line)
    }
    return record
  }

  private mutating func read() throws(Diagnostic) -> DatasetRecord? {
    do throws(Diagnostic) {
      return lines == nil ? try document?.next() : try lines?.next()
    } catch {
      var fault = error
      fault.file = fault.file.map { folder + "/" + $0 }
      throw fault
    }
  }

  /// What is kept of a record that is not needed now: its place in the file where it can be read again, else all of it.
  func keep(_ record: DatasetRecord) -> KeptRecord {
    record.place.map { .place($0) } ?? .value(record.value)
  }

  /// A record that was kept.
  func value(of kept: KeptRecord, _ kind: DatasetRecord.Kind) throws(Diagnostic) -> JSONValue {
    switch kept {
    case .place(let place): try JSONLinesRecords.read(kind, at: place, in: folder)
    case .value(let value): value
    }
  }
}

/// A record that will be looked at again.
enum KeptRecord {
  case place(Range<Int>)
  case value(JSONValue)
}
