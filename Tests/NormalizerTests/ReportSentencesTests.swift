import EventModel
import Testing

@testable import Normalizer

/// A sentence and all its reports in the order of the text: stance, scope unless it is the occurrence, speech, source, and
/// the stretch that is reported without the marks that close it.
private typealias Case = (text: String, reports: [String])

/// Reports in the layer of attribution: sentences that were made for the test.
@Suite struct ReportSentencesTests {
  private static let directAndIndirectCases: [Case] = [
    (
      "قالت المستشارة الألمانية أنغيلا ميركل إن «المحادثات مع موسكو لم تتوقف يوما».",
      ["asserts direct: المستشارة الألمانية أنغيلا ميركل = إن «المحادثات مع موسكو لم تتوقف يوما"]
    ),
    (
      "قال وزير الخارجية التركي: “التقيت نظيري اليوناني مرتين هذا الشهر”.",
      ["asserts direct: وزير الخارجية التركي = “التقيت نظيري اليوناني مرتين هذا الشهر"]
    ),
    (
      #"وتابع بيسكوف: "لم يتصل الرئيس بأحد. ولا نخطط لاتصالات. هذا كل ما عندي". وغادر القاعة."#,
      [#"asserts direct: بيسكوف = "لم يتصل الرئيس بأحد. ولا نخطط لاتصالات. هذا كل ما عندي"#]
    ),
    (
      "وأعلن متحدث باسم الجيش الأردني أن القوات أحبطت محاولة تسلل.",
      ["asserts indirect: متحدث باسم الجيش الأردني = أن القوات أحبطت محاولة تسلل"]
    ),
    (
      "«لن نعود إلى طاولة المفاوضات»، قال رئيس الوفد محمد علوش.",
      ["asserts direct: رئيس الوفد محمد علوش = «لن نعود إلى طاولة المفاوضات"]
    ),
    (
      #""سنرد على الهجوم"، يقول قائد الحرس الثوري حسين سلامي."#,
      [#"asserts direct: قائد الحرس الثوري حسين سلامي = "سنرد على الهجوم"#]
    ),
    (
      "وزير الخارجية الإيراني محمد جواد ظريف أكد أن طهران مستعدة للحوار.",
      ["confirms indirect: وزير الخارجية الإيراني محمد جواد ظريف = أن طهران مستعدة للحوار"]
    ),
    (
      "المتحدثة باسم الخارجية الروسية ماريا زاخاروفا صرحت بأن موسكو تلقت الدعوة.",
      ["asserts indirect: المتحدثة باسم الخارجية الروسية ماريا زاخاروفا = بأن موسكو تلقت الدعوة"]
    ),
  ]

  private static let chainsCases: [Case] = [
    (
      "ونُقل عن مسؤول إسرائيلي قوله إن الوفد غادر القاهرة ليلا.",
      ["asserts indirect: مسؤول إسرائيلي (unnamed) = إن الوفد غادر القاهرة ليلا"]
    ),
    (
      "ونقل عن الأمين العام للأمم المتحدة أنطونيو غوتيريش أن الطرفين وافقا على الهدنة.",
      ["asserts indirect: الأمين العام للأمم المتحدة أنطونيو غوتيريش = أن الطرفين وافقا على الهدنة"]
    ),
    (
      "نقلت وكالة رويترز عن مسؤول عراقي قوله إن وزير الدفاع أبلغه أن القوات دخلت الموصل.",
      [
        "asserts indirect: وكالة رويترز = إن وزير الدفاع أبلغه أن القوات دخلت الموصل",
        "asserts indirect: مسؤول عراقي (unnamed) = إن وزير الدفاع أبلغه أن القوات دخلت الموصل",
        "asserts indirect: وزير الدفاع = أن القوات دخلت الموصل",
      ]
    ),
    (
      "ذكرت صحيفة هآرتس نقلا عن مصدر أمني أن رئيس الموساد زار الرباط.",
      [
        "asserts indirect: صحيفة هآرتس = أن رئيس الموساد زار الرباط",
        "asserts indirect: مصدر أمني (unnamed) = أن رئيس الموساد زار الرباط",
      ]
    ),
    (
      "وبحسب ما نقلته وكالة الأناضول عن مصادر في الرئاسة، فإن إردوغان سيزور برلين.",
      [
        "asserts indirect: وكالة الأناضول = فإن إردوغان سيزور برلين",
        "asserts indirect: مصادر في الرئاسة (unnamed) = فإن إردوغان سيزور برلين",
      ]
    ),
  ]

  private static let toldCases: [Case] = [
    (
      "وأبلغ مصدر في وزارة الخارجية المصرية وكالة فرانس برس أن الوفد عاد.",
      [
        "asserts indirect: وكالة فرانس برس = أن الوفد عاد",
        "asserts indirect: مصدر في وزارة الخارجية المصرية (unnamed) = أن الوفد عاد",
      ]
    ),
    (
      "وقال مسؤول فلسطيني لفرانس برس إن الوفد عاد.",
      [
        "asserts indirect: فرانس برس = إن الوفد عاد",
        "asserts indirect: مسؤول فلسطيني (unnamed) = إن الوفد عاد",
      ]
    ),
    (
      "قالت رويترز إن الوفد عاد، ناقلة عن دبلوماسي غربي قوله إن اللقاء كان قصيرا.",
      [
        "asserts indirect: رويترز = إن الوفد عاد",
        "asserts indirect: دبلوماسي غربي (unnamed) = إن اللقاء كان قصيرا",
      ]
    ),
    (
      "وقال بيسكوف إن اللقاء كان وديا، رافضا التعليق على الأنباء.",
      [
        "asserts indirect: بيسكوف = إن اللقاء كان وديا",
        "declines indirect: بيسكوف = على الأنباء",
      ]
    ),
  ]

  private static let maskedCases: [Case] = [
    (
      "وقال مسؤولان أميركيان تحدثا بشرط عدم الكشف عن هويتيهما إن واشنطن أرسلت المعدات.",
      ["asserts indirect: مسؤولان أميركيان (unnamed) = إن واشنطن أرسلت المعدات"]
    ),
    (
      "وأكد دبلوماسي غربي، فضّل عدم ذكر اسمه، أن المبعوث التقى قادة الفصائل.",
      ["confirms indirect: دبلوماسي غربي (unnamed) = أن المبعوث التقى قادة الفصائل"]
    ),
    (
      "وقال مصدر مقرب من الحكومة رفض نشر اسمه إن الاستقالة قدمت.",
      ["asserts indirect: مصدر مقرب من الحكومة (unnamed) = إن الاستقالة قدمت"]
    ),
    (
      "وقال ثلاثة أشخاص مطلعين على المحادثات إن الجانبين لم يتفقا.",
      ["asserts indirect: ثلاثة أشخاص مطلعين على المحادثات (unnamed) = إن الجانبين لم يتفقا"]
    ),
    (
      "ولم يدل المكتب الإعلامي للبيت الأبيض بأي تعليق.",
      ["declines indirect: المكتب الإعلامي"]
    ),
  ]

  private static let laterNameCases: [Case] = [
    (
      "وأوضح المتحدث الرسمي بمديرية الدفاع المدني بمنطقة تبوك العقيد ممدوح العنزي أن الفرق انتقلت إلى الموقع.",
      [
        "asserts indirect: المتحدث الرسمي بمديرية الدفاع المدني بمنطقة تبوك العقيد ممدوح العنزي = أن الفرق انتقلت إلى الموقع"
      ]
    ),
    (
      "قال مساعد وزير الخارجية الإيراني للشؤون العربية، حسين أمير عبداللهيان، إن الوفد وصل.",
      [
        "asserts indirect: مساعد وزير الخارجية الإيراني للشؤون العربية، حسين أمير عبداللهيان = إن الوفد وصل"
      ]
    ),
    (
      "قال مسؤول في إدارة الرئيس باراك أوباما إن الوفد غادر القاهرة.",
      ["asserts indirect: مسؤول (unnamed) = إن الوفد غادر القاهرة"]
    ),
  ]

  private static let endsCases: [Case] = [
    (
      "قال مسؤول أميركي إن «الحرب مستمرة ولن تتوقف هذا العام أبدا»، خلال شرحه قرار فرض عقوبات على طهران.",
      ["asserts direct: مسؤول أميركي (unnamed) = إن «الحرب مستمرة ولن تتوقف هذا العام أبدا"]
    ),
    (
      "وأشار الوزير الفرنسي إلى أن الوفد وصل إلى بيروت، داعيا الأطراف إلى الحوار.",
      ["asserts indirect: الوزير الفرنسي = أن الوفد وصل إلى بيروت"]
    ),
    (
      "ولم يكشف المسؤولون عن تفاصيل المحادثات لكن ماكرون قال إنها ودية.",
      [
        "declines topic indirect: المسؤولون (unnamed) = المحادثات",
        "asserts indirect: ماكرون = إنها ودية",
      ]
    ),
    ("وقال «العبادي غير قادر على الوفاء بوعوده لأحد في العراق».", []),
    ("رحب الأمين العام بإعلان القاهرة الصادر في ختام زيارة الوفد.", []),
    ("والجميع يعرف أنها كذب وهراء.", []),
  ]

  private static let noCommentCases: [Case] = [
    (
      "رفضت الولايات المتحدة، من جانبها، أن تعلق على الأنباء.",
      ["declines indirect: الولايات المتحدة = على الأنباء"]
    ),
    (
      "ورفض مكتب السفيرة التعليق على الأنباء.",
      ["declines indirect: مكتب السفيرة = على الأنباء"]
    ),
    (
      "ولم يصدر أي تعليق من السفارة الروسية على الأنباء.",
      ["declines indirect: السفارة الروسية = على الأنباء"]
    ),
    (
      "ولم ترد وزارة الدفاع السورية بعد على طلب للتعليق أرسل إليها.",
      ["declines indirect: وزارة الدفاع السورية = للتعليق أرسل إليها"]
    ),
    (
      "ولم يتسن الاتصال بالمتحدث باسم الحكومة للتعليق.",
      ["declines indirect: المتحدث باسم الحكومة = للتعليق"]
    ),
    (
      "وتعذر الحصول على تعليق من السفارة الصينية.",
      ["declines indirect: السفارة الصينية = وتعذر الحصول على تعليق من السفارة الصينية"]
    ),
    (
      "وأحجمت الخارجية الصينية عن التعليق على الزيارة.",
      ["declines indirect: الخارجية الصينية = على الزيارة"]
    ),
    (
      "وامتنعت المتحدثة باسم البنتاغون عن الإدلاء بأي تعليق.",
      ["declines indirect: المتحدثة باسم البنتاغون"]
    ),
    (
      "وقال المتحدث باسم الحكومة الهندية إنه ليس لديه ما يقوله عن الموضوع.",
      ["declines indirect: المتحدث باسم الحكومة الهندية = إنه ليس لديه ما يقوله عن الموضوع"]
    ),
    (
      "وقالت وكالة رويترز إنها لم تتمكن من التحقق من صحة التقرير.",
      ["doubts indirect: وكالة رويترز = إنها لم تتمكن من التحقق من صحة التقرير"]
    ),
    (
      "ولم يتسن لرويترز التأكد من صحة الأنباء من مصدر مستقل.",
      ["doubts indirect: رويترز = التأكد من صحة الأنباء من مصدر مستقل"]
    ),
    (
      "ونفت الخارجية القطرية نفيا قاطعا أن تكون الدوحة أوقفت الوساطة.",
      ["denies indirect: الخارجية القطرية = أن تكون الدوحة أوقفت الوساطة"]
    ),
  ]

  private static let denialsCases: [Case] = [
    (
      "ونفى الناطق باسم حماس سامي أبو زهري صحة الأنباء التي تحدثت عن لقاء في القاهرة.",
      ["denies indirect: الناطق باسم حماس سامي أبو زهري = صحة الأنباء التي تحدثت عن لقاء في القاهرة"]
    ),
    (
      "وأنكرت طهران علمها بالهجوم.",
      ["denies indirect: طهران = علمها بالهجوم"]
    ),
    (
      "ونفى الوزير أن يكون قد ناقش ملف الأسرى خلال لقائه نظيره المصري.",
      ["denies indirect: الوزير = أن يكون قد ناقش ملف الأسرى خلال لقائه نظيره المصري"]
    ),
    (
      "وقال الناطق باسم الرئاسة إن ما جرى كان مكالمة واحدة فقط لا محادثات منتظمة.",
      ["asserts indirect: الناطق باسم الرئاسة = إن ما جرى كان مكالمة واحدة فقط لا محادثات منتظمة"]
    ),
    (
      "ووصف وزير الإعلام السوداني التقارير عن الزيارة بأنها «كاذبة ولا أساس لها».",
      ["denies character direct: وزير الإعلام السوداني = التقارير عن الزيارة بأنها «كاذبة ولا أساس لها"]
    ),
    (
      "واعتبرت الرئاسة الفلسطينية أن اللقاء لم يكن مفاوضات.",
      ["asserts character indirect: الرئاسة الفلسطينية = أن اللقاء لم يكن مفاوضات"]
    ),
    (
      "وشككت المعارضة التركية في صحة الرواية الرسمية.",
      ["doubts indirect: المعارضة التركية = الرواية الرسمية"]
    ),
    (
      "واستبعد رئيس الوزراء الإثيوبي آبي أحمد إجراء محادثات مع الجبهة.",
      ["doubts indirect: رئيس الوزراء الإثيوبي آبي أحمد = إجراء محادثات مع الجبهة"]
    ),
    (
      "وأقرت وزارة الدفاع الروسية بسقوط قتلى من جنودها.",
      ["confirms indirect: وزارة الدفاع الروسية = بسقوط قتلى من جنودها"]
    ),
    (
      "واعترفت تل أبيب بأن طائراتها قصفت المفاعل.",
      ["confirms indirect: تل أبيب = بأن طائراتها قصفت المفاعل"]
    ),
    (
      "وتنصلت باريس من الاتفاق.",
      ["denies indirect: باريس = من الاتفاق"]
    ),
    (
      "وأفادت وكالة الأنباء السورية (سانا) بأن الرئيس بشار الأسد استقبل وفدا روسيا.",
      ["asserts indirect: وكالة الأنباء السورية = بأن الرئيس بشار الأسد استقبل وفدا روسيا"]
    ),
  ]

  private static let particlesCases: [Case] = [
    (
      "وفقا لصحيفة «لوموند» الفرنسية، التقى الرجلان في جنيف.",
      ["asserts indirect: صحيفة «لوموند» الفرنسية = التقى الرجلان في جنيف"]
    ),
    (
      "التقى الرجلان في جنيف، وفق ما كشفه مصدر دبلوماسي.",
      ["asserts indirect: مصدر دبلوماسي (unnamed) = التقى الرجلان في جنيف"]
    ),
    (
      "التقى الرجلان في جنيف، على حد قول السفير الفرنسي.",
      ["asserts indirect: السفير الفرنسي = التقى الرجلان في جنيف"]
    ),
    (
      "وطبقا لبيان أصدرته وزارة الداخلية المصرية، قتلت قوات الأمن سبعة مسلحين.",
      ["asserts indirect: وزارة الداخلية المصرية = قتلت قوات الأمن سبعة مسلحين"]
    ),
    (
      "وجاء في بيان للديوان الملكي أن الملك سلمان تلقى اتصالا من الرئيس الفرنسي.",
      ["asserts indirect: الديوان الملكي (unnamed) = أن الملك سلمان تلقى اتصالا من الرئيس الفرنسي"]
    ),
    (
      "وفي تصريح لصحيفة الشرق الأوسط، كشف السفير اليمني عن لقاءات مع الحوثيين.",
      ["asserts indirect: السفير اليمني = عن لقاءات مع الحوثيين"]
    ),
  ]

  private static let verbsCases: [Case] = [
    (
      "ولفت الوزير اللبناني جبران باسيل، خلال مؤتمر صحافي، إلى أن لبنان لم يتبلغ موعدا.",
      ["asserts indirect: الوزير اللبناني جبران باسيل = أن لبنان لم يتبلغ موعدا"]
    ),
    (
      "ونوّهت الوزارة بأن الوفد عاد أمس.",
      ["asserts indirect: الوزارة = بأن الوفد عاد أمس"]
    ),
    (
      "وشدد الرئيس الجزائري عبد المجيد تبون على أن بلاده لن تطبع.",
      ["asserts indirect: الرئيس الجزائري عبد المجيد تبون = أن بلاده لن تطبع"]
    ),
    (
      "وزعمت جماعة الحوثي أنها أسقطت طائرة.",
      ["asserts indirect: جماعة الحوثي = أنها أسقطت طائرة"]
    ),
    (
      "وادّعى الجيش الإسرائيلي أن الغارة استهدفت مخزن أسلحة.",
      ["asserts indirect: الجيش الإسرائيلي = أن الغارة استهدفت مخزن أسلحة"]
    ),
    (
      "ورجّح خبراء أمنيون أن يكون التنظيم وراء التفجير.",
      ["asserts indirect: خبراء أمنيون (unnamed) = أن يكون التنظيم وراء التفجير"]
    ),
    (
      "وحذر المبعوث الأممي غير بيدرسون من أن الهدنة قد تنهار.",
      ["asserts indirect: المبعوث الأممي غير بيدرسون = أن الهدنة قد تنهار"]
    ),
    (
      "ورأى المحلل السياسي طلال عوكل أن القاهرة تضغط على الطرفين.",
      ["asserts character indirect: المحلل السياسي طلال عوكل = أن القاهرة تضغط على الطرفين"]
    ),
    (
      "وتوقعت مصادر برلمانية أن يزور الوفد بغداد الأسبوع المقبل.",
      ["asserts indirect: مصادر برلمانية (unnamed) = أن يزور الوفد بغداد الأسبوع المقبل"]
    ),
    (
      "قال المبعوث إن الوفد وصل، مضيفا أن المحادثات تبدأ غدا.",
      [
        "asserts indirect: المبعوث = إن الوفد وصل",
        "asserts indirect: المبعوث = أن المحادثات تبدأ غدا",
      ]
    ),
    (
      "قال الوزير سيرغي لافروف إن الوفد وصل. وأوضح أن المحادثات تبدأ غدا، ونفى أن تكون طهران طلبت التأجيل.",
      [
        "asserts indirect: الوزير سيرغي لافروف = إن الوفد وصل",
        "asserts indirect: الوزير سيرغي لافروف = أن المحادثات تبدأ غدا",
        "denies indirect: الوزير سيرغي لافروف = أن تكون طهران طلبت التأجيل",
      ]
    ),
    (
      "الجيش اللبناني: أوقفنا خلية خططت لتفجيرات.",
      ["asserts direct: الجيش اللبناني = أوقفنا خلية خططت لتفجيرات"]
    ),
    (
      "وقالت الناشطة للجزيرة نت إن القوات اقتحمت المخيم فجرا.",
      [
        "asserts indirect: الجزيرة نت = إن القوات اقتحمت المخيم فجرا",
        "asserts indirect: الناشطة (unnamed) = إن القوات اقتحمت المخيم فجرا",
      ]
    ),
    (
      "أبلغ مسؤول في الجامعة العربية «الحياة» أن القمة ستؤجل.",
      ["asserts indirect: مسؤول في الجامعة العربية (unnamed) = أن القمة ستؤجل"]
    ),
    (
      "وقالت وزارة الصحة في غزة على لسان الناطق باسمها أشرف القدرة إن القصف أوقع عشرة قتلى.",
      [
        "asserts indirect: وزارة الصحة = إن القصف أوقع عشرة قتلى",
        "asserts indirect: الناطق باسمها أشرف القدرة = إن القصف أوقع عشرة قتلى",
      ]
    ),
    (
      "واكتفى المتحدث باسم الاتحاد الأوروبي بالقول إن المشاورات مستمرة.",
      ["asserts indirect: المتحدث باسم الاتحاد الأوروبي = إن المشاورات مستمرة"]
    ),
    (
      "ولم ينف الكرملين ولم يؤكد نبأ اللقاء.",
      ["declines indirect: الكرملين = نبأ اللقاء"]
    ),
    (
      "ولم يستبعد وزير الدفاع الأميركي لويد أوستن إرسال قوات إلى المنطقة.",
      ["asserts indirect: وزير الدفاع الأميركي لويد أوستن = إرسال قوات إلى المنطقة"]
    ),
    (
      "ونفى مصدر حكومي لـ”الوطن” ما تردد عن زيارة وفد إلى دمشق.",
      ["denies indirect: مصدر حكومي (unnamed) = ما تردد عن زيارة وفد إلى دمشق"]
    ),
  ]

  @Test(
    "Speech is direct or indirect, its verb before or behind the speaker or behind what he says",
    arguments: directAndIndirectCases)
  func directAndIndirect(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "What somebody has from others is said by each of them",
    arguments: chainsCases)
  func chains(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "An outlet that is told something passes it on, and a participle of reporting hands on what somebody says",
    arguments: toldCases)
  func told(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "A name that follows an office and the phrases that describe it is the source's",
    arguments: laterNameCases)
  func laterName(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "What is said ends with its quotation and before what the speaker does himself; titles, quoted subjects and nouns say nothing",
    arguments: endsCases)
  func ends(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "Who asks not to be named, or is told by what he knows, is a source without a name",
    arguments: maskedCases)
  func masked(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "Who does not comment declines, and who cannot confirm doubts, in every inflection",
    arguments: noCommentCases)
  func noComment(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "Denials and admissions have an object or a clause",
    arguments: denialsCases)
  func denials(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "Particles name a source for what stands before or behind them",
    arguments: particlesCases)
  func particles(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  @Test(
    "Verbs of reporting name their source",
    arguments: verbsCases)
  func verbs(_ text: String, _ expected: [String]) throws {
    #expect(try reports(text) == expected)
  }

  private func reports(_ text: String) throws -> [String] {
    let letters = Array(text.unicodeScalars)
    let closing = Set<Unicode.Scalar>([" ", ".", "،", "\"", "»", "”", "؟", "!", ":"])
    return try TablesFixture.shared().annotations(text, .attribution).map { report in
      let start = try #require(report["scope_start"].flatMap { Int($0) })
      let end = try #require(report["scope_end"].flatMap { Int($0) })
      var scope = letters[start..<end]
      while let last = scope.last, closing.contains(last) { scope.removeLast() }
      var content = String.UnicodeScalarView()
      content.append(contentsOf: scope)
      let kind = report["scope"] == "occurrence" ? "" : " " + (report["scope"] ?? "")
      let named = report["named"] == "true" ? "" : " (unnamed)"
      let head = "\(report["stance"] ?? "")\(kind) \(report["speech"] ?? ""): \(report["source"] ?? "")\(named)"
      return content.isEmpty ? head : head + " = " + String(content)
    }
  }
}
