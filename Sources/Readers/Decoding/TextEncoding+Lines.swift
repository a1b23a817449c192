extension TextEncoding {
  /// The line that an offset lies in: its number from 1, and where it begins, in bytes from 0.
  ///
  /// A byte order mark counts as part of the first line.
  func lineStart(before offset: Int, in bytes: [UInt8]) -> (line: Int, offset: Int) {
    var (line, start) = (1, 0)
    var index = 0
    // The place of the byte in a unit that tells a line feed, if all others are 0.
    let low = self == .utf16BigEndian ? 1 : 0
    while index + unitLength <= offset {
      if bytes[index + low] == 0x0A, unitLength == 1 || bytes[index + 1 - low] == 0 {
        (line, start) = (line + 1, index + unitLength)
      }
      index += unitLength
    }
    return (line, start)
  }
}
