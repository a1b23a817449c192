internal import Lexicon

/// Reads what ``ImageWriter`` wrote. An image is part of the program, as its code is, so that it is not doubted.
struct ImageReader {
  private let bytes: [UInt8]
  private var next = 0
  private var strings: [String] = []
  /// The table whose row was read last.
  private var rows: EmbeddedTable?
  /// The tables whose rows the image names by their places.
  private let lexicon: Lexicon

  init(_ bytes: [UInt8], lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
    let count: UInt32 = number()
    strings.reserveCapacity(Int(count))
    for _ in 0..<count {
      let length = Int(number() as UInt32)
      strings.append(String(decoding: bytes[next..<next + length], as: UTF8.self))
      next += length
    }
  }

  /// The next value.
  @inline(__always)
  mutating func read<Value: Imaged>() -> Value { Value(from: &self) }

  /// The next number.
  @inline(__always)
  mutating func number<Number: FixedWidthInteger & BitwiseCopyable>() -> Number {
    defer { next += MemoryLayout<Number>.size }
    return Number(littleEndian: bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: next, as: Number.self))
  }

  /// So many numbers.
  mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(_ count: Int) -> [Number] {
    let range = next..<next + count * MemoryLayout<Number>.size
    next = range.upperBound
    return bytes.withUnsafeBytes { bytes in
      Array(unsafeUninitializedCapacity: count) { numbers, initialized in
        UnsafeMutableRawBufferPointer(numbers).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[range]))
        #if _endian(big)
          for index in numbers.indices { numbers[index] = Number(littleEndian: numbers[index]) }
        #endif
        initialized = count
      }
    }
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
