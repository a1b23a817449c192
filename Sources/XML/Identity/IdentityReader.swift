internal import CLibXML2

/// Takes the identity constraints out of a schema document that we can check ourselves.
///
/// It leaves all of them where it is not certain that a set of strings judges as XML Schema does: where the schema has
/// other parts than this document, where an attribute may come from a wildcard or a default, where a constraint belongs to
/// an element that is not only the root, or where a path, a field or a type is of another kind.
struct IdentityReader {
  private static let namespace = "http://www.w3.org/2001/XMLSchema"
  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  /// The types whose values are compared as written, and those where outer and double spaces do not count.
  private static let preservingTypes: Set = ["string"]
  private static let collapsingTypes: Set = ["token", "NMTOKEN", "Name", "NCName", "ID", "IDREF", "language"]

  private let document: xmlDocPtr
  /// All elements of the schema language, in the document's order.
  private var elements: [xmlNodePtr] = []

  /// Reads the constraints and removes them from the document; nil, and nothing is removed, where they are left to
  /// libxml2.
  static func take(from document: xmlDocPtr) -> IdentityTree? {
    var reader = IdentityReader(document: document)
    guard let root = xmlDocGetRootElement(document) else { return nil }
    reader.collect(root)
    return reader.take(root)
  }

  private init(document: xmlDocPtr) {
    self.document = document
  }

  private mutating func collect(_ node: xmlNodePtr) {
    if Self.isSchemaElement(node) { elements.append(node) }
    for child in Self.children(of: node) { collect(child) }
  }

  private func take(_ schema: xmlNodePtr) -> IdentityTree? {
    guard !elements.contains(where: isBeyondUs) else { return nil }
    let nodes = elements.filter { ["key", "unique", "keyref"].contains(Self.name($0)) }
    guard let owner = nodes.first?.pointee.parent, nodes.allSatisfy({ $0.pointee.parent == owner }),
      owner.pointee.parent == schema, Self.name(owner) == "element", let rootName = Self.attribute("name", of: owner)
    else { return nil }
    let names = nodes.map { Self.attribute("name", of: $0) ?? "" }
    guard Set(names).count == names.count else { return nil }
    var constraints: [IdentityConstraint] = []
    for node in nodes {
      guard let constraint = constraint(node, names, schema) else { return nil }
      constraints.append(constraint)
    }
    guard constraints.allSatisfy({ $0.isSound(among: constraints) }) else { return nil }
    for node in nodes {
      xmlUnlinkNode(node)
      xmlFreeNode(node)
    }
    let target = Self.attribute("targetNamespace", of: schema)
    return IdentityTree(root: .init(local: rootName, namespace: target), constraints: constraints)
  }

  /// Whether an element of the schema brings in what we do not look at.
  private func isBeyondUs(_ node: xmlNodePtr) -> Bool {
    switch Self.name(node) {
    case "include", "redefine", "anyAttribute", "whiteSpace", "list", "union": true
    case "import": Self.attribute("namespace", of: node) != Self.xmlNamespace
    // An element that is referred to stands elsewhere than at the root.
    case "element": Self.attribute("ref", of: node) != nil || Self.attribute("substitutionGroup", of: node) != nil
    default: false
    }
  }

  // MARK: - One constraint

  private func constraint(
    _ node: xmlNodePtr, _ names: [String], _ schema: xmlNodePtr
  ) -> IdentityConstraint? {
    let parts = Self.children(of: node).filter { Self.isSchemaElement($0) && Self.name($0) != "annotation" }
    guard parts.map(Self.name) == ["selector", "field"], let name = Self.attribute("name", of: node),
      let selector = Self.attribute("xpath", of: parts[0]), let field = Self.attribute("xpath", of: parts[1]),
      let attribute = Self.attributeName(field), let collapses = collapses(attribute),
      let paths = paths(selector, at: parts[0])
    else { return nil }
    let kind: IdentityConstraint.Kind
    switch Self.name(node) {
    case "key": kind = .key
    case "unique": kind = .unique
    default:
      guard let target = Self.attribute("refer", of: node), let name = qualified(target, at: node),
        name.namespace == Self.attribute("targetNamespace", of: schema),
        let number = names.firstIndex(of: name.local)
      else { return nil }
      kind = .reference(number)
    }
    return IdentityConstraint(name: name, kind: kind, paths: paths, attribute: attribute, collapses: collapses)
  }

