internal import ArabicText
internal import EventModel
internal import Lexicon

/// Words that say who reports something, and what stance the source takes.
struct ReportingTable: Sendable {
  /// A row of the table.
  struct Report: Sendable {
    /// Where the source stands.
    enum SourceSlot: String, Sendable, CaseIterable {
      case subject = "subj"
      /// The subject passes on what the complement of عن says.
      case from
      /// After the particle or noun.
      case after = "prep"
      /// After a particle, from whom the sentence's speaker has it: «ذكرت القناة، نقلا عن مصدر، أن …».
      case origin
    }

    var id: String
    var stance: Claim.Stance
    var scope: Claim.Scope
    var sourceSlot: SourceSlot
    /// Whether a clause with أن or إن follows.
    var takesClause: Bool
    /// Whether the row's complement is a noun phrase.
    var takesObject: Bool
    /// Words that must follow the verb in the sentence, in order.
    var tail: [Symbol] = []
    /// Whether the imperfect without a subject has none: «ويذكر أن».
    var isImpersonal = false
    /// Whether the subject is the newspaper that prints it: «علمت الصحيفة من مصادر».
    var isOwn = false
    /// Whether a particle stands before a verb of reporting: «حسبما ذكرت».
    var takesVerb = false
    /// Whether the row is of the negated verb alone: «لم يرد على طلب».
    var isNegative = false
    /// Whether the verb alone is one of reporting: neither «تمكن» nor «جاء».
    var stands: Bool { !isNegative && !needsDocument && tail.count < 2 }
    /// Whether it confirms only what others tell of too, where a clause follows: «أكد أن».
    var isEmphatic = false
    /// Whether the source is what is published, or who published it: «جاء في بيان».
    var needsDocument = false
  }

  private(set) var verbs = LexemeMap<[Report]>()
  private(set) var particles = PhraseTrie<Report>(mark: .reportingParticle)
  private(set) var nouns = PhraseTrie<Report>(mark: .reportingNoun)
  private(set) var participles = SymbolMap<Report>()
  /// Phrases with which the reporter takes the word again: «في المقابل».
  private(set) var breaks = PhraseTrie<Bool>(mark: .reportingBreak)
  /// Words for what was told before, where they are definite: «الخبر».
  private(set) var matters = SymbolSet()
  /// Words for several things told before: «نفى هذه الاتهامات».
  private(set) var severals = SymbolSet()
  /// Phrases before what somebody speaks of: «في إشارة إلى».
  private(set) var abouts = PhraseTrie<Bool>()
  /// Words for whatever is denied: «نفى أي اتصال».
  private(set) var any = SymbolSet()
  /// Words for what somebody is accused of, where they are definite: «نفى التهم».
  private(set) var charges = SymbolSet()
  /// Words behind which أن begins no reported clause: «قبل أن», «خصوصا أن».
  private(set) var conjoiners = SymbolSet()
  /// Nouns whose pronoun tells who somebody is: «محاميه».
  private(set) var relations = SymbolSet()
  /// Words for people without names that no group is: «آخرون».
  private(set) var others = SymbolSet()
  /// Phrases behind a source that asked not to be named: «طلب عدم».
  private(set) var masks = PhraseTrie<Bool>(mark: .mask)
  /// What ties a noun to the phrase that tells what a source without a name is: «مقرب من», «على علم».
  private(set) var ties = PhraseTrie<Bool>()
  /// عدم
  private(set) var lack = Symbol.none
  /// ما
  private(set) var what = Symbol.none
  /// كل
  private(set) var each = Symbol.none
  /// أن and إن.
  private(set) var that = SymbolSet()
  /// A source before a colon.
  let label = Report(
    id: "label", stance: .asserts, scope: .occurrence, sourceSlot: .after, takesClause: false, takesObject: false)

