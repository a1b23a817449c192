/// Generates the written forms of a verb from its perfect and imperfect, third person masculine singular.
///
/// News is printed without vowels, so the two forms show all that matters of root and form: a hollow verb by its middle
/// alif (زار/يزور), a defective one by its last letter (نفى/ينفي, دعا/يدعو, بقي/يبقى). Passives are written like actives
/// but for hollow, defective and third-form verbs.
///
/// ```
/// Conjugation(perfect: "التقى", imperfect: "يلتقي").forms  // التقى التقت التقيا … يلتقي تلتقي يلتقيان يلتقون …
/// ```
package struct Conjugation: Sendable {
  /// Every form once, in a fixed order.
  package let forms: [VerbForm]

  /// Conjugates a verb; both arguments are written without vowels. Forms that no rule can tell are left out.
  package init(perfect: String, imperfect: String) {
    var builder = Builder(perfect: Array(perfect.unicodeScalars), imperfect: Array(imperfect.unicodeScalars))
    builder.addPerfect()
    builder.addImperfect()
    builder.addPassive()
    forms = builder.forms
  }
}

private struct Builder {
  typealias Letters = [Unicode.Scalar]

  let perfect: Letters
  let imperfect: Letters
  var forms: [VerbForm] = []
  /// The letters and features of ``forms``, to add each once.
  private var seen: Set<[UInt32]> = []

  init(perfect: Letters, imperfect: Letters) {
    self.perfect = perfect
    self.imperfect = imperfect
  }

  private mutating func add(
    _ letters: Letters, _ tense: VerbForm.Tense, person: UInt8 = 3, feminine: Bool = false,
    _ number: VerbForm.Number = .singular, passive: Bool = false
  ) {
    let features: UInt32 =
      UInt32(tense.rawValue) << 16 | UInt32(person) << 8 | UInt32(number.rawValue) << 4 | (feminine ? 2 : 0)
      | (passive ? 1 : 0)
    guard seen.insert(letters.map(\.value) + [features]).inserted else { return }
    var text = ""
    text.unicodeScalars.append(contentsOf: letters)
    forms.append(
      VerbForm(letters: text, tense: tense, person: person, isFeminine: feminine, number: number, isPassive: passive))
  }

  // MARK: - Perfect

  mutating func addPerfect() {
    guard perfect.count >= 2, let last = perfect.last else { return }
    addPerfect(perfect, last: last, passive: false)
  }

  private mutating func addPerfect(_ base: Letters, last: Unicode.Scalar, passive: Bool) {
    let cut = Letters(base.dropLast())
    add(base, .perfect, passive: passive)
    switch last {
    case "ى":
      addThirdPersons(feminine: cut, dual: cut + ["ي"], plural: cut, passive: passive)
      addFirstPersons(cut + ["ي"], passive: passive)
    case "ا":
      addThirdPersons(feminine: cut, dual: cut + ["و"], plural: cut, passive: passive)
      addFirstPersons(cut + ["و"], passive: passive)
    case "ي" where base.count <= 3 || passive:
      addThirdPersons(feminine: base, dual: base, plural: cut, passive: passive)
      addFirstPersons(base, passive: passive)
    default:
      addThirdPersons(feminine: base, dual: base, plural: base, passive: passive)
      addFirstPersons(isHollow ? shortened(base) : base, passive: passive)
    }
  }

  private mutating func addThirdPersons(feminine: Letters, dual: Letters, plural: Letters, passive: Bool) {
    add(feminine + ["ت"], .perfect, feminine: true, passive: passive)
    add(joinAlif(dual), .perfect, .dual, passive: passive)
    add(feminine + ["ت", "ا"], .perfect, feminine: true, .dual, passive: passive)
    add(plural + ["و", "ا"], .perfect, .plural, passive: passive)
  }

