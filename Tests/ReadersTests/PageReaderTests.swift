import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Readers

/// What one rule says, a page that shows it, and the roles of its lines.
struct PageCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let html: String
  /// `role | text`, where a role is a kind of block or `-` and a reason; several articles stand below each other.
  let expected: String

  init(_ rule: String, _ html: String, _ expected: String) {
    self.rule = rule
    self.html = html
    self.expected = expected
  }

  var testDescription: String { rule }

  static let (lead, more, last, title) = (Sentences.lead, Sentences.more, Sentences.last, Sentences.title)

  static let all = [
    PageCase(
      "Paragraphs of the body are kept and the site's frame is left out",
      """
      <html><head><title>\(title) - الفجر</title><script>if (1 < 2) { document.write("<p>x</p>") }</script></head>
      <body class="single has-sidebar"><header class="site-header"><a href="/">الفجر</a></header>
      <nav><ul><li><a href="/a">سياسة</a><li><a href="/b">اقتصاد</a></ul></nav>
      <div class="entry-content"><h1>\(title)</h1><p>\(lead)<p>\(more)</div>
      <footer>جميع الحقوق محفوظة</footer></body></html>
      """,
      """
      -navigation | الفجر
      -navigation | سياسة
      -navigation | اقتصاد
      headline | \(title)
      paragraph | \(lead)
      paragraph | \(more)
      -navigation | جميع الحقوق محفوظة
      """),
    PageCase(
      "Text between line breaks is paragraphs",
      "<table><tr><td><h1>\(title)</h1>\(lead)<br><br>\(more)<br>\(last)</td></tr></table>",
      """
      headline | \(title)
      paragraph | \(lead)
      paragraph | \(more)
      paragraph | \(last)
      """),
    PageCase(
      "References are resolved, runs of spaces collapse and no-break spaces stay",
      """
      <article><h1>الوزارة &laquo;تعلن&raquo;
           موعد   الزيارة</h1><p>&#x623;علن&nbsp;المتحدث &amp; نائبه أن الوفد سيصل إلى العاصمة مطلع الأسبوع.<p>\(more)</article>
      """,
      """
      headline | الوزارة «تعلن» موعد الزيارة
      paragraph | أعلن\u{A0}المتحدث & نائبه أن الوفد سيصل إلى العاصمة مطلع الأسبوع.
      paragraph | \(more)
      """),
    PageCase(
      "Subheads, items, cells and quotations are text; captions, sharing, related boxes, tags and comments are not",
      """
      <article><h1>\(title)</h1><figure><img><figcaption>صورة الوفد عند وصوله</figcaption></figure>
      <div class="share-bar"><a>فيسبوك</a></div><div itemprop="articleBody"><p>\(lead)</p>
      <h2>تفاصيل الزيارة</h2><ul><li>لقاء الوزير</li><li>زيارة الميناء</li></ul>
      <blockquote><p>لن نتراجع عن موقفنا</p></blockquote><table><tr><td>الميناء</td><td>السبت</td></tr></table>
      <div class="related-box"><h3>اقرأ أيضا</h3><a href="/1">خبر آخر من الأخبار</a></div><p>\(more)</p></div>
      <ul class="tags"><li>وفد</li></ul></article>
      <div id="comments"><p>\(last)</p><p>\(Sentences.other)</p></div>
      """,
      """
      headline | \(title)
      -caption | صورة الوفد عند وصوله
      -share-widget | فيسبوك
      paragraph | \(lead)
      subhead | تفاصيل الزيارة
      paragraph | لقاء الوزير
      paragraph | زيارة الميناء
      paragraph | لن نتراجع عن موقفنا
      paragraph | الميناء
      paragraph | السبت
      -related | اقرأ أيضا
      -related | خبر آخر من الأخبار
      paragraph | \(more)
      -tags | وفد
      -comment-form | \(last)
      -comment-form | \(Sentences.other)
      """),
    PageCase(
      "Several articles with headings of their own are several",
      """
      <article><h2>\(title)</h2><div class="entry-content"><p>\(lead)</p><p>\(more)</p></div></article>
      <article><h2>مجلس الإدارة يقر الميزانية الجديدة</h2><div class="entry-content"><p>\(Sentences.other)</p><p>\(last)</p></div></article>
      """,
      """
      headline | \(title)
      paragraph | \(lead)
      paragraph | \(more)
      headline | مجلس الإدارة يقر الميزانية الجديدة
      paragraph | \(Sentences.other)
      paragraph | \(last)
      """),
    PageCase(
      "Teasers of other articles are none, whatever their class",
      """
      <h1>\(title)</h1><div class="x1"><div>\(lead)</div><div>\(more)</div><div>\(last)</div></div>
      <div class="x2"><div class="x3"><div>مجلس الإدارة يقر الميزانية</div><div>\(Sentences.other)</div></div>
      <div class="x3"><div>المنتخب يستعد للمباراة</div><div>يخوض المنتخب الوطني مباراته المقبلة مساء السبت في العاصمة.</div></div></div>
      """,
      """
      headline | \(title)
      paragraph | \(lead)
      paragraph | \(more)
      paragraph | \(last)
      -related | مجلس الإدارة يقر الميزانية
      -related | \(Sentences.other)
      -related | المنتخب يستعد للمباراة
      -related | يخوض المنتخب الوطني مباراته المقبلة مساء السبت في العاصمة.
      """),
    PageCase(
      "Byline, date and deck are known by their classes, text that is not shown is not there",
      """
      <div class="article"><span class="category">سياسة</span><h1>\(title)</h1><p class="standfirst">مصادر مطلعة تتحدث عن التفاصيل</p>
      <div class="meta"><span class="author">سعاد الكردي</span><span class="date">1 مايو 2024</span></div>
      <div class="article-body"><p>\(lead)<span class="sr-only">مخفي</span></p><p hidden>مخفي</p><p>\(more)</p></div></div>
      """,
      """
      -navigation | سياسة
      headline | \(title)
      deck | مصادر مطلعة تتحدث عن التفاصيل
      byline | سعاد الكردي
      dateline | 1 مايو 2024
      paragraph | \(lead)
      paragraph | \(more)
      """),
    PageCase(
      "Paragraphs with a button each stay, a box with one field goes",
      """
      <div class="k"><h1>\(title)</h1><div class="t"><p>\(lead)</p><button>شارك</button></div>
      <div class="t"><p>\(more)</p><button>شارك</button></div><div class="t"><p>\(last)</p><button>شارك</button></div>
      <div class="nl"><h4>نشرتنا اليومية</h4><p>أهم ما جرى في بريدك كل صباح.</p><input type="email"></div></div>
      """,
      """
      headline | \(title)
      paragraph | \(lead)
      -share-widget | شارك
      paragraph | \(more)
      -share-widget | شارك
      paragraph | \(last)
      -share-widget | شارك
      -other | نشرتنا اليومية
      -other | أهم ما جرى في بريدك كل صباح.
      """),
    PageCase(
      "A page that is one form is still read, and link-only paragraphs lead elsewhere",
      """
      <form id="aspnetForm"><h1>\(title)</h1><div id="x"><p>\(lead)</p><p><a href="/1">خبر آخر من أخبار اليوم</a></p>
      <p>وقال <a href="/2">المتحدث باسم الوزارة</a> إن الوفد سيغادر العاصمة بعد يومين من المباحثات.</p></div></form>
      """,
      """
      headline | \(title)
      paragraph | \(lead)
      -related | خبر آخر من أخبار اليوم
      paragraph | وقال المتحدث باسم الوزارة إن الوفد سيغادر العاصمة بعد يومين من المباحثات.
      """),
  ]
}

