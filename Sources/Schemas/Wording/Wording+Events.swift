extension Wording {
  static let events = """
    event = شيء فعله فاعل، أو فعله اثنان فأكثر معاً، مجموعاً من كل مواضع ذكره في كل الأخبار.
    event.id = - = evt-27d1eb1ada87fb37 = معرّف الحدث، مشتق من محتواه.
    event.type = - = CONSULT = ما الذي حدث، بحسب أنواع PLOVER.
    event.mode = - = phone = كيف حدث؛ ولكل نوع طرائقه، أو لا طرائق له.
    event.cameo = - = 041 = رمز CAMEO، لتبادل البيانات مع مجموعات أقدم.
    event.status = - = occurred = هل وقع الحدث.
    event.contested = - = true = هل تثبته رواية أو تؤكده، وتنفي وقوعه رواية أخرى.
    event.confidence = percent = 73 = مدى احتمال أن تكون الألفاظ قُرئت قراءة صحيحة، لا مدى صحة ما ترويه.
    event.part_of = - = evt-93f3ef1cf0e54f8a = الحدث الذي يُعد هذا الحدث جزءاً معدوداً منه.
    event.date = متى وقع.
    event.place = أين وقع.
    event.count = كم مرة وقع.
    event.participants = من شارك فيه.
    event.topics = - = العقوبات = موضوعه: مركبات اسمية كما هي مطبوعة دون اللواصق.
    event.claims = من يقول بوقوعه، ومن ينفيه أو يشك فيه.
    event.evidence = كل عبارة ذُكر فيها الحدث.
    event.corroboration = عدد الأصوات المستقلة التي تنقله.
    place = المكان الذي وقع فيه الحدث.
    place.entity = - = ent-0a1b2c3d4e5f6071 = كيان المكان.
    place.name = - = موسكو = الاسم العربي المفضل.
    place.name_en = - = Moscow = الاسم الإنكليزي إن عُرف.
    place.country = - = RUS = البلد الذي يقع فيه المكان أو هو نفسه.
    count = عدد مرات وقوع الحدث.
    count.value = times = 5 = العدد المذكور.
    count.relation = - = at-least = علاقة العدد المذكور بالعدد الحقيقي.
    participant = دور كيان في حدث، مع تكرار حقول الكيان نفسه تيسيراً للقارئ.
    participant.entity = - = ent-001bd2426fe2d89f = الكيان المشارك.
    participant.name = - = مايكل فلين = الاسم العربي المفضل.
    participant.name_en = - = Michael Flynn = الاسم الإنكليزي إن عُرف.
    participant.kind = - = person = نوع الكيان.
    participant.country = - = USA = البلد الذي ينتمي إليه الكيان أو هو نفسه.
    participant.sector = - = GOV = القطاع من المجتمع الذي يعمل الكيان باسمه.
    participant.masked = يُملأ حين يحجب النص الهوية، كما في «مصدران مطلعان».
    participant.role = - = both = ما يفعله المشارك في الحدث.
    participant.surface = - = مستشار الأمن القومي = الصيغ التي ذُكر بها، مرتبة بحسب نقاط الترميز.
    claim = موقف مصدر واحد من حدث واحد.
    claim.id = - = clm-8c7f1d2e3a4b5c60 = معرّف الرواية، مشتق من محتواها.
    claim.article = - = art-5f0fc86bfec43cd2 = الخبر الذي طُبعت فيه.
    claim.chain = الإسناد: سلسلة النقل من أقرب ناقل إلى المصدر الأول؛ وتكون بلا حلقات حين يتكلم الخبر نفسه.
    claim.stance = - = denies = ما يقوله المصدر عن الحدث.
    claim.scope = - = occurrence = ما الذي يتعلق به الموقف.
    claim.speech = - = indirect = كيف نُقل كلام المصدر.
    claim.date = متى قيلت.
    claim.evidence = أين قيلت.
    link = ناقل واحد في سلسلة الإسناد.
    link.name = - = مصادر في أجهزة الاستخبارات = المصدر كما هو مطبوع دون اللواصق.
    link.name_en = - = Intelligence sources = الاسم الإنكليزي إن عُرف.
    link.entity = - = ent-001bd2426fe2d89f = كيان المصدر إن كان كياناً.
    link.named = - = false = هل يسمّي النص المصدر.
    link.verb = - = نقلت = فعل القول أو اسمه أو أداته كما هو مطبوع.
    corroboration = عدد الأصوات المستقلة التي تنقل الحدث. والخبر ونسخه المنقولة صوت واحد.
    corroboration.articles = articles = 3 = الأخبار التي تذكره؛ ويُعد الأصل ونسخه خبراً واحداً.
    corroboration.outlets = outlets = 2 = المنابر المختلفة بين تلك الأصول.
    corroboration.named_sources = sources = 1 = المصادر المسماة المختلفة التي تثبته أو تؤكده.
    corroboration.anonymous_sources = sources = 2 = المصادر غير المسماة المختلفة التي تثبته أو تؤكده.
    evidence = اقتباس يمكن العثور عليه ثانيةً في نص الوثيقة.
    evidence.article = - = art-53a0fed6b82ceb07 = الخبر المقتبس منه.
    evidence.start = code points = 2735 = أول الاقتباس في نص الوثيقة، والعد من صفر بنقاط ترميز يونيكود.
    evidence.end = code points = 2828 = نهاية الاقتباس في نص الوثيقة، والعد من صفر بنقاط ترميز يونيكود، والحد غير داخل.
    evidence.quote = - = أجرى اتصالاً أمس = الحروف من `start` إلى `end` كما هي مطبوعة.
    date = متى وقع شيء أو قيل، بأدق ما يمكن أن يُعرف.
    date.edtf = date = 2022-11 = التاريخ نفسه.
    date.earliest = day = 2022-11-01 = أول يوم يحتمله التاريخ؛ ويكون خالياً إن كان مفتوح البداية.
    date.latest = day = 2022-11-30 = آخر يوم يحتمله التاريخ؛ ويكون خالياً إن كان مفتوح النهاية.
    date.precision = - = month = درجة دقة التاريخ.
    date.expression = - = الشهر الجاري = الألفاظ التي تعطي التاريخ كما هي مطبوعة؛ ويكون خالياً إن عُرف من موضع آخر.
    date.resolved_by = - = relative = كيف عُرف التاريخ.
    form:article-id = - = art-5f0fc86bfec43cd2 = معرّف خبر.
    form:entity-id = - = ent-001bd2426fe2d89f = معرّف كيان.
    form:event-id = - = evt-27d1eb1ada87fb37 = معرّف حدث.
    form:claim-id = - = clm-8c7f1d2e3a4b5c60 = معرّف رواية.
    form:supported-id = - = evt-27d1eb1ada87fb37 = معرّف حدث أو خبر.
    form:sha256 = - = 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 = بصمة SHA-256 بأرقام ست عشرية صغيرة الحروف.
    form:encoding = - = utf-8 = اسم ترميز محارف بحروف صغيرة.
    form:media-type = - = text/html = نوع وسائط دون معاملات.
    form:language = - = ar-EG = رمز لغة بحسب BCP 47.
    form:edtf = - = 2022-02-24/.. = تاريخ بصيغة EDTF من المستوى الأول (ISO 8601-2): سنة أو شهر أو يوم أو فصل (21–24) أو ربع سنة (33–36)، مع علامة (~ تقريبي، ? غير مؤكد، % كلاهما)، أو فترة يُكتب طرفها المفتوح `..`.
    form:day = - = 2022-11-14 = يوم من التقويم الميلادي بصيغة ISO 8601.
    form:wikidata = - = Q58217 = عنصر من ويكي بيانات.
    form:removal = - = 116-173 duplicate-headline = مقطع بموضعيه، وسبب كونه ليس من نص الخبر.
    form:country = - = RUS = بلد أو إقليم بحسب ISO 3166-1 alpha-3، أو XKX رمزاً لكوسوفو.
    form:cameo = - = 041 = رمز حدث في CAMEO من ثلاثة أرقام أو أربعة؛ أما رموز 01x فهي هنا روايات ولا ترد أبداً.

    """

  static let columns = """
    table:events = صف لكل حدث: الجدول المسطح الذي يُفتح أولاً.
    table:participants = صف لكل مشارك في كل حدث.
    table:claims = صف لكل رواية عن حدث.
    table:evidence = صف لكل اقتباس يسند حدثاً أو تاريخ نشر مستنتجاً.
    table:entities = صف لكل فاعل أو مكان.
    table:articles = صف لكل خبر.
    events.actors = - = مايكل فلين = أسماء المشاركين الذين دورهم `actor` أو `both`.
    events.recipients = - = روسيا = أسماء المشاركين الذين دورهم `recipient`.
    events.mediators = - = قطر = أسماء المشاركين الذين دورهم `mediator`.
    events.participants = - = مايكل فلين | سيرغي كيسلياك = أسماء المشاركين كلهم.
    events.participants_en = - = Michael Flynn | Sergey Kislyak = أسماء المشاركين كلهم بالإنكليزية؛ ويُترك الموضع خالياً حيث لا تُعرف.
    events.sources = - = مصادر في أجهزة الاستخبارات | ترامب = أصحاب الروايات: المصدر الأول لكل منها، أو المنبر الذي يتكلم عن نفسه.
    events.stances = - = asserts | denies = ما تقوله المصادر نفسها عن الحدث، بالترتيب نفسه.
    events.outlets = - = الشرق | رويترز = المنابر المختلفة التي تنقله.
    events.quote = - = أجرى اتصالاً أمس = أول عبارة تذكره.
    events.articles = - = art-53a0fed6b82ceb07 | art-5f0fc86bfec43cd2 = معرّفات الأخبار التي تنقله.
    articles.also_in = - = mirror/001.html:3#2 = مسارات الوثائق الأخرى التي ورد فيها الخبر نفسه بعينه؛ ويلي المسارَ سطرُ السجل بعد نقطتين، ثم موضع الخبر بعد «#» إن لم يكن الأول.
    articles.removed = - = 116-173 duplicate-headline | 174-176 share-widget = كل ما يقع في نطاق الخبر وليس من نصه: `البداية-النهاية السبب` لكل مقطع.
    participants.event = - = evt-93f3ef1cf0e54f8a = الحدث الذي يشارك فيه الكيان.
    participants.position = position = 1 = الترتيب بين مشاركي الحدث، والعد من واحد.
    claims.event = - = evt-27d1eb1ada87fb37 = الحدث الذي تتناوله الرواية.
    claims.source = - = وول ستريت جورنال = المصدر الأول: آخر اسم في السلسلة؛ وإن خلت السلسلة فالمنبر الذي نشر الخبر.
    claims.chain = - = سي إن إن | مصادر في أجهزة الاستخبارات = أسماء سلسلة الإسناد من أقرب ناقل إلى المصدر الأول.
    claims.chain_en = - = CNN | = الأسماء الإنكليزية للمصادر نفسها؛ ويُترك الموضع خالياً حيث لا تُعرف.
    claims.chain_entities = - = ent-001bd2426fe2d89f | = كيانات المصادر نفسها؛ ويُترك الموضع خالياً حيث لا كيان للمصدر.
    claims.chain_named = - = true | false = هل يسمّي النص المصادر نفسها: `true` أو `false`.
    claims.chain_verbs = - = نقلت | عن = ألفاظ القول للمصادر نفسها؛ ويُترك الموضع خالياً حيث لا لفظ.
    evidence.record = - = evt-24eaab36b05dcee5 = معرّف الحدث المُسنَد، أو معرّف الخبر الذي استُنتج تاريخ نشره.
    evidence.position = position = 1 = الترتيب بين اقتباسات ذلك السجل، والعد من واحد.
    evidence.event = - = evt-24eaab36b05dcee5 = الحدث المُسنَد مرة أخرى لتسهيل الربط؛ ويكون خالياً لتاريخ النشر.

    """
}
