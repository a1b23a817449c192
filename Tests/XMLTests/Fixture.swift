/// A small schema, which imports another, for the tests below.
enum Fixture {
  static let schemas: [(name: String, contents: [UInt8])] = [
    (
      "list.xsd",
      Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:list" xmlns:t="urn:types"
          targetNamespace="urn:list" elementFormDefault="qualified">
          <xs:import namespace="urn:types" schemaLocation="types.xsd"/>
          <xs:element name="list">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="item" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:sequence><xs:element name="day" type="t:day"/></xs:sequence>
                    <xs:attribute name="id" type="xs:NCName" use="required"/>
                    <xs:attribute name="next" type="xs:NCName"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
            <xs:key name="items"><xs:selector xpath="*"/><xs:field xpath="@id"/></xs:key>
            <xs:keyref name="nexts" refer="items"><xs:selector xpath="*"/><xs:field xpath="@next"/></xs:keyref>
          </xs:element>
        </xs:schema>
        """.utf8)
    ),
    (
      "types.xsd",
      Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:types">
          <xs:simpleType name="day">
            <xs:restriction base="xs:string"><xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"/></xs:restriction>
          </xs:simpleType>
        </xs:schema>
        """.utf8)
    ),
  ]

  /// A document with the given items, each on a line of its own, from line 2 on.
  static func list(_ items: String...) -> [UInt8] {
    Array("<list xmlns=\"urn:list\">\n\(items.joined(separator: "\n"))\n</list>\n".utf8)
  }

  static let good = "<item id=\"a\"><day>2024-10-26</day></item>"
}
