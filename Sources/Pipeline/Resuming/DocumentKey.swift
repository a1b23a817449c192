internal import Digest
internal import EventModel

/// What makes two documents the same to a reader: name, place and bytes. Where it is equal, so is what normalizing gives,
/// as long as tables and options are.
struct DocumentKey: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// The number of digits of ``description``.
  static let length = 32

  /// The key of a document.
  init(_ document: DocumentInfo) {
    var key = IdentityKey(.article)
    key.append(document.id)
    key.append(document.path)
    key.append(document.record ?? 0)
    key.append(document.sha256)
    let digest = SHA256Digest.bytes(of: key.bytes)
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    (high, low) = (number(digest[0..<8]), number(digest[8..<16]))
  }

  /// Reads a key as ``description`` gives it; nil where it is none.
  init?(_ digits: some Collection<UInt8>) {
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == Self.length, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.dropFirst(16), radix: 16)
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  /// Hexadecimal digits.
  var description: String {
    [high, low].map { number in
      let digits = String(number, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }
}
