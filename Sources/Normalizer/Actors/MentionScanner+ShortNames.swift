internal import ArabicText
internal import EventModel

/// Family names alone, of persons whom the article names in full.
extension MentionScanner {
  /// Family names alone, of persons whom the article names in full.
  mutating func addShortNames() {
    var owners: [[UInt8]: Int?] = [:]
    var named: Set<Int> = []
    for mention in mentions where mention.form == .name {
      guard let entity = mention.entities.first, named.insert(entity).inserted else { continue }
      var names: Set<[UInt8]> = []
      for surface in drafts[entity].surfaces + [drafts[entity].name] {
        let parts = surface.utf8.split(separator: 0x20)
        guard parts.count >= 2, let last = parts.last else { continue }
        names.insert(Folding.fold(String(decoding: Array(last), as: UTF8.self)))
      }
      for name in names where name.count >= 6 {
        // A family name of two persons names neither.
        if let owner = owners[name], owner != entity { owners[name] = .some(nil) } else { owners[name] = entity }
      }
    }
    guard !owners.isEmpty else { return }
    let endings = Set(owners.keys.map { Self.ending($0[...]) })
    var folded: [UInt8] = []
    let document = text.text.bytes
    var covered = Array(repeating: false, count: text.tokens.count)
    for mention in mentions { for token in mention.tokens { covered[token] = true } }
    for index in text.tokens.indices where !covered[index] && isUnknown(index) {
      folded.removeAll(keepingCapacity: true)
      Folding.fold(document.span.extracting(text.tokens[index].bytes), into: &folded)
      guard folded.count >= 6, endings.contains(Self.ending(folded[...])) else { continue }
      for (prefix, proclitics) in Self.prefixes where folded.starts(with: prefix) && folded.count - prefix.count >= 6 {
        guard let owner = owners[Array(folded.dropFirst(prefix.count))], let entity = owner else { continue }
        if proclitics.isEmpty { nameRole(before: index, entity) }
        mentions.append(
          found(index..<index + 1, proclitics, .name, [entity], rule: "short-name", isNamed: true))
        break
      }
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
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

  /// The last four bytes of a word: few words end as one of the names does.
  private static func ending(_ word: ArraySlice<UInt8>) -> UInt32 {
    word.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  static let prefixes: [([UInt8], Proclitics)] = [
    ([], []), (Array("و".utf8), .wa), (Array("ل".utf8), .la), (Array("ب".utf8), .ba), (Array("ف".utf8), .fa),
    (Array("ول".utf8), [.wa, .la]), (Array("وب".utf8), [.wa, .ba]),
  ]
}
