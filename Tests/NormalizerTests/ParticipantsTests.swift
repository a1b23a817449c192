import EventModel
import Testing

@testable import Normalizer

/// Who takes part, no more and no less, in an article of 2024-11-27.
@Suite struct ParticipantsTests {
  @Test(
    "Those who take part are all there and nobody else",
    arguments: [
      // Who invites is the host, and stands for the country.
      (
        "وصل إردوغان إلى الأردن أمس تلبية لدعوة من الملك عبدالله الثاني.",
        "CONSULT visit occurred: actor Recep Tayyip Erdoğan, recipient Abdullah II of Jordan in Jordan on 2024-11-26"
      ),
      // Adjectives of countries may stand between dashes, and behind another one that is a part of the noun.
      (
        "عقد في الدوحة أمس اجتماع ثلاثي سعودي - أميركي – روسي.",
        "CONSULT meeting occurred: both Russia, both Saudi Arabia, both United States in Doha on 2024-11-26"
      ),
      (
        "انطلقت في جدة مباحثات روسية-تركية أمس.",
        "CONSULT talks occurred: both Russia, both Türkiye in Jeddah on 2024-11-26"
      ),
      // Further offices that are joined to a name are that person's where one of them is known to be.
      (
        "استقبل ماكرون الأمير محمد بن سلمان ولي العهد ونائب رئيس مجلس الوزراء ووزير الدفاع أمس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both Mohammed bin Salman on 2024-11-26"
      ),
      (
        "استقبل ماكرون الأمير محمد بن سلمان ولي العهد ووزير الخارجية أمس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both Mohammed bin Salman, both وزير الخارجية on 2024-11-26"
      ),
      // Who had done something is its subject, with whatever verb.
      (
        "وكان ماكرون عقد اجتماعا مع أولاف شولتس أمس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both Olaf Scholz on 2024-11-26"
      ),
      // A place is attacked by whom the verb tells.
      ("استهدف الحوثيون أمس مطار عدن.", "ASSAULT - occurred: actor Houthis in مطار عدن on 2024-11-26"),
      // What is told of another noun tells of no visitor.
      (
        "ندد ماكرون بزيارة بوتين إلى القرم، وتعد الزيارة خطوة لتعزيز العلاقات بين مصر والأردن.",
        "CONSULT visit occurred: actor Vladimir Putin in Crimea"
      ),
      // Who asks does not come himself.
      (
        "قال بوتين إن ماكرون سلم رسالة إلى أولاف شولتس دعاه فيها للقيام بزيارة فرنسا.",
        "CONSULT visit requested: actor Olaf Scholz, recipient France in France"
      ),
      // Who is invited is the visitor.
      (
        "دعا بوتين إردوغان إلى زيارة روسيا.",
        "CONSULT visit requested: actor Recep Tayyip Erdoğan, recipient Russia in Russia"
      ),
      // A masculine verb has no city for its subject.
      (
        "التقى بوتين إردوغان، وغادر أنقرة إلى طهران أمس.",
        "CONSULT visit occurred: actor Vladimir Putin, recipient Iran in Tehran on 2024-11-26"
      ),
      // A country beside its own minister is one side only.
      (
        "عقد لافروف وروسيا محادثات مع مصر أمس.",
        "CONSULT meeting occurred: both Egypt, both Sergey Lavrov on 2024-11-26"
      ),
      // A definite noun behind خلال is no stop on the way to the object.
      (
        "زار إردوغان برلين والتقى خلال الزيارة أولاف شولتس.",
        "CONSULT meeting occurred: both Olaf Scholz, both Recep Tayyip Erdoğan in Berlin"
      ),
      // Those named out of a group take part with it.
      (
        "التقى ماكرون في باريس مع عدد من الوزراء من بينهم أيمن الصفدي.",
        "CONSULT meeting occurred: both Ayman Safadi, both Emmanuel Macron, both عدد من الوزراء in Paris"
      ),
      // A verb of hosting may take up its noun without a relative pronoun.
      (
        "اختتمت قمة مع قادة دول الخليج استضافها ماكرون في باريس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both قادة دول الخليج in Paris"
      ),
      // Who is named before a comma does what the verb behind it says.
      (
        "أفادت الوكالة أن وزير الخارجية الروسي، سيرغي لافروف، زار طهران أمس.",
        "CONSULT visit alleged: actor Sergey Lavrov, recipient Iran in Tehran on 2024-11-26"
      ),
      // «من جهة أخرى» has no argument.
      (
        "ودعا ماكرون من جهة أخرى بوتين إلى زيارة باريس.",
        "CONSULT visit requested: actor Vladimir Putin, recipient France in Paris"
      ),
      // A people behind another country's adjective is a noun of its own.
      (
        "اتهمت القوات الإسرائيلية الفلسطينيين بمهاجمة الموقع.",
        "ACCUSE allege occurred: actor القوات الإسرائيلية, recipient الفلسطينيين"
      ),
      // A pronoun does what the verb behind it says, and who follows is whom it is done to.
      (
        "كرر غوتيريش دعوته إلى الهدوء، مذكرا بأنه حث الرئيس الفرنسي إيمانويل ماكرون على وقف القتال.",
        "REQUEST - occurred: actor António Guterres, recipient Emmanuel Macron"
      ),
      // An envoy may be sent to two countries.
      (
        "التقى أيمن الصفدي أمس سفير السعودية لدى إيطاليا ومالطا الدكتور رائد قرملي.",
        "CONSULT meeting occurred: both Ayman Safadi, both رائد قرملي on 2024-11-26"
      ),
      // Two adjectives of countries behind a dual are two ministers, and the contact is the one told before.
      (
        "التقى سيرغي لافروف وهاكان فيدان في أنقرة أمس. وقال المتحدث إن محادثات وزيري الخارجية الروسي التركي كانت مثمرة.",
        "CONSULT meeting occurred: both Hakan Fidan, both Sergey Lavrov in Ankara on 2024-11-26"
      ),
      // A name behind a body's is no part of it.
      (
        "طالبت الولايات المتحدة ودول آسيان الصين بوقف أنشطتها.",
        "REQUEST yield occurred: actor ASEAN, actor United States, recipient China"
      ),
      // A new sentence goes on with whom the last was about, not with whom its relative clause names.
      (
        "رد جون كيري على الانتقادات التي وجهها لافروف. والتقى أمس سامح شكري.",
        "CONSULT meeting occurred: both John Kerry, both Sameh Shoukry on 2024-11-26"
      ),
      // Who engages in talks takes part in them.
      (
        "كشفت تقارير عن انخراط سيرغي لافروف في محادثات سرية مع مسؤولين أميركيين.",
        "CONSULT talks alleged: both Sergey Lavrov, both مسؤولين أميركيين"
      ),
      // Who is praised for something is the one whose it is.
      (
        "أشاد لافروف بموقف حكومة السودان.",
        "SUPPORT - occurred: actor Sergey Lavrov, recipient حكومة السودان"
      ),
      // A deputy of the head of government may be a minister too.
      (
        "استقبل ماكرون نائب رئيس الوزراء ووزير الخارجية ناصر جودة في باريس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both Nasser Judeh in Paris"
      ),
      // An office of somebody else is no second department.
      (
        "التقى وزير الصحة والرئيس محمد مرسي في القاهرة.",
        "CONSULT meeting occurred: both Mohamed Morsi, both وزير الصحة in Cairo"
      ),
      // Those who belong to the first of two who are joined act with it.
      (
        "انتقدت الولايات المتحدة وحلفاؤها بوتين.",
        "ACCUSE disapprove occurred: actor United States, actor حلفاؤها, recipient Vladimir Putin"
      ),
      // Those who hold one office in several countries are somebody.
      (
        "اجتمع وزراء الدفاع والخارجية العرب في القاهرة.",
        "CONSULT meeting occurred: both وزراء الدفاع والخارجية العرب in Cairo"
      ),
      // Those of whom a phrase tells in what state they are stand before it.
      (
        "أكد ماكرون أن سيرغي لافروف ووزراء الخارجية العرب كانوا على اتصال مع إيران.",
        "CONSULT unspecified occurred: both Iran, both Sergey Lavrov, both وزراء الخارجية العرب"
      ),
      // A preposition has its noun where that has a pronoun.
      (
        "استقبل ماكرون في مكتبه إردوغان أمس.",
        "CONSULT meeting occurred: both Emmanuel Macron, both Recep Tayyip Erdoğan in مكتبه on 2024-11-26"
      ),
    ])
  func participants(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).contains(expected))
  }

  @Test("Who comes for a meeting with somebody meets him")
  func purpose() throws {
    let found = try TablesFixture.shared().events("وصل إردوغان إلى روسيا للاجتماع ببوتين.").map(\.summary)
    #expect(found.contains { $0.contains("both Recep Tayyip Erdoğan, both Vladimir Putin") }, "\(found)")
  }

  @Test("Who tells of a meeting after it takes no part in it")
  func teller() throws {
    let text = "وقال لافروف للصحافيين بعد لقاء جمع ماكرون ببوتين في باريس."
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .meeting }.map(\.summary)
    #expect(found.allSatisfy { !$0.contains("Lavrov") }, "\(found)")
  }

  @Test(
    "What a noun does that names nobody, nobody named before does",
    arguments: [
      (
        "فرضت الصين قيودا على التجارة أمس فيما فرضت دول أخرى عقوبات على إيران.",
        ["COERCE restrict occurred: actor China"]
      ),
      ("قال ماكرون إن العناصر التي تهدد المنطقة ترفض الحوار مع إيران.", []),
    ])
  func unnamed(_ text: String, _ expected: [String]) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.count == expected.count)
    #expect(zip(found, expected).allSatisfy { $0.hasPrefix($1) })
  }

  @Test("Who is told to be the first who visited visited")
  func first() throws {
    let text = "أشاد لافروف بالرئيس إيمانويل ماكرون، الذي كان أول مسؤول غربي يزور الصين."
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .visit }.map(\.summary)
    #expect(found.map { $0.contains("actor Emmanuel Macron, recipient China") } == [true])
  }

  @Test("A perfect that is spelled like a passive of the first person tells what somebody else did")
  func thirdPerson() throws {
    let found = try TablesFixture.shared().events("أجری ماكرون مشاورات مع بوتين في باريس أمس.").map(\.summary)
    #expect(found.contains { $0.contains("both Emmanuel Macron, both Vladimir Putin in Paris") }, "\(found)")
  }

  @Test(
    "A noun with one participant takes up the event told before",
    arguments: [
      "زار إردوغان موسكو أمس. وتأتي زيارة إردوغان بعد أيام من القمة.",
      "التقى لافروف بلينكن في جنيف أمس. وكان لقاء بلينكن مثمرا.",
    ])
  func takenUp(_ text: String) throws {
    #expect(try TablesFixture.shared().events(text).count == 1)
  }

  @Test(
    "A verb that tells what somebody can, wants or begins to do tells who does it",
    arguments: [
      (
        "تمكنت القوات العراقية من استعادة مدينة تكريت من تنظيم داعش.",
        "ASSAULT - occurred: actor القوات العراقية, recipient Islamic State"
      ),
      (
        "قررت الولايات المتحدة فرض عقوبات على كوريا الشمالية.",
        "SANCTION - planned: actor United States, recipient North Korea"
      ),
      ("تعتزم تركيا إرسال قوات إلى سوريا.", "MOBILIZE troops planned: actor Türkiye"),
      // Who is helped completes the noun, where the verb tells who helps.
      (
        "قررت الولايات المتحدة دعم المعارضة السورية.",
        "SUPPORT - planned: actor United States, recipient المعارضة السورية"
      ),
    ])
  func controlled(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("Who can repel an attack does not attack")
  func repelled() throws {
    let found = try TablesFixture.shared().events("تمكن الجيش العراقي من صد هجوم على مدينة الرمادي.")
    #expect(found.filter { $0.type == .assault }.isEmpty)
  }

  @Test("Whoever kills by his hands is named behind «على أيدي»")
  func hands() throws {
    let text = "قتل ثلاثة جنود على أيدي تنظيم داعش في سيناء."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.map { $0.hasPrefix("ASSAULT - occurred: actor Islamic State, recipient ثلاثة جنود") } == [true])
  }

  @Test("A country that an adjective alone tells takes part")
  func adjectives() throws {
    let found = try TablesFixture.shared().events("أدان مجلس الأمن الغزو الروسي لأوكرانيا.").map(\.summary)
    #expect(found.contains { $0.hasPrefix("ASSAULT - occurred: actor Russia, recipient Ukraine") }, "\(found)")
  }

  @Test("Who criticizes aid does not give it")
  func criticized() throws {
    let text = "كثف ماسك انتقاداته للمساعدات العسكرية الأميركية لأوكرانيا."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains("ACCUSE disapprove occurred: actor Elon Musk, recipient United States"), "\(found)")
  }

  @Test("Who reports it and where it is told from take no part in it")
  func reporters() throws {
    let text = "أكدت رويترز أن أسماء المستشارين تحجبها تقارير الاستخبارات الأميركية."
    let found = try TablesFixture.shared().events(text)
    #expect(found.allSatisfy { $0.participants.allSatisfy { $0.entity.sector != .journalism } })
  }

  @Test("A journalist who is arrested is news, whoever did it")
  func journalists() throws {
    let found = try TablesFixture.shared().events("اعتقل الصحافي جيسون رضايان في طهران أمس.").map(\.type)
    #expect(found == [.coerce])
  }

  @Test(
    "A verb that needs an object and has none behind its subject is a passive",
    arguments: [
      ("التقى أردوغان الرئيس محمد مرسي الذي اعتقل في القاهرة.", "COERCE arrest occurred: recipient Mohamed Morsi"),
      ("زار الوزير الصحافي جيسون رضايان الذي يحاكم في طهران.", "ACCUSE allege occurred: recipient Jason Rezaian"),
    ])
  func unmarkedPassive(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(
    "A light verb right behind an indefinite noun takes it up",
    arguments: [
      ("سقط خمسة جنود في هجوم شنه تنظيم داعش على القوات العراقية.", true),
      ("أطلق سراحه جراء حملة حقوقية شنها تنظيم داعش.", false),
    ])
  func bareRelative(_ text: String, _ attacks: Bool) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .assault }.map(\.summary)
    #expect(found.contains { $0.contains("actor Islamic State") } == attacks, "\(found)")
  }

  @Test("A verb with its preposition is no noun where its subject stands before it")
  func asked() throws {
    let found = try TablesFixture.shared().events("أفادت الصحيفة أن بوتين طلب من ماسك إغلاق الشبكة.").map(\.summary)
    #expect(found.contains { $0.contains("actor Vladimir Putin, recipient Elon Musk") }, "\(found)")
  }

  @Test("Help is no assistant")
  func help() throws {
    let found = try TablesFixture.shared().events("انتقد ماكرون مساعدة إيران لبشار الأسد.").map(\.summary)
    #expect(found.contains { $0.hasPrefix("AID") && $0.contains("actor Iran, recipient Bashar al-Assad") }, "\(found)")
  }

  @Test("Fighters of a body and the body itself are one party to an act")
  func fighters() throws {
    let text = "أعدم تنظيم داعش عشرين شخصا في الموصل أمس. وأعدم متشددو تنظيم داعش عشرين شخصا في الموصل أمس."
    #expect(try TablesFixture.shared().events(text).count == 1)
  }

  @Test("A press conference is held beside the talks that it came after, by those between whom both were")
  func pressConference() throws {
    let text = "عقد سيرغي لافروف وجون كيري مؤتمرا صحافيا مشتركا عقب المباحثات التي جرت بينهما أمس في روما."
    let found = try TablesFixture.shared().events(text)
    #expect(Set(found.map(\.mode)) == [.meeting, .talks])
    #expect(found.allSatisfy { $0.participants.count == 2 })
  }

  @Test("A call that other clauses describe first is between those whom its verb tells")
  func described() throws {
    let text = "تزامن ذلك مع اتصال وصفته أنقرة بأنه مهم، جرى بين الرئيس باراك أوباما والرئيس رجب طيب أردوغان."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains("CONSULT phone occurred: both Barack Obama, both Recep Tayyip Erdoğan"), "\(found)")
  }

  @Test(
    "One who has two offices between commas is one person",
    arguments: [
      "زار رئيس الجمهورية، رئيس الحكومة، خالد بحاح، القاهرة أمس.",
      "زار رئيس الحكومة، الدكتور خالد بحاح، القاهرة أمس.",
    ])
  func offices(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .visit }
    #expect(found.map { $0.participants.filter { $0.role == .actor }.map(\.entity.name) } == [["خالد بحاح"]])
  }

  @Test("A Chinese is called by the first word of his name")
  func familyFirst() throws {
    let text = "أعرب جون كيري لنظيره الصيني وانغ يي عن قلقه. وتحدث كيري بذلك في لقاء مع وانغ في كوالالمبور."
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .meeting }.map(\.summary)
    #expect(found.contains { $0.contains("both John Kerry, both Wang Yi") }, "\(found)")
  }

  @Test("A crowd that travels and those to whom a summit is devoted are in contact with nobody")
  func crowds() throws {
    #expect(try TablesFixture.shared().events("قال مسؤول إن المواطنين الروس الذين يزورون بريطانيا كثيرون.").isEmpty)
    #expect(try TablesFixture.shared().events("وتلبي الدعوة لعقد قمة استثنائية تخصص لفلسطين.").isEmpty)
  }

  @Test("Who holds the talks that a relative clause tells of is whom the sentence is about")
  func takenUpByRelative() throws {
    let text = "أكد الوزير جون كيري أنه بحث القضية خلال المفاوضات التي أجراها مع نظيره الإيراني محمد جواد ظريف."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.contains("both John Kerry, both Mohammad Javad Zarif") }, "\(found)")
  }

  @Test(
    "What is done to somebody is done by nobody whom the sentence only tells more of",
    arguments: [
      ("اعتقل محمد مرسي وهو محامي حماس في القاهرة أمس.", "COERCE arrest occurred: recipient Mohamed Morsi"),
      ("تعرض الجيش الإسرائيلي لهجوم من حزب الله.", "ASSAULT - occurred: actor Hezbollah, recipient الجيش الإسرائيلي"),
    ])
  func patients(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("Who is told to have been killed kills nobody in the next clause")
  func killed() throws {
    let text = "قتل الرئيس محمد مرسي في تفجير، كما قتل ثلاثة جنود بنيران مسلحين في سيناء."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .assault }
    #expect(found.allSatisfy { $0.participants.allSatisfy { $0.role != .actor } })
  }

  @Test("What goes on a purpose is one too")
  func joinedPurposes() throws {
    let text = "أرسلت إيران وفدا لإعادة النفوذ وتسليح الحوثيين في صنعاء."
    #expect(try TablesFixture.shared().events(text).allSatisfy { $0.type != .aid })
  }

  @Test("Who is set before a verb with «أما» does what it says")
  func topics() throws {
    let text = "طالبت واشنطن بوقف البناء. أما بكين فرفضت وقف أنشطتها."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .reject }.map(\.summary)
    #expect(found.map { $0.hasPrefix("REJECT - occurred: actor China") } == [true], "\(found)")
  }

  @Test(
    "A body's name does not take in what was done",
    arguments: [
      ("استنكر البرلمان القصف الإسرائيلي على غزة.", "البرلمان"),
      ("استنكرت هيئة الأركان المشتركة القصف.", "هيئة الأركان المشتركة"),
    ])
  func bodies(_ text: String, _ name: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .accuse }
    #expect(found.map { $0.participants.first { $0.role == .actor }?.entity.name } == [name])
  }

  @Test("Who is arrested may be told by his country alone, which is not arrested")
  func nationals() throws {
    let found = try TablesFixture.shared().events("اعتقال سعودي في السعودية بتهمة ضرب رجل.")
    #expect(found.allSatisfy { $0.participants.allSatisfy { $0.entity.kind != .country } })
  }

  @Test(
    "A pronoun or a verb of a woman means a woman, as her first name tells",
    arguments: [
      ("قالت أنجيلا ميركل إنها ستلتقي سيرغي لافروف.", "both Angela Merkel, both Sergey Lavrov"),
      ("زارت أنجيلا ميركل باريس. وقال مكتبها إنها ستلتقي سيرغي لافروف.", "both Angela Merkel, both Sergey Lavrov"),
      ("قال جون كيري إنه سيلتقي سيرغي لافروف.", "both John Kerry, both Sergey Lavrov"),
    ])
  func women(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix("CONSULT meeting planned: " + expected) }, "\(found)")
  }

  @Test("Who holds meetings with somebody takes part in them, whichever verb says so")
  func holders() throws {
    for verb in ["أجرى", "عقد"] {
      let found = try TablesFixture.shared().events("\(verb) جون كيري لقاءات مع سيرغي لافروف.").map(\.summary)
      #expect(found.map { $0.hasPrefix("CONSULT meeting occurred: both John Kerry, both Sergey Lavrov") } == [true])
    }
  }

  @Test(
    "A meeting brings together those whom its verb names",
    arguments: [
      "عقد في جنيف لقاء جمع جون كيري وسيرغي لافروف.", "أعلن البيت الأبيض عن لقاء سيجمع جون كيري بسيرغي لافروف.",
      "عقد اجتماع ضم جون كيري وسيرغي لافروف.", "وفي لقاء جمعه مع جون كيري أكد سيرغي لافروف موقف بلاده.",
    ])
  func gatherings(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .consult }.map(\.summary)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(": both John Kerry, both Sergey Lavrov") }, "\(found)")
  }

  @Test("What gathers nobody makes no meeting")
  func gathersNobody() throws {
    let found = try TablesFixture.shared().events("عقد اجتماع في جنيف، وجمع لافروف أوراقه.")
    #expect(found.allSatisfy { $0.participants.count < 2 }, "\(found.map(\.summary))")
  }

  @Test(
    "A pronoun set before the first verb means who is named behind it; else whoever was named before",
    arguments: [
      ("وصل ماكرون إلى جنيف. وعقب لقائه لافروف، قال جون كيري إن الوضع خطير.", "both John Kerry, both Sergey Lavrov"),
      ("وصل ماكرون إلى جنيف. وعقب لقائه لافروف، غادر إلى باريس.", "both Emmanuel Macron, both Sergey Lavrov"),
    ])
  func cataphora(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix("CONSULT meeting occurred: " + expected) }, "\(found)")
  }

  @Test(
    "Who goes somewhere to meet somebody takes part",
    arguments: ["للقاء", "لإجراء محادثات مع", "لعقد لقاء مع", "للتفاوض مع", "لمقابلة"])
  func purposes(_ purpose: String) throws {
    let found = try TablesFixture.shared().events("سافر جون كيري \(purpose) سيرغي لافروف.")
    let contacts = found.filter { $0.type == .consult && $0.mode != .visit }.map(\.summary)
    #expect(contacts.map { $0.hasSuffix(": both John Kerry, both Sergey Lavrov") } == [true], "\(contacts)")
  }

  @Test("Journalists visit places, and newspapers do not")
  func visitors() throws {
    let found = try TablesFixture.shared().events("تدعو السفارة الصحافيين لزيارة الولايات المتحدة.").map(\.summary)
    #expect(found.contains { $0.hasPrefix("CONSULT visit") && $0.contains("recipient United States") }, "\(found)")
  }

  @Test(
    "A preposition's pronoun means somebody named before who is not the subject",
    arguments: [
      "وصل جون كيري إلى موسكو. واجتمع معه سيرغي لافروف.", "وصل جون كيري إلى موسكو. وبحث معه سيرغي لافروف الأزمة.",
      "وصل جون كيري إلى موسكو. وعقد سيرغي لافروف معه اجتماعا.",
      "وصل جون كيري إلى موسكو. وقال سيرغي لافروف إنه بحث معه الأزمة.",
      "قال جون كيري بعد لقاء سيرغي لافروف إن الوضع خطير.",
    ])
  func boundPronouns(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary).filter { !$0.contains("visit") }
    #expect(found.count == 1 && found.allSatisfy { $0.contains(": both John Kerry, both Sergey Lavrov") }, "\(found)")
  }

  @Test("What somebody reaches is no visit to whom a pronoun means")
  func reached() throws {
    let found = try TablesFixture.shared().events("تحدث جون كيري عما وصلت إليه المفاوضات.").map(\.summary)
    #expect(found.allSatisfy { !$0.contains("visit") }, "\(found)")
  }

  @Test(
    "«الوزير الأميركي» is a minister named before, «الوزير» the only one, and «وزير الإسكان» another",
    arguments: [
      ("وصل جون كيري إلى موسكو. والتقى الوزير الأميركي ماكرون.", "both Emmanuel Macron, both John Kerry"),
      ("وصل جون كيري إلى موسكو. وقال الوزير إنه التقى ماكرون.", "both Emmanuel Macron, both John Kerry"),
      ("وصل جون كيري إلى موسكو. وقال وزير الإسكان إنه التقى ماكرون.", "both Emmanuel Macron, both وزير الإسكان"),
    ])
  func ministers(_ text: String, _ expected: String) throws {
    // On the day of these articles another held the office.
    let found = try TablesFixture.shared().events(text, published: "2015-07-27").map(\.summary)
    #expect(found.contains { $0.contains(": " + expected) }, "\(found)")
  }

  @Test(
    "Those of whom a noun asks a visit are to pay it, and a visit nobody is asked for is none",
    arguments: [
      ("صدرت توصية للبرلمانيين الأستراليين بوجوب زيارة فلسطين.", 1), ("صدرت توصية بوجوب زيارة فلسطين.", 0),
    ])
  func invited(_ text: String, _ count: Int) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .visit }
    #expect(found.map(\.participants.count) == Array(repeating: 2, count: count), "\(found.map(\.summary))")
  }

  @Test("«أقام» is «he held», also where it opens a sentence", arguments: ["أقام", "يقيم", "عقد"])
  func hosts(_ verb: String) throws {
    let found = try TablesFixture.shared().events("\(verb) جون كيري مأدبة عشاء لسيرغي لافروف.").map(\.summary)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(": both John Kerry, both Sergey Lavrov") }, "\(found)")
  }

  @Test(
    "A first name that may be a verb is whoever bears it behind a preposition, and a body that is his is another",
    arguments: [
      ("وفرضت واشنطن عقوبات على صالح أمس.", ": actor United States, recipient Ali Abdullah Saleh"),
      ("وفرضت واشنطن عقوبات على صالح ونجله.", ": actor United States, recipient Ali Abdullah Saleh"),
      (
        "وقصف الحوثيون وقوات صالح بالدبابات حي الإخوة.", "actor قوات صالح"
      ),
    ])
  func shortNames(_ text: String, _ expected: String) throws {
    let before = "قال الرئيس السابق علي عبدالله صالح إنه عاد. وقال عبد ربه منصور هادي إنه باق. "
    let found = try TablesFixture.shared().events(before + text).map(\.summary)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test("Who is told behind «قام بها» paid the visit, also of an indefinite one", arguments: ["", "رسمية "])
  func paid(_ adjective: String) throws {
    let found = try TablesFixture.shared().events("جاء ذلك بعد زيارة \(adjective)قام بها جون كيري إلى موسكو.").map(
      \.summary)
    #expect(found.count == 1 && found.allSatisfy { $0.contains("actor John Kerry") }, "\(found)")
  }
}
