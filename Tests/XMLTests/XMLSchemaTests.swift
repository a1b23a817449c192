import EventModel
import Foundation
import Testing

@testable import XML

@Suite struct XMLSchemaTests {
  private func schema() throws -> XMLSchema {
    try XMLSchema(named: "list.xsd", among: Fixture.schemas)
  }

  @Test func schemasAreCompiledByManyThreadsAtOnce() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 {
        group.addTask {
          let schema = try XMLSchema(named: "list.xsd", among: Fixture.schemas)
          return schema.validate(Fixture.list(Fixture.good), file: "a.xml").isEmpty
        }
      }
      for try await isValid in group { #expect(isValid) }
    }
  }

  @Test func aValidDocumentGivesNoDiagnostics() throws {
    let schema = try schema()
    let second = #"<item id="b" next="a"><day>2024-10-27</day></item>"#
    #expect(schema.validate(Fixture.list(Fixture.good, second), file: "a.xml").isEmpty)
  }

  @Test(arguments: [
    (#"<item id="b"><day>yesterday</day></item>"#, 3, "xsd-pattern"),
    (#"<item><day>2024-10-27</day></item>"#, 3, "xsd-attribute-missing"),
    (#"<item id="b" x="1"><day>2024-10-27</day></item>"#, 3, "xsd-attribute-unexpected"),
    (#"<item id="b"><date/></item>"#, 3, "xsd-element-unexpected"),
    (#"<item id="b"/>"#, 3, "xsd-element-unexpected"),
    (#"<item id="1"><day>2024-10-27</day></item>"#, 3, "xsd-value"),
    (#"<item id="a"><day>2024-10-27</day></item>"#, 3, "xsd-key"),
    (#"<item id="b" next="z"><day>2024-10-27</day></item>"#, 3, "xsd-key"),
    (#"<item id="b"><day>2024-10-27</item>"#, 3, "xml-malformed"),
    (#"<item id="b"><day>&unknown;</day></item>"#, 3, "xml-malformed"),
    ("\n\n<item id=\"b\">\u{1}</item>", 5, "xml-malformed"),
  ])
  func aFaultIsReportedAtItsLine(item: String, line: Int, id: String) throws {
    let found = try schema().validate(Fixture.list(Fixture.good, item), file: "a.xml")
    let first = try #require(found.first)
    #expect(first.id == id)
    #expect(first.line == line)
    #expect(first.file == "a.xml")
    #expect(!first.reason.isEmpty)
  }

  @Test func linesAreRightFarBelowTheOldLimitOfLibraries() throws {
    var items = (0..<70_000).map { "<item id=\"i\($0)\"><day>2024-10-26</day></item>" }
    items.append("<item id=\"last\"><day>never</day></item>")
    let text = "<list xmlns=\"urn:list\">\n\(items.joined(separator: "\n"))\n</list>\n"
    let found = try schema().validate(Array(text.utf8), file: "a.xml")
    #expect(found.map(\.id).contains("xsd-pattern"))
    #expect(found.first?.line == 70_002)
    #expect(found.first?.column != nil)
  }

  @Test(arguments: [
    #"<!DOCTYPE list [<!ATTLIST item id CDATA "x">]><list xmlns="urn:list"><item><day>2024-10-26</day></item></list>"#,
    #"<!DOCTYPE list SYSTEM "file:///etc/hostname"><list xmlns="urn:list"/>"#,
    #"<!DOCTYPE list [<!ENTITY e SYSTEM "file:///etc/hostname">]><list xmlns="urn:list">&e;</list>"#,
  ])
  func aDocumentTypeDeclarationIsRefused(text: String) throws {
    let found = try schema().validate(Array(text.utf8), file: "a.xml")
    #expect(found.first?.id == "xml-doctype")
    #expect(found.first?.line == 1)
  }

  @Test(arguments: ["", "   ", "no XML", "<list xmlns='urn:list'>"])
  func whatIsNoDocumentIsRefused(text: String) throws {
    #expect(try schema().validate(Array(text.utf8), file: "a.xml").first?.id == "xml-malformed")
  }

  @Test func filesAreJudgedAsBytesAreAndMissingFilesAreReported() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "isnad-\(UUID().uuidString).xml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bad = Fixture.list(Fixture.good, Fixture.good)
    try Data(bad).write(to: URL(filePath: path))
    let schema = try schema()
    #expect(schema.validate(path: path, file: "x") == schema.validate(bad, file: "x"))
    #expect(schema.validate(path: path, file: "x").isEmpty == false)
    try FileManager.default.removeItem(atPath: path)
    #expect(schema.validate(path: path).first?.id == "xml-unreadable")
  }

  @Test func onlyTheFirstDiagnosticsAreKept() throws {
    let items = Array(repeating: "<item id=\"a\"><day>x</day></item>", count: 50).joined()
    #expect(try schema().validate(Fixture.list(items), file: "a.xml", limit: 7).count == 7)
    let path = FileManager.default.temporaryDirectory.appending(path: "isnad-\(UUID().uuidString).xml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(Fixture.list(items)).write(to: URL(filePath: path))
    let all = try schema().findings(path: path, limit: .max)
    let some = try schema().findings(path: path, limit: 7)
    #expect(all.omitted == 0 && some.omitted == all.diagnostics.count - 7)
  }

  @Test(arguments: [
    ("absent.xsd", "xsd-schema-missing"), ("list.xsd", "xsd-schema-missing"), ("broken.xsd", "xml-malformed"),
    ("wrong.xsd", "xsd-schema"), ("doctype.xsd", "xml-doctype"),
  ])
  func aSchemaThatCannotBeUsedSaysWhy(name: String, id: String) throws {
    let files: [(name: String, contents: [UInt8])] = [
      Fixture.schemas[0],
      ("broken.xsd", Array("<xs:schema".utf8)),
      ("wrong.xsd", Array(#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:oops/></xs:schema>"#.utf8)),
      ("doctype.xsd", Array(#"<!DOCTYPE x><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>"#.utf8)),
    ]
    var found: [Diagnostic] = []
    do {
      _ = try XMLSchema(named: name, among: files)
    } catch {
      found = error.diagnostics
    }
    #expect(found.map(\.id).contains(id))
  }

  @Test func schemasOnDiskFindEachOther() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "isnad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, contents) in Fixture.schemas { try Data(contents).write(to: folder.appending(path: name)) }
    let schema = try XMLSchema(path: folder.appending(path: "list.xsd").path)
    #expect(schema.validate(Fixture.list(Fixture.good), file: "a.xml").isEmpty)
    #expect(!schema.validate(Fixture.list(), file: "a.xml").isEmpty)
  }
}
