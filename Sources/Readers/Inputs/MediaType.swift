/// The formats of input that the readers know.
package enum MediaType: String, Sendable, CaseIterable {
  /// A file that is one document.
  case plainText = "text/plain"
  /// A file whose lines are JSON objects, one document each.
  case jsonLines = "application/x-ndjson"

  /// The format of a file name, by its extension in any letter case; nil for any other name.
  init?(fileName: String) {
    let parts = fileName.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last else { return nil }
    switch String(decoding: last.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self) {
    case "txt": self = .plainText
    case "jsonl", "ndjson": self = .jsonLines
    default: return nil
    }
  }
}
