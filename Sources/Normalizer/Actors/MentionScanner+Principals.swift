internal import ArabicText
internal import EventModel

/// Those whom somebody serves or whose kin he is: their names are not his.
extension MentionScanner {
  /// The end of the name of the person whom the holder of an office serves, and his country: «مبعوث الرئيس الأميركي دونالد ترمب
  /// ستيف ويتكوف», «مستشار ترمب».
  ///
  /// - Parameters:
  ///   - end: Behind the word for the office.
  ///   - head: Where the word for the office stands.
  mutating func principal(
    of role: RoleForm, head: Int, end: Int, limit: Int
  ) -> (end: Int, country: String?)? {
    guard role.isStaff, role.number == .singular, end < limit else { return nil }
    if let found = officeHolder(at: end, isDefinite: isDefinite(head), limit: limit) { return found }
    // «مستشار ترمب», but «المستشار فلان».
    guard end == head + 1, !isDefinite(head), !text.tokens[head].hasTanwin,
      let (nameEnd, known, _) = nameAfterRole(end, limit: limit), let known, tables.known[known].source == .person
    else { return nil }
    return (nameEnd, tables.known[known].country)
  }

  /// A name behind an office that its bearer held, as the tables tell: «الرئيس الأميركي دونالد ترمب»; «مستشار الرئيس الإيراني علي
  /// شمخاني» is of an adviser alone.
  private mutating func officeHolder(at index: Int, isDefinite: Bool, limit: Int) -> (end: Int, country: String?)? {
    var start = index
    // «المتحدث باسم الرئيس»
    if text.tokens[start].kind == .word, words.slot(text.tokens[start].whole) == .via { start += 1 }
    guard start < limit, !blocked[start], let match = tables.roles.longest(in: text, at: start, limit: limit),
      match.enclitic == nil, match.analysis.proclitics.isSubset(of: [.al, .la]),
      !isDefinite || start > index || match.analysis.proclitics.contains(.la),
      let role = roleForms(match, at: start).first(where: { $0.number == .singular })
    else { return nil }
    let part = affiliation(after: match, at: start, limit: limit)
    guard let (end, known, _) = nameAfterRole(part.end, limit: limit), let known, tables.known[known].source == .person
    else { return nil }
    let isHolder = tables.known[known].roles.contains { dated in
      dated.role == role.id && (part.country == nil || dated.of == part.country)
    }
    guard isHolder else { return nil }
    let entity = drafts.intern(known: known, knowledge)
    for office in offices(role, part) { drafts[entity].offices.insert(office) }
    return (end, tables.known[known].country)
  }

  /// Whether the person named behind a principal may serve him: nobody of another country, and no head of state.
  func mayServe(_ known: Int?, _ country: String?) -> Bool {
    guard let person = known.map({ tables.known[$0] }) else { return true }
    let isOther = person.country.map { own in country.map { $0 != own } ?? false } ?? false
    return !isOther && !person.roles.contains { ActorTables.headsOfState.contains($0.role) }
  }
}