  private mutating func addFirstPersons(_ stem: Letters, passive: Bool) {
    // A stem that ends in the ending's own letter is written with that letter once (أدنّا، التفتّ).
    let first = stem.last == "ت" ? [] : ["ت"] as Letters
    let nun = stem.last == "ن" ? [] : ["ن"] as Letters
    add(stem + first, .perfect, person: 1, passive: passive)
    add(stem + nun + ["ا"], .perfect, person: 1, .plural, passive: passive)
    add(stem + nun, .perfect, feminine: true, .plural, passive: passive)
  }

  /// A final hamza or alif takes the dual's alif as madda (بدأ: بدآ).
  private func joinAlif(_ stem: Letters) -> Letters {
    stem.last == "أ" ? stem.dropLast() + ["آ"] : stem + ["ا"]
  }

  private var isHollow: Bool {
    guard perfect.count >= 3, imperfect.count >= 3, perfect[perfect.count - 2] == "ا" else { return false }
    let middle = imperfect[imperfect.count - 2]
    return middle == "و" || middle == "ي" || middle == "ا"
  }

  /// A hollow stem before a consonant: زار, زر.
  private func shortened(_ stem: Letters) -> Letters {
    var stem = stem
    stem.remove(at: stem.count - 2)
    return stem
  }

  // MARK: - Imperfect

  mutating func addImperfect() {
    guard imperfect.count >= 3, imperfect.first == "ي" else { return }
    addImperfect(Letters(imperfect.dropFirst()), passive: false)
  }

  private mutating func addImperfect(_ body: Letters, passive: Bool) {
    guard let last = body.last else { return }
    addPersons(body, .imperfect, passive: passive)
    let isDefective = last == "ي" || last == "ى" || (last == "و" && perfect.last == "ا")
    let cut = isDefective ? Letters(body.dropLast()) : body
    let dual = last == "ى" ? cut + ["ي"] : body
    for (prefix, feminine) in [("ي", false), ("ت", true)] as [(Unicode.Scalar, Bool)] {
      add([prefix] + dual + ["ا", "ن"], .imperfect, feminine: feminine, .dual, passive: passive)
      add([prefix] + dual + ["ا"], .dependent, feminine: feminine, .dual, passive: passive)
    }
    add(["ي"] + cut + ["و", "ن"], .imperfect, .plural, passive: passive)
    add(["ي"] + cut + ["و", "ا"], .dependent, .plural, passive: passive)
    if isDefective {
      addPersons(cut, .dependent, passive: passive)
    } else if isHollow || (passive && perfect.count == 3 && isHollow) {
      addPersons(shortened(body), .dependent, passive: passive)
    }
  }

  private mutating func addPersons(_ body: Letters, _ tense: VerbForm.Tense, passive: Bool) {
    add(["ي"] + body, tense, passive: passive)
    add(["ت"] + body, tense, feminine: true, passive: passive)
    add(["أ"] + body, tense, person: 1, passive: passive)
    add(["ن"] + body, tense, person: 1, .plural, passive: passive)
  }

  // MARK: - Passive, where its letters differ

  mutating func addPassive() {
    guard let last = perfect.last, imperfect.count >= 3 else { return }
    let isDefective = last == "ى" || last == "ا" && imperfect.last == "و"
    if isDefective {
      addPerfect(passiveStem(Letters(perfect.dropLast())) + ["ي"], last: "ي", passive: true)
      addImperfect(Letters(imperfect.dropFirst().dropLast()) + ["ى"], passive: true)
    } else if isHollow {
      var stem = perfect
      stem[stem.count - 2] = "ي"
      addPerfect(stem, last: stem[stem.count - 1], passive: true)
      var body = Letters(imperfect.dropFirst())
      body[body.count - 2] = "ا"
      addImperfect(body, passive: true)
    } else if perfect.count == 4, perfect[1] == "ا" {
      addPerfect(passiveStem(perfect), last: last, passive: true)
    }
  }

  /// The third form's passive: قاتل, قوتل.
  private func passiveStem(_ stem: Letters) -> Letters {
    guard perfect.count == 4, stem.count >= 2, stem[1] == "ا" else { return stem }
    var stem = stem
    stem[1] = "و"
    return stem
  }
}
