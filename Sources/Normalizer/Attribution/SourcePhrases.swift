internal import ArabicText
internal import EventModel

/// Reads the noun phrases that name a source: a mention with its titles, or a common noun such as «شخص مطلع».
struct SourcePhrases {
  /// A phrase and whom it names.
  struct Phrase {
    var sources: [Report.Source]
    var tokens: Range<Int>
    /// Whether its head is a word for something that is published or said, such as «تقرير», and no actor.
    var isDocument = false
    /// Whether it is one definite word without a name, with no more than adverbs behind it, so that it means somebody told of
    /// before: «المصدر», «المصادر ذاتها».
    var isAnaphoric = false
    /// The outlet to which the sources spoke, where the phrase holds it: «مسؤولون مطلعون لصحيفة الأنباء».
    var hearer: Report.Source?
  }

  let view: SyntaxView
  let drafts: EntityDrafts
  var knowledge: Knowledge { view.knowledge }
  var text: TokenizedText { view.text }
  /// No source is named with more words.
  private static let longest = 14

  init(view: SyntaxView, drafts: EntityDrafts) {
    self.view = view
    self.drafts = drafts
  }

  /// The phrase that begins at a token, adverbs and times before it passed over; nil where none does.
  ///
  /// - Parameter follows: Whether the phrase stands behind a preposition that may be glued to it: «لمسؤول».
  func phrase(from start: Int, to limit: Int, verb: String, follows: Bool = false, isOpened: Bool = false) -> Phrase? {
    let index = isOpened ? start : skip(start, limit)
    guard index < limit else { return nil }
    // «كل من الوزير والسفير»
    if index + 2 < limit, text.tokens[index].whole == knowledge.reporting.each, view.slot(index + 1) == .from {
      return phrase(from: index + 2, to: limit, verb: verb, follows: follows, isOpened: isOpened)
    }
    if let quoted = quoted(index, limit, verb) { return quoted }
    let head = view.mentionAt[index]
    if head >= 0 {
      let mention = view.mentions[Int(head)]
      guard mention.tokens.lowerBound == index else { return nil }
      if !follows, !mention.proclitics.isDisjoint(with: [.la, .ba, .ka]) { return nil }
    } else {
      guard canHead(index), isUnnamed(index) || !view.isVerb(index) else { return nil }
      switch view.kind(index) {
      case nil, .quantifier?, .noun?: break
      default: return nil
      }
      if view.slot(index) != nil { return nil }
      if !follows, hasPreposition(index) || isOwnWord(index) { return nil }
    }
    var end = end(of: index, min(limit, index + Self.longest))
    if let name = laterName(of: index, from: end, limit) { end = name }
    guard var phrase = named(index..<end, verb, follows: follows) else { return nil }
    if let outlet = outlet(in: index..<end), phrase.sources.count == 1, !phrase.sources[0].named {
      let proclitics = text.analyses(of: index).first?.proclitics.subtracting(.al) ?? []
      phrase.sources[0].name = Surface.string(text, index..<outlet, proclitics)
      phrase.hearer = Report.Source(
        name: Surface.string(text, outlet..<end, .la), entity: nil, named: true, verb: verb)
    }
    if phrase.hearer == nil, phrase.sources.allSatisfy({ !$0.named }), let tied = complement(from: end, limit) {
      if phrase.sources.count == 1 {
        let proclitics = text.analyses(of: index).first?.proclitics.subtracting(.al) ?? []
        phrase.sources[0].name = Surface.string(text, index..<tied, proclitics)
      }
      phrase.tokens = index..<tied
    }
    phrase.isAnaphoric =
      (index + 1..<end).allSatisfy { view.kind($0) == .adverb } && phrase.tokens.upperBound == end
      && isDefinite(index) && !phrase.isDocument
      && phrase.sources.count == 1 && !phrase.sources[0].named && phrase.sources[0].entity != nil
    if isOnRequest(phrase.tokens.upperBound, limit) {
      for place in phrase.sources.indices {
        phrase.sources[place].named = false
        phrase.sources[place].isOnRequest = true
      }
    }
    return phrase
  }

  /// Whether a word that is no mention can be the head of a source: long enough, and without a pronoun.
  private func canHead(_ token: Int) -> Bool {
    guard text.tokens[token].kind == .word || text.tokens[token].kind == .latin else { return false }
    if isUnnamed(token) || isRelation(token) { return true }
    if text.tokens[token].bytes.count < 7, view.kind(token) != .quantifier { return false }
    return text.analyses(of: token).allSatisfy { $0.enclitic == nil || $0.stem == .none }
      || knowledge.commonWords.contains(text.tokens[token].whole)
  }

