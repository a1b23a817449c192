/// The names of the CAMEO codes that the bundled tables give to events, in English and Arabic.
package enum CAMEONames {
  /// A code and its names.
  package struct Name: Sendable {
    package var code: String
    package var english: String
    package var arabic: String
  }

  /// The names, by code.
  package static let all: [Name] = text.split(separator: "\n").compactMap { line in
    let cells = line.split(separator: "|")
    return cells.count == 3
      ? Name(code: String(cells[0]), english: String(cells[1]), arabic: String(cells[2])) : nil
  }

  private static let text = """
    020|Appeal or request|نداء أو طلب
    030|Express intent to cooperate|إبداء نية التعاون
    036|Express intent to meet or negotiate|إبداء نية اللقاء أو التفاوض
    037|Express intent to settle a dispute|إبداء نية تسوية نزاع
    040|Consult|تشاور
    041|Discuss by telephone|محادثة هاتفية
    042|Make a visit|القيام بزيارة
    043|Host a visit|استقبال زيارة
    044|Meet at a third location|لقاء في مكان ثالث
    045|Mediate|وساطة
    046|Negotiate|تفاوض
    050|Cooperate diplomatically|تعاون دبلوماسي
    051|Praise or endorse|مدح أو تأييد
    052|Defend verbally|دفاع بالقول
    053|Rally support for another|حشد التأييد لطرف آخر
    054|Grant diplomatic recognition|اعتراف دبلوماسي
    055|Apologize|اعتذار
    056|Forgive|صفح
    057|Sign a formal agreement|توقيع اتفاق رسمي
    060|Cooperate materially|تعاون مادي
    061|Cooperate economically|تعاون اقتصادي
    062|Cooperate militarily|تعاون عسكري
    063|Cooperate judicially|تعاون قضائي
    064|Share intelligence or information|تبادل معلومات أو معلومات استخباراتية
    070|Provide aid|تقديم مساعدة
    071|Provide economic aid|تقديم مساعدة اقتصادية
    072|Provide military aid|تقديم مساعدة عسكرية
    073|Provide humanitarian aid|تقديم مساعدة إنسانية
    074|Provide military protection or peacekeeping|توفير حماية عسكرية أو حفظ سلام
    075|Grant asylum|منح اللجوء
    080|Yield|تنازل
    081|Ease administrative sanctions|تخفيف العقوبات الإدارية
    0811|Ease restrictions on political freedoms|تخفيف القيود على الحريات السياسية
    0812|Ease a ban on parties or politicians|تخفيف الحظر على أحزاب أو سياسيين
    0813|Ease a curfew|تخفيف حظر التجول
    0814|Ease a state of emergency or martial law|تخفيف حالة الطوارئ أو الأحكام العرفية
    083|Accede to demands for political reform|الاستجابة لمطالب الإصلاح السياسي
    0831|Accede to demands for a change of leadership|الاستجابة لمطالب تغيير القيادة
    0833|Accede to demands for rights|الاستجابة لمطالب الحقوق
    084|Return or release|إعادة أو إطلاق
    0841|Return or release people|إعادة أشخاص أو إطلاقهم
    085|Ease economic sanctions, a boycott or an embargo|تخفيف عقوبات اقتصادية أو مقاطعة أو حظر
    086|Allow international involvement|السماح بتدخل دولي
    0861|Receive peacekeepers|استقبال قوات حفظ سلام
    0863|Allow humanitarian access|السماح بوصول المساعدات الإنسانية
    087|De-escalate military engagement|تخفيف حدة المواجهة العسكرية
    0871|Declare a truce or ceasefire|إعلان هدنة أو وقف إطلاق نار
    0872|Ease a military blockade|تخفيف حصار عسكري
    0873|Demobilize armed forces|تسريح قوات مسلحة
    0874|Retreat or surrender militarily|انسحاب أو استسلام عسكري
    090|Investigate|تحقيق
    091|Investigate crime or corruption|تحقيق في جريمة أو فساد
    094|Investigate war crimes|تحقيق في جرائم حرب
    100|Demand|مطالبة
    103|Demand material aid|مطالبة بمساعدة مادية
    104|Demand political reform|مطالبة بإصلاح سياسي
    1051|Demand easing of administrative sanctions|مطالبة بتخفيف عقوبات إدارية
    1054|Demand easing of economic sanctions, boycott or embargo|مطالبة بتخفيف عقوبات اقتصادية أو مقاطعة أو حظر
    1055|Demand that international involvement be allowed|مطالبة بالسماح بتدخل دولي
    1056|Demand de-escalation of military engagement|مطالبة بتخفيف المواجهة العسكرية
    106|Demand a meeting or negotiation|مطالبة بلقاء أو تفاوض
    107|Demand settlement of a dispute|مطالبة بتسوية نزاع
    110|Disapprove|استنكار
    111|Criticize or denounce|انتقاد أو تنديد
    112|Accuse|اتهام
    1121|Accuse of crime or corruption|اتهام بجريمة أو فساد
    1123|Accuse of aggression|اتهام بعدوان
    1124|Accuse of war crimes|اتهام بجرائم حرب
    1125|Accuse of espionage or treason|اتهام بتجسس أو خيانة
    113|Rally opposition against another|حشد المعارضة ضد طرف آخر
    114|Complain officially|شكوى رسمية
    115|Bring a lawsuit|رفع دعوى
    116|Find guilty or liable|حكم بالإدانة أو المسؤولية
    120|Reject|رفض
    121|Reject material cooperation|رفض تعاون مادي
    123|Reject demands for political reform|رفض مطالب إصلاح سياسي
    124|Refuse to yield|رفض التنازل
    1243|Refuse to release people or property|رفض إطلاق أشخاص أو ممتلكات
    125|Reject a proposal to meet or negotiate|رفض اقتراح لقاء أو تفاوض
    127|Reject a plan or agreement to settle a dispute|رفض خطة أو اتفاق لتسوية نزاع
    128|Defy norms or law|تحدي الأعراف أو القانون
    129|Veto|نقض (فيتو)
    130|Threaten|تهديد
    1311|Threaten to reduce or stop aid|تهديد بتقليص المساعدة أو وقفها
    1312|Threaten with sanctions, boycott or embargo|تهديد بعقوبات أو مقاطعة أو حظر
    1313|Threaten to reduce or break relations|تهديد بتقليص العلاقات أو قطعها
    137|Threaten with repression|تهديد بالقمع
    138|Threaten with military force|تهديد بالقوة العسكرية
    1381|Threaten a blockade|تهديد بحصار
    1382|Threaten occupation|تهديد باحتلال
    1385|Threaten attack with weapons of mass destruction|تهديد بهجوم بأسلحة دمار شامل
    139|Give an ultimatum|توجيه إنذار أخير
    140|Engage in political dissent|احتجاج سياسي
    141|Demonstrate or rally|تظاهر أو تجمع
    1411|Demonstrate for a change of leadership|تظاهر لتغيير القيادة
    142|Conduct a hunger strike|إضراب عن الطعام
    143|Conduct a strike or boycott|إضراب أو مقاطعة
    144|Obstruct passage or block|عرقلة المرور أو سدّ الطرق
    145|Protest violently or riot|احتجاج عنيف أو شغب
    150|Demonstrate military or police power|استعراض قوة عسكرية أو أمنية
    151|Increase police alert status|رفع تأهب الشرطة
    152|Increase military alert status|رفع التأهب العسكري
    153|Mobilize or increase police power|حشد الشرطة أو زيادتها
    154|Mobilize or increase armed forces|حشد القوات المسلحة أو زيادتها
    155|Mobilize or increase cyber-forces|حشد القوات الإلكترونية أو زيادتها
    160|Reduce relations|تقليص العلاقات
    161|Reduce or break diplomatic relations|تقليص العلاقات الدبلوماسية أو قطعها
    162|Reduce or stop material aid|تقليص المساعدة المادية أو وقفها
    1622|Reduce or stop military assistance|تقليص المساعدة العسكرية أو وقفها
    163|Impose an embargo, boycott or sanctions|فرض حظر أو مقاطعة أو عقوبات
    164|Halt negotiations|وقف المفاوضات
    166|Expel or withdraw|طرد أو سحب
    1663|Expel or withdraw aid agencies|طرد وكالات إغاثة أو سحبها
    170|Coerce|إكراه
    171|Seize or damage property|الاستيلاء على ممتلكات أو إتلافها
    1711|Confiscate property|مصادرة ممتلكات
    1712|Destroy property|تدمير ممتلكات
    172|Impose administrative sanctions|فرض عقوبات إدارية
    1721|Restrict political freedoms|تقييد الحريات السياسية
    1722|Ban parties or politicians|حظر أحزاب أو سياسيين
    1723|Impose a curfew|فرض حظر تجول
    1724|Impose a state of emergency or martial law|فرض حالة طوارئ أو أحكام عرفية
    173|Arrest, detain or charge|اعتقال أو احتجاز أو توجيه اتهام
    174|Expel or deport individuals|طرد أفراد أو ترحيلهم
    175|Use violent repression|قمع عنيف
    176|Attack cybernetically|هجوم إلكتروني
    180|Use unconventional violence|عنف غير تقليدي
    181|Abduct, hijack or take hostages|خطف أو احتجاز رهائن
    182|Assault physically|اعتداء بدني
    1821|Assault sexually|اعتداء جنسي
    1822|Torture|تعذيب
    183|Conduct a non-military bombing|تفجير غير عسكري
    1831|Carry out a suicide bombing|تفجير انتحاري
    1832|Carry out a vehicular bombing|تفجير بمركبة
    184|Use as a human shield|استخدام دروع بشرية
    185|Attempt to assassinate|محاولة اغتيال
    186|Assassinate|اغتيال
    190|Use conventional military force|قوة عسكرية تقليدية
    191|Impose a blockade or restrict movement|فرض حصار أو تقييد الحركة
    193|Fight with small arms|قتال بأسلحة خفيفة
    194|Fight with artillery and tanks|قتال بالمدفعية والدبابات
    195|Employ aerial weapons|استخدام أسلحة جوية
    1952|Employ remotely piloted aerial munitions|استخدام ذخائر جوية مسيّرة
    196|Violate a ceasefire|خرق وقف إطلاق نار
    202|Engage in mass killings|قتل جماعي
    203|Engage in ethnic cleansing|تطهير عرقي
    2041|Use chemical, biological or radiological weapons|استخدام أسلحة كيميائية أو بيولوجية أو إشعاعية
    """
}
