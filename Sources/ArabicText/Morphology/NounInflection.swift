/// Generates the written forms of a noun or adjective from its singular: accusative, dual and sound plurals, free and in
/// the construct state. The article and pronouns are clitics and are not generated.
package enum NounInflection {
  /// Which plural a noun takes.
  package enum Plural: Sendable {
    /// ون and ين: persons.
    case masculine
    /// ات.
    case feminine
    /// None that rules can make.
    case none
  }

  /// A form and its number.
  package struct Form: Sendable, Hashable {
    /// The letters.
    package var letters: String
    /// The number.
    package var number: VerbForm.Number
    /// Whether it can only stand before a genitive (مسؤولو, مديرا).
    package var isConstruct: Bool
  }

  /// The forms of a singular; one of several words inflects its first word, as head of an idafa, and keeps the rest.
  package static func forms(of singular: String, plural: Plural) -> [Form] {
    var words = singular.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard let head = words.first else { return [] }
    words.removeFirst()
    let tail = words.isEmpty ? "" : " " + words.joined(separator: " ")
    var result: [Form] = []
    func add(_ letters: String, _ number: VerbForm.Number = .singular, construct: Bool = false) {
      if construct || tail.isEmpty || number == .singular {
        let form = Form(letters: letters + tail, number: number, isConstruct: construct)
        if !result.contains(form) { result.append(form) }
      }
    }
    add(head)
    let scalars = Array(head.unicodeScalars)
    let isFeminine = scalars.last == "ة"
    if tail.isEmpty, !isFeminine, !head.hasSuffix("اء"), !head.hasSuffix("ا"), !head.hasSuffix("ى"),
      !head.hasSuffix("ي")
    {
      add(head + "ا")
    }
    let stem = isFeminine ? String(head.dropLast()) + "ت" : head.hasSuffix("ى") ? String(head.dropLast()) + "ي" : head
    for ending in ["ان", "ين"] { add(stem + ending, .dual) }
    for ending in ["ا", "ي"] { add(stem + ending, .dual, construct: true) }
    switch plural {
    case .masculine:
      for ending in ["ون", "ين"] { add(head + ending, .plural) }
      for ending in ["و", "ي"] { add(head + ending, .plural, construct: true) }
    case .feminine:
      let base = isFeminine ? String(head.dropLast()) : head
      add(base + "ات", .plural)
      if !tail.isEmpty { add(base + "ات", .plural, construct: true) }
    case .none: break
    }
    return result
  }
}
