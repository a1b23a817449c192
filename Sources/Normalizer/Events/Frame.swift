internal import EventModel
internal import Lexicon

/// How the arguments of a trigger attach: which slot gives which part.
///
/// Written as `subj=actor obj!=recipient with=both in=place`: a `!` marks a slot without which a verb does not count.
struct Frame: Sendable {
  /// What an argument is to the event.
  enum Part: String, Sendable, CaseIterable {
    case actor, recipient, both, mediator, place, topic

    /// The parts by their names.
    static let named = ByteMap(of: Self.self)

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

  /// The number of each slot's part, 0 for none, four bits a slot: a frame holds no references, as it is copied for each
  /// word that may be a trigger.
  private var parts: UInt64 = 0
  private(set) var required: SlotSet = []
  /// Whether it happens at the recipient's: a visit at the host's place, an assault on the place that is hit.
  var happensAtRecipient = false
  /// Whether it is done to someone, so that its verb is often an unmarked passive: «قتل جندي», «اعتقل خان».
  var isSuffered = false
  /// Whether it is said of somebody that he does wrong, so that what he does may stand for him.
  var isBlame = false
  /// Whether it is done to a person, so that «اعتقال سعودي» tells to whom and not by which country.
  var isPersonal = false
  /// Whether it is a visit, which is where the visited country is.
  var isVisit = false
  /// Whether the gathering that somebody attends is its object, whose place is its own.
  var isAttendance = false
  /// Whether somebody or something leaves, so that the place behind من is where it was.
  var isDeparture = false
  /// Whether it is done with words, so that a place behind a noun says where that is and not where it was said.
  var isStatement = false

  /// Reads the frame of a row.
  init(_ row: Table.Row) throws(Diagnostic) {
    let cell = row.utf8("frame")
    for item in cell.split(separator: 0x20) {
      guard let sign = item.firstIndex(of: 0x3D) else {
        throw row.fault("frame", "“\(row["frame"])” is not a list of slot=part", at: row["frame"])
      }
      let isRequired = item[..<sign].last == 0x21
      let name = UnsafeBufferPointer(rebasing: item[..<sign].dropLast(isRequired ? 1 : 0))
      let value = UnsafeBufferPointer(rebasing: item[(sign + 1)...])
      guard let slot = FunctionWords.Slot.named[name], let part = Part.named[value] else {
        let sides = [name, value].map { String(decoding: $0, as: UTF8.self) }
        throw row.fault("frame", "“\(sides[0])=\(sides[1])” names no slot or no part", at: "=" + sides[1])
      }
      self[slot] = part
      if isRequired { required.insert(slot) }
    }
  }

  /// The frame of a noun that is completed by whom it was done to: «دعم المعارضة», where a verb tells who supports it.
  var suffered: Frame {
    var frame = self
    frame[.genitive] = self[.object]
    return frame
  }

  /// The part that a slot gives.
  private(set) subscript(slot: FunctionWords.Slot) -> Part? {
    get { Part(number: Int(parts >> UInt64(slot.number * 4) & 0xF)) }
    set {
      let shift = UInt64(slot.number * 4)
      parts = parts & ~(0xF << shift) | UInt64(newValue?.number ?? 0) << shift
    }
  }
}

extension Frame.Part {
  /// The part of a number from 1; nil for 0.
  fileprivate init?(number: Int) {
    switch number {
    case 1: self = .actor
    case 2: self = .recipient
    case 3: self = .both
    case 4: self = .mediator
    case 5: self = .place
    case 6: self = .topic
    default: return nil
    }
  }

  /// A number of its own, from 1.
  fileprivate var number: Int {
    switch self {
    case .actor: 1
    case .recipient: 2
    case .both: 3
    case .mediator: 4
    case .place: 5
    case .topic: 6
    }
  }
}

extension Frame: Imaged {
  init(from image: inout ImageReader) {
    parts = image.read()
    required = image.read()
    happensAtRecipient = image.read()
    isSuffered = image.read()
    isBlame = image.read()
    isPersonal = image.read()
    isVisit = image.read()
    isAttendance = image.read()
    isDeparture = image.read()
    isStatement = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(
      parts, required, happensAtRecipient, isSuffered, isBlame, isPersonal, isVisit, isAttendance, isDeparture,
      isStatement)
  }
}
