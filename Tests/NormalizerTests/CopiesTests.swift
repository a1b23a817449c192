import EventModel
import Lexicon
import Readers
import Testing

@testable import Normalizer

/// Articles met twice, and syndicated copies.
@Suite struct CopiesTests {
  /// A generator whose numbers depend on its seed only.
  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private struct Source {
    var id: String
    var outlet: String?
    var published: String? = TablesFixture.day
    var text: String
  }

  private func records(_ sources: [Source]) throws -> [ArticleRecords] {
    let fixture = try TablesFixture.shared()
    return try sources.flatMap {
      fixture.normalizer.normalize(
        try fixture.document($0.text, id: $0.id, published: $0.published, outlet: $0.outlet))
    }
  }

  /// Which document's article is a copy of which other's.
  private func copies(_ sources: [Source]) throws -> [String: String] {
    let articles = try Resolution.resolve(try records(sources)).articles
    let documents = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0.document.id) })
    return Dictionary(
      uniqueKeysWithValues: articles.compactMap { article in
        article.copyOf.flatMap { documents[$0] }.map { (article.document.id, $0) }
      })
  }

  // MARK: - Texts

  private static let headline = "بوتين يبحث مع ماكرون هاتفيا وقف إطلاق النار"

  private static let paragraphs = [
    """
    اتصل الرئيس الروسي فلاديمير بوتين بالرئيس الفرنسي إيمانويل ماكرون في 20 نوفمبر وبحث معه سبل وقف إطلاق النار وتبادل \
    الأسرى بين الجانبين، بحسب ما أعلنه الكرملين في بيان مقتضب نشر مساء الأربعاء على موقعه الرسمي.
    """,
    """
    وقال المتحدث باسم الكرملين دميتري بيسكوف إن المحادثة استمرت نحو ساعة وكانت مفيدة وصريحة، وإن الزعيمين اتفقا على إبقاء \
    قنوات الحوار مفتوحة خلال الأسابيع المقبلة رغم الخلافات العميقة التي لا تزال قائمة بين البلدين في ملفات عدة.
    """,
    """
    من جهته أكد قصر الإليزيه حصول الاتصال، وأوضح أن الرئيس الفرنسي شدد على ضرورة احترام القانون الدولي وعلى حماية المدنيين \
    والمنشآت النووية، وأنه سيطلع شركاءه الأوروبيين على مضمون الحديث قبل القمة المقررة في بروكسل الشهر المقبل.
    """,
  ]

  private static let original = "\(headline)\n\n" + paragraphs.joined(separator: "\n\n")

  /// The same event, told anew.
  private static let anew = """
    مكالمة هاتفية بين موسكو وباريس

    كشف الإليزيه أن إيمانويل ماكرون تلقى اتصالا هاتفيا من فلاديمير بوتين يوم 20 نوفمبر تناول الحرب ومستقبل المفاوضات.

    ووصف بيسكوف المكالمة بأنها مفيدة وصريحة، مشيرا إلى أن قنوات الحوار بين الزعيمين ستبقى مفتوحة رغم الخلافات.

    وشددت الرئاسة الفرنسية على ضرورة احترام القانون الدولي وحماية المدنيين، وأكدت أن باريس ستبلغ شركاءها بما دار.
    """

  // MARK: - The same article

  @Test("The same article in several documents is exported once and names the others, in any order of reading")
  func recurrences() throws {
    let wide = "\u{FEFF}  " + Self.original.split(separator: " ").joined(separator: " \u{A0}") + "\r\n\r\n"
    let sources = [
      Source(id: "c", outlet: "الشرق", text: Self.original), Source(id: "a", outlet: "الشرق", text: wide),
      Source(id: "b", outlet: "الشرق", text: Self.original),
    ]
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0, 0]] {
      let article = try #require(try Resolution.resolve(try records(order.map { sources[$0] })).articles.first)
      #expect(article.document.id == "a")
      #expect(article.alsoIn.map(\.document.id) == ["b", "c"])
      #expect(article.alsoIn.map(\.segment) == [1, 1])
      #expect(article.copyOf == nil)
    }
  }

  @Test("Of the documents of an article, the one that tells best when it was published is kept")
  func bestDated() throws {
    let article = try #require(
      try Resolution.resolve(
        try records([
          Source(id: "a", published: nil, text: Self.original), Source(id: "b", text: Self.original),
          Source(id: "c", text: Self.original),
        ])
      ).articles.first)
    #expect(article.document.id == "b")
    #expect(article.published.basis == .metadata)
    #expect(article.alsoIn.map(\.document.id) == ["a", "c"])
  }

  @Test("The same text in another outlet is another article, and a copy")
  func outlets() throws {
    let articles = try Resolution.resolve(
      try records([
        Source(id: "a", outlet: "الشرق", text: Self.original), Source(id: "b", outlet: "الحياة", text: Self.original),
      ])
    ).articles
    #expect(articles.map(\.alsoIn) == [[], []])
    #expect(articles.map(\.copyOf) == [nil, articles[0].id])
  }

  @Test("An article's id depends on its kept text and its outlet, not on white space or its neighbours")
  func identity() throws {
    func id(_ text: String, outlet: String? = nil) throws -> RecordID {
      try #require(try records([Source(id: "x", outlet: outlet, text: text)]).first).article.id
    }
    let original = try id(Self.original)
    #expect(try id(Self.original.replacing("\n\n", with: "\r\n \r\n")) == original)
    #expect(try id(Self.original + "\n\nاقرأ أيضاً:\nعنوان آخر تماما") == original)
    #expect(try id(Self.original, outlet: "الشرق") != original)
    #expect(try id(Self.original.replacing("ساعة", with: "ساعتين")) != original)
  }

  // MARK: - Copies

  @Test(
    "What another outlet makes of a text is a copy",
    arguments: [
      // Its own furniture, headline and byline.
      "الرئيسية\nموسكو - رويترز\nعنوان من عند المحرر\n\n" + paragraphs.joined(separator: "\n\n")
        + "\n\nاقرأ أيضاً:\nخبر آخر\nشارك هذا المقال",
      // A line before the body, and another spelling.
      "عنوان\n\nعين اليوم – موسكو\n\n"
        + paragraphs.joined(separator: "\n\n").replacing("إ", with: "ا")
        .replacing("ى ", with: "ي ").replacing("،", with: ","),
      // The last paragraph is cut.
      headline + "\n\n" + paragraphs[0] + "\n\n" + paragraphs[1],
      // A paragraph is added.
      original + "\n\nويأتي هذا الاتصال بعد أشهر من القطيعة بين الزعيمين اللذين تحدثا آخر مرة في الربيع الماضي.",
      // A word is changed.
      original.replacing("مساء الأربعاء", with: "أمس الأربعاء"),
    ])
  func copy(text: String) throws {
    let sources = [
      Source(id: "a", outlet: "الشرق", text: Self.original),
      Source(id: "b", outlet: "الحياة", published: "2024-11-28", text: text),
    ]
    #expect(try copies(sources) == ["b": "a"])
  }

  @Test(
    "What is written anew, quotes a little or is much longer is no copy",
    arguments: [
      anew, headline + "\n\n" + paragraphs[0] + "\n\n" + anew,
      original + "\n\n" + anew + "\n\n" + anew.replacing("ال", with: "") + "\n\n" + anew.replacing(" و", with: " ثم "),
      // Too short to tell.
      headline,
    ])
  func noCopy(text: String) throws {
    let sources = [
      Source(id: "a", outlet: "الشرق", text: Self.original), Source(id: "b", outlet: "الحياة", text: text),
    ]
    #expect(try copies(sources) == [:])
  }

  @Test("The original is the first to print it, then an agency, then what sorts first; all copies name it")
  func originals() throws {
    let dated = [
      Source(id: "a", outlet: "الشرق", published: "2024-11", text: Self.original),
      Source(id: "b", outlet: "الحياة", published: "2024-11-22", text: Self.original),
      Source(id: "c", outlet: "النهار", published: "2024-11-21", text: Self.original),
      Source(id: "d", outlet: "السفير", published: nil, text: Self.original),
    ]
    #expect(try copies(dated) == ["a": "c", "b": "c", "d": "c"])
    let agency = [
      Source(id: "a", outlet: "الشرق", text: Self.original),
      Source(id: "b", outlet: "وكالة رويترز", text: Self.original),
      Source(id: "c", outlet: "الأهرام", text: Self.original),
    ]
    #expect(try copies(agency) == ["a": "b", "c": "b"])
    #expect(try copies([agency[2], agency[0]]) == ["c": "a"])
  }

  @Test("The order in which articles come does not matter", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func order(seed: UInt64) throws {
    let records = try records([
      Source(id: "a", outlet: "الشرق", text: Self.original), Source(id: "b", outlet: "الحياة", text: Self.original),
      Source(id: "c", outlet: "النهار", text: Self.original.replacing("نحو ساعة", with: "ساعة ونصف الساعة")),
      Source(id: "d", outlet: "السفير", text: Self.anew), Source(id: "e", outlet: "السفير", text: Self.anew),
      Source(id: "f", outlet: nil, text: Self.paragraphs[0]),
    ])
    var shuffler = Shuffler(state: seed)
    #expect(try Resolution.resolve(records.shuffled(using: &shuffler)) == Resolution.resolve(records))
  }

  @Test("An original and its copies corroborate an event once, what is written anew once more")
  func corroboration() throws {
    let sources = [
      Source(id: "a", outlet: "الشرق", text: Self.original), Source(id: "b", outlet: "الحياة", text: Self.original),
      Source(id: "c", outlet: "رويترز", published: "2024-11-26", text: Self.original),
      Source(id: "d", outlet: "السفير", text: Self.anew),
    ]
    func call(_ sources: [Source]) throws -> Event {
      try #require(
        try Resolution.resolve(try records(sources)).events.first { $0.type == .consult && $0.mode == .phone })
    }
    let copied = try call(Array(sources[..<3]))
    #expect(Set(copied.evidence.map(\.article)).count == 3)
    #expect(copied.corroboration.articles == 1)
    #expect(copied.corroboration.outlets == 1)
    let both = try call(sources)
    #expect(both.corroboration.articles == 2)
    #expect(both.corroboration.outlets == 2)
    #expect(both.corroboration.namedSources >= copied.corroboration.namedSources)
  }
}
