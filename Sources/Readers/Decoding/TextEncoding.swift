/// The encodings that Arabic text on the web and on disks comes in.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1256 = "windows-1256"
  case iso8859Part6 = "iso-8859-6"

  /// The encoding that a label means, in any letter case and with spaces around it, such as `cp1256` or `utf8`; nil for a
  /// label of another encoding and for no label at all.
  ///
  /// The labels are those of the WHATWG Encoding Standard: https://encoding.spec.whatwg.org/#names-and-labels
  package init?(label: String) {
    switch Self.normalized(label) {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8": self = .utf8
    case "utf-16le", "utf-16", "unicode", "unicodefeff", "ucs-2", "iso-10646-ucs-2", "csunicode":
      self = .utf16LittleEndian
    case "utf-16be", "unicodefffe": self = .utf16BigEndian
    case "windows-1256", "cp1256", "x-cp1256": self = .windows1256
    case "iso-8859-6", "iso-8859-6-e", "iso-8859-6-i", "iso8859-6", "iso88596", "iso_8859-6", "iso_8859-6:1987",
      "iso-ir-127", "arabic", "asmo-708", "ecma-114", "csiso88596e", "csiso88596i", "csisolatinarabic":
      self = .iso8859Part6
    default: return nil
    }
  }

  /// How many bytes a code unit has.
  var unitLength: Int {
    switch self {
    case .utf8, .windows1256, .iso8859Part6: 1
    case .utf16LittleEndian, .utf16BigEndian: 2
    }
  }

  /// The mark that may stand before a text, which is no part of it; empty in code pages.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .windows1256, .iso8859Part6: []
    }
  }

  /// The encoding whose mark bytes begin with.
  init?(byteOrderMarkOf bytes: [UInt8]) {
    for encoding in [Self.utf8, .utf16LittleEndian, .utf16BigEndian] where bytes.starts(with: encoding.byteOrderMark) {
      self = encoding
      return
    }
    return nil
  }

  /// A label in lower case without the white space around it.
  private static func normalized(_ label: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = label.utf8.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
