extension JSONWriter {
  /// Appends an integer in decimal digits.
  package static func append(integer number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(0x2D) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// Appends a number in the form that ECMAScript prints, which RFC 8785 asks for: the fewest digits that give the same
  /// number back, plain from 1e-6 up to below 1e21 and with an exponent beyond. What is not finite becomes `null`.
  ///
  /// ```
  /// 333333333.33333329 → 333333333.3333333
  /// 1E30 → 1e+30
  /// -0.0 → 0
  /// ```
  package static func append(double number: Double, to bytes: inout [UInt8]) {
    guard number.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    if number < 0 { bytes.append(0x2D) }
    let (digits, point) = shortestDigits(of: number.magnitude)
    appendDecimal(digits, point: point, to: &bytes)
  }

  /// The significant digits of a number, and how many of them stand before the decimal point (which may lie outside).
  ///
  /// Swift's description has the fewest digits that round-trip, but lays them out in its own way.
  private static func shortestDigits(of number: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = Array(number.description.utf8)[...]
    while let byte = text.popFirst() {
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case 0x2E: point = digits.count
      default:
        exponent = Int(String(decoding: text, as: UTF8.self)) ?? 0
        text = []
      }
    }
    var place = (point ?? digits.count) + exponent
    let zeros = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(zeros)
    place -= zeros
    while digits.last == 0x30 { digits.removeLast() }
    return digits.isEmpty ? ([0x30], 1) : (digits, place)
  }

  private static func appendDecimal(_ digits: [UInt8], point: Int, to bytes: inout [UInt8]) {
    switch point {
    case digits.count...21:
      bytes += digits
      bytes.append(contentsOf: repeatElement(0x30, count: point - digits.count))
    case 1..<max(digits.count, 2):
      bytes += digits[..<point]
      bytes.append(0x2E)
      bytes += digits[point...]
    case -5...0:
      bytes += [0x30, 0x2E]
      bytes.append(contentsOf: repeatElement(0x30, count: -point))
      bytes += digits
    default:
      bytes.append(digits[0])
      if digits.count > 1 {
        bytes.append(0x2E)
        bytes += digits[1...]
      }
      bytes.append(0x65)
      bytes.append(point > 0 ? 0x2B : 0x2D)
      append(integer: abs(point - 1), to: &bytes)
    }
  }
}
