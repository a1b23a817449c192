"""Prints articles whose texts would run, break out of the data or turn the page's words round if anything let them."""

import json

ATTACKS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>alert(1)",
    "<svg onload=alert(1)><style>*{display:none}</style>",
    "\u202eقلب\u2066\u2069\u2069",
    "\u2028alert(1)\u2029 𐀀😀 {{data}} \\u003C/script>",
    "\" onmouseover=\"alert(1)",
]
SENTENCE = "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في أنقرة يوم 14 نوفمبر 2022، وقالت وكالة «{}» إن الاجتماع لم يحدث."

for number, attack in enumerate(ATTACKS):
    text = f"{attack}\n\n{attack} {SENTENCE.format(attack)}\n\nونفى متحدث باسم الكرملين ديميتري بيسكوف {attack} عقد اللقاء.\n"
    article = {"id": attack, "text": text, "outlet": attack, "published": "2022-11-15", "url": "javascript:alert(1)//" + attack}
    print(json.dumps(article, ensure_ascii=False))
