import EventModel

extension Event {
  /// Type, mode and status, then who took part as what, where, when and how often, in English where that is known:
  /// `CONSULT phone occurred: actor Emmanuel Macron, recipient Vladimir Putin on 2024-11-26`.
  var summary: String {
    let parts = participants.map { "\($0.role.rawValue) \($0.entity.nameEnglish ?? $0.entity.name)" }.sorted()
    var text = "\(type.rawValue) \(mode?.rawValue ?? "-") \(status.rawValue): " + parts.joined(separator: ", ")
    if let place { text += " in \(place.nameEnglish ?? place.name)" }
    if let date { text += " on \(date.date)" }
    if let count { text += " × \(count.value)" }
    return text
  }
}
