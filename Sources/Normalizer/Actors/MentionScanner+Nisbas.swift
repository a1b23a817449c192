internal import ArabicText

/// Adjectives of origin.
extension MentionScanner {
  /// The nisba at a token, with or without the article, that carries no preposition or conjunction; both words of «الكورية
  /// الجنوبية» have that of the pair.
  func nisba(_ index: Int) -> Nisba? {
    if let pair = pair(index) { return pair }
    if index > 0, text.tokens[index].marks.meets(.nisbaTail), let pair = pair(index - 1) { return pair }
    guard text.tokens[index].marks.meets(.nisba) else { return nil }
    for analysis in text.analyses(of: index)
    where analysis.proclitics.subtracting(.al).isEmpty && analysis.enclitic == nil {
      if let nisba = tables.nisbas[analysis.stem], !nisba.needsTanwin || text.tokens[index].hasTanwin { return nisba }
    }
    return nil
  }

  /// A nisba joined by و: «الأميركية والروسية».
  func joinedNisba(_ index: Int) -> Nisba? {
    if let pair = pair(index, joined: true) { return pair }
    guard text.tokens[index].marks.meets(.nisba) else { return nil }
    for analysis in text.analyses(of: index) where analysis.proclitics.subtracting(.al) == .wa {
      if let nisba = tables.nisbas[analysis.stem] { return nisba }
    }
    return nil
  }

  /// The nisba of two words that begins at a token.
  private func pair(_ index: Int, joined: Bool = false) -> Nisba? {
    guard text.tokens[index].marks.meets(.nisbaPair), index + 1 < text.tokens.count,
      text.tokens[index + 1].marks.meets(.nisbaTail)
    else { return nil }
    for first in text.analyses(of: index) where first.proclitics.subtracting(.al) == (joined ? .wa : []) {
      for pair in tables.nisbaPairs[first.stem] ?? [] {
        let isNext = text.analyses(of: index + 1).contains { $0.stem == pair.second && $0.proclitics.isSubset(of: .al) }
        if isNext { return pair.nisba }
      }
    }
    return nil
  }

  /// «الغزو الروسي», «المساعدات الأميركية»: countries that only an adjective tells may take part too; one behind a noun that
  /// is no mention.
  mutating func addCountriesOfAdjectives() {
    var taken = TokenSet(count: text.tokens.count)
    for mention in mentions { for token in mention.tokens { taken.insert(token) } }
    for sentence in text.sentences {
      var noun: Int?
      for token in sentence.tokens {
        // «محادثات روسية - تركية»
        if text.isDash(token), noun != nil, token > sentence.tokens.lowerBound, nisba(token - 1) != nil { continue }
        guard text.tokens[token].kind == .word, !taken.contains(token), !blocked[token] else {
          noun = nil
          continue
        }
        guard let head = noun, let nisba = nisba(token), let country = nisba.country, nisba.id == country else {
          if noun.map({ !describes(token, $0) }) ?? true { noun = token }
          continue
        }
        let actsForOwner = text.analyses(of: head).contains { knowledge.metonyms.contains($0.stem) }
        guard text.tokens[head].marks.meets(.eventNoun) || isDefinite(head) && isDefinite(token) || actsForOwner,
          let known = tables.index(ofCountry: country)
        else { continue }
        _ = drafts.intern(known: known, knowledge)
      }
    }
  }

  /// «اجتماع ثنائي», «اجتماع ثلاثي»: whether a word tells more of a noun before it, as an adjective or as a part of its name for an
  /// event.
  private func describes(_ token: Int, _ noun: Int) -> Bool {
    if text.analyses(of: token).contains(where: { tables.adjectives[$0.stem] != nil }) { return true }
    guard text.tokens[noun].marks.meets(.eventNoun) else { return false }
    return knowledge.triggers.nouns.longest(in: text, at: noun, limit: token + 1)?.end == token + 1
  }
}
