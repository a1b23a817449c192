internal import ArabicText
internal import EventModel

/// Organizations that begin with a head noun.
extension MentionScanner {
  /// An organization that begins with a head noun, such as «وزارة الدفاع الأميركية» or «صحيفة «كازاخ» الرسمية».
  mutating func organization(at index: Int, limit: Int) -> Mention? {
    guard text.tokens[index].marks.meets(.organizationHead) else { return nil }
    let known = tables.names.longest(in: text, at: index, limit: limit)
    guard let match = tables.organizationHeads.longest(in: text, at: index, limit: limit),
      let head = match.values.first,
      !match.analysis.proclitics.contains(.sa), match.end > (known?.end ?? 0) - 1
    else { return nil }
    if let known, known.end > match.end, bestKnown(known, allowHeadless: true) != nil { return nil }
    // «مكتب الرئيس بول بيا» is a word for him.
    if head.id == "office", match.end < limit, let role = tables.roles.longest(in: text, at: match.end, limit: limit),
      nameAfterRole(role.end, limit: limit) != nil
    {
      return nil
    }
    var end = match.end
    var country: String?
    var named: Int?
    var quoted: Range<Int>?
    var complement: Range<Int>?
    let definiteHead = isDefinite(index) || match.analysis.proclitics.contains(.al)
    var unknowns = 0
    // Behind a country's adjective or a quoted name only adjectives go on.
    var isClosed = false
    loop: while end < limit, end - match.end < 8, !blocked[end] {
      // «مجلس الأمن الحوثيين»: behind a definite noun that completes the head only adjectives go on.
      let isComplete = !definiteHead && end > index + 1 && isDefinite(end - 1)
      if isComplete, beginsObject(end, head, limit: limit) { break }
      if isQuote(end), quoted == nil, named == nil,
        let close = (end + 1..<min(limit, end + 7)).first(where: { isQuote($0) }), close > end + 1
      {
        quoted = end + 1..<close
        if let inside = tables.names.longest(in: text, at: end + 1, limit: close), inside.end == close {
          named = bestKnown(inside, allowHeadless: true)
        }
        end = close + 1
        isClosed = true
        continue
      }
      // «قناة العربية»: after a head of media a name comes before an adjective.
      if end == match.end, head.sector == .journalism, !definiteHead,
        let inside = tables.names.longest(in: text, at: end, limit: limit), inside.enclitic == nil,
        inside.analysis.proclitics.isEmpty,
        let outlet = inside.values.first(where: { tables.known[$0].source == .media })
      {
        named = outlet
        end = inside.end
        continue
      }
      // «مركز الملك سلمان للإغاثة», «جامعة نايف العربية», «قوات المخلوع صالح»
      if end == match.end, !definiteHead, head.bearsNames || head.sector == .military || head.sector == .rebels,
        tables.names.longest(in: text, at: end, limit: limit) == nil,
        let nameEnd = honoredEnd(end, limit: limit) ?? (head.bearsNames ? givenEnd(end, limit: limit) : nil)
      {
        complement = end..<nameEnd
        end = nameEnd
        continue
      }
      if let nisba = nisba(end) {
        // «اتهمت الشرطة الإسرائيلية الفلسطينيين»: a people behind another country's adjective is a noun.
        if nisba.isPlural, let country, country != nisba.country { break }
        country = country ?? nisba.country
        end += 1
        isClosed = true
        continue
      }
      if end == match.end, definiteHead, isOrdinalNumber(end, limit: limit) {
        complement = end..<end + 1
        end += 1
        continue
      }
      if let last = departmentEnd(end, head, isOpen: complement != nil && named == nil && !isClosed, limit: limit) {
        complement = (complement?.lowerBound ?? end)..<last
        end = last
        continue
      }
      // «المقاومة المسنودة بقوات الجيش», «الشرطة التابعة لنا».
      if isQualified(end, limit: limit) { break }
      if isAdjective(end), isDefinite(end) || end == match.end && !definiteHead {
        complement = (complement?.lowerBound ?? end)..<end + 1
        end += 1
        continue
      }
      if end == match.end || complement != nil, named == nil, !isClosed,
        let inside = tables.names.longest(in: text, at: end, limit: limit), inside.enclitic == nil,
        inside.analysis.proclitics.isEmpty || inside.analysis.proclitics == .al,
        let entity = bestKnown(inside, allowHeadless: head.sector == .journalism),
        tables.known[entity].source != .person || end == match.end
      {
        switch tables.known[entity].source {
        case .country, .place:
          guard !definiteHead else { break loop }
          country = country ?? tables.known[entity].country
          complement = tables.known[entity].source == .place ? end..<inside.end : complement
        case .person:
          complement = end..<inside.end
          country = country ?? tables.known[entity].country
        case .organization, .media:
          // «الشبكة الإخبارية» is a network, not the one called الإخبارية.
          if definiteHead { complement = end..<inside.end } else { named = entity }
        }
        end = inside.end
        continue
      }
      if complement != nil || end == match.end, joinsName(end, head, limit: limit) {
        complement = (complement?.lowerBound ?? end)..<end + 1
        end += 1
        continue
      }
      // A definite noun completes the name once: «مكتب التحقيقات», «وزارة العدل»; then adjectives follow.
      if isComplement(end), !isClosed, unknowns < 2, named == nil || isAdjectiveShaped(end, limit: limit),
        definiteHead
          ? unknowns == 0 && end == match.end && agrees(end, with: match.end - 1) && !isAct(end)
          : unknowns == 0 && !isComplete || qualifies(end)
      {
        unknowns += 1
        complement = (complement?.lowerBound ?? end)..<end + 1
        end += 1
        continue
      }
      break
    }
    guard end > match.end || definiteHead else { return nil }
    if match.enclitic != nil { end = match.end }
    if let complement, complement.lowerBound == match.end, named == nil,
      text.analyses(of: match.end).contains(where: { head.others.contains($0.stem) })
    {
      return nil
    }
    let tokens = index..<end
    if let named, !["side", "embassy", "campaign"].contains(head.id) {
      return found(
        tokens, match.analysis.proclitics, .organization, [drafts.intern(known: named, knowledge)],
        rule: "head-known:" + head.id, isNamed: true)
    }
    if definiteHead, head.sector == .journalism, quoted == nil, country == nil, let outlet = lastOutlet() {
      return found(tokens, match.analysis.proclitics, .organization, [outlet], rule: "head-again:" + head.id)
    }
    if definiteHead, end == match.end, match.enclitic == nil, let again = lastBody(match.analysis.stem) {
      return found(tokens, match.analysis.proclitics, .organization, [again], rule: "head-again:" + head.id)
    }
    let surface = Surface.string(text, tokens, match.analysis.proclitics)
    if end == match.end, !head.standsAlone { return nil }
    if head.id == "side", country == nil { return nil }
    let identity =
      complement == nil && quoted == nil && (country != nil || end == match.end)
      ? head.id + "@" + (country ?? Self.folded(surface)) : Self.folded(quoted.map { text.string($0) } ?? surface)
    let entity = drafts.intern(
      .init(
        key: "organization-name:" + identity, kind: .organization, name: quoted.map { text.string($0) } ?? surface,
        country: country, sector: head.sector, isLocal: end == match.end && country == nil))
    return found(
      tokens, match.analysis.proclitics, .organization, [entity], definite: definiteHead || end > match.end,
      rule: "head:" + head.id, isNamed: quoted != nil)
  }

