import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Pipeline

@Suite struct QuotesTests {
  @Test func everyQuoteEqualsItsSlice() async throws {
    let extractor = try Extractor(lexicon: try Lexicon.bundled(), keepsText: true)
    let dataset = try await extractor.extract(paths: [Seeds.folder], jobs: 2) { Issue.record("\($0)") }.dataset
    let texts = Dictionary(
      uniqueKeysWithValues: try dataset.articles.map { ($0.id, Array(try #require($0.text).unicodeScalars)) })
    #expect(texts.count >= 5)
    let evidence =
      dataset.articles.flatMap(\.published.evidence)
      + dataset.events.flatMap { $0.evidence + $0.claims.map(\.evidence) }
    #expect(!evidence.isEmpty)
    for quotation in evidence {
      let text = try #require(texts[quotation.article])
      try #require(quotation.range.upperBound <= text.count)
      var slice = String.UnicodeScalarView()
      slice.append(contentsOf: text[quotation.range])
      #expect(String(slice).utf8.elementsEqual(quotation.quote.utf8), "\(quotation)")
    }
  }

  @Test func everyRangeLiesInItsArticleAndEveryReferenceLeadsSomewhere() async throws {
    let extractor = try Extractor(lexicon: try Lexicon.bundled())
    let dataset = try await extractor.extract(paths: [Seeds.folder], jobs: 2) { Issue.record("\($0)") }.dataset
    let articles = Dictionary(uniqueKeysWithValues: dataset.articles.map { ($0.id, $0) })
    let entities = Set(dataset.entities.map(\.id))
    let events = Set(dataset.events.map(\.id))
    #expect(entities.count == dataset.entities.count)
    #expect(events.count == dataset.events.count)
    for article in dataset.articles {
      for removal in article.removed {
        #expect(article.range.lowerBound <= removal.range.lowerBound)
        #expect(removal.range.upperBound <= article.range.upperBound)
      }
    }
    for event in dataset.events {
      #expect(!event.evidence.isEmpty, "\(event.id) stands nowhere")
      for quotation in event.evidence + event.claims.map(\.evidence) {
        let article = try #require(articles[quotation.article])
        #expect(article.range.lowerBound <= quotation.range.lowerBound)
        #expect(quotation.range.upperBound <= article.range.upperBound)
      }
      for participant in event.participants { #expect(entities.contains(participant.entity.id)) }
      for link in event.claims.flatMap(\.chain) { #expect(link.entity.map(entities.contains) ?? true) }
      if let place = event.place { #expect(entities.contains(place.entity)) }
      if let whole = event.partOf { #expect(events.contains(whole)) }
    }
  }
}
