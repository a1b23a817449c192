internal import Digest
internal import EventModel
internal import JSON

/// The page around the data: the frame of `Page/report.html` with its style, its script and its words put in.
///
/// The policy in the page names the digests of the style and of the script. A browser then runs nothing else, whatever
/// stands in the records.
struct ReportPage: Sendable {
  /// What comes before the data.
  let head: [UInt8]
  /// What comes after the data.
  let foot: [UInt8]

  /// The page of this program.
  static let current = ReportPage(files: EmbeddedFiles.all.map { ("\($0.name)", "\($0.contents)") })

  /// The scripts in the order in which they stand in the page, by file name without `.js`.
  static let scripts = [
    "text", "words", "dates", "data", "filter", "rows", "summary", "timeline", "network", "matrix", "table", "event",
    "article", "main",
  ]

  /// Puts a page together.
  ///
  /// - Parameter files: Names and contents; one that is missing counts as empty.
  init(files: [(name: String, contents: String)]) {
    func file(_ name: String) -> String { files.first { $0.name == name }?.contents ?? "" }
    let style = file("report.css")
    let script = Self.scripts.map { file($0 + ".js") }.joined()
    let parts = [
      "policy": Self.policy(style: style, script: script), "style": style, "script": script,
      "words": Self.words(file("words.tsv")),
    ]
    var before: [UInt8] = []
    var after: [UInt8] = []
    var isAfter = false
    // The frame has its places in double braces, which stand nowhere else in it.
    for (index, piece) in file("report.html").split(separator: "{{", omittingEmptySubsequences: false).enumerated() {
      let cut = index == 0 ? piece.startIndex : piece.firstRange(of: "}}")?.upperBound ?? piece.startIndex
      let name = index == 0 ? "" : String(piece[..<cut].dropLast(2))
      if name == "data" { isAfter = true }
      let text = (parts[name] ?? "") + piece[cut...]
      if isAfter { after += Array(text.utf8) } else { before += Array(text.utf8) }
    }
    head = before
    foot = after
  }

  /// What the page may do: run the one script, apply the one style, and show pictures that are in it. It loads nothing.
  private static func policy(style: String, script: String) -> String {
    func source(_ text: String) -> String { "'sha256-" + base64(SHA256Digest.bytes(of: Array(text.utf8))) + "'" }
    return [
      "default-src 'none'", "script-src " + source(script), "style-src " + source(style), "img-src data:",
      "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")
  }

  /// The words of the page in JSON, `{"key":["Arabic","English"]}`: the table's and the names of CAMEO's codes.
  private static func words(_ table: String) -> String {
    var json = JSONWriter()
    json.beginObject()
    for word in ReportWord.all(in: table) + ReportWord.cameo {
      json.key(word.key)
      json.beginArray()
      json.string(word.arabic)
      json.string(word.english)
      json.endArray()
    }
    json.endObject()
    var bytes: [UInt8] = []
    appendInert(json.bytes, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends JSON so that an HTML parser finds nothing in it: `<`, which can only stand in strings, becomes `\u003C`.
  ///
  /// Without `<` there is no end tag, no comment and no further script element. U+2028 and U+2029 are escaped by the writer.
  static func appendInert(_ json: [UInt8], to bytes: inout [UInt8]) {
    var rest = json[...]
    while let index = rest.firstIndex(of: 0x3C) {
      bytes.append(contentsOf: rest[..<index])
      bytes.append(contentsOf: "\\u003C".utf8)
      rest = rest[(index + 1)...]
    }
    bytes.append(contentsOf: rest)
  }

  /// Base 64 with padding, as policies have it.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var digitsOfGroup: [UInt8] = []
      for _ in 0..<4 {
        digitsOfGroup.insert(digits[bits & 63], at: 0)
        bits >>= 6
      }
      for index in group.count + 1..<4 { digitsOfGroup[index] = 0x3D }
      text += digitsOfGroup
    }
    return String(decoding: text, as: UTF8.self)
  }
}
