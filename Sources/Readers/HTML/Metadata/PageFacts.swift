internal import EventModel

/// What a page's metadata tell of its articles, read and put in order.
struct PageFacts {
  /// The keys (``FoldedLine/key``) of the titles that the page gives itself, with and without the outlet's name.
  private(set) var titles: Set<UInt64> = []
  /// The page's address.
  private(set) var address: String?

  private let metadata: PageMetadata
  private let linked: [LinkedArticle]
  private let datelines: DatelineReader
  private let outlet: String?

  /// Reads the metadata of a page in valid UTF-8.
  init(_ metadata: PageMetadata, _ bytes: UnsafeBufferPointer<UInt8>, datelines: DatelineReader) {
    self.metadata = metadata
    self.datelines = datelines
    linked = metadata.linkedData.prefix(Self.scriptLimit).flatMap { LinkedData.articles(bytes[$0]) }
    let names = linked.compactMap(\.publisher).filter { !$0.utf8.isEmpty }
    let site = metadata.siteNames.filter { !$0.text.isEmpty }.min { $0.rank < $1.rank }
    let name = names.first ?? site.map { String(decoding: $0.text, as: UTF8.self) }
    outlet = name.map { Self.collapsed(Self.withoutTwin($0)) }
    address =
      metadata.addresses.first { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
      ?? linked.first { $0.address != nil }?.address
    for title in metadata.titles + [metadata.pageTitle] { addTitle(title) }
    for article in linked { addTitle(Array((article.headline ?? "").utf8)) }
  }

  /// How many scripts of JSON-LD are read.
  private static let scriptLimit = 32

  private static func key(_ title: some Sequence<UInt8>) -> UInt64? {
    let line = FoldedLine(String(decoding: Array(title), as: UTF8.self))
    return line.count >= 2 ? line.key : nil
  }

  /// Adds a title, and what stands before and behind its separators, as one of them is the outlet.
  private mutating func addTitle(_ title: [UInt8]) {
    guard title.count <= TextLine.byteLimit else { return }
    if let key = Self.key(title) { titles.insert(key) }
    for index in title.indices.dropFirst() {
      let length = Self.separatorLength(title, at: index)
      guard length > 0 else { continue }
      for part in [title[..<index], title[(index + length)...]] {
        let line = FoldedLine(String(decoding: part, as: UTF8.self))
        if line.count >= 4 { titles.insert(line.key) }
      }
    }
  }

  /// The length of the bar, dash, slash or guillemet with a space before it that stands at an index; 0 where none does.
  private static func separatorLength(_ title: [UInt8], at index: Int) -> Int {
    switch title[index] {
    case 0x7C: return 1
    case 0x2D, 0x2F, 0x3A: return title[index - 1] == 0x20 ? 1 : 0
    case 0xC2: return index + 1 < title.count && title[index + 1] >= 0xAB && title[index - 1] == 0x20 ? 2 : 0
    case 0xE2: return index + 2 < title.count && title[index + 1] == 0x80 && title[index - 1] == 0x20 ? 3 : 0
    default: return 0
    }
  }

  /// The Arabic one of two names with a bar or a dash between them, of which the other is in Latin letters.
  private static func withoutTwin(_ name: String) -> String {
    let text = Array(name.utf8)
    let isArabic = { (part: ArraySlice<UInt8>) in part.contains { (0xD8...0xDB).contains($0) } }
    // «إذاعة الراين (www.rhein.example)».
    if text.last == 0x29, let bracket = text.lastIndex(of: 0x28), !isArabic(text[bracket...]),
      isArabic(text[..<bracket])
    {
      return String(decoding: text[..<bracket], as: UTF8.self)
    }
    for index in text.indices.dropFirst() {
      let length = separatorLength(text, at: index)
      guard length > 0 else { continue }
      let parts = [text[..<index], text[(index + length)...]]
      let arabic = parts.filter(isArabic)
      if arabic.count == 1, parts.allSatisfy({ $0.contains { $0 > 0x20 } }) {
        return String(decoding: arabic[0], as: UTF8.self)
      }
    }
    return name
  }

  /// A name with its runs of white space as single spaces.
  private static func collapsed(_ name: String) -> String {
    let words = name.utf8.split { $0 <= 0x20 }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

// MARK: - Articles

extension PageFacts {
  /// Writes the outlet and the day of publication into an article.
  ///
  /// - Parameters:
  ///   - parser: What read the article.
  ///   - lines: The lines of the article.
  ///   - isOnly: Whether the page has no other article.
  ///   - isShared: Whether the page has several, and its metadata are about none of them alone: a bulletin.
  func complete(
    _ article: inout ArticleLayout, _ parser: PageParser, lines: Range<Int>, isOnly: Bool, isShared: Bool
  ) {
    if let outlet, !outlet.utf8.isEmpty { article.outlet = outlet }
    var day = published(parser, lines: lines, isOnly: isOnly)
    if day == nil, isShared, article.published.date == nil { day = pageDay }
    if let day { article.published = Publication(date: EDTFDate(day), basis: .metadata) }
  }

  /// Whether an article's headline is the title that the page gives itself.
  func isTitle(_ parser: PageParser) -> Bool {
    let key = parser.headline.map { parser.map.lines[$0].key } ?? 0
    return key != 0 && titles.contains(key)
  }

  /// The day on which the page itself appeared.
  private var pageDay: CivilDay? {
    linked.lazy.compactMap(\.published).compactMap { day(Array($0.utf8)) }.first
      ?? metadata.published.lazy.compactMap(day).first ?? metadata.namedDates.lazy.compactMap(day).first
      ?? metadata.properties.lazy.compactMap { day($0.text) }.first
  }

  /// The day of publication by metadata, those about the article itself before those about the page.
  private func published(_ parser: PageParser, lines: Range<Int>, isOnly: Bool) -> CivilDay? {
    let headline = parser.headline.map { parser.map.lines[$0].key } ?? 0
    let speaksForPage = isOnly || headline != 0 && titles.contains(headline)
    let isOwn = { (article: LinkedArticle) in
      headline != 0 && article.headline.flatMap { Self.key($0.utf8) } == headline
    }
    let dates = linked.filter { $0.published != nil }
    let linkedDate = dates.first(where: isOwn) ?? (isOnly ? dates.first : nil)
    if let text = linkedDate?.published, let day = day(Array(text.utf8)) { return day }
    if speaksForPage, let day = metadata.published.lazy.compactMap(day).first { return day }
    if let day = stamp(metadata.properties, parser, lines: lines, isOnly: isOnly) { return day }
    let first = parser.body?.lowerBound ?? lines.upperBound
    let head = lines.lowerBound..<max(min(first + 1, lines.upperBound), lines.lowerBound)
    let times = metadata.times.filter { head.contains($0.line) }
    if let day = stamp(times, parser, lines: lines, isOnly: false) { return day }
    if speaksForPage, let day = metadata.namedDates.lazy.compactMap(day).first { return day }
    // A time below the text, if no other day stands in the article.
    let days = Set(metadata.times.lazy.filter { lines.contains($0.line) }.compactMap { day($0.text) })
    return days.count == 1 && isOnly && parser.published.basis == .unknown ? days.first : nil
  }

  /// The first date that stands in the article, outside of what is left out; of an only article, any.
  private func stamp(
    _ stamps: [PageMetadata.Stamp], _ parser: PageParser, lines: Range<Int>, isOnly: Bool
  ) -> CivilDay? {
    let own = stamps.first { stamp in
      guard lines.contains(stamp.line), stamp.line < parser.map.lines.count else { return false }
      return parser.map.removals[parser.map.page.lines[stamp.line].node] == nil && day(stamp.text) != nil
    }
    return own.flatMap { day($0.text) } ?? (isOnly ? stamps.lazy.compactMap { day($0.text) }.first : nil)
  }

  private func day(_ text: [UInt8]) -> CivilDay? {
    PublishedDay.read(text, datelines)
  }
}
