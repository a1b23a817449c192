import Foundation
import Testing

@Suite struct GoldenTests {
  private static let golden = Project.folder.appending(path: "Tests/Golden/seeds").path(percentEncoded: false)

  /// The records in a form that a person can review, and the digests of all files.
  @Test(
    .enabled(if: Project.hasGolden, "there is no golden export yet: make record"),
    arguments: ["articles.json", "entities.json", "events.json", "manifest-sha256.txt"])
  func theExportOfTheSeedsIsTheGoldenOne(name: String) async throws {
    let folder = try TemporaryFolder()
    try await Seeds.export([Seeds.folder], to: folder.path + "/exports")
    let expected = Self.golden + "/" + name
    let text: String
    if name.hasSuffix(".json") {
      text = Self.reviewable(folder.bytes("exports/data/jsonl/\(name)l"))
    } else {
      text = try #require(folder.read("exports/" + name))
    }
    #expect(!text.isEmpty)
    if Project.isRecording {
      try FileManager.default.createDirectory(atPath: Self.golden, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: expected))
    }
    let golden = FileManager.default.contents(atPath: expected).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let (lines, goldenLines) = (text.components(separatedBy: "\n"), golden.components(separatedBy: "\n"))
    let first = zip(lines, goldenLines).enumerated().first { $1.0 != $1.1 }
    // Compared first, so that a failure prints the line and not both texts.
    let isGolden = text == golden
    #expect(
      isGolden,
      "line \(first.map { $0.offset + 1 } ?? min(lines.count, goldenLines.count)) is the first that differs: make record"
    )
  }

  /// JSON Lines with a line for each field of a record and for each element of its lists; nothing else is changed.
  static func reviewable(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    var containers: [UInt8] = []
    var (isString, isEscape) = (false, false)
    func isOpen(_ depth: Int) -> Bool {
      depth == 1 || (depth == 2 && containers[1] == UInt8(ascii: "["))
    }
    func breakLine() {
      output.append(0x0A)
      output += Array(repeating: 0x20, count: containers.count * 2)
    }
    for (index, byte) in bytes.enumerated() {
      if isString {
        output.append(byte)
        if byte == UInt8(ascii: "\""), !isEscape { isString = false }
        isEscape = byte == UInt8(ascii: "\\") && !isEscape
        continue
      }
      let isEmpty = index > 0 && [UInt8(ascii: "["), UInt8(ascii: "{")].contains(bytes[index - 1])
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        output.append(byte)
        containers.append(byte)
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if isOpen(containers.count), next != UInt8(ascii: "]"), next != UInt8(ascii: "}") { breakLine() }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        let wasOpen = isOpen(containers.count)
        containers.removeLast()
        if wasOpen, !isEmpty { breakLine() }
        output.append(byte)
      case UInt8(ascii: ","):
        output.append(byte)
        if isOpen(containers.count) { breakLine() } else { output.append(0x20) }
      case UInt8(ascii: ":"): output += [byte, 0x20]
      case UInt8(ascii: "\""):
        output.append(byte)
        isString = true
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test func reviewableTextBreaksFieldsAndElements() {
    let line = #"{"id":"a","list":[{"x":[1,2],"y":"q\"],["},{}],"none":[],"object":{"z":null}}"# + "\n"
    #expect(
      Self.reviewable(Array(line.utf8)) == """
        {
          "id": "a",
          "list": [
            {"x": [1, 2], "y": "q\\"],["},
            {}
          ],
          "none": [],
          "object": {"z": null}
        }

        """)
  }
}
