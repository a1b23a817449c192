internal import ArabicText
package import EventModel
package import Lexicon
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
      let quoted = articles.filter { $0.document == document.info }
      guard !quoted.isEmpty else { return Grounds() }
      let ids = Set(quoted.map(\.id))
      // Other articles may have told more of when one was published than it tells itself.
      var document = document
      for index in document.articles.indices {
        let known = quoted.first { $0.segment == document.articles[index].segment }
        if let known { document.articles[index].published = known.published }
      }
      return Grounds(of: evidence.filter { ids.contains($0.article) }, in: document, by: normalizer)
    } consume: { result in
      if case .success(let found) = result { grounds.merge(found) }
    }
    return Explanation(event: event, articles: articles, grounds: grounds)
  }

  /// Explains an event of an export, as far as the export tells: where articles carry their text, with the sentence of
  /// every quotation and the rows that decided.
  ///
  /// - Parameters:
  ///   - lexicon: The tables that the extractor was made of.
  ///   - report: Is told what cannot be known, in notes.
  /// - Throws: `unknown-event` where the export has no event of that id, and what cannot be read of it.
  package func explain(
    _ id: RecordID, in folder: String, lexicon: Lexicon, report: (Diagnostic) -> Void
  ) throws(Diagnostic) -> Explanation {
    let exported = try ExportedEvent(id, in: folder)
    let evidence = exported.event.evidence + exported.event.claims.map(\.evidence)
    var grounds = Grounds()
    var unread = 0
    for article in exported.articles {
      // An article that is not read again as it was would be explained by what never decided.
      guard let document = SourceDocument(reopening: article),
        normalizer.normalize(document).first?.article.id == article.id
      else {
        unread += 1
        continue
      }
      grounds.merge(Grounds(of: evidence.filter { $0.article == article.id }, in: document, by: normalizer))
    }
    if unread > 0 {
      report(
        Diagnostic(
          "grounds-unknown",
          "the sentences of \(counted(unread, "article")) and the rows of the tables that decided are not in the "
            + "export: name the inputs too, or export --with-text", severity: .note, file: folder))
    } else if ExportedTables(folder: folder)?.areThose(of: lexicon) == false {
      report(
        Diagnostic(
          "other-tables", "the export was made with other tables: other rows may have decided", severity: .note,
          file: folder))
    }
    return Explanation(event: exported.event, articles: exported.articles, grounds: grounds)
  }
}

extension Grounds {
  /// Reads a document again for what decided on some quotations.
  fileprivate init(of evidence: [Evidence], in document: SourceDocument, by normalizer: Normalizer) {
    let annotations = Annotation.Layer.allCases.flatMap { normalizer.annotations(of: document, layer: $0) }
    self.init(
      sentences: document.sentences(of: evidence),
      annotations: Dictionary(evidence.map { ($0.article, annotations) }) { first, _ in first })
  }
}

extension SourceDocument {
  /// The sentences in which quotations stand; one that reaches over several gets them all.
  fileprivate func sentences(of evidence: [Evidence]) -> [Evidence: MarkedSentence] {
    let tokenizer = Tokenizer(vocabulary: Vocabulary())
    var found: [Evidence: MarkedSentence] = [:]
    for article in articles {
      let tokens = tokenizer.tokenize(text, blocks: article.blocks)
      let ranges = tokens.sentences.map { (bytes: $0.bytes, codePoints: text.codePoints($0.bytes)) }
      for quotation in evidence {
        let hits = ranges.filter { $0.codePoints.overlaps(quotation.range) }
        guard let first = hits.first, let last = hits.last else { continue }
        found[quotation] = MarkedSentence(
          text: text[first.bytes.lowerBound..<last.bytes.upperBound], start: first.codePoints.lowerBound)
      }
    }
    return found
  }
}
