internal import EventModel
internal import Normalizer

/// What the steps say of the words of an event: its sentences, and the rows of the tables that found what it is made of.
struct Grounds: Sendable {
  /// What decided one thing: the words and the row, and what the row made of them.
  struct Ground: Sendable, Hashable {
    /// What was decided: `trigger`, `time`, `actor`, `report`.
    var kind: String
    /// The table's row.
    var rule: String
    /// The words that it matched.
    var words: String
    /// Where they stand, in code points of the document text; nil where that is not told.
    var range: Range<Int>?
    /// What they were taken for.
    var meaning: String
  }

  /// The sentence of each quotation.
  var sentences: [Evidence: MarkedSentence] = [:]
  /// The annotations of the document of each article, in document order.
  var annotations: [RecordID: [Annotation]] = [:]

  /// Takes in what was found in another document.
  mutating func merge(_ other: Grounds) {
    sentences.merge(other.sentences) { first, _ in first }
    annotations.merge(other.annotations) { first, _ in first }
  }

  // MARK: - What decided

  /// The rows that found an event in a quotation: its triggers, participants, place and date.
  func grounds(of event: Event, in evidence: Evidence) -> [Ground] {
    let inside = annotations(in: evidence)
    let triggers = inside.filter {
      $0.layer == .triggers && $0["rejected"] == nil && $0["type"] == event.type.rawValue
    }
    let sameMode = triggers.filter { $0["mode"] == event.mode?.rawValue }
    let actors = inside.filter { actor in
      Self.isMention(actor, of: event.place?.entity) || event.participants.contains { Self.isMention(actor, of: $0) }
    }
    let times = inside.filter { Self.isExpression($0, of: event.date) }
    return (sameMode.isEmpty ? triggers : sameMode).map { .init(trigger: $0) } + actors.map { .init(actor: $0) }
      + times.map { .init(time: $0) }
  }

  /// Whether a report's stance is that of a claim: who asserts that something did not happen denies it, who took part
  /// confirms what he asserts, and an outlet asserts what it confirms.
  private static func can(_ reported: String?, mean stance: Claim.Stance) -> Bool {
    let affirming: [Claim.Stance] = [.asserts, .confirms]
    return reported == stance.rawValue
      || [.asserts, .confirms, .denies].contains(stance) && affirming.contains { reported == $0.rawValue }
  }

  /// The rows that found a claim, and when it was made.
  func grounds(of claim: Claim) -> [Ground] {
    let inside = annotations(in: claim.evidence)
    let reports = inside.filter { $0.layer == .attribution && Self.can($0["stance"], mean: claim.stance) }
    let same = reports.filter { $0.range == claim.evidence.range }
    let ofSource = same.filter { $0["source"] == claim.chain.last?.name }
    return (ofSource.isEmpty ? same.isEmpty ? reports : same : ofSource).map { .init(report: $0, of: claim) }
      + inside.filter { Self.isExpression($0, of: claim.date) }.map { .init(time: $0) }
  }

  /// The row that dated an event by words outside of its quotations.
  func distantTime(of event: Event) -> Ground? {
    guard !event.evidence.contains(where: { annotations(in: $0).contains { Self.isExpression($0, of: event.date) } })
    else { return nil }
    return nearest(to: event.evidence) { Self.isExpression($0, of: event.date) }.map { .init(time: $0) }
  }

  /// The row that found a participant whom no quotation names.
  func distantActor(_ participant: Participant, of event: Event) -> Ground? {
    guard !event.evidence.contains(where: { annotations(in: $0).contains { Self.isMention($0, of: participant) } })
    else { return nil }
    return nearest(to: event.evidence) { Self.isMention($0, of: participant) }.map { .init(actor: $0) }
  }

  /// The rows that dated the words that an inferred date of publication rests on.
  func grounds(ofPublication evidence: Evidence) -> [Ground] {
    annotations(in: evidence).filter { $0.layer == .times }.map { .init(time: $0) }
  }

  // MARK: - Annotations

  private func annotations(in evidence: Evidence) -> [Annotation] {
    annotations[evidence.article, default: []].filter { $0.range.overlaps(evidence.range) }
  }

  /// The annotation that stands nearest before the first quotation that has any before it, else nearest behind it.
  private func nearest(to evidence: [Evidence], where isWanted: (Annotation) -> Bool) -> Annotation? {
    for quotation in evidence {
      let wanted = annotations[quotation.article, default: []].filter(isWanted)
      let start = quotation.range.lowerBound
      let before = wanted.last { $0.range.lowerBound <= start }
      if let found = before ?? wanted.first { return found }
    }
    return nil
  }

  private static func isMention(_ annotation: Annotation, of entity: RecordID?) -> Bool {
    guard let entity else { return false }
    return annotation.layer == .actors && annotation["entity"] == entity.description
  }

  /// A capital may stand for its government: then the form is known, and not the entity.
  private static func isMention(_ annotation: Annotation, of participant: Participant) -> Bool {
    isMention(annotation, of: participant.entity.id)
      || annotation.layer == .actors && participant.surface.contains(annotation.text)
  }

  /// Where the words of a date are not known, any expression with its value will do.
  private static func isExpression(_ annotation: Annotation, of date: EventDate?) -> Bool {
    guard let date, annotation.layer == .times else { return false }
    return date.expression.map { annotation.text == $0 } ?? (annotation["edtf"] == date.date.description)
  }
}

extension Grounds.Ground {
  fileprivate init(trigger: Annotation) {
    self.init("trigger", trigger, [trigger["type"], trigger["mode"]])
  }

  fileprivate init(actor: Annotation) {
    self.init("actor", actor, [actor["name"], actor["kind"], actor["country"], actor["sector"]], separator: ", ")
  }

  fileprivate init(time: Annotation) {
    self.init("time", time, [time["edtf"] ?? "no date", time["why"].map { "(\($0))" }])
  }

  /// A report covers the whole passage: the words that matched are the verb, noun or particle of the claim's chain.
  fileprivate init(report: Annotation, of claim: Claim) {
    self.init(
      "report", report,
      [report["source"], report["stance"], report["scope"], report["speech"].map { $0 + " speech" }], separator: ", ")
    guard let verb = claim.chain.last?.verb else { return }
    words = verb
    range = nil
  }

  private init(_ kind: String, _ annotation: Annotation, _ facts: [String?], separator: String = " ") {
    self.init(
      kind: kind, rule: annotation["rule"] ?? "", words: annotation.text, range: annotation.range,
      meaning: facts.compactMap(\.self).joined(separator: separator))
  }
}

extension Annotation {
  /// The value of a field, nil where it has none.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }
}
