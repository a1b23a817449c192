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
    /// The letters in UTF-8.
    package var letters: [UInt8]
    /// The number.
    package var number: VerbForm.Number
    /// Whether it can only stand before a genitive (مسؤولو, مديرا).
    package var isConstruct: Bool
  }

  /// The forms of a singular; one of several words inflects its first word, as head of an idafa, and keeps the rest.
  package static func forms(of singular: String, plural: Plural) -> [Form] {
    let words = singular.utf8.split(separator: 0x20)
    guard let first = words.first else { return [] }
    let head = Array(first)
    var tail: [UInt8] = []
    for word in words.dropFirst() {
      tail.append(0x20)
      tail += word
    }
    var result: [Form] = []
    result.reserveCapacity(8)
    func add(
      _ stem: ArraySlice<UInt8>, _ ending: StaticString = "", _ number: VerbForm.Number = .singular,
      construct: Bool = false
    ) {
      guard construct || tail.isEmpty || number == .singular else { return }
      var letters: [UInt8] = []
      letters.reserveCapacity(stem.count + ending.utf8CodeUnitCount + tail.count)
      letters += stem
      ending.withUTF8Buffer { letters += $0 }
      letters += tail
      let form = Form(letters: letters, number: number, isConstruct: construct)
      if !result.contains(form) { result.append(form) }
    }
    func ends(_ lead: UInt8, _ last: UInt8) -> Bool {
      head.count >= 2 && head[head.count - 2] == lead && head[head.count - 1] == last
    }
    add(head[...])
    let isFeminine = ends(0xD8, 0xA9)
    let endsInAlifHamza = ends(0xD8, 0xA1) && head.dropLast(2).suffix(2).elementsEqual([0xD8, 0xA7])
    let isMaqsura = ends(0xD9, 0x89)
    if tail.isEmpty, !isFeminine, !endsInAlifHamza, !isMaqsura, !ends(0xD8, 0xA7), !ends(0xD9, 0x8A) {
      add(head[...], "ا")
    }
    var stem = head
    if isFeminine { stem[stem.count - 1] = 0xAA }
    if isMaqsura { stem[stem.count - 1] = 0x8A }
    add(stem[...], "ان", .dual)
    add(stem[...], "ين", .dual)
    add(stem[...], "ا", .dual, construct: true)
    add(stem[...], "ي", .dual, construct: true)
    switch plural {
    case .masculine:
      add(head[...], "ون", .plural)
      add(head[...], "ين", .plural)
      add(head[...], "و", .plural, construct: true)
      add(head[...], "ي", .plural, construct: true)
    case .feminine:
      let base = isFeminine ? head.dropLast(2) : head[...]
      add(base, "ات", .plural)
      if !tail.isEmpty { add(base, "ات", .plural, construct: true) }
    case .none: break
    }
    return result
  }
}
