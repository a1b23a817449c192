internal import ArabicText
internal import EventModel
internal import Lexicon

/// The compiled tables of names, roles, groups and adjectives.
struct ActorTables: Sendable {
  private(set) var known: [KnownEntity] = []
  private(set) var names = PhraseTrie<Int>(mark: .name)
  private(set) var roles = PhraseTrie<RoleForm>(mark: .role)
  private(set) var groups = PhraseTrie<GroupForm>(mark: .group)
  private(set) var organizationHeads = PhraseTrie<OrganizationHead>(mark: .organizationHead)
  /// The country of each outlet, by folded name.
  private var homes: [[UInt8]: String] = [:]
  private(set) var placeHeads = PhraseTrie<PlaceHead>(mark: .placeHead)
  private(set) var titles = PhraseTrie<TitleForm>(mark: .title)
  private(set) var nisbas = SymbolMap<Nisba>()
  /// Adjectives of two words, by the first: كوري جنوبي.
  private(set) var nisbaPairs = SymbolMap<[NisbaPair]>()
  private(set) var givenNames = SymbolSet()
  /// First names of two words: عبد الله, نور الدين.
  private(set) var givenPhrases = PhraseTrie<Bool>(mark: .givenName)
  /// First names that are everyday words too, and names only behind a title.
  private(set) var commonGivenNames = SymbolSet()
  /// Adjectives of roles and groups, and whether they mean a former office.
  private(set) var adjectives = SymbolMap<Bool>()
  /// Adjectives in the names of official bodies: عام, أعلى.
  private(set) var bodyAdjectives = SymbolSet()
  /// Adjectives of several words: رفيع المستوى.
  private(set) var adjectivePhrases = PhraseTrie<Bool>(mark: .adjective)
  /// Foreign persons by other spellings of their names.
  private(set) var variants = NameVariants()
  /// Countries whose people have Arabic names.
  private var arabicCountries: Set<String> = []
  private var byKey: [String: Int] = [:]
  private var capitals: [String: Int] = [:]
  /// Persons by role and country, such as `foreign-minister@RUS`.
  private var holders: [String: [Int]] = [:]

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for (number, row) in lexicon.rows("given-names").enumerated() {
      for form in row.list("forms") {
        variants.add(given: form, row: number)
        if form.utf8.contains(0x20) {
          givenPhrases.insert(form, true, &vocabulary)
        } else if row["common"] == "yes" {
          commonGivenNames.insert(vocabulary.intern(form))
        } else {
          givenNames.insert(vocabulary.intern(form))
        }
      }
    }
    try addCountries(lexicon, &vocabulary)
    try addPlaces(lexicon, &vocabulary)
    try addOrganizations(lexicon, &vocabulary)
    try addPersons(lexicon, &vocabulary)
    try addRoles(lexicon, &vocabulary)
    try addGroups(lexicon, &vocabulary)
    for row in lexicon.rows("place-heads") {
      let head = PlaceHead(
        id: row["id"], isSettlement: !["", "no"].contains(row["settlement"]), bearsNames: row["honours"] == "yes",
        isCapital: row["settlement"] == "capital")
      for form in row.list("forms") { placeHeads.insert(form, head, &vocabulary) }
    }
    addNisbas(lexicon, &vocabulary)
    addAdjectives(lexicon, &vocabulary)
    for row in lexicon.rows("titles") {
      let title = TitleForm(sector: try Self.sector(row), takesFirstName: row["first"] == "yes")
      for form in row.list("forms") {
        titles.insert(form, title, &vocabulary)
        if !form.hasPrefix("ال") { titles.insert("ال" + form, title, &vocabulary) }
      }
    }
    nisbas.mark(.nisba, in: &vocabulary)
    nisbaPairs.mark(.nisbaPair, in: &vocabulary)
    adjectives.mark(.adjective, in: &vocabulary)
    givenNames.mark(.givenName, in: &vocabulary)
    commonGivenNames.mark(.givenName, in: &vocabulary)
  }

  /// The entity of a key, such as `country:RUS`.
  func index(of key: String) -> Int? { byKey[key] }

  /// The capital of a country.
  func capital(of country: String) -> Int? { capitals[country] }

  /// The country of an outlet by its name as printed, in Arabic or English; nil where the tables do not know it.
  func home(of outlet: String) -> String? { homes[Folding.fold(outlet)] }

  /// The roles that mean the head of a body, however the head is titled.
  static let heads: Set<String> = [
    "president", "head", "director", "chairman", "commander", "secretary-general", "director-general", "chief",
  ]

  /// The roles whose holders head a state and are no ministers.
  static let headsOfState: Set<String> = ["president", "king", "emir", "sultan", "emperor"]

  /// The persons who headed an organization.
  func heads(of body: String) -> [Int] {
    var result: [Int] = []
    for role in Self.heads.sorted() { result += holders(role: role, of: body) }
    return result
  }

  /// The persons who held a role, such as `foreign-minister` of `RUS`.
  func holders(role: String, of country: String) -> [Int] { holders[role + "@" + country] ?? [] }

  // MARK: - Entities

  private mutating func add(_ entity: KnownEntity, names forms: [String], _ vocabulary: inout Vocabulary) {
    let index = known.count
    known.append(entity)
    byKey[entity.key] = index
    for form in forms { names.insert(form, index, &vocabulary) }
  }

  private static func sector(_ row: Table.Row) throws(Diagnostic) -> Sector? {
    let code = row["sector"]
    if code.isEmpty { return nil }
    guard let sector = Sector(rawValue: code) else {
      throw row.fault("unknown-sector", "“\(code)” is no sector", in: "sector")
    }
    return sector
  }

  private static func optional(_ cell: String) -> String? { cell.isEmpty ? nil : cell }

  private mutating func addCountries(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("countries") {
      let entity = KnownEntity(
        source: .country, key: "country:" + row["id"], kind: .country, name: row["name"],
        nameEnglish: Self.optional(row["name_en"]), country: row["id"], sector: .government,
        isMasculine: row["masculine"] == "yes")
      if row["arabic"] == "yes" { arabicCountries.insert(row["id"]) }
      add(entity, names: [row["name"]] + row.list("aliases"), &vocabulary)
    }
  }

  private mutating func addPlaces(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("places") {
      let country = Self.optional(row["country"])
      let entity = KnownEntity(
        source: .place, key: "place:" + row["id"], kind: .place, name: row["name"],
        nameEnglish: Self.optional(row["name_en"]), country: country,
        standsFor: row["capital"] == "yes" ? country : nil)
      if let state = entity.standsFor, capitals[state] == nil { capitals[state] = known.count }
      add(entity, names: [row["name"]] + row.list("aliases"), &vocabulary)
    }
  }

  private mutating func addOrganizations(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("organizations") {
      let entity = KnownEntity(
        source: .organization, key: "organization:" + row["id"], kind: .organization, name: row["name"],
        nameEnglish: Self.optional(row["name_en"]), country: Self.optional(row["country"]),
        sector: try Self.sector(row), wikidata: Self.optional(row["wikidata"]),
        standsFor: Self.optional(row["stands_for"]))
      add(entity, names: [row["name"]] + row.list("aliases"), &vocabulary)
    }
    for row in lexicon.rows("media") {
      for name in [row["id"], row["name"], row["name_en"]] + row.list("aliases") {
        homes[Folding.fold(name)] = Self.optional(row["country"])
      }
      var entity = KnownEntity(
        source: .media, key: "media:" + row["id"], kind: .organization, name: row["name"],
        nameEnglish: Self.optional(row["name_en"]), country: Self.optional(row["country"]), sector: .journalism,
        needsHead: row["needs_head"] == "yes")
      add(entity, names: [row["name"]], &vocabulary)
      // Only the short name needs a head noun.
      entity.needsHead = false
      add(entity, names: row.list("aliases"), &vocabulary)
    }
  }

  private mutating func addPersons(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("persons") {
      var roles: [DatedRole] = []
      for cell in row.list("roles") {
        guard let role = DatedRole(cell) else {
          throw row.fault("role-cell", "“\(cell)” is not role@country:dates", in: "roles", at: cell)
        }
        roles.append(role)
        holders[role.role + "@" + role.of, default: []].append(known.count)
      }
      let entity = KnownEntity(
        source: .person, key: "person:" + row["id"], kind: .person, name: row["name"],
        nameEnglish: Self.optional(row["name_en"]), country: Self.optional(row["country"]),
        sector: try Self.sector(row), wikidata: Self.optional(row["wikidata"]), roles: roles)
      let names = [row["name"]] + row.list("aliases")
      if let country = entity.country, !arabicCountries.contains(country) {
        for name in names { variants.add(name, known.count) }
      }
      add(entity, names: names + names.flatMap(Kunya.cases), &vocabulary)
    }
  }

  // MARK: - Common nouns and adjectives

  private mutating func addRoles(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("roles") {
      let sector = try Self.sector(row)
      let office = Self.optional(row["office"]) ?? row["id"]
      let isOfOrganization = row["of"] == "organization"
      let (country, isPosted) = (Self.optional(row["country"]), row["posted"] == "yes")
      let complements = row.list("complement")
      let tails = complements.isEmpty ? [""] : complements.map { " " + $0 }
      for tail in tails {
        for (column, feminine) in [("masculine", false), ("feminine", true)] {
          for singular in row.list(column) {
            for form in NounInflection.forms(of: singular + tail, plural: .masculine) {
              let role = RoleForm(
                id: office, sector: sector, number: form.number, isFeminine: feminine,
                isOfOrganization: isOfOrganization, isConstruct: form.isConstruct, country: country,
                isPosted: isPosted)
              insertRole(form.letters, role, hasTail: !tail.isEmpty, &vocabulary)
            }
          }
        }
        for plural in row.list("plural") {
          let role = RoleForm(
            id: office, sector: sector, number: .plural, isFeminine: false,
            isOfOrganization: isOfOrganization, country: country)
          insertRole(Array((plural + tail).utf8), role, hasTail: !tail.isEmpty, &vocabulary)
        }
      }
    }
  }

  /// ال in UTF-8.
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// Adds a role by its letters in UTF-8, and the form whose complement stands before another genitive: وزير خارجية روسيا beside وزير الخارجية.
  private mutating func insertRole(
    _ letters: [UInt8], _ role: RoleForm, hasTail: Bool, _ vocabulary: inout Vocabulary
  ) {
    roles.insert(utf8: letters.span, role, &vocabulary)
    guard hasTail, let space = letters.lastIndex(of: 0x20) else { return }
    guard letters[(space + 1)...].starts(with: Self.article) else { return }
    let bare = Array(letters[...space] + letters[(space + 1 + Self.article.count)...])
    roles.insert(utf8: bare.span, role, &vocabulary)
  }

  private mutating func addGroups(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("groups") {
      let sector = try Self.sector(row)
      let reason = Masking.Reason(rawValue: row["reason"]) ?? .unnamed
      let (id, isSource, isSound) = (row["id"], row["source"] == "yes", row["sound"] == "yes")
      func form(_ number: VerbForm.Number) -> GroupForm {
        GroupForm(id: id, sector: sector, number: number, isSource: isSource, reason: reason)
      }
      for singular in row.list("singular") {
        let plural: NounInflection.Plural =
          isSound ? (singular.hasSuffix("ة") ? .feminine : .masculine) : .none
        for inflected in NounInflection.forms(of: singular, plural: plural) {
          groups.insert(utf8: inflected.letters.span, form(inflected.number), &vocabulary)
        }
      }
      for plural in row.list("plural") {
        groups.insert(plural, form(.plural), &vocabulary)
        groups.insert(plural + "ا", form(.plural), &vocabulary)
      }
    }
    for row in lexicon.rows("organization-heads") {
      let head = OrganizationHead(
        id: row["id"], sector: try Self.sector(row), standsAlone: row["bare"] != "no",
        bearsNames: row["honours"] == "yes")
      for form in row.list("forms") { organizationHeads.insert(form, head, &vocabulary) }
    }
  }

  private mutating func addNisbas(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) {
    for row in lexicon.rows("demonyms") {
      let id = row["id"]
      let country = Self.optional(row["country"])
      let others = row.list("except")
      func add(_ letters: String, plural: Bool, tanwin: Bool = false) {
        guard !others.contains(letters) else { return }
        let symbol = vocabulary.intern(letters)
        if nisbas[symbol] == nil {
          nisbas[symbol] = Nisba(id: id, country: country, isPlural: plural, needsTanwin: tanwin)
        }
      }
      for nisba in row.list("nisba") {
        let words = nisba.utf8.split(separator: 0x20).map { String(decoding: Array($0), as: UTF8.self) }
        if words.count == 2 {
          addPair(words[0], words[1], id, country, &vocabulary)
          continue
        }
        for ending in ["", "ة", "ان", "تان", "تين"] { add(nisba + ending, plural: false) }
        for ending in ["ون", "ين", "ات"] { add(nisba + ending, plural: true) }
        add(nisba + "ا", plural: false, tanwin: true)
      }
      for plural in row.list("plural") { add(plural, plural: true) }
    }
  }

  /// «كوري جنوبي», both words of which inflect, or only the second: «جنوب أفريقي».
  private mutating func addPair(
    _ first: String, _ second: String, _ id: String, _ country: String?, _ vocabulary: inout Vocabulary
  ) {
    for ending in ["", "ة", "ا", "ان", "تان", "تين", "ون", "ين", "ات"] {
      let isPlural = ["ون", "ين", "ات"].contains(ending)
      let nisba = Nisba(id: id, country: country, isPlural: isPlural, needsTanwin: false)
      let tail = vocabulary.intern(second + ending)
      for head in ending.isEmpty ? [first] : [first, first + ending] {
        nisbaPairs.append(NisbaPair(second: tail, nisba: nisba), to: vocabulary.intern(head))
      }
      vocabulary.mark(tail, .nisbaTail)
    }
  }

  private mutating func addAdjectives(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) {
    for row in lexicon.rows("adjectives") {
      let isFormer = row["sense"] == "former"
      for form in row.list("forms") {
        if form.utf8.contains(0x20) {
          adjectivePhrases.insert(form, isFormer, &vocabulary)
          continue
        }
        let stem = form.hasSuffix("ة") ? String(form.dropLast()) : form
        for ending in ["", "ا", "ة", "ان", "ين", "ون", "ات", "تان", "تين"] {
          let symbol = vocabulary.intern(stem + ending)
          if adjectives[symbol] == nil { adjectives[symbol] = isFormer }
          if row["sense"] == "body" { bodyAdjectives.insert(symbol) }
        }
      }
    }
  }
}
