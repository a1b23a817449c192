internal import EventModel

/// How likely the words of an event were read rightly, from what was found and what is missing.
///
/// Each sign of a reading adds points; a reading's percent is their sum. The points are those of a linear model of the
/// share of right events among annotated articles, fitted by `Benchmarks/confidence.py`, which also shows how well the
/// sums agree with the shares. An event counts as right there where an annotated event of its type is told at the same
/// place, and at least half of the participants of either are the other's.
enum Confidence {
  /// What tells a good reading from a bad one.
  enum Sign: CaseIterable {
    /// Of every event.
    case base
    /// How it was done is not known.
    case noMode
    /// Two or more participants are named, or none is.
    case twoNamed, noneNamed
    /// One participant, or more than four.
    case alone, many
    /// When, and where.
    case dated, placed
    /// Somebody is quoted on it; it is told twice; it is told in several articles.
    case claimed, repeated, corroborated
    /// It has not happened: planned, requested or denied.
    case unrealized
  }

  /// No reading is certain, and none that is exported is hopeless.
  static let bounds = 5...95

  /// The percent for an event, all of whose other fields are known.
  static func percent(of event: Event) -> Int {
    let sum = Sign.allCases.reduce(points(of: event.type)) { sum, sign in
      has(event, sign) ? sum + points(of: sign) : sum
    }
    return min(max(sum, bounds.lowerBound), bounds.upperBound)
  }

  private static func has(_ event: Event, _ sign: Sign) -> Bool {
    let named = event.participants.count { $0.entity.kind != .group }
    return switch sign {
    case .base: true
    case .noMode: event.mode == nil || event.mode == .unspecified
    case .twoNamed: named > 1
    case .noneNamed: named == 0
    case .alone: event.participants.count == 1
    case .many: event.participants.count > 4
    case .dated: event.date != nil
    case .placed: event.place != nil
    case .claimed: !event.claims.isEmpty
    case .repeated: event.evidence.count > 1
    case .corroborated: event.corroboration.articles > 1
    case .unrealized: [.planned, .requested, .denied].contains(event.status)
    }
  }

  private static func points(of sign: Sign) -> Int {
    switch sign {
    case .base: 63
    case .noMode: -5
    case .twoNamed: 7
    case .noneNamed: -21
    case .alone: -13
    case .many: -5
    case .dated: 11
    case .placed: -5
    case .claimed: 1
    case .repeated: 5
    case .corroborated: 5
    case .unrealized: 1
    }
  }

  /// What the rules of a type are worth: some acts are told in words that mean little else, others in words of every day.
  private static func points(of type: EventType) -> Int {
    switch type {
    case .assault: 27
    case .request: 16
    case .agree: 13
    case .reject: 10
    case .consult, .sanction: 8
    case .mobilize: 5
    case .protest: 0
    case .support: -3
    case .aid: -5
    case .accuse, .cooperate: -7
    case .concede: -8
    case .threaten: -14
    case .coerce: -16
    case .retreat: -28
    }
  }
}
