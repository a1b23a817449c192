import EventModel
import Testing

@testable import XML

/// Constraints of a root element that are checked beside libxml2, and the same ones in a form that is left to it.
@Suite struct IdentityTests {
  private static func schema(_ selector: String, type: String = "xs:string", extra: String = "") throws -> XMLSchema {
    let text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:list" targetNamespace="urn:list"
        elementFormDefault="qualified">
        \(extra)
        <xs:element name="list">
          <xs:complexType><xs:sequence>
            <xs:element name="item" maxOccurs="unbounded"><xs:complexType>
              <xs:sequence><xs:element name="deep" minOccurs="0">
                <xs:complexType><xs:attribute name="next" type="t:id"/></xs:complexType>
              </xs:element></xs:sequence>
              <xs:attribute name="id" type="t:id"/><xs:attribute name="next" type="t:id"/>
            </xs:complexType></xs:element>
          </xs:sequence></xs:complexType>
          <xs:key name="items"><xs:selector xpath="\(selector)"/><xs:field xpath="@id"/></xs:key>
          <xs:keyref name="nexts" refer="t:items">
            <xs:selector xpath="\(selector) | \(selector)/t:deep"/><xs:field xpath="@next"/>
          </xs:keyref>
        </xs:element>
        <xs:simpleType name="id"><xs:restriction base="\(type)"/></xs:simpleType>
      </xs:schema>
      """
    return try XMLSchema(named: "a.xsd", among: [("a.xsd", Array(text.utf8))])
  }

  /// Whether the constraints are ours, and what is found in a document with an item on each line from 2 on.
  private func found(_ schema: borrowing XMLSchema, _ items: [String]) -> [Diagnostic] {
    schema.validate(Array("<list xmlns=\"urn:list\">\n\(items.joined(separator: "\n"))\n</list>".utf8), file: "a.xml")
  }

  private static let cases: [([String], [Int])] = [
    ([#"<item id="a"/>"#, #"<item id="b" next="a"/>"#], []),
    ([#"<item id="a" next="b"/>"#, #"<item id="b"><deep next="a"/></item>"#], []),
    ([#"<item id="a"/>"#, #"<item id="a"/>"#], [3]),
    ([#"<item id="a"/>"#, #"<item next="a"/>"#], [3]),
    ([#"<item id="a" next="z"/>"#, #"<item id="b"/>"#], [2]),
    ([#"<item id="a"><deep next="z"/></item>"#, #"<item id="b" next="y"/>"#], [2, 3]),
    ([#"<item id="a"/>"#, #"<item id="&#97;"/>"#], [3]),
    ([#"<item id="A"/>"#, #"<item id="a"/>"#], []),
  ]

  @Test(arguments: cases)
  func constraintsAreJudgedAsLibxml2JudgesThem(items: [String], lines: [Int]) throws {
    let ours = try Self.schema("t:item")
    let theirs = try Self.schema("./t:item")
    #expect(ours.identities != nil)
    #expect(theirs.identities == nil)
    #expect(Set(found(ours, items).compactMap(\.line)) == Set(lines))
    #expect(Set(found(theirs, items).compactMap(\.line)) == Set(lines))
    #expect(found(ours, items).allSatisfy { $0.id == "xsd-key" && $0.column != nil })
  }

  @Test(arguments: [("xs:string", 0), ("xs:token", 1), ("xs:NMTOKEN", 1)])
  func spacesCountAsTheTypeSays(type: String, faults: Int) throws {
    let items = [#"<item id="a"/>"#, #"<item id=" a "/>"#]
    let ours = try Self.schema("t:item", type: type)
    let theirs = try Self.schema("./t:item", type: type)
    #expect(found(ours, items).count == faults)
    #expect(found(theirs, items).count == faults)
  }

  @Test(arguments: [
    ("t:item", "xs:integer", ""), ("t:*", "xs:string", ""), (".//t:item", "xs:string", ""),
    ("t:item", "xs:string", #"<xs:complexType name="c"><xs:anyAttribute/></xs:complexType>"#),
    (
      "t:item", "xs:string",
      #"<xs:group name="g"><xs:sequence><xs:element ref="t:list"/></xs:sequence></xs:group>"#
    ),
    (
      "t:item", "xs:string",
      #"<xs:complexType name="c"><xs:attribute name="id" type="xs:string" default="x"/></xs:complexType>"#
    ),
  ])
  func whatIsNotPlainIsLeftToLibxml2(selector: String, type: String, extra: String) throws {
    let schema = try Self.schema(selector, type: type, extra: extra)
    #expect(schema.identities == nil)
    #expect(found(schema, [#"<item id="1" next="2"/>"#]).map(\.id).contains("xsd-key"))
  }

  @Test(arguments: ["t:item[", "q:item", "t:item/", "@id"])
  func aSelectorThatIsNoneIsReported(selector: String) {
    #expect(throws: XMLSchema.Failure.self) { _ = try Self.schema(selector) }
  }

  @Test(arguments: ["http://example.invalid/x.xsd", "file:///etc/hostname", "x.xsd"])
  func aDocumentDoesNotBringItsOwnSchema(address: String) throws {
    let text = """
      <list xmlns="urn:list" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x \(address)">
      <item id="a"/></list>
      """
    // The hint is not followed, and what the schema demands holds as before.
    #expect(try Self.schema("t:item").validate(Array(text.utf8), file: "a.xml").isEmpty)
    let bad = text.replacing("<item id=\"a\"/>", with: "<item/>")
    #expect(try Self.schema("t:item").validate(Array(bad.utf8), file: "a.xml").map(\.id) == ["xsd-key"])
  }

  @Test func aDocumentThatIsNestedTooDeepIsRefused() throws {
    let depth = 5_000
    let text = String(repeating: "<list xmlns='urn:list'>", count: depth) + String(repeating: "</list>", count: depth)
    let faults = try Self.schema("t:item").validate(Array(text.utf8), file: "a.xml")
    #expect(faults.contains { $0.id == "xml-too-deep" })
  }

  @Test func aTableOfKeysIsExact() {
    var table = KeyTable()
    let keys = (0..<10_000).map { Array("k\($0 * 7919)".utf8) }
    for key in keys { #expect(key.withUnsafeBufferPointer { table.insert($0) }) }
    for key in keys { #expect(!key.withUnsafeBufferPointer { table.insert($0) }) }
    #expect(keys.allSatisfy { key in key.withUnsafeBufferPointer { table.contains($0) } })
    #expect(!Array("k1".utf8).withUnsafeBufferPointer { table.contains($0) })
    #expect(table.count == 10_000)
  }
}
