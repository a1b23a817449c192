internal import ArabicText
internal import EventModel

/// Finds whom roles and anaphors stand for: persons who hold the office in this article, or at its date, or the actors
/// named last.
struct Coreference: ~Copyable {
  private let knowledge: Knowledge
  /// The article's publication day, where it is known.
  let published: CivilDay?
  /// The ISO code of the country whose outlet prints the article, where it is known.
  let home: String?
  private(set) var drafts: EntityDrafts
  private(set) var mentions: [Mention]
  /// Actors in the order of their mentions.
  private var history: [Int] = []
  /// Where the actors of the sentence begin in it.
  private var sentenceStart = 0

  private var tables: ActorTables { _read { yield knowledge.actors } }

  init(knowledge: Knowledge, published: CivilDay?, home: String?, drafts: EntityDrafts, mentions: [Mention]) {
    self.knowledge = knowledge
    self.published = published
    self.home = home
    self.drafts = drafts
    self.mentions = mentions
  }

  /// Resolves all mentions in order; `text` gives the words of those that become entities of their own.
  mutating func resolve(in text: TokenizedText, anaphors: [Int: AnaphorTable.Anaphor]) {
    var sentenceEnd = 0
    for index in mentions.indices {
      if mentions[index].tokens.lowerBound >= sentenceEnd {
        sentenceStart = history.count
        sentenceEnd = text.sentences[text.sentence(of: mentions[index].tokens.lowerBound)].tokens.upperBound
      }
      if mentions[index].form == .role, mentions[index].entities.isEmpty {
        mentions[index].entities = role(mentions[index], in: text)
      } else if let anaphor = anaphors[index], mentions[index].entities.isEmpty {
        mentions[index].entities =
          anaphor.kind == .counterpart
          ? counterparts(mentions[index], in: text)
          : anaphor.kind == .pair
            ? apposed(to: index) ?? resolve(anaphor)
            : anaphor.target == .place ? place(anaphor, mentions[index], in: text) : resolve(anaphor)
      } else if let person = bearer(of: business(mentions[index]), mentions[index]) {
        mentions[index].entities = [person]
      }
      if mentions[index].entities.count == 1, let entity = mentions[index].entities.first {
        let (tokens, proclitics) = (words(of: mentions[index], text), mentions[index].proclitics)
        if !drafts[entity].hasSurface(text, tokens, proclitics) {
          drafts[entity].add(surface: Surface.string(text, tokens, proclitics))
        }
      }
      history += mentions[index].entities
    }
  }

  /// The words of a mention that say who is meant.
  private func words(of mention: Mention, _ text: TokenizedText) -> Range<Int> {
    knowledge.words.withoutBlessing(text, mention.tokens)
  }

  // MARK: - Roles

  private mutating func role(_ mention: Mention, in text: TokenizedText) -> [Int] {
    var result: [Int] = []
    for office in mention.offices {
      // «الملحق الثقافي والملحق التجاري» are two, though both offices are told alike.
      let isVague = !office.isTold && mention.tokens.count > 1
      let key = isVague ? key(of: office, mention, in: text) : nil
      if let holder = holder(of: office, excluding: result, key: key, isDefinite: mention.isDefinite) {
        result.append(holder)
      }
    }
    if mention.number == .dual, result.count < 2, let office = mention.offices.first {
      for candidate in history.reversed() where result.count < 2 && !result.contains(candidate) {
        if drafts[candidate].offices.contains(where: { $0.role == office.role }) { result.append(candidate) }
      }
      for candidate in drafts.indices where result.count < 2 && !result.contains(candidate) {
        if drafts[candidate].offices.contains(where: { $0.role == office.role }) { result.append(candidate) }
      }
    }
    if !result.isEmpty { return result }
    if mention.offices.allSatisfy({ $0.country == nil }), let person = bearer(of: mention.sector, mention) {
      return [person]
    }
    // «مفتي المملكة رئيس هيئة كبار العلماء»: offices one after another are one person's.
    let isOne = mention.number == .singular && Set(mention.offices.compactMap(\.country)).count < 2
    return mention.offices.prefix(isOne ? 1 : mention.offices.count).map { office in
      drafts.intern(
        .init(
          key: key(of: office, mention, in: text), kind: .person,
          name: Surface.string(text, words(of: mention, text), mention.proclitics), country: office.country,
          sector: office.sector, offices: [office], isFeminine: mention.isFeminine,
          isLocal: office.country == nil && office.body == nil))
    }
  }