  /// «متحدثًا باسمه»
  func isSpokesman(_ token: Int, _ limit: Int) -> Bool { token + 1 < limit && slot(token + 1) == .via }

  func isClosing(_ token: Int) -> Bool { view.isQuote(token) || text.tokens[token].mark == 0x29 }

  /// «ويوضح الباحث بقوله», «وأوضح بالقول»: whether a word tells by what word somebody says it.
  private func isOwnWord(_ token: Int) -> Bool {
    text.analyses(of: token).contains {
      $0.proclitics.contains(.ba) && ($0.enclitic != nil || $0.proclitics.contains(.al))
        && knowledge.reporting.nouns.begins(with: $0.stem)
    }
  }

  /// Whether a common noun bears a preposition: «للصحيفة».
  func hasPreposition(_ token: Int) -> Bool {
    guard let first = text.analyses(of: token).first else { return false }
    return !first.proclitics.isDisjoint(with: [.la, .ba, .ka])
      && !knowledge.commonWords.contains(text.tokens[token].whole)
  }

  /// Where the phrase ends: before a verb, particle, preposition, time or mark; behind a mention only more of it follows.
  private func end(of start: Int, _ limit: Int) -> Int {
    var index = start
    var allowsFrom = false
    var isBehindMention = false
    while index < limit {
      if view.mentionAt[index] >= 0 {
        let mention = view.mentions[Int(view.mentionAt[index])]
        let isStart = mention.tokens.lowerBound == index
        if index > start, isStart, !mention.proclitics.isDisjoint(with: [.la, .ba, .ka]),
          mention.proclitics != .ba || !leadsToName(mention.tokens.upperBound, limit)
        {
          return index
        }
        // «أبلغ مصدر في الوزارة وكالة فرانس برس»: who is told is no part of who tells.
        if index > start, isStart, mention.proclitics.isEmpty, view.mentionAt[index - 1] >= 0, isOutlet(mention) {
          return index
        }
        index = mention.tokens.upperBound
        // «مسؤول عمليات الإغاثة»: a bare noun may go on.
        isBehindMention =
          !(mention.form == .group && mention.tokens.count == 1 && !mention.isDefinite)
          || index < limit && isDefinite(index)
        continue
      }
      if index > start, !goesOn(index, isBehindMention) { return index }
      if let slot = slot(index) {
        if slot == .in, index > start, index + 1 < limit, view.mentionAt[index + 1] >= 0,
          leadsToName(view.mentions[Int(view.mentionAt[index + 1])].tokens.upperBound, limit)
        {
          index += 1
          continue
        }
        guard slot == .from && allowsFrom || slot == .via else { return index }
        isBehindMention = false
      } else {
        switch view.kind(index) {
        case nil, .quantifier?, .noun?: break
        case .adverb? where index > start: break
        default: return index
        }
      }
      allowsFrom = view.kind(index) == .quantifier || isUnnamed(index)
      index += 1
    }
    return index
  }

  func isOutlet(_ mention: Mention) -> Bool {
    mention.entities.count == 1 && drafts[mention.entities[0]].sector == .journalism
      && drafts[mention.entities[0]].kind == .organization
  }

  /// «بالبيت الأبيض جون كيربي»: whether a name follows the body that its office belongs to.
  private func leadsToName(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, view.mentionAt[index] >= 0 else { return false }
    let mention = view.mentions[Int(view.mentionAt[index])]
    return mention.form == .name && mention.tokens.lowerBound == index && mention.proclitics.isEmpty
  }

  /// The slot of a preposition, with a pronoun or without: «المتحدث باسمهم».
  private func slot(_ token: Int) -> FunctionWords.Slot? {
    if let slot = view.slot(token) { return slot }
    return text.analyses(of: token).lazy.filter { $0.enclitic != nil }.compactMap { knowledge.words.slot($0.stem) }
      .first { $0 == .via }
  }

