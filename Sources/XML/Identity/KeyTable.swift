internal import CLibrary

/// An exact set of byte strings that grows by little more than their bytes. Each has a number, in the order of coming.
package struct KeyTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each string ends among the bytes.
  private var ends: [Int] = []
  /// The number of a string plus one, by hash; zero where there is none. The length is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// Makes an empty set.
  package init() {}

  /// The number of strings.
  package var count: Int { ends.count }

  /// Adds a string unless it is there; tells its number from 0, and whether it is new.
  @discardableResult
  package mutating func add(_ key: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
    if ends.count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    guard slots[slot] == 0 else { return (Int(slots[slot]) - 1, false) }
    bytes.append(contentsOf: key)
    ends.append(bytes.count)
    slots[slot] = UInt32(ends.count)
    return (ends.count - 1, true)
  }

  /// Adds a string; false where it was there.
  package mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    add(key).isNew
  }

  /// Whether a string is there.
  package func contains(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    slots[slot(of: key)] != 0
  }

  /// Calls `body` with the string of a number.
  package func withKey<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = range(number)
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The slot that holds a string, or the free one where it belongs.
  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    // Hasher is seeded anew in each process, so nobody can choose keys that meet in one slot.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != 0, !isEqual(Int(slots[slot]) - 1, key) { slot = (slot + 1) & mask }
    return slot
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func isEqual(_ number: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == key.count else { return false }
    return key.isEmpty
      || bytes.withUnsafeBytes { all in
        guard let base = all.baseAddress, let other = key.baseAddress else { return false }
        return memcmp(base + range.lowerBound, other, key.count) == 0
      }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      let slot = withKey(number) { self.slot(of: $0) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
