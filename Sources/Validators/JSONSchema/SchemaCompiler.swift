internal import JSON

/// Turns schema documents into nodes.
struct SchemaCompiler {
  private var index: SchemaIndex
  private var numbers: [SchemaIndex.Location: Int] = [:]
  private var nodes: [SchemaNode?] = []
  private var pending: [(SchemaIndex.Location, Int)] = []
  /// Dynamic references, whose anchors are known once every schema has been met.
  private(set) var dynamicNames: [String] = []
  private let options: Options

  /// How schemas are read.
  struct Options {
    var allowsUnknownKeywords = false
    var assertsFormats = false
  }

  /// Compiles the schema at the root of a document and everything that it refers to.
  static func compile(
    _ document: JSONValue, at address: String, library: [(address: String, value: JSONValue)], options: Options
  ) throws(SchemaError) -> [SchemaNode] {
    // A dynamic reference may mean an anchor in a resource that is met later: compile until nothing new is met.
    var known: [String] = []
    while true {
      var compiler = SchemaCompiler(index: SchemaIndex(library: library), options: options)
      let root = try compiler.index.add(document, at: address)
      _ = compiler.number(root)
      for resource in known { _ = try? compiler.index.find(resource, from: 0, at: root) }
      try compiler.work()
      if compiler.index.addresses.count == known.count || compiler.dynamicNames.isEmpty {
        return compiler.nodes.compactMap { $0 }
      }
      known = compiler.index.addresses
    }
  }

  private init(index: SchemaIndex, options: Options) {
    self.index = index
    self.options = options
  }

  private mutating func work() throws(SchemaError) {
    while let (location, number) = pending.popLast() { nodes[number] = try node(at: location) }
  }

  /// The number of the node for a schema, which is compiled later.
  private mutating func number(_ location: SchemaIndex.Location) -> Int {
    if let known = numbers[location] { return known }
    numbers[location] = nodes.count
    pending.append((location, nodes.count))
    nodes.append(nil)
    return nodes.count - 1
  }

  private mutating func node(at location: SchemaIndex.Location) throws(SchemaError) -> SchemaNode {
    guard let entry = index.entries[location] else {
      throw index.error(.unresolvedReference, location, "there is no schema here")
    }
    var parts = SchemaNode.Parts()
    parts.resource = entry.resource
    parts.place = index.place(of: location)
    switch entry.value {
    case .bool(let verdict): parts.verdict = verdict
    case .object(let members):
      for member in members where SchemaKeyword.shape(member.key) == nil && !options.allowsUnknownKeywords {
        throw index.error(.unknownKeyword, location, "\(member.key) is no keyword of JSON Schema 2020-12")
      }
      var reader = KeywordReader(value: entry.value, location: location, index: index)
      try read(&reader, entry, location, &parts)
    default: throw index.error(.malformed, location, "a schema is an object, true or false")
    }
    return SchemaNode(parts)
  }

  private mutating func read(
    _ reader: inout KeywordReader, _ entry: SchemaIndex.Entry, _ location: SchemaIndex.Location,
    _ parts: inout SchemaNode.Parts
  ) throws(SchemaError) {
    if entry.asserts {
      parts.types = try reader.types()
      parts.values = try reader.values()
      parts.numbers = try reader.numbers()
      parts.strings = try reader.strings(assertsFormats: options.assertsFormats)
    }
    parts.arrays = try arrays(&reader, location, asserts: entry.asserts)
    parts.objects = try objects(&reader, location, asserts: entry.asserts)
    parts.applied = try applied(&reader, entry, location)
    parts.unevaluatedItems = child("unevaluatedItems", reader, location)
    parts.unevaluatedProperties = child("unevaluatedProperties", reader, location)
  }

  // MARK: - Keywords that hold schemas

  private mutating func child(
    _ keyword: String, _ reader: KeywordReader, _ location: SchemaIndex.Location
  ) -> Int? {
    reader.value[keyword] == nil ? nil : number(location.appending(keyword))
  }

  private mutating func children(
    _ keyword: String, _ reader: KeywordReader, _ location: SchemaIndex.Location
  ) throws(SchemaError) -> [Int] {
    guard let value = reader.value[keyword] else { return [] }
    guard let array = value.array, !array.isEmpty else { throw reader.malformed(keyword, "an array of schemas") }
    return array.indices.map { number(location.appending(keyword).appending("\($0)")) }
  }

