/// An encoding of one byte a character whose lower half is ASCII.
///
/// The tables are those of the WHATWG Encoding Standard: https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
struct CodePage: Sendable {
  /// The code point of each byte from 0x80; 0xFFFD where the code page has none.
  let upper: [UInt16]
  /// Of each byte the UTF-8 code units, the first in the lowest byte; 0 above ASCII where the code page has none.
  private let units: [UInt32]
  /// How many UTF-8 code units each byte becomes; 0 where the code page has none.
  private let lengths: [UInt8]
  /// Of each byte what its character is to the letter model.
  let classes: [UInt8]

  /// The code page of Windows for Arabic: every byte is a character.
  static let windows1256 = CodePage(upper: [
    0x20AC, 0x067E, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0679, 0x2039, 0x0152, 0x0686,
    0x0698, 0x0688, 0x06AF, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x06A9, 0x2122, 0x0691, 0x203A,
    0x0153, 0x200C, 0x200D, 0x06BA, 0x00A0, 0x060C, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7, 0x00A8, 0x00A9,
    0x06BE, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
    0x00B8, 0x00B9, 0x061B, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x061F, 0x06C1, 0x0621, 0x0622, 0x0623, 0x0624, 0x0625,
    0x0626, 0x0627, 0x0628, 0x0629, 0x062A, 0x062B, 0x062C, 0x062D, 0x062E, 0x062F, 0x0630, 0x0631, 0x0632, 0x0633,
    0x0634, 0x0635, 0x0636, 0x00D7, 0x0637, 0x0638, 0x0639, 0x063A, 0x0640, 0x0641, 0x0642, 0x0643, 0x00E0, 0x0644,
    0x00E2, 0x0645, 0x0646, 0x0647, 0x0648, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x0649, 0x064A, 0x00EE, 0x00EF,
    0x064B, 0x064C, 0x064D, 0x064E, 0x00F4, 0x064F, 0x0650, 0x00F7, 0x0651, 0x00F9, 0x0652, 0x00FB, 0x00FC, 0x200E,
    0x200F, 0x06D2,
  ])

  /// The older standard, which is ASMO 708 too: the letters in the order of Unicode, few signs, many gaps.
  static let iso8859Part6 = CodePage(
    upper: (0x80...0xFF as ClosedRange<UInt16>).map { byte in
      switch byte {
      case 0x80...0xA0, 0xA4, 0xAD: byte
      case 0xAC, 0xBB, 0xBF, 0xC1...0xDA, 0xE0...0xF2: byte - 0xA0 + 0x0600
      default: 0xFFFD
      }
    })

  private init(upper: [UInt16]) {
    self.upper = upper
    var (units, lengths): ([UInt32], [UInt8]) = ([], [])
    for point in (0..<0x80).map({ UInt16($0) }) + upper {
      let encoded = point == 0xFFFD ? [] : Unicode.Scalar(point).map { Array(UTF8.encode($0) ?? .init()) } ?? []
      lengths.append(UInt8(encoded.count))
      units.append(encoded.reversed().reduce(0) { $0 << 8 | UInt32($1) })
    }
    (self.units, self.lengths) = (units, lengths)
    let ascii = [UInt8](repeating: LetterModel.Class.boundary, count: 0x80)
    classes = ascii + upper.map { LetterModel.number(of: UInt32($0)) }
  }

  /// Turns bytes into UTF-8. Each byte becomes one code point.
  ///
  /// - Throws: The offset of the first byte that the code page has no character for.
  func decode(_ bytes: [UInt8]) throws(UndecodableByte) -> [UInt8] {
    let (count, whole) = bytes.withUnsafeBufferPointer { bytes in
      lengths.withUnsafeBufferPointer { lengths in
        var (count, whole) = (0, true)
        for byte in bytes {
          let length = Int(lengths[Int(byte)])
          count += length
          whole = whole && length > 0
        }
        return (count, whole)
      }
    }
    guard whole else { throw UndecodableByte(offset: bytes.firstIndex { lengths[Int($0)] == 0 } ?? 0) }
    // Four bytes are written for each, of which the next overwrites what is too much.
    return [UInt8](unsafeUninitializedCapacity: count + 4) { output, written in
      let target = UnsafeMutableRawBufferPointer(output)
      bytes.withUnsafeBytes { source in
        units.withUnsafeBufferPointer { units in
          lengths.withUnsafeBufferPointer { lengths in
            for byte in source {
              target.storeBytes(of: units[Int(byte)].littleEndian, toByteOffset: written, as: UInt32.self)
              written += Int(lengths[Int(byte)])
            }
          }
        }
      }
    }
  }
}

extension CodePage {
  /// The bytes that the beginning of a text was before it was decoded; a space for what the code page has not.
  func encode(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt32: UInt8] = [:]
    for (index, point) in upper.enumerated() where point != 0xFFFD { bytes[UInt32(point)] = UInt8(0x80 + index) }
    return String(decoding: text.prefix(1 << 16), as: UTF8.self).unicodeScalars.map { scalar in
      scalar.isASCII ? UInt8(scalar.value) : bytes[scalar.value] ?? UInt8(ascii: " ")
    }
  }
}

/// The bytes at an offset from 0 are no character in an encoding.
struct UndecodableByte: Error {
  var offset: Int
}
