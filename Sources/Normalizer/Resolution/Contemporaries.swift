internal import EventModel
internal import Spill

/// Dates the articles whose own words do not by the dated articles that share rare pairs of words with them: what few
/// articles of an export name was news for some days.
///
/// An article that shares most of its rare pairs with dated ones tells what they tell, and was printed within days of them.
/// How far weaker links can be trusted is the export's own affair: one may hold a week's news or the archive of a decade. So
/// they count only where most articles of the export are dated; and these are hidden one by one and dated by the others,
/// and only links that are as strong as those that proved right in 19 of 20 cases, and as those of three in four of these
/// articles, date another: what stands apart from the rest may be of another time.
///
/// Measured on 4,990 articles of three weeks with the dates of a random 30 % hidden: 72 % of these are dated to a month or
/// less, 98 % of them rightly (both halves of the articles alike); those to 18 days or less in 95 % of cases.
enum Contemporaries {
  /// Fewer dated articles tell nothing about the rest.
  private static let fewestDated = 30
  /// A pair of words that more articles have is no news.
  private static let mostSharers = 50
  /// How close together the articles that date another must have been published, and how close to it: `span` are the days
  /// from the first of them to the last, `margin` those before and after on which the other may have been published too.
  private struct Reach {
    var span: Int
    var margin: Int
  }

  /// From the narrowest to the widest, which is a month.
  private static let reaches = [
    Reach(span: 3, margin: 3), Reach(span: 7, margin: 5), Reach(span: 16, margin: 7),
  ]
  /// Copies are printed within days of each other.
  private static let copyReach = Reach(span: 7, margin: 5)
  /// Fewer pairs are a flash or a caption, which two desks may word alike.
  private static let fewestPairs = 20
  /// An article that is dated to more days dates no other.
  private static let narrow = 7
  /// An article that its own words date to more days than these is dated by others as well.
  private static let month = 31
  /// The most dated articles that are hidden for a test.
  private static let mostTests = 2000
  /// The fewest tests of links of about one strength that tell about it.
  private static let fewestTests = 20
  /// Links of about one strength differ by less than this factor.
  private static let band = 4
  /// What strength no link of two articles has by chance: two pairs of words that one article in a thousand has.
  private static let weakest = 20
  /// The most articles that are named as evidence.
  private static let mostWitnesses = 3

  /// The days of the articles that an article is linked to, where it can be dated by them.
  private struct Verdict {
    var strength: Int
    /// The days on which the article may have been published.
    var window: ClosedRange<CivilDay>
    /// The linked articles, the closest first.
    var witnesses: [Int]
  }

  /// Dates every article that has no date of its own.
  ///
  /// - Parameter articles: The traits of all articles of the corpus.
  /// - Returns: The numbers of those that it dated.
  /// - Throws: What the operating system refused.
  static func date(_ corpus: inout Corpus, _ articles: [ArticleTraits]) throws(Diagnostic) -> [Int] {
    let days = articles.map(\.days)
    let dated = articles.indices.filter { days[$0] != nil }
    let undated = articles.indices.filter { articles[$0].isOpen }
    guard !undated.isEmpty, !dated.isEmpty else { return [] }
    let isMost = dated.count >= fewestDated && 2 * dated.count >= articles.count
    let step = (dated.count + mostTests - 1) / mostTests
    let tested = Set(isMost ? dated.indices.filter { $0 % step == 0 }.map { dated[$0] } : [])
    let links = try Links(of: corpus, days, wanted: tested.union(undated))
    let trusted = try trusted(tested, links, days)
    var found: [Int] = []
    let open = Set(undated)
    try links.forEach { number, links throws(Diagnostic) in
      guard open.contains(number) else { return }
      let records = try corpus.records(number)
      let strong = trusted.lazy.compactMap { reach, strength in
        Self.verdict(links, days, reach).flatMap { $0.strength >= strength ? $0 : nil }
      }.first
      guard let verdict = copied(links, days, records.pairs.hashes.count) ?? strong,
        let window = window(verdict.window, of: records)
      else { return }
      var evidence = records.article.published.evidence
      for witness in verdict.witnesses {
        if let opening = try corpus.records(witness).opening { evidence.append(opening) }
      }
      corpus[number].published = Publication(date: approximate(window), basis: .inferred, evidence: evidence)
      found.append(number)
    }
    return found
  }

