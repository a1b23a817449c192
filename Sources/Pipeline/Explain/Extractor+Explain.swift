internal import ArabicText
package import EventModel
internal import Normalizer
internal import Readers

extension Extractor {
  /// Explains an event of the articles at some paths, with the sentence of every quotation and the rows that decided.
  ///
  /// - Parameter report: Is told of each input record that cannot be read, and of what ``extract(paths:jobs:report:)``
  ///   warns of.
  /// - Throws: `unknown-event` where the articles give no event of that id.
  package func explain(
    _ id: RecordID, paths: [String], jobs: Int, report: (Diagnostic) -> Void
  ) async throws -> Explanation {
    let readsInput = paths.contains(InputFile.standardInput)
    if readsInput { try StandardInput.keep() }
    let dataset = try await extract(paths: paths, jobs: jobs, report: report).dataset
    guard let event = dataset.events.first(where: { $0.id == id }) else {
      throw Diagnostic("unknown-event", "the articles give no event \(id)")
    }
    // A second reading finds the few documents that are quoted, so that the first need not keep them all.
    let evidence = event.evidence + event.claims.map(\.evidence)
    let quoted = Set(evidence.map(\.article))
    let articles = dataset.articles.filter { quoted.contains($0.id) }
    let normalizer = normalizer
    var grounds = Grounds()
    if readsInput { StandardInput.rewind() }
    try await documents.read(paths: paths, jobs: jobs) { document in
      let ids = Set(articles.filter { $0.document == document.info }.map(\.id))
      guard !ids.isEmpty else { return Grounds() }
      let annotations = Annotation.Layer.allCases.flatMap { normalizer.annotations(of: document, layer: $0) }
      return Grounds(
        sentences: document.sentences(of: evidence.filter { ids.contains($0.article) }),
        annotations: Dictionary(ids.map { ($0, annotations) }) { first, _ in first })
    } consume: { result in
      if case .success(let found) = result { grounds.merge(found) }
    }
    return Explanation(event: event, articles: articles, grounds: grounds)
  }
}

extension SourceDocument {
  /// The sentences in which quotations stand; one that reaches over several gets them all.
  fileprivate func sentences(of evidence: [Evidence]) -> [Evidence: String] {
    let tokenizer = Tokenizer(vocabulary: Vocabulary())
    var found: [Evidence: String] = [:]
    for article in articles {
      let tokens = tokenizer.tokenize(text, blocks: article.blocks)
      let ranges = tokens.sentences.map { (bytes: $0.bytes, codePoints: text.codePoints($0.bytes)) }
      for quotation in evidence {
        let hits = ranges.filter { $0.codePoints.overlaps(quotation.range) }
        guard let first = hits.first, let last = hits.last else { continue }
        found[quotation] = text[first.bytes.lowerBound..<last.bytes.upperBound]
      }
    }
    return found
  }
}
