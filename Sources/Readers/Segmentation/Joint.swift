/// A line that may be the title of another article, with the signs for and against it.
///
/// A title and a subhead look alike. What tells them apart most is lexical cohesion, as in TextTiling (M. A. Hearst,
/// "TextTiling: Segmenting Text into Multi-paragraph Subtopic Passages", 1997): the paragraphs below a subhead go on
/// with the names and nouns of the paragraphs above it, those below another article's title do not.
struct Joint {
  /// A sign, measured from 0 to 1 unless said.
  enum Sign: Int, CaseIterable {
    /// Always 1: what the other signs have to outweigh.
    case anyTitle
    /// The share of the content words below the title that stand above it too, as a square root.
    case cohesion
    /// How alike the words below and above are: the cosine of their numbers.
    case likeness
    /// How few words there are above to compare with.
    case shortAbove
    /// The share of the title's words that stand below it.
    case wordsBelow
    /// The share of the title's words that stand above it.
    case wordsAbove
    /// The title has one or two words.
    case oneOrTwoWords
    /// The title has three words.
    case threeWords
    /// The title has four or five words.
    case fourOrFiveWords
    /// The title has more than fourteen words.
    case manyWords
    /// The title begins with a bullet or a number.
    case item
    /// The title has the form of a byline.
    case bylineForm
    /// The line above is page furniture.
    case furnitureAbove
    /// The line above is ruled.
    case ruleAbove
    /// A page ended between the last paragraph and the title.
    case pageEnd
    /// A section label or a date stands above.
    case labelAbove
    /// More blank lines stand above than between the paragraphs above.
    case broadGap
    /// More blank lines stand above than below.
    case gapAboveIsBroader
    /// There is no blank line above, but there is below.
    case gapBelowOnly
    /// The title is printed again before the story.
    case isRepeated
    /// Reading time, buttons or a date stand below.
    case pageBegins
    /// A caption stands below.
    case captionBelow
    /// A byline stands below, or the story begins with one.
    case bylineBelow
    /// The story begins with "and".
    case storyGoesOn
    /// Other lines of five words or more stand between the title and the story: the more, up to three, the nearer to 1.
    case linesBetween
    /// Lines of fewer words do: as before.
    case namesBetween
    /// Other lines that may be titles stand between the last paragraph and this one: as before.
    case titlesAbove
    /// A heading of links stands above, with nothing but links below it.
    case linksAbove
    /// There is such a heading, and other lines stand between the title and the story: as before.
    case linesBelowLinks
    /// There is such a heading, and the title's words stand below the title: their share.
    case wordsBelowLinks
    /// How many subheads the article above has: as before.
    case subheads
  }

  /// The index of the title's line.
  let title: Int
  /// The value of each sign.
  private(set) var signs = [Double](repeating: 0, count: Sign.allCases.count)

  init(title: Int) {
    self.title = title
  }

  subscript(sign: Sign) -> Double {
    get { signs[sign.rawValue] }
    set { signs[sign.rawValue] = newValue }
  }

  /// How much speaks for a joint; it is believed above 0.
  var score: Double {
    zip(signs, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Whether the best cohesion could make it a joint, while the words above and below have not been compared.
  var mayBeBelieved: Bool {
    score + Self.weights[Sign.wordsBelow.rawValue]
      + self[.linksAbove] * Self.weights[Sign.wordsBelowLinks.rawValue] > 0
  }

  /// What a sign is worth that only the head or the foot of a page gives.
  static let certainty = 4.0

  /// The weight of a sign: log-odds, fitted to joined and single articles of newspapers and rounded.
  private static func weight(of sign: Sign) -> Double {
    switch sign {
    case .anyTitle: 2.8
    case .cohesion: -4.4
    case .likeness: -7.3
    case .shortAbove: -0.7
    case .wordsBelow: 4.5
    case .wordsAbove: -3.9
    case .oneOrTwoWords: -2.5
    case .threeWords: -1.3
    case .fourOrFiveWords: -0.6
    case .manyWords: -2.3
    case .item: -3.7
    case .bylineForm: -4.9
    case .furnitureAbove: 2.0
    case .ruleAbove: 3.2
    case .pageEnd: 0.2
    case .labelAbove: 2.2
    case .broadGap: 1.4
    case .gapAboveIsBroader: 0.7
    case .gapBelowOnly: 0.7
    case .isRepeated: 3.6
    case .pageBegins: 0.4
    case .captionBelow: 1.5
    case .bylineBelow: 0.6
    case .storyGoesOn: -1.6
    case .linesBetween: -6.5
    case .namesBetween: -4.3
    case .titlesAbove: -2.8
    case .linksAbove: -2.5
    case .linesBelowLinks: -3.8
    case .wordsBelowLinks: 4.3
    case .subheads: -1.7
    }
  }

  private static let weights = Sign.allCases.map(weight)
}
