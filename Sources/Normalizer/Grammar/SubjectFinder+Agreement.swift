internal import ArabicText
internal import EventModel

/// Whether somebody may be meant by a verb's ending or by a pronoun.
extension SubjectFinder {
  func agrees(_ entities: [Int], _ form: VerbForm) -> Bool {
    agrees(entities, isFeminine: form.isFeminine, number: form.number)
  }

  /// Whether entities agree with a pronoun or ending: countries are feminine but for a few, bodies go by their first word,
  /// several people are plural or, as a crowd, feminine.
  func agrees(_ entities: [Int], isFeminine: Bool, number: VerbForm.Number) -> Bool {
    guard let first = entities.first else { return false }
    switch number {
    case .dual: return entities.count == 2
    case .plural:
      return entities.count > 1 || drafts[first].number > (drafts[first].kind == .group ? 1 : 2) || isMen(first)
    case .singular:
      switch drafts[first].kind {
      case .person: return entities.count == 1 && drafts[first].isFeminine == isFeminine
      case .group:
        // «مصادر قالت», but «المتظاهرون قالوا».
        let name = drafts[first].name
        return drafts[first].number == 1
          ? isFeminineName(name) == isFeminine : isFeminine && !isSoundPlural(name)
      case .country:
        return entities.count == 1
          && (isFeminine || drafts[first].known.map { view.knowledge.actors.known[$0].isMasculine } ?? true)
      default:
        return entities.count == 1 && !isMen(first)
          && (isFeminine ? !isMasculineBody(first) : !isFeminineName(drafts[first].name))
      }
    }
  }

  /// «البرلمان», «مجلس الأمن»: whether all names of a body begin with a masculine noun; «داعش» may be either.
  private func isMasculineBody(_ entity: Int) -> Bool {
    guard view.knowledge.actors.masculineHeads.head(drafts[entity].name) else { return false }
    for surface in drafts[entity].surfaces where !view.knowledge.actors.masculineHeads.head(surface) { return false }
    return true
  }

  /// «الحوثيون قالوا», but «جماعة الحوثي قالت»: whether rebels are called by nothing but a plural of men.
  private func isMen(_ entity: Int) -> Bool {
    guard drafts[entity].sector == .rebels, isSoundPlural(drafts[entity].name) else { return false }
    return drafts[entity].surfaces.allSatisfy { isSoundPlural($0) }
  }

  /// «المتظاهرين»: whether a name begins with a plural of men.
  func isSoundPlural(_ name: String) -> Bool {
    let end = name.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }.suffix(4)
    return end.elementsEqual([0xD9, 0x88, 0xD9, 0x86]) || end.elementsEqual([0xD9, 0x8A, 0xD9, 0x86])
  }

  /// Whether a body's name is of feminine form: its first word ends in ة or ات.
  func isFeminineName(_ name: String) -> Bool {
    let word = name.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return word.suffix(2).elementsEqual([0xD8, 0xA9]) || word.suffix(4).elementsEqual([0xD8, 0xA7, 0xD8, 0xAA])
  }
}
