/// A key of a dictionary that is compared by its bytes: a string's own hash normalizes what is not ASCII first, which takes
/// many times as long, and our keys are folded.
struct ByteKey: Hashable, Sendable {
  private let key: String

  init(_ key: String) { self.key = key }

  static func == (left: Self, right: Self) -> Bool { left.key.utf8.elementsEqual(right.key.utf8) }

  func hash(into hasher: inout Hasher) {
    var key = key
    key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
