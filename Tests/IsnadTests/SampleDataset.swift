import EventModel

/// One record of each kind, made by hand.
enum SampleDataset {
  static let dataset: Dataset = {
    let article = RecordID(.article, bits: 1)
    let evidence = Evidence(article: article, range: 0..<5, quote: "اتصل ")
    let caller = Entity(id: RecordID(.entity, bits: 2), kind: .person, name: "أحمد")
    let claim = Claim(
      id: RecordID(.claim, bits: 3), article: article, chain: [Claim.Link(name: "وكالة", named: true)],
      stance: .asserts, scope: .occurrence, speech: .indirect, evidence: evidence)
    let event = Event(
      id: RecordID(.event, bits: 4), type: .consult, mode: .phone, cameo: "041", status: .occurred,
      participants: [Participant(entity: caller, role: .actor, surface: ["أحمد"])], claims: [claim],
      evidence: [evidence], corroboration: Corroboration(articles: 1, outlets: 0, namedSources: 1))
    let document = DocumentInfo(
      id: "a", path: "a.txt", record: nil, sha256: String(repeating: "0", count: 64), bytes: 9, encoding: "utf-8",
      mediaType: "text/plain")
    return Dataset(
      articles: [Article(id: article, document: document, segment: 1, range: 0..<9)], entities: [caller],
      events: [event])
  }()
}
