internal import ArabicText
internal import EventModel

/// Finds the subject of every verb, in the order of the text, so that a verb without one takes it over from before. A class,
/// because several steps share one that no longer changes.
final class SubjectFinder {
  /// Who does what a verb says, and how that is known.
  struct Subject {
    var entities: [Int]
    /// The mention, where the subject is one.
    var mention: Int?
    /// Whether it stands in the verb's own clause.
    var isExplicit: Bool

    /// A noun that names nobody.
    static let unnamed = Subject(entities: [], mention: nil, isExplicit: true)
  }

  let view: SyntaxView
  let drafts: EntityDrafts
  /// The subject of each verb, by token.
  private(set) var subjects: TokenMap<Subject>
  /// The subjects so far, each with its verb's sentence; none where a noun that names nobody is.
  private(set) var last: [(entities: [Int], form: VerbForm, sentence: Int, isRelative: Bool, isSpeech: Bool)] = []

  init(view: SyntaxView, drafts: EntityDrafts) {
    self.view = view
    self.drafts = drafts
    subjects = TokenMap(count: view.text.tokens.count)
    for sentence in view.text.sentences { read(sentence.tokens) }
  }

  private func read(_ sentence: Range<Int>) {
    for token in sentence {
      guard let entry = view.verbs[token]?.first else { continue }
      let subject = find(token, entry.form, sentence)
      subjects[token] = subject
      if let entities = subject?.entities, !entities.isEmpty || subject?.isExplicit ?? false {
        let isRelative = view.kind(view.clause(of: token).lowerBound) == .relative
        // «قصفت طائرات روسية المدينة. وعادت»: the aircraft, and not whose they are.
        let isOwner = subject.map { $0.isExplicit && $0.mention == nil } ?? false
        last.append(
          (isOwner ? [] : entities, entry.form, view.text.sentence(of: token), isRelative, isReport(token)))
      }
    }
  }

  private func find(_ verb: Int, _ form: VerbForm, _ sentence: Range<Int>) -> Subject? {
    let clause = view.clause(of: verb)
    let isTakenUp = view.text.analyses(of: verb).contains { $0.stem != .none && $0.enclitic != nil }
    if let topic = topic(of: verb, form) { return topic }
    if !isTakenUp, followsNoun(verb, form, clause) { return .unnamed }
    // «إن إردوغان التقى بوتين»: a bare mention right before the verb is its subject, and one after it the object.
    // «أنني أطالب»: who speaks of himself is named elsewhere.
    let isSpeaker =
      form.person == 1
      && (speaks(clause) || form.tense == .perfect && SyntaxView.isQuoted(verb, sentence, view.text))
    let before = isSpeaker ? nil : before(verb, clause).first { agrees($0.entities, form) }
    if let before, let mention = before.mention,
      clause.contains(view.mentions[mention].tokens.lowerBound),
      isNext(view.mentions[mention].tokens.upperBound, verb)
    {
      return ranked(mention, clause, sentence) ?? before
    }
    if opensRelative(verb, form, clause) {
      let antecedent = relativeAntecedent(clause.lowerBound)
      guard let antecedent, agrees(antecedent.entities, form) else { return .unnamed }
      return antecedent
    }
    let after = view.arguments(from: verb + 1, to: clause.upperBound) { view.isVerb($0) }
    // «التقينا وزير الخارجية»: what follows a verb of the speaker is never its subject.
    let noun = form.person == 3 ? nounBehind(verb, clause) : nil
    if let doer = pronounDoer(verb, form, clause, after) { return doer }
    if form.person == 3, form.number == .singular, let owner = country(acting: verb, noun, clause) { return owner }
    // A verb before its subject is no plural: «سيطروا» has it before.
    if let first = after.first, first.slot == nil, form.person == 3, form.number != .plural,
      !view.mentions[first.mention].entities.isEmpty,
      canFollow(form, view.mentions[first.mention]),
      noun.map({ isOwned($0, by: view.mentions[first.mention]) }) ?? !completesNoun(first, verb),
      !completesPreposed(first)
    {
      // «السفارة الروسية في لندن وسفيرها»: the place belongs to the first of them.
      let isSeated = after.count > 1 && after[1].slot == .in && after[1].gap == 0 && isPlace(after[1])
      let bare = (isSeated ? after.prefix(1) + after.dropFirst(2) : after[...]).prefix { $0.slot == nil || $0.isJoined }
      let joined = bare.dropFirst().prefix { $0.isJoined && (!isSeated || isPossessed($0)) }
      return Subject(
        entities: unique(([first] + joined).flatMap { view.mentions[$0.mention].entities }), mention: first.mention,
        isExplicit: true)
    }
    if let noun, let owner = owner(ofAct: noun, after, form) { return owner }
    if let late = late(after, verb, form) { return late }
    // «تصل الفجوة»: who does it is a noun that names nobody.
    if let described = describedNoun(before: verb, form, clause) {
      return form.tense == .imperfect ? author(ofNoun: described, sentence) ?? .unnamed : .unnamed
    }
    // «حفظه الله» tells of nobody.
    if let noun, isGod(noun) { return nil }
    if let noun, isHonour(noun) { return honoured(before: noun) ?? .unnamed }
    if let noun, isSubject(noun, of: verb, form) || isSurelySubject(noun, of: verb, form, clause) { return .unnamed }
    if let before { return before }
    if !isSpeaker, let pronoun = pronoun(clause, form) { return pronoun }
    // «سأجري محادثات»: who speaks of himself is the speaker of the quotation.
    if form.person != 3 { return SyntaxView.isQuoted(verb, sentence, view.text) ? speaker(before: verb) : nil }
    let place = view.text.sentence(of: verb)
    // «العناصر التي تضرب الوحدة وترفض الحوار»: who does one thing does the next.
    let here = last.last {
      $0.sentence == place
        && ($0.entities.isEmpty
          ? $0.form.isFeminine == form.isFeminine && $0.form.number == form.number : agrees($0.entities, form))
    }
    // «رد كيري على الانتقادات التي وجهها الأمير. وأوضح»: a new sentence goes on with whom the last was about.
    let taken = here ?? earlier(than: place, form)
    // «اتصل الوزير بنظيره وناقشا الأزمة»
    if taken == nil, form.number == .dual, goesOn(verb, form, clause) {
      let two = antecedent(of: .huma, before: verb)
      let isPair = two.allSatisfy { drafts[$0].kind == .person || drafts[$0].kind == .country }
      return isPair && !two.isEmpty ? Subject(entities: two, mention: nil, isExplicit: false) : nil
    }
    if taken?.entities.isEmpty ?? false { return nil }
    if taken?.sentence != place, form.number == .plural, let named = plural(before: verb, sentence) { return named }
    return taken.map { Subject(entities: $0.entities, mention: nil, isExplicit: false) }
  }

