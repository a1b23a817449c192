import EventModel
import Testing

@testable import Normalizer

/// Articles that others date: made-up stories, each of which few articles tell within some days.
@Suite struct ContemporariesTests {
  private static let start = CivilDay(firstOf: 3, 2021)
  /// The articles of a story, and the days from one story's first article to the next one's.
  private static let tellers = 5
  private static let pace = 40

  /// The day on which an article tells a story.
  private static func day(_ story: Int, _ teller: Int) -> CivilDay {
    start.adding(days: pace * story + teller % 3)
  }

  /// Articles of some stories, all dated; each article has three in five of its story's pairs of words, and pairs of its own.
  private func articles(stories: Int, on day: (Int, Int) -> CivilDay = day) throws -> [ArticleRecords] {
    let fixture = try TablesFixture.shared()
    var result: [ArticleRecords] = []
    for story in 0..<stories {
      for teller in 0..<Self.tellers {
        let text = "عقد المجلس جلسة رقم \(story * Self.tellers + teller) في مقره بالمدينة وناقش فيها شؤونه."
        var records = fixture.normalizer.normalize(
          try fixture.document(text, id: "\(story)-\(teller)", published: day(story, teller).description))
        let shared = (0..<12).map { UInt32(story * 1000 + (4 * teller + $0) % 20) }
        let own = (0..<10).map { UInt32(1_000_000 + story * 1000 + teller * 10 + $0) }
        records[0].pairs = WordPairs(shared + own)
        result += records
      }
    }
    return result
  }

  private func hide(_ records: inout [ArticleRecords], _ isHidden: (Int) -> Bool) {
    for index in records.indices where isHidden(index) { records[index].article.published = .unknown }
  }

  /// When the articles were published, with what the others tell; nil where that is not known.
  private func dated(_ records: [ArticleRecords]) throws -> [Publication?] {
    var met = Recurrences()
    for record in records { try met.add(record) }
    var corpus = try met.finish()
    _ = try Contemporaries.date(&corpus, Survey(corpus).articles)
    var found: [RecordID: Publication] = [:]
    for number in 0..<corpus.count {
      let article = try corpus.records(number).article
      found[article.id] = article.published.date == nil ? nil : article.published
    }
    return records.map { found[$0.article.id] }
  }

  @Test("An article that tells a story of others is dated by them, and names them")
  func story() throws {
    var records = try articles(stories: 20)
    hide(&records) { $0 % Self.tellers == 4 }
    let published = try dated(records)
    for index in records.indices where index % Self.tellers == 4 {
      let found = try #require(published[index])
      let (first, last) = (try #require(found.date?.earliest), try #require(found.date?.latest))
      #expect((first...last).contains(Self.day(index / Self.tellers, 4)))
      #expect(last.ordinal - first.ordinal <= 31)
      #expect(found.basis == .inferred && found.date?.description.contains("~") == true)
      let witnesses = records.filter { other in found.evidence.contains { $0.article == other.article.id } }
      #expect(!witnesses.isEmpty && witnesses.allSatisfy { $0.article.published.date != nil })
    }
  }

  @Test("The order of the articles does not matter")
  func order() throws {
    var records = try articles(stories: 20)
    hide(&records) { $0 % Self.tellers == 4 }
    let forward = try dated(records)
    #expect(try dated(records.reversed()) == forward.reversed())
    #expect(forward.allSatisfy { $0 != nil })
  }

  @Test(
    "Nobody is dated where the dated articles do not date each other, are few, or are the minority",
    arguments: [(20, 5, true), (6, 5, false), (20, 2, false)])
  func untrusted(stories: Int, every: Int, isScattered: Bool) throws {
    var records = try articles(stories: stories) { story, teller in
      isScattered ? Self.start.adding(days: (story * 5 + teller) * 379 % 3000) : Self.day(story, teller)
    }
    hide(&records) { every == 5 ? $0 % 5 == 4 : $0 % 5 >= every }
    let before = records.map(\.article.published)
    let found = try dated(records)
    for index in records.indices { #expect((found[index] ?? .unknown) == before[index]) }
  }

  @Test("An article stays undated that shares nothing, or that speaks of another time")
  func apart() throws {
    var records = try articles(stories: 20)
    hide(&records) { $0 % Self.tellers == 4 }
    records[4].pairs = WordPairs((0..<22).map { UInt32(9_000_000 + $0) })
    records[9].bounds = CivilDay(firstOf: 1, 1990)...CivilDay(firstOf: 1, 1995)
    let found = try dated(records)
    #expect(found[4] == nil)
    #expect(found[9] == nil)
    #expect(found[14] != nil)
  }

  @Test("What an article says of its time narrows what others say")
  func narrowed() throws {
    var records = try articles(stories: 20)
    hide(&records) { $0 % Self.tellers == 4 }
    let day = Self.day(0, 4)
    records[4].bounds = day...day.adding(days: 400)
    #expect(try dated(records)[4]?.date?.earliest == day)
  }

  @Test("A copy of a dated article is dated also in a small export")
  func copy() throws {
    var records = try articles(stories: 1)
    let pairs = records[0].pairs
    records[1].pairs = pairs
    hide(&records) { $0 != 0 }
    let found = try dated(records)
    #expect(found[1]?.date?.description == "2021-02-24~/2021-03-06~")
    #expect(found[2] == nil && found[3] == nil)
  }

  @Test(
    "Links count from the strength on at which 19 of 20 prove right",
    arguments: [
      (weak: 20, strong: 20, wrong: 0, least: 10 as Int?), (weak: 20, strong: 20, wrong: 1, least: 10),
      (weak: 20, strong: 20, wrong: 2, least: 100), (weak: 19, strong: 20, wrong: 0, least: 100),
      (weak: 19, strong: 19, wrong: 0, least: nil), (weak: 20, strong: 0, wrong: 2, least: nil),
    ])
  func threshold(_ sample: (weak: Int, strong: Int, wrong: Int, least: Int?)) {
    let weak = (0..<sample.weak).map { (strength: 10, isRight: $0 >= sample.wrong) }
    let strong = (0..<sample.strong).map { _ in (strength: 100, isRight: true) }
    #expect(Contemporaries.threshold(weak + strong) == sample.least)
  }

  // MARK: - Pairs of words

  private func pairs(_ text: String) throws -> Set<UInt32> {
    let fixture = try TablesFixture.shared()
    return Set(fixture.normalizer.normalize(try fixture.document(text))[0].pairs.hashes)
  }

  @Test("Pairs of words are the same with and without their article and marks, but not over grammar")
  func words() throws {
    let short = try pairs("وصف المراقبون القصف العنيف بالحدث النادر.")
    #expect(short == (try pairs("وصف مراقبون: قصف، عنيف بالحدث نادر.")))
    #expect(short.count == 5)
    #expect(try pairs("وصف مراقبون في قصف عنيف.").count == 2)
    #expect(try pairs("نعم.").isEmpty)
  }
}
