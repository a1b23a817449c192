internal import EventModel
internal import JSON

/// The records of three JSON Lines files, one after the other.
struct JSONLinesRecords: DatasetRecordSource, ~Copyable {
  private let folder: String
  private var kinds = DatasetRecord.Kind.allCases[...]
  private var reader: LineBlockReader?
  private var lines: [ArraySlice<UInt8>] = []
  private var nextLine = 0
  private var firstLine = 1

  /// Reads the files of an export's folder.
  init(folder: String) {
    self.folder = folder
  }

  /// The path below the folder of the file for a kind.
  static func path(_ kind: DatasetRecord.Kind) -> String {
    "data/jsonl/\(kind.rawValue).jsonl"
  }

  var file: String {
    Self.path(kinds.first ?? .events)
  }

  mutating func next() throws(Diagnostic) -> DatasetRecord? {
    while let kind = kinds.first {
      if nextLine < lines.count {
        let line = firstLine + nextLine
        nextLine += 1
        do throws(JSONError) {
          return DatasetRecord(kind: kind, value: try JSONParser.parse(lines[nextLine - 1]), line: line)
        } catch {
          throw error.diagnostic(file: file, record: line)
        }
      }
      if reader == nil { reader = try LineBlockReader(path: folder + "/" + file, name: file) }
      if let block = try reader?.next() {
        firstLine = block.firstLine
        nextLine = 0
        lines = []
        block.forEachLine { line, _ in lines.append(line) }
      } else {
        reader = nil
        kinds = kinds.dropFirst()
        lines = []
        nextLine = 0
      }
    }
    return nil
  }
}