  private static func attributeName(_ field: String) -> String? {
    let name = field.trimmingSpaces
    guard name.utf8.first == UInt8(ascii: "@"), isName(name.dropFirst()) else { return nil }
    return String(name.dropFirst())
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
          true
        default: false
        }
      }
  }

  private func paths(_ selector: String, at node: xmlNodePtr) -> [[IdentityConstraint.Name]]? {
    var paths: [[IdentityConstraint.Name]] = []
    for branch in selector.split(separator: "|", omittingEmptySubsequences: false) {
      var path: [IdentityConstraint.Name] = []
      for step in String(branch).trimmingSpaces.split(separator: "/", omittingEmptySubsequences: false) {
        guard let name = qualified(String(step), at: node) else { return nil }
        path.append(name)
      }
      paths.append(path)
    }
    return paths
  }

  /// A name with its prefix looked up; a name without one is in no namespace, as XPath has it.
  private func qualified(_ text: String, at node: xmlNodePtr) -> IdentityConstraint.Name? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(Self.isName), let local = parts.last else { return nil }
    guard parts.count == 2 else { return .init(local: String(local), namespace: nil) }
    guard let address = xmlSearchNs(document, node, String(parts[0]))?.pointee.href else { return nil }
    return .init(local: String(local), namespace: String(cString: address))
  }

  // MARK: - Types

  /// Whether outer and double spaces do not count in the attributes of a name; nil where they are not all alike, or not of
  /// a string type, or not declared.
  private func collapses(_ attribute: String) -> Bool? {
    let declarations = elements.filter {
      Self.name($0) == "attribute" && Self.attribute("name", of: $0) == attribute
    }
    var answers: Set<Bool> = []
    for node in declarations {
      guard Self.attribute("default", of: node) == nil, Self.attribute("fixed", of: node) == nil,
        Self.attribute("form", of: node) == nil, let type = Self.attribute("type", of: node),
        let answer = collapses(type: type, at: node, depth: 0)
      else { return nil }
      answers.insert(answer)
    }
    return answers.count == 1 ? answers.first : nil
  }

  private func collapses(type: String, at node: xmlNodePtr, depth: Int) -> Bool? {
    guard depth < 32, let name = qualified(type, at: node) else { return nil }
    if name.namespace == Self.namespace {
      if Self.preservingTypes.contains(name.local) { return false }
      return Self.collapsingTypes.contains(name.local) ? true : nil
    }
    let definition = elements.first {
      Self.name($0) == "simpleType" && Self.attribute("name", of: $0) == name.local
    }
    guard let definition else { return nil }
    let restriction = Self.children(of: definition).first { Self.name($0) == "restriction" }
    guard let restriction, let base = Self.attribute("base", of: restriction) else { return nil }
    return collapses(type: base, at: restriction, depth: depth + 1)
  }

  // MARK: - Nodes

  private static func children(of node: xmlNodePtr) -> [xmlNodePtr] {
    var children: [xmlNodePtr] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { children.append(child) }
      next = child.pointee.next
    }
    return children
  }

  private static func isSchemaElement(_ node: xmlNodePtr) -> Bool {
    guard let address = node.pointee.ns?.pointee.href else { return false }
    return String(cString: address) == namespace
  }

  private static func name(_ node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0) } ?? ""
  }

  private static func attribute(_ name: String, of node: xmlNodePtr) -> String? {
    guard let value = xmlGetNoNsProp(node, name) else { return nil }
    defer { isnad_xml_free(value) }
    return String(cString: value)
  }
}

extension IdentityConstraint {
  /// Whether a reference refers to what is none itself, and reads values in the same way.
  fileprivate func isSound(among constraints: [IdentityConstraint]) -> Bool {
    guard case .reference(let number) = kind else { return true }
    if case .reference = constraints[number].kind { return false }
    return constraints[number].collapses == collapses
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var bytes = Array(utf8)[...]
    while let first = bytes.first, [0x20, 0x09, 0x0A, 0x0D].contains(first) { bytes.removeFirst() }
    while let last = bytes.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
