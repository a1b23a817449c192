import ArabicText
import BundledTables
import EventModel
import Foundation
import Lexicon
import Testing

@testable import Normalizer

@Suite struct TimeTests {
  @Test(
    "Words that look like a time and are none are left alone",
    arguments: [
      "وقد مارس الوفد ضغوطاً كبيرة على الحكومة.",
      "تضمن التقرير 1962 صفحة من الوثائق السرية.",
      "ولا يزال أكثر من 2000 مهاجر عالقين على الحدود.",
      "وبدأ الحرس الجمهوري يفرض سيطرته على حي الجمعة التجاري وشارع الخميس.",
      "وفازت الروائية نجوى شعبان بالجائزة الأدبية.",
      "قال الأمين العام للأمم المتحدة إن الوضع خطير.",
      "وأعلن النائب العام فتح تحقيق مرة ثانية في القضية.",
      "وقال أحد المسؤولين إن القرار نهائي.",
      "كشفت الصحيفة أمر المحادثات، قبل مباشرة فلين مهام عمله في المنصب.",
      "ويتواصل الاثنان كثيرا، وبحث الاثنان إقامة قناة خلفية.",
      "بعد أسبوع من الهجوم وقبل ساعات من الهدنة وبعد سنوات من القطيعة.",
      "تستمر الزيارة ثلاثة أيام وحكم عليه بالسجن خمس سنوات.",
      "زار محمد ربيع وصفر علي ورجب طيب أردوغان العاصمة.",
      "وكانت زيارة تستمر يومين لمناقشة 12 ملفا.",
      "أعرب عن قلقه حيال الربيع العربي وخريطة الطريق.",
      "وقعت الشركة عقدا بقيمة 2015 مليون دولار.",
    ])
  func trap(_ text: String) throws {
    let times = try TimeFixture.shared().resolve(text, published: "2022-11-14")
    #expect(times.isEmpty, "\(times.map(\.rule))")
  }

  @Test(
    "A weekday follows the tense of its clause",
    arguments: [
      ("وصل الرئيس إلى كازاخستان، الأربعاء، في زيارة.", "الأربعاء", "2024-11-27"),
      ("سيوقع البلدان أيضا عدة وثائق الأربعاء وسيصدران بيانا.", "الأربعاء", "2024-11-27"),
      ("ويجتمع بوتين الخميس وقادة المنظمة في أستانا.", "الخميس", "2024-11-28"),
      ("وقال أوشاكوف الثلاثاء إن أرمينيا ستعود الجمعة.", "الثلاثاء", "2024-11-26"),
      ("وقال أوشاكوف الثلاثاء إن أرمينيا ستعود الجمعة.", "الجمعة", "2024-11-29"),
      ("بدأ الاجتماع الساعة العاشرة من صباح الاثنين.", "صباح الاثنين", "2024-11-25"),
      ("وكشفت مقابلات مع سكان أجريت الخميس كيف أن التنظيم يحكم.", "الخميس", "2024-11-21"),
      ("أكدت سيرغي وسياسة السيدات الخميس أمرا.", "الخميس", "2024-11-21"),
    ])
  func weekday(_ text: String, _ expression: String, _ expected: String) throws {
    #expect(try TimeFixture.shared().dates(of: expression, in: text, published: "2024-11-27") == [expected])
  }

  @Test("Without a publication date only what is stated is dated")
  func unknownPublication() throws {
    let fixture = try TimeFixture.shared()
    #expect(fixture.dates(of: "عام 2014", in: "ضمتها روسيا عام 2014 بعد استفتاء.", published: nil) == ["2014"])
    #expect(fixture.dates(of: "أمس", in: "أعلن الوزير أمس استقالته.", published: nil) == ["-"])
    #expect(fixture.dates(of: "نوفمبر الماضي", in: "جرى في نوفمبر الماضي.", published: nil) == ["-"])
  }

