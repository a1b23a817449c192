internal import ArabicText
internal import EventModel

/// The entities of one article while it is being read; mentions refer to them by number.
struct EntityDrafts: Sendable {
  /// An entity as far as the article tells.
  struct Draft: Sendable {
    /// What makes it the same entity elsewhere: a table's row, or kind and folded name.
    var key: String
    var kind: EntityKind
    var name: String
    var nameEnglish: String?
    var country: String?
    var sector: Sector?
    var wikidata: String?
    var masked: Masking?
    /// The forms met, without clitics, each once: a list, because it is short and hashing Arabic text is slow.
    private(set) var surfaces: [String] = []
    /// The row of the tables of names.
    var known: Int?
    /// Offices that the article gives a person, see ``Office``.
    var offices: Set<Office> = []
    var number: Int = 1
    var isFeminine = false
    /// Whether only the article tells who it is: a bare «الوزارة» or «الرئيس» is somebody else elsewhere.
    var isLocal = false

    /// Whether the words of some tokens are a form that was met, told without making a string of them.
    func hasSurface(_ text: TokenizedText, _ tokens: Range<Int>, _ proclitics: Proclitics) -> Bool {
      guard let first = tokens.first else { return false }
      let start = Surface.stem(text, first, proclitics)
      guard !start.isAssimilated else { return false }
      let printed = text.text.bytes[start.byte..<Int(text.tokens[tokens.upperBound - 1].end)]
      return surfaces.contains { $0.utf8.count == printed.count && $0.hasBytes(printed) }
    }

    /// Adds a form.
    mutating func add(surface: String) {
      if !surfaces.contains(where: { $0.hasBytes(of: surface) }) { surfaces.append(surface) }
    }
  }

  private(set) var drafts: [Draft] = []
  private var byKey: [ByteKey: Int] = [:]
  /// The drafts of known entities, by row of the tables, so that their keys are hashed but once.
  private var byRow: [Int: Int] = [:]

  /// All entities, with keys that make each the same, or not, in other articles.
  func entities(of article: RecordID) -> [LocalEntity] {
    drafts.map { draft in
      var entity = LocalEntity(draft)
      if draft.isLocal { entity.key += "@\(article)" }
      return entity
    }
  }

  /// The number of a draft, added if its key is new.
  mutating func intern(_ draft: Draft) -> Int {
    let key = ByteKey(draft.key)
    if let index = byKey[key] { return index }
    byKey[key] = drafts.count
    drafts.append(draft)
    return drafts.count - 1
  }

  /// The draft of a known entity.
  ///
  /// - Parameter knowledge: Has the tables, which would be copied if they were handed over by themselves.
  mutating func intern(known index: Int, _ knowledge: Knowledge) -> Int {
    if let draft = byRow[index] { return draft }
    let entity = knowledge.actors.known[index]
    let draft = intern(
      Draft(
        key: entity.key, kind: entity.kind, name: entity.name, nameEnglish: entity.nameEnglish,
        country: entity.country, sector: entity.sector, wikidata: entity.wikidata, known: index))
    byRow[index] = draft
    return draft
  }

  /// The body that a group belongs to by its name: «مقاتلي حزب الله».
  func body(of group: Int) -> Int? {
    let key = drafts[group].key
    guard drafts[group].kind == .group, let sign = key.utf8.firstIndex(of: 0x40) else { return nil }
    return byKey[ByteKey(String(key[key.index(after: sign)...]))]
  }

  /// Reads or changes a draft, in place: drafts hold many strings, and a copy would count the references to each.
  subscript(index: Int) -> Draft {
    _read { yield drafts[index] }
    _modify { yield &drafts[index] }
  }

  /// All numbers.
  var indices: Range<Int> { drafts.indices }
}

/// What a role means inside an article, whoever names it: a class of roles, the body's sector and the country.
struct Office: Hashable, Sendable {
  /// The role's id; heads of services and organizations share one.
  var role: String
  /// The body that the role belongs to, or nil.
  var sector: Sector?
  /// The ISO code of the country, or nil.
  var country: String?
  /// The row id of the organization, where the tables know it.
  var body: String?

  /// Whether anything but its word tells which office it is.
  var isTold: Bool { country != nil || sector != nil || body != nil }

  /// Whether the other office may be the same, told with less or more detail.
  func agrees(with other: Office) -> Bool {
    (role == other.role || isGeneral(for: other) || other.isGeneral(for: self))
      && (sector == nil || other.sector == nil || sector == other.sector)
      && (country == nil || other.country == nil || country == other.country)
      && (body == nil || other.body == nil || body == other.body)
  }

  /// «الوزير الأميركي» is any minister of the country.
  private func isGeneral(for other: Office) -> Bool {
    role == "minister" && country != nil && country == other.country && other.role.hasSuffix("-minister")
  }
}
