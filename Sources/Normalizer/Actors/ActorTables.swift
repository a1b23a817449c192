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
  private var homes = ByteMap<String?>(capacity: 2048)
  /// Nouns that head the names of bodies or of groups.
  private(set) var actingNouns = SymbolSet()
  /// Masculine nouns that head the names of bodies: مجلس.
  private(set) var masculineHeads = MasculineHeads()
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
  /// Adjectives that tell which stretch of land is meant: جنوبي, حدودي.
  private(set) var directions = SymbolSet()
  /// Participles that have a complement behind them: تابع.
  private(set) var qualifiers = SymbolSet()
  /// Adjectives of several words: رفيع المستوى.
  private(set) var adjectivePhrases = PhraseTrie<Bool>(mark: .adjective)
  /// Foreign persons by other spellings of their names.
  private(set) var variants = NameVariants()
  /// Countries whose people have Arabic names.
  private var arabicCountries: Set<String> = []
  private var countries: [String: Int] = [:]
  private var capitals: [String: Int] = [:]
  /// Persons by role and country, such as `foreign-minister@RUS`.
  private var holders = ByteMap<[Int]>(capacity: 4096)
  private let sectors = ByteMap(of: Sector.self)

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for (number, row) in lexicon.rows("given-names").enumerated() {
      let isCommon = row.has("yes", in: "common")
      let isWoman = row.has("female", in: "gender")
      for form in row.values("forms") {
        variants.add(given: form, row: number, isWoman: isWoman)
        if form.contains(0x20) {
          givenPhrases.insert(utf8: form, true, &vocabulary)
        } else if isCommon {
          commonGivenNames.insert(vocabulary.intern(utf8: form))
        } else {
          givenNames.insert(vocabulary.intern(utf8: form))
        }
      }
    }
    known.reserveCapacity(
      ["countries", "places", "organizations", "media", "persons"].reduce(512) { $0 + lexicon.rows($1).count })
    try addCountries(lexicon, &vocabulary)
    try addPlaces(lexicon, &vocabulary)
    try addOrganizations(lexicon, &vocabulary)
    try addPersons(lexicon, &vocabulary)
    try addRoles(lexicon, &vocabulary)
    try addGroups(lexicon, &vocabulary)
    for row in lexicon.rows("place-heads") {
      let head = PlaceHead(
        id: row["id"], isSettlement: !["", "no"].contains(row["settlement"]), bearsNames: row.has("yes", in: "honours"),
        isCapital: row.has("capital", in: "settlement"), isDescribed: row["told"].hasSuffix("described"),
        isOwned: row["told"].hasSuffix("owned"), isOnlyTold: row["told"].hasPrefix("only-"))
      for form in row.values("forms") { placeHeads.insert(utf8: form, head, &vocabulary) }
    }
    addNisbas(lexicon, &vocabulary)
    addAdjectives(lexicon, &vocabulary)
    for row in lexicon.rows("titles") {
      let title = TitleForm(
        sector: try sector(row), takesFirstName: row.has("yes", in: "first"), isApposed: row.has("yes", in: "apposed"))
      for form in row.list("forms") {
        titles.insert(form, title, &vocabulary)
        if !form.hasPrefix("ال") { titles.insert("ال" + form, title, &vocabulary) }
      }
    }
    finish(&vocabulary)
  }

  /// Changes their words to those of another vocabulary, which took the words that they were compiled with.
  mutating func translate(_ translation: SymbolTranslation) {
    names.translate(translation)
    roles.translate(translation)
    groups.translate(translation)
    organizationHeads.translate(translation) { $0.others = $0.others.map { translation[$0] } }
    placeHeads.translate(translation)
    titles.translate(translation)
    givenPhrases.translate(translation)
    adjectivePhrases.translate(translation)
    actingNouns = actingNouns.translated(translation)
    givenNames = givenNames.translated(translation)
    commonGivenNames = commonGivenNames.translated(translation)
    bodyAdjectives = bodyAdjectives.translated(translation)
    directions = directions.translated(translation)
    qualifiers = qualifiers.translated(translation)
    nisbas = nisbas.translated(translation)
    nisbaPairs = nisbaPairs.translated(translation)
    adjectives = adjectives.translated(translation)
    nisbaPairs.change { pairs in
      for index in pairs.indices { pairs[index].second = translation[pairs[index].second] }
    }
  }

  /// Lays out what was added, and marks the words of the tables that do not mark theirs themselves.
  private mutating func finish(_ vocabulary: inout Vocabulary) {
    names.finish()
    roles.finish()
    groups.finish()
    organizationHeads.finish()
    placeHeads.finish()
    titles.finish()
    givenPhrases.finish()
    adjectivePhrases.finish()
    nisbas.mark(.nisba, in: &vocabulary)
    nisbaPairs.mark(.nisbaPair, in: &vocabulary)
    adjectives.mark(.adjective, in: &vocabulary)
    givenNames.mark(.givenName, in: &vocabulary)
    commonGivenNames.mark(.givenName, in: &vocabulary)
  }

  /// The entity of a country.
  func index(ofCountry code: String) -> Int? { countries[code] }

  /// The capital of a country.
  func capital(of country: String) -> Int? { capitals[country] }

  /// The country of an outlet by its name as printed, in Arabic or English; nil where the tables do not know it.
  func home(of outlet: String) -> String? { homes[Folding.fold(outlet)] ?? nil }

  /// The persons who held a role, such as `foreign-minister` of `RUS`.
  func holders(role: String, of country: String) -> [Int] { holders[role + "@" + country] ?? [] }

  // MARK: - Entities

  /// Adds an entity, found by the names in some cells of its row.
  private mutating func add(
    _ entity: KnownEntity, names columns: [StaticString] = ["name", "aliases"], _ vocabulary: inout Vocabulary
  ) {
    for column in columns {
      for form in entity.row.values(column) { names.insert(utf8: form, known.count, &vocabulary) }
    }
    known.append(entity)
  }

  private func sector(_ row: Table.Row) throws(Diagnostic) -> Sector? {
    let code = row.utf8("sector")
    if code.isEmpty { return nil }
    guard let sector = sectors[code] else {
      throw row.fault("unknown-sector", "“\(row["sector"])” is no sector", in: "sector")
    }
    return sector
  }

  private mutating func addCountries(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("countries") {
      let id = row["id"]
      if row.has("yes", in: "arabic") { arabicCountries.insert(id) }
      countries[id] = known.count
      add(
        KnownEntity(
          source: .country, row: row, kind: .country, country: id, sector: .government,
          isMasculine: row.has("yes", in: "masculine")), &vocabulary)
    }
  }

  private mutating func addPlaces(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("places") {
      let country = row.optional("country")
      let state = row.has("yes", in: "capital") ? country : nil
      if let state, capitals[state] == nil { capitals[state] = known.count }
      add(KnownEntity(source: .place, row: row, kind: .place, country: country, standsFor: state), &vocabulary)
    }
  }

  private mutating func addOrganizations(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("organizations") {
      add(
        KnownEntity(
          source: .organization, row: row, kind: .organization, country: row.optional("country"),
          sector: try sector(row), standsFor: row.optional("stands_for")), &vocabulary)
    }
    var folded: [UInt8] = []
    for row in lexicon.rows("media") {
      let country = row.optional("country")
      for column in ["id", "name", "name_en", "aliases"] as [StaticString] {
        for name in row.values(column) {
          folded.removeAll(keepingCapacity: true)
          Folding.fold(name.span, into: &folded)
          folded.withUnsafeBufferPointer { homes.set($0, country) }
        }
      }
      var entity = KnownEntity(
        source: .media, row: row, kind: .organization, country: country, sector: .journalism,
        needsHead: row.has("yes", in: "needs_head"))
      add(entity, names: ["name"], &vocabulary)
      // Only the short name needs a head noun.
      entity.needsHead = false
      add(entity, names: ["aliases"], &vocabulary)
    }
  }

  private mutating func addPersons(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    var strings = ByteMap<String>(capacity: 1024)
    for row in lexicon.rows("persons") {
      var roles: [DatedRole] = []
      for cell in row.values("roles") {
        guard let role = DatedRole(cell, &strings) else {
          let cell = String(decoding: cell, as: UTF8.self)
          throw row.fault("role-cell", "“\(cell)” is not role@country:dates", in: "roles", at: cell)
        }
        roles.append(role)
        let office = UnsafeBufferPointer(rebasing: cell.prefix { $0 != 0x3A })
        let (place, isNew) = holders.place(of: office, orAdd: [known.count])
        if !isNew { holders.change(place) { $0.append(known.count) } }
      }
      let number = known.count
      let country = row.optional("country")
      let isForeign = country.map { !arabicCountries.contains($0) } ?? false
      add(
        KnownEntity(
          source: .person, row: row, kind: .person, country: country, sector: try sector(row), roles: roles),
        &vocabulary)
      for column in ["name", "aliases"] as [StaticString] {
        for name in row.values(column) {
          if isForeign { variants.add(name, number) }
          for form in Kunya.cases(of: name) { names.insert(form, number, &vocabulary) }
        }
      }
    }
  }

  // MARK: - Common nouns and adjectives

  private mutating func addRoles(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    var inflection = NounInflection()
    var phrase: [UInt8] = []
    for row in lexicon.rows("roles") {
      let sector = try sector(row)
      let office = row.optional("office") ?? row["id"]
      let isOfOrganization = row.has("organization", in: "of")
      let (country, isPosted) = (row.optional("country"), row.has("yes", in: "posted"))
      let isKin = row.has("kin", in: "of")
      let isStaff = isKin || row.has("person", in: "of")
      let complements = Array(row.values("complement"))
      for complement in complements.isEmpty ? [nil] : complements.map(Optional.some) {
        /// Runs a step with a noun and the complement behind it.
        func completed(_ noun: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
          phrase.removeAll(keepingCapacity: true)
          phrase += noun
          if let complement { phrase += [0x20] + complement }
          phrase.withUnsafeBufferPointer(body)
        }
        for isFeminine in [false, true] {
          for singular in row.values(isFeminine ? "feminine" : "masculine") {
            completed(singular) { inflection.inflect($0, plural: .masculine) }
            inflection.forEach { form, letters in
              let role = RoleForm(
                id: office, sector: sector, number: form.number, isFeminine: isFeminine,
                isOfOrganization: isOfOrganization, isConstruct: form.isConstruct, country: country,
                isPosted: isPosted, isStaff: isStaff, isKin: isKin)
              insertRole(letters, role, hasTail: complement != nil, &vocabulary)
            }
          }
        }
        let role = RoleForm(
          id: office, sector: sector, number: .plural, isFeminine: false,
          isOfOrganization: isOfOrganization, country: country)
        for plural in row.values("plural") {
          completed(plural) { insertRole($0, role, hasTail: complement != nil, &vocabulary) }
        }
      }
    }
  }

  /// ال in UTF-8.
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// Adds a role by its letters in UTF-8, and the form whose complement stands before another genitive: وزير خارجية روسيا beside وزير الخارجية.
  private mutating func insertRole(
    _ letters: UnsafeBufferPointer<UInt8>, _ role: RoleForm, hasTail: Bool, _ vocabulary: inout Vocabulary
  ) {
    roles.insert(utf8: letters, role, &vocabulary)
    guard hasTail, let space = letters.lastIndex(of: 0x20) else { return }
    guard letters[(space + 1)...].starts(with: Self.article) else { return }
    let bare = Array(letters[...space]) + letters[(space + 1 + Self.article.count)...]
    bare.withUnsafeBufferPointer { roles.insert(utf8: $0, role, &vocabulary) }
  }

  private mutating func addGroups(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    var inflection = NounInflection()
    for row in lexicon.rows("groups") {
      let sector = try sector(row)
      let reason = Masking.Reason(rawValue: row["reason"]) ?? .unnamed
      let isBody = row.utf8("reason").isEmpty
      let (id, isSource, isSound) = (row["id"], row.has("yes", in: "source"), row.has("yes", in: "sound"))
      let isOfCountry = row.has("yes", in: "own")
      func form(_ number: VerbForm.Number) -> GroupForm {
        GroupForm(
          id: id, sector: sector, number: number, isSource: isSource, reason: reason, isBody: isBody,
          isOfCountry: isOfCountry)
      }
      for singular in row.values("singular") {
        let isFeminine = singular.suffix(2).elementsEqual([0xD8, 0xA9])
        inflection.inflect(singular, plural: isSound ? (isFeminine ? .feminine : .masculine) : .none)
        inflection.forEach { inflected, letters in
          groups.insert(utf8: letters, form(inflected.number), &vocabulary)
        }
      }
      for plural in row.list("plural") {
        groups.insert(plural, form(.plural), &vocabulary)
        groups.insert(plural + "ا", form(.plural), &vocabulary)
        if !plural.utf8.contains(0x20) { actingNouns.insert(vocabulary.intern(plural)) }
      }
    }
    for row in lexicon.rows("organization-heads") {
      var head = OrganizationHead(
        id: row["id"], sector: try sector(row), standsAlone: !row.has("no", in: "bare"),
        bearsNames: row.has("yes", in: "honours"), hasFields: row.has("yes", in: "fields"))
      for word in row.values("not") { head.others.append(vocabulary.intern(utf8: word)) }
      for form in row.values("forms") {
        organizationHeads.insert(utf8: form, head, &vocabulary)
        if !form.contains(0x20) { actingNouns.insert(vocabulary.intern(utf8: form)) }
      }
      for form in row.values("masculine") { masculineHeads.insert(form) }
    }
  }

  private mutating func addNisbas(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) {
    for row in lexicon.rows("demonyms") {
      let id = row["id"]
      let country = row.optional("country")
      // What looks like a form and is another word.
      let others = row.list("except")
      func add(
        _ stem: UnsafeBufferPointer<UInt8>, _ ending: StaticString = "", plural: Bool, tanwin: Bool = false
      ) {
        guard others.isEmpty || !others.contains(String(decoding: stem, as: UTF8.self) + "\(ending)") else { return }
        let symbol = vocabulary.intern(utf8: stem, ending: ending)
        guard nisbas[symbol] == nil else { return }
        nisbas[symbol] = Nisba(id: id, country: country, isPlural: plural, needsTanwin: tanwin)
      }
      for nisba in row.values("nisba") {
        let words = nisba.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        if words.count == 2 {
          addPair(words[0], words[1], id, country, &vocabulary)
          continue
        }
        for ending in ["", "ة", "ان", "تان", "تين"] as [StaticString] { add(nisba, ending, plural: false) }
        for ending in ["ون", "ين", "ات"] as [StaticString] { add(nisba, ending, plural: true) }
        add(nisba, "ا", plural: false, tanwin: true)
      }
      for plural in row.values("plural") { add(plural, plural: true) }
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
          if row["sense"] == "participle" || row["sense"] == "direction" {
            if row["sense"] == "direction" { directions.insert(symbol) } else { qualifiers.insert(symbol) }
            continue
          }
          if adjectives[symbol] == nil { adjectives[symbol] = isFormer }
          if row["sense"] == "body" { bodyAdjectives.insert(symbol) }
        }
      }
    }
  }
}

extension ActorTables: Imaged {
  init(from image: inout ImageReader) {
    known = image.read()
    names = image.read()
    roles = image.read()
    groups = image.read()
    organizationHeads = image.read()
    homes = image.read()
    actingNouns = image.read()
    masculineHeads = image.read()
    placeHeads = image.read()
    titles = image.read()
    nisbas = image.read()
    nisbaPairs = image.read()
    givenNames = image.read()
    givenPhrases = image.read()
    commonGivenNames = image.read()
    adjectives = image.read()
    bodyAdjectives = image.read()
    directions = image.read()
    qualifiers = image.read()
    adjectivePhrases = image.read()
    variants = image.read()
    countries = image.read()
    capitals = image.read()
    holders = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(
      known, names, roles, groups, organizationHeads, homes, actingNouns, masculineHeads, placeHeads, titles, nisbas,
      nisbaPairs, givenNames, givenPhrases, commonGivenNames, adjectives, bodyAdjectives, directions, qualifiers,
      adjectivePhrases, variants, countries, capitals, holders)
  }
}
