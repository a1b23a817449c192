internal import EventModel

/// An event, and everything that decided what is said of it, in lines for people.
package struct Explanation: Sendable {
  private let event: Event
  private let articles: [RecordID: Article]
  private let grounds: Grounds

  /// Gathers what belongs to an event.
  ///
  /// - Parameter grounds: The sentences and rows of the documents that are quoted.
  init(event: Event, articles: [Article], grounds: Grounds) {
    self.event = event
    self.articles = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.grounds = grounds
  }

  /// The lines, without line ends.
  ///
  /// - Parameter mark: How the words that decided are marked in their sentences.
  package func lines(marking mark: (String) -> String = { "[" + $0 + "]" }) -> [String] {
    var lines = header
    let tree = ClaimTree(event.claims) { articles[$0].map(Self.place) ?? $0.description }.lines
    if !tree.isEmpty { lines += [""] + tree }
    for (index, evidence) in event.evidence.enumerated() {
      let grounds = grounds.grounds(of: event, in: evidence)
      lines += ["", Self.line("evidence", "\(index + 1) of \(event.evidence.count)")]
      lines += self.lines(evidence, grounds, mark) + Self.lines(grounds)
    }
    for claim in event.claims {
      lines += [
        "",
        Self.line(
          "claim",
          "\(claim.id) \(claim.stance.rawValue) the \(claim.scope.rawValue), "
            + "\(claim.speech.rawValue) speech"),
      ]
      if let date = claim.date { lines.append(Self.line("  said", Self.describe(date))) }
      lines.append(Self.line("  chain", claim.chain.map(Self.describe).joined(separator: " ← ")))
      let grounds = grounds.grounds(of: claim)
      lines += self.lines(claim.evidence, grounds, mark) + Self.lines(grounds)
    }
    for article in quotedArticles { lines += [""] + self.lines(article) }
    return lines
  }

  /// The articles that are quoted, in the order of the quotations.
  private var quotedArticles: [Article] {
    var seen: Set<RecordID> = []
    return (event.evidence + event.claims.map(\.evidence)).compactMap { articles[$0.article] }
      .filter { seen.insert($0.id).inserted }
  }

  private var header: [String] {
    var lines = [Self.line("event", event.id.description)]
    lines.append(
      Self.line(
        "type",
        [event.type.rawValue, event.mode?.rawValue].compactMap(\.self).joined(separator: " ")
          + ", CAMEO \(event.cameo)"))
    lines.append(
      Self.line(
        "status",
        event.status.rawValue
          + (event.contested ? ", contested: a claim asserts it and another denies it" : "")))
    lines.append(Self.line("date", event.date.map(Self.describe) ?? "not known"))
    if let ground = grounds.distantTime(of: event) { lines += Self.lines([ground]) }
    if let place = event.place {
      lines.append(Self.line("place", Self.describe(place.name, [place.nameEnglish, place.country], place.entity)))
    }
    if let count = event.count { lines.append(Self.line("count", "\(count.relation.rawValue) \(count.value)")) }
    for participant in event.participants {
      let entity = participant.entity
      let facts = [entity.nameEnglish, entity.kind.rawValue, entity.country, entity.sector?.rawValue]
      lines.append(
        Self.line(
          participant.role.rawValue,
          Self.describe(entity.name, facts, entity.id)
            + ", printed " + Self.quoted(participant.surface)))
      if let ground = grounds.distantActor(participant, of: event) { lines += Self.lines([ground]) }
    }
    if !event.topics.isEmpty { lines.append(Self.line("topics", Self.quoted(event.topics))) }
    if let whole = event.partOf { lines.append(Self.line("part of", whole.description)) }
    let voices = event.corroboration
    lines.append(
      Self.line(
        "reported by",
        counted(voices.articles, "article") + ", " + counted(voices.outlets, "outlet") + ", "
          + "\(voices.namedSources) named and \(voices.anonymousSources) anonymous sources"))
    lines.append(Self.line("confidence", "\(event.confidence) % that the words were read rightly"))
    lines += Doubts.of(event, articles: articles).map { Self.line("uncertain", $0) }
    return lines
  }

  private func lines(
    _ evidence: Evidence, _ grounds: [Grounds.Ground], _ mark: (String) -> String
  ) -> [String] {
    var lines = [Self.line("  article", articles[evidence.article].map(Self.place) ?? evidence.article.description)]
    lines.append(Self.line("  characters", "\(evidence.range.lowerBound)..<\(evidence.range.upperBound)"))
    lines.append(Self.line("  words", evidence.quote.onOneLine))
    if let sentence = self.grounds.sentences[evidence] {
      lines.append(Self.line("  sentence", sentence.line(marking: grounds.compactMap(\.range), with: mark)))
    }
    return lines
  }

  /// An article, and what tells when it was published.
  private func lines(_ article: Article) -> [String] {
    var lines = [Self.line("article", Self.place(article))]
    if let headline = article.headline { lines.append(Self.line("  headline", headline.onOneLine)) }
    if let outlet = article.outlet { lines.append(Self.line("  outlet", outlet)) }
    let published = article.published
    lines.append(
      Self.line(
        "  published", published.date.map { "\($0), \(published.basis.rawValue)" } ?? published.basis.rawValue))
    for evidence in published.evidence {
      lines.append(
        Self.line(
          "  because", "\(evidence.range.lowerBound)..<\(evidence.range.upperBound) " + Self.quoted([evidence.quote])))
      lines += Self.lines(grounds.grounds(ofPublication: evidence))
    }
    return lines
  }

  private static func lines(_ grounds: [Grounds.Ground]) -> [String] {
    grounds.map { ground in
      let place = ground.range.map { " \($0.lowerBound)..<\($0.upperBound)" } ?? ""
      return line("  " + ground.kind, quoted([ground.words]) + place + " → \(ground.meaning) [\(ground.rule)]")
    }
  }

  private static func place(_ article: Article) -> String {
    let record = article.document.record.map { " line \($0)" } ?? ""
    return "\(article.id) \(article.document.path)\(record) segment \(article.segment)"
  }

  // MARK: - Words

  private static func line(_ label: String, _ value: String) -> String {
    label + String(repeating: " ", count: max(1, 14 - label.utf8.count)) + value
  }

  private static func describe(_ date: EventDate) -> String {
    let days = (date.date.earliest?.description ?? "..") + " to " + (date.date.latest?.description ?? "..")
    let words = date.expression.map { " from " + quoted([$0]) } ?? ""
    return "\(date.date) (\(date.date.precision.rawValue), \(days)), \(date.resolvedBy.rawValue)" + words
  }

  private static func describe(_ name: String, _ facts: [String?], _ entity: RecordID) -> String {
    name + " (" + facts.compactMap(\.self).joined(separator: ", ") + ") " + entity.description
  }

  private static func describe(_ link: Claim.Link) -> String {
    let verb = link.verb.map { ", " + quoted([$0]) } ?? ""
    return link.name + " (" + (link.named ? "named" : "not named") + verb + ")"
  }

  private static func quoted(_ texts: [String]) -> String {
    texts.map { "«" + $0.onOneLine + "»" }.joined(separator: " ")
  }
}
