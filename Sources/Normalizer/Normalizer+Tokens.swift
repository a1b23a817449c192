package import ArabicText
package import EventModel

extension Normalizer {
  /// The tokens of every article in a document, as all steps see them.
  package func tokens(of document: SourceDocument) -> [TokenizedText] {
    document.articles.map { knowledge.tokenizer.tokenize(document.text, blocks: $0.blocks) }
  }
}
