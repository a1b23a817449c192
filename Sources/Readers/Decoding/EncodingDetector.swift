/// Tells the encoding of Arabic text from its bytes.
struct EncodingDetector: Sendable {
  let letters: LetterModel

  /// What bytes show.
  enum Finding: Equatable {
    /// They are text in an encoding.
    case encoding(TextEncoding)
    /// They are UTF-8 but for a few bytes.
    case damagedUTF8
    /// Nothing tells.
    case unknown
  }

  /// Looks at bytes without a byte order mark.
  ///
  /// - Parameter utf8Fault: The offset of the first byte that is not UTF-8, nil where all are.
  func finding(_ bytes: [UInt8], utf8Fault: Int?) -> Finding {
    if let order = UTF16Text.byteOrder(of: bytes) { return .encoding(order) }
    guard let utf8Fault else { return .encoding(.utf8) }
    // Few sequences of legacy text happen to be UTF-8, nearly all of UTF-8 that was cut or patched.
    if Self.isMostlyUTF8(bytes, from: utf8Fault) { return .damagedUTF8 }
    return codePage(of: bytes).map { .encoding($0) } ?? .unknown
  }

  /// The code page in which bytes are Arabic; nil where they are in none, or nearly as good in another.
  func codePage(of bytes: [UInt8]) -> TextEncoding? {
    let windows = letters.read(bytes, by: .windows1256)
    let standard = letters.read(bytes, by: .iso8859Part6)
    // What the bytes must tell to be believed: one in two to the twentieth, in tenths of a bit.
    let margin = 200
    if windows.isArabic, windows.cost + margin <= standard.cost || windows.cost == standard.cost { return .windows1256 }
    if standard.isArabic, standard.cost + margin <= windows.cost { return .iso8859Part6 }
    return nil
  }

  /// Whether bytes above ASCII form more sequences of UTF-8 than they break.
  private static func isMostlyUTF8(_ bytes: [UInt8], from fault: Int) -> Bool {
    var (whole, broken) = (0, 0)
    bytes.withUnsafeBufferPointer { bytes in
      // All before the fault is whole. Some thousand bytes tell as well as all.
      for byte in bytes[max(fault - 4096, 0)..<fault] where byte >= 0xC0 { whole += 1 }
      var index = fault
      while index < min(fault + 4096, bytes.count), broken < 16 + whole {
        let length = UTF8Fault.length(bytes, at: index)
        if length > 1 { whole += 1 }
        if length == 0 { broken += 1 }
        index += max(length, 1)
      }
    }
    return whole > broken * 2
  }
}