  /// «طالب مجلس الأمن الحوثيين», «تحاصر قوات النظام الزبداني»: whether a place, or a people or body behind a head of those who have
  /// power, begins at a token, so that it is no part of the name before.
  private func beginsObject(_ index: Int, _ head: OrganizationHead, limit: Int) -> Bool {
    let isPower =
      switch head.sector {
      case .government?, .military?, .police?, .rebels?, .legislature?, .intergovernmental?, .opposition?: true
      default: false
      }
    // «اتحاد العلماء المسلمين»: those whose body it is have adjectives of people.
    let isOfPeople =
      ends(index - 1, in: "ين") || ends(index - 1, in: "ون")
      || tables.groups.longest(in: text, at: index - 1, limit: limit) != nil
    if isPower, !isOfPeople, nisba(index)?.isPlural ?? false || ends(index, in: "ين") && isDefinite(index) {
      return true
    }
    guard let inside = tables.names.longest(in: text, at: index, limit: limit), inside.enclitic == nil,
      inside.analysis.proclitics.subtracting(.al).isEmpty, let known = bestKnown(inside, allowHeadless: false)
    else { return false }
    switch tables.known[known].source {
    case .country, .place: return nisba(index) == nil
    case .organization, .media:
      // «ميليشيات التمرد الحوثي»
      return (isPower || head.sector == nil) && !isAdjective(index) && !ends(index, in: "ي") && !ends(index, in: "ية")
    case .person: return false
    }
  }

