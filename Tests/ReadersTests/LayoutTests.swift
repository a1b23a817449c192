import EventModel
import Testing

@testable import Readers

@Suite struct LayoutTests {
  @Test(arguments: LayoutCase.all)
  func `Line endings do not matter`(example: LayoutCase) throws {
    let page = MarkedPage(example.page)
    for ending in ["\r\n", "\r"] {
      let document = try read(
        page.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending))
      #expect(MarkedPage.roles(of: document) == page.expected)
      try expectWholeAndDisjoint(document)
    }
  }

  @Test func `A tag list that is glued to the last paragraph is cut off`() throws {
    let document = try read("عنوان الخبر المنشور\n\n\(LayoutCase.lead) سمات السعودية مجلس الوزراء \n")
    #expect(
      MarkedPage.roles(of: document) == [
        ["headline | عنوان الخبر المنشور", "paragraph | " + LayoutCase.lead, "-tags | سمات السعودية مجلس الوزراء"]
      ])
    try expectWholeAndDisjoint(document)
  }

  @Test func `A lone medium below the text, or in the byline, is the outlet`() throws {
    #expect(
      try read("عنوان الخبر المنشور\n\(LayoutCase.lead)\n\nالفجر الجديد\n").articles.first?.outlet == "الفجر الجديد")
    let byline = "لندن/ جنيف -رويترزالفجر الجديد"
    #expect(try read("عنوان الخبر\n\(byline)\n\(LayoutCase.lead)").articles.first?.outlet == "الفجر الجديد")
    #expect(
      try read("عنوان الخبر\n\(LayoutCase.lead)\nالمصدر: الفجر الجديد + وكالات").articles.first?.outlet
        == "الفجر الجديد")
    #expect(try read("عنوان الخبر\nلندن - رويترز\n\(LayoutCase.lead)").articles.first?.outlet == nil)
    #expect(try read("عنوان الخبر\n\(LayoutCase.lead)").articles.first?.outlet == nil)
  }

  @Test func `A dateline gives the publication date`() throws {
    let document = try read("عنوان الخبر\nالأربعاء 27 نوفمبر 2024\n\(LayoutCase.lead)")
    #expect(document.articles.first?.published == Publication(date: EDTFDate("2024-11-27"), basis: .dateline))
    #expect(try read("عنوان الخبر\n\(LayoutCase.lead)").articles.first?.published == .unknown)
  }
}
