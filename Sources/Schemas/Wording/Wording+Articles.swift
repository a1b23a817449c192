extension Wording {
  static let articles = """
    article = خبر صحفي واحد وُجد في أحد المدخلات، وقد يضم المدخل الواحد أكثر من خبر.
    article.id = - = art-5f0fc86bfec43cd2 = معرّف الخبر، مشتق من محتواه.
    article.document = السجل المدخل الذي ورد فيه الخبر.
    article.segment = position = 1 = موضع الخبر بين أخبار الوثيقة، والعد من واحد.
    article.start = code points = 0 = أول حرف من الخبر في نص الوثيقة، والعد من صفر بنقاط ترميز يونيكود.
    article.end = code points = 5120 = نهاية الخبر في نص الوثيقة، والعد من صفر بنقاط ترميز يونيكود، والحد غير داخل.
    article.language = - = ar = لغة النص.
    article.headline = - = اتصالات مستشار الأمن القومي بموسكو تحرج الإدارة الأميركية = العنوان كما هو مطبوع.
    article.deck = - = مصادر استخباراتية تتحدث عن خمس مكالمات = السطر الذي يلي العنوان كما هو مطبوع.
    article.byline = - = دبي - رويترز = السطر الذي يذكر الكاتب أو الوكالة كما هو مطبوع.
    article.outlet = - = الشرق = الجهة الناشرة، ولا تُذكر إلا إذا صرّح بها النص أو بياناته الوصفية.
    article.url = - = https://news.example/2017/02/11 = عنوان النشر على الشبكة، ولا يُذكر إلا إذا ورد في البيانات الوصفية.
    article.published = وقت النشر بقدر ما يُعرف.
    article.paragraphs = paragraphs = 12 = عدد الفقرات المستبقاة من المتن.
    article.sentences = sentences = 23 = عدد جمل المتن المستبقى.
    article.words = words = 621 = عدد كلمات المتن المستبقى.
    article.copy_of = - = art-53a0fed6b82ceb07 = الخبر الذي يُعد هذا نسخة منقولة عنه، أي أول من نشر النص المشترك بينهما أو بين نسخ أخرى وكليهما؛ ويكون خالياً في الأصول.
    article.also_in = السجلات المدخلة الأخرى التي ورد فيها الخبر نفسه بعينه؛ ولا يُصدَّر إلا مرة واحدة.
    article.text = - = أعلنت وزارة الخارجية أمس… = نص الوثيقة كاملاً، وهو الذي تُعد فيه المواضع كلها؛ ولا يُكتب إلا عند الطلب.
    article.removed = كل ما يقع في نطاق الخبر وليس من نصه.
    document = سجل مدخل: ملف، أو سطر واحد من ملف سجلات.
    document.id = - = 000_9ba282ff7f2ba4d6 = معرّف السجل نفسه، وإلا فاسم الملف دون امتداده.
    document.path = - = news/2017/000.txt = مسار الملف نسبةً إلى جذر المدخلات، وتفصل «/» بين أجزائه.
    document.record = line = 17 = سطر السجل في ملف السجلات، والعد من واحد؛ ويكون خالياً في غير ذلك.
    document.sha256 = - = 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 = بصمة بايتات السجل الخام.
    document.bytes = bytes = 9387 = عدد بايتات السجل الخام.
    document.encoding = - = windows-1256 = ترميز المحارف الذي فُكّت به البايتات.
    document.encoding_basis = - = declared = سبب اختيار ذلك الترميز.
    document.media_type = - = text/plain = نوع الملف.
    recurrence = سجل مدخل يرد فيه خبر مرة أخرى.
    recurrence.id = - = 001 = معرّف السجل نفسه، وإلا فاسم الملف دون امتداده.
    recurrence.path = - = mirror/001.html = مسار الملف نسبةً إلى جذر المدخلات، وتفصل «/» بين أجزائه.
    recurrence.record = line = 3 = سطر السجل في ملف السجلات، والعد من واحد؛ ويكون خالياً في غير ذلك.
    recurrence.sha256 = - = 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752 = بصمة بايتات السجل الخام.
    recurrence.bytes = bytes = 14020 = عدد بايتات السجل الخام.
    recurrence.encoding = - = utf-8 = ترميز المحارف الذي فُكّت به البايتات.
    recurrence.encoding_basis = - = byte-order-mark = سبب اختيار ذلك الترميز.
    recurrence.media_type = - = text/html = نوع الملف.
    recurrence.segment = position = 2 = موضع الخبر بين أخبار تلك الوثيقة، والعد من واحد.
    publication = وقت نشر الخبر، وكيف عُرف.
    publication.edtf = date = 2017-02-11~ = التاريخ نفسه؛ ويكون خالياً حين يكون الأساس `unknown`.
    publication.earliest = day = 2017-02-11 = أول يوم يحتمله التاريخ؛ ويكون خالياً إن كان مفتوح البداية.
    publication.latest = day = 2017-02-11 = آخر يوم يحتمله التاريخ؛ ويكون خالياً إن كان مفتوح النهاية.
    publication.basis = - = inferred = كيف عُرف التاريخ.
    publication.evidence = العبارات التي استُنتج منها تاريخ النشر.
    removal = مقطع من نص الوثيقة ليس من نص الخبر.
    removal.start = code points = 116 = أول المقطع في نص الوثيقة، والعد من صفر بنقاط ترميز يونيكود.
    removal.end = code points = 173 = نهاية المقطع في نص الوثيقة، والعد من صفر بنقاط ترميز يونيكود، والحد غير داخل.
    removal.reason = - = duplicate-headline = ما هو هذا المقطع.

    """

  static let entities = """
    entity = فاعل أو مكان بصيغته الموحدة.
    entity.id = - = ent-001bd2426fe2d89f = معرّف الكيان، مشتق من محتواه.
    entity.kind = - = person = نوع الكيان.
    entity.name = - = سيرغي لافروف = الاسم العربي المفضل.
    entity.name_en = - = Sergey Lavrov = الاسم الإنكليزي إن عُرف.
    entity.aliases = - = سيرجي لافروف = الصيغ الأخرى التي ورد بها الاسم في المدونة، مرتبة بحسب نقاط الترميز.
    entity.wikidata = - = Q58217 = عنصر ويكي بيانات، ولا يُذكر إلا عند اليقين.
    entity.country = - = RUS = البلد الذي ينتمي إليه الكيان أو هو نفسه.
    entity.sector = - = GOV = القطاع من المجتمع الذي يعمل الكيان باسمه.
    entity.masked = يُملأ حين يحجب النص الهوية، كما في «مصدران مطلعان».
    masking = سبب حجب النص للهوية، وعدد الأشخاص الذين يتحدث عنهم.
    masking.reason = - = unnamed = سبب حجب الهوية.
    masking.count = people = 2 = عدد الأشخاص كما ذكره النص.

    """
}
