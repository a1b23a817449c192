internal import ArabicText
internal import EventModel
internal import Lexicon

/// Nouns that stand for actors named elsewhere.
struct AnaphorTable: Sendable {
  /// How an anaphor finds its actors.
  enum Kind: String, Sendable, CaseIterable {
    case pair, counterpart, last
  }

  /// What the actors are, or whether it is a place.
  enum Target: String, Sendable, CaseIterable {
    case person, country, place, any
  }

  /// A row of the table.
  struct Anaphor: Sendable {
    var id: String
    var kind: Kind
    var target: Target
    /// ISO codes of the countries that it can stand for; empty for any.
    var countries: [String]
    /// Kinds of the table of places that it can stand for.
    var places: [String]
    /// What the ids of the offices end in whose holders it rather stands for.
    var offices: [String]
  }

  private(set) var forms = PhraseTrie<Anaphor>(mark: .anaphor)

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("anaphors") {
      guard let kind = Kind(rawValue: row["kind"]), let target = Target(rawValue: row["of"]) else {
        throw row.fault("anaphor-kind", "kind or of is none of those that the table explains", in: "kind")
      }
      for form in row.list("forms") {
        forms.insert(
          form,
          Anaphor(
            id: row["id"], kind: kind, target: target, countries: row.list("countries"), places: row.list("places"),
            offices: row.list("offices")),
          &vocabulary)
      }
    }
    forms.finish()
  }
}

extension AnaphorTable: Imaged {
  init(from image: inout ImageReader) { forms = image.read() }

  func write(to image: inout ImageWriter) { image.write(forms) }
}

extension AnaphorTable.Anaphor: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), kind: image.read(), target: image.read(), countries: image.read(), places: image.read(),
      offices: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, kind, target, countries, places, offices) }
}

extension AnaphorTable.Kind: ImagedCase {}
extension AnaphorTable.Target: ImagedCase {}