  /// Whether a definite word is a participle whose complement stands behind it, so that it is no part of a name.
  private func isQualified(_ index: Int, limit: Int) -> Bool {
    guard index + 1 < limit, isDefinite(index), text.tokens[index + 1].kind == .word,
      text.analyses(of: index).contains(where: { tables.qualifiers.contains($0.stem) })
    else { return false }
    return text.analyses(of: index + 1).first.map { !$0.proclitics.isDisjoint(with: [.ba, .la]) } ?? false
      || words.slot(text.tokens[index + 1].whole) != nil
  }

  /// «وزارة التجارة والصناعة», «مجلس الشؤون السياسية والأمنية»: whether a name goes on behind و: with a second field of a
  /// ministry, or a second adjective.
  private func joinsName(_ index: Int, _ head: OrganizationHead, limit: Int) -> Bool {
    guard text.tokens[index].kind == .word, isDefinite(index - 1),
      text.analyses(of: index).contains(where: { $0.proclitics == [.wa, .al] && $0.enclitic == nil })
    else { return false }
    if ends(index - 1, in: "ية"), ends(index, in: "ية") { return true }
    return head.hasFields && !ends(index - 1, in: "ية") && !isActor(index, limit: limit)
      && tables.organizationHeads.longest(in: text, at: index, limit: limit) == nil
      && tables.groups.longest(in: text, at: index, limit: limit) == nil
      && tables.roles.longest(in: text, at: index, limit: limit) == nil
      && tables.names.longest(in: text, at: index, limit: limit) == nil
  }

  /// The body named last whose name begins with a word: «حركة فتح» for «الحركة».
  private func lastBody(_ head: Symbol) -> Int? {
    guard head != .none else { return nil }
    return mentions.last { mention in
      mention.form == .organization && mention.entities.count == 1
        && text.analyses(of: mention.tokens.lowerBound).contains { $0.stem == head }
    }?.entities.first
  }

  /// «الحكومة ... الحكومة اليونانية»: a body's first word alone is the one body named later that begins with it, where none
  /// was named before.
  mutating func nameBareBodies() {
    for number in mentions.indices where isBareBody(mentions[number]) {
      let head = text.analyses(of: mentions[number].tokens.lowerBound).first { $0.proclitics.contains(.al) }?.stem
      guard let head, let bare = mentions[number].entities.first else { continue }
      let later = mentions[number...].filter { mention in
        mention.form == .organization && mention.entities.count == 1 && mention.entities != [bare]
          && text.analyses(of: mention.tokens.lowerBound).contains { $0.stem == head }
      }
      guard let first = later.first?.entities, later.allSatisfy({ $0.entities == first }), let entity = first.first
      else {
        continue
      }
      for again in mentions.indices where mentions[again].entities == [bare] { mentions[again].entities = first }
      for surface in drafts[bare].surfaces { drafts[entity].add(surface: surface) }
    }
  }

