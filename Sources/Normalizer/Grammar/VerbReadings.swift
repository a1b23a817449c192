internal import ArabicText

/// The verb readings of each token, all in one array: a text has many verbs, and an array for each would be many allocations.
struct VerbReadings {
  private var entries: [VerbTable.Entry] = []
  /// Where each token's readings stand.
  private var ranges: [Range<Int32>]
  /// The tokens that are read as verbs, in the order in which they were read.
  private(set) var tokens: [Int] = []

  init(count: Int) {
    ranges = Array(repeating: 0..<0, count: count)
  }

  /// The readings of a token; nil where it is no verb.
  subscript(token: Int) -> ArraySlice<VerbTable.Entry>? {
    let range = ranges[token]
    return range.isEmpty ? nil : entries[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// Whether a token is read as a verb.
  func contains(_ token: Int) -> Bool { !ranges[token].isEmpty }

  /// Adds a reading of a token, unless the same verb is one already; one token's readings are added one after another.
  /// News seldom says “I”: «أجراها» is “he held them” and not “I am made to hold them”; «دعوا» is seldom said of two.
  mutating func append(_ entry: VerbTable.Entry, to token: Int) {
    let end = Int32(entries.count)
    if ranges[token].isEmpty {
      ranges[token] = end..<end
      tokens.append(token)
    }
    for place in Int(ranges[token].lowerBound)..<entries.count where entries[place].lexeme == entry.lexeme {
      let (form, other) = (entries[place].form, entry.form)
      if form.person == 1 && other.person == 3 && other.tense == .perfect
        || form.number == .dual && other.number != .dual && other.person == 3
      {
        entries[place] = entry
      }
      return
    }
    // «ودعا»: “and called” rather than “the two took leave”.
    let first = Int(ranges[token].lowerBound)
    if first < entries.count, entries[first].form.number == .dual, entry.form.number == .singular {
      entries.insert(entry, at: first)
    } else {
      entries.append(entry)
    }
    ranges[token] = ranges[token].lowerBound..<end + 1
  }
}
