internal import ArabicText
internal import EventModel

/// Pronouns that mean somebody who is named only after them.
extension ArgumentBinder {
  /// «عقب لقائه نظيره، قال الوزير»: whoever does what the sentence tells, where a pronoun stands in what is set before its first
  /// verb; nil where the verb names nobody behind it who agrees with the pronoun.
  func cataphor(_ enclitic: Enclitic, at token: Int) -> [Int]? {
    guard enclitic == .hu || enclitic == .ha else { return nil }
    let sentence = text.sentences[text.sentence(of: token)].tokens
    var start = sentence.lowerBound
    while start < token, text.tokens[start].kind == .punctuation { start += 1 }
    // The sentence opens with a preposition or an adverb of time.
    let opens =
      text.tokens[start].marks.meets(.preposition) || view.kind(start) == .adverb || view.isTime[start]
    guard opens else { return nil }
    guard let verb = (token + 1..<max(token + 1, sentence.upperBound)).first(where: { view.isVerb($0) }),
      // «وعقب», «وفي» may be verbs too.
      !(start + 1..<max(start + 1, token)).contains(where: { view.isVerb($0) }),
      let subject = subjects.subjects[verb], subject.isExplicit, let number = subject.mention,
      view.mentions[number].tokens.lowerBound > verb, subject.entities.count == 1
    else { return nil }
    let agrees = subjects.agrees(subject.entities, isFeminine: enclitic == .ha, number: .singular)
    return agrees ? subject.entities : nil
  }
}
