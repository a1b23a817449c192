/// A dictionary whose keys are strings, compared byte by byte: open addressing over one arena of bytes. A dictionary of
/// strings normalizes and hashes each of them for many times as long.
struct ByteMap<Value: Sendable>: Sendable {
  fileprivate struct Slot: Sendable {
    /// 1 more than the entry's number, 0 where the slot is free.
    var entry: UInt32 = 0
    /// Of the key's hash.
    var hash: UInt32 = 0
  }

  private var slots: [Slot]
  private var keys: [UInt8] = []
  /// Where each key ends.
  private var ends: [Int32] = []
  /// The values, in the order in which their keys came.
  private(set) var values: [Value] = []

  /// Makes an empty map with room for so many keys; it grows where they are more.
  init(capacity: Int = 16) {
    var count = 32
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    keys.reserveCapacity(capacity * 16)
    ends.reserveCapacity(capacity)
    values.reserveCapacity(capacity)
  }

  /// The value of a key.
  subscript(key: UnsafeBufferPointer<UInt8>) -> Value? {
    place(of: key).map { values[$0] }
  }

  /// The value of a key.
  subscript(key: String) -> Value? {
    var key = key
    return key.withUTF8 { self[$0] }
  }

  /// The value of a key.
  subscript(key: [UInt8]) -> Value? { key.withUnsafeBufferPointer { self[$0] } }

  /// Sets the value of a key.
  mutating func set(_ key: UnsafeBufferPointer<UInt8>, _ value: Value) {
    values[place(of: key, orAdd: value).place] = value
  }

  /// The place of a key in ``values``, and whether it is new and the value was added for it.
  mutating func place(of key: UnsafeBufferPointer<UInt8>, orAdd value: @autoclosure () -> Value) -> (
    place: Int, isNew: Bool
  ) {
    let hash = Self.hash(key)
    let slot = slot(of: key, hash)
    if slots[slot].entry != 0 { return (Int(slots[slot].entry) - 1, false) }
    keys.append(contentsOf: key)
    ends.append(Int32(keys.count))
    values.append(value())
    slots[slot] = Slot(entry: UInt32(values.count), hash: hash)
    if values.count * 2 > slots.count { grow() }
    return (values.count - 1, true)
  }

  /// Changes the value at a place.
  mutating func change(_ place: Int, _ body: (inout Value) -> Void) { body(&values[place]) }

  private init(slots: [Slot], keys: [UInt8], ends: [Int32], values: [Value]) {
    (self.slots, self.keys, self.ends, self.values) = (slots, keys, ends, values)
  }

  private func place(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let entry = slots[slot(of: key, Self.hash(key))].entry
    return entry == 0 ? nil : Int(entry) - 1
  }

  /// The slot of a key, or the free one that it would take.
  private func slot(of key: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].entry != 0 {
      if slots[index].hash == hash, isKey(Int(slots[index].entry) - 1, key) { return index }
      index = (index + 1) & mask
    }
    return index
  }

  private func isKey(_ entry: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = entry == 0 ? 0 : Int(ends[entry - 1])
    guard Int(ends[entry]) - start == key.count else { return false }
    for index in key.indices where keys[start + index] != key[index] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for slot in old where slot.entry != 0 {
      var index = Int(slot.hash) & mask
      while slots[index].entry != 0 { index = (index + 1) & mask }
      slots[index] = slot
    }
  }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(key)
    var hash: UInt64 = 0
    var index = 0
    while index + 8 <= bytes.count {
      hash = mix(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    while index < bytes.count {
      hash = mix(hash, UInt64(bytes[index]))
      index += 1
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    ((hash << 5 | hash >> 59) ^ value) &* 0x9E37_79B9_7F4A_7C15
  }
}

extension ByteMap where Value: CaseIterable & RawRepresentable<String> {
  /// The cases of an enumeration by their names.
  init(of type: Value.Type) {
    self.init(capacity: type.allCases.count)
    for value in type.allCases {
      var name = value.rawValue
      name.withUTF8 { set($0, value) }
    }
  }
}

extension ByteMap<String> {
  /// The string of some UTF-8, made once.
  mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    values[place(of: bytes, orAdd: String(decoding: bytes, as: UTF8.self)).place]
  }
}

extension ByteMap: Imaged where Value: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      slots: (image.read() as ImagedSlots).slots, keys: image.read(), ends: image.read(), values: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(ImagedSlots(slots), keys, ends, values) }
}

extension ByteMap.Slot: ImagedSlot {
  static var free: Self { Self() }
  var isFree: Bool { entry == 0 }

  init(from image: inout ImageReader) { self.init(entry: image.read(), hash: image.read()) }

  func write(to image: inout ImageWriter) { image.write(entry, hash) }
}
