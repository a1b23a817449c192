internal import EventModel
internal import JSON
internal import Validators

/// What of an event tells that it is another one read differently.
struct EventSketch {
  private(set) var type: String
  private(set) var mode: String
  /// The earliest day; empty where there is none.
  private(set) var day: String
  /// The digests of the participants' ids.
  private(set) var participants: Set<UInt64>
  /// The digests of the quotations.
  private(set) var quotations: Set<UInt64>
  /// What is kept of the event itself.
  private(set) var kept: KeptRecord

  /// Sketches an event.
  init(_ event: JSONValue, kept: KeptRecord) {
    type = event["type"]?.plainText ?? ""
    mode = event["mode"]?.plainText ?? ""
    day = event["date"]?["earliest"]?.plainText ?? ""
    participants = Set((event["participants"]?.array ?? []).map { Self.digest($0["entity"]?.plainText ?? "") })
    quotations = Set((event["evidence"]?.array ?? []).map { Self.digest($0["quote"]?.plainText ?? "") })
    self.kept = kept
  }

  /// A digest that is the same in every run (FNV-1a).
  private static func digest(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// How much speaks for it that two events are one: 0 where too little does.
  ///
  /// One type and words in common, or one type, one day and a participant in common, or, where the type was read
  /// differently, the very same words and a participant in common.
  func likeness(to other: EventSketch) -> Int {
    let words = quotations.intersection(other.quotations).count
    let actors = participants.intersection(other.participants).count
    let isType = type.hasSameBytes(as: other.type)
    let isDay = day.hasSameBytes(as: other.day)
    let isOne =
      isType
      ? words > 0 || (isDay && !day.isEmpty && actors > 0) : words > 0 && quotations == other.quotations && actors > 0
    guard isOne else { return 0 }
    return 4 * min(words, 3) + 3 * (isType ? 1 : 0) + 2 * (isDay ? 1 : 0) + 2 * min(actors, 3)
      + (participants == other.participants ? 1 : 0) + (mode.hasSameBytes(as: other.mode) ? 1 : 0)
  }

  /// By what candidates are found: each quotation, and each participant with type and day.
  var handles: [UInt64] {
    let key = Self.digest(type + " " + day)
    return quotations.sorted() + (day.isEmpty ? [] : participants.sorted().map { $0 ^ key })
  }
}

/// Finds which of the events that only one export has are the same, read differently.
enum EventPairing {
  /// How many events may share a handle before it tells nothing.
  private static let crowd = 64

  /// Pairs events, the most alike first; every event is in one pair at most.
  ///
  /// - Returns: Pairs of indices, in the order of the old ones.
  static func pairs(_ old: [EventSketch], _ new: [EventSketch]) -> [(old: Int, new: Int)] {
    var index: [UInt64: [Int]] = [:]
    for (place, sketch) in new.enumerated() {
      for handle in sketch.handles { index[handle, default: []].append(place) }
    }
    var candidates: [(likeness: Int, old: Int, new: Int)] = []
    for (place, sketch) in old.enumerated() {
      var others: Set<Int> = []
      for handle in sketch.handles {
        if let found = index[handle], found.count <= crowd { others.formUnion(found) }
      }
      for other in others {
        let likeness = sketch.likeness(to: new[other])
        if likeness > 0 { candidates.append((likeness, place, other)) }
      }
    }
    candidates.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(old: Int, new: Int)] = []
    for candidate in candidates where !takenOld.contains(candidate.old) && !takenNew.contains(candidate.new) {
      takenOld.insert(candidate.old)
      takenNew.insert(candidate.new)
      pairs.append((candidate.old, candidate.new))
    }
    return pairs.sorted { $0.old < $1.old }
  }
}
