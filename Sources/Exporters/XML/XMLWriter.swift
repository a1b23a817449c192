internal import EventModel

/// Writes XML 1.0 into a byte array as a stream: open, attributes, text, close.
///
/// Characters that XML 1.0 forbids (most control characters, U+FFFE, U+FFFF) are replaced by U+FFFD and counted. A
/// carriage return is written as `&#xD;`, since parsers turn a bare one into a line feed.
///
/// ```
/// xml.open("topic")
/// xml.text("رفع & خفض")
/// xml.close("topic")
/// // <topic>رفع &amp; خفض</topic>
/// ```
struct XMLWriter {
  /// What has been written.
  var bytes: [UInt8] = []
  /// How many forbidden characters were replaced.
  private(set) var replacements = 0
  /// Whether a start tag still waits for its `>`.
  private var isTagOpen = false

  /// Begins an element, whose attributes may follow.
  mutating func open(_ name: StaticString) {
    finishTag()
    bytes.append(0x3C)
    append(name)
    isTagOpen = true
  }

  /// Ends the element that was begun last and is not ended yet.
  mutating func close(_ name: StaticString) {
    if isTagOpen {
      bytes.append(0x2F)
      bytes.append(0x3E)
      isTagOpen = false
      return
    }
    bytes.append(0x3C)
    bytes.append(0x2F)
    append(name)
    bytes.append(0x3E)
  }

  /// Ends the line; white space between elements has no meaning.
  mutating func endLine() {
    finishTag()
    bytes.append(0x0A)
  }

  /// Writes text.
  mutating func text(_ text: String) {
    finishTag()
    text.withBytes { append($0, isAttribute: false) }
  }

  /// Writes an attribute of the element that was begun last, unless there is no value.
  mutating func attribute(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    attribute(name) { xml in value.withBytes { xml.append($0, isAttribute: true) } }
  }

  /// Writes an attribute, unless there is no number.
  mutating func attribute(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    attribute(name) { Literal.append(number, to: &$0.bytes) }
  }

  /// Writes an attribute, unless there is no id.
  mutating func attribute(_ name: StaticString, _ id: RecordID?) {
    guard let id else { return }
    attribute(name) { Literal.append(id, to: &$0.bytes) }
  }

  /// Writes an attribute, unless there is no day.
  mutating func attribute(_ name: StaticString, _ day: CivilDay?) {
    guard let day else { return }
    attribute(name) { Literal.append(day, to: &$0.bytes) }
  }

  /// Writes an attribute that is `true` or `false`.
  mutating func attribute(_ name: StaticString, _ value: Bool) {
    attribute(name) { Literal.append(value, to: &$0.bytes) }
  }

  // MARK: - Bytes

  private mutating func attribute(_ name: StaticString, _ write: (inout XMLWriter) -> Void) {
    bytes.append(0x20)
    append(name)
    bytes.append(0x3D)
    bytes.append(0x22)
    write(&self)
    bytes.append(0x22)
  }

  private mutating func finishTag() {
    guard isTagOpen else { return }
    bytes.append(0x3E)
    isTagOpen = false
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Copies runs of plain bytes whole and replaces what stands between them.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, isAttribute: Bool) {
    var runStart = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte > 0x3E && byte != 0xEF {
        index += 1
        continue
      }
      guard let replacement = Self.replacement(at: index, in: text, isAttribute: isAttribute) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      append(replacement.text)
      if replacement.isLoss { replacements += 1 }
      index += replacement.width
      runStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// What is written for the character at `index`; nil for the character itself.
  private static func replacement(
    at index: Int, in text: UnsafeBufferPointer<UInt8>, isAttribute: Bool
  ) -> (text: StaticString, width: Int, isLoss: Bool)? {
    switch text[index] {
    case 0x26: return ("&amp;", 1, false)
    case 0x3C: return ("&lt;", 1, false)
    case 0x3E: return ("&gt;", 1, false)
    case 0x0D: return ("&#xD;", 1, false)
    case 0x22 where isAttribute: return ("&quot;", 1, false)
    case 0x09 where isAttribute: return ("&#x9;", 1, false)
    case 0x0A where isAttribute: return ("&#xA;", 1, false)
    case 0x09, 0x0A: return nil
    case 0x00..<0x20: return ("\u{FFFD}", 1, true)
    case 0xEF:
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      guard index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] >= 0xBE else { return nil }
      return ("\u{FFFD}", 3, true)
    default: return nil
    }
  }
}
