import EventModel
import Testing

@testable import Normalizer

/// What comes one after another and what happens at the same time, in an article of 2024-11-27.
@Suite struct SequencesTests {
  @Test(
    "Stops one after another are visited, and who is met next is met",
    arguments: [
      (
        "زار ماكرون القاهرة ثم الدوحة.",
        [
          "CONSULT visit occurred: actor Emmanuel Macron, recipient Egypt in Cairo",
          "CONSULT visit occurred: actor Emmanuel Macron, recipient Qatar in Qatar",
        ]
      ),
      (
        "توجه ماكرون إلى القاهرة ثم إلى بيروت.",
        [
          "CONSULT visit occurred: actor Emmanuel Macron, recipient Egypt in Cairo",
          "CONSULT visit occurred: actor Emmanuel Macron, recipient Lebanon in Lebanon",
        ]
      ),
      (
        "التقى ماكرون أولاف شولتس ثم بوتين.",
        ["CONSULT meeting occurred: both Emmanuel Macron, both Olaf Scholz, both Vladimir Putin"]
      ),
      // Before a clause the word joins nobody.
      (
        "زار ماكرون القاهرة، ثم بوتين استقبل أولاف شولتس.",
        [
          "CONSULT meeting occurred: both Olaf Scholz, both Vladimir Putin",
          "CONSULT visit occurred: actor Emmanuel Macron, recipient Egypt in Cairo",
        ]
      ),
    ])
  func stops(_ text: String, _ expected: [String]) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).sorted() == expected)
  }

  @Test(
    "What did not happen during a visit leaves the visit as it is",
    arguments: [
      ("ليس من المتوقع إعلان أي شيء خلال زيارة ماكرون إلى مصر.", Event.Status.occurred),
      ("لم يعلن قصر الإليزيه أي شيء خلال زيارة ماكرون إلى مصر.", .occurred),
      ("نفى متحدث وجود خلافات خلال زيارة ماكرون إلى مصر.", .occurred),
      ("ليس من المتوقع إجراء زيارة لماكرون إلى مصر.", .denied),
    ])
  func presupposed(_ text: String, _ status: Event.Status) throws {
    let visits = try TablesFixture.shared().events(text).filter { $0.mode == .visit }
    #expect(
      visits.map(\.status) == [status]
        && visits.allSatisfy { event in !event.claims.contains { $0.stance == .denies } || status == .denied })
  }

  @Test(
    "Who is received in the country of the host is who visits it",
    arguments: [
      ("استقبل ماكرون أولاف شولتس أثناء زيارته لفرنسا.", "actor Olaf Scholz, recipient France"),
      ("استقبل ماكرون الأمير محمد بن سلمان خلال زيارة سموه إلى فرنسا.", "actor Mohammed bin Salman, recipient France"),
      ("التقى ماكرون أولاف شولتس خلال زيارته لألمانيا.", "actor Emmanuel Macron, recipient Germany"),
    ])
  func guests(_ text: String, _ expected: String) throws {
    let visits = try TablesFixture.shared().events(text).filter { $0.mode == .visit }.map(\.summary)
    #expect(visits.count == 1 && visits.allSatisfy { $0.contains(expected) }, "\(visits)")
  }
}