  /// «وناقشا الأزمة», «اللذين ناقشا», but «ورفضا مستمرا»: whether a verb of two goes on with whom was told of before; most nouns that
  /// end like one have an indefinite adjective.
  private func goesOn(_ verb: Int, _ form: VerbForm, _ clause: Range<Int>) -> Bool {
    if view.kind(clause.lowerBound) == .relative, clause.lowerBound + 1 == verb { return true }
    let isJoined = view.verbs[verb]?.first.map { !$0.proclitics.isDisjoint(with: .conjunctions) } ?? false
    guard isJoined, verb + 1 < clause.upperBound else { return false }
    return form.tense == .imperfect || view.isDefinite(verb + 1) || view.slot(verb + 1) != nil
      || view.mentionAt[verb + 1] >= 0
  }

  /// «أنني», «إننا»: whether a clause opens with a pronoun of those who speak.
  private func speaks(_ clause: Range<Int>) -> Bool {
    switch view.complementizer(clause.lowerBound).enclitic {
    case nil, .hu?, .ha?, .hum?, .huma?: false
    default: true
    }
  }

  /// «أما بكين فرفضت»: who is set before a verb with ف as what is told of next.
  private func topic(of verb: Int, _ form: VerbForm) -> Subject? {
    guard verb > 1, view.text.analyses(of: verb).contains(where: { $0.stem != .none && $0.proclitics.contains(.fa) }),
      case let number = Int(view.mentionAt[verb - 1]), number >= 0
    else { return nil }
    let mention = view.mentions[number]
    let opening = mention.tokens.lowerBound - 1
    guard opening >= 0, mention.tokens.upperBound == verb, !mention.entities.isEmpty, agrees(mention.entities, form)
    else { return nil }
    let word = view.text.text.bytes[view.text.tokens[opening].bytes]
    guard Self.topicWords.contains(where: { word.elementsEqual($0.utf8) }) else { return nil }
    return Subject(entities: mention.entities, mention: number, isExplicit: true)
  }

  /// Words that set a topic before its sentence.
  private static let topicWords = ["أما", "اما", "وأما", "واما"]

