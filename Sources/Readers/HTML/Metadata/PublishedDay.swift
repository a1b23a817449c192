internal import EventModel

/// Reads the day of a date in a page's metadata, as printed there: no time zone is turned into another one.
enum PublishedDay {
  /// The day; nil where the text names none.
  ///
  /// Read are ISO 8601 in its usual forms (`2024-05-01T10:00:00+03:00`, `2024/5/1`, `20240501`), days before months
  /// (`01-05-2024`), RFC 2822 (`Wed, 01 May 2024 …`), and all that a printed dateline may be.
  static func read(_ text: [UInt8], _ datelines: DatelineReader) -> CivilDay? {
    iso(text) ?? datelines.read(FoldedLine(String(decoding: text.prefix(80), as: UTF8.self)))?.day
  }

  private static func iso(_ text: [UInt8]) -> CivilDay? {
    var index = 0
    func number(_ digits: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while index < text.count, count < digits.upperBound, text[index] &- 0x30 < 10 {
        value = value * 10 + Int(text[index] - 0x30)
        index += 1
        count += 1
      }
      return digits.contains(count) ? value : nil
    }
    guard let year = number(4...4), (1900...2100).contains(year), index < text.count else { return nil }
    let separator = text[index]
    let isCompact = separator &- 0x30 < 10
    guard isCompact || separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    if !isCompact { index += 1 }
    guard let month = number(isCompact ? 2...2 : 1...2) else { return nil }
    if !isCompact {
      guard index < text.count, text[index] == separator else { return nil }
      index += 1
    }
    guard let day = number(isCompact ? 2...2 : 1...2) else { return nil }
    // More digits make another number.
    if isCompact, index < text.count, text[index] &- 0x30 < 10, text.count != 14 { return nil }
    return CivilDay(year, month, day)
  }
}
