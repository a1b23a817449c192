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
    let isSame = other.utf8.withContiguousStorageIfAvailable { hasBytes($0) }
    return isSame ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether the string has these bytes.
  @inline(__always)
  func hasBytes(_ bytes: some Collection<UInt8>) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } ?? utf8.elementsEqual(bytes)
  }
}
