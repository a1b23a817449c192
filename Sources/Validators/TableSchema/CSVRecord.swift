/// One record of a CSV file.
struct CSVRecord: Sendable {
  /// A field's place.
  struct Field: Sendable {
    /// Where the field's bytes stand among the record's.
    var range: Range<Int>
    /// The line that the field begins in, from 1.
    var line: Int
    /// The column that the field begins at, in bytes from 1.
    var column: Int
  }

  /// The bytes of the fields with quoting undone, a zero byte after each.
  var bytes: [UInt8] = []
  var fields: [Field] = []

  /// The bytes of a field.
  func bytes(_ index: Int) -> ArraySlice<UInt8> {
    bytes[fields[index].range]
  }

  /// The text of a field; what is not UTF-8 is replaced.
  func text(_ index: Int) -> String {
    String(decoding: bytes(index), as: UTF8.self)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}
