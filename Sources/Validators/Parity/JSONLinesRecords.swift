package import EventModel
package import JSON

/// The records of three JSON Lines files, one after the other.
package struct JSONLinesRecords: DatasetRecordSource, ~Copyable {
  private let folder: String
  private var kinds = DatasetRecord.Kind.allCases[...]
  private var reader: LineBlockReader?
  private var lines: [ArraySlice<UInt8>] = []
  private var nextLine = 0
  private var firstLine = 1
  /// Where the next line begins, in bytes from 0.
  private var offset = 0
  private let checksForm: Bool
  /// Where the line of the last record is not as the format writes it: the byte, from 0 in the line.
  package private(set) var deviation: Int?

  /// Reads the files of an export's folder.
  ///
  /// - Parameter checksForm: Whether every line is held against what the writer would have written.
  package init(folder: String, checksForm: Bool = false) {
    self.folder = folder
    self.checksForm = checksForm
  }

  /// The path below the folder of the file for a kind.
  package static func path(_ kind: DatasetRecord.Kind) -> String {
    "data/jsonl/\(kind.rawValue).jsonl"
  }

  /// The file that the last record came from.
  package var file: String {
    Self.path(kinds.first ?? .events)
  }

  /// The next record; nil at the end.
  package mutating func next() throws(Diagnostic) -> DatasetRecord? {
    while let kind = kinds.first {
      if nextLine < lines.count {
        let line = firstLine + nextLine
        nextLine += 1
        do throws(JSONError) {
          let bytes = lines[nextLine - 1]
          let value = try JSONParser.parse(bytes)
          deviation = checksForm ? Self.deviation(of: bytes, from: value) : nil
          let start = offset
          offset += bytes.count + 1
          return DatasetRecord(kind: kind, value: value, line: line, place: start..<start + bytes.count)
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
        offset = 0
        lines = []
        nextLine = 0
      }
    }
    return nil
  }

  /// The first byte of a line that is not the one that the value is written with; nil where all are.
  private static func deviation(of line: ArraySlice<UInt8>, from value: JSONValue) -> Int? {
    var writer = JSONWriter()
    writer.value(value)
    guard !writer.bytes.elementsEqual(line) else { return nil }
    return zip(writer.bytes, line).enumerated().first { $1.0 != $1.1 }?.offset ?? min(writer.bytes.count, line.count)
  }

  /// Reads one record again.
  ///
  /// - Parameter place: Where a record of that kind told that it stands.
  package static func read(_ kind: DatasetRecord.Kind, at place: Range<Int>, in folder: String) throws(Diagnostic)
    -> JSONValue
  {
    let bytes = try ByteFile(path: folder + "/" + path(kind), name: path(kind)).bytes(at: place)
    do throws(JSONError) {
      return try JSONParser.parse(bytes)
    } catch {
      throw error.diagnostic(file: path(kind))
    }
  }
}
