import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Readers

@Suite struct FurnitureTableTests {
  @Test func `Every row of the table decides its example`() throws {
    let rows = try Lexicon.bundled().rows("boilerplate")
    #expect(rows.count > 50)
    for row in rows {
      // Credits are joined to others; all other rows stand for themselves.
      let table = try FurnitureTable(row["match"] == "credit" ? rows : [row])
      let example = row["example"]
      var scanner = LineScanner(furniture: table, datelines: try DatelineReader([]), media: MediaNames([]))
      let lines = Array(example.utf8).withUnsafeBufferPointer { scanner.lines(of: $0) }
      let line = try #require(lines.first, "row \(row["id"]) has no example")
      switch row["match"] {
      case "credit": #expect(line.isCaption, "row \(row["id"])")
      case "tail":
        let rest = try #require(example.split(separator: ".").last)
        #expect(table.tail(FoldedLine(String(rest))) != nil, "row \(row["id"])")
      default:
        let match = line.match.anywhere ?? line.match.head ?? line.match.tail
        #expect(match != nil, "row \(row["id"])")
      }
    }
  }

  @Test func `No two rows have the same id`() throws {
    for name in ["boilerplate", "datelines"] {
      let ids = try Lexicon.bundled().rows(name).map { $0["id"] }
      #expect(!ids.isEmpty)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test(arguments: ["kind", "match", "where", "takes", "words", "text"])
  func `A row with a value that means nothing is refused`(column: String) throws {
    var values = ["kind": "other", "match": "equals", "where": "any", "takes": "", "words": "", "text": "انتهى"]
    let columns = values.keys.sorted()
    func lexicon() throws -> Lexicon {
      var lexicon = Lexicon()
      let table = columns.joined(separator: "\t") + "\n" + columns.map { values[$0] ?? "" }.joined(separator: "\t")
      try lexicon.add(file: "boilerplate.tsv", contents: Array(table.utf8))
      return lexicon
    }
    #expect(throws: Never.self) { try DocumentReader(lexicon: try lexicon()) }
    values[column] = "؟"
    let fault = #expect(throws: Diagnostic.self) { try DocumentReader(lexicon: try lexicon()) }
    #expect(fault?.id == "table-value")
    #expect(fault?.line == 2)
  }

  @Test(arguments: [
    ("اقرأ أيضاً:", "اقرا ايضا"), ("اقــرأ أيضًا ..", "اقرا ايضا"), ("iconدقائق القراءة - 5", "icon دقائق القراءه #"),
    ("// انتهى //", "انتهي"), ("١٨:٣٧ ت م", "# # ت م"), ("\u{202B}TT\u{202C}", "tt"), ("الـ24 ساعة", "ال # ساعه"),
    ("«الشرق\u{200F} الأوسط»", "الشرق الاوسط"), ("مسؤول ورئيس", "مسؤول ورئيس"), ("کی", "كي"), ("…", ""),
  ])
  func `A line folds to words without punctuation`(line: String, folded: String) {
    #expect(String(decoding: FoldedLine(line).bytes, as: UTF8.self) == folded)
  }

  @Test func `Numbers fold alike but keep lines apart`() {
    #expect(FoldedLine("مقتل 3 جنود").bytes == FoldedLine("مقتل 15 جنود").bytes)
    #expect(FoldedLine("مقتل 3 جنود").key != FoldedLine("مقتل 15 جنود").key)
    #expect(FoldedLine("«مقتل» ٣ جنود!").key == FoldedLine("مقتل 3 جنود").key)
  }

  @Test(arguments: [
    ("عدن 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس", "2015-08-11"), ("الأربعاء 27 نوفمبر 2024", "2024-11-27"),
    ("نشر في: 05/03/2021 - 10:30", "2021-03-05"), ("آخر تحديث: 2024-11-27", "2024-11-27"),
    ("27 نوفمبر (تشرين الثاني) 2024", "2024-11-27"), ("٣ كانون الثاني/يناير ٢٠٢٠", "2020-01-03"),
    ("November 27, 2024", "2024-11-27"),
  ])
  func `A dateline gives its day`(line: String, day: String) throws {
    let reader = try DatelineReader(try Lexicon.bundled().rows("datelines"))
    #expect(reader.read(FoldedLine(line))?.day.description == day)
  }

  @Test(arguments: [
    "الرئيسان يلتقيان في أنقرة يوم 27 نوفمبر 2024", "27 نوفمبر", "2024", "31 فبراير 2020", "حصاد عام 2024",
  ])
  func `Other lines are no datelines`(line: String) throws {
    let reader = try DatelineReader(try Lexicon.bundled().rows("datelines"))
    #expect(reader.read(FoldedLine(line)) == nil)
  }
}
