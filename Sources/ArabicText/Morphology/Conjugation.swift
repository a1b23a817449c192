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
  typealias Letters = ArraySlice<UInt16>

  /// What each form tells of itself; every form once, in a fixed order.
  package private(set) var forms: [VerbForm] = []
  /// The forms' letters in UTF-8, one after another.
  private var bytes: [UInt8] = []
  /// Where each form's bytes end.
  private var ends: [Int] = []
  private var perfect: Letters = []
  private var imperfect: Letters = []

  /// Makes a conjugation of no verb, with room for the forms of those to come.
  package init() {
    forms.reserveCapacity(48)
    ends.reserveCapacity(48)
    bytes.reserveCapacity(1024)
  }

  /// Conjugates a verb; both arguments are written without vowels. Forms that no rule can tell are left out.
  package init(perfect: String, imperfect: String) {
    self.init()
    conjugate(perfect: Array(perfect.utf16)[...], imperfect: Array(imperfect.utf16)[...])
  }

  /// Conjugates another verb, whose two forms are given in UTF-16.
  package mutating func conjugate(perfect: ArraySlice<UInt16>, imperfect: ArraySlice<UInt16>) {
    self.perfect = perfect
    self.imperfect = imperfect
    forms.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    addPerfect()
    addImperfect()
    addPassive()
  }

  /// Conjugates another verb, whose two forms are given in UTF-8 with a slash between them, as in `زار/يزور`.
  ///
  /// - Returns: Whether there are two forms.
  package mutating func conjugate(pair: UnsafeBufferPointer<UInt8>) -> Bool {
    let letters = Array(String(decoding: pair, as: UTF8.self).utf16)
    let parts = letters.split(separator: 0x2F)
    guard parts.count == 2 else { return false }
    conjugate(perfect: parts[0], imperfect: parts[1])
    return true
  }

  /// The letters of a form in UTF-8.
  package func letters(_ form: Int) -> ArraySlice<UInt8> { bytes[range(of: form)] }

  /// Hands over each form and its letters in UTF-8.
  package func forEach(_ body: (VerbForm, UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      for form in forms.indices { body(forms[form], UnsafeBufferPointer(rebasing: bytes[range(of: form)])) }
    }
  }

  private func range(of form: Int) -> Range<Int> { (form == 0 ? 0 : ends[form - 1])..<ends[form] }

  // MARK: - Adding

  /// Adds a stem between an optional letter and up to three others. No form is added twice, so none is looked for.
  private mutating func add(
    _ form: VerbForm, prefix: UInt16? = nil, _ stem: Letters, _ first: UInt16? = nil, _ second: UInt16? = nil,
    _ third: UInt16? = nil
  ) {
    if let prefix { append(prefix) }
    for letter in stem { append(letter) }
    if let first { append(first) }
    if let second { append(second) }
    if let third { append(third) }
    forms.append(form)
    ends.append(bytes.count)
  }

  @inline(__always)
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
      let cut = base.dropLast()
      addThirdPersons(feminine: cut, dual: cut, joint: Letter.ya, plural: cut, passive: passive)
      addFirstPersons(cut, joint: Letter.ya, passive: passive)
    case Letter.alif:
      let cut = base.dropLast()
      addThirdPersons(feminine: cut, dual: cut, joint: Letter.waw, plural: cut, passive: passive)
      addFirstPersons(cut, joint: Letter.waw, passive: passive)
    case Letter.ya where base.count <= 3 || passive:
      addThirdPersons(feminine: base, dual: base, plural: base.dropLast(), passive: passive)
      addFirstPersons(base, passive: passive)
    default:
      addThirdPersons(feminine: base, dual: base, plural: base, passive: passive)
      if isHollow {
        addFirstPersons(base.dropLast(2), joint: last, passive: passive)
      } else {
        addFirstPersons(base, passive: passive)
      }
    }
  }

  /// - Parameter joint: A letter between the stem of the dual and its ending.
  private mutating func addThirdPersons(
    feminine: Letters, dual: Letters, joint: UInt16? = nil, plural: Letters, passive: Bool
  ) {
    func form(_ number: VerbForm.Number, feminine: Bool = false) -> VerbForm {
      VerbForm(tense: .perfect, isFeminine: feminine, number: number, isPassive: passive)
    }
    add(form(.singular, feminine: true), feminine, Letter.ta)
    // A final hamza on alif takes the dual's alif as madda (بدأ: بدآ).
    if joint == nil, dual.last == Letter.hamzaAlif {
      add(form(.dual), dual.dropLast(), Letter.madda)
    } else {
      add(form(.dual), dual, joint, Letter.alif)
    }
    add(form(.dual, feminine: true), feminine, Letter.ta, Letter.alif)
    add(form(.plural), plural, Letter.waw, Letter.alif)
  }

  /// - Parameter joint: The last letter of the stem, where it is another than that of the letters given.
  private mutating func addFirstPersons(_ stem: Letters, joint: UInt16? = nil, passive: Bool) {
    let last = joint ?? stem.last
    // A stem that ends in the ending's own letter is written with that letter once (أدنّا، التفتّ).
    let ta = last == Letter.ta ? nil : Letter.ta
    let isNun = last == Letter.nun
    add(VerbForm(tense: .perfect, person: 1, isPassive: passive), stem, joint, ta)
    add(
      VerbForm(tense: .perfect, person: 1, number: .plural, isPassive: passive), stem, joint,
      isNun ? nil : Letter.nun, Letter.alif)
    add(
      VerbForm(tense: .perfect, isFeminine: true, number: .plural, isPassive: passive), stem, joint,
      isNun ? nil : Letter.nun)
  }

  private var isHollow: Bool {
    guard perfect.count >= 3, imperfect.count >= 3, perfect[perfect.endIndex - 2] == Letter.alif else { return false }
    let middle = imperfect[imperfect.endIndex - 2]
    return middle == Letter.waw || middle == Letter.ya || middle == Letter.alif
  }

  // MARK: - Imperfect

  private mutating func addImperfect() {
    guard imperfect.count >= 3, imperfect.first == Letter.ya else { return }
    addImperfect(imperfect.dropFirst(), passive: false)
  }

  private mutating func addImperfect(_ body: Letters, passive: Bool) {
    guard let last = body.last else { return }
    addPersons(body, .imperfect, passive: passive)
    let isDefective =
      last == Letter.ya || last == Letter.alifMaqsura || (last == Letter.waw && perfect.last == Letter.alif)
    let cut = isDefective ? body.dropLast() : body
    // Final ى is ي before the dual's ending.
    let (dual, joint): (Letters, UInt16?) = last == Letter.alifMaqsura ? (cut, Letter.ya) : (body, nil)
    for prefix in [Letter.ya, Letter.ta] {
      let feminine = prefix == Letter.ta
      add(
        VerbForm(tense: .imperfect, isFeminine: feminine, number: .dual, isPassive: passive), prefix: prefix, dual,
        joint, Letter.alif, Letter.nun)
      add(
        VerbForm(tense: .dependent, isFeminine: feminine, number: .dual, isPassive: passive), prefix: prefix, dual,
        joint, Letter.alif)
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
      addPersons(body.dropLast(2), joint: last, .dependent, passive: passive)
    }
  }

  /// - Parameter joint: The last letter of a hollow stem, whose middle letter is dropped: يزور, يزر.
  private mutating func addPersons(
    _ body: Letters, joint: UInt16? = nil, _ tense: VerbForm.Tense, passive: Bool
  ) {
    add(VerbForm(tense: tense, isPassive: passive), prefix: Letter.ya, body, joint)
    add(VerbForm(tense: tense, isFeminine: true, isPassive: passive), prefix: Letter.ta, body, joint)
    add(VerbForm(tense: tense, person: 1, isPassive: passive), prefix: Letter.hamzaAlif, body, joint)
    add(VerbForm(tense: tense, person: 1, number: .plural, isPassive: passive), prefix: Letter.nun, body, joint)
  }

  // MARK: - Passive, where its letters differ

  private mutating func addPassive() {
    guard let last = perfect.last, imperfect.count >= 3 else { return }
    let isDefective = last == Letter.alifMaqsura || last == Letter.alif && imperfect.last == Letter.waw
    if isDefective {
      addPerfect(passiveStem(perfect.dropLast()) + [Letter.ya], last: Letter.ya, passive: true)
      addImperfect(imperfect.dropFirst().dropLast() + [Letter.alifMaqsura], passive: true)
    } else if isHollow {
      var stem = perfect
      stem[stem.endIndex - 2] = Letter.ya
      addPerfect(stem, last: last, passive: true)
      var body = imperfect.dropFirst()
      body[body.endIndex - 2] = Letter.alif
      addImperfect(body, passive: true)
    } else if perfect.count == 4, perfect[perfect.startIndex + 1] == Letter.alif {
      addPerfect(passiveStem(perfect), last: last, passive: true)
    }
  }

  /// The third form's passive: قاتل, قوتل.
  private func passiveStem(_ stem: Letters) -> Letters {
    guard perfect.count == 4, stem.count >= 2, stem[stem.startIndex + 1] == Letter.alif else { return stem }
    var stem = stem
    stem[stem.startIndex + 1] = Letter.waw
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
