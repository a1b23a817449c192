/// The sixteen event types of PLOVER (Political Language Ontology for Verifiable Event Records).
public enum EventType: String, Sendable, CaseIterable, Hashable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// The modes that an event of this type may have; none for types without modes.
  ///
  /// CONSULT's modes are this project's own, finer than PLOVER's: the channel that was used. The others are PLOVER's.
  public var modes: [EventMode] {
    switch self {
    case .consult: [.phone, .meeting, .visit, .message, .talks, .mediation, .unspecified]
    case .retreat: [.withdraw, .release, .disarm, .ceasefire, .access, .resign]
    case .request, .reject: [.assist, .change, .yield, .meet]
    case .accuse: [.disapprove, .investigate, .allege]
    case .threaten: [.restrict, .arrest, .relations, .expel, .territory, .violence]
    case .protest: [.demo, .riot, .strike, .hunger, .boycott, .obstruct, .vandalize]
    case .sanction: [.convict, .expel, .withdraw, .discontinue]
    case .mobilize: [.troops, .weapons, .police, .militia]
    case .coerce:
      [.seize, .restrict, .censor, .curfew, .martialLaw, .arrest, .deport, .withhold, .misinformation, .cyber]
    case .assault:
      [
        .abduct, .beat, .torture, .sexual, .targeted, .destroy, .primitive, .firearms, .explosives, .suicideAttack,
        .aerial, .drone, .heavyWeapons, .crowdControl, .unconventional,
      ]
    case .agree, .support, .concede, .cooperate, .aid: []
    }
  }

  /// The CAMEO code that stands for the type where nothing finer is known.
  public var cameo: String {
    switch self {
    case .agree: "030"
    case .consult: "040"
    case .support: "050"
    case .cooperate: "060"
    case .aid: "070"
    case .concede: "080"
    case .retreat: "087"
    case .accuse: "110"
    case .request: "100"
    case .reject: "120"
    case .threaten: "130"
    case .protest: "140"
    case .mobilize: "150"
    case .sanction: "160"
    case .coerce: "170"
    case .assault: "190"
    }
  }
}

/// The modes of all event types; ``EventType/modes`` says which go together.
public enum EventMode: String, Sendable, CaseIterable, Hashable {
  case phone, meeting, visit, message, talks, mediation, unspecified
  case withdraw, release, disarm, ceasefire, access, resign
  case assist, change, yield, meet
  case disapprove, investigate, allege
  case restrict, arrest, relations, expel, territory, violence
  case demo, riot, strike, hunger, boycott, obstruct, vandalize
  case convict, discontinue
  case troops, weapons, police, militia
  case seize, censor, curfew
  case martialLaw = "martial-law"
  case deport, withhold, misinformation, cyber
  case abduct, beat, torture, sexual, targeted, destroy, primitive, firearms, explosives
  case suicideAttack = "suicide-attack"
  case aerial, drone
  case heavyWeapons = "heavy-weapons"
  case crowdControl = "crowd-control"
  case unconventional
}
