internal import ArabicText
internal import EventModel

/// Those who complete an event noun: genitives, pronouns and adjectives of countries.
extension ArgumentBinder {
  func bindGenitive(
    _ tokens: Range<Int>, _ enclitic: Enclitic?, _ frame: Frame, _ clause: Range<Int>, _ bound: inout Bound
  ) {
    if let enclitic {
      // «ألقت إسرائيل القبض عليها»: nobody does it to himself; «قدم شكره» has the doer's pronoun.
      let isBound = text.analyses(of: tokens.upperBound - 1).contains {
        $0.enclitic != nil && view.knowledge.words.slot($0.stem) != nil
      }
      let doers = isBound ? doers(before: tokens.lowerBound, clause) : []
      let owner =
        cataphor(enclitic, at: tokens.lowerBound) ?? controlled(enclitic, before: tokens.lowerBound, clause)
        ?? subjects.antecedent(of: enclitic, before: tokens.lowerBound, besides: doers)
      fill(.genitive, owner, frame, &bound)
      return
    }
    var index = tokens.upperBound
    var nisbas: [String] = []
    let isDefinite = proclitics(ofNoun: tokens.lowerBound).contains(.al)
    while index < clause.upperBound, view.mentionAt[index] < 0, !view.isTime[index] {
      // «محادثات روسية - تركية»
      if !nisbas.isEmpty, text.isDash(index), index + 1 < clause.upperBound, self.nisba(index + 1)?.country != nil {
        index += 1
        continue
      }
      let nisba = nisba(index)
      if let country = nisba?.country {
        nisbas.append(country)
      } else if nisba == nil,
        !text.analyses(of: index).contains(where: { view.knowledge.actors.adjectives[$0.stem] != nil })
      {
        break
      }
      index += 1
    }
    let countries = nisbas.compactMap { country in drafts.indices.first { drafts[$0].key == "country:" + country } }
    if frame.isPersonal, !isDefinite, !countries.isEmpty { return }
    if !countries.isEmpty {
      // «الغزو الروسي»: the adjective tells who did it, although a genitive would tell to whom («غزو العراق»); of «رفضت حماس المقترح
      // الإسرائيلي» the verb has told who did it.
      let isDoer =
        isDefinite && frame[.genitive] == .recipient && frame[.subject] == .actor && !bound.filled.contains(.subject)
      let slot: FunctionWords.Slot = isDoer ? .subject : .genitive
      fill(countries.count > 1 && frame[.between] != nil ? .between : slot, countries, frame, &bound)
      return
    }
    guard !isDefinite, index == tokens.upperBound else { return }
    let arguments = view.arguments(from: index, to: clause.upperBound) { view.isVerb($0) }
    guard let first = arguments.first, first.slot == nil,
      first.gap == 0
        || first.gap == 1
          && (frame[.genitive] == .recipient || subjects.isOwned(index, by: view.mentions[first.mention]))
    else { return }
    let entities = joined(first, arguments)
    // «اجتماع الدوحة» is where it was; only a visit is paid to the government of the place.
    if frame[.genitive] == .both, entities.allSatisfy({ drafts[$0].kind == .place }) {
      bound.place = entities.first { !places.isRegion($0) }
      return
    }
    // «لزيارة الولايات المتحدة»: a place is visited, unless it goes somewhere.
    if frame.isVisit, frame[.genitive] == .actor, frame[.to] == .recipient,
      entities.allSatisfy({ drafts[$0].kind == .place || drafts[$0].kind == .country }),
      !arguments.contains(where: { $0.slot == .to })
    {
      fill(.to, entities, frame, &bound)
      return
    }
    fill(.genitive, entities, frame, &bound)
  }

  /// Who does what the last verb before a token in its clause says, where its subject is named there.
  private func doers(before token: Int, _ clause: Range<Int>) -> [Int] {
    guard let verb = (clause.lowerBound..<max(clause.lowerBound, token)).last(where: { view.isVerb($0) }),
      let subject = subjects.subjects[verb], let mention = subject.mention,
      clause.contains(view.mentions[mention].tokens.lowerBound)
    else { return [] }
    return subject.entities
  }

  func nisba(_ token: Int) -> Nisba? {
    for analysis in text.analyses(of: token)
    where analysis.proclitics.isSubset(of: [.al, .wa]) && analysis.enclitic == nil {
      if let nisba = view.knowledge.actors.nisbas[analysis.stem] { return nisba }
    }
    return nil
  }

  /// «لمساعدة اليمن وللتصدي لمخططات إيران»: whether a bare mention completes a common noun behind a preposition.
  func isOwner(_ argument: SyntaxView.Argument) -> Bool {
    let noun = view.mentions[argument.mention].tokens.lowerBound - 1
    guard argument.gap > 1, noun >= 0, view.mentionAt[noun] < 0, !view.isTime[noun] else { return false }
    return text.analyses(of: noun).contains {
      $0.stem != .none && !$0.proclitics.isDisjoint(with: .prepositions) && !$0.proclitics.contains(.al)
    }
  }

  /// «المباحثات التي جرت بينهما», «الاتفاق بينها وبين الدول الكبرى»: the first بين with a pronoun of two, or of one before another
  /// بين.
  func betweenThem(_ tokens: Range<Int>) -> (token: Int, enclitic: Enclitic)? {
    for token in tokens where text.tokens[token].marks.meets(.preposition) {
      guard let reading = text.analyses(of: token).first(where: { view.knowledge.words.slot($0.stem) == .between }),
        let enclitic = reading.enclitic
      else { continue }
      if enclitic == .huma { return (token, enclitic) }
      let isSecond =
        token + 1 < tokens.upperBound && view.slot(token + 1) == .between
        && text.analyses(of: token + 1).contains { $0.proclitics.contains(.wa) }
      if isSecond, enclitic == .ha || enclitic == .hu { return (token, enclitic) }
    }
    return nil
  }

  /// Whether a token is a noun with the article and no preposition.
  func isPlainlyDefinite(_ token: Int) -> Bool {
    text.analyses(of: token).first { $0.stem != .none }?.proclitics == .al
  }
}
