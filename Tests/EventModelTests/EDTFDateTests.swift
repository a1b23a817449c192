import EventModel
import Testing

@Suite struct EDTFDateTests {
  @Test(
    "EDTF reads back what it prints",
    arguments: [
      "2022", "2022-11", "2022-11-14", "2022-23", "2024-33", "2021-04~", "2012~", "2016-12-30?", "2016-12-30%",
      "2022-02-24/..", "../2023-12-31", "2023-06-21/2023-06-30", "2022-10/2022-12", "2012~/..", "1990/1999",
      "2024-09~/2024-11", "-0044", "0033",
    ])
  func roundTrip(_ text: String) throws {
    let date = try #require(EDTFDate(text))
    #expect(date.description == text)
    #expect(EDTFDate(date.description) == date)
  }

  @Test(
    "What is no EDTF is refused",
    arguments: [
      "", "..", "../..", "2022-13", "2022-1", "2022-11-31", "22-11-14", "2023/2022", "2022-11-14T10:00", "1/2/3",
      "-0000",
    ])
  func refused(_ text: String) {
    #expect(EDTFDate(text) == nil)
  }

  @Test(
    "First and last day",
    arguments: [
      ("2022", "2022-01-01", "2022-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2024-21", "2024-03-01", "2024-05-31"), ("2024-36", "2024-10-01", "2024-12-31"),
      ("2024-24", "2024-12-01", "2024-12-31"), ("2021-04~", "2021-04-01", "2021-04-30"),
      ("2022-10/2022-12", "2022-10-01", "2022-12-31"),
    ])
  func bounds(_ text: String, _ first: String, _ last: String) throws {
    let date = try #require(EDTFDate(text))
    #expect(date.earliest?.description == first)
    #expect(date.latest?.description == last)
  }

  @Test("An open side has no day")
  func open() throws {
    #expect(try #require(EDTFDate("2022/..")).latest == nil)
    #expect(try #require(EDTFDate("../2022")).earliest == nil)
  }

  @Test("Every day from 1990 to 2030 reads back")
  func days() throws {
    let first = try #require(CivilDay(1990, 1, 1))
    for offset in 0..<14_975 {
      let date = EDTFDate(first.adding(days: offset))
      #expect(EDTFDate(date.description) == date)
      #expect(date.earliest == date.latest)
    }
  }

  @Test("Dates overlap where they share a day")
  func overlap() throws {
    let month = try #require(EDTFDate("2022-11"))
    #expect(month.overlaps(try #require(EDTFDate("2022-11-30/2022-12"))))
    #expect(!month.overlaps(try #require(EDTFDate("2022-12"))))
    #expect(month.overlaps(try #require(EDTFDate("../2022-11-01"))))
  }
}