  /// What makes the holder of an office the same where he has no name: the office, or its words where they tell too little.
  private func key(of office: Office, _ mention: Mention, in text: TokenizedText) -> String {
    let key =
      "role:" + office.role + "@" + (office.sector?.rawValue ?? "") + (office.country ?? "") + (office.body ?? "")
    return office.isTold
      ? key : key + MentionScanner.folded(Surface.string(text, words(of: mention, text), mention.proclitics))
  }

  /// «رجل الأعمال», «القاضي»: whom an epithet without a country means: the person named last who is of its sector.
  private func bearer(of sector: Sector?, _ mention: Mention) -> Int? {
    guard mention.number == .singular, mention.isDefinite, let sector, sector != .government else { return nil }
    return history.last { drafts[$0].kind == .person && drafts[$0].sector == sector }
  }

  /// The sector of a word for somebody in business, which is both a group's and a person's.
  private func business(_ mention: Mention) -> Sector? {
    guard mention.form == .group, let entity = mention.entities.first, drafts[entity].sector == .business,
      drafts[entity].country == nil, drafts[entity].masked == nil
    else { return nil }
    return .business
  }

  /// The person who holds an office: the last one met, else one met later, else the holder at the article's date.
  ///
  /// - Parameters:
  ///   - key: The key that an unnamed holder has who is the same; any where it is nil.
  ///   - isDefinite: Whether the word for the office has the article, or a country.
  private mutating func holder(
    of office: Office, excluding taken: [Int], key: String? = nil, isDefinite: Bool = true
  ) -> Int? {
    func matches(_ entity: Int) -> Bool {
      if let key, drafts[entity].key.utf8.starts(with: "role:".utf8), drafts[entity].key != key { return false }
      return !taken.contains(entity) && drafts[entity].kind == .person
        && drafts[entity].offices.contains { $0.agrees(with: office) }
        && (office.country == nil || drafts[entity].country == nil || drafts[entity].country == office.country)
    }
    if let last = history.last(where: matches) {
      // «وزير الخارجية» is whom the article called so, rather than «وزير الخارجية الإيطالي».
      let plain = office.country == nil && office.body == nil && drafts[last].offices.allSatisfy { $0.country != nil }
      return plain ? history.last { matches($0) && drafts[$0].offices.contains(office) } ?? last : last
    }
    let later = drafts.indices.filter(matches)
    if later.count == 1 { return later.first }
    // «وزير الإسكان» is another than «الوزير».
    if key == nil, isDefinite, let minister = minister(office, excluding: taken) { return minister }
    guard let published, let seat = office.body ?? office.country else { return nil }
    let candidates = office.body.map { tables.heads(of: $0) } ?? tables.holders(role: office.role, of: seat)
    let holders = candidates.filter { index in
      tables.known[index].roles.contains { dated in
        dated.of == seat && (office.body != nil || dated.role == office.role)
          && (dated.date?.earliest.map { $0 <= published } ?? false)
          && (dated.date?.latest.map { $0 >= published } ?? true)
      }
    }
    // A person with several terms is listed once for each.
    guard Set(holders).count == 1, let known = holders.first else { return nil }
    let entity = drafts.intern(known: known, knowledge)
    drafts[entity].offices.insert(office)
    return entity
  }

  /// «الوزير الأميركي»: the person named last who was a minister of the country when the article was written, although the
  /// article does not say so; «الوزير»: the only minister named so far.
  private func minister(_ office: Office, excluding taken: [Int]) -> Int? {
    guard office.role == "minister" else { return nil }
    func current(_ entity: Int) -> Office? { drafts[entity].known.flatMap { officeAtDate($0) } }
    if office.country != nil {
      return history.last { !taken.contains($0) && (current($0).map { $0.agrees(with: office) } ?? false) }
    }
    guard !office.isTold else { return nil }
    let ministers = Set(
      history.filter { entity in
        drafts[entity].kind == .person
          && (drafts[entity].offices.contains { $0.role.hasSuffix("-minister") }
            || current(entity)?.role.hasSuffix("-minister") ?? false)
      })
    return ministers.count == 1 ? ministers.first { !taken.contains($0) } : nil
  }