  /// Whether a word that is no mention can be part of the phrase that began before it.
  private func goesOn(_ index: Int, _ isBehindMention: Bool) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word || token.kind == .latin, !view.isTime[index], !token.hasTanwin else { return false }
    if view.isVerb(index), view.isBoundary[index] || !isAdjectival(index) { return false }
    if knowledge.reporting.masks.longest(in: text, at: index, limit: text.tokens.count) != nil { return false }
    // «وأضافت الوزيرة قائلة»
    if text.analyses(of: index).contains(where: {
      knowledge.reporting.participles[$0.stem] != nil && !$0.proclitics.contains(.al)
    }) {
      return false
    }
    if slot(index) != nil || view.kind(index) == .adverb { return true }
    if view.kind(index) == .demonstrative { return false }
    if hasPreposition(index) || token.bytes.count < 6 { return false }
    // Behind a name come names and adjectives, and no other noun: «محامي فلين التعليق».
    if isBehindMention {
      return isName(index) || isUnnamed(index) || isAdjectival(index) && !isTrigger(index) || isPluralOf(index)
    }
    // «مسؤول عمليات الإغاثة»: the end of a construct may be the name of an act.
    return !isTrigger(index) || isDefinite(index) && view.mentionAt[index - 1] < 0 && !isDefinite(index - 1)
  }

  /// «السياسيون المحنكون»: whether a definite word with the ending of a masculine plural describes one before it.
  private func isPluralOf(_ token: Int) -> Bool {
    guard token > 0, isDefinite(token), isDefinite(token - 1) else { return false }
    let endings = [token - 1, token].map { text.text.bytes[text.tokens[$0].bytes].suffix(4) }
    return endings[0].elementsEqual(endings[1])
      && (endings[0].elementsEqual("ون".utf8) || endings[0].elementsEqual("ين".utf8))
  }

  private func isTrigger(_ token: Int) -> Bool {
    knowledge.triggers.nouns.longest(in: text, at: token, limit: token + 1) != nil
  }

  /// Whether words follow that ask not to be named: «مسؤول بالوزارة، طلب عدم الكشف عن هويته».
  private func isOnRequest(_ end: Int, _ limit: Int) -> Bool {
    for index in end..<max(end, min(limit, end + 5)) {
      if knowledge.reporting.masks.longest(in: text, at: index, limit: limit) != nil { return true }
      if view.isThat(index) { return false }
    }
    return false
  }

  /// Whether a word that may be a verb is an adjective here: «مصدر مطلع».
  func isAdjectival(_ token: Int) -> Bool {
    text.analyses(of: token).contains {
      knowledge.actors.adjectives[$0.stem] != nil || knowledge.actors.nisbas[$0.stem] != nil
    }
  }

  // MARK: - Whom a phrase names

  private func named(_ tokens: Range<Int>, _ verb: String, follows: Bool) -> Phrase? {
    var sources: [Report.Source] = []
    var isDocument = false
    var start = tokens.lowerBound
    var index = start + 1
    while index <= tokens.upperBound {
      if index == tokens.upperBound || joins(index, from: start) {
        if let part = part(start..<index, verb, follows: follows) {
          sources += part.sources
          isDocument = isDocument || part.isDocument
        } else if start == tokens.lowerBound {
          return nil
        }
        start = index
      }
      index += 1
    }
    return sources.isEmpty ? nil : Phrase(sources: sources, tokens: tokens, isDocument: isDocument)
  }

  /// Whether a token with و begins another source.
  private func joins(_ token: Int, from start: Int) -> Bool {
    let number = view.mentionAt[token]
    if number >= 0 {
      let mention = view.mentions[Int(number)]
      guard mention.tokens.lowerBound == token, !mention.entities.isEmpty else { return false }
      return mention.proclitics.contains(.wa) || text.tokens[token - 1].isBareClitic
    }
    return text.analyses(of: token).contains {
      $0.proclitics == .wa && knowledge.reporting.others.contains($0.stem)
    }
  }

  private func part(_ tokens: Range<Int>, _ verb: String, follows: Bool) -> Phrase? {
    let first = tokens.lowerBound
    let number = view.mentionAt[head(of: tokens)]
    let name = apposition(tokens)
    if number >= 0, let mention = Optional(view.mentions[Int(number)]), mention.tokens.lowerBound == head(of: tokens),
      !mention.entities.isEmpty
    {
      if mention.entities.count > 1 {
        return Phrase(
          sources: mention.entities.map { source($0, tokens, mention.proclitics, verb, isAlone: false) }, tokens: tokens
        )
      }
      let entity = name.flatMap { view.mentions[$0].entities.first } ?? mention.entities[0]
      let proclitics = head(of: tokens) == first ? mention.proclitics : []
      return Phrase(sources: [source(entity, tokens, proclitics, verb, isAlone: true)], tokens: tokens)
    }
    let analysis = text.analyses(of: first).first
    let proclitics = analysis?.proclitics.subtracting(.al) ?? []
    let isOffice = isSpokesman(first, tokens.upperBound) && isDefinite(first)
    if let name, isOffice || isDefinite(view.mentions[name].tokens.lowerBound - 1),
      let entity = view.mentions[name].entities.first
    {
      return Phrase(sources: [source(entity, tokens, proclitics, verb, isAlone: true)], tokens: tokens)
    }
    let match = knowledge.reporting.nouns.longest(in: text, at: first, limit: tokens.upperBound)
    // «محادثات ماسك تشير»: an act says nothing.
    if match == nil, isTrigger(first) { return nil }
    let isUnnamed = isUnnamed(first)
    let isRelation = !follows && isRelation(first) || isRelationOf(first, tokens)
    let isQuantified = view.kind(first) == .quantifier
    let isSpokesman = isSpokesman(first, tokens.upperBound)
    let holdsName = tokens.contains { isName($0) }
    guard
      match != nil || isUnnamed || isRelation || isSpokesman || isQuantified || holdsName || isDefinite(first)
        || name != nil
    else { return nil }
    let words = knowledge.words.withoutBlessing(text, tokens)
    let printed = Surface.string(text, words, proclitics.intersection([.wa, .fa, .la, .ba, .ka]))
    return Phrase(
      sources: [
        Report.Source(
          name: printed, entity: nil, named: !isUnnamed && (holdsName || isRelation || name != nil),
          verb: verb)
      ],
      tokens: tokens, isDocument: match != nil)
  }

  /// Whether a token is a word for people without names: «آخرون», «اثنان».
  private func isUnnamed(_ token: Int) -> Bool {
    knowledge.reporting.others.contains(text.tokens[token].whole)
      || text.analyses(of: token).contains { knowledge.reporting.others.contains($0.stem) }
  }

  /// «محاميه», «والدتها»: whether a noun with a pronoun says who somebody is.
  private func isRelation(_ token: Int) -> Bool {
    text.analyses(of: token).contains { $0.enclitic != nil && knowledge.reporting.relations.contains($0.stem) }
  }

  /// «مكتب السفيرة», «محامي المتهم»: whether such a noun is followed by whose it is.
  private func isRelationOf(_ token: Int, _ tokens: Range<Int>) -> Bool {
    guard token + 1 < tokens.upperBound, view.mentionAt[token + 1] >= 0 || isDefinite(token + 1) else { return false }
    return text.analyses(of: token).contains {
      $0.enclitic == nil && !$0.proclitics.contains(.al) && knowledge.reporting.relations.contains($0.stem)
    }
  }

  /// The first token behind titles: «معالي وزير الخارجية».
  private func head(of tokens: Range<Int>) -> Int {
    var index = tokens.lowerBound
    while index + 1 < tokens.upperBound, view.mentionAt[index] < 0,
      let title = knowledge.actors.titles.longest(in: text, at: index, limit: tokens.upperBound)
    {
      index = min(title.end, tokens.upperBound - 1)
    }
    return index
  }

  /// The mention of a person or outlet by name that ends a phrase.
  private func apposition(_ tokens: Range<Int>) -> Int? {
    let number = view.mentionAt[tokens.upperBound - 1]
    guard number >= 0 else { return nil }
    let mention = view.mentions[Int(number)]
    guard mention.tokens.lowerBound > tokens.lowerBound, mention.form == .name, mention.entities.count == 1 else {
      return nil
    }
    return Int(number)
  }

  func isDefinite(_ token: Int) -> Bool {
    text.analyses(of: token).contains { $0.proclitics.contains(.al) }
  }

  /// Whether a word is neither an everyday word nor part of a mention, so that it must be a name.
  private func isName(_ token: Int) -> Bool {
    if view.mentionAt[token] >= 0 { return view.mentions[Int(view.mentionAt[token])].form == .name }
    guard text.tokens[token].kind == .word || text.tokens[token].kind == .latin else { return false }
    return text.analyses(of: token).allSatisfy {
      !knowledge.commonWords.contains($0.stem) && knowledge.actors.nisbas[$0.stem] == nil
        && knowledge.actors.adjectives[$0.stem] == nil && !$0.proclitics.contains(.al)
    }
  }

  /// A source that is an entity of the article; a source alone is printed with all the words that describe it.
  func source(
    _ entity: Int, _ tokens: Range<Int>, _ proclitics: Proclitics, _ verb: String, isAlone: Bool
  ) -> Report.Source {
    let draft = drafts[entity]
    let named = draft.masked == nil && draft.kind != .group
    let words = knowledge.words.withoutBlessing(text, tokens)
    let name = isAlone ? Surface.string(text, words, proclitics) : draft.name
    return Report.Source(name: name, entity: entity, named: named, verb: verb)
  }
}