  /// The reaches that prove right for dated articles when these are hidden, and how strong links must be for each.
  private static func trusted(
    _ tested: Set<Int>, _ links: Links, _ days: [ClosedRange<CivilDay>?]
  ) throws(Diagnostic) -> [(reach: Reach, strength: Int)] {
    var tests = reaches.map { _ in [(strength: Int, isRight: Bool)]() }
    try links.forEach { number, links throws(Diagnostic) in
      guard tested.contains(number), let own = days[number] else { return }
      for (place, reach) in reaches.enumerated() {
        guard let verdict = verdict(links, days, reach) else { continue }
        tests[place].append((verdict.strength, verdict.window.overlaps(own)))
      }
    }
    return zip(reaches, tests).compactMap { reach, tests in
      guard let strength = threshold(tests) else { return nil }
      // Articles without a verdict have links of no strength.
      let all = Array(repeating: 0, count: tested.count - tests.count) + tests.map(\.strength).sorted()
      return (reach, max(strength, all[tested.count / 4]))
    }
  }

  /// What is left of the days by the article's own words, which go first: one that speaks of another time is no article of
  /// this one.
  private static func window(_ days: ClosedRange<CivilDay>, of record: ArticleRecords) -> ClosedRange<CivilDay>? {
    guard let bounds = record.bounds else { return days }
    return bounds.overlaps(days) ? days.clamped(to: bounds) : nil
  }

  /// Whether an article is not dated, or only by its own words and not even to the month.
  static func isOpen(_ published: Publication, bounds: ClosedRange<CivilDay>?) -> Bool {
    guard let date = published.date else { return true }
    guard published.basis == .inferred, let bounds, date.latest != nil else { return false }
    return bounds.upperBound.ordinal - bounds.lowerBound.ordinal > month
  }

  /// The days on which an article was published, where they are few enough to date another.
  static func days(_ published: Publication) -> ClosedRange<CivilDay>? {
    guard let first = published.date?.earliest, let last = published.date?.latest,
      first <= last, last.ordinal - first.ordinal <= narrow
    else { return nil }
    return first...last
  }

  private static func approximate(_ days: ClosedRange<CivilDay>) -> EDTFDate {
    var (first, last) = (EDTFDate.Point(days.lowerBound), EDTFDate.Point(days.upperBound))
    (first.qualifier, last.qualifier) = ("~", "~")
    return EDTFDate(from: first, to: last)
  }

  // MARK: - Links

  /// A dated article that shares words with another, and how much that tells: the bits that its rare pairs are worth.
  private struct Link {
    var article: Int
    var weight: Int
    /// The number of pairs.
    var pairs = 1
  }

  /// The links of some articles to those that are dated.
  private struct Links {
    /// A pair of words that a wanted article shares with another: their numbers, and the bits that the pair is worth.
    private let shared: SortedNumbers

    private static let numberBits = 28
    private static let weightBits = 8

    init(of corpus: Corpus, _ days: [ClosedRange<CivilDay>?], wanted: Set<Int>) throws(Diagnostic) {
      var entries = NumberSorter(limit: Corpus.heldNumbers, folder: corpus.folder)
      try corpus.forEach { number, records throws(Diagnostic) in
        for hash in records.pairs.hashes { try entries.append(UInt64(hash) << 32 | UInt64(number)) }
      }
      var shared = NumberSorter(limit: Corpus.heldNumbers, folder: corpus.folder)
      try entries.finish().forEachRun({ $0 >> 32 == $1 >> 32 }) { run, _ throws(Diagnostic) in
        guard (2...mostSharers).contains(run.count) else { return }
        let weight = UInt64(bits(days.count / run.count))
        let sharers = run.map { Int($0 & 0xFFFF_FFFF) }
        for number in sharers where wanted.contains(number) {
          for other in sharers where other != number && days[other] != nil {
            try shared.append((UInt64(number) << Self.numberBits | UInt64(other)) << Self.weightBits | weight)
          }
        }
      }
      self.shared = try shared.finish()
    }

