internal import EventModel

/// Generates an XML Schema (1.0) for the document with all records.
struct XMLSchemaGenerator {
  /// The namespace of the document.
  static let namespace = "urn:isnad:dataset:1"

  private var types: [(name: String, lines: [String])] = []
  private var keys: [Key] = []

  /// Where records of a kind are, for a key, or where they are referred to, for a key reference.
  private struct Key {
    var kind: RecordID.Kind
    var attribute: String
    var isReference: Bool
    var paths: [String]
  }

  /// The schema of the document.
  static func schema(_ model: ModelDescription) -> String {
    var generator = XMLSchemaGenerator()
    let lists = model.roots.flatMap { root in
      generator.complexType(root.record)
      generator.collectKeys(of: root.record, at: "d:\(root.plural)/d:\(root.record.name)")
      return [
        "        <xs:element name=\"\(root.plural)\">",
        "          <xs:complexType>",
        "            <xs:sequence>",
        "              <xs:element name=\"\(root.record.name)\" type=\"d:\(root.record.name)\" minOccurs=\"0\""
          + " maxOccurs=\"unbounded\"/>",
        "            </xs:sequence>",
        "          </xs:complexType>",
        "        </xs:element>",
      ]
    }
    let root =
      [
        "  <xs:element name=\"dataset\">",
        "    <xs:annotation><xs:documentation>All records of one export.</xs:documentation></xs:annotation>",
        "    <xs:complexType>",
        "      <xs:sequence>",
      ] + lists + [
        "      </xs:sequence>",
        "      <xs:attribute ref=\"xml:lang\" use=\"required\"/>",
        "    </xs:complexType>",
      ] + generator.keys.flatMap(keyLines) + ["  </xs:element>"]
    let lines = header + root + textTypes + generator.types.flatMap(\.lines) + ["</xs:schema>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The attributes of the xml namespace that are used, so that no validator needs a network.
  static let xmlNamespaceSchema = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
      <xs:attribute name="lang" type="xs:language">
        <xs:annotation><xs:documentation>The language of the content (BCP 47).</xs:documentation></xs:annotation>
      </xs:attribute>
    </xs:schema>

    """

  private static let header = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:d=\"\(namespace)\" targetNamespace=\"\(namespace)\""
      + " elementFormDefault=\"qualified\">",
    "  <xs:import namespace=\"http://www.w3.org/XML/1998/namespace\" schemaLocation=\"xml.xsd\"/>",
  ]

  private static let textTypes = [
    "  <xs:simpleType name=\"nonempty\">",
    "    <xs:restriction base=\"xs:string\"><xs:minLength value=\"1\"/></xs:restriction>",
    "  </xs:simpleType>",
    "  <xs:complexType name=\"text\">",
    "    <xs:simpleContent>",
    "      <xs:extension base=\"d:nonempty\"><xs:attribute ref=\"xml:lang\"/></xs:extension>",
    "    </xs:simpleContent>",
    "  </xs:complexType>",
  ]

  // MARK: - Types

  private mutating func complexType(_ record: RecordDescription) {
    guard !types.contains(where: { $0.name == record.name }) else { return }
    let place = types.count
    types.append((name: record.name, lines: []))
    var elements: [String] = []
    var attributes: [String] = []
    for field in record.fields {
      if let type = attributeType(field.shape) {
        attributes.append(
          "    <xs:attribute name=\"\(field.name)\" type=\"\(type)\""
            + (field.presence == .required ? " use=\"required\">" : ">"))
        attributes += Self.annotation(field.meaning, indent: "      ")
        attributes.append("    </xs:attribute>")
      } else {
        elements += elementLines(field)
      }
    }
    var lines = ["  <xs:complexType name=\"\(record.name)\">"] + Self.annotation(record.meaning, indent: "    ")
    if !elements.isEmpty { lines += ["    <xs:sequence>"] + elements + ["    </xs:sequence>"] }
    types[place].lines = lines + attributes + ["  </xs:complexType>"]
  }

  private mutating func elementLines(_ field: FieldDescription) -> [String] {
    let absence = field.presence == .required ? "" : " minOccurs=\"0\""
    let annotation = Self.annotation(field.meaning, indent: "        ")
    guard case .list(let shape, let item, let demand) = field.shape else {
      return ["      <xs:element name=\"\(field.name)\" type=\"\(elementType(field.shape))\"\(absence)>"]
        + annotation + ["      </xs:element>"]
    }
    return ["      <xs:element name=\"\(field.name)\"\(absence)>"] + annotation + [
      "        <xs:complexType>",
      "          <xs:sequence>",
      "            <xs:element name=\"\(item)\" type=\"\(elementType(shape))\""
        + (demand == .some ? "" : " minOccurs=\"0\"") + " maxOccurs=\"unbounded\"/>",
      "          </xs:sequence>",
      "        </xs:complexType>",
      "      </xs:element>",
    ]
  }

  private mutating func elementType(_ shape: Shape) -> String {
    guard case .record(let record) = shape else { return attributeType(shape) ?? "d:text" }
    complexType(record)
    return "d:" + record.name
  }

  /// The simple type of what is written as an attribute; nil for what is an element.
  private mutating func attributeType(_ shape: Shape) -> String? {
    switch shape {
    case .text, .english, .record, .list: return nil
    case .boolean: return "xs:boolean"
    case .day: return simpleType(.day, base: "xs:date")
    case .code(let list):
      return simpleType(
        list.name, list.meaning, base: "xs:string", facets: ["      <xs:pattern value=\"\(list.pattern)\"/>"])
    case .integer(let minimum): return minimum > 0 ? "xs:positiveInteger" : "xs:nonNegativeInteger"
    case .percent:
      return simpleType(
        "percent", "An integer from 0 to 100.", base: "xs:nonNegativeInteger",
        facets: ["      <xs:maxInclusive value=\"100\"/>"])
    case .token(let token): return simpleType(token)
    case .identifier(let kind), .reference(let kind): return simpleType(.id(kind))
    case .enumeration(let list):
      let values = list.values.flatMap { value in
        ["      <xs:enumeration value=\"\(value.name)\">"]
          + Self.annotation(value.meaning, indent: "        ") + ["      </xs:enumeration>"]
      }
      return simpleType(list.name, list.meaning, base: "xs:string", facets: values)
    }
  }

  private mutating func simpleType(_ token: Token, base: String = "xs:string") -> String {
    simpleType(
      token.name, token.meaning, base: base,
      facets: ["      <xs:pattern value=\"\(token.pattern)\"/>"])
  }

  private mutating func simpleType(_ name: String, _ meaning: String, base: String, facets: [String]) -> String {
    if !types.contains(where: { $0.name == name }) {
      let lines =
        ["  <xs:simpleType name=\"\(name)\">"] + Self.annotation(meaning, indent: "    ") + [
          "    <xs:restriction base=\"\(base)\">"
        ] + facets + ["    </xs:restriction>", "  </xs:simpleType>"]
      types.append((name: name, lines: lines))
    }
    return "d:" + name
  }

  private static func annotation(_ text: String, indent: String) -> [String] {
    var escaped: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x26: escaped += "&amp;".utf8
      case 0x3C: escaped += "&lt;".utf8
      case 0x3E: escaped += "&gt;".utf8
      default: escaped.append(byte)
      }
    }
    let documentation = String(decoding: escaped, as: UTF8.self)
    return [
      indent + "<xs:annotation><xs:documentation>" + documentation + "</xs:documentation></xs:annotation>"
    ]
  }

  // MARK: - Keys

  /// Notes where ids and references stand below `path`.
  private mutating func collectKeys(of record: RecordDescription, at path: String) {
    for field in record.fields {
      switch field.shape {
      case .identifier(let kind): note(kind, field.name, isReference: false, path)
      case .reference(let kind): note(kind, field.name, isReference: true, path)
      case .record(let nested): collectKeys(of: nested, at: path + "/d:" + field.name)
      case .list(.record(let nested), let item, _):
        collectKeys(of: nested, at: path + "/d:" + field.name + "/d:" + item)
      default: break
      }
    }
  }

  private mutating func note(_ kind: RecordID.Kind, _ attribute: String, isReference: Bool, _ path: String) {
    let place = keys.firstIndex {
      $0.kind == kind && $0.attribute == attribute && $0.isReference == isReference
    }
    if let place {
      keys[place].paths.append(path)
    } else {
      keys.append(Key(kind: kind, attribute: attribute, isReference: isReference, paths: [path]))
    }
  }

  private static func keyLines(_ key: Key) -> [String] {
    let keyName = Token.id(key.kind).name + "s"
    let opening =
      key.isReference
      ? "<xs:keyref name=\"\(Token.id(key.kind).name)-in-\(key.attribute)\" refer=\"d:\(keyName)\">"
      : "<xs:key name=\"\(keyName)\">"
    return [
      "    " + opening,
      "      <xs:selector xpath=\"\(key.paths.joined(separator: " | "))\"/>",
      "      <xs:field xpath=\"@\(key.attribute)\"/>",
      "    </xs:\(key.isReference ? "keyref" : "key")>",
    ]
  }
}