  // MARK: - Anaphors

  /// The holders of one office in the countries that a mention names, or the office itself where nobody is known.
  private mutating func counterparts(_ mention: Mention, in text: TokenizedText) -> [Int] {
    var result: [Int] = []
    for country in mention.offices.compactMap(\.country) {
      // The office of the person named last who is of another country.
      let model = history.last { drafts[$0].kind == .person && drafts[$0].country != country }
      let office = model.flatMap { model in
        drafts[model].offices.min { $0.role < $1.role } ?? drafts[model].known.flatMap { officeAtDate($0) }
      }
      if let office, let model {
        let wanted = Office(role: office.role, sector: office.sector, country: country)
        if let holder = holder(of: wanted, excluding: result + [model]) {
          result.append(holder)
          continue
        }
      } else if let last = lastPerson(of: country) {
        result.append(last)
        continue
      }
      let role = office?.role ?? "counterpart"
      result.append(
        drafts.intern(
          .init(
            key: "role:" + role + "@" + (office?.sector?.rawValue ?? "") + country, kind: .person,
            name: Surface.string(text, words(of: mention, text), mention.proclitics), country: country,
            sector: office?.sector,
            offices: office.map { [Office(role: $0.role, sector: $0.sector, country: country)] } ?? [])))
    }
    return result
  }

  /// «الرئيسين عبد الفتاح السيسي ويوري موسيفيني»: the two names right behind a word for two.
  private func apposed(to index: Int) -> [Int]? {
    guard index + 2 < mentions.count else { return nil }
    let (first, second) = (mentions[index + 1], mentions[index + 2])
    guard first.form == .name, second.form == .name, first.tokens.lowerBound == mentions[index].tokens.upperBound,
      second.tokens.lowerBound == first.tokens.upperBound, second.proclitics.contains(.wa)
    else { return nil }
    return first.entities + second.entities
  }

  private mutating func resolve(_ anaphor: AnaphorTable.Anaphor) -> [Int] {
    switch anaphor.kind {
    case .pair:
      if anaphor.target == .country, let pair = countryPair() { return pair }
      if !anaphor.offices.isEmpty {
        let holders = lastTwo { fits($0, anaphor.target) && isHolder($0, of: anaphor.offices) }
        if holders.count == 2 { return holders.reversed() }
      }
      var result = lastTwo { fits($0, anaphor.target) }
      // «التقى رئيس الوزراء اللبناني الضيف الذي يزور لبنان، وبحث الجانبان»: whose country it is was one of the two.
      if anaphor.target == .any, let state = result.firstIndex(where: { drafts[$0].kind == .country }),
        result.contains(where: { drafts[$0].kind == .person }),
        let person = history.suffix(5).last(where: { isState(result[state], of: $0) }), !result.contains(person)
      {
        result[state] = person
      }
      return result.count == 2 ? result.reversed() : []
    case .last where !anaphor.countries.isEmpty:
      return country(among: anaphor.countries).map { [$0] } ?? []
    case .last:
      return history.last { fits($0, anaphor.target) }.map { [$0] } ?? []
    case .counterpart: return []
    }
  }

  /// The two entities named last that fit, the last one first; a capital and its country are one.
  private func lastTwo(where fits: (Int) -> Bool) -> [Int] {
    var result: [Int] = []
    for candidate in history.reversed() where result.count < 2 && !result.contains(candidate) {
      if fits(candidate), !result.contains(where: { isSame($0, candidate) }) { result.append(candidate) }
    }
    return result
  }

  /// Whether a person holds an office whose id ends so, as the article tells or the tables know.
  private func isHolder(_ entity: Int, of offices: [String]) -> Bool {
    let current = drafts[entity].known.flatMap { officeAtDate($0) }
    return offices.contains { end in
      drafts[entity].offices.contains { $0.role.hasSuffix(end) } || current?.role.hasSuffix(end) ?? false
    }
  }

