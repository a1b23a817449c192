/// A JSON number as it is written, and what it means exactly.
///
/// The text is kept, so nothing is lost to binary fractions: `0.1` is one tenth, and 2^53 + 1 is itself.
package struct JSONNumber: Sendable {
  /// The number as written, such as `-1.50e3`.
  package let text: String

  /// Keeps a text that the parser has checked.
  init(checked text: String) {
    self.text = text
  }

  /// Makes an integer.
  package init(_ value: Int) {
    text = String(value)
  }

  /// Makes a number from a text in the grammar of RFC 8259; nil where it is not.
  package init?(_ text: String) {
    guard case .number(let number) = try? JSONParser.parse(Array(text.utf8)), number.text.hasSameBytes(as: text) else {
      return nil
    }
    self = number
  }

  /// The value, where it is an integer (`10`, `1.0e1`) that fits.
  package var int: Int? {
    if text.utf8.count < 19, let value = Int(text) { return value }
    let decimal = self.decimal
    guard decimal.exponent >= 0, decimal.digits.count + decimal.exponent <= 19 else { return nil }
    var value = 0
    for digit in decimal.digits + Array(repeating: 0, count: decimal.exponent) {
      // Downwards, because the least integer has no positive twin.
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflowToo) = product.subtractingReportingOverflow(Int(digit))
      guard !overflow, !overflowToo else { return nil }
      value = sum
    }
    if decimal.isNegative { return value }
    return value == .min ? nil : -value
  }

  /// The nearest double; infinite where the number is too large for one.
  package var double: Double {
    Double(text) ?? .nan
  }

  /// Whether the mathematical value is an integer, whatever its size and spelling.
  package var isInteger: Bool {
    decimal.exponent >= 0
  }

  /// Whether the mathematical value is a whole multiple of another; false where the other is zero.
  package func isMultiple(of other: JSONNumber) -> Bool {
    decimal.isMultiple(of: other.decimal)
  }
}

extension JSONNumber: Hashable, Comparable {
  package static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.text.hasSameBytes(as: right.text) || left.decimal == right.decimal
  }

  package static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.text.utf8.count < 19, right.text.utf8.count < 19, let a = Int(left.text), let b = Int(right.text) {
      return a < b
    }
    return left.decimal < right.decimal
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(decimal)
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as written.
  package var description: String {
    text
  }
}
