internal import EventModel

extension XMLWriter {
  /// Writes an article.
  mutating func article(_ article: Article) {
    open("article")
    attribute("id", article.id)
    attribute("segment", article.segment)
    range(article.range)
    attribute("language", article.language)
    attribute("paragraphs", article.paragraphs)
    attribute("sentences", article.sentences)
    attribute("words", article.words)
    attribute("copy_of", article.copyOf)
    document(article.document)
    element("headline", article.headline)
    element("deck", article.deck)
    element("byline", article.byline)
    element("outlet", article.outlet)
    element("url", article.url)
    open("published")
    days(article.published.date)
    attribute("basis", article.published.basis.rawValue)
    list("evidence", article.published.evidence) { $0.evidence("quotation", $1) }
    close("published")
    list("also_in", article.alsoIn) { $0.document($1.document, segment: $1.segment) }
    element("text", article.text)
    list("removed", article.removed) { xml, removal in
      xml.open("removal")
      xml.range(removal.range)
      xml.attribute("reason", removal.reason.rawValue)
      xml.close("removal")
    }
    close("article")
    endLine()
  }

  /// Writes a document; where it holds an article once more, with the position in it.
  private mutating func document(_ document: DocumentInfo, segment: Int? = nil) {
    open("document")
    attribute("record", document.record)
    attribute("sha256", document.sha256)
    attribute("bytes", document.bytes)
    attribute("encoding", document.encoding)
    attribute("encoding_basis", document.encodingBasis.rawValue)
    attribute("media_type", document.mediaType)
    attribute("segment", segment)
    element("id", document.id)
    element("path", document.path)
    close("document")
  }

  /// Writes an entity.
  mutating func entity(_ entity: Entity) {
    open("entity")
    attribute("id", entity.id)
    attribute("kind", entity.kind.rawValue)
    attribute("wikidata", entity.wikidata)
    attribute("country", entity.country)
    attribute("sector", entity.sector?.rawValue)
    element("name", entity.name)
    element("name_en", entity.nameEnglish, language: "en")
    list("aliases", entity.aliases) { $0.element("alias", $1) }
    masking(entity.masked)
    close("entity")
    endLine()
  }

  /// Writes a quotation and where it stands.
  mutating func evidence(_ name: StaticString, _ evidence: Evidence) {
    open(name)
    attribute("article", evidence.article)
    range(evidence.range)
    element("quote", evidence.quote)
    close(name)
  }

  /// Writes the element that tells a withheld identity, unless it is not withheld.
  mutating func masking(_ masked: Masking?) {
    guard let masked else { return }
    open("masked")
    attribute("reason", masked.reason.rawValue)
    attribute("count", masked.count)
    close("masked")
  }

  // MARK: - Parts

  /// Writes an element with text, unless there is none.
  mutating func element(_ name: StaticString, _ text: String?, language: String? = nil) {
    guard let text else { return }
    open(name)
    attribute("xml:lang", language)
    self.text(text)
    close(name)
  }

  /// Writes a list as an element, even if it is empty.
  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout XMLWriter, Element) -> Void
  ) {
    open(name)
    for element in elements { write(&self, element) }
    close(name)
  }

  /// Writes the attributes `start` and `end`, in code points.
  mutating func range(_ range: Range<Int>) {
    attribute("start", range.lowerBound)
    attribute("end", range.upperBound)
  }

  /// Writes the attributes of a date: EDTF, first and last day.
  mutating func days(_ date: EDTFDate?) {
    attribute("edtf", date?.description)
    attribute("earliest", date?.earliest)
    attribute("latest", date?.latest)
  }
}
