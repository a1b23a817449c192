internal import ArabicText
internal import EventModel

/// Who stands behind what is published: «بيان صادر عن الحكومة».
extension ReportFinder {
  /// Who published a document, and the token after the words that say so.
  typealias Issuers = (sources: [Report.Source], end: Int)

  /// «تقرير نشرته الصحيفة», «بيان صادر عن الحكومة»: who says it is who published it; «وأضاف البيان»: who published the last.
  mutating func issuers(of phrase: SourcePhrases.Phrase, _ sentence: Range<Int>, _ printed: String) -> Issuers? {
    guard phrase.isDocument else { return nil }
    let head = text.analyses(of: phrase.tokens.lowerBound).first { knowledge.reporting.nouns.begins(with: $0.stem) }
    if let found = publishers(of: phrase, sentence, printed) {
      if let head { issued[head.stem] = found.sources }
      return found
    }
    guard let head, head.proclitics.contains(.al), let known = issued[head.stem] else { return nil }
    return (known.map { renamed($0, printed) }, phrase.tokens.upperBound)
  }

  private func publishers(of phrase: SourcePhrases.Phrase, _ sentence: Range<Int>, _ printed: String) -> Issuers? {
    // A body inside the phrase: «تقرير وزارة الخارجية».
    for token in phrase.tokens.dropFirst() where view.mentionAt[token] >= 0 {
      let mention = view.mentions[Int(view.mentionAt[token])]
      if mention.tokens.lowerBound == token, mention.form == .organization, !mention.entities.isEmpty {
        let sources = mention.entities.map { source($0, mention: Int(view.mentionAt[token]), verb: printed) }
        return (sources, phrase.tokens.upperBound)
      }
    }
    var index = phrase.tokens.upperBound
    guard index + 1 < sentence.upperBound else { return nil }
    let isOwned =
      view.mentionAt[index] >= 0
      ? view.mentions[Int(view.mentionAt[index])].proclitics == .la
      : text.analyses(of: index).contains { $0.proclitics == [.la, .al] }
    if isOwned { return named(from: index, sentence, printed, follows: true) }
    if view.kind(index) == .relative { index += 1 }
    let isOf = { (token: Int) in
      text.analyses(of: token).contains { $0.enclitic == .hu || $0.enclitic == .ha || $0.enclitic == .hum }
    }
    if view.isVerb(index), isOf(index) { return named(from: index + 1, sentence, printed) }
    if let found = obtained(by: index, sentence, printed) { return found }
    // «بيان عن الحكومة», «بيان صادر عن الحكومة», «بيان صدر عن الحكومة»
    if view.slot(index) == .about { return named(from: index + 1, sentence, printed) }
    if index + 2 < sentence.upperBound, view.slot(index + 1) == .about, !view.isThat(index) {
      return named(from: index + 2, sentence, printed)
    }
    return nil
  }

  /// «معلومات حصلت عليها الصحيفة من مصادر رسمية»: from whom somebody has what a verb with a preposition takes up, else who has it.
  private func obtained(by verb: Int, _ sentence: Range<Int>, _ printed: String) -> Issuers? {
    guard view.isVerb(verb), verb + 2 < sentence.upperBound,
      text.analyses(of: verb + 1).contains(where: {
        ($0.enclitic == .hu || $0.enclitic == .ha) && knowledge.words.slot($0.stem) == .on
      }),
      let holder = named(from: verb + 2, sentence, printed)
    else { return nil }
    guard holder.end + 1 < sentence.upperBound, view.slot(holder.end) == .from,
      let origin = named(from: holder.end + 1, sentence, printed, follows: true)
    else { return holder }
    return origin
  }

  private func named(
    from start: Int, _ sentence: Range<Int>, _ printed: String, follows: Bool = false
  ) -> Issuers? {
    phrases.phrase(from: start, to: sentence.upperBound, verb: printed, follows: follows).map {
      ($0.sources, $0.tokens.upperBound)
    }
  }
}
