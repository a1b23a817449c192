internal import EventModel

/// What is not certain of an event, in sentences for people.
enum Doubts {
  /// Below this, an event is doubtful as a whole, in percent; see the codebook's table of what became of such events.
  private static let lowConfidence = 60

  /// What is not certain, the gravest first.
  ///
  /// - Parameter articles: The articles that are quoted, by id.
  static func of(_ event: Event, articles: [RecordID: Article]) -> [String] {
    var doubts: [String] = []
    if event.confidence < lowConfidence {
      doubts.append("whether the words were read rightly: the confidence is \(event.confidence) %")
    }
    if event.contested { doubts.append("whether it happened: a claim asserts it and another denies it") }
    doubts += [status(event.status)].compactMap(\.self)
    doubts += date(event, articles)
    if event.place == nil { doubts.append("where it happened: no place is told") }
    for participant in event.participants {
      guard let masked = participant.entity.masked else { continue }
      let people = masked.count.map { " (\($0) people)" } ?? ""
      doubts.append("who “\(participant.entity.name.onOneLine)” is\(people): \(reason(masked.reason))")
    }
    let chains = event.claims.map(\.chain).filter { !$0.isEmpty }
    if chains.isEmpty {
      doubts.append("who says so: the article tells it in its own words")
    } else if chains.allSatisfy({ $0.last?.named == false }) {
      doubts.append("who says so: no source is named")
    }
    return doubts
  }

  private static func status(_ status: Event.Status) -> String? {
    switch status {
    case .occurred, .ongoing: nil
    case .planned: "whether it happened: it was still to come"
    case .requested: "whether it happened: it was asked for"
    case .denied: "whether it happened: it is only told as denied"
    case .alleged: "whether it happened: it is told as an allegation"
    }
  }

  private static func date(_ event: Event, _ articles: [RecordID: Article]) -> [String] {
    guard let date = event.date else { return ["when it happened: no date is told"] }
    var doubts: [String] = []
    if date.date.earliest == nil || date.date.earliest != date.date.latest {
      let days = [date.date.earliest, date.date.latest].map { $0?.description ?? ".." }
      doubts.append("when it happened: a day from \(days[0]) to \(days[1])")
    }
    let inferred = Set(event.evidence.map(\.article)).compactMap { articles[$0]?.published }
      .filter { $0.basis == .inferred }.compactMap { $0.date?.description }.sorted()
    if date.resolvedBy == .relative, let published = inferred.first {
      doubts.append("the day that its date counts from: that the article was published on \(published) is inferred")
    }
    return doubts
  }

  private static func reason(_ reason: Masking.Reason) -> String {
    switch reason {
    case .onRequest: "withheld on request"
    case .legal: "withheld for reasons of law"
    case .unnamed: "the text names nobody"
    case .unknown: "not known"
    }
  }
}