    /// Goes through the wanted articles that have links, and gives each with one link for each other article, in order.
    func forEach(_ body: (Int, [Link]) throws(Diagnostic) -> Void) throws(Diagnostic) {
      let ownBits = Self.numberBits + Self.weightBits
      try shared.forEachRun({ $0 >> ownBits == $1 >> ownBits }) { run, _ throws(Diagnostic) in
        var links: [Link] = []
        for entry in run {
          let article = Int(entry >> Self.weightBits & (1 << Self.numberBits - 1))
          let weight = Int(entry & (1 << Self.weightBits - 1))
          if links.last?.article == article {
            links[links.count - 1].weight += weight
            links[links.count - 1].pairs += 1
          } else {
            links.append(Link(article: article, weight: weight))
          }
        }
        if let number = run.first.map({ Int($0 >> ownBits) }) { try body(number, links) }
      }
    }
  }

  /// The logarithm to the base two, rounded down.
  private static func bits(_ number: Int) -> Int {
    number < 1 ? 0 : Int.bitWidth - 1 - number.leadingZeroBitCount
  }

  // MARK: - Verdicts

  /// The days around those on which articles were published that have half of an article's pairs or more, and few others
  /// have these, where the days are close together.
  private static func copied(_ links: [Link], _ days: [ClosedRange<CivilDay>?], _ pairs: Int) -> Verdict? {
    guard pairs >= fewestPairs else { return nil }
    let copies = links.filter { 2 * $0.pairs >= pairs }
    let own = copies.compactMap { days[$0.article] }
    guard let first = own.map(\.lowerBound).min(), let last = own.map(\.upperBound).max(),
      last.ordinal - first.ordinal <= copyReach.span
    else { return nil }
    return verdict(copies, first...last, copyReach)
  }

  /// A verdict whose strength is the weight of all links.
  private static func verdict(_ links: [Link], _ days: ClosedRange<CivilDay>, _ reach: Reach) -> Verdict {
    let witnesses = links.sorted { ($1.weight, $0.article) < ($0.weight, $1.article) }
    return Verdict(
      strength: links.reduce(0) { $0 + $1.weight },
      window: days.lowerBound.adding(days: -reach.margin)...days.upperBound.adding(days: reach.margin),
      witnesses: witnesses.prefix(mostWitnesses).map(\.article))
  }

  /// The stretch of days that the most weight falls on, against the weight that falls on others.
  private static func verdict(_ links: [Link], _ days: [ClosedRange<CivilDay>?], _ reach: Reach) -> Verdict? {
    let sorted = links.compactMap { link in days[link.article].map { (days: $0, link: link) } }
      .sorted { ($0.days.lowerBound, $0.link.article) < ($1.days.lowerBound, $1.link.article) }
    var (next, weight) = (0, 0)
    var best: (range: Range<Int>, weight: Int) = (0..<0, 0)
    for start in sorted.indices {
      let last = sorted[start].days.lowerBound.adding(days: reach.span)
      while next < sorted.count, sorted[next].days.lowerBound <= last {
        weight += sorted[next].link.weight
        next += 1
      }
      if weight > best.weight { best = (start..<next, weight) }
      weight -= sorted[start].link.weight
    }
    let inside = sorted[best.range]
    guard let first = inside.first?.days.lowerBound, let last = inside.map(\.days.upperBound).max() else { return nil }
    let total = sorted.reduce(0) { $0 + $1.link.weight }
    // One or two articles that agree are less than many that do.
    let strength = (2 * best.weight - total) * min(inside.count, 3) / 3
    guard strength >= weakest else { return nil }
    let end = max(first, min(last, first.adding(days: reach.span)))
    var verdict = verdict(inside.map(\.link), first...end, reach)
    verdict.strength = strength
    return verdict
  }

  /// The least strength from which on verdicts of about that strength proved right in 19 of 20 tests; nil where none did.
  static func threshold(_ tests: [(strength: Int, isRight: Bool)]) -> Int? {
    let sorted = tests.sorted { $0.strength < $1.strength }
    let strengths = sorted.map(\.strength)
    // The sums of the right ones before each place.
    let right = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1.isRight ? 1 : 0)) }
    var least: Int?
    var place = sorted.count
    while place > 0 {
      let strength = strengths[place - 1]
      place = strengths.end { $0 < strength }
      let end = strengths.end { $0 < band * strength }
      guard end - place >= fewestTests else { continue }
      guard 20 * (right[end] - right[place]) >= 19 * (end - place) else { break }
      least = strength
    }
    return least
  }
}
