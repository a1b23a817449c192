/// The text of a table, in UTF-8: one that is part of the program, which is not copied, or one that was read.
final class TableText: Sendable {
  /// The bytes; valid as long as the text is.
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the text is part of the program.
  private let isBundled: Bool

  /// Takes a text that is part of the program.
  init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    isBundled = true
  }

  /// Copies a text.
  init(_ contents: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: contents.count)
    _ = copy.initialize(from: contents)
    bytes = UnsafeBufferPointer(copy)
    isBundled = false
  }

  deinit {
    if !isBundled { bytes.deallocate() }
  }

  /// The bytes of a line's cell, by its number from 0; nil where the line has fewer.
  static func cell(_ number: Int, of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var start = line.lowerBound
    for _ in 0..<number {
      start = separator(in: bytes, from: start) + 1
      guard start <= line.upperBound else { return nil }
    }
    return start..<min(separator(in: bytes, from: start), line.upperBound)
  }

  /// A range of some bytes without the spaces around it.
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// The bytes of a range.
  static func slice(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// The bytes of a range without the spaces around it.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    slice(bytes, trim(bytes, range))
  }

  /// The first tab or line feed from a place on; the end of the bytes where there is none.
  static func separator(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    // Eight bytes at once.
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeros(word ^ 0x0909_0909_0909_0909) | zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] != 0x09, raw[index] != 0x0A { index += 1 }
    return index
  }

  /// The first line feed from a place on; the end of the bytes where there is none.
  static func lineFeed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeros(word ^ 0x0A0A_0A0A_0A0A_0A0A)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] != 0x0A { index += 1 }
    return index
  }

  /// A number whose lowest bit that is set lies in the lowest byte of a word that is 0.
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}

/// The values of a cell that are separated by ` | `: stretches of UTF-8 that are not empty, without spaces around them.
package struct TableValues: Sequence, IteratorProtocol {
  private var rest: UnsafeBufferPointer<UInt8>

  init(_ cell: UnsafeBufferPointer<UInt8>) { rest = cell }

  package mutating func next() -> UnsafeBufferPointer<UInt8>? {
    while !rest.isEmpty {
      var end = 0
      while end < rest.count, rest[end] != 0x7C { end += 1 }
      let value = TableText.trimmed(rest, 0..<end)
      rest = TableText.slice(rest, Swift.min(end + 1, rest.count)..<rest.count)
      if !value.isEmpty { return value }
    }
    return nil
  }
}
