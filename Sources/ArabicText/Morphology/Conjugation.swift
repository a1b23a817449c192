/// Generates the written forms of a verb from its perfect and imperfect, third person masculine singular.
///
/// News is printed without vowels, so the two forms show all that matters of root and form: a hollow verb by its middle
/// alif (زار/يزور), a defective one by its last letter (نفى/ينفي, دعا/يدعو, بقي/يبقى). Passives are written like actives
/// but for hollow, defective and third-form verbs.
///
/// ```
/// Conjugation(perfect: "التقى", imperfect: "يلتقي")  // التقى التقت التقيا … يلتقي تلتقي يلتقيان يلتقون …
/// ```
package struct Conjugation: Sendable {
  /// A run of UTF-16 code units: Arabic letters are one unit each.
  typealias Letters = [UInt16]

  /// What each form tells of itself; every form once, in a fixed order.
  package private(set) var forms: [VerbForm] = []
  /// The forms' letters in UTF-8, one after another.
  private var bytes: [UInt8] = []
  /// Where each form's bytes end.
  private var ends: [Int32] = []
  private let perfect: Letters
  private let imperfect: Letters

  /// Conjugates a verb; both arguments are written without vowels. Forms that no rule can tell are left out.
  package init(perfect: String, imperfect: String) {
    self.init(perfect: Array(perfect.utf16), imperfect: Array(imperfect.utf16))
  }

  /// Conjugates a verb whose two forms are given in UTF-16.
  package init(perfect: [UInt16], imperfect: [UInt16]) {
    self.perfect = perfect
    self.imperfect = imperfect
    forms.reserveCapacity(48)
    ends.reserveCapacity(48)
    bytes.reserveCapacity(768)
    addPerfect()
    addImperfect()
    addPassive()
  }

  /// The letters of a form in UTF-8.
  package func letters(_ form: Int) -> ArraySlice<UInt8> {
    bytes[start(of: form)..<Int(ends[form])]
  }

  private func start(of form: Int) -> Int { form == 0 ? 0 : Int(ends[form - 1]) }

  // MARK: - Adding

  /// Adds a stem between an optional letter and up to two others, unless the same is there already.
  private mutating func add(
    _ form: VerbForm, prefix: UInt16? = nil, _ stem: Letters, _ first: UInt16? = nil, _ second: UInt16? = nil
  ) {
    let start = bytes.count
    if let prefix { append(prefix) }
    for letter in stem { append(letter) }
    if let first { append(first) }
    if let second { append(second) }
    for known in forms.indices where forms[known] == form && isLast(start, known) {
      bytes.removeLast(bytes.count - start)
      return
    }
    forms.append(form)
    ends.append(Int32(bytes.count))
  }

  /// Whether the bytes from `start` on are those of a form.
  private func isLast(_ start: Int, _ form: Int) -> Bool {
    let other = self.start(of: form)
    let count = bytes.count - start
    guard Int(ends[form]) - other == count else { return false }
    for offset in 0..<count where bytes[start + offset] != bytes[other + offset] { return false }
    return true
  }

  private mutating func append(_ letter: UInt16) {
    if letter < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: letter))
      return
    }
    if letter < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | letter >> 6))
    } else {
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | letter >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | letter >> 6 & 0x3F))
    }
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | letter & 0x3F))
  }

  // MARK: - Perfect

  private mutating func addPerfect() {
    guard perfect.count >= 2, let last = perfect.last else { return }
    addPerfect(perfect, last: last, passive: false)
  }

  private mutating func addPerfect(_ base: Letters, last: UInt16, passive: Bool) {
    add(VerbForm(tense: .perfect, isPassive: passive), base)
    switch last {
    case Letter.alifMaqsura:
      let cut = Letters(base.dropLast())
      let stem = cut + [Letter.ya]
      addThirdPersons(feminine: cut, dual: stem, plural: cut, passive: passive)
      addFirstPersons(stem, passive: passive)
    case Letter.alif:
      let cut = Letters(base.dropLast())
      let stem = cut + [Letter.waw]
      addThirdPersons(feminine: cut, dual: stem, plural: cut, passive: passive)
      addFirstPersons(stem, passive: passive)
    case Letter.ya where base.count <= 3 || passive:
      addThirdPersons(feminine: base, dual: base, plural: Letters(base.dropLast()), passive: passive)
      addFirstPersons(base, passive: passive)
    default:
      addThirdPersons(feminine: base, dual: base, plural: base, passive: passive)
      addFirstPersons(isHollow ? shortened(base) : base, passive: passive)
    }
  }

  private mutating func addThirdPersons(feminine: Letters, dual: Letters, plural: Letters, passive: Bool) {
    func form(_ number: VerbForm.Number, feminine: Bool = false) -> VerbForm {
      VerbForm(tense: .perfect, isFeminine: feminine, number: number, isPassive: passive)
    }
    add(form(.singular, feminine: true), feminine, Letter.ta)
    // A final hamza on alif takes the dual's alif as madda (بدأ: بدآ).
    if dual.last == Letter.hamzaAlif {
      add(form(.dual), Letters(dual.dropLast()), Letter.madda)
    } else {
      add(form(.dual), dual, Letter.alif)
    }
    add(form(.dual, feminine: true), feminine, Letter.ta, Letter.alif)
    add(form(.plural), plural, Letter.waw, Letter.alif)
  }

  private mutating func addFirstPersons(_ stem: Letters, passive: Bool) {
    // A stem that ends in the ending's own letter is written with that letter once (أدنّا، التفتّ).
    let ta = stem.last == Letter.ta ? nil : Letter.ta
    let isNun = stem.last == Letter.nun
    add(VerbForm(tense: .perfect, person: 1, isPassive: passive), stem, ta)
    add(
      VerbForm(tense: .perfect, person: 1, number: .plural, isPassive: passive), stem,
      isNun ? Letter.alif : Letter.nun, isNun ? nil : Letter.alif)
    add(
      VerbForm(tense: .perfect, isFeminine: true, number: .plural, isPassive: passive), stem, isNun ? nil : Letter.nun)
  }

  private var isHollow: Bool {
    guard perfect.count >= 3, imperfect.count >= 3, perfect[perfect.count - 2] == Letter.alif else { return false }
    let middle = imperfect[imperfect.count - 2]
    return middle == Letter.waw || middle == Letter.ya || middle == Letter.alif
  }

  /// A hollow stem before a consonant: زار, زر.
  private func shortened(_ stem: Letters) -> Letters {
    var stem = stem
    stem.remove(at: stem.count - 2)
    return stem
  }

  // MARK: - Imperfect

  private mutating func addImperfect() {
    guard imperfect.count >= 3, imperfect.first == Letter.ya else { return }
    addImperfect(Letters(imperfect.dropFirst()), passive: false)
  }

  private mutating func addImperfect(_ body: Letters, passive: Bool) {
    guard let last = body.last else { return }
    addPersons(body, .imperfect, passive: passive)
    let isDefective =
      last == Letter.ya || last == Letter.alifMaqsura || (last == Letter.waw && perfect.last == Letter.alif)
    let cut = isDefective ? Letters(body.dropLast()) : body
    let dual = last == Letter.alifMaqsura ? cut + [Letter.ya] : body
    for prefix in [Letter.ya, Letter.ta] {
      let feminine = prefix == Letter.ta
      add(
        VerbForm(tense: .imperfect, isFeminine: feminine, number: .dual, isPassive: passive), prefix: prefix, dual,
        Letter.alif, Letter.nun)
      add(
        VerbForm(tense: .dependent, isFeminine: feminine, number: .dual, isPassive: passive), prefix: prefix, dual,
        Letter.alif)
    }
    add(
      VerbForm(tense: .imperfect, number: .plural, isPassive: passive), prefix: Letter.ya, cut, Letter.waw,
      Letter.nun)
    add(
      VerbForm(tense: .dependent, number: .plural, isPassive: passive), prefix: Letter.ya, cut, Letter.waw,
      Letter.alif)
    if isDefective {
      addPersons(cut, .dependent, passive: passive)
    } else if isHollow {
      addPersons(shortened(body), .dependent, passive: passive)
    }
  }

  private mutating func addPersons(_ body: Letters, _ tense: VerbForm.Tense, passive: Bool) {
    add(VerbForm(tense: tense, isPassive: passive), prefix: Letter.ya, body)
    add(VerbForm(tense: tense, isFeminine: true, isPassive: passive), prefix: Letter.ta, body)
    add(VerbForm(tense: tense, person: 1, isPassive: passive), prefix: Letter.hamzaAlif, body)
    add(VerbForm(tense: tense, person: 1, number: .plural, isPassive: passive), prefix: Letter.nun, body)
  }

  // MARK: - Passive, where its letters differ

  private mutating func addPassive() {
    guard let last = perfect.last, imperfect.count >= 3 else { return }
    let isDefective = last == Letter.alifMaqsura || last == Letter.alif && imperfect.last == Letter.waw
    if isDefective {
      addPerfect(passiveStem(Letters(perfect.dropLast())) + [Letter.ya], last: Letter.ya, passive: true)
      addImperfect(Letters(imperfect.dropFirst().dropLast()) + [Letter.alifMaqsura], passive: true)
    } else if isHollow {
      var stem = perfect
      stem[stem.count - 2] = Letter.ya
      addPerfect(stem, last: last, passive: true)
      var body = Letters(imperfect.dropFirst())
      body[body.count - 2] = Letter.alif
      addImperfect(body, passive: true)
    } else if perfect.count == 4, perfect[1] == Letter.alif {
      addPerfect(passiveStem(perfect), last: last, passive: true)
    }
  }

  /// The third form's passive: قاتل, قوتل.
  private func passiveStem(_ stem: Letters) -> Letters {
    guard perfect.count == 4, stem.count >= 2, stem[1] == Letter.alif else { return stem }
    var stem = stem
    stem[1] = Letter.waw
    return stem
  }
}

/// The letters that conjugation adds or looks at.
private enum Letter {
  static let madda: UInt16 = 0x622
  static let hamzaAlif: UInt16 = 0x623
  static let alif: UInt16 = 0x627
  static let ta: UInt16 = 0x62A
  static let nun: UInt16 = 0x646
  static let waw: UInt16 = 0x648
  static let alifMaqsura: UInt16 = 0x649
  static let ya: UInt16 = 0x64A
}
