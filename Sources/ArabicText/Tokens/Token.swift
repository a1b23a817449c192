public import EventModel

// Public, though no other package sees this module: the compiler inlines into other modules only what is public, and the
// hot loops of the steps ask these for every word.

/// A word, number or mark of the text.
@frozen
public struct Token: Sendable, Hashable {
  /// What a token is.
  @frozen
  public enum Kind: UInt8, Sendable {
    /// Arabic letters.
    case word
    /// Digits, Western or Eastern, with inner separators.
    case number
    /// Letters of another script.
    case latin
    /// One mark, or a run of dots.
    case punctuation

    /// Whether two are one; written out, because the general one is slow across modules.
    @inlinable @inline(__always)
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Whether two differ.
    @inlinable @inline(__always)
    public static func != (left: Self, right: Self) -> Bool { left.rawValue != right.rawValue }
  }

  /// Where it begins, in bytes of the document.
  public var start: Int32
  /// Where it ends.
  public var end: Int32
  /// What it is.
  public var kind: Kind
  /// Whether white space, or the beginning of the block, stands before it.
  public var isSpaced: Bool
  /// Whether it is only proclitics, glued by tatweel or a quotation mark to what follows (لـ in لـ18).
  public var isBareClitic: Bool
  /// Whether it ends in tanwin al-fath, which marks an indefinite accusative.
  public var hasTanwin: Bool
  /// The symbol of the whole word, clitics and all.
  public var whole: Symbol
  /// A number's value where it is whole, a mark's first code point, else -1.
  public var value: Int32
  /// What the tables say of the stems of its analyses, all together.
  public var marks: WordMarks = []
  /// The word's analyses in ``TokenizedText/analyses``; the likeliest first.
  public var analyses: Range<Int32>

  /// The value of a whole number.
  @inlinable public var number: Int? { kind == .number && value >= 0 ? Int(value) : nil }
  /// The first code point of a mark.
  @inlinable public var mark: UInt32? { kind == .punctuation ? UInt32(value) : nil }
  /// The token's bytes in the document.
  @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }
}

extension Token {
  /// Takes over how the same word was read elsewhere in the text.
  mutating func takeReading(of other: Token) {
    whole = other.whole
    isBareClitic = other.isBareClitic
    marks = other.marks
    analyses = other.analyses
  }
}

/// The particles that are written together with the word that follows.
@frozen
public struct Proclitics: OptionSet, Sendable, Hashable {
  /// One bit a particle.
  public let rawValue: UInt8

  /// Wraps bits.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// و, and.
  @inlinable public static var wa: Proclitics { Proclitics(rawValue: 1) }
  /// ف, so.
  @inlinable public static var fa: Proclitics { Proclitics(rawValue: 2) }
  /// ب, by, in.
  @inlinable public static var ba: Proclitics { Proclitics(rawValue: 4) }
  /// ك, as.
  @inlinable public static var ka: Proclitics { Proclitics(rawValue: 8) }
  /// ل, for, to.
  @inlinable public static var la: Proclitics { Proclitics(rawValue: 16) }
  /// س, the future.
  @inlinable public static var sa: Proclitics { Proclitics(rawValue: 32) }
  /// ال, the, where it is not part of the stem.
  @inlinable public static var al: Proclitics { Proclitics(rawValue: 64) }

  /// و or ف.
  @inlinable public static var conjunctions: Proclitics { Proclitics(rawValue: 3) }
  /// ب, ك or ل.
  @inlinable public static var prepositions: Proclitics { Proclitics(rawValue: 28) }

  /// The union of a list; written out, because the general one is slow across modules.
  @inlinable @inline(__always)
  public init(arrayLiteral elements: Proclitics...) {
    var bits: UInt8 = 0
    for element in elements { bits |= element.rawValue }
    self.init(rawValue: bits)
  }
}

/// The pronouns that are written together with the word that they follow.
@frozen
public enum Enclitic: UInt8, Sendable, Hashable, CaseIterable {
  case hu, ha, huma, hum, hunna, ka, kum, kuma, na, ni, ya

  /// The letters.
  public var letters: String {
    switch self {
    case .hu: "ه"
    case .ha: "ها"
    case .huma: "هما"
    case .hum: "هم"
    case .hunna: "هن"
    case .ka: "ك"
    case .kum: "كم"
    case .kuma: "كما"
    case .na: "نا"
    case .ni: "ني"
    case .ya: "ي"
    }
  }
}

/// One way to read a word: its clitics and the stem between them.
@frozen
public struct Analysis: Sendable, Hashable {
  /// The proclitics.
  public var proclitics: Proclitics
  /// The stem; ``Symbol/none`` where only the clitics are known.
  public var stem: Symbol
  /// The enclitic.
  public var enclitic: Enclitic?

  /// Makes an analysis.
  @inlinable
  public init(proclitics: Proclitics, stem: Symbol, enclitic: Enclitic? = nil) {
    self.proclitics = proclitics
    self.stem = stem
    self.enclitic = enclitic
  }
}

/// A sentence: a run of tokens inside one block.
@frozen
public struct Sentence: Sendable, Hashable {
  /// Its tokens.
  public var tokens: Range<Int>
  /// From its first token's first byte to its last one's last.
  public var bytes: Range<Int>
  /// The block of ``ArticleLayout/blocks`` that holds it.
  public var block: Int
}

/// An article's kept blocks, cut into sentences and tokens. A class, because every step refers to it and none changes it.
public final class TokenizedText: Sendable {
  /// The document.
  public let text: SourceText
  /// All tokens, in order.
  public let tokens: [Token]
  /// The analyses that tokens refer to.
  public let analyses: [Analysis]
  /// All sentences, in order.
  public let sentences: [Sentence]

  init(text: SourceText, tokens: [Token], analyses: [Analysis], sentences: [Sentence]) {
    self.text = text
    self.tokens = tokens
    self.analyses = analyses
    self.sentences = sentences
  }

  /// The analyses of a token, the likeliest first.
  @inlinable @inline(__always)
  public func analyses(of token: Int) -> ArraySlice<Analysis> {
    let range = tokens[token].analyses
    return analyses[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The bytes from one token's begin to another's end.
  @inlinable
  public func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[last].end)
  }

  /// The characters from one token's begin to another's end.
  public func string(_ range: Range<Int>) -> String {
    text[bytes(range)]
  }

  /// The index of the sentence that holds a token.
  @inlinable
  public func sentence(of token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
