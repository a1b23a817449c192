/// The named fields of a header, as WARC, HTTP and mail have them: `Name: value`, a line each, where a line that begins
/// with a space goes on with the one before.
struct HeaderFields {
  private var fields: [(name: String, value: [UInt8])] = []
  /// Whether a line was no field.
  private(set) var hasBadLine = false

  /// Takes a line, with or without its ending, that is not empty.
  mutating func add(line: [UInt8]) {
    let text = ASCII.trimmed(line[...])
    if let first = line.first, first == 0x20 || first == 0x09 {
      if fields.isEmpty { hasBadLine = true } else { fields[fields.count - 1].value += [0x20] + text }
      return
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      hasBadLine = true
      return
    }
    let name = ASCII.trimmed(text[..<colon])
    if name.contains(where: { $0 <= 0x20 || $0 >= 0x7F }) { hasBadLine = true }
    fields.append((ASCII.lowercased(name), Array(ASCII.trimmed(text[(colon + 1)...]))))
  }

  /// Whether a line ends a header.
  static func isEnd(_ line: [UInt8]) -> Bool {
    line == [0x0A] || line == [0x0D, 0x0A]
  }

  /// The value of the first field of a name in small letters; nil where there is none or where it is empty.
  subscript(name: String) -> [UInt8]? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The value of a field as a string, bytes that are not UTF-8 repaired.
  func text(_ name: String) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts of all fields of a name, which commas part, in small letters.
  func list(_ name: String) -> [String] {
    fields.filter { $0.name == name }.flatMap { field in
      field.value.split(separator: UInt8(ascii: ",")).map { ASCII.lowercased(ASCII.trimmed($0)) }
    }.filter { !$0.isEmpty }
  }

  /// The field Content-Type.
  var contentType: ContentType? { self["content-type"].map { ContentType($0) } }
}

/// A value of Content-Type, such as `text/html; charset=windows-1256`.
struct ContentType {
  /// Type and subtype in small letters.
  let name: String
  /// The parameter `charset` as it is written, without quotation marks.
  let charset: String?

  /// Reads a value.
  init(_ value: [UInt8]) {
    let parts = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    name = parts.first.map { ASCII.lowercased(ASCII.trimmed($0)) } ?? ""
    charset = parts.dropFirst().lazy.compactMap { Self.charset(ASCII.trimmed($0)) }.first
  }

  /// Whether this is a page.
  var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }

  private static func charset(_ parameter: ArraySlice<UInt8>) -> String? {
    guard let sign = parameter.firstIndex(of: UInt8(ascii: "=")),
      ASCII.lowercased(ASCII.trimmed(parameter[..<sign])) == "charset"
    else { return nil }
    let marks = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    var value = ASCII.trimmed(parameter[(sign + 1)...])
    if let first = value.first, marks.contains(first) { value.removeFirst() }
    if let last = value.last, marks.contains(last) { value.removeLast() }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }
}
