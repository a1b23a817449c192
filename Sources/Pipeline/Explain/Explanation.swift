internal import EventModel

/// An event, and everything that decided what is said of it, in lines for people.
package struct Explanation: Sendable {
  private let event: Event
  private let articles: [RecordID: Article]
  private let sentences: [Evidence: String]

  /// Gathers what belongs to an event.
  ///
  /// - Parameter sentences: The sentence of each quotation, where the document is at hand.
  init(event: Event, articles: [Article], sentences: [Evidence: String]) {
    self.event = event
    self.articles = Dictionary(articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.sentences = sentences
  }

  /// The lines, without line ends.
  package var lines: [String] {
    var lines = header
    for (index, evidence) in event.evidence.enumerated() {
      lines += ["", Self.line("evidence", "\(index + 1) of \(event.evidence.count)")] + self.lines(evidence)
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
      lines += self.lines(claim.evidence)
    }
    return lines
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
    }
    if !event.topics.isEmpty { lines.append(Self.line("topics", Self.quoted(event.topics))) }
    if let whole = event.partOf { lines.append(Self.line("part of", whole.description)) }
    let voices = event.corroboration
    lines.append(
      Self.line(
        "reported by",
        "\(voices.articles) articles, \(voices.outlets) outlets, "
          + "\(voices.namedSources) named and \(voices.anonymousSources) anonymous sources"))
    return lines
  }

  private func lines(_ evidence: Evidence) -> [String] {
    var lines: [String] = []
    if let article = articles[evidence.article] {
      let record = article.document.record.map { " line \($0)" } ?? ""
      lines.append(Self.line("  article", "\(article.id) \(article.document.path)\(record) segment \(article.segment)"))
      if let headline = article.headline { lines.append(Self.line("  headline", headline)) }
    } else {
      lines.append(Self.line("  article", evidence.article.description))
    }
    lines.append(Self.line("  characters", "\(evidence.range.lowerBound)..<\(evidence.range.upperBound)"))
    lines.append(Self.line("  words", Self.oneLine(evidence.quote)))
    if let sentence = sentences[evidence] { lines.append(Self.line("  sentence", Self.oneLine(sentence))) }
    return lines
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
    texts.map { "«" + oneLine($0) + "»" }.joined(separator: " ")
  }

  private static func oneLine(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
