internal import EventModel

extension Corroboration {
  /// Counts the voices that report an event: of an original and its copies only the original or, where that does not
  /// mention the event, the copy whose id sorts first.
  ///
  /// - Parameters:
  ///   - articles: The articles that mention the event.
  ///   - claims: The claims that it happened.
  ///   - outlets: The outlets of the articles that have one.
  ///   - originals: The originals of those articles that are copies.
  init(
    articles: Set<RecordID>, claims: [Claim], outlets: [RecordID: String], originals: [RecordID: RecordID]
  ) {
    let groups = Dictionary(grouping: articles) { originals[$0] ?? $0 }
    let voices = Set(groups.compactMap { original, group in group.contains(original) ? original : group.min() })
    let origins = claims.filter { voices.contains($0.article) }.compactMap(\.chain.last)
    func count(named: Bool) -> Int {
      Set(origins.filter { $0.named == named }.map { $0.entity?.description ?? $0.name }).count
    }
    self.init(
      articles: voices.count, outlets: Set(voices.compactMap { outlets[$0] }).count,
      namedSources: count(named: true), anonymousSources: count(named: false))
  }
}

extension Claim {
  /// Whether somebody says that the event happened.
  var affirmsOccurrence: Bool { (stance == .asserts || stance == .confirms) && scope == .occurrence }
}
