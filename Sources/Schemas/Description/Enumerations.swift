internal import EventModel

extension Enumeration {
  static let eventType = Enumeration(
    "event-type", "What was done: the sixteen types of PLOVER.", of: EventType.self)
  static let eventMode = Enumeration(
    "event-mode", "In what way an event of its type was done.", of: EventMode.self)
  static let status = Enumeration(
    "status", "Whether an event happened, as far as the articles say.", of: Event.Status.self)
  static let countRelation = Enumeration(
    "count-relation", "How a stated number relates to the true one.", of: EventCount.Relation.self)
  static let role = Enumeration("role", "What a participant does in an event.", of: Participant.Role.self)
  static let entityKind = Enumeration("entity-kind", "What kind of thing an entity is.", of: EntityKind.self)
  static let sector = Enumeration(
    "sector", "The part of society that an actor acts for, in PLOVER's codes.", of: Sector.self)
  static let maskingReason = Enumeration(
    "masking-reason", "Why a text withholds an identity.", of: Masking.Reason.self)
  static let stance = Enumeration("stance", "What a source says of an event.", of: Claim.Stance.self)
  static let scope = Enumeration("scope", "What a stance is about.", of: Claim.Scope.self)
  static let speech = Enumeration("speech", "How a source's words are reported.", of: Claim.Speech.self)
  static let precision = Enumeration("precision", "How finely a date is known.", of: DatePrecision.self)
  static let dateBasis = Enumeration("date-basis", "How a date was found.", of: EventDate.Basis.self)
  static let publicationBasis = Enumeration(
    "publication-basis", "How a date of publication is known.", of: Publication.Basis.self)
  static let encodingBasis = Enumeration(
    "encoding-basis", "Why the bytes of a document were decoded as they were.", of: DocumentInfo.EncodingBasis.self)
  static let removalReason = Enumeration(
    "removal-reason", "What a stretch is that is not article text.", of: Removal.Reason.self)
}

extension Event.Status: Described {
  var meaning: String {
    switch self {
    case .occurred: "reported as a fact"
    case .ongoing: "reported as a fact that has not ended yet"
    case .planned: "announced, scheduled or expected"
    case .requested: "somebody asked for it"
    case .denied: "the only stance on it is a denial"
    case .alleged: "only anonymous or disputed sources report it"
    }
  }
}

extension EventCount.Relation: Described {
  var meaning: String {
    switch self {
    case .exactly: "the number is meant exactly"
    case .atLeast: "that many or more"
    case .about: "around that many"
    case .atMost: "that many or fewer"
    }
  }
}

extension Participant.Role: Described {
  var meaning: String {
    switch self {
    case .actor: "does it: the visitor, the caller, the sender"
    case .recipient: "is its target: the host, the called, the receiver"
    case .both: "does it together with peers, as in a meeting or talks"
    case .mediator: "brings the others together or carries their words"
    }
  }
}

extension EntityKind: Described {
  var meaning: String {
    switch self {
    case .person: "one human being"
    case .organization: "a body with members and a name: a ministry, a party, a company, a news agency"
    case .country: "a state, or a territory with a code of its own, also where it acts through its government"
    case .place: "a place that is no country: a city, a region, a building"
    case .group: "several people without a body of their own, such as “four current officials”"
    }
  }
}

extension Masking.Reason: Described {
  var meaning: String {
    switch self {
    case .onRequest: "the source asked not to be named"
    case .legal: "the law forbids to name it"
    case .unnamed: "the text does not name it and gives no reason"
    case .unknown: "the text says that the identity is not known"
    }
  }
}

extension Claim.Stance: Described {
  var meaning: String {
    switch self {
    case .asserts: "says that it is so"
    case .confirms: "affirms what others said before"
    case .denies: "says that it is not so"
    case .declines: "refuses to comment"
    case .doubts: "cannot confirm, cannot recall, does not believe it"
    }
  }
}

extension Claim.Scope: Described {
  var meaning: String {
    switch self {
    case .occurrence: "whether it happened at all"
    case .topic: "what it was about, as in denying that sanctions were discussed"
    case .extent: "how often or how far, as in one call only and no regular talks"
    case .character: "what it was, as in talks but no negotiations"
    }
  }
}

extension Claim.Speech: Described {
  var meaning: String {
    switch self {
    case .direct: "inside quotation marks"
    case .indirect: "in the article's own words"
    }
  }
}

extension DatePrecision: Described {
  var meaning: String {
    switch self {
    case .day: "one day"
    case .month: "one month"
    case .season: "one season or quarter of a year"
    case .year: "one year"
    case .interval: "from one point to another, either of which may be open"
    case .approximate: "a point that the text calls approximate or uncertain"
    }
  }
}

extension EventDate.Basis: Described {
  var meaning: String {
    switch self {
    case .explicit: "the text names the date itself"
    case .relative: "counted from the date of publication or from another date in the text"
    case .knownEvent: "taken from an event whose date is common knowledge"
    case .otherArticle: "taken from another article that reports the same event"
    }
  }
}

extension Publication.Basis: Described {
  var meaning: String {
    switch self {
    case .metadata: "the input's metadata says so"
    case .dateline: "the text itself bears it"
    case .inferred: "it follows from dates and known events that the text mentions"
    case .unknown: "nothing tells it"
    }
  }
}

extension DocumentInfo.EncodingBasis: Described {
  var meaning: String {
    switch self {
    case .option: "the user named it"
    case .byteOrderMark: "the bytes begin with its byte order mark"
    case .declared: "the file or its metadata declares it"
    case .detected: "the bytes themselves show it"
    case .fallback: "nothing told, so the usual one was taken"
    }
  }
}

extension Removal.Reason: Described {
  var meaning: String {
    switch self {
    case .duplicateHeadline: "the headline once more"
    case .caption: "the words below a picture or video"
    case .shareWidget: "buttons to share the article"
    case .related: "links to other articles"
    case .commentForm: "the form for readers' comments"
    case .readingTime: "how long reading takes, how often it was read"
    case .navigation: "menus, section labels, links to the top"
    case .tags: "keywords of the site"
    case .advert: "an advertisement"
    case .other: "anything else that is not article text"
    }
  }
}
