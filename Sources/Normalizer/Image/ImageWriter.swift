internal import Lexicon

/// Writes compiled tables as bytes, which ``ImageReader`` reads in a fraction of the time that compiling them takes.
///
/// Numbers are little-endian; a string is the number of one of the strings that stand before all else, each once.
struct ImageWriter {
  private var bytes: [UInt8] = []
  private var strings: [String: UInt32] = [:]
  private var stringBytes: [UInt8] = []

  /// All that was written, the strings first.
  var image: [UInt8] {
    var whole = ImageWriter()
    whole.append(number: UInt32(strings.count))
    return whole.bytes + stringBytes + bytes
  }

  /// Appends values.
  mutating func write<each Value: Imaged>(_ value: repeat each Value) {
    repeat (each value).write(to: &self)
  }

  /// Appends a number.
  mutating func append(number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// Appends the place of a row in its table.
  mutating func append(row: Table.Row) {
    write(Int32(row.bytes.lowerBound), Int32(row.bytes.upperBound), Int32(row.line))
  }

  /// Appends the number of a string.
  mutating func append(string: String) {
    if let known = strings[string] { return append(number: known) }
    let number = UInt32(strings.count)
    strings[string] = number
    append(number: number)
    var length = ImageWriter()
    length.append(number: UInt32(string.utf8.count))
    stringBytes += length.bytes + Array(string.utf8)
  }
}