  @Test("A rough publication date dates what all its days agree on")
  func roughPublication() throws {
    let fixture = try TimeFixture.shared()
    #expect(fixture.dates(of: "العام الماضي", in: "وقع الهجوم العام الماضي.", published: "2024-10") == ["2023"])
    #expect(fixture.dates(of: "أمس", in: "وقع الهجوم أمس.", published: "2024-10") == ["-"])
    // A vague stretch is all that it can be from the days of publication, but not where that is much longer.
    let vague = "وخلال الأشهر الماضية دعمت فرنسا الجيش."
    #expect(fixture.dates(of: "الأشهر الماضية", in: vague, published: "2024-07-15/2024-11-05") == ["2024-05~/2024-11~"])
    #expect(fixture.dates(of: "الأشهر الماضية", in: vague, published: "2022-07-15/2024-11-05") == ["-"])
    let text = "أعلن الوزير الاثنين استقالته."
    #expect(fixture.dates(of: "الاثنين", in: text, published: "2022-11-14/2022-11-15") == ["2022-11-14"])
  }

  @Test("Resolving twice gives the same dates")
  func idempotent() throws {
    let fixture = try TimeFixture.shared()
    for example in TimePatternTests.examples {
      let tokens = fixture.tokenize(example.text)
      let mentions = fixture.tagger.tag(tokens)
      let resolver = TimeResolver(fixture.tagger)
      let first = resolver.resolve(mentions, in: tokens, published: EDTFDate(example.reference))
      let second = resolver.resolve(first.map(\.mention), in: tokens, published: EDTFDate(example.reference))
      #expect(first == second)
    }
  }

  @Test("A text may end behind any word")
  func cutShort() throws {
    let fixture = try TimeFixture.shared()
    for example in TimePatternTests.examples {
      let words = example.text.split(separator: " ")
      for count in 1...words.count {
        let tokens = fixture.tokenize(words.prefix(count).joined(separator: " "))
        for mention in fixture.tagger.tag(tokens) { #expect(mention.tokens.upperBound <= tokens.tokens.count) }
      }
    }
  }

  @Test("Expressions neither overlap nor leave their sentence")
  func mentionsAreOrdered() throws {
    let fixture = try TimeFixture.shared()
    let text = TimePatternTests.examples.map(\.text).joined(separator: " ")
    let tokens = fixture.tokenize(text)
    var end = 0
    for mention in fixture.tagger.tag(tokens) {
      #expect(mention.tokens.lowerBound >= end)
      #expect(mention.bytes == tokens.bytes(mention.tokens))
      #expect(mention.bytes.clamped(to: mention.core) == mention.core)
      let sentence = tokens.sentences[tokens.sentence(of: mention.tokens.lowerBound)]
      #expect(sentence.tokens.upperBound >= mention.tokens.upperBound)
      end = mention.tokens.upperBound
    }
    #expect(end > 0)
  }

  @Test("The Umm al-Qura table agrees with the system's calendar")
  func hijri() throws {
    let fixture = try TimeFixture.shared()
    var calendar = Calendar(identifier: .islamicUmmAlQura)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for year in 1356...1500 {
      for month in 1...12 {
        let first = try #require(calendar.date(from: DateComponents(year: year, month: month, day: 1, hour: 12)))
        let expected = CivilDay(ordinal: Int((first.timeIntervalSince1970 / 86400).rounded(.down)))
        let length = try #require(calendar.range(of: .day, in: .month, for: first)).count
        #expect(
          fixture.tagger.grammar.hijri.days(ofMonth: month, year) == expected...expected.adding(days: length - 1))
        #expect(fixture.tagger.grammar.hijri.year(of: expected) == year)
      }
    }
    #expect(fixture.tagger.grammar.hijri.day(1444, 13, 1) == nil)
    #expect(fixture.tagger.grammar.hijri.day(1200, 1, 1) == nil)
  }

  @Test("A malformed row is refused with its line")
  func malformedRow() throws {
    for row in ["x\tNOCLASS\tyear(#1)", "x\tYEAR\tyear(#2)", "x\tYEAR\tyear(#1", "x\t\tthen()"] {
      var lexicon = try Lexicon.bundled()
      try lexicon.add(file: "time-patterns.tsv", contents: Array("id\tpattern\tmeaning\n\(row)\n".utf8))
      var vocabulary = Vocabulary()
      #expect(throws: Diagnostic.self) { try TimeTagger(lexicon: lexicon, vocabulary: &vocabulary) }
    }
  }
}
