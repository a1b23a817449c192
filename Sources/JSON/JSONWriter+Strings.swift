extension JSONWriter {
  /// Appends a string with its quotation marks and escapes.
  package static func append(string text: some StringProtocol, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendEscaped($0, to: &bytes) }
    if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendEscaped($0, to: &bytes) } }
    bytes.append(0x22)
  }

  /// Copies runs of plain bytes whole and escapes what stands between them.
  private static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var runStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0xE2 {
        index += 1
        continue
      }
      var width = 1
      if byte == 0xE2 {
        // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
        guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xA9 else {
          index += 1
          continue
        }
        width = 3
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      appendEscape(of: width == 3 ? text[index + 2] : byte, isSeparator: width == 3, to: &bytes)
      index += width
      runStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  private static func appendEscape(of byte: UInt8, isSeparator: Bool, to bytes: inout [UInt8]) {
    if isSeparator {
      bytes.append(contentsOf: byte == 0xA8 ? "\\u2028".utf8 : "\\u2029".utf8)
      return
    }
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x08: bytes.append(0x62)
    case 0x09: bytes.append(0x74)
    case 0x0A: bytes.append(0x6E)
    case 0x0C: bytes.append(0x66)
    case 0x0D: bytes.append(0x72)
    default:
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
      let digit = byte & 0x0F
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
