import ArabicText
import EventModel
import Lexicon
import Testing

@testable import Normalizer

@Suite struct TimeKnownEventsTests {
  @Test("Every known event is found by its name and has the date of its row")
  func everyRow() throws {
    let fixture = try TimeFixture.shared()
    let rows = fixture.lexicon.rows("known-events")
    #expect(rows.count >= 430)
    for row in rows {
      let text = fixture.tokenize(row["example"])
      let found = fixture.tagger.tag(text).contains { mention in
        guard case .event(let name, _) = mention.meaning else { return false }
        return fixture.tagger.knownEvents.candidates(name, at: mention.tokens.lowerBound, in: text)
          .contains { $0.id == row["id"] && $0.date.description == row["edtf"] }
      }
      #expect(found, "\(row["id"]): \(row["example"])")
      #expect(!row["source"].isEmpty, "\(row["id"])")
    }
  }
}