  private mutating func childMap(
    _ keyword: String, _ reader: KeywordReader, _ location: SchemaIndex.Location
  ) throws(SchemaError) -> [(key: String, schema: Int)] {
    guard let value = reader.value[keyword] else { return [] }
    guard let members = value.object else { throw reader.malformed(keyword, "an object of schemas") }
    return members.map { ($0.key, number(location.appending(keyword).appending($0.key))) }
  }

  private mutating func arrays(
    _ reader: inout KeywordReader, _ location: SchemaIndex.Location, asserts: Bool
  ) throws(SchemaError) -> ArrayRules? {
    let keywords = ["contains", "items", "maxItems", "minItems", "prefixItems", "uniqueItems"]
    guard keywords.contains(where: { reader.value[$0] != nil }) else { return nil }
    return ArrayRules(
      minItems: asserts ? try reader.count("minItems") ?? 0 : 0,
      maxItems: asserts ? try reader.count("maxItems") ?? .max : .max,
      isUnique: asserts ? try reader.flag("uniqueItems") : false,
      prefix: try children("prefixItems", reader, location),
      items: child("items", reader, location),
      contains: child("contains", reader, location),
      minContains: asserts ? try reader.count("minContains") ?? 1 : 1,
      maxContains: asserts ? try reader.count("maxContains") ?? .max : .max)
  }

  private mutating func objects(
    _ reader: inout KeywordReader, _ location: SchemaIndex.Location, asserts: Bool
  ) throws(SchemaError) -> ObjectRules? {
    let keywords = [
      "additionalProperties", "dependentRequired", "dependentSchemas", "maxProperties", "minProperties",
      "patternProperties", "properties", "propertyNames", "required",
    ]
    guard keywords.contains(where: { reader.value[$0] != nil }) else { return nil }
    var properties = try childMap("properties", reader, location).map {
      ObjectRules.Property(key: $0.key, schema: $0.schema, isRequired: false)
    }
    for key in asserts ? try reader.keys("required", reader.value["required"]) : [] {
      if let known = properties.firstIndex(where: { $0.key.hasSameBytes(as: key) }) {
        properties[known].isRequired = true
      } else {
        properties.append(ObjectRules.Property(key: key, schema: nil, isRequired: true))
      }
    }
    var patterns: [(pattern: Pattern, schema: Int)] = []
    for (text, schema) in try childMap("patternProperties", reader, location) {
      patterns.append((try reader.pattern(text, "patternProperties"), schema))
    }
    return ObjectRules(
      properties: properties, patterns: patterns,
      additional: child("additionalProperties", reader, location),
      names: child("propertyNames", reader, location),
      minProperties: asserts ? try reader.count("minProperties") ?? 0 : 0,
      maxProperties: asserts ? try reader.count("maxProperties") ?? .max : .max,
      dependentRequired: asserts ? try reader.dependentRequired() : [],
      dependentSchemas: try childMap("dependentSchemas", reader, location))
  }

  private mutating func applied(
    _ reader: inout KeywordReader, _ entry: SchemaIndex.Entry, _ location: SchemaIndex.Location
  ) throws(SchemaError) -> AppliedRules? {
    let keywords = ["$dynamicRef", "$ref", "allOf", "anyOf", "if", "not", "oneOf"]
    guard keywords.contains(where: { reader.value[$0] != nil }) else { return nil }
    var reference: Int?
    if let text = try reader.text("$ref") {
      reference = number(try index.find(text, from: entry.resource, at: location))
    }
    return AppliedRules(
      reference: reference,
      dynamicReference: try dynamicReference(reader, entry, location),
      all: try children("allOf", reader, location),
      any: try children("anyOf", reader, location),
      one: try children("oneOf", reader, location),
      not: child("not", reader, location),
      condition: child("if", reader, location),
      then: child("then", reader, location),
      otherwise: child("else", reader, location))
  }

  private mutating func dynamicReference(
    _ reader: KeywordReader, _ entry: SchemaIndex.Entry, _ location: SchemaIndex.Location
  ) throws(SchemaError) -> DynamicReference? {
    guard let text = try reader.text("$dynamicRef") else { return nil }
    let target = try index.find(text, from: entry.resource, at: location)
    let name = URIReference(text).plainFragment
    var reference = DynamicReference(fallback: number(target), anchors: [:])
    // Only a reference that lands on a dynamic anchor by itself looks for others.
    guard let resource = index.entries[target]?.resource, index.dynamicAnchor(name, in: resource) == target else {
      return reference
    }
    dynamicNames.append(name)
    for resource in index.addresses.indices {
      if let anchor = index.dynamicAnchor(name, in: resource) { reference.anchors[resource] = number(anchor) }
    }
    return reference
  }
}
