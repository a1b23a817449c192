package import ArabicText
package import EventModel

extension Normalizer {
  /// The tokens of every article in a document, as all steps see them.
  package func tokens(of document: SourceDocument) -> [TokenizedText] {
    document.articles.map { knowledge.tokenizer.tokenize(document.text, blocks: $0.blocks) }
  }

  /// The likeliest reading of a token by itself.
  ///
  /// The tables hold phrases such as «مجلس الأمن», whose words are looked up whole; the article is a clitic all the same,
  /// unless the word is a verb (التقى) or carries grammar (الذين).
  package func reading(of token: Int, in text: TokenizedText) -> Analysis? {
    let analyses = text.analyses(of: token)
    guard let first = analyses.first, first.proclitics.isEmpty, first.enclitic == nil,
      knowledge.verbs.entries(first.stem).isEmpty, knowledge.words.kind(first.stem) == nil
    else { return analyses.first }
    if let articled = analyses.first(where: { $0.proclitics.contains(.al) }) { return articled }
    let bytes = text.text.bytes[text.tokens[token].bytes]
    return bytes.count >= 10 && bytes.starts(with: "ال".utf8) ? Analysis(proclitics: .al, stem: .none) : first
  }
}
