package import ArabicText
package import EventModel

/// The publication date that an article's own words allow, where nothing states it.
///
/// Full dates, weekdays, known events, terms of office and running times ("in its ninth month") each allow some days; what
/// is left is the answer, and it is no answer where too much is left.
package struct PublicationDate: Sendable {
  /// A stretch of the article with its expressions.
  package struct Passage: Sendable {
    /// The tokenized text.
    package var text: TokenizedText
    /// The expressions that were tagged in it.
    package var mentions: [TimeMention]
    /// Whether it is a picture's caption, which dates the news more often than the history.
    package var isCaption: Bool

    /// Makes a passage.
    package init(text: TokenizedText, mentions: [TimeMention], isCaption: Bool = false) {
      self.text = text
      self.mentions = mentions
      self.isCaption = isCaption
    }
  }

  /// When a person who is named with an office held it.
  package struct Term: Sendable {
    /// From the first day to the last.
    package var days: ClosedRange<CivilDay>
    /// Where the person is named.
    package var bytes: Range<Int>
    /// Whether the office is called a former one.
    package var isFormer: Bool

    /// Makes a term.
    package init(days: ClosedRange<CivilDay>, bytes: Range<Int>, isFormer: Bool = false) {
      self.days = days
      self.bytes = bytes
      self.isFormer = isFormer
    }
  }

  /// A day later than any other.
  static let endOfTime = CivilDay(firstOf: 1, 2200)

  /// What was inferred.
  package struct Inference: Sendable {
    /// The tightest date that holds all days left, nil where too many are left.
    package var date: EDTFDate?
    /// The days left, in order; empty where there is no date.
    package var candidates: [CivilDay]
    /// The days between which everything lies that is possible, nil where nothing is said about it; there are bounds also
    /// where they are too wide for a date.
    package var bounds: ClosedRange<CivilDay>?
    /// The expressions that decided, as byte ranges of the document, in order.
    package var evidence: [Range<Int>]

    /// Nothing is known.
    package static let unknown = Inference(date: nil, candidates: [], bounds: nil, evidence: [])
  }

  let grammar: TimeGrammar

  /// More days than this are no answer.
  static let longestAnswer = 400

  /// More days than these are not searched for one that fits.
  private static let longestSearch = 4000
  /// The fewest days that two terms of office share whose holders are in office together.
  private static let shared = 90
  /// How many days after the latest thing that it tells of an article that dates nothing else closely may have been written.
  private static let recent = 400

  /// Makes the inference with the tables of a tagger.
  package init(_ tagger: TimeTagger) {
    grammar = tagger.grammar
  }

  /// Infers when an article was published.
  ///
  /// - Parameters:
  ///   - passages: Its text and its captions.
  ///   - terms: When the persons whom it names with their offices held them.
  package func infer(_ passages: [Passage], terms: [Term] = []) -> Inference {
    var clues: [PublicationClue] = []
    for passage in passages { clues += PublicationClues(passage, grammar).collect() }
    for term in terms {
      if !term.isFormer {
        clues.append(PublicationClue(kind: .within(term.days), bytes: term.bytes, isState: true))
      } else if term.days.upperBound < Self.endOfTime {
        clues.append(PublicationClue(kind: .notBefore(term.days.upperBound), bytes: term.bytes))
      }
    }
    return solve(clues)
  }

  private func solve(_ clues: [PublicationClue]) -> Inference {
    var evidence: [Range<Int>] = []
    var first = CivilDay(firstOf: 1, 1900)
    var last = Self.endOfTime
    // A date that is said to be today's or yesterday's settles the matter.
    for clue in clues {
      guard case .exactly(let day) = clue.kind else { continue }
      return Inference(date: EDTFDate(day), candidates: [day], bounds: day...day, evidence: [clue.bytes])
    }
    for clue in clues {
      guard case .notBefore(let day) = clue.kind, day > first else { continue }
      first = day
    }
    evidence += clues.filter { $0.kind == .notBefore(first) }.map(\.bytes)
    // Narrow windows first; the later of two that exclude each other is the present, the other history.
    let windows = clues.compactMap { clue -> (window: ClosedRange<CivilDay>, clue: PublicationClue)? in
      if case .within(let window) = clue.kind { (window, clue) } else { nil }
    }
    .sorted { ($0.window.lowerBound, $1.window.upperBound) > ($1.window.lowerBound, $0.window.upperBound) }
    // The days on which all are in office who are met so far.
    var held = CivilDay(firstOf: 1, 1900)...Self.endOfTime
    for (window, clue) in windows where window.upperBound >= first && window.lowerBound <= last {
      guard !clue.isState || isSupported(window, clue, clues) && isPresent(window, held, since: first)
      else { continue }
      if clue.isState { held = held.clamped(to: window) }
      if window.lowerBound > first || window.upperBound < last { evidence.append(clue.bytes) }
      first = max(first, window.lowerBound)
      last = min(last, window.upperBound)
    }
    anchor(clues, &first, &last, &evidence)
    guard first <= last else { return .unknown }
    var unknown = Inference.unknown
    unknown.bounds = first...last
    if let near = near(clues, first, last, &evidence) {
      (first, last) = (near.lowerBound, near.upperBound)
    }
    guard last.ordinal - first.ordinal <= Self.longestSearch else { return unknown }
    let days = filter((first.ordinal...last.ordinal).map { CivilDay(ordinal: $0) }, clues, &evidence)
    guard let earliest = days.first, let latest = days.last,
      latest.ordinal - earliest.ordinal <= Self.longestAnswer
    else { return unknown }
    var seen: Set<Range<Int>> = []
    let sorted = evidence.filter { seen.insert($0).inserted }.sorted { $0.lowerBound < $1.lowerBound }
    return Inference(
      date: Self.answer(earliest, latest), candidates: days, bounds: earliest...latest, evidence: sorted)
  }

  /// Whether a term of office may be the present one: a predecessor is often named without saying so, and then his term
  /// ends when that of a successor whom the article names as well has just begun, or with the last event that it tells of.
  private func isPresent(
    _ window: ClosedRange<CivilDay>, _ held: ClosedRange<CivilDay>, since first: CivilDay
  ) -> Bool {
    guard window.overlaps(held), window.upperBound.ordinal - first.ordinal > 1 else { return false }
    let both = window.clamped(to: held)
    let days = both.upperBound.ordinal - both.lowerBound.ordinal
    return days >= min(Self.shared, window.upperBound.ordinal - window.lowerBound.ordinal)
      || days == held.upperBound.ordinal - held.lowerBound.ordinal
  }

  /// Whether anything else in the article speaks of the time of a short term of office: a name alone may be history.
  private func isSupported(
    _ window: ClosedRange<CivilDay>, _ clue: PublicationClue, _ clues: [PublicationClue]
  ) -> Bool {
    guard window.upperBound.ordinal - window.lowerBound.ordinal <= Self.longestAnswer else { return true }
    return clues.contains { other in
      switch other.kind {
      case .notBefore(let day), .speaks(let day):
        day >= window.lowerBound.adding(months: -36) && day <= window.upperBound
      case .within(let wide): other.isState && wide != window && wide.overlaps(window)
      default: false
      }
    }
  }

  /// Ties the bare weekdays to a full date that the article repeats or prints below a picture: the same weekday in the
  /// past tense was then at most six days ago, in the future tense is not over.
  private func anchor(
    _ clues: [PublicationClue], _ first: inout CivilDay, _ last: inout CivilDay, _ evidence: inout [Range<Int>]
  ) {
    let anchors = clues.filter { $0.kind == .notBefore(first) && $0.isFullDate }
    guard anchors.count > 1 || anchors.contains(where: \.isCaption) else { return }
    let day = first
    let bare = clues.compactMap { clue -> (Direction, Int, PublicationClue)? in
      if case .weekday(let weekday, let direction) = clue.kind { (direction, weekday, clue) } else { nil }
    }
    let same = bare.filter { $0.1 == day.weekday }
    guard !same.isEmpty else { return }
    evidence += same.map(\.2.bytes)
    last = min(last, day.adding(days: 6))
    if same.contains(where: { $0.0 == .future }) { last = min(last, day) }
    for (direction, weekday, clue) in bare where direction == .future && weekday != day.weekday {
      last = min(last, day.adding(days: (weekday - day.weekday + 7) % 7))
      evidence.append(clue.bytes)
    }
  }

  /// The only stretch of days near one of those that lack their year, where all such dates of the article agree on one.
  private func near(
    _ clues: [PublicationClue], _ first: CivilDay, _ last: CivilDay, _ evidence: inout [Range<Int>]
  ) -> ClosedRange<CivilDay>? {
    if last < Self.endOfTime, let near = near(clues, first...last, &evidence) { return near }
    return near(clues, first...min(last, first.adding(days: Self.recent)), &evidence)
  }

  private func near(
    _ clues: [PublicationClue], _ bounds: ClosedRange<CivilDay>, _ evidence: inout [Range<Int>]
  ) -> ClosedRange<CivilDay>? {
    var used: [Range<Int>] = []
    var windows: [ClosedRange<CivilDay>]?
    for clue in clues {
      guard case .near(let days, let lag) = clue.kind else { continue }
      let own = days.map { $0.adding(days: lag.lowerBound)...$0.adding(days: lag.upperBound) }
        .filter { $0.overlaps(bounds) }
      guard let known = windows else {
        windows = own
        used.append(clue.bytes)
        continue
      }
      let both = known.flatMap { one in own.compactMap { one.overlaps($0) ? one.clamped(to: $0) : nil } }
      guard !both.isEmpty else { continue }
      windows = both
      used.append(clue.bytes)
    }
    guard let windows, windows.count == 1, let window = windows.first else { return nil }
    evidence += used
    return window.clamped(to: bounds)
  }

  /// Drops the days that a weekday or a month excludes. A clue that would leave none is left out.
  private func filter(
    _ days: [CivilDay], _ clues: [PublicationClue], _ evidence: inout [Range<Int>]
  ) -> [CivilDay] {
    var days = days
    func keep(_ clue: PublicationClue, _ fits: (CivilDay) -> Bool) {
      let kept = days.filter(fits)
      guard !kept.isEmpty, kept.count < days.count else { return }
      days = kept
      evidence.append(clue.bytes)
    }
    let namesYesterday = clues.contains { $0.kind == .yesterday }
    for clue in clues {
      switch clue.kind {
      case .publishedOn(let weekday): keep(clue) { $0.weekday == weekday }
      case .publishedIn(let month): keep(clue) { $0.month == month }
      case .publishedInHijri(let month): keep(clue) { grammar.hijri.month(of: $0) == month }
      case .dayOfMonth(let number): keep(clue) { $0.components.day >= number }
      case .opening(let weekday) where !namesYesterday:
        keep(clue) { $0.weekday == weekday || $0.adding(days: -1).weekday == weekday }
      default: break
      }
    }
    // Who writes "yesterday" names by their weekdays only the days before it.
    if namesYesterday, days.count <= 31 {
      for clue in clues {
        guard case .weekday(let weekday, .past) = clue.kind else { continue }
        keep(clue) { $0.weekday != weekday && $0.adding(days: -1).weekday != weekday }
      }
    }
    return days
  }

  /// A day; of two or three days the first, as approximate, because news is printed as soon as it can be; a month or a
  /// year where the days fill it; else an interval.
  static func answer(_ first: CivilDay, _ last: CivilDay) -> EDTFDate {
    if first == last { return EDTFDate(first) }
    if last.ordinal - first.ordinal <= 2 {
      var point = EDTFDate.Point(first)
      point.qualifier = "~"
      return EDTFDate(point)
    }
    let month = EDTFDate(year: first.year, month: first.month)
    if month.earliest == first, month.latest == last { return month }
    let year = EDTFDate(year: first.year)
    return year.earliest == first && year.latest == last ? year : EDTFDate(first, through: last)
  }
}
