internal import ArabicText

/// What each table marks its words with; phrases mark their first words.
extension WordMarks {
  // Actors
  static var name: WordMarks { WordMarks(rawValue: 1 << 0) }
  static var role: WordMarks { WordMarks(rawValue: 1 << 1) }
  static var group: WordMarks { WordMarks(rawValue: 1 << 2) }
  static var organizationHead: WordMarks { WordMarks(rawValue: 1 << 3) }
  static var placeHead: WordMarks { WordMarks(rawValue: 1 << 4) }
  static var title: WordMarks { WordMarks(rawValue: 1 << 5) }
  static var anaphor: WordMarks { WordMarks(rawValue: 1 << 6) }
  static var nisba: WordMarks { WordMarks(rawValue: 1 << 7) }
  static var adjective: WordMarks { WordMarks(rawValue: 1 << 8) }
  static var givenName: WordMarks { WordMarks(rawValue: 1 << 9) }
  // Grammar
  static var functionWord: WordMarks { WordMarks(rawValue: 1 << 10) }
  static var preposition: WordMarks { WordMarks(rawValue: 1 << 11) }
  static var aside: WordMarks { WordMarks(rawValue: 1 << 30) }
  static var quantifier: WordMarks { WordMarks(rawValue: 1 << 27) }
  static var numeral: WordMarks { WordMarks(rawValue: 1 << 12) }
  static var commonWord: WordMarks { WordMarks(rawValue: 1 << 13) }
  static var verb: WordMarks { WordMarks(rawValue: 1 << 14) }
  // Times
  static var perfect: WordMarks { WordMarks(rawValue: 1 << 28) }
  /// Of words that go on a form of several words.
  static var timeRest: WordMarks { WordMarks(rawValue: 1 << 29) }
  static var time: WordMarks { WordMarks(rawValue: 1 << 15) }
  // Events
  static var eventNoun: WordMarks { WordMarks(rawValue: 1 << 16) }
  static var eventParticiple: WordMarks { WordMarks(rawValue: 1 << 17) }
  static var combinedNoun: WordMarks { WordMarks(rawValue: 1 << 18) }
  static var veto: WordMarks { WordMarks(rawValue: 1 << 19) }
  static var vetoWord: WordMarks { WordMarks(rawValue: 1 << 20) }
  /// Of the words that a trigger can begin with.
  static var trigger: WordMarks { verb | eventNoun | eventParticiple }
  static var modality: WordMarks { WordMarks(rawValue: 1 << 21) }
  // Attribution
  static var reportingParticle: WordMarks { WordMarks(rawValue: 1 << 22) }
  static var reportingNoun: WordMarks { WordMarks(rawValue: 1 << 23) }
  static var reportingParticiple: WordMarks { WordMarks(rawValue: 1 << 24) }
  static var reportingBreak: WordMarks { WordMarks(rawValue: 1 << 25) }
  static var mask: WordMarks { WordMarks(rawValue: 1 << 26) }
  // Adjectives of origin of two words
  static var nisbaPair: WordMarks { WordMarks(rawValue: 1 << 28) }
  static var nisbaTail: WordMarks { WordMarks(rawValue: 1 << 29) }

  /// Of the words that a mention can begin with; numbers can too.
  static var mention: WordMarks {
    anaphor | numeral | quantifier | title | role | organizationHead | placeHead | name | group | nisba | givenName
  }
}
