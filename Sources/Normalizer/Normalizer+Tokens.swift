package import ArabicText
package import EventModel

extension Normalizer {
  /// The tokens of every article in a document, as all steps see them.
  package func tokens(of document: SourceDocument) -> [TokenizedText] {
    document.articles.map { knowledge.tokenizer.tokenize(document.text, blocks: $0.blocks) }
  }

  /// The likeliest reading of a token by itself.
  ///
  /// The tables hold phrases such as «مجلس الأمن» and «بإطلاق النار», whose words are looked up whole. By itself such a word
  /// is read as what it is made of where that is a word of its own: its article is a clitic, unless the word is a verb
  /// (التقى) or carries grammar (الذين).
  package func reading(of token: Int, in text: TokenizedText) -> Analysis? {
    let analyses = text.analyses(of: token)
    if let short = shortReading(text.text.bytes[text.tokens[token].bytes]) { return short }
    guard let first = analyses.first else { return nil }
    // «بأنه», «لأنها»
    if let that = analyses.first(where: { $0.enclitic != nil && !$0.proclitics.isEmpty && knowledge.isThat($0.stem) }) {
      return that
    }
    // «إليها», «عليهم»
    if let owned = analyses.first(where: { $0.enclitic != nil && knowledge.words.slot($0.stem) != nil }) {
      return owned
    }
    if isWord(first, token, text), knowledge.words.kind(first.stem) != nil || isVerb(first.stem) { return first }
    let whole = isWord(first, token, text) ? first : analyses.first { isWord($0, token, text) } ?? first
    if whole.proclitics.contains(.al) || whole.enclitic != nil || isVerb(whole.stem) { return whole }
    if let articled = analyses.first(where: {
      $0.proclitics.contains(.al) && $0.proclitics.isSuperset(of: whole.proclitics)
        && ($0.stem != .none || whole.proclitics.isEmpty)
    }) {
      return articled
    }
    let bytes = text.text.bytes[text.tokens[token].bytes]
    return whole.proclitics.isEmpty && bytes.count >= 10 && bytes.starts(with: "ال".utf8)
      ? Analysis(proclitics: .al, stem: .none) : whole
  }

  private func isVerb(_ stem: Symbol) -> Bool { !knowledge.verbs.entries(stem).isEmpty }

  /// Whether a reading's stem is a word or name by itself, not only part of a phrase.
  private func isWord(_ analysis: Analysis, _ token: Int, _ text: TokenizedText) -> Bool {
    let (stem, actors) = (analysis.stem, knowledge.actors)
    guard stem != .none else { return false }
    if knowledge.commonWords.contains(stem) || isVerb(stem) || knowledge.words.kind(stem) != nil { return true }
    if actors.givenNames.contains(stem) || actors.nisbas[stem] != nil { return true }
    func names<Value>(_ trie: PhraseTrie<Value>) -> Bool {
      trie.longest(in: text, at: token, limit: token + 1)?.analysis.stem == stem
    }
    return names(actors.names) || names(actors.roles) || names(actors.groups) || names(actors.titles)
      || names(actors.organizationHeads) || names(actors.placeHeads)
  }

  /// «به», «ولهم»: a preposition of one letter and a pronoun, which no stem joins.
  private func shortReading(_ letters: ArraySlice<UInt8>) -> Analysis? {
    guard letters.count <= 12 else { return nil }
    var word = Folding.fold(String(decoding: letters, as: UTF8.self))[...]
    func take(_ clitics: [(String, Proclitics)]) -> Proclitics? {
      for (letter, clitic) in clitics where word.starts(with: letter.utf8) {
        word = word.dropFirst(2)
        return clitic
      }
      return nil
    }
    let conjunction = take([("و", .wa), ("ف", .fa)]) ?? []
    guard let preposition = take([("ب", .ba), ("ل", .la)]) else { return nil }
    let pronouns: [Enclitic] = [.hu, .ha, .huma, .hum, .hunna]
    guard let pronoun = pronouns.first(where: { word.elementsEqual($0.letters.utf8) }) else { return nil }
    return Analysis(proclitics: conjunction.union(preposition), stem: .none, enclitic: pronoun)
  }
}
