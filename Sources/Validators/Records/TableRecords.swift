internal import CSV
internal import EventModel
internal import JSON

/// The records of an export that has tables only, with as much of them as tells their identity and order. References
/// between tables are the matter of the tables' schemas.
struct TableRecords: DatasetRecordSource, ~Copyable {
  private let folder: String
  private var kinds = DatasetRecord.Kind.allCases[...]
  private var reader: CSVReader?
  private var columns: [String] = []
  private var row = CSVRecord()

  /// Reads the files of an export's folder.
  init(folder: String) {
    self.folder = folder
  }

  var file: String {
    TableRows.path((kinds.first ?? .events).rawValue)
  }

  mutating func next() throws(Diagnostic) -> DatasetRecord? {
    while let kind = kinds.first {
      if reader == nil {
        reader = try CSVReader(path: folder + "/" + file, name: file)
        _ = try reader?.next(&row)
        columns = row.fields.indices.map { row.text($0) }
      }
      if try reader?.next(&row) == true {
        return DatasetRecord(kind: kind, value: value(kind), line: row.fields.first?.line ?? 1)
      }
      reader = nil
      kinds = kinds.dropFirst()
    }
    return nil
  }

  private func value(_ kind: DatasetRecord.Kind) -> JSONValue {
    func cell(_ column: String) -> JSONValue {
      guard let index = columns.firstIndex(of: column), index < row.fields.count, !row.text(index).isEmpty else {
        return .null
      }
      return .string(row.text(index))
    }
    func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
      .object(members.map { JSONMember(key: $0.key, value: $0.value) })
    }
    switch kind {
    case .articles:
      let document = object([
        "id": cell("document"), "path": cell("path"), "record": cell("record"), "sha256": cell("sha256"),
      ])
      return object([
        "id": cell("id"), "document": document, "segment": cell("segment"), "copy_of": cell("copy_of"),
      ])
    case .entities: return object(["id": cell("id")])
    case .events:
      let date = cell("date").isNull ? JSONValue.null : object(["earliest": cell("earliest")])
      return object(["id": cell("id"), "date": date, "part_of": cell("part_of")])
    }
  }
}
