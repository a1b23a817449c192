/// A key of a dictionary that is compared by its bytes: a string's own hash normalizes what is not ASCII first, which takes
/// many times as long, and our keys are folded.
struct ByteKey: Hashable, Sendable {
  private let key: String

  init(_ key: String) { self.key = key }

  static func == (left: Self, right: Self) -> Bool { left.key.hasBytes(of: right.key) }

  func hash(into hasher: inout Hasher) {
    var key = key
    key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  /// Whether another string is the same byte by byte.
  func hasBytes(of other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in left.elementsEqual(right) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
