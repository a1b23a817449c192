internal import Lexicon

/// The names of news media (`media`).
struct MediaNames: Sendable {
  private struct Name {
    let text: String
    let isAgency: Bool
    /// Whether the name is an everyday word too.
    let isAmbiguous: Bool
  }

  private var names: [[UInt8]: Name] = [:]

  /// Compiles the table.
  init(_ rows: [Table.Row]) {
    names.reserveCapacity(2 * rows.count)
    var line = FoldedLine()
    for row in rows {
      let isAgency = row.has("agency", in: "kind")
      var isAmbiguous = row.has("yes", in: "needs_head")
      for column in ["name", "name_en", "aliases"] as [StaticString] {
        for text in row.values(column) {
          line.fold(text)
          guard !line.bytes.isEmpty, names[line.bytes] == nil else { continue }
          names[Array(line.bytes[...])] = Name(
            text: String(decoding: text, as: UTF8.self), isAgency: isAgency, isAmbiguous: isAmbiguous)
        }
        // Only the name itself may be another word.
        isAmbiguous = false
      }
    }
  }

  /// Whether a line is the name of a medium and nothing else.
  func contain(_ line: FoldedLine) -> Bool {
    names[line.bytes] != nil
  }

  /// Whether a line is the name of a medium and cannot mean anything else.
  func certainlyContain(_ line: FoldedLine) -> Bool {
    names[line.bytes]?.isAmbiguous == false
  }

  /// The medium that prints an article, among the parts of a byline; an agency only supplies it.
  ///
  /// - Parameter range: The byline's bytes in a text of valid UTF-8. Its parts are what stands between dashes, slashes,
  ///   colons, commas, quotes and the like; two names may be printed without a space between them.
  func outlet(inByline range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var line = FoldedLine()
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      var length = 0
      while end < range.upperBound {
        length = Self.separatorLength(bytes, at: end, before: range.upperBound)
        if length > 0 { break }
        end += 1
      }
      let part = Blank.trim(start..<end, in: bytes)
      line.fold(part, of: bytes)
      if let name = names[line.bytes] {
        if !name.isAgency { return String(decoding: bytes[part], as: UTF8.self) }
      } else if let name = gluedOutlet(line) {
        return name
      }
      start = end + max(length, 1)
    }
    return nil
  }

  /// The second of two names that were printed without a space between them.
  private func gluedOutlet(_ line: FoldedLine) -> String? {
    guard let first = line.words.first else { return nil }
    // Arabic letters take two bytes; a name has at least two.
    for split in stride(from: first.lowerBound + 4, to: first.upperBound - 3, by: 2) {
      guard names[Array(line.bytes[..<split])] != nil, let second = names[Array(line.bytes[split...])],
        !second.isAgency
      else { continue }
      return second.text
    }
    return nil
  }

  private static func separatorLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, before end: Int) -> Int {
    switch bytes[index] {
    case 0x22, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2D, 0x2F, 0x3A, 0x7C: return 1
    case 0xC2: return index + 1 < end && [0xAB, 0xBB].contains(bytes[index + 1]) ? 2 : 0
    case 0xD8: return index + 1 < end && bytes[index + 1] == 0x8C ? 2 : 0
    // Dashes and quotation marks.
    case 0xE2: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x90 ? 3 : 0
    default: return 0
    }
  }
}
