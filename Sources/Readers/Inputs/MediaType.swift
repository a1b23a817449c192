/// The formats of input that the readers know.
package enum MediaType: String, Sendable, CaseIterable {
  /// A file that is one document.
  case plainText = "text/plain"
  /// A page of the web, also in XHTML: one document.
  case html = "text/html"
  /// A file whose lines are JSON objects, one document each.
  case jsonLines = "application/x-ndjson"
  /// A web archive; its documents are pages.
  case warc = "application/warc"

  /// The format of a file name, by its extension in any letter case, behind which `.gz` may stand; nil for any other
  /// name.
  init?(fileName: String) {
    var parts = fileName.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)[...]
    if parts.count > 2, let last = parts.last, ASCII.lowercased(last) == "gz" { parts.removeLast() }
    guard parts.count > 1, let last = parts.last else { return nil }
    switch ASCII.lowercased(last) {
    case "txt": self = .plainText
    case "html", "htm", "xhtml": self = .html
    case "jsonl", "ndjson": self = .jsonLines
    case "warc": self = .warc
    default: return nil
    }
  }

  /// The format that the first bytes of a file speak of: `WARC/` begins an archive, `{` a record of JSON and `<` a page;
  /// anything else is text.
  init(firstBytes bytes: [UInt8]) {
    // A byte order mark may come first, and in UTF-16 a zero byte with each of these.
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0]
    let content = bytes.drop { ASCII.isSpace($0) || marks.contains($0) }
    if content.starts(with: Array("WARC/".utf8)) {
      self = .warc
    } else if content.first == UInt8(ascii: "{") {
      self = .jsonLines
    } else if content.first == UInt8(ascii: "<") {
      self = .html
    } else {
      self = .plainText
    }
  }

  /// Which file names tell a format, for messages.
  static let fileNames = ".txt, .html, .jsonl and .warc are read, also with .gz"
}
