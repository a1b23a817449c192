/// Writes JSON into a byte array, without insignificant spaces, and puts the commas where they belong.
///
/// Strings and numbers have the form of RFC 8785; beyond it, U+2028 and U+2029 are escaped, so that a line of JSON is a
/// line for every reader of lines. Whoever writes ends what they began.
///
/// ```
/// var json = JSONWriter()
/// json.beginObject()
/// json.key("id")
/// json.string("evt-00000000000000ff")
/// json.key("count")
/// json.integer(2)
/// json.endObject()
/// json.endLine()
/// // {"id":"evt-00000000000000ff","count":2}
/// ```
package struct JSONWriter: Sendable {
  /// What has been written.
  package var bytes: [UInt8]
  /// Whether the next key or element comes after another one of the same container.
  private var needsComma = false

  /// Makes a writer that appends to `bytes`, which hold whole values or nothing.
  package init(appendingTo bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  // MARK: - Containers

  /// Begins an object.
  package mutating func beginObject() {
    begin(0x7B)
  }

  /// Ends the object that was begun last.
  package mutating func endObject() {
    end(0x7D)
  }

  /// Begins an array.
  package mutating func beginArray() {
    begin(0x5B)
  }

  /// Ends the array that was begun last.
  package mutating func endArray() {
    end(0x5D)
  }

  /// Ends the value at the top with a line feed; another value may follow.
  package mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  /// Writes a key that needs no escapes.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes any key.
  package mutating func key(_ name: some StringProtocol) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  // MARK: - Scalars

  /// Writes a string.
  package mutating func string(_ text: some StringProtocol) {
    separate()
    Self.append(string: text, to: &bytes)
  }

  /// Writes a string of plain characters that need no escapes.
  package mutating func quoted(_ append: (inout [UInt8]) -> Void) {
    separate()
    bytes.append(0x22)
    append(&bytes)
    bytes.append(0x22)
  }

  /// Writes an integer.
  package mutating func integer(_ number: Int) {
    separate()
    Self.append(integer: number, to: &bytes)
  }

  /// Writes a number; `null` where it is not finite.
  package mutating func double(_ number: Double) {
    separate()
    Self.append(double: number, to: &bytes)
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: - Commas

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}
