internal import EventModel
internal import XML

extension TableField {
  /// Why a cell is refused: the last part of an id, and a sentence.
  struct Refusal {
    var id: String
    var reason: String

    init(_ id: String, _ reason: String) {
      self.id = "table-" + id
      self.reason = reason
    }
  }

  /// Judges a cell that is not missing; nil where it may stand.
  func refusal(_ cell: UnsafeBufferPointer<UInt8>) -> Refusal? {
    switch kind {
    case .string, .any: break
    case .integer:
      guard let value = Self.integer(cell) else { return Refusal("type", "must be an integer") }
      if let refusal = bounds(value) { return refusal }
    case .number:
      guard let value = Self.number(cell) else { return Refusal("type", "must be a number") }
      if let refusal = bounds(value) { return refusal }
    case .date:
      guard let value = Self.day(cell) else { return Refusal("type", "must be a day, as in 2024-10-26") }
      if let refusal = bounds(value) { return refusal }
    case .boolean:
      guard Self.contains(trueValues, cell) || Self.contains(falseValues, cell) else {
        return Refusal("type", "must be true or false")
      }
    }
    if let allowed, !(allowedSet?.contains(cell) ?? Self.contains(allowed, cell)) {
      let shown = allowed.prefix(12).map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
      return Refusal("enum", "must be one of " + shown + (allowed.count > 12 ? ", …" : ""))
    }
    if let pattern, !pattern.matches(cell) { return Refusal("pattern", "must match \(pattern.text)") }
    if minLength > 0 || maxLength < .max {
      let length = cell.count { $0 & 0xC0 != 0x80 }
      if length < minLength { return Refusal("min-length", "must have at least \(minLength) characters") }
      if length > maxLength { return Refusal("max-length", "must have at most \(maxLength) characters") }
    }
    return nil
  }

  private func bounds(_ value: Double) -> Refusal? {
    if let minimum, value < minimum { return Refusal("minimum", "must be at least \(bound(minimum))") }
    if let maximum, value > maximum { return Refusal("maximum", "must be at most \(bound(maximum))") }
    return nil
  }

  private func bound(_ value: Double) -> String {
    guard let whole = Int(exactly: value) else { return "\(value)" }
    return kind == .date ? CivilDay(ordinal: whole).description : "\(whole)"
  }

  static func contains(_ values: [[UInt8]], _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for value in values where value.count == cell.count && value.elementsEqual(cell) { return true }
    return false
  }

  // MARK: - Lexical forms

  /// An optional sign and digits.
  private static func integer(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = cell.first == UInt8(ascii: "-") || cell.first == UInt8(ascii: "+") ? 1 : 0
    guard index < cell.count else { return nil }
    var value = 0.0
    while index < cell.count {
      let digit = cell[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Double(digit)
      index += 1
    }
    return cell.first == UInt8(ascii: "-") ? -value : value
  }

  /// An optional sign, digits with an optional point, an optional exponent; or `NaN`, `INF`, `-INF`.
  private static func number(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    let text = String(decoding: cell, as: UTF8.self)
    switch text {
    case "NaN": return .nan
    case "INF": return .infinity
    case "-INF": return -.infinity
    default: break
    }
    let isPlain = cell.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
    return isPlain ? Double(text) : nil
  }

  /// A day of the calendar as `YYYY-MM-DD`, counted.
  private static func day(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    guard cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-") else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = cell[index] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10),
      let found = CivilDay(year, month, day)
    else { return nil }
    return Double(found.ordinal)
  }
}