  /// The place that was named last, where it is of the kind or its name begins with the noun. Countries and known places of
  /// another kind in between would make the noun vague («الأوضاع في المنطقة»); buildings and the like do not.
  private func place(_ anaphor: AnaphorTable.Anaphor, _ mention: Mention, in text: TokenizedText) -> [Int] {
    let noun = MentionScanner.folded(Surface.string(text, words(of: mention, text), mention.proclitics)).dropFirst(
      "ال".count)
    for entity in history.reversed() {
      switch drafts[entity].kind {
      case .country: return []
      case .place:
        let kind = drafts[entity].known.flatMap { tables.known[$0].placeKind }
        let isHeaded = drafts[entity].surfaces.contains { surface in
          MentionScanner.folded(surface).utf8.starts(with: (noun + " ").utf8)
        }
        if isHeaded || kind.map(anaphor.places.contains) ?? false { return [entity] }
        if kind != nil { return [] }
      default: continue
      }
    }
    return []
  }

  /// The last country of some that was named, or whose people were, else the outlet's own: «المملكة».
  private mutating func country(among countries: [String]) -> Int? {
    let last = history.last { drafts[$0].country.map(countries.contains) ?? false }.flatMap { drafts[$0].country }
    guard let code = last ?? home.flatMap({ countries.contains($0) ? $0 : nil }),
      let known = tables.index(ofCountry: code)
    else { return nil }
    return drafts.intern(known: known, knowledge)
  }

  /// The only two countries that the sentence has spoken of so far, by name or through their people, else the two that the
  /// article has spoken of most; the earlier met first.
  private mutating func countryPair() -> [Int]? {
    countryPair(in: history[sentenceStart...], isWhole: true) ?? countryPair(in: history[...], isWhole: false)
  }

  private mutating func countryPair(in history: ArraySlice<Int>, isWhole: Bool) -> [Int]? {
    var counts: [(country: String, count: Int)] = []
    for entity in history {
      guard let country = drafts[entity].country, drafts[entity].sector != .journalism else { continue }
      if let index = counts.firstIndex(where: { $0.country == country }) {
        counts[index].count += 1
      } else {
        counts.append((country, 1))
      }
    }
    guard counts.count >= 2, !isWhole || counts.count == 2 else { return nil }
    let least = counts.map(\.count).sorted(by: >)[1]
    let best = isWhole ? counts : counts.filter { $0.count >= least }
    guard best.count == 2 else { return nil }
    let known = best.compactMap { tables.index(ofCountry: $0.country) }
    return known.count == 2 ? known.map { drafts.intern(known: $0, knowledge) } : nil
  }

  /// The office that a known person held when the article was written.
  private func officeAtDate(_ known: Int) -> Office? {
    guard let published else { return nil }
    let role = tables.known[known].roles.first { dated in
      (dated.date?.earliest.map { $0 <= published } ?? false) && (dated.date?.latest.map { $0 >= published } ?? true)
    }
    return role.map { Office(role: $0.role, sector: nil, country: $0.of) }
  }

  private func lastPerson(of country: String) -> Int? {
    history.last { drafts[$0].kind == .person && drafts[$0].country == country }
  }

  private func fits(_ entity: Int, _ target: AnaphorTable.Target) -> Bool {
    switch target {
    case .person: drafts[entity].kind == .person
    case .country: drafts[entity].kind == .country
    case .place: drafts[entity].kind == .place
    case .any:
      drafts[entity].kind != .place && drafts[entity].sector != .journalism && drafts[entity].masked == nil
        && !isCrowd(entity)
    }
  }

  /// Whether it is many people who act for nobody: «اللاجئين السوريين».
  private func isCrowd(_ entity: Int) -> Bool {
    drafts[entity].kind == .group && (drafts[entity].sector == .civilians || drafts[entity].sector == .refugees)
  }

  /// Whether a country is that of a person.
  private func isState(_ state: Int, of person: Int) -> Bool {
    drafts[state].kind == .country && drafts[person].kind == .person && drafts[state].country == drafts[person].country
  }

  /// A capital and its country are one side.
  private func isSame(_ left: Int, _ right: Int) -> Bool {
    drafts[left].kind == .country && drafts[right].kind == .country && drafts[left].country == drafts[right].country
  }
}
