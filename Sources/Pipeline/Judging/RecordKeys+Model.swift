internal import EventModel
internal import Schemas
internal import Validators

extension RecordKeys {
  /// Where ids and references stand in the records of the model that a bundled schema is for; nil for other schemas.
  static func bundled(schema name: String) -> RecordKeys? {
    let root = ModelDescription.current.roots.first { $0.plural + ".schema.json" == name }
    guard let root else { return nil }
    var keys = RecordKeys()
    keys.add(root.record, at: [])
    return keys
  }

  private mutating func add(_ record: RecordDescription, at path: [String]) {
    for field in record.fields { add(field.shape, at: path + [field.name]) }
  }

  private mutating func add(_ shape: Shape, at path: [String]) {
    switch shape {
    case .identifier(let kind): add(path, kind: kind.word, isReference: false)
    case .reference(let kind): add(path, kind: kind.word, isReference: true)
    case .record(let nested): add(nested, at: path)
    case .list(let item, _, _): add(item, at: path)
    default: add(path, kind: nil)
    }
  }
}

extension RecordID.Kind {
  /// The kind, for people.
  fileprivate var word: String {
    switch self {
    case .article: "article"
    case .entity: "entity"
    case .event: "event"
    case .claim: "claim"
    }
  }
}