  private func isBareBody(_ mention: Mention) -> Bool {
    mention.form == .organization && mention.tokens.count == 1 && mention.isDefinite
      && mention.rule.utf8.starts(with: "head:".utf8)
  }

  /// «الهيئة العامة للأرصاد», «مركز كارنيغي للدراسات»: the end of a body's field behind ل, where its name has begun and no
  /// actor is meant.
  private func departmentEnd(_ index: Int, _ head: OrganizationHead, isOpen: Bool, limit: Int) -> Int? {
    guard isOpen, !head.standsAlone, text.tokens[index].kind == .word, !blocked[index],
      !isDefinite(index - 1) || isBodyAdjective(index - 1),
      text.analyses(of: index).contains(where: {
        $0.enclitic == nil && $0.proclitics.contains(.la) && $0.proclitics.isSubset(of: [.la, .al])
      }), isLongArticle(index), !isActor(index, limit: limit),
      tables.roles.longest(in: text, at: index, limit: limit) == nil, nisba(index) == nil
    else { return nil }
    var end = index + 1
    while end < limit, end - index < 3, isDefinite(end), !blocked[end], isAdjective(end) { end += 1 }
    return end
  }

  /// Whether the name of a country, place or person begins at a token.
  private func isActor(_ index: Int, limit: Int) -> Bool {
    guard let match = tables.names.longest(in: text, at: index, limit: limit),
      let known = bestKnown(match, allowHeadless: true)
    else { return false }
    return tables.known[known].kind != .organization
  }

  /// «العامة», «العليا»: whether a word is an adjective of official bodies.
  private func isBodyAdjective(_ index: Int) -> Bool {
    text.analyses(of: index).contains { tables.bodyAdjectives.contains($0.stem) }
  }

  /// Whether a word begins with لل: ل and the article.
  private func isLongArticle(_ index: Int) -> Bool {
    text.text.bytes[text.tokens[index].bytes].prefix(4).elementsEqual([0xD9, 0x84, 0xD9, 0x84])
  }

  /// «هيئة الأركان المشتركة», but «أكدت وزارة الصحة الإهمال»: whether a definite word behind the noun that completes a name has
  /// the form of an adjective.
  private func qualifies(_ index: Int) -> Bool {
    if ends(index, in: "ات") || ends(index, in: "ين") || ends(index, in: "ون") || isAct(index) { return false }
    if ends(index, in: "ي") || ends(index, in: "ية") { return true }
    let bytes = text.text.bytes[text.tokens[index].bytes]
    return bytes.starts(with: [0xD8, 0xA7, 0xD9, 0x84, 0xD9, 0x85]) && !NounShape(bytes, isDefinite: true).isMasdar
  }

  /// «استنكر البرلمان القصف الإسرائيلي»: whether a word names an act, so that it is no adjective.
  private func isAct(_ index: Int) -> Bool {
    !ends(index, in: "ي") && !ends(index, in: "ية")
      && knowledge.triggers.nouns.longest(in: text, at: index, limit: index + 1) != nil
  }

  /// Whether a definite word may be an adjective of a definite noun: behind ة and ات it ends in ة.
  private func agrees(_ index: Int, with noun: Int) -> Bool {
    ends(index, in: "ة") || !ends(noun, in: "ة") && !ends(noun, in: "ات")
  }

  /// The outlet named last, which «الصحيفة» and «الشبكة» mean.
  func lastOutlet() -> Int? {
    mentions.last { mention in
      mention.isNamed && mention.entities.count == 1
        && mention.entities.allSatisfy { drafts[$0].sector == .journalism && drafts[$0].kind == .organization }
    }?.entities.first
  }
}
