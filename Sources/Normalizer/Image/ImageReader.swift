internal import Lexicon

/// Reads what ``ImageWriter`` wrote. An image is part of the program, as its code is, so that it is not doubted.
struct ImageReader {
  private var digits: ImageDigits
  /// A part of the image, which fits the caches of a processor.
  private var window = Array(repeating: 0 as UInt8, count: 1 << 15)
  /// What of the window is to be read.
  private var next = 0
  private var end = 0
  private var strings: [String] = []
  /// The table whose row was read last.
  private var rows: EmbeddedTable?
  /// The tables whose rows the image names by their places.
  private let lexicon: Lexicon

  init(_ digits: ImageDigits, lexicon: Lexicon) {
    self.digits = digits
    self.lexicon = lexicon
    let count: UInt32 = number()
    strings.reserveCapacity(Int(count))
    for _ in 0..<count {
      let length = Int(number() as UInt32)
      hold(length)
      strings.append(String(decoding: window[next..<next + length], as: UTF8.self))
      next += length
    }
  }

  /// The next value.
  @inline(__always)
  mutating func read<Value: Imaged>() -> Value { Value(from: &self) }

  /// The next number.
  @inline(__always)
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>() -> Number {
    let size = MemoryLayout<Number>.size
    if next + size > end { hold(size) }
    defer { next += size }
    return Number(littleEndian: window.span.bytes.unsafeLoadUnaligned(fromByteOffset: next, as: Number.self))
  }

  /// So many numbers. Most of the image is made of such lists: what of them is not in the window goes past it.
  mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int) -> [Number] {
    guard count > 0 else { return [] }
    return Array(unsafeUninitializedCapacity: count) { numbers, initialized in
      copy(to: UnsafeMutableRawBufferPointer(numbers))
      #if _endian(big)
        for index in numbers.indices { numbers[index] = Number(littleEndian: numbers[index]) }
      #endif
      initialized = count
    }
  }

  /// Fills a buffer with the next bytes.
  private mutating func copy(to buffer: UnsafeMutableRawBufferPointer) {
    var filled = 0
    func take(_ reader: inout ImageReader) {
      let range = reader.next..<reader.next + min(buffer.count - filled, reader.end - reader.next)
      reader.window.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      reader.next = range.upperBound
      filled += range.count
    }
    take(&self)
    guard filled < buffer.count else { return }
    filled += digits.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
    hold(buffer.count - filled)
    take(&self)
  }

  /// Makes sure that so many of the next bytes are in the window.
  @inline(never)
  private mutating func hold(_ count: Int) {
    guard next + count > end else { return }
    if count + 16 > window.count { window += repeatElement(0, count: count) }
    let unread = next..<end
    var digits = self.digits
    end = window.withUnsafeMutableBytes { window in
      window.copyMemory(from: UnsafeRawBufferPointer(rebasing: window[unread]))
      return unread.count + digits.read(into: UnsafeMutableRawBufferPointer(rebasing: window[unread.count...]))
    }
    next = 0
    self.digits = digits
  }

  /// The next row, one of a table of the program.
  mutating func row(of table: String) -> Table.Row {
    let (start, end, line): (Int32, Int32, Int32) = (read(), read(), read())
    // The rows of one table stand together.
    if table != rows?.name { rows = lexicon.embedded(table) }
    guard let rows else { preconditionFailure("no table \(table) is part of the program") }
    return rows.row(Int(start)..<Int(end), line: Int(line))
  }

  /// The next string.
  mutating func string() -> String { strings[Int(number() as UInt32)] }
}
