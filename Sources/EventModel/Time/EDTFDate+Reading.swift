extension EDTFDate {
  /// Reads a date, or returns nil if the text is not EDTF of the kind that this type holds.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let value = text.withUTF8({ Self.value($0.span) }) else { return nil }
    self.init(value)
  }

  /// Reads a date in UTF-8, or returns nil if it is not EDTF of the kind that this type holds.
  package init?(utf8 text: Span<UInt8>) {
    guard let value = Self.value(text) else { return nil }
    self.init(value)
  }

  private static func value(_ text: Span<UInt8>) -> Value? {
    var slash = 0
    while slash < text.count, text[slash] != 0x2F { slash += 1 }
    guard slash < text.count else { return point(text).map { .point($0) } }
    let (left, right) = (0..<slash, slash + 1..<text.count)
    let start = point(text.extracting(left))
    let end = point(text.extracting(right))
    guard start != nil || isOpen(text.extracting(left)), end != nil || isOpen(text.extracting(right)),
      start != nil || end != nil
    else { return nil }
    if let start, let end, start.earliest > end.latest { return nil }
    return .interval(start, end)
  }

  /// Whether a side of an interval is `..`.
  private static func isOpen(_ side: Span<UInt8>) -> Bool {
    side.count == 2 && side[0] == 0x2E && side[1] == 0x2E
  }

  private static func point(_ text: Span<UInt8>) -> Point? {
    var end = text.count
    var qualifier: Character?
    if end > 0 {
      switch text[end - 1] {
      case 0x7E: qualifier = "~"
      case 0x3F: qualifier = "?"
      case 0x25: qualifier = "%"
      default: break
      }
      if qualifier != nil { end -= 1 }
    }
    let isNegative = end > 0 && text[0] == 0x2D
    let start = isNegative ? 1 : 0
    let length = end - start
    guard length == 4 || length == 7 || length == 10, let digits = number(text, start..<start + 4) else { return nil }
    let year = isNegative ? -digits : digits
    if isNegative && year == 0 { return nil }
    guard length > 4 else { return Point(year: year, qualifier: qualifier) }
    guard text[start + 4] == 0x2D, let month = number(text, start + 5..<start + 7) else { return nil }
    if length == 10 {
      guard text[start + 7] == 0x2D, let day = number(text, start + 8..<start + 10), CivilDay(year, month, day) != nil
      else { return nil }
      return Point(year: year, unit: .day(month: month, day: day), qualifier: qualifier)
    }
    switch month {
    case 1...12: return Point(year: year, unit: .month(month), qualifier: qualifier)
    case 21...24, 33...36: return Point(year: year, unit: .season(month), qualifier: qualifier)
    default: return nil
    }
  }

  /// The number that digits write, nil where a byte is no digit.
  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    for index in range {
      guard (0x30...0x39).contains(text[index]) else { return nil }
      value = value * 10 + Int(text[index] - 0x30)
    }
    return value
  }
}
