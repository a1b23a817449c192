internal import ArabicText
internal import EventModel

/// Offices whose holder's name stands behind words that no table has.
extension MentionScanner {
  /// «وزير الشؤون البلدية والقروية المهندس عبداللطيف آل الشيخ», «مستشار إمارة المنطقة الشرقية الشيخ الدكتور غازي الشمري»: an
  /// office, the rest of its field and a name behind a title are one person.
  mutating func joinTitledNames() {
    var joined: [Mention] = []
    for mention in mentions {
      guard isTitled(mention), let number = office(before: mention, in: joined) else {
        joined.append(mention)
        continue
      }
      let office = joined[number]
      var whole = mention
      whole.tokens = office.tokens.lowerBound..<mention.tokens.upperBound
      whole.proclitics = office.proclitics
      whole.offices += office.offices
      whole.rule = "office-title-name"
      if let entity = mention.entities.first {
        for office in office.offices { drafts[entity].offices.insert(office) }
        if drafts[entity].sector == nil { drafts[entity].sector = office.sector }
      }
      joined.removeSubrange(number...)
      joined.append(whole)
    }
    mentions = joined
  }

  /// Whether a name begins with a title that stands behind an office.
  private func isTitled(_ mention: Mention) -> Bool {
    guard mention.rule == "title-name", mention.entities.count == 1, mention.proclitics.subtracting(.al).isEmpty,
      case let tokens = mention.tokens, isDefinite(tokens.lowerBound) || tokens.count > 3,
      let title = tables.titles.longest(in: text, at: tokens.lowerBound, limit: tokens.upperBound)
    else { return false }
    return title.values.contains { $0.isApposed }
  }

  /// The office before a name, with nothing in between but the rest of its field.
  private func office(before name: Mention, in mentions: [Mention]) -> Int? {
    for number in mentions.indices.reversed().prefix(3) {
      let mention = mentions[number]
      switch mention.form {
      case .place, .organization: continue
      case .role, .group:
        let field = mention.tokens.upperBound..<max(mention.tokens.upperBound, name.tokens.lowerBound)
        let isOne =
          mention.form == .role ? mention.entities.isEmpty : mention.entities.allSatisfy { drafts[$0].number == 1 }
        return isOne && (mention.offices.count < 2 || isField(at: field.lowerBound)) && mention.number == .singular
          && isField(field, of: mention)
          ? number : nil
      default: return nil
      }
    }
    return nil
  }

  /// «رئيس اللجنة الدائمة للبحوث العلمية»: whether a word behind ل tells what the last of several offices is for.
  private func isField(at token: Int) -> Bool {
    text.analyses(of: token).contains { $0.proclitics == [.la, .al] }
  }

  /// Whether words go on with what an office is for.
  private func isField(_ tokens: Range<Int>, of office: Mention) -> Bool {
    guard (1...10).contains(tokens.count), let first = tokens.first,
      text.sentence(of: office.tokens.lowerBound) == text.sentence(of: tokens.upperBound)
    else { return false }
    // «مستشار إمارة المنطقة», «المستشار بالديوان»: a bare word for an office needs a field.
    let isBare = office.tokens.count == 1
    let isOpen = isBare && office.rule.utf8.elementsEqual("role:adviser".utf8) || isBare && !isDefinite(first - 1)
    // «التقى الوزير بالرياض الدكتور فلان» is told of two.
    let isBehind = text.analyses(of: first).contains { $0.proclitics.contains(.ba) || $0.proclitics.contains(.ka) }
    guard isOpen || isField(at: first) || isDefinite(first) && !isBehind else { return false }
    return tokens.allSatisfy { token in
      guard text.tokens[token].kind == .word, !blocked[token], !text.tokens[token].hasTanwin,
        isDefinite(token) || !text.analyses(of: token).contains(where: { $0.enclitic != nil })
      else { return false }
      switch words.kind(text.tokens[token].whole) {
      case nil, .noun?, .preposition?, .locative?: break
      default: return false
      }
      let isVerb = text.analyses(of: token).contains { analysis in
        !analysis.proclitics.contains(.al) && !verbs.entries(analysis.stem).isEmpty
      }
      return !isVerb || isDefinite(token) || isDefinite(token + 1) && token > first
    }
  }
}
