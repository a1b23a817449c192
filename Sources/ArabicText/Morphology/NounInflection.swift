/// Generates the written forms of a noun or adjective from its singular: accusative, dual and sound plurals, free and in
/// the construct state. The article and pronouns are clitics and are not generated.
package struct NounInflection: Sendable {
  /// Which plural a noun takes.
  package enum Plural: Sendable {
    /// ون and ين: persons.
    case masculine
    /// ات.
    case feminine
    /// None that rules can make.
    case none
  }

  /// What a form tells of itself.
  package struct Form: Sendable, Hashable {
    /// The number.
    package var number: VerbForm.Number
    /// Whether it can only stand before a genitive (مسؤولو, مديرا).
    package var isConstruct: Bool
  }

  /// The first word of the noun, in UTF-8.
  private var head: [UInt8] = []
  /// The other words, with the space before each.
  private var tail: [UInt8] = []
  /// The letters of all forms, one after another.
  private var bytes: [UInt8] = []
  /// Each form, and where its bytes end.
  private var forms: [(form: Form, end: Int)] = []

  /// Makes an inflection of no noun, with room for the forms of those to come.
  package init() {
    bytes.reserveCapacity(1024)
    forms.reserveCapacity(16)
  }

  /// Hands over each form and its letters in UTF-8.
  package func forEach(_ body: (Form, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (form, end) in forms {
        body(form, UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
  }

  /// Inflects a singular in UTF-8; one of several words inflects its first word, as head of an idafa, and keeps the rest.
  package mutating func inflect(_ singular: UnsafeBufferPointer<UInt8>, plural: Plural) {
    bytes.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    head.removeAll(keepingCapacity: true)
    tail.removeAll(keepingCapacity: true)
    let space = singular.firstIndex(of: 0x20) ?? singular.count
    guard space > 0 else { return }
    head.append(contentsOf: singular[..<space])
    tail.append(contentsOf: singular[space...])
    let isFeminine = ends(0xD8, 0xA9)
    let isMaqsura = ends(0xD9, 0x89)
    let endsInAlifHamza = ends(0xD8, 0xA1) && ends(0xD8, 0xA7, before: 2)
    add("")
    if tail.isEmpty, !isFeminine, !endsInAlifHamza, !isMaqsura, !ends(0xD8, 0xA7), !ends(0xD9, 0x8A) { add("ا") }
    // ة is ت before an ending, and ى is ي.
    if isFeminine { head[head.count - 1] = 0xAA }
    if isMaqsura { head[head.count - 1] = 0x8A }
    add("ان", .dual)
    add("ين", .dual)
    add("ا", .dual, construct: true)
    add("ي", .dual, construct: true)
    if isFeminine { head[head.count - 1] = 0xA9 }
    if isMaqsura { head[head.count - 1] = 0x89 }
    switch plural {
    case .masculine:
      add("ون", .plural)
      add("ين", .plural)
      add("و", .plural, construct: true)
      add("ي", .plural, construct: true)
    case .feminine:
      if isFeminine { head.removeLast(2) }
      add("ات", .plural)
      if !tail.isEmpty { add("ات", .plural, construct: true) }
    case .none: break
    }
  }

  /// Adds the head with an ending, and the rest. No form is added twice, so none is looked for.
  private mutating func add(_ ending: StaticString, _ number: VerbForm.Number = .singular, construct: Bool = false) {
    guard construct || tail.isEmpty || number == .singular else { return }
    bytes += head
    ending.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes += tail
    forms.append((Form(number: number, isConstruct: construct), bytes.count))
  }

  /// Whether the head ends with a letter, given by its two bytes, or has it before as many last bytes.
  private func ends(_ lead: UInt8, _ last: UInt8, before count: Int = 0) -> Bool {
    let end = head.count - count
    return end >= 2 && head[end - 2] == lead && head[end - 1] == last
  }
}
