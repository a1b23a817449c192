internal import EventModel

/// An event as one article tells it, before ids and other articles.
struct EventDraft: Sendable {
  /// A participant.
  struct Part: Sendable, Hashable {
    var entity: Int
    var role: Participant.Role
  }

  /// What one source says of it.
  struct Stance: Sendable {
    var chain: [Report.Source]
    var stance: Claim.Stance
    var scope: Claim.Scope
    var speech: Claim.Speech
    /// In bytes.
    var evidence: Range<Int>
    /// Whether the word only confirms what others tell of too: «أكد أن».
    var isEmphatic = false
    /// Whether what is said is told of the event itself: «أكد أن المباحثات تناولت الأزمة».
    var isAbout = false
  }

  var type: EventType
  var mode: EventMode?
  var cameo: String
  var status: Event.Status
  var parts: [Part]
  var place: Int?
  var date: EventDate?
  /// The time expression that dates it, where its date waits for the article's.
  var waiting: Int?
  /// Whether that expression only tells when others told of it.
  var isRevealed = false
  var count: EventCount?
  var topics: [String] = []
  /// Clauses that mention it, in bytes.
  var evidence: [Range<Int>]
  var stances: [Stance] = []
  /// The tokens of the triggers, first of each.
  var triggers: [Int]
  /// The rows that found it.
  var rules: [String]
  /// Whether only the headline tells of it so far.
  var isHeadline = false
  /// Whether it tells who else took part in an event told elsewhere: «حضر اللقاء وزير الدفاع».
  var isAttendance = false
  /// A trigger of the event during which this one was: «خلال اللقاء».
  var occasion: Int?
  /// The verb that tells it first: its trigger, or the light verb of a noun.
  var verb: Int?
  /// Whether those who attend make no event of their own where none was told.
  var isOnlyAttendance = false
  /// Whether it is told of as many without a number: «اتصالات», «لقاءات».
  var isSeries = false
  /// Whether it is one beside those that it came with: a press conference after talks.
  var isApart = false
  /// Whether a noun tells of one that nothing told before: «قمة مصغرة بين الجانبين».
  var isIndefinite = false
  /// Whether it is a gathering nothing told of before, and one who attended it: «حضر السفير حفلا».
  var opens = false
  /// Whether it is no event unless the story tells the other side: «أجرى خمسة اتصالات مع السفير».
  var needsPeer = false
  /// Whether it was before what its date is that of: «أبلغ مسبقا بالاجتماع», «جاء الاجتماع بطلب من الوزير».
  var isBeforehand = false
  /// Whether only one side of a contact between peers is told: «محادثات مع مسؤولين», «لا يجري مفاوضات».
  var isOneSided = false

  /// The entities that take part.
  var entities: Set<Int> { Set(parts.map(\.entity)) }
  /// Whether two sides of a contact are told.
  var isPair: Bool { parts.count == 2 }
  /// Whether it has not happened yet.
  var isAhead: Bool { status == .planned || status == .requested }
}

/// A trigger that gave no event, and why.
struct RejectedTrigger: Sendable, Hashable {
  /// Why a trigger gave no event.
  enum Reason: String, Sendable, CaseIterable {
    /// A word or phrase of the table vetoes it.
    case vetoed
    /// A slot that the verb needs is empty.
    case missingArgument = "missing-argument"
    /// Too few participants, or none of the kind that the row asks for.
    case missingParticipant = "missing-participant"
    /// It is generic or hypothetical.
    case hypothetical
    /// Only a newspaper or broadcaster is the other side: an interview, no contact.
    case press
    /// The article is of sport, and nobody in public office takes part.
    case sport
    /// Nobody who acts is a state, a body of it, an armed or political group, in office or known.
    case notPublic = "not-public"
    /// It tells who attended, and no event that they attended is told before it.
    case nothingAttended = "nothing-attended"
    /// It only says something: the story goes on at its day.
    case statement
    /// The word is part of a name: «مجلس التعاون».
    case partOfName = "part-of-name"
    /// The word is part of a time: «بعد الغزو».
    case partOfTime = "part-of-time"
  }

  /// The trigger, in bytes.
  var range: Range<Int>
  var rule: String
  var type: EventType
  var reason: Reason
}
