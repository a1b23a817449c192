import BundledTables
import Lexicon
import Testing

@testable import Readers

@Suite struct ContentWordsTests {
  private func stems(_ text: String) throws -> [UInt64] {
    var stems: [UInt64] = []
    let words = ContentWords(try Lexicon.bundled())
    Array(text.utf8).withUnsafeBufferPointer { words.append(0..<$0.count, of: $0, to: &stems) }
    return stems
  }

  @Test(arguments: [
    ("القمح", "قمح"), ("والمزارعين", "مزارع"), ("بالبورصة", "بورصة"), ("أسواقها", "اسواق"), ("للمحصول", "محصول"),
    ("Chicago", "CHICAGO"), ("شِيكَاغُو", "شيكاغو"),
  ])
  func `Forms of a word have one stem`(form: String, other: String) throws {
    let stems = try stems(form)
    #expect(stems.count == 1)
    #expect(try stems == self.stems(other))
  }

  @Test func `Words that all news is made of are no content`() throws {
    #expect(try stems("وقال في من عليها وفي الذي يوم الاثنين").isEmpty)
    #expect(try stems("محصول القمح").count == 2)
  }

  @Test(arguments: [("وأكد الوزير", true), ("وصل الوفد", false), ("وصلت الطائرة", false), ("أكد الوزير", false)])
  func `A word that begins with waw is no conjunction`(text: String, goesOn: Bool) throws {
    let words = ContentWords(try Lexicon.bundled())
    let found = Array(text.utf8).withUnsafeBufferPointer { words.goesOn(0..<$0.count, of: $0) }
    #expect(found == goesOn)
  }
}
