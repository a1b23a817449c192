internal import EventModel

/// The sentence of a quotation, in which words can be marked.
struct MarkedSentence: Sendable, Hashable {
  /// Its characters.
  var text: String
  /// Where it begins in the document text, in code points.
  var start: Int

  /// The sentence on one line, with the words in some ranges marked; ranges that overlap are marked as one.
  ///
  /// - Parameter ranges: In code points of the document text.
  func line(marking ranges: [Range<Int>], with mark: (String) -> String) -> String {
    let letters = Array(text.unicodeScalars)
    var (line, index) = ("", 0)
    for range in Self.joined(ranges) {
      let (first, last) = (max(range.lowerBound - start, index), min(range.upperBound - start, letters.count))
      guard first < last else { continue }
      line += Self.string(letters[index..<first]) + mark(Self.string(letters[first..<last]))
      index = last
    }
    return line + Self.string(letters[index...])
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private static func string(_ letters: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: letters)
    return text.onOneLine
  }
}
