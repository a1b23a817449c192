internal import ArabicText
internal import Lexicon

/// The names of news agencies, whose texts others print.
struct AgencyNames: Sendable {
  private var names = ByteMap<Bool>()

  init(lexicon: Lexicon) {
    for row in lexicon.rows("media") where row["kind"] == "agency" {
      for name in [row["name"], row["name_en"]] + row.list("aliases") {
        Folding.fold(name).withUnsafeBufferPointer { names.set($0, true) }
      }
    }
  }

  /// Whether an outlet is a news agency; the word for agency may stand before its name.
  func contain(_ outlet: String) -> Bool {
    let folded = Folding.fold(outlet)
    if names[folded] != nil { return true }
    let head = Folding.fold("وكالة ")
    return folded.starts(with: head) && names[Array(folded[head.count...])] != nil
  }
}

extension AgencyNames: Imaged {
  init(from image: inout ImageReader) { names = image.read() }

  func write(to image: inout ImageWriter) { image.write(names) }
}