@Suite struct PageReaderTests {
  @Test(arguments: PageCase.all) func `A page is read as the rule says`(page: PageCase) throws {
    let document = try readPage(page.html)
    #expect(MarkedPage.roles(of: document).joined().joined(separator: "\n") == page.expected)
  }
}

@Suite struct PageLawTests {
  private static let frame = "<article><h1>\(Sentences.title)</h1><p>\(Sentences.lead)</p><p>\(Sentences.more)</p>"

  @Test(
    arguments: [
      String(repeating: "<div>", count: 100_000), String(repeating: "<b>", count: 200_000),
      String(repeating: "<b>", count: 50_000) + String(repeating: "</i>", count: 50_000),
      String(repeating: "<i><p></b>", count: 30_000), String(repeating: "<table><tr><td>", count: 20_000),
      String(repeating: "<p>س", count: 20_000), String(repeating: "<li>", count: 50_000),
      "<a " + String(repeating: "x='1' class=a ", count: 50_000) + ">", String(repeating: "<noscript>", count: 20_000),
      String(repeating: "<svg><svg></svg>", count: 10_000),
      String(repeating: "&amp;&#x26;&nosuch;&#99999999;", count: 10_000),
      "<!--", "<!-->", "<", "</", "<a href='", "<script>", "<title>", "&", "&#", "&#x;", "<textarea><p>", "<a b",
      "</p</p>",
      "<![CDATA[x]]>", "<?xml", "<style><!-- </style>", "<p \u{0B}\u{01}>",
    ]) func `Faulty and hostile markup is read and loses nothing`(tail: String) throws
  {
    let document = try readPage(Self.frame + tail)
    let paragraphs = document.articles.first?.blocks.filter { $0.kind == .paragraph } ?? []
    #expect(paragraphs.count >= 2)
  }

  @Test func `A page of more lines than anybody writes is refused`() throws {
    let page = Self.frame + String(repeating: "<p>ب", count: 100_001)
    let fault = #expect(throws: Diagnostic.self) { try readPage(page) }
    #expect(fault?.id == "html-too-long")
  }

