import EventModel
import Testing

@testable import Lexicon

@Suite struct TableTests {
  private func table(_ text: String) throws(Diagnostic) -> Table {
    try Table(name: "words", file: "folder/words.tsv", contents: Array(text.utf8))
  }

  @Test("Comments and blank lines are passed over, but counted")
  func lines() throws {
    let rows = try table("# What it is.\n\nid\tforms\n\t \n# More.\none\tواحد\r\ntwo\tاثنان").rows
    #expect(rows.map { $0["id"] } == ["one", "two"])
    #expect(rows.map { $0["forms"] } == ["واحد", "اثنان"])
    #expect(rows.map(\.line) == [6, 7])
    #expect(rows.allSatisfy { $0.file == "folder/words.tsv" })
  }

  @Test(
    "A cell holds several values",
    arguments: [
      ("واحد", ["واحد"]), ("واحد | أحد", ["واحد", "أحد"]), ("مصدر مطلع |مسؤول", ["مصدر مطلع", "مسؤول"]),
      (" | واحد | ", ["واحد"]), ("", []),
    ])
  func values(_ cell: String, _ expected: [String]) throws {
    #expect(try table("id\tforms\none\t\(cell)\n").rows.first?.list("forms") == expected)
  }

  @Test("A missing cell and an unknown column are empty")
  func missing() throws {
    let row = try #require(try table("id\tforms\tsense\none\tواحد\n").rows.first)
    #expect(row["sense"].isEmpty)
    #expect(row["gender"].isEmpty)
    #expect(row.list("sense").isEmpty)
  }

  @Test(
    "A malformed table is refused at its line",
    arguments: [
      ("# Only a comment.\n", "table-header", 2, nil), ("id\tid\none\ttwo\n", "table-header", 1, 4),
      ("id\tforms\none\tواحد\nthree\tثلاثة\tأكثر\n", "table-row", 3, 18),
    ] as [(String, String, Int, Int?)])
  func faults(_ text: String, _ id: String, _ line: Int, _ column: Int?) {
    let fault = #expect(throws: Diagnostic.self) { try table(text) }
    #expect(fault?.id == id)
    #expect(fault?.file == "folder/words.tsv")
    #expect(fault?.line == line)
    #expect(fault?.column == column)
  }

  @Test("A fault of a row names the byte at which its cell, or the part of it, begins")
  func faultColumns() throws {
    let row = try #require(try table("id\tforms\tsense\none\tواحد | أحد\tx\n").rows.first)
    #expect(row.fault("f", "whole").column == 1)
    #expect(row.fault("f", "cell", in: "forms").column == 5)
    #expect(row.fault("f", "part", in: "forms", at: "أحد").column == 16)
    #expect(row.fault("f", "cell", in: "sense").description == "folder/words.tsv:2:23: error: cell [f]")
  }
}
