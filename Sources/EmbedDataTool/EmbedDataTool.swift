import Foundation

/// Writes a Swift file that holds the given data files as raw `StaticString`s.
///
/// Usage: `EmbedDataTool OUTPUT.swift FILE...`. A raw string keeps every byte but carriage returns and NUL, so a file
/// with either is refused.
@main
struct EmbedDataTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else { throw EmbedError.usage }
    var swift = """
      /// The data files that were embedded when the package was built, by name.
      enum EmbeddedFiles {
        static let all: [(name: StaticString, contents: StaticString)] = [

      """
    for path in arguments.dropFirst() {
      let url = URL(fileURLWithPath: path)
      let data = try Data(contentsOf: url)
      guard let text = String(data: data, encoding: .utf8), !data.contains(0), !data.contains(13) else {
        throw EmbedError.notPlainText(path)
      }
      let fence = String(repeating: "#", count: longestHashRun(after: "\"\"\"", in: text) + 1)
      // The literal drops the last line break before the closing delimiter, so that one is added.
      swift += "    (\"\(url.lastPathComponent)\", \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)),\n"
    }
    swift += "  ]\n}\n"
    try swift.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// The most `#` that follow `delimiter` anywhere in `text`: one more makes a safe raw string fence.
  private static func longestHashRun(after delimiter: String, in text: String) -> Int {
    var longest = 0
    for part in text.components(separatedBy: delimiter).dropFirst() {
      longest = max(longest, part.prefix { $0 == "#" }.count)
    }
    return longest
  }
}

enum EmbedError: Error {
  case usage
  case notPlainText(String)
}
