internal import EventModel
internal import JSON

/// Generates a JSON Schema (2020-12) for one kind of record, complete in itself.
struct JSONSchemaGenerator {
  private var definitions: [JSONTree.Member] = []

  /// The schema of the lines of a JSON Lines file.
  static func schema(_ root: ModelDescription.Root) -> [UInt8] {
    var generator = JSONSchemaGenerator()
    var members: [JSONTree.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("$id", .string("urn:isnad:schema:\(root.plural):1")),
      .init("title", .string(root.record.name)),
    ]
    members += generator.body(of: root.record)
    members.append(.init("$defs", .members(generator.definitions)))
    return JSONTree.members(members).pretty()
  }

  private mutating func body(of record: RecordDescription) -> [JSONTree.Member] {
    var properties: [JSONTree.Member] = []
    for field in record.fields {
      properties.append(.init(field.name, property(field)))
    }
    var members: [JSONTree.Member] = [
      .init("description", .string(record.meaning)),
      .init("type", "object"),
      .init("additionalProperties", false),
      .init("required", .strings(record.fields.filter { $0.presence != .optional }.map(\.name))),
      .init("properties", .members(properties)),
    ]
    if !record.dependencies.isEmpty {
      members.append(.init("allOf", .array(record.dependencies.map(Self.condition))))
    }
    return members
  }

  private mutating func property(_ field: FieldDescription) -> JSONTree {
    var members: [JSONTree.Member] = [.init("description", .string(field.meaning))]
    let schema = schema(field.shape)
    if field.presence == .nullable {
      members.append(.init("anyOf", .array([.members(schema), .object(["type": "null"])])))
    } else {
      members += schema
    }
    return .members(members)
  }

  private mutating func schema(_ shape: Shape) -> [JSONTree.Member] {
    switch shape {
    case .text, .english: return [.init("type", "string"), .init("minLength", 1)]
    case .integer(let minimum): return [.init("type", "integer"), .init("minimum", .integer(minimum))]
    case .percent:
      return [.init("type", "integer"), .init("minimum", .integer(0)), .init("maximum", .integer(100))]
    case .boolean: return [.init("type", "boolean")]
    case .day: return reference(.day)
    case .code(let list):
      return reference(
        list.name,
        .object(["description": .string(list.meaning), "type": "string", "enum": .strings(list.codes)]))
    case .token(let token): return reference(token)
    case .identifier(let kind), .reference(let kind): return reference(.id(kind))
    case .enumeration(let list):
      return reference(
        list.name,
        .object([
          "description": .string(list.meaning), "type": "string", "enum": .strings(list.values.map(\.name)),
        ]))
    case .list(let item, _, let demand):
      var members: [JSONTree.Member] = [.init("type", "array")]
      switch demand {
      case .none: break
      case .some: members.append(.init("minItems", 1))
      case .different: members.append(.init("uniqueItems", true))
      }
      return members + [.init("items", .members(schema(item)))]
    case .record(let record):
      let body = body(of: record)
      return reference(record.name, .members(body))
    }
  }

  private mutating func reference(_ token: Token) -> [JSONTree.Member] {
    reference(
      token.name,
      .object([
        "description": .string(token.meaning), "type": "string", "format": token.format.map { .string($0) },
        "pattern": .string("^(" + token.pattern + ")$"),
      ]))
  }

  private mutating func reference(_ name: String, _ schema: JSONTree) -> [JSONTree.Member] {
    if !definitions.contains(where: { $0.key == name }) { definitions.append(.init(name, schema)) }
    return [.init("$ref", .string("#/$defs/" + name))]
  }

  private static func condition(_ dependency: RecordDescription.Dependency) -> JSONTree {
    let value: JSONTree = dependency.value.map { .string($0) } ?? .null
    return .object([
      "if": .object(["properties": .members([.init(dependency.field, .object(["const": value]))])]),
      dependency.isOtherwise ? "else" : "then": .object([
        "properties": .members([.init(dependency.dependent, schema(dependency.allowed))])
      ]),
    ])
  }

  private static func schema(_ allowed: RecordDescription.Dependency.Allowed) -> JSONTree {
    switch allowed {
    case .values(let values, let orNull):
      .object(["enum": .array(values.map { .string($0) } + (orNull ? [.null] : []))])
    case .null: .object(["type": "null"])
    case .notNull: .object(["not": .object(["type": "null"])])
    case .empty: .object(["maxItems": 0])
    case .notEmpty: .object(["minItems": 1])
    }
  }
}
