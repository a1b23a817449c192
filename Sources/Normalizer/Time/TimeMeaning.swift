package import EventModel

/// A unit that calendars count in; the raw values are those of the calendar table.
package enum TimeUnit: Int, Sendable, Hashable {
  case day = 1
  case week, month, year, decade, hour, minute
}

/// A part of a month, year or decade.
package enum TimeEdge: Int, Sendable, Hashable {
  /// Days 1–10, the first quarter.
  case early = 1
  /// Days 11–20, the middle of the year.
  case middle
  /// Days 21 to the end, the last quarter.
  case late
  /// The last day or month.
  case end
  /// The first day or month.
  case start
}

/// Whether an expression looks back or ahead.
package enum Direction: Sendable, Hashable {
  case past
  case future
}

/// The year of a date.
package enum YearReference: Sendable, Hashable {
  case absolute(Int)
  /// Years from the year of publication.
  case relative(Int)
  /// The year that was spoken of last ("ذلك العام").
  case sameAsBefore
}

/// What an expression of time means before it is known when its article was published.
///
/// Shifts are -1 for last (الماضي), 0 for this (الجاري), 1 for next (المقبل).
package indirect enum TimeMeaning: Sendable, Hashable {
  /// A month, or a day of a month; weekday is the ISO one that is printed beside it.
  case date(year: YearReference?, month: Int, day: Int?, shift: Int?, weekday: Int?)
  case year(Int)
  /// A day, week, month, year counted from that of publication.
  case relative(TimeUnit, Int)
  /// A weekend so many weeks from that of publication; nil for the nearest that the tense allows.
  case weekend(Int?)
  /// A day of the month that is `months` from that of publication.
  case dayOfMonth(Int, months: Int)
  case weekday(Int, shift: Int?)
  /// Days from that of publication, and the weekday that is printed beside it.
  case deictic(Int, weekday: Int?)
  /// A deictic word together with the date that it means ("اليوم 5 مايو 2023").
  case anchored(Int, TimeMeaning)
  /// So many units ago (negative) or ahead.
  case offset(Int, TimeUnit)
  /// So many units that end or begin at publication; nil where the number is vague.
  case span(Int?, TimeUnit, shift: Int)
  /// Within so many units from now.
  case within(Int, TimeUnit)
  case edge(TimeEdge, TimeMeaning)
  case since(TimeMeaning)
  /// By, until: on or before the end.
  case until(TimeMeaning)
  case before(TimeMeaning)
  case after(TimeMeaning)
  case range(TimeMeaning, TimeMeaning)
  case about(TimeMeaning)
  /// A season 21–24.
  case season(Int, of: TimeMeaning?)
  /// A quarter, half or third (`parts` 4, 2, 3), from 1.
  case fraction(Int, parts: Int, of: TimeMeaning?)
  /// The nth week or day of something.
  case nth(Int, TimeUnit, of: TimeMeaning)
  /// The decade that begins with a two-digit year, in a century of its own or the last that fits.
  case decade(Int, century: Int?)
  case century(Int)
  case hijri(year: Int?, month: Int?, day: Int?, shift: Int?)
  /// The first or last so many units of something.
  case firstOf(Int, TimeUnit, isLast: Bool, of: TimeMeaning)
  /// A year that is named and counted from that of publication at once ("العام الماضي 2014").
  case namedYear(TimeMeaning, shift: Int)
  /// The unit that was spoken of last, shifted.
  case same(TimeUnit, Int)
  /// So many units after (or, negative, before) the time that was spoken of last.
  case later(Int, TimeUnit)
  /// A day of the month that was spoken of last ("12 منه").
  case dayOfSameMonth(Int)
  /// The time that was spoken of last.
  case then
  /// The days before (negative), of (0) or after a known event; the index is that of the name.
  case event(Int, days: Int)
  /// The last so many units of a known event that took its time; the index is that of the name.
  case lastOf(Int, TimeUnit, event: Int)
  /// A running time of something in its nth unit ("في شهرها التاسع").
  case elapsed(TimeUnit, Int)
  /// Words that look like a time and are none.
  case nothing
}

/// An expression of time in a text, not yet resolved.
package struct TimeMention: Sendable, Hashable {
  /// The tokens of the whole expression.
  package var tokens: Range<Int>
  /// The same in bytes of the document.
  package var bytes: Range<Int>
  /// The id of the pattern that matched.
  package var rule: String
  /// What it means.
  package var meaning: TimeMeaning
  /// Where the expression proper stands, in bytes, without a leading since, by or until.
  package var core: Range<Int>
  /// Whether it dates something: the bare name of an event does not, and neither does "its ninth month".
  package var isTemporal: Bool {
    switch meaning {
    case .event(_, 0), .elapsed: false
    default: true
    }
  }
}

/// An expression of time with its calendar date.
package struct ResolvedTime: Sendable, Hashable {
  /// The expression.
  package var mention: TimeMention
  /// The date, nil where nothing certain can be said.
  package var date: EDTFDate?
  /// The date of the expression proper, without a leading since, by or until.
  package var core: EDTFDate?
  /// How the date was found.
  package var basis: EventDate.Basis
  /// The pattern's id.
  package var rule: String
  /// What decided, in a few words.
  package var why: String
}
