import Foundation
import Testing

@Suite struct TranscriptTests {
  /// The transcripts, and the README, whose commands must work when they are pasted.
  private static let names: [String] = {
    let folder = Project.folder.appending(path: "Tests/Transcripts").path(percentEncoded: false)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let transcripts = names.filter { $0.hasSuffix(".md") }.sorted().map { "Tests/Transcripts/" + $0 }
    return (["README.md"] + transcripts).filter { Project.hasGolden || !ruleBound.contains($0) }
  }()

  /// Those that show what the rules find.
  private static let ruleBound = ["README.md", "Tests/Transcripts/explain.md"]

  @Test func thereAreTranscripts() {
    #expect(!Self.names.isEmpty)
  }

  @Test(arguments: names)
  func commandsGiveWhatTheTranscriptSays(name: String) throws {
    let file = Project.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let work = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: work.path + "/seeds",
      withDestinationPath: Project.folder.appending(path: "seeds").path(percentEncoded: false))
    var transcript = Transcript(text)
    #expect(!transcript.steps.isEmpty)
    #expect(transcript.text == text, "a transcript that is read and written stays the same")
    for index in transcript.steps.indices {
      let step = transcript.steps[index]
      let input = (step.input ?? []).map { $0 + "\n" }.joined()
      let result = try Project.run(step.command, input: input, in: work.path)
      var lines = Self.lines(result.output) + Self.lines(result.errors).map { step.prompt == "$ " ? $0 : "2> " + $0 }
      if result.code != 0 { lines.append("=> \(result.code)") }
      transcript.steps[index].expected = lines
      if !Project.isRecording {
        #expect(lines == step.expected, "\(step.command)")
      }
    }
    if Project.isRecording { try Data(transcript.text.utf8).write(to: file) }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
