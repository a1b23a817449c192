import Testing

@testable import ArabicText

@Suite("Conjugation")
struct ConjugationTests {
  @Test(
    "A verb's written forms include those that news uses",
    arguments: [
      ("التقى/يلتقي", "التقى التقت التقيا التقتا التقوا التقينا يلتقي تلتقي يلتقيان يلتقون يلتق يلتقوا نلتقي"),
      ("زار/يزور", "زار زارت زارا زاروا زرت زرنا يزور تزور يزوران يزورون يزر تزر يزوروا زير يزار"),
      ("قال/يقول", "قال قالت قالوا قلت قلنا يقول تقول يقولون يقل قيل يقال"),
      ("نفى/ينفي", "نفى نفت نفيا نفوا ينفي تنفي ينفيان ينفون ينف نفي ينفى"),
      ("دعا/يدعو", "دعا دعت دعوا دعونا يدعو تدعو يدعوان يدعون يدع دعي يدعى"),
      ("أدان/يدين", "أدان أدانت أدانوا أدنا يدين تدين يدينون يدن أدين يدان"),
      ("بدأ/يبدأ", "بدأ بدأت بدآ بدأوا يبدأ تبدأ"),
      ("بحث/يبحث", "بحث بحثت بحثا بحثتا بحثوا يبحث تبحث يبحثان يبحثون يبحثوا"),
      ("شارك/يشارك", "شارك شاركت شاركوا يشارك تشارك يشاركون شورك"),
      ("استقال/يستقيل", "استقال استقالت استقلت يستقيل تستقيل يستقل"),
    ])
  func written(verb: String, expected: String) {
    let pair = verb.split(separator: "/").map(String.init)
    let forms = Set(written(Conjugation(perfect: pair[0], imperfect: pair[1])).map(\.letters))
    for form in expected.split(separator: " ") {
      #expect(forms.contains(String(form)), "\(form)")
    }
  }

  @Test("Person, number and gender are told from the ending")
  func features() {
    let forms = written(Conjugation(perfect: "التقى", imperfect: "يلتقي"))
    let dual = forms.first { $0.letters == "يلتقيان" }?.form
    #expect(dual?.number == .dual && dual?.tense == .imperfect && dual?.isFeminine == false)
    #expect(forms.first { $0.letters == "التقت" }?.form.isFeminine == true)
  }

  @Test("No form is given twice")
  func unique() {
    for pair in [("زار", "يزور"), ("نفى", "ينفي"), ("رد", "يرد")] {
      let forms = written(Conjugation(perfect: pair.0, imperfect: pair.1))
      let different = Set(forms.map { [$0.letters, "\($0.form)"] })
      #expect(different.count == forms.count)
    }
  }

  @Test("A form keeps tense, person, number and gender apart")
  func packed() {
    for person in [1, 3] as [UInt8] {
      for number in [VerbForm.Number.singular, .dual, .plural] {
        for tense in [VerbForm.Tense.perfect, .imperfect, .dependent] {
          let form = VerbForm(tense: tense, person: person, isFeminine: true, number: number, isPassive: person == 1)
          #expect(form.tense == tense && form.person == person && form.number == number && form.isFeminine)
          #expect(form.isPassive == (person == 1))
        }
      }
    }
  }

  private func written(_ conjugation: Conjugation) -> [(letters: String, form: VerbForm)] {
    conjugation.forms.indices.map { index in
      (String(decoding: conjugation.letters(index), as: UTF8.self), conjugation.forms[index])
    }
  }
}

@Suite("Noun inflection")
struct NounInflectionTests {
  @Test(
    "Plurals, duals and accusatives are written as news writes them",
    arguments: [
      ("زيارة", NounInflection.Plural.feminine, "زيارة زيارتان زيارتين زيارات زيارتا"),
      ("مسؤول", .masculine, "مسؤول مسؤولا مسؤولان مسؤولين مسؤولون مسؤولو مسؤولي"),
      ("وزير الخارجية", .none, "وزير الخارجية|وزيرا الخارجية|وزيري الخارجية"),
      ("لقاء", .feminine, "لقاء لقاءات لقاءان لقاءين"),
    ])
  func written(singular: String, plural: NounInflection.Plural, expected: String) {
    var inflection = NounInflection()
    var singular = singular
    singular.withUTF8 { inflection.inflect($0, plural: plural) }
    var forms: Set<String> = []
    inflection.forEach { _, letters in forms.insert(String(decoding: letters, as: UTF8.self)) }
    for form in expected.split(separator: expected.contains("|") ? "|" : " ") {
      #expect(forms.contains(String(form)), "\(form)")
    }
  }
}
