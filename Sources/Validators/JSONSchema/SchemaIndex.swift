internal import JSON

/// Every schema of the documents in use, by where it stands, and by the addresses and names it goes by.
struct SchemaIndex {
  /// A place in a document.
  struct Location: Hashable {
    var document: Int
    var pointer: JSONKey

    func appending(_ key: String) -> Location {
      Location(document: document, pointer: JSONKey(pointer.text + "/" + JSONPointer.escaped(key)))
    }
  }

  /// A schema and what holds where it stands.
  struct Entry {
    var value: JSONValue
    /// The number of the resource that it belongs to.
    var resource: Int
    /// Whether the validation keywords mean anything in its dialect.
    var asserts: Bool
  }

  private(set) var entries: [Location: Entry] = [:]
  /// The addresses of the resources, by number.
  private(set) var addresses: [String] = []
  private var documents: [JSONValue] = []
  private var roots: [String: Location] = [:]
  private var anchors: [String: Location] = [:]
  private var dynamicAnchors: [String: Location] = [:]
  private let library: [String: JSONValue]

  /// The dialect that is spoken where a schema names none.
  static let dialect = "https://json-schema.org/draft/2020-12/schema"

  init(library: [(address: String, value: JSONValue)]) {
    self.library = Dictionary(library.map { ($0.address, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: - Filling

  /// Adds a document that was found at an address; returns where its root stands.
  mutating func add(_ document: JSONValue, at address: String) throws(SchemaError) -> Location {
    documents.append(document)
    let root = Location(document: documents.count - 1, pointer: JSONKey(""))
    roots[address] = root
    try add(document, at: root, resource: number(of: address), asserts: true)
    return root
  }

  private mutating func number(of address: String) -> Int {
    if let known = addresses.firstIndex(of: address) { return known }
    addresses.append(address)
    return addresses.count - 1
  }

  private mutating func add(
    _ value: JSONValue, at location: Location, resource: Int, asserts: Bool
  ) throws(SchemaError) {
    guard entries[location] == nil else { return }
    guard case .object(let members) = value else {
      entries[location] = Entry(value: value, resource: resource, asserts: asserts)
      return
    }
    var entry = Entry(value: value, resource: resource, asserts: asserts)
    if let id = value["$id"]?.string {
      let address = URIReference.resolve(id, against: addresses[resource]).address
      if let known = roots[address], known != location {
        throw error(.duplicateAddress, location, "two schemas have the address \(address)")
      }
      roots[address] = location
      entry.resource = number(of: address)
    }
    if let dialect = value["$schema"]?.string { entry.asserts = try hasAssertions(dialect, at: location) }
    entries[location] = entry
    let address = addresses[entry.resource]
    if let name = value["$anchor"]?.string { anchors[address + "#" + name] = location }
    if let name = value["$dynamicAnchor"]?.string {
      anchors[address + "#" + name] = location
      dynamicAnchors[address + "#" + name] = location
    }
    for member in members { try addSchemas(in: member, at: location.appending(member.key), entry) }
  }

  private mutating func addSchemas(
    in member: JSONMember, at location: Location, _ entry: Entry
  ) throws(SchemaError) {
    switch SchemaKeyword.shape(member.key) {
    case .schema:
      try add(member.value, at: location, resource: entry.resource, asserts: entry.asserts)
    case .schemas:
      for (index, schema) in (member.value.array ?? []).enumerated() {
        try add(schema, at: location.appending("\(index)"), resource: entry.resource, asserts: entry.asserts)
      }
    case .schemaMap:
      for schema in member.value.object ?? [] {
        try add(schema.value, at: location.appending(schema.key), resource: entry.resource, asserts: entry.asserts)
      }
    case .assertion, .annotation, nil: break
    }
  }

  /// Whether the validation keywords mean anything in a dialect.
  private func hasAssertions(_ dialect: String, at location: Location) throws(SchemaError) -> Bool {
    let address = URIReference(dialect).address
    if address == Self.dialect { return true }
    guard let vocabularies = library[address]?["$vocabulary"]?.object else {
      throw error(.unsupportedDialect, location, "the dialect \(dialect) is not known")
    }
    let base = "https://json-schema.org/draft/2020-12/vocab/"
    let known = ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content"]
    for vocabulary in vocabularies where vocabulary.value.bool == true {
      guard known.contains(where: { vocabulary.key == base + $0 }) else {
        throw error(.unsupportedDialect, location, "the vocabulary \(vocabulary.key) is not known")
      }
    }
    return vocabularies.contains { $0.key == base + "validation" }
  }

  // MARK: - Finding

  /// The schema that a reference in a resource means.
  mutating func find(_ reference: String, from resource: Int, at place: Location) throws(SchemaError) -> Location {
    let target = URIReference.resolve(reference, against: addresses[resource])
    let fragment = target.plainFragment
    guard let root = try root(target.address) else {
      throw error(.unresolvedReference, place, "there is no schema at \(target.address)")
    }
    if fragment.isEmpty { return root }
    if let found = anchors[target.address + "#" + fragment] { return found }
    guard let keys = JSONPointer.keys(fragment), let found = try entry(root, keys) else {
      throw error(.unresolvedReference, place, "there is no schema at \(target.address)#\(fragment)")
    }
    return found
  }

  /// The schema that has a dynamic anchor of a name in a resource; nil where none has.
  func dynamicAnchor(_ name: String, in resource: Int) -> Location? {
    dynamicAnchors[addresses[resource] + "#" + name]
  }

  private mutating func root(_ address: String) throws(SchemaError) -> Location? {
    if let known = roots[address] { return known }
    guard let document = library[address] else { return nil }
    return try add(document, at: address)
  }

  /// The schema at a pointer below another, which may lead through what is no keyword.
  private mutating func entry(_ root: Location, _ keys: [String]) throws(SchemaError) -> Location? {
    var location = root
    guard var value = entries[root]?.value, var nearest = entries[root] else { return nil }
    for key in keys {
      let next: JSONValue?
      if case .array = value { next = Int(key).flatMap { value[$0] } } else { next = value[key] }
      guard let next else { return nil }
      value = next
      location = location.appending(key)
      if let known = entries[location] { nearest = known }
    }
    try add(value, at: location, resource: nearest.resource, asserts: nearest.asserts)
    return location
  }

  func error(_ kind: SchemaError.Kind, _ location: Location, _ reason: String) -> SchemaError {
    SchemaError(kind: kind, place: address(of: location) + "#" + location.pointer.text, reason: reason)
  }

  /// Where a schema stands, for people: of the first document, the pointer alone.
  func place(of location: Location) -> String {
    (location.document == 0 ? "" : address(of: location)) + "#" + location.pointer.text
  }

  private func address(of location: Location) -> String {
    roots.first { $0.value.document == location.document && $0.value.pointer.text.isEmpty }?.key ?? ""
  }
}
