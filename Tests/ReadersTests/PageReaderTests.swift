import EventModel
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
  ]
}

@Suite struct PageReaderTests {
  @Test(arguments: PageCase.all) func `A page is read as the rule says`(page: PageCase) throws {
    let document = try readPage(page.html)
    #expect(MarkedPage.roles(of: document).joined().joined(separator: "\n") == page.expected)
  }
}
