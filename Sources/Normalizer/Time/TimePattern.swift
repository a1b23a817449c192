internal import ArabicText
internal import EventModel
internal import Lexicon

/// A row of the pattern table: a sequence of elements, and how their values make a meaning.
///
/// An element is a class of the calendar table (`WEEKDAY`), a nonterminal (see ``Nonterminal``), a literal word, or a mark;
/// alternatives are joined by `|`. `+` before a class wants the article, `-` wants none, `&` wants a leading و. `?` after
/// an element makes it optional. Elements in braces are context: they must be there, but are no part of the expression; one
/// at the beginning is a single word before it; `{!…}` must not be there.
///
/// ```
/// span   {خلال|في}? +UNITS NUM SHIFT   span(#3,#2,#4)   وارتفعت خلال [الأشهر الثلاثة الماضية].
/// ```
struct TimePattern: Sendable {
  /// What stands for something longer than words of one class.
  enum Nonterminal: String, Sendable, CaseIterable {
    /// A cardinal number in digits or words.
    case number = "NUM"
    /// An ordinal number in words.
    case ordinal = "ORDINAL"
    /// A day of the month: 1–31 in digits, or an ordinal.
    case day = "DAY"
    /// A Gregorian year in digits.
    case year = "YEAR"
    /// A Hijri year in digits.
    case hijriYear = "HYEAR"
    /// A month's name, perhaps with its other name in parentheses or after a stroke.
    case month = "MON"
    /// The same, where the name can be nothing but a month.
    case certainMonth = "SMON"
    /// The name of a Hijri month.
    case hijriMonth = "HMON"
    /// A date in digits: 27/11/2024.
    case digits = "DIGITS"
    /// An expression of time.
    case time = "TIME"
    /// A date that names a day.
    case dayDate = "DAYDATE"
    /// A year that is counted from now, or from another: العام الماضي, ذلك العام.
    case relativeYear = "RELYEAR"
    /// The name of a known event.
    case event = "EVENT"
    /// What may follow a bare year: the end, a mark, or a word that cannot be counted.
    case uncounted = "UNCOUNTED"

    /// The nonterminals by their names.
    static let named = ByteMap(of: Self.self)
  }

  enum Definiteness: Sendable, CaseIterable { case any, definite, indefinite }

  enum Alternative: Sendable {
    case wordClass(Int16, Definiteness)
    case nonterminal(Nonterminal)
    case mark(UInt32)
  }

  struct Element: Sendable {
    var alternatives: [Alternative]
    var isOptional = false
    var isContext = false
    var isNegative = false
    var wantsWa = false
  }

  let id: String
  let elements: [Element]
  /// Whether the first element is the context before the expression.
  let looksBack: Bool
  let template: TimeTemplate

  /// Reads a row.
  ///
  /// - Throws: A diagnostic where the pattern or the meaning cannot be read.
  init(_ row: Table.Row, _ lexemes: inout TimeLexemes, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    id = row["id"]
    var elements: [Element] = []
    for word in Array(row.utf8("pattern")).split(separator: 0x20) {
      elements.append(try Self.element(word, row, &lexemes, &vocabulary))
    }
    guard !elements.isEmpty else { throw row.fault("time-pattern", "the pattern is empty", in: "pattern") }
    self.elements = elements
    looksBack = elements[0].isContext
    guard let template = TimeTemplate(row["meaning"], elements: elements.count) else {
      throw row.fault("time-meaning", "“\(row["meaning"])” is no meaning of \(elements.count) elements", in: "meaning")
    }
    self.template = template
  }

  private static func element(
    _ text: ArraySlice<UInt8>, _ row: Table.Row, _ lexemes: inout TimeLexemes, _ vocabulary: inout Vocabulary
  ) throws(Diagnostic) -> Element {
    var text = text
    var element = Element(alternatives: [])
    if text.last == UInt8(ascii: "?") {
      element.isOptional = true
      text.removeLast()
    }
    if text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") {
      element.isContext = true
      text = text.dropFirst().dropLast()
      element.isNegative = take("!", from: &text)
    }
    element.wantsWa = take("&", from: &text)
    for part in text.split(separator: UInt8(ascii: "|")) {
      element.alternatives.append(try alternative(part, row, &lexemes, &vocabulary))
    }
    guard !element.alternatives.isEmpty else { throw row.fault("time-pattern", "an element is empty", in: "pattern") }
    return element
  }

  /// Takes a sign off the beginning of a text, and says whether it was there.
  private static func take(_ sign: Unicode.Scalar, from text: inout ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: sign) else { return false }
    text.removeFirst()
    return true
  }

  private static func alternative(
    _ text: ArraySlice<UInt8>, _ row: Table.Row, _ lexemes: inout TimeLexemes, _ vocabulary: inout Vocabulary
  ) throws(Diagnostic) -> Alternative {
    var text = text
    var definiteness = Definiteness.any
    if text.count > 1 {
      if take("+", from: &text) {
        definiteness = .definite
      } else if take("-", from: &text) {
        definiteness = .indefinite
      }
    }
    if let nonterminal = text.withUnsafeBufferPointer({ Nonterminal.named[$0] }) { return .nonterminal(nonterminal) }
    let name = String(decoding: text, as: UTF8.self)
    if let first = text.first, (0x41...0x5A).contains(first) {
      guard let known = lexemes.knownClass(name) else {
        throw row.fault("time-pattern", "“\(name)” is no class of the calendar table", in: "pattern", at: name)
      }
      return .wordClass(known, definiteness)
    }
    let scalars = name.unicodeScalars
    if let scalar = scalars.first, scalars.dropFirst().isEmpty, !scalar.properties.isAlphabetic {
      return .mark(scalar.value)
    }
    // A literal is written with its article or stands without one.
    let isDefinite = TimeLexemes.isDefinite(text)
    let literal = "=" + name
    if let known = lexemes.knownClass(literal) { return .wordClass(known, isDefinite ? .any : .indefinite) }
    let number = lexemes.wordClass(literal)
    let form = text.map { $0 == 0x5F ? 0x20 : $0 }
    let words = form.withUnsafeBufferPointer { TimeLexemes.words($0) }
    lexemes.add(words.span, number, 0, isDefinite: isDefinite, &vocabulary)
    return .wordClass(number, isDefinite ? .any : .indefinite)
  }
}

extension TimePattern: Imaged {
  init(from image: inout ImageReader) {
    id = image.read()
    elements = []
    looksBack = image.read()
    template = image.read()
  }

  /// The elements of all patterns stand in ``TimeGrammar``.
  func write(to image: inout ImageWriter) { image.write(id, looksBack, template) }
}

extension TimePattern.Alternative: Imaged {
  init(from image: inout ImageReader) {
    switch image.number() as UInt8 {
    case 0: self = .wordClass(image.read(), image.read())
    case 1: self = .nonterminal(image.read())
    default: self = .mark(image.read())
    }
  }

  func write(to image: inout ImageWriter) {
    switch self {
    case .wordClass(let number, let definiteness): image.write(0 as UInt8, number, definiteness)
    case .nonterminal(let nonterminal): image.write(1 as UInt8, nonterminal)
    case .mark(let mark): image.write(2 as UInt8, mark)
    }
  }
}

extension TimePattern.Nonterminal: ImagedCase {}
extension TimePattern.Definiteness: ImagedCase {}