  init(lexicon: Lexicon, verbs table: inout VerbTable, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("reporting") {
      switch row["kind"] {
      case "break":
        breaks.insert(row["form"], true, &vocabulary)
        continue
      case "mask":
        masks.insert(row["form"], true, &vocabulary)
        continue
      case "tie":
        ties.insert(row["form"], true, &vocabulary)
        continue
      case "matter":
        matters.insert(vocabulary.intern(row["form"]))
        continue
      case "several":
        severals.insert(vocabulary.intern(row["form"]))
        continue
      case "about":
        abouts.insert(row["form"], true, &vocabulary)
        continue
      case "any":
        any.insert(vocabulary.intern(row["form"]))
        continue
      case "charge":
        charges.insert(vocabulary.intern(row["form"]))
        continue
      case "conjoiner":
        conjoiners.insert(vocabulary.intern(row["form"]))
        continue
      case "relation":
        relations.insert(vocabulary.intern(row["form"]))
        continue
      case "other":
        others.insert(vocabulary.intern(row["form"]))
        continue
      default: break
      }
      guard let stance = Claim.Stance(rawValue: row["stance"]) else {
        throw row.fault("unknown-stance", "“\(row["stance"])” is no stance", in: "stance")
      }
      let complements = row["complement"].utf8.split(separator: 0x2B).map { String(decoding: Array($0), as: UTF8.self) }
      var report = Report(
        id: row["id"], stance: stance, scope: Claim.Scope(rawValue: row["scope"]) ?? .occurrence,
        sourceSlot: Report.SourceSlot(rawValue: row["source_slot"]) ?? .subject,
        takesClause: complements.contains { $0 == "أن" || $0 == "إن" }, takesObject: complements.contains("obj"),
        isImpersonal: complements.contains("imp"), isOwn: complements.contains("own"),
        takesVerb: complements.contains("verb"), isNegative: complements.contains("neg"),
        isEmphatic: complements.contains("emph"),
        needsDocument: complements.contains("doc"))
      var words = row["form"].utf8.split(separator: 0x20).map { String(decoding: Array($0), as: UTF8.self) }
      switch row["kind"] {
      case "verb":
        let form = row.utf8("form")
        let pair = UnsafeBufferPointer(rebasing: form.prefix { $0 != 0x20 })
        report.tail = words.dropFirst().map { vocabulary.intern($0) }
        verbs.append(report, to: try table.add(pair, row: row, &vocabulary))
      case "particle":
        // A final ل or ب is glued to the word that follows.
        if words.last == "ل" || words.last == "ب" { words.removeLast() }
        particles.insert(words.joined(separator: " "), report, &vocabulary)
      case "noun":
        nouns.insert(words.joined(separator: " "), report, &vocabulary)
      case "participle":
        let stem = words.removeFirst()
        report.tail = words.map { vocabulary.intern($0) }
        for ending in ["", "ا", "ة", "ين", "ان", "تين"] {
          participles[vocabulary.intern(stem + ending)] = report
        }
      default: throw row.fault("unknown-kind", "“\(row["kind"])” is no kind of reporting word", in: "kind")
      }
    }
    particles.finish()
    nouns.finish()
    breaks.finish()
    masks.finish()
    ties.finish()
    abouts.finish()
    participles.mark(.reportingParticiple, in: &vocabulary)
    lack = vocabulary.intern("عدم")
    each = vocabulary.intern("كل")
    what = vocabulary.intern("ما")
    for form in ["أن", "إن", "ان", "بأن", "بان"] { that.insert(vocabulary.intern(form)) }
    // Rows with more words come first: «رفض التعليق» before «رفض»; before them those of the negated verb.
    verbs.change { reports in
      reports.sort { ($0.isNegative ? 1 : 0, $0.tail.count) > ($1.isNegative ? 1 : 0, $1.tail.count) }
    }
  }
}

extension ReportingTable: Imaged {
  init(from image: inout ImageReader) {
    verbs = image.read()
    particles = image.read()
    nouns = image.read()
    participles = image.read()
    breaks = image.read()
    matters = image.read()
    severals = image.read()
    abouts = image.read()
    any = image.read()
    charges = image.read()
    conjoiners = image.read()
    relations = image.read()
    others = image.read()
    masks = image.read()
    ties = image.read()
    lack = image.read()
    what = image.read()
    each = image.read()
    that = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(
      verbs, particles, nouns, participles, breaks, matters, severals, abouts, any, charges, conjoiners, relations,
      others, masks, ties, lack, what, each, that)
  }
}

extension ReportingTable.Report: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), stance: image.read(), scope: image.read(), sourceSlot: image.read(), takesClause: image.read(),
      takesObject: image.read(), tail: image.read(), isImpersonal: image.read(), isOwn: image.read(),
      takesVerb: image.read(), isNegative: image.read(), isEmphatic: image.read(), needsDocument: image.read())
  }

  func write(to image: inout ImageWriter) {
    image.write(
      id, stance, scope, sourceSlot, takesClause, takesObject, tail, isImpersonal, isOwn, takesVerb, isNegative,
      isEmphatic, needsDocument)
  }
}

extension ReportingTable.Report.SourceSlot: ImagedCase {}
