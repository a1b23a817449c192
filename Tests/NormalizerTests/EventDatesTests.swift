import EventModel
import Testing

@testable import Normalizer

/// The days of events in reports of 2024-11-27, a Wednesday, by their own words and by what is told around them.
@Suite struct EventDatesTests {
  /// The events of a text below a headline.
  private func events(_ text: String) throws -> [Event] {
    try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
  }

  /// The dates of the events of a type, in order.
  private func dates(_ text: String, _ type: EventType, _ mode: EventMode? = nil) throws -> [String] {
    try events(text).filter { $0.type == type && (mode == nil || $0.mode == mode) }
      .map { $0.date?.date.description ?? "-" }
  }

  @Test("Acts that a report tells as its news have the day that its first paragraph names")
  func newsDay() throws {
    let text = """
      التقى ماكرون أمس بوتين في باريس.

      وأشاد لافروف بموقف الصين من الأزمة.

      ودعا أنطونيو غوتيريش إسرائيل إلى وقف إطلاق النار.
      """
    #expect(try dates(text, .support) == ["2024-11-26"])
    #expect(try dates(text, .request) == ["2024-11-26"])
  }

  @Test(
    "What had been before the news has no day of its own",
    arguments: [
      "وكان لافروف قد أشاد بموقف الصين من الأزمة.", "وسبق أن أشاد لافروف بموقف الصين من الأزمة.",
      "وفي وقت سابق أشاد لافروف بموقف الصين من الأزمة.",
    ])
  func background(_ sentence: String) throws {
    #expect(try dates("التقى ماكرون أمس بوتين في باريس.\n\n" + sentence, .support) == ["-"])
  }

  @Test("A meeting during a visit has the visit's day where it names none")
  func visit() throws {
    let text = "يزور بوتين الصين في 29 نوفمبر. وسيلتقي بوتين خلال الزيارة شي جين بينغ."
    #expect(try dates(text, .consult, .meeting) == ["2024-11-29"])
  }

  @Test(
    "A time that belongs to another noun bounds the event",
    arguments: [
      ("التقى ماكرون بوتين بعد انتخابات الخامس من نوفمبر في باريس.", "2024-11-05/.."),
      ("التقى ماكرون بوتين قبل انتخابات الخامس من نوفمبر في باريس.", "../2024-11-04"),
      ("التقى ماكرون بوتين في الخامس من نوفمبر في باريس.", "2024-11-05"),
    ])
  func bounds(_ text: String, _ expected: String) throws {
    #expect(try dates(text, .consult, .meeting) == [expected])
  }

  @Test(
    "A time in a relative clause of the past is that clause's where the visit is not past",
    arguments: [
      ("يزور بلينكن قطر لبحث الاتفاق الذي توصلت إليه إيران الشهر الماضي.", "2024-11-27~"),
      ("زار بلينكن قطر التي استضافت المحادثات أمس.", "2024-11-26"),
    ])
  func asides(_ text: String, _ expected: String) throws {
    #expect(try dates(text, .consult, .visit) == [expected])
  }

  @Test("The end of a visit bounds it")
  func ending() throws {
    #expect(try dates("اختتم بوتين أمس زيارته إلى الصين.", .consult, .visit) == ["../2024-11-26"])
  }

  @Test("A report of a month dates about then what it tells in a perfect")
  func reported() throws {
    let text = "قال لافروف في مايو 2022 إن ماكرون التقى بوتين سرا."
    #expect(try dates(text, .consult, .meeting) == ["2022-05~"])
  }

  @Test("A clause that goes on from the end of a time is at that time")
  func goingOn() throws {
    let text = "استمرت القطيعة حتى مايو 2022، حين زار بوتين الصين."
    #expect(try dates(text, .consult, .visit) == ["2022-05"])
  }

  @Test("A decade that goes on dates no event")
  func era() throws {
    #expect(try dates("زار بوتين الصين في أول زيارة له في العقد الحالي.", .consult, .visit) == ["-"])
  }

  @Test("Since when there was nothing like an event says nothing of when it was")
  func rarity() throws {
    #expect(try dates("التقى بوتين ماكرون في أول لقاء من نوعه منذ عام 2019.", .consult, .meeting) == ["-"])
  }

  @Test("What reports of a month speak of was at its end at the latest")
  func revealed() throws {
    let text = "تحدثت تقارير الشهر الجاري عن لقاء بوتين مع ماكرون في باريس."
    #expect(try dates(text, .consult, .meeting) == ["../2024-11"])
  }

