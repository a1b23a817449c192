internal import EventModel

/// A text in UTF-8, and how it was read.
struct DecodedText {
  /// The text, valid UTF-8, without a byte order mark.
  var bytes: [UInt8]
  /// What it was before.
  var encoding: TextEncoding
  /// Why it was taken for that.
  var basis: DocumentInfo.EncodingBasis
  /// How many bytes the byte order mark had.
  var markLength = 0

  /// The offset in the raw bytes of what is at an offset of the text, both from 0.
  func rawOffset(_ offset: Int) -> Int {
    switch encoding {
    case .utf8: return markLength + offset
    case .windows1256, .iso8859Part6:
      return bytes[..<offset].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    case .utf16LittleEndian, .utf16BigEndian:
      // Code points that take four bytes in UTF-8 take two units.
      return bytes[..<offset].reduce(markLength) { $1 & 0xC0 == 0x80 ? $0 : $0 + ($1 >= 0xF0 ? 4 : 2) }
    }
  }
}

/// Why bytes could not be decoded.
struct DecodingFault: Error {
  /// The diagnostic's id.
  var id: String
  /// The sentence.
  var reason: String
  /// Where in the raw bytes, from 0; nil where the whole is meant.
  var offset: Int?
  /// How many bytes a unit of the encoding has, the highest first or last; lines are counted in them.
  var encoding = TextEncoding.utf8
}
