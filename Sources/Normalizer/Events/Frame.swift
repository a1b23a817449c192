internal import EventModel
internal import Lexicon

/// How the arguments of a trigger attach: which slot gives which part.
///
/// Written as `subj=actor obj!=recipient with=both in=place`: a `!` marks a slot without which a verb does not count.
struct Frame: Sendable {
  /// What an argument is to the event.
  enum Part: String, Sendable {
    case actor, recipient, both, mediator, place, topic

    /// The role of a participant, nil for places and topics.
    var role: Participant.Role? {
      switch self {
      case .actor: .actor
      case .recipient: .recipient
      case .both: .both
      case .mediator: .mediator
      case .place, .topic: nil
      }
    }
  }

  private(set) var parts: [FunctionWords.Slot: Part] = [:]
  private(set) var required: Set<FunctionWords.Slot> = []
  /// Whether it happens at the recipient's: a visit at the host's place, an assault on the place that is hit.
  var happensAtRecipient = false
  /// Whether it is done to someone, so that its verb is often an unmarked passive: «قتل جندي», «اعتقل خان».
  var isSuffered = false
  /// Whether it is a visit, which is where the visited country is.
  var isVisit = false
  /// Whether it is done with words, so that a place behind a noun says where that is and not where it was said.
  var isStatement = false

  init(_ cell: String, row: Table.Row) throws(Diagnostic) {
    for item in cell.utf8.split(separator: 0x20) {
      var sides = item.split(separator: 0x3D, maxSplits: 1).map { String(decoding: Array($0), as: UTF8.self) }
      guard sides.count == 2 else { throw row.fault("frame", "“\(cell)” is not a list of slot=part", at: cell) }
      let isRequired = sides[0].hasSuffix("!")
      if isRequired { sides[0].removeLast() }
      guard let slot = FunctionWords.Slot(rawValue: sides[0]), let part = Part(rawValue: sides[1]) else {
        throw row.fault("frame", "“\(sides[0])=\(sides[1])” names no slot or no part", at: "=" + sides[1])
      }
      parts[slot] = part
      if isRequired { required.insert(slot) }
    }
  }

  /// The part that a slot gives.
  subscript(slot: FunctionWords.Slot) -> Part? { parts[slot] }
}