  @Test("Weekdays printed beside words for today and yesterday tell when the text was written")
  func written() throws {
    // Published on Wednesday, but written on Tuesday.
    let text = "قال لافروف اليوم (الثلاثاء) إن الوضع خطير. والتقى ماكرون أمس بوتين في باريس."
    #expect(try dates(text, .consult, .meeting) == ["2024-11-25"])
  }

  @Test(
    "Status follows what governs, describes or dates an event",
    arguments: [
      ("سيزور بوتين الصين غدا.", Event.Status.planned), ("اللقاء المرتقب بين بوتين وماكرون في باريس مهم.", .planned),
      ("يزور بوتين الصين منذ أمس.", .ongoing), ("وصل بوتين إلى الصين أمس في زيارة تستمر ثلاثة أيام.", .ongoing),
      ("وصل بوتين إلى الصين في 2 نوفمبر في زيارة تستمر ثلاثة أيام.", .occurred),
      ("دعا ماكرون إلى تحديد موعد للقاء بين بوتين وشي جين بينغ.", .requested),
      ("قال مسؤول أميركي إن بوتين التقى ماكرون سرا.", .occurred),
      ("قالت مصادر مطلعة إن بوتين التقى ماكرون سرا.", .alleged),
    ])
  func status(_ text: String, _ expected: Event.Status) throws {
    let events = try events(text).filter { $0.type == .consult }
    #expect(events.map(\.status) == [expected], "\(events.map(\.summary))")
  }

  @Test(
    "What was done beforehand or led to a meeting was before it, and what is said there was not",
    arguments: [
      (
        "التقى لافروف بلينكن في 20 نوفمبر. وأكد البيت الأبيض أنه تم إبلاغ أوكرانيا مسبقا.", EventType.consult,
        "../2024-11-20"
      ),
      ("التقى لافروف بلينكن في 20 نوفمبر. وأكد البيت الأبيض أنه تم إبلاغ أوكرانيا.", .consult, "2024-11-20"),
      ("جرت المحادثات بين لافروف وبلينكن في 20 نوفمبر بطلب من فرنسا.", .request, "../2024-11-20"),
    ])
  func beforehand(_ text: String, _ type: EventType, _ expected: String) throws {
    let events = try TablesFixture.shared().events(text).filter { $0.type == type && $0.participants.count == 1 }
    #expect(events.map { $0.date?.date.description } == [expected])
  }

  @Test(
    "Some of many meetings were when the many were",
    arguments: [
      ("عقد لافروف أربعة لقاءات مع بلينكن في عام 2022. والتقى لافروف مرتين ماكرون.", "2022"),
      ("عقد لافروف لقاءين مع بلينكن في عام 2022. والتقى لافروف ثلاث مرات ماكرون.", "-"),
    ])
  func parts(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).filter { event in
      event.participants.contains { $0.entity.nameEnglish == "Emmanuel Macron" }
    }
    #expect(found.map { $0.date?.date.description ?? "-" } == [expected], "\(found.map(\.summary))")
  }

  @Test("Who stays away from a meeting does so on its day, and is not where it is")
  func shunned() throws {
    let text = "يجتمع بوتين وقادة المنظمة الخميس في أستانا. وستتغيب أرمينيا عن الاجتماع."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .reject }
    #expect(found.map(\.summary) == ["REJECT meet planned: actor Armenia on 2024-11-28"])
  }

  @Test(
    "Who refuses to tell his name denies nothing, and who does not deny does not either",
    arguments: [
      ("قال مسؤول أميركي رفض الكشف عن اسمه إن بوتين التقى ماكرون.", Event.Status.occurred),
      ("نقلت «رويترز» عن مسؤول أميركي رفض الكشف عن هويته أن بوتين التقى ماكرون.", .occurred),
      ("لم ينف الكرملين لقاء بوتين وماكرون.", .occurred), ("رفض ماكرون أن يلتقي بوتين.", .denied),
      ("نفى الكرملين لقاء بوتين وماكرون.", .denied),
    ])
  func refusals(_ text: String, _ expected: Event.Status) throws {
    let events = try events(text).filter { $0.type == .consult }
    #expect(events.map(\.status) == [expected], "\(events.map(\.summary))")
  }
}