  @Test func `Nothing disappears from pages whose tags are shuffled`() throws {
    // A fixed sequence of numbers (Lehmer's), so that a failure can be repeated.
    var state: UInt64 = 20_250_301
    func next(_ bound: Int) -> Int {
      state = state * 48_271 % 2_147_483_647
      return Int(state) % bound
    }
    var pieces = PageCase.all.flatMap { page in page.html.split(separator: "<").map { "<" + $0 } }
    pieces += [
      "</div>", "</td>", "<tr>", "<br>", "</p>", "<a>", "</a>", "<span class='date'>", "</span>", "<figure>", "&nbsp;",
    ]
    var read = 0
    for _ in 0..<300 {
      var page = ""
      for _ in 0..<(1 + next(60)) { page += pieces[next(pieces.count)] }
      do {
        _ = try readPage(page)
        read += 1
      } catch let fault as Diagnostic {
        #expect(["html-no-article", "empty-input"].contains(fault.id))
      }
    }
    #expect(read > 100)
  }

  @Test(arguments: [
    ("<p></p>", "empty-input"), ("<title>x</title><script>y</script>", "empty-input"),
    ("<nav><a>سياسة</a></nav>", "html-no-article"),
  ])
  func `A page without an article is refused`(html: String, id: String) throws {
    let fault = #expect(throws: Diagnostic.self) { try readPage(html) }
    #expect(fault?.id == id)
    #expect(fault?.file == "a/page.html")
  }
}

@Suite struct PageMetadataTests {
  private func article(_ head: String, _ body: String = "") throws -> ArticleLayout? {
    try readPage(
      "<head>\(head)</head><article><h1>\(Sentences.title)</h1>\(body)<p>\(Sentences.lead)</p><p>\(Sentences.more)</p></article>"
    ).articles.first
  }

  @Test(arguments: [
    (
      #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-01T23:30:00+03:00"}</script>"#,
      "2024-05-01"
    ),
    (
      #"<script type="application/ld+json">{"@graph":[{"@type":["Thing","Article"],"datePublished":"2024-05-01"}]}</script>"#,
      "2024-05-01"
    ),
    (
      #"<script type="application/ld+json">[{"@type":"ReportageNewsArticle","datePublished":"2024/5/1",}]</script>"#,
      "2024-05-01"
    ),
    (#"<meta property="article:published_time" content="2024-05-01T00:10:00Z">"#, "2024-05-01"),
    (#"<meta name="DC.date.issued" content="20240501">"#, "2024-05-01"),
    (#"<meta name="pubdate" content="Wed, 01 May 2024 10:00:00 GMT">"#, "2024-05-01"),
    (
      #"<meta property="article:published_time" content="2024-05-01"><script type="application/ld+json">{"@type":"Article","datePublished":"2024-04-30"}</script>"#,
      "2024-04-30"
    ),
    (
      #"<meta name="date" content="2024-05-02"><meta property="article:published_time" content="2024-05-01">"#,
      "2024-05-01"
    ),
    (
      #"<script type="application/ld+json">{"@type":"Article","datePublished":</script><meta name="date" content="2024-05-01">"#,
      "2024-05-01"
    ),
  ])
  func `The day of publication is read from metadata, the surest first`(head: String, day: String) throws {
    #expect(try article(head)?.published == Publication(date: EDTFDate(day), basis: .metadata))
  }

  @Test func `A day of change is no day of publication`() throws {
    let head =
      #"<meta property="article:modified_time" content="2024-05-01"><script type="application/ld+json">{"@type":"Article","dateModified":"2024-05-01"}</script>"#
    #expect(try article(head)?.published == .unknown)
  }

  @Test func `A visible date is a dateline, a machine's date beside it metadata`() throws {
    #expect(try article("", "<span>1 مايو 2024</span>")?.published.basis == .dateline)
    let time = #"<time datetime="2024-05-01T09:00">منذ يومين</time>"#
    #expect(try article("", time)?.published == Publication(date: EDTFDate("2024-05-01"), basis: .metadata))
  }

  @Test func `Outlet and address come from the publisher, the site's name and the canonical link`() throws {
    let head =
      #"<meta property="og:site_name" content="الفجر &amp; الضحى"><link rel="canonical" href="https://fajr.example/1?a=1&amp;b=2">"#
    #expect(try article(head)?.outlet == "الفجر & الضحى")
    #expect(try article(head)?.url == "https://fajr.example/1?a=1&b=2")
    let linked = #"<script type="application/ld+json">{"@type":"Article","publisher":{"name":"الضحى"}}</script>"#
    #expect(try article(head + linked)?.outlet == "الضحى")
  }
}

@Suite struct MarkupTableTests {
  @Test func `The example of every row is decided by it`() throws {
    let lexicon = try Lexicon.bundled()
    let tables = try PageTables(lexicon: lexicon)
    for row in lexicon.rows("html-markup") {
      let html = Array((row["example"] + "نص").utf8)
      let page = html.withUnsafeBufferPointer { tables.page($0) }
      let said = page.nodes.dropFirst().map { "\($0.markup.role)" }
      switch row["says"] {
      case "hidden": #expect(page.lines.isEmpty, "\(row["id"])")
      case "", "shown": #expect(page.nodes.allSatisfy { $0.markup == .unknown }, "\(row["id"])")
      case let says:
        let reason = Removal.Reason(rawValue: says).map { "\(Markup.Role.removed($0))" }
        #expect(said.contains(reason ?? says), "\(row["id"]): \(said)")
      }
    }
  }
}
