import EventModel
import Testing

@testable import Exporters

private func description(_ files: String) throws(Diagnostic) -> ProgramDescription {
  try ProgramDescription(
    Array(#"{"protocol": [1, 2], "summary": "S", "files": [\#(files)], "later": {}}"#.utf8), program: "isnad-export-x")
}

@Test("A description becomes a format with files of its own folder")
func programFormat() throws {
  let format = try description(
    #"""
    {"path": "a/Days.CSV", "title": "One line a day", "media_type": "text/csv"},
    {"path": "map", "title": "A map", "media_type": "application/x-map+zip", "encoding": null}
    """#
  ).format(named: "days")
  #expect(
    format
      == ExportFormat(
        name: "days", summary: "S",
        files: [
          OutputFile(
            name: "days-a-days-csv", title: "One line a day", path: "data/days/a/Days.CSV", format: "csv",
            mediaType: "text/csv", schema: nil),
          OutputFile(
            name: "days-map", title: "A map", path: "data/days/map", format: "map", mediaType: "application/x-map+zip",
            schema: nil, isText: false),
        ]))
}

@Test(
  "A path that could leave the folder, or that some file system does not hold, is refused",
  arguments: [
    "", "/a", "/etc/passwd", "..", "../a", "a/../b", "a/..", ".", "./a", "a//b", "a/", "a\\b", "C:", "c:/a", "a b",
    "a\tb",
    "a\nb", "a\u{0}b", "قال", "a\u{202E}b", ".a", "a/.b", "-a", "a.", "CON", "con.txt", "a/NUL", "nul.tar.gz", "Com1",
    "lpt9.x", "~", "a*", "$HOME", "%41", String(repeating: "a", count: 201),
  ])
func programPaths(path: String) {
  #expect(ProgramPath.fault(in: path) != nil)
}

@Test("Plain names are allowed", arguments: ["a", "a.md", "a-b_c.D/0", "console.txt", "com10", "a..b", "x/con-1"])
func programPlainPaths(path: String) {
  #expect(ProgramPath.fault(in: path) == nil)
}

@Test(
  "Files that some file system takes for one are refused",
  arguments: [["a", "a"], ["a", "A"], ["a.b", "a-b"], ["a", "a/b"], ["A/b", "a"], ["a/b/c", "a/b"]])
func programClashes(paths: [String]) {
  #expect(ProgramPath.clash(among: paths) != nil)
  #expect(ProgramPath.clash(among: paths.reversed()) != nil)
}

@Test("Files beside each other are allowed")
func programNoClashes() {
  #expect(ProgramPath.clash(among: ["a", "b", "a.b", "c/a", "c/b", "c/d/a"]) == nil)
}

@Test(
  "A file that is not described whole is refused",
  arguments: [
    (#"{}"#, "names no path of file 1"),
    (#"{"path": "../x"}"#, "names the file “../x”: it must have no . or .. in it"),
    (#"{"path": "x"}"#, "must say in one line what “x” is: \"title\": \"…\""),
    (#"{"path": "x", "title": ""}"#, "must say in one line what “x” is: \"title\": \"…\""),
    (#"{"path": "x", "title": "T"}"#, "must give the media type of “x”, such as \"media_type\": \"text/plain\""),
    (
      #"{"path": "x", "title": "T", "media_type": "text/plain; charset=x"}"#,
      "must give the media type of “x”, such as \"media_type\": \"text/plain\""
    ),
    (
      #"{"path": "x", "title": "T", "media_type": "a/b", "encoding": "latin-1"}"#,
      "gives “x” an encoding: it is \"utf-8\", or null of a file that is no text"
    ),
  ])
func programFiles(file: String, reason: String) {
  let fault = #expect(throws: Diagnostic.self) { try description(file) }
  #expect(fault == Diagnostic("program-describe", "--describe " + reason, file: "isnad-export-x"))
}

@Test("A program is sent a header, all records and an end that counts them")
func recordStream() throws {
  let files = Sample.export(Sample.contested, with: RecordStream(for: "days", moment: "2024-02-29T00:00:00Z"))
  let lines = try #require(files["records.jsonl"]).split(separator: "\n").map(String.init)
  #expect(
    lines.first == """
      {"type":"HEADER","protocol":1,"model":1,"format":"days","articles":2,"entities":3,"events":2,\
      "as_of":"2024-02-29T00:00:00Z"}
      """)
  let json = Sample.export(Sample.contested, with: JSONLinesExporter())
  let records = [("ARTICLE", "articles"), ("ENTITY", "entities"), ("EVENT", "events")].flatMap { type, name in
    (json["data/jsonl/" + name + ".jsonl"] ?? "").split(separator: "\n").map {
      "{\"type\":\"\(type)\",\"record\":\($0)}"
    }
  }
  #expect(Array(lines.dropFirst().dropLast()) == records)
  #expect(lines.last == #"{"type":"END","articles":2,"entities":3,"events":2}"#)
}

@Test("The stream keeps the laws of exporters")
func recordStreamConformance() {
  let conformance = ExporterConformance { RecordStream(for: "days", moment: nil) }
  // Its file is never in an export.
  #expect(conformance.violations().filter { $0.law != .declaration } == [])
}
