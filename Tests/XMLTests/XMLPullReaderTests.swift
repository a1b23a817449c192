import EventModel
import Testing

@testable import XML

@Suite struct XMLPullReaderTests {
  private func nodes(_ text: String) throws(Diagnostic) -> [XMLNode] {
    var reader = XMLPullReader(Array(text.utf8), file: "a.xml")
    var nodes: [XMLNode] = []
    while let node = try reader.next() { nodes.append(node) }
    return nodes
  }

  @Test func aDocumentComesAsTagsAndText() throws {
    let text = """
      <?xml version="1.0"?><!-- c --><a xmlns="urn:a" xmlns:b="urn:b" x="1 &amp; 2" b:y="ي"><c/>t &lt;<![CDATA[<d>]]></a>
      """
    let found = try nodes(text)
    #expect(found.count == 6)
    guard case .start(let tag) = found[0] else {
      Issue.record("the first node is no start tag")
      return
    }
    #expect(tag.name == XMLName("a", namespace: "urn:a"))
    #expect(tag["x"] == "1 & 2")
    #expect(tag["y"] == nil)
    #expect(tag.attributes.map(\.name) == [XMLName("x"), XMLName("y", namespace: "urn:b")])
    #expect(found[1] == .start(XMLTag(name: XMLName("c", namespace: "urn:a"), attributes: [])))
    #expect(found[2] == .end(XMLName("c", namespace: "urn:a")))
    #expect(Array(found[3...]) == [.text("t <"), .text("<d>"), .end(XMLName("a", namespace: "urn:a"))])
  }

  @Test func longTextArrivesWhole() throws {
    let long = String(repeating: "خبر ", count: 50_000)
    let text = try nodes("<a>\(long)</a>").reduce(into: "") { text, node in
      if case .text(let piece) = node { text += piece }
    }
    #expect(text == long)
  }

  @Test(
    arguments: [
      ("<a>\n<b></a>", "xml-malformed", 2), ("", "xml-malformed", nil), ("<!DOCTYPE a><a/>", "xml-doctype", 1),
      ("<!DOCTYPE a [<!ENTITY e 'x'>]>\n<a>&e;</a>", "xml-doctype", nil), ("<a>&e;</a>", "xml-malformed", 1),
      ("<a/><b/>", "xml-malformed", 1), ("<p:a/>", "xml-malformed", 1),
    ] as [(String, String, Int?)])
  func whatIsNotWellFormedOrNotAllowedIsRefused(text: String, id: String, line: Int?) throws {
    let fault = try #require(throws: Diagnostic.self) { try nodes(text) }
    #expect(fault.id == id)
    if let line { #expect(fault.line == line) }
  }

  @Test func aMissingFileIsReported() {
    #expect(throws: Diagnostic.self) { _ = try XMLPullReader(path: "/nonexistent/a.xml") }
  }
}
