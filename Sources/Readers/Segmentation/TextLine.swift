/// A line of a document that is not blank, with what the layout depends on.
struct TextLine {
  /// How a line ends, closing quotes and brackets apart.
  enum Ending {
    /// A full stop, question mark, exclamation mark or ellipsis.
    case final
    /// A comma, semicolon or colon: the line goes on.
    case open
    /// Anything else.
    case none
  }

  /// Where it stands in the document, in bytes, without surrounding blanks.
  var range: Range<Int>
  /// The number of blank lines before it.
  var gap: Int
  /// The number of words; counting stops at ``wordLimit``, in a sentence at ``sentenceLimit``. A line above
  /// ``byteLimit`` counts as having as many.
  var words = 0
  /// How it ends.
  var ending = Ending.none
  /// Whether it ends as titles may: with a question mark, an exclamation mark or an ellipsis.
  var hasTitleMark = false
  /// Equal for lines that say the same, apart from punctuation and spelling variants; 0 for lines too long to be
  /// repeated, and for lines without letters and digits.
  var key: UInt64 = 0
  /// Whether it holds a letter or a digit.
  var hasWords = true
  /// Whether it begins with a bullet, a dash, an asterisk or a number.
  var isItem = false
  /// Whether it begins with the conjunction "and", as a line does that goes on with a story.
  var beginsWithAnd = false
  /// Whether it is the caption of a picture, going by a photo credit.
  var isCaption = false
  /// Whether it names who wrote it, going by its form: `place - agency`.
  var hasBylineForm = false
  /// The date, where the line is nothing but a dateline.
  var dateline: Dateline?
  /// What the table of page furniture says.
  var match = FurnitureTable.Match()

  /// The largest number of words that is told apart.
  static let wordLimit = 61
  /// The largest number of words of a sentence that is told apart.
  static let sentenceLimit = 41
  /// The longest line in bytes that may be anything but a paragraph.
  static let byteLimit = 720

  /// Whether it can be nothing but a paragraph: a sentence, or too long for anything else.
  var isParagraph: Bool {
    !isFurniture && !isCaption && (words >= 30 || (ending == .final && words >= 6))
  }

  /// Whether it is a paragraph of some length, as stories are made of.
  var isLongParagraph: Bool {
    isParagraph && words >= 13
  }

  /// Whether the table knows it wherever it stands.
  var isFurniture: Bool {
    match.anywhere != nil || !hasWords
  }

  /// Whether it may be a title: a few words, no sentence.
  func isTitle(words range: ClosedRange<Int>) -> Bool {
    range.contains(words) && ending == .none && key != 0 && !isFurniture && !isCaption && !isItem && dateline == nil
  }
}
