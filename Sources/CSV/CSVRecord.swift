/// One record of a CSV file.
package struct CSVRecord: Sendable {
  /// A field's place.
  package struct Field: Sendable {
    /// Where the field's bytes stand among the record's.
    package internal(set) var range: Range<Int>
    /// The line that the field begins in, from 1.
    package internal(set) var line: Int
    /// The column that the field begins at, in bytes from 1.
    package internal(set) var column: Int
  }

  /// The bytes of the fields with quoting undone, a zero byte after each.
  package internal(set) var bytes: [UInt8] = []
  /// The fields in their order.
  package internal(set) var fields: [Field] = []

  /// Makes a record without fields.
  package init() {}

  /// The bytes of a field.
  package func bytes(_ index: Int) -> ArraySlice<UInt8> {
    bytes[fields[index].range]
  }

  /// The text of a field; what is not UTF-8 is replaced.
  package func text(_ index: Int) -> String {
    String(decoding: bytes(index), as: UTF8.self)
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}
