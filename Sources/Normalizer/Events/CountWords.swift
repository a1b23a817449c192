internal import ArabicText
internal import EventModel
internal import Lexicon

/// The words that tell how often something was, beside the numerals.
struct CountWords: Sendable {
  /// Where a word stands, and what it does.
  private enum Kind: String {
    case before, after, times, twice, one
  }

  /// Phrases before a number: «أكثر من».
  private(set) var before = PhraseTrie<EventCount.Relation>()
  /// Phrases behind the counted noun: «على الأقل».
  private(set) var after = PhraseTrie<EventCount.Relation>()
  /// مرة and its plural.
  private(set) var times = SymbolSet()
  /// The dual of مرة.
  private(set) var twice = SymbolSet()
  /// Words that say that there was one.
  private(set) var one = SymbolSet()

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("count-words") {
      guard let relation = EventCount.Relation(rawValue: row["relation"]) else {
        throw row.fault("count-relation", "“\(row["relation"])” is no relation of a number")
      }
      guard let kind = Kind(rawValue: row["kind"]) else {
        throw row.fault("count-kind", "“\(row["kind"])” is no kind of a word that counts")
      }
      for form in row.list("forms") {
        switch kind {
        case .before: before.insert(form, relation, &vocabulary)
        case .after: after.insert(form, relation, &vocabulary)
        case .times: times.insert(vocabulary.intern(form))
        case .twice: twice.insert(vocabulary.intern(form))
        case .one: one.insert(vocabulary.intern(form))
        }
      }
    }
    before.finish()
    after.finish()
  }
}

extension CountWords: Imaged {
  init(from image: inout ImageReader) {
    before = image.read()
    after = image.read()
    times = image.read()
    twice = image.read()
    one = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(before, after, times, twice, one) }
}
