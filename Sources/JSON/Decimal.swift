/// An exact decimal number: digits times a power of ten, in lowest terms, so that equal numbers have equal parts.
struct Decimal: Hashable, Sendable {
  /// Whether it is below zero; never so for zero.
  private(set) var isNegative: Bool
  /// Digits 0 to 9, the most significant first, with no zero at either end; none for zero.
  private(set) var digits: [UInt8]
  /// The power of ten that the digits are multiplied by. Powers beyond 2^62 count as 2^62.
  private(set) var exponent: Int
}

extension JSONNumber {
  /// The number taken apart.
  var decimal: Decimal {
    Decimal(text.utf8)
  }
}

extension Decimal {
  /// Reads a number in the grammar of RFC 8259.
  init(_ text: some Sequence<UInt8>) {
    isNegative = false
    digits = []
    var fraction = 0
    var power = 0
    var powerIsNegative = false
    var part = Part.whole
    for byte in text {
      switch (byte, part) {
      case (UInt8(ascii: "-"), .whole): isNegative = true
      case (UInt8(ascii: "-"), .power): powerIsNegative = true
      case (UInt8(ascii: "."), _): part = .fraction
      case (UInt8(ascii: "e"), _), (UInt8(ascii: "E"), _): part = .power
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), .power):
        power = min(power, 1 << 57) * 10 + Int(byte - UInt8(ascii: "0"))
      case (UInt8(ascii: "0")...UInt8(ascii: "9"), _):
        if part == .fraction { fraction += 1 }
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      default: break
      }
    }
    exponent = min(power, 1 << 62) * (powerIsNegative ? -1 : 1) - fraction
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    if digits.isEmpty {
      isNegative = false
      exponent = 0
    }
  }

  private enum Part {
    case whole
    case fraction
    case power
  }
}

extension Decimal: Comparable {
  static func < (left: Decimal, right: Decimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
  }

  private func isCloserToZero(than other: Decimal) -> Bool {
    if digits.isEmpty || other.digits.isEmpty { return digits.isEmpty && !other.digits.isEmpty }
    let magnitude = exponent + digits.count
    let otherMagnitude = other.exponent + other.digits.count
    return magnitude != otherMagnitude
      ? magnitude < otherMagnitude : digits.lexicographicallyPrecedes(other.digits)
  }
}

extension Decimal {
  /// Whether this is a whole multiple of `other`, exactly; false where `other` is zero.
  func isMultiple(of other: Decimal) -> Bool {
    guard !other.digits.isEmpty else { return false }
    guard !digits.isEmpty else { return true }
    // In lowest terms the digits are no multiple of ten, so a finer number is never a multiple of a coarser one.
    let shift = exponent - other.exponent
    guard shift >= 0 else { return false }
    // The divisor holds fewer than four factors of 2 or 5 a digit: more zeros than that change nothing.
    let zeros = min(shift, 4 * other.digits.count)
    let dividend = digits + Array(repeating: 0, count: zeros)
    if other.digits.count <= 18 {
      let divisor = other.digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1) }
      return dividend.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % divisor } == 0
    }
    return Self.remainderIsZero(dividend, other.digits)
  }

  /// Long division by hand, for divisors of more digits than a machine word holds.
  private static func remainderIsZero(_ dividend: [UInt8], _ divisor: [UInt8]) -> Bool {
    var remainder: [UInt8] = []
    for digit in dividend {
      if !remainder.isEmpty || digit != 0 { remainder.append(digit) }
      while remainder.count > divisor.count
        || (remainder.count == divisor.count && !remainder.lexicographicallyPrecedes(divisor))
      {
        subtract(divisor, from: &remainder)
      }
    }
    return remainder.isEmpty
  }

  private static func subtract(_ amount: [UInt8], from number: inout [UInt8]) {
    var borrow: UInt8 = 0
    for place in 1...number.count {
      let index = number.count - place
      let taken = (place <= amount.count ? amount[amount.count - place] : 0) + borrow
      borrow = number[index] < taken ? 1 : 0
      number[index] = number[index] + 10 * borrow - taken
    }
    number.removeFirst(number.prefix { $0 == 0 }.count)
  }
}
