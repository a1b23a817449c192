/// The id of a record: a prefix that names its kind, a hyphen and 16 lower-case hexadecimal digits.
///
/// Ids are derived from content only, so that the same input gives the same ids in any order and on any machine. They
/// begin with letters because spreadsheets read bare hexadecimal such as `12e45678` as a number.
///
/// ```
/// RecordID(.event, digest: bytes).description  // "evt-1f0c9a3b5d7e2468"
/// ```
public struct RecordID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// What kind of record an id names.
  public enum Kind: String, Sendable, CaseIterable {
    case article = "art"
    case entity = "ent"
    case event = "evt"
    case claim = "clm"
  }

  /// The kind of the record.
  public let kind: Kind
  /// The first 64 bits of the digest of the record's identity key.
  public let bits: UInt64

  /// Makes an id from 64 bits of a digest.
  public init(_ kind: Kind, bits: UInt64) {
    self.kind = kind
    self.bits = bits
  }

  /// Makes an id from the first eight bytes of `digest`, most significant first; missing bytes count as zero.
  public init(_ kind: Kind, digest: [UInt8]) {
    var bits: UInt64 = 0
    for index in 0..<8 { bits = bits << 8 | (index < digest.count ? UInt64(digest[index]) : 0) }
    self.init(kind, bits: bits)
  }

  /// Reads an id from its printed form, or returns nil.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), parts[1].utf8.count == 16,
      parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }),
      let bits = UInt64(parts[1], radix: 16)
    else { return nil }
    self.init(kind, bits: bits)
  }

  /// The printed form, such as `art-00000000000000ff`.
  public var description: String {
    let digits = String(bits, radix: 16)
    return kind.rawValue + "-" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Orders by printed form.
  public static func < (left: Self, right: Self) -> Bool {
    left.kind == right.kind ? left.bits < right.bits : left.kind.rawValue < right.kind.rawValue
  }
}
