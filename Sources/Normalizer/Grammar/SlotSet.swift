/// A set of argument slots, one bit each.
struct SlotSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init(arrayLiteral slots: FunctionWords.Slot...) {
    for slot in slots { insert(slot) }
  }

  /// Adds a slot.
  mutating func insert(_ slot: FunctionWords.Slot) { bits |= 1 << UInt32(slot.number) }

  /// Takes a slot out.
  mutating func remove(_ slot: FunctionWords.Slot) { bits &= ~(1 << UInt32(slot.number)) }

  /// Whether a slot is in the set.
  func contains(_ slot: FunctionWords.Slot) -> Bool { bits >> UInt32(slot.number) & 1 != 0 }

  /// Whether no slot is in both sets.
  func isDisjoint(with other: Self) -> Bool { bits & other.bits == 0 }

  /// Whether all slots of the set satisfy a condition.
  func allSatisfy(_ condition: (FunctionWords.Slot) -> Bool) -> Bool {
    FunctionWords.Slot.allCases.allSatisfy { !contains($0) || condition($0) }
  }
}

extension FunctionWords.Slot {
  /// A small number of its own.
  @inline(__always)
  var number: Int {
    switch self {
    case .subject: 0
    case .object: 1
    case .genitive: 2
    case .with: 3
    case .between: 4
    case .to: 5
    case .from: 6
    case .on: 7
    case .against: 8
    case .by: 9
    case .in: 10
    case .about: 11
    case .at: 12
    case .via: 13
    case .agent: 14
    case .during: 15
    }
  }
}

extension SlotSet: Imaged {
  init(from image: inout ImageReader) { bits = image.read() }

  func write(to image: inout ImageWriter) { image.write(bits) }
}
