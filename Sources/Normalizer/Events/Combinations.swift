internal import ArabicText

/// The triggers that a verb and a noun are together: open addressing, because there are thousands of pairs.
struct Combinations: Sendable {
  fileprivate struct Slot: Sendable {
    /// The verb and, below it, the noun; 0 in a free slot, as no noun is symbol 0.
    var key: UInt64 = 0
    /// Where its triggers begin and end in ``links``.
    var first: Int32 = 0
    var last: Int32 = 0
  }

  /// A trigger, and the place of the pair's next one; -1 behind the last.
  fileprivate struct Link: Sendable {
    var trigger: Int32
    var next: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 16)
  private var count = 0
  private var links: [Link] = []

  init() {}

  /// The triggers of a pair, in the order in which they were added.
  subscript(lexeme: Int, noun: Symbol) -> [Int] {
    let slot = slots[place(Self.key(lexeme, noun))]
    guard slot.key != 0 else { return [] }
    var triggers: [Int] = []
    var link = slot.first
    while link >= 0 {
      triggers.append(Int(links[Int(link)].trigger))
      link = links[Int(link)].next
    }
    return triggers
  }

  /// Adds a trigger to a pair.
  mutating func append(_ trigger: Int, lexeme: Int, noun: Symbol) {
    guard noun != .none else { return }
    let key = Self.key(lexeme, noun)
    let link = Int32(links.count)
    links.append(Link(trigger: Int32(trigger)))
    let place = place(key)
    if slots[place].key != 0 {
      links[Int(slots[place].last)].next = link
      slots[place].last = link
      return
    }
    slots[place] = Slot(key: key, first: link, last: link)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(slot.key)] = slot }
  }

  private static func key(_ lexeme: Int, _ noun: Symbol) -> UInt64 { UInt64(lexeme) << 32 | UInt64(noun.rawValue) }

  /// The slot of a pair, or the free one that it would take.
  private func place(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }
}

extension Combinations: Imaged {
  init(from image: inout ImageReader) {
    slots = (image.read() as ImagedSlots).slots
    count = image.read()
    links = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(ImagedSlots(slots), count, links) }
}

extension Combinations.Slot: ImagedSlot {
  static var free: Self { Self() }
  var isFree: Bool { key == 0 }

  init(from image: inout ImageReader) {
    self.init(key: image.read(), first: image.read(), last: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(key, first, last) }
}

extension Combinations.Link: Imaged {
  init(from image: inout ImageReader) {
    self.init(trigger: image.read(), next: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(trigger, next) }
}
