/// Why bytes were decoded as they were.
package enum EncodingBasis: String, Sendable {
  /// The user said so.
  case option
  /// The text begins with the mark.
  case byteOrderMark = "byte-order-mark"
  /// The text, or who sent it, says so, and nothing speaks against it.
  case declared
  /// The bytes show it.
  case detected
  /// The format has no other.
  case fallback = "default"
}
