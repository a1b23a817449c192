import EventModel
import Testing

@testable import Normalizer

@Suite("Confidence")
struct ConfidenceTests {
  private static func person(_ bits: UInt64, kind: EntityKind = .person) -> Participant {
    Participant(
      entity: Entity(id: RecordID(.entity, bits: bits), kind: kind, name: "اسم \(bits)"), role: .both,
      surface: [])
  }

  private static func event(_ type: EventType = .consult, change: (inout Event) -> Void = { _ in }) -> Event {
    var event = Event(
      id: RecordID(.event, bits: 1), type: type, mode: nil, cameo: "040", status: .occurred,
      participants: [person(1)])
    change(&event)
    return event
  }

  @Test(
    "What completes an event raises its confidence",
    arguments: [
      { (event: inout Event) in event.participants.append(Self.person(2)) },
      { $0.mode = .phone },
      { $0.date = EventDate(date: EDTFDate(CivilDay(ordinal: 738_000)), expression: nil, resolvedBy: .explicit) },
      { $0.corroboration.articles = 2 },
    ] as [@Sendable (inout Event) -> Void])
  func completes(change: @Sendable (inout Event) -> Void) {
    #expect(Confidence.percent(of: Self.event(change: change)) > Confidence.percent(of: Self.event()))
  }

  @Test("Nobody named lowers it")
  func lowers() {
    let nobody = Confidence.percent(of: Self.event { $0.participants = [Self.person(1, kind: .group)] })
    #expect(nobody < Confidence.percent(of: Self.event()))
  }

  @Test("It never claims certainty", arguments: EventType.allCases)
  func bounded(type: EventType) {
    let poor = Self.event(type) { event in
      event.participants = []
      event.status = .denied
    }
    #expect(Confidence.bounds.contains(Confidence.percent(of: poor)))
  }
}
