internal import ArabicText
internal import EventModel

/// Family names alone, of persons whom the article names in full.
extension MentionScanner {
  /// Family names alone, of persons whom the article names in full.
  mutating func addShortNames() {
    var owners = ByteMap<Int?>()
    var endings: [UInt32] = []
    var named: Set<Int> = []
    var folded: [UInt8] = []
    for mention in mentions where mention.form == .name {
      guard let entity = mention.entities.first, named.insert(entity).inserted else { continue }
      let isFamilyFirst = drafts[entity].country.map(Self.familyFirst.contains) ?? false
      for surface in drafts[entity].surfaces + [drafts[entity].name] {
        for first in isFamilyFirst ? [false, true] : [false] {
          folded.removeAll(keepingCapacity: true)
          Self.appendFamilyName(of: surface, first: first, to: &folded)
          guard folded.count >= 6 else { continue }
          let place = folded.withUnsafeBufferPointer { owners.place(of: $0, orAdd: entity).place }
          // A family name of two persons names neither.
          owners.change(place) { if $0 != entity { $0 = nil } }
          let ending = Self.ending(folded[...])
          if !endings.contains(ending) { endings.append(ending) }
        }
      }
    }
    guard !endings.isEmpty else { return }
    let document = text.text.bytes
    var covered = Array(repeating: false, count: text.tokens.count)
    for mention in mentions { for token in mention.tokens { covered[token] = true } }
    for index in text.tokens.indices where !covered[index] {
      let isUnknown = isUnknown(index)
      guard isUnknown || text.tokens[index].marks.meets(.givenName) else { continue }
      folded.removeAll(keepingCapacity: true)
      Folding.fold(document.span.extracting(text.tokens[index].bytes), into: &folded)
      guard folded.count >= 6, endings.contains(Self.ending(folded[...])) else { continue }
      guard isUnknown || isNameOfSomebody(index) else { continue }
      for (prefix, proclitics) in Self.prefixes where folded.starts(with: prefix) && folded.count - prefix.count >= 6 {
        let owner = folded.withUnsafeBufferPointer { owners[UnsafeBufferPointer(rebasing: $0[prefix.count...])] }
        guard let owner, let entity = owner else { continue }
        if proclitics.isEmpty {
          nameRole(before: index, entity)
          if index > 0, !covered[index - 1], let body = body(before: index, of: entity) {
            mentions.append(body)
            break
          }
        }
        mentions.append(
          found(index..<index + 1, proclitics, .name, [entity], rule: "short-name", isNamed: true))
        break
      }
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// «عقوبات على صالح», «قوات صالح», «الرئيس صالح», «الحوثيين وصالح»: whether a first name that may be a verb or an everyday word
  /// stands where no verb does.
  private func isNameOfSomebody(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard index > 0, token.kind == .word, !blocked[index], !token.hasTanwin, !token.marks.meets(.nisba),
      words.kind(token.whole) == nil
    else { return false }
    let previous = text.tokens[index - 1]
    guard previous.kind == .word, text.sentence(of: index - 1) == text.sentence(of: index) else { return false }
    if text.analyses(of: index).contains(where: {
      $0.proclitics == .wa && (isGivenName($0.stem) || isCommonGivenName($0.stem))
    }) {
      return mentions.contains { $0.tokens.upperBound == index && !$0.entities.isEmpty }
    }
    guard isGivenName(token.whole) || isCommonGivenName(token.whole) else { return false }
    if words.kind(previous.whole) == .preposition { return true }
    return mentions.contains { $0.tokens.upperBound == index && $0.form == .role && $0.number == .singular }
      || previous.marks.meets(.commonWord) && !previous.marks.meets(.verb) && !isDefinite(index - 1)
  }

  /// «وقوات صالح», «حزب صالح»: a body that is called by whose it is.
  private mutating func body(before index: Int, of entity: Int) -> Mention? {
    guard index > 0, !isDefinite(index - 1),
      let match = tables.organizationHeads.longest(in: text, at: index - 1, limit: index), match.enclitic == nil,
      let head = match.values.first, let sector = head.sector, sector != .journalism, sector != .business,
      drafts[entity].kind == .person
    else { return nil }
    let tokens = index - 1..<index + 1
    let surface = Surface.string(text, tokens, match.analysis.proclitics)
    let body = drafts.intern(
      .init(
        key: "organization-name:" + Self.folded(surface), kind: .organization, name: surface,
        country: drafts[entity].country, sector: sector))
    return found(tokens, match.analysis.proclitics, .organization, [body], rule: "short-name:" + head.id)
  }

  /// «المدير بيرنز»: an office without a seat right before a family name is that person's.
  private mutating func nameRole(before index: Int, _ entity: Int) {
    guard
      let role = mentions.lastIndex(where: { $0.tokens.upperBound == index }), mentions[role].form == .role,
      mentions[role].number == .singular, mentions[role].entities.isEmpty,
      mentions[role].offices.allSatisfy({ $0.country == nil && $0.body == nil })
    else { return }
    mentions[role].entities = [entity]
  }

  /// Countries whose people have the family name first: «وانغ يي», «مون جيه إن».
  private static let familyFirst: Set<String> = ["CHN", "HKG", "KOR", "PRK", "TWN"]

  /// Appends the last word of a name of several words, or the first, folded.
  private static func appendFamilyName(of name: String, first: Bool, to folded: inout [UInt8]) {
    var name = name
    name.withUTF8 { letters in
      if first {
        let words = letters.split(separator: 0x20)
        guard words.count > 1, let word = words.first else { return }
        Folding.fold(letters.span.extracting(word.startIndex..<word.endIndex), into: &folded)
        return
      }
      var end = letters.count
      while end > 0, letters[end - 1] == 0x20 { end -= 1 }
      var start = end
      while start > 0, letters[start - 1] != 0x20 { start -= 1 }
      guard letters[..<start].contains(where: { $0 != 0x20 }) else { return }
      Folding.fold(letters.span.extracting(start..<end), into: &folded)
    }
  }

  /// The last four bytes of a word: few words end as one of the names does.
  private static func ending(_ word: ArraySlice<UInt8>) -> UInt32 {
    word.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  static let prefixes: [([UInt8], Proclitics)] = [
    ([], []), (Array("و".utf8), .wa), (Array("ل".utf8), .la), (Array("ب".utf8), .ba), (Array("ف".utf8), .fa),
    (Array("ول".utf8), [.wa, .la]), (Array("وب".utf8), [.wa, .ba]),
  ]
}
