import EventModel
import Testing

@testable import Readers

/// What the form of a page's lines gives away, where no class name does.
@Suite struct PageShapeTests {
  private static let (lead, more, last, title) = (Sentences.lead, Sentences.more, Sentences.last, Sentences.title)
  private static let second = "مقتل ثلاثة عمال في انهيار مبنى قيد الإنشاء"
  private static let body = "headline | \(title)\nparagraph | \(lead)\nparagraph | \(more)"

  private static let cases = [
    PageCase(
      "A title without any markup is the first line above the paragraphs that may be one",
      "<title>الفجر</title><div class=a><div class=b>\(title)</div><div class=c>الميناء - علي حسن</div>"
        + "<div class=d>\(lead)</div><div class=d>\(more)</div></div>",
      "headline | \(title)\nbyline | الميناء - علي حسن\nparagraph | \(lead)\nparagraph | \(more)"),
    PageCase(
      "Boxes with headings and dates of their own are articles",
      "<title>\(title)</title><div><div class=x><h1>\(title)</h1><i>12 مايو 2023</i><p>\(lead)</p><p>\(more)</p></div>"
        + "<div class=x><h1>\(second)</h1><i>11 مايو 2023</i><p>\(last)</p><p>\(more)</p></div></div>",
      """
      headline | \(title)
      dateline | 12 مايو 2023
      paragraph | \(lead)
      paragraph | \(more)
      headline | \(second)
      dateline | 11 مايو 2023
      paragraph | \(last)
      paragraph | \(more)
      """),
    PageCase(
      "Sections with headings but without dates are parts of one article",
      "<title>\(title)</title><div><section><h1>\(title)</h1><p>\(lead)</p><p>\(more)</p></section>"
        + "<section><h1>\(second)</h1><p>\(last)</p><p>\(more)</p></section></div>",
      "\(body)\nsubhead | \(second)\nparagraph | \(last)\nparagraph | \(more)"),
    PageCase(
      "Initials with a slash between and addresses are no paragraphs",
      "<article><h1>\(title)</h1><p>\(lead)</p><p>\(more)</p><p>ه.ز/ ع.ج.م</p><p>https://example.org/a</p></article>",
      "\(body)\n-other | ه.ز/ ع.ج.م\n-share-widget | https://example.org/a"),
    PageCase(
      "An embedded post in another language is left out with the name below it",
      "<article><h1>\(title)</h1><p>\(lead)</p><blockquote class='twitter-tweet'><p>Breaking news from here</p>"
        + "&mdash; Name (@name) May 1, 2024</blockquote><p>\(more)</p></article>",
      """
      headline | \(title)
      paragraph | \(lead)
      -other | Breaking news from here
      -other | — Name (@name) May 1, 2024
      paragraph | \(more)
      """),
    PageCase(
      "A line in brackets beside a picture is its caption",
      "<article><h1>\(title)</h1><div><img src=a><div>الوزير في مكتبه (محمود بدر)</div></div><p>\(lead)</p><p>\(more)</p>"
        + "</article>",
      """
      headline | \(title)
      -caption | الوزير في مكتبه (محمود بدر)
      paragraph | \(lead)
      paragraph | \(more)
      """),
    PageCase(
      "A line with a date in digits is a dateline, whoever else it names",
      "<article><h1>\(title)</h1><span>Ali Can, سمير حسن - ترجمة: منى الخطيب | 05.10.2025 - محدث : 06.10.2025</span>"
        + "<p>\(lead)</p><p>\(more)</p></article>",
      """
      headline | \(title)
      dateline | Ali Can, سمير حسن - ترجمة: منى الخطيب | 05.10.2025 - محدث : 06.10.2025
      paragraph | \(lead)
      paragraph | \(more)
      """),
    PageCase(
      "Quotations between paragraphs whose markup says body are kept",
      "<article><h1>\(title)</h1><p class='post-body'>\(lead)</p><blockquote>«صرنا ننظر إلى الباب».</blockquote>"
        + "<p class='post-body'>\(more)</p></article>",
      """
      headline | \(title)
      paragraph | \(lead)
      paragraph | «صرنا ننظر إلى الباب».
      paragraph | \(more)
      """),
    PageCase(
      "An article inside of an article inside of an article is a part of it",
      "<article><h1>\(title)</h1><p>\(lead)</p><p>\(more)</p><article><p>\(last)</p><article><p>\(lead)</p><p>\(more)</p>"
        + "</article></article></article>",
      """
      headline | \(title)
      paragraph | \(lead)
      paragraph | \(more)
      paragraph | \(last)
      paragraph | \(lead)
      paragraph | \(more)
      """),
    PageCase(
      "Bold words above a player that does not play head nothing",
      "<article><h1>\(title)</h1><p>\(lead)</p><p><b>ناج من الحادث يروي اللحظات</b></p><p>الفيديو غير متوفر حاليا</p><p>\(more)</p>"
        + "</article>",
      """
      headline | \(title)
      paragraph | \(lead)
      -other | ناج من الحادث يروي اللحظات
      -other | الفيديو غير متوفر حاليا
      paragraph | \(more)
      """),
  ]

  @Test(arguments: cases) func `A page without helpful names is read by the form of its lines`(page: PageCase) throws {
    #expect(MarkedPage.roles(of: try readPage(page.html)).joined().joined(separator: "\n") == page.expected)
  }

  @Test func `The day of a bulletin holds for all its articles, that of an article for it alone`() throws {
    let parts = [Self.title, Self.second].map { "<h3>\($0)</h3><p>\(Sentences.lead)</p><p>\(Sentences.more)</p>" }
    func days(_ title: String) throws -> [Publication] {
      let head = #"<title>\#(title)</title><meta name="date" content="2024-05-01">"#
      return try readPage("\(head)<div>\(parts.joined())</div>").articles.map(\.published)
    }
    let day = Publication(date: EDTFDate("2024-05-01"), basis: .metadata)
    #expect(try days("نشرة الظهيرة") == [day, day])
  }

  @Test(arguments: [("الفجر - Al Fajr", "الفجر"), ("Al Fajr | الفجر", "الفجر"), ("Al Fajr", "Al Fajr")])
  func `Of an outlet's names in two scripts the Arabic one counts`(site: String, outlet: String) throws {
    let head = #"<meta property="og:site_name" content="\#(site)">"#
    let page = "<head>\(head)</head><article><h1>\(Self.title)</h1><p>\(Self.lead)</p><p>\(Self.more)</p></article>"
    #expect(try readPage(page).articles.first?.outlet == outlet)
  }
}