  /// The last subject that a verb can take over, the last outside relative clauses if there is any.
  private func earlier(
    than sentence: Int, _ form: VerbForm
  ) -> (entities: [Int], form: VerbForm, sentence: Int, isRelative: Bool, isSpeech: Bool)? {
    var relative: Int?
    for index in last.indices.reversed() {
      guard last[index].sentence + Self.reach >= sentence else { break }
      if blocks(index, sentence, form) { return nil }
      guard !last[index].entities.isEmpty, agrees(last[index].entities, form) else { continue }
      // «تبذله حكومة الملك»: whose verb is of another gender only owns what does it.
      if isPerson(last[index].entities), !agrees(last[index].entities, last[index].form) { continue }
      if !last[index].isRelative { return last[index] }
      if relative == nil { relative = index }
    }
    return relative.map { last[$0] }
  }

  /// «وقالت الباحثة إن... وأشادت بالعمل»: whether the sentence before opens with a verb of speech whose subject is told by no
  /// mention and may do what another verb of the same form says.
  private func blocks(_ index: Int, _ sentence: Int, _ form: VerbForm) -> Bool {
    let earlier = last[index]
    guard earlier.entities.isEmpty, !earlier.isRelative, earlier.sentence + 1 == sentence, form.number == .singular,
      earlier.form.isFeminine == form.isFeminine, earlier.form.number == form.number, earlier.form.person == 3,
      index == 0 || last[index - 1].sentence < earlier.sentence
    else { return false }
    return earlier.isSpeech
  }

  /// «طرد الحوثيين من المناطق التي سيطروا عليها»: those named last in the sentence, for a verb of the plural.
  private func plural(before verb: Int, _ sentence: Range<Int>) -> Subject? {
    view.mentions(before: verb).reversed().lazy.prefix { sentence.contains($0.tokens.lowerBound) }
      .first { self.isCrowd($0) }
      .map { Subject(entities: $0.entities, mention: nil, isExplicit: false) }
  }

  /// «تشارك في اجتماع آسيان روسيا والصين»: a bare mention right behind one that has a preposition completes the verb.
  private func late(_ after: [SyntaxView.Argument], _ verb: Int, _ form: VerbForm) -> Subject? {
    guard form.person == 3, form.number != .plural, let index = after.firstIndex(where: { $0.slot == nil }), index > 0,
      after[index].gap == 0,
      !after[index].isJoined
    else { return nil }
    let mention = view.mentions[after[index].mention]
    let start = mention.tokens.lowerBound
    // «التقى بالملحق التجاري، بحضور السفير لدى إيطاليا الدكتور رائد قرملي»: what is set off is its own.
    guard canFollow(form, mention), mention.form != .group,
      !(verb..<start).contains(where: { view.text.tokens[$0].kind == .punctuation && !view.isQuote($0) }),
      view.text.tokens[start - 1].kind == .word || view.isQuote(start - 1)
    else { return nil }
    // «وشدد خلال لقائه بالرياض المبعوث»: a noun with a pronoun has its own object.
    let hasOwner = (verb + 1..<start).contains { token in
      view.mentionAt[token] < 0 && view.text.analyses(of: token).first?.enclitic != nil
    }
    if hasOwner { return nil }
    let joined = after[(index + 1)...].prefix { $0.isJoined && $0.slot == nil }
    let entities = unique(([after[index]] + joined).flatMap { view.mentions[$0.mention].entities })
    return entities.isEmpty ? nil : Subject(entities: entities, mention: after[index].mention, isExplicit: true)
  }

  private func isPlace(_ argument: SyntaxView.Argument) -> Bool {
    view.mentions[argument.mention].form == .place
  }

  /// «وسفيرها»: whether a mention's first word has a pronoun.
  private func isPossessed(_ argument: SyntaxView.Argument) -> Bool {
    view.text.analyses(of: view.mentions[argument.mention].tokens.lowerBound).contains { $0.enclitic != nil }
  }

  /// Who said last before a token what is quoted there.
  private func speaker(before token: Int) -> Subject? {
    let sentence = view.text.sentence(of: token)
    for verb in verbs(before: token).reversed() {
      guard view.text.sentence(of: verb) + Self.reach >= sentence else { return nil }
      guard view.verbs[verb]?.contains(where: { view.knowledge.reporting.verbs[$0.lexeme] != nil }) ?? false,
        let entities = subjects[verb]?.entities, !entities.isEmpty
      else { continue }
      return Subject(entities: entities, mention: nil, isExplicit: false)
    }
    return nil
  }

  /// How many sentences back a verb without a subject may take over one.
  private static let reach = 2

