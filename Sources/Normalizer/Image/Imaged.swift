/// What can be part of an image of the compiled tables: see ``ImageWriter`` and ``ImageReader``.
protocol Imaged {
  /// Reads what ``write(to:)`` wrote.
  init(from image: inout ImageReader)

  /// Appends the value's parts, in the order in which they are read.
  func write(to image: inout ImageWriter)

  /// Reads so many values.
  static func list(_ count: Int, from image: inout ImageReader) -> [Self]
}

extension Imaged {
  static func list(_ count: Int, from image: inout ImageReader) -> [Self] {
    var values: [Self] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(Self(from: &image)) }
    return values
  }
}

/// A number of some bytes; lists of them are copied as a whole.
protocol ImagedNumber: Imaged, FixedWidthInteger, BitwiseCopyable {}

extension ImagedNumber {
  init(from image: inout ImageReader) { self = image.number() }

  func write(to image: inout ImageWriter) { image.append(number: self) }

  static func list(_ count: Int, from image: inout ImageReader) -> [Self] { image.numbers(count) }
}

extension UInt8: ImagedNumber {}
extension UInt16: ImagedNumber {}
extension UInt32: ImagedNumber {}
extension UInt64: ImagedNumber {}
extension Int16: ImagedNumber {}
extension Int32: ImagedNumber {}
extension Int: ImagedNumber {}

/// An enumeration without associated values, as the place of the case.
protocol ImagedCase: Imaged, CaseIterable, Equatable where AllCases == [Self] {}

extension ImagedCase {
  init(from image: inout ImageReader) { self = Self.allCases[Int(image.number() as UInt8)] }

  func write(to image: inout ImageWriter) {
    image.append(number: UInt8(Self.allCases.firstIndex(of: self) ?? 0))
  }
}

extension Bool: Imaged {
  init(from image: inout ImageReader) { self = image.number() as UInt8 != 0 }

  func write(to image: inout ImageWriter) { image.append(number: self ? 1 : 0 as UInt8) }
}

extension String: Imaged {
  init(from image: inout ImageReader) { self = image.string() }

  func write(to image: inout ImageWriter) { image.append(string: self) }
}

extension Optional: Imaged where Wrapped: Imaged {
  init(from image: inout ImageReader) { self = image.read() ? Wrapped(from: &image) : nil }

  func write(to image: inout ImageWriter) {
    image.write(self != nil)
    if let self { image.write(self) }
  }
}

extension Array: Imaged where Element: Imaged {
  init(from image: inout ImageReader) {
    let count: UInt32 = image.number()
    self = Element.list(Int(count), from: &image)
  }

  func write(to image: inout ImageWriter) {
    image.append(number: UInt32(count))
    for element in self { image.write(element) }
  }
}

extension Range: Imaged where Bound: ImagedNumber {
  init(from image: inout ImageReader) {
    let lower: Bound = image.number()
    self = lower..<image.number()
  }

  func write(to image: inout ImageWriter) { image.write(lowerBound, upperBound) }
}

extension Dictionary: Imaged where Key: Imaged & Comparable, Value: Imaged {
  init(from image: inout ImageReader) {
    let keys: [Key] = image.read()
    self = Dictionary(uniqueKeysWithValues: zip(keys, image.read() as [Value]))
  }

  func write(to image: inout ImageWriter) {
    // A dictionary has another order in each run.
    let entries = sorted { $0.key < $1.key }
    image.write(entries.map(\.key), entries.map(\.value))
  }
}

extension Set: Imaged where Element: Imaged & Comparable {
  init(from image: inout ImageReader) { self.init(image.read() as [Element]) }

  func write(to image: inout ImageWriter) { image.write(sorted()) }
}
