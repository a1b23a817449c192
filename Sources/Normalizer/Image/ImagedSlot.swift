/// A slot of an open-addressing hash table. Most are free, and those are not written.
protocol ImagedSlot: Imaged {
  /// What a free slot holds.
  static var free: Self { get }
  /// Whether nothing is in it.
  var isFree: Bool { get }
}

/// The slots of a hash table as they are written: where those are that hold something, and these.
struct ImagedSlots<Slot: ImagedSlot>: Imaged {
  let slots: [Slot]

  init(_ slots: [Slot]) { self.slots = slots }

  init(from image: inout ImageReader) {
    let count: UInt32 = image.number()
    let taken: [UInt64] = image.read()
    var slots = Array(repeating: Slot.free, count: Int(count))
    for (index, word) in taken.enumerated() {
      var rest = word
      while rest != 0 {
        slots[index * 64 + rest.trailingZeroBitCount] = image.read()
        rest &= rest - 1
      }
    }
    self.slots = slots
  }

  func write(to image: inout ImageWriter) {
    var taken = Array(repeating: 0 as UInt64, count: (slots.count + 63) / 64)
    for index in slots.indices where !slots[index].isFree { taken[index / 64] |= 1 << UInt64(index % 64) }
    image.write(UInt32(slots.count), taken)
    for slot in slots where !slot.isFree { image.write(slot) }
  }
}