  /// «ونقل بيرنز إلى نظيره رسالة تحذر من العواقب»: who does what a message, visit or other act does that the verb before it
  /// takes for its object.
  private func author(ofNoun noun: Int, _ sentence: Range<Int>) -> Subject? {
    guard view.knowledge.triggers.nouns.longest(in: view.text, at: noun, limit: noun + 1) != nil,
      let verb = verbs(before: noun).last, sentence.contains(verb), let found = subjects[verb], !found.entities.isEmpty
    else { return nil }
    return Subject(entities: found.entities, mention: nil, isExplicit: false)
  }

  /// Whether nothing but particles and times stand between a mention's end and a verb: «كان الوزير قد زار».
  private func isNext(_ end: Int, _ verb: Int) -> Bool {
    guard end < verb else { return true }
    return (end..<verb).allSatisfy { token in
      switch view.kind(token) {
      case .auxiliary?, .negation?, .adverb?: true
      default: end + 1 >= verb || view.isTime[token] || view.text.tokens[token].kind == .punctuation
      }
    }
  }

  /// Whether a mention right after a verb can be its subject: «زار مصر» has a masculine verb and a feminine country.
  private func canFollow(_ form: VerbForm, _ mention: Mention) -> Bool {
    guard !form.isFeminine, form.number == .singular, let entity = mention.entities.first else { return true }
    // «غادر صنعاء»: cities are feminine, and so are bodies with a feminine head, «زار سفارة».
    if mention.form == .place,
      mention.rule == "known-place" || isFeminineName(view.text.string(mention.tokens.prefix(1)))
    {
      return false
    }
    if mention.form == .organization, drafts[entity].known == nil, isFeminineName(drafts[entity].name) { return false }
    guard mention.form == .country, let known = drafts[entity].known else { return true }
    return view.knowledge.actors.known[known].isMasculine
  }

  private func unique(_ entities: [Int]) -> [Int] {
    var result: [Int] = []
    for entity in entities where !result.contains(entity) { result.append(entity) }
    return result
  }

  /// Who may do what a verb says and stands before it: a bare mention in its clause, the one right before a relative
  /// pronoun that opens the clause, and whom the clauses before are about.
  private func before(_ verb: Int, _ clause: Range<Int>) -> [Subject] {
    var found: [Subject] = []
    let arguments = view.arguments(from: clause.lowerBound, to: verb) { _ in false }
    if let bare = arguments.first(where: { $0.slot == nil && !view.mentions[$0.mention].entities.isEmpty }) {
      let joined = arguments.filter { $0.isJoined && $0.slot == nil }
      found.append(
        Subject(
          entities: unique(([bare] + joined).flatMap { view.mentions[$0.mention].entities }), mention: bare.mention,
          isExplicit: true))
    }
    if view.kind(clause.lowerBound) == .relative, let antecedent = relativeAntecedent(clause.lowerBound) {
      found.append(antecedent)
    }
    if let topic = topic(before: verb, clause) { found.append(topic) }
    return found
  }

  /// Who does what a verb says whose only mention is its object: someone before it in its clause, whom its relative or
  /// pronoun means, or the last subject that agrees.
  ///
  /// - Parameters:
  ///   - other: Those to whom it is done.
  ///   - inSentence: Whether it takes nobody over from earlier sentences.
  func subject(before verb: Int, _ form: VerbForm, other: [Int], inSentence: Bool = false) -> Subject? {
    let clause = view.clause(of: verb)
    func isOther(_ entities: [Int]) -> Bool { entities.contains { other.contains($0) } }
    if let before = before(verb, clause).first(where: { !isOther($0.entities) }) { return before }
    if form.isPassive { return nil }
    if let pronoun = pronoun(clause, form), !isOther(pronoun.entities) { return pronoun }
    let sentence = view.text.sentence(of: verb)
    let block = view.text.sentences[sentence].block
    var spare: Subject?
    for earlier in verbs(before: verb).reversed() {
      let place = view.text.sentence(of: earlier)
      guard sentence - place <= (inSentence ? 0 : 2), view.text.sentences[place].block == block || sentence == place + 1
      else { break }
      guard let found = subjects[earlier]?.entities, agrees(found, form), !isOther(found) else { continue }
      let subject = Subject(entities: found, mention: nil, isExplicit: false)
      // A new sentence goes on with whom the last was about rather than with whom its relative clauses name.
      if place == sentence || view.kind(view.clause(of: earlier).lowerBound) != .relative { return subject }
      if spare == nil { spare = subject }
    }
    return spare
  }

