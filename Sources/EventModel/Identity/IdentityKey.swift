/// The bytes that an id is the digest of: fields in a fixed order, each with its length, so that no two lists of fields
/// give the same bytes.
public struct IdentityKey: Hashable, Sendable {
  /// The key's bytes.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty key for records of `kind`.
  public init(_ kind: RecordID.Kind) {
    append(kind.rawValue)
  }

  /// Appends a text field, as UTF-8.
  public mutating func append(_ field: String) {
    append(count: field.utf8.count)
    bytes += field.utf8
  }

  /// Appends a text field or, apart from every text, its absence.
  public mutating func append(_ field: String?) {
    if let field { append(field) } else { bytes += [0x2D, 0x3A] }
  }

  /// Appends a number.
  public mutating func append(_ number: Int) {
    append(String(number))
  }

  /// Appends a field of raw bytes.
  public mutating func append(bytes field: [UInt8]) {
    append(count: field.count)
    bytes += field
  }

  private mutating func append(count: Int) {
    bytes += String(count).utf8
    bytes.append(0x3A)
  }
}
