internal import ArabicText
internal import Lexicon

/// The names of news agencies, whose texts others print.
struct AgencyNames: Sendable {
  private var names: Set<[UInt8]> = []

  init(lexicon: Lexicon) {
    for row in lexicon.rows("media") where row["kind"] == "agency" {
      for name in [row["name"], row["name_en"]] + row.list("aliases") { names.insert(Folding.fold(name)) }
    }
  }

  /// Whether an outlet is a news agency; the word for agency may stand before its name.
  func contain(_ outlet: String) -> Bool {
    let folded = Folding.fold(outlet)
    if names.contains(folded) { return true }
    let head = Folding.fold("وكالة ")
    return folded.starts(with: head) && names.contains(Array(folded[head.count...]))
  }
}