  /// Who does what a participle tells besides what the sentence tells: the speaker of the sentence, else who does what it
  /// tells last before.
  func controller(ofParticiple token: Int) -> [Int] {
    let sentence = view.text.sentences[view.text.sentence(of: token)].tokens
    let ending = view.text.text.bytes[view.text.tokens[token].bytes].suffix(4)
    let isFeminine = ending.suffix(2).elementsEqual([0xD8, 0xA9])
    let isPlural = ending.elementsEqual([0xD9, 0x8A, 0xD9, 0x86]) || ending.elementsEqual([0xD9, 0x88, 0xD9, 0x86])
    let before = verbs(before: token).reversed().filter { sentence.contains($0) }
    func fitting(_ verbs: [Int]) -> [Int]? {
      verbs.lazy.compactMap { self.subjects[$0]?.entities }.first {
        self.agrees($0, isFeminine: isFeminine, number: isPlural ? .plural : .singular)
      }
    }
    // «فر العنصر الآخر هاربا»: it describes the subject of the verb right before it, also where that names nobody.
    let clause = view.clause(of: token)
    if let nearest = before.first, clause.contains(nearest), let subject = subjects[nearest], subject.isExplicit,
      subject.entities.isEmpty, !isReport(nearest),
      let noun = nounBehind(nearest, clause), noun < token, view.text.tokens[token - 1].kind == .word
    {
      return []
    }
    let reports = before.filter { verb in
      view.verbs[verb]?.contains { view.knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
    }
    return fitting(reports) ?? fitting(before) ?? []
  }

  /// The pronoun of «إنه» takes the last subject that agrees.
  private func pronoun(_ clause: Range<Int>, _ form: VerbForm) -> Subject? {
    guard let enclitic = view.complementizer(clause.lowerBound).enclitic else { return nil }
    let found = antecedent(of: enclitic, before: clause.lowerBound)
    return found.isEmpty ? nil : Subject(entities: found, mention: nil, isExplicit: false)
  }

  /// «مذكرا بأنه حث الرئيس على الحوار»: behind a pronoun that agrees, what follows a verb that takes an object is its object.
  private func pronounDoer(
    _ verb: Int, _ form: VerbForm, _ clause: Range<Int>, _ after: [SyntaxView.Argument]
  ) -> Subject? {
    guard form.person == 3, form.number == .singular, !form.isPassive, view.isThat(clause.lowerBound),
      let enclitic = view.complementizer(clause.lowerBound).enclitic, enclitic == (form.isFeminine ? .ha : .hu),
      (clause.lowerBound + 1..<max(clause.lowerBound + 1, verb)).allSatisfy({
        view.kind($0) == .auxiliary || view.kind($0) == .negation
      }), takesObject(verb), let first = after.first, first.slot == nil,
      view.mentions[first.mention].entities.count == 1
    else { return nil }
    let others = after.dropFirst().contains { $0.slot == nil && !$0.isJoined }
    let doer = antecedent(of: enclitic, before: clause.lowerBound)
    guard !others, !doer.isEmpty, doer != view.mentions[first.mention].entities else { return nil }
    // The speaker of the sentence, and nobody from an earlier one.
    let start = view.text.sentences[view.text.sentence(of: verb)].tokens.lowerBound
    let isHere =
      verbs(before: verb).contains { earlier in
        earlier >= start && subjects[earlier].map { $0.isExplicit && $0.entities == doer } ?? false
      }
      || view.mentions(before: verb).contains { $0.tokens.lowerBound >= start && $0.entities == doer }
    guard isHere else { return nil }
    return Subject(entities: doer, mention: nil, isExplicit: false)
  }

  /// Whether a verb does something to somebody that stands behind it without a preposition.
  func takesObject(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      let rows = view.knowledge.triggers.verbs[entry.lexeme] ?? []
      return rows.contains { view.knowledge.triggers.triggers[$0].frame[.object] != nil }
    } ?? false
  }

  /// «انسحب», «فر»: whether a verb is a trigger, and no row of it has an object.
  func takesNoObject(_ verb: Int) -> Bool {
    view.verbs[verb]?.allSatisfy { view.knowledge.triggers.verbs[$0.lexeme] != nil } ?? false && !takesObject(verb)
  }

  /// The verbs before a token, in the order of the text.
  func verbs(before token: Int) -> ArraySlice<Int> {
    let verbs = view.verbs.tokens
    return verbs[..<verbs.end { $0 < token }]
  }
}
