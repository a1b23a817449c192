extension ActorTables {
  /// The roles that mean the head of a body, however the head is titled.
  static let heads: Set<String> = [
    "president", "head", "director", "chairman", "commander", "secretary-general", "director-general", "chief",
  ]

  /// The roles whose holders head a state and are no ministers.
  static let headsOfState: Set<String> = ["president", "king", "emir", "sultan", "emperor"]

  /// The persons who headed an organization.
  func heads(of body: String) -> [Int] {
    var result: [Int] = []
    for role in Self.heads.sorted() { result += holders(role: role, of: body) }
    return result
  }
}
