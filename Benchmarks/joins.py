"""Usage: joins.py PROGRAM CORPUS [--pairs N] [--triples N] [--seed N] [--keep FOLDER] [--show WAY]

Joins articles as scrapers do, lets PROGRAM divide them (`PROGRAM inspect FILE --layer structure`) and says how often it
cuts at the joint. CORPUS is a JSON Lines file whose records have `text` and `outlet`; each text begins with its headline.

Right: two segments, and the second begins behind the last line of the first article, at the latest with the headline of
the second. What a way of joining prints between the two (rules, labels, buttons, comment forms) may fall to either.
For three joined articles both joints must be right. Every article is also read alone and must stay in one piece.
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SHARE = ["شارك", "TT", "شارك هذا المقال", "فيسبوك\nتويتر\nواتساب", "مشاركة الخبر\nنسخ الرابط", "طباعة"]
RELATED = ["مقالات ذات صلة", "اقرأ أيضاً:", "اقرأ أيضا", "مواضيع ذات صلة", "الأكثر قراءة", "أخبار متعلقة", "اقرأ المزيد"]
FORMS = [
    "اترك تعليقاً\n\nلن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *\nالتعليق *\nالاسم\nالبريد الإلكتروني *",
    "التعليقات\n0 تعليق",
    "أضف تعليقاً\nإلغاء الرد\nاحفظ اسمي، بريدي الإلكتروني في هذا المتصفح",
    "لا توجد تعليقات\nاترك رداً",
]
TAGS = ["الوسوم\nالسعودية\nاليمن", "كلمات مفتاحية: اقتصاد، نفط، أسواق", "تصنيفات\nأخبار", "سمات\nسياسة"]
TOP = ["زر الذهاب إلى الأعلى", "العودة إلى الأعلى", "الرجوع إلى الأعلى"]
LABELS = ["أخبار العالم", "سياسة", "اقتصاد", "محليات", "رياضة", "آخر الأخبار", "أخبار عربية", "الرئيسية / أخبار", "ثقافة وفنون",
          "الشرق الأوسط", "تقارير", "رأي"]
RULES = ["---", "----------", "* * *", "***", "==========", "=====================", "________________", "— — —", "~~~~~~~~", "•••"]
BYLINES = ["الرياض - واس", "جدة – أحمد سالم", "واشنطن: «الشرق الأوسط»", "لندن - رويترز", "القاهرة ـ خالد محمود", "كتب: سامي العلي",
           "دبي/ الأناضول", "بيروت - أ.ف.ب"]
CAPTIONS = ["جانب من اللقاء في العاصمة (رويترز)", "الوزير خلال المؤتمر الصحافي أمس (أ.ف.ب)", "مبنى الوزارة في العاصمة - AFP",
            "صورة أرشيفية لاجتماع سابق (واس)", "مشهد عام للمدينة بعد القصف (الأناضول)"]
OUTLETS = ["الشرق الأوسط", "الجزيرة نت", "سكاي نيوز عربية", "صحيفة الرياض", "رويترز", "العربية نت"]
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
# What a reader may strip from the ends of a line.
BLANK = " \t\r\n\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff"
DAYS = ["السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"]


def date(rng):
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2012, 2025)
    return rng.choice([
        f"{rng.choice(DAYS)} {day} {MONTHS[month - 1]} {year}", f"نشر في: {day:02}/{month:02}/{year} - {rng.randint(0, 23):02}:30",
        f"{day} {MONTHS[month - 1]} {year}", f"آخر تحديث: {year}-{month:02}-{day:02}"])


def head(rng, text):
    """Headline and body of a text, and the line feeds between them: a blank line or none."""
    headline, _, body = text.partition("\n")
    return headline.strip(BLANK), body.strip(BLANK), rng.choice(["\n\n", "\n"])


def plain(gap):
    def join(rng, first, second, titles):
        headline, body, below = head(rng, second)
        return gap(rng), "", headline + below + body
    return join


def repeated(rng, first, second, titles):
    headline, body, _ = head(rng, second)
    below = rng.choice(["\n", "\n\n", "\nTT\n\n", "\n\n" + rng.choice(CAPTIONS) + "\n\n", "\n" + rng.choice(SHARE) + "\n\n"])
    return rng.choice(["\n", "\n\n", "\n\n\n"]), "", headline + below + headline + rng.choice(["\n", "\n\n"]) + body


def foot(lines):
    def join(rng, first, second, titles):
        headline, body, below = head(rng, second)
        return rng.choice(["\n", "\n\n", "\n\n\n"]) + lines(rng, titles), rng.choice(["\n", "\n\n", "\n\n\n"]), headline + below + body
    return join


def links(rng, titles):
    return rng.choice(RELATED) + rng.choice(["\n", "\n\n"]) + rng.choice(["\n", "\n\n"]).join(titles)


def whole_foot(rng, titles):
    parts = [rng.choice(SHARE), rng.choice(TAGS), links(rng, titles), rng.choice(TOP), rng.choice(FORMS)]
    return "\n\n".join(part for part in parts if rng.random() < 0.7) or rng.choice(TOP)


def labelled(rng, first, second, titles):
    headline, body, below = head(rng, second)
    return rng.choice(["\n\n", "\n\n\n", "\n"]), rng.choice(LABELS) + rng.choice(["\n", "\n\n"]), headline + below + body


def noted(notes):
    def join(rng, first, second, titles):
        headline, body, below = head(rng, second)
        return "\n\n", "", headline + below + notes(rng) + rng.choice(["\n", "\n\n"]) + body
    return join


def stamped(rng, first, second, titles):
    headline, body, below = head(rng, second)
    stamp = rng.choice([date(rng), rng.choice(OUTLETS) + "\n" + date(rng), rng.choice(OUTLETS) + " - " + date(rng)])
    if rng.random() < 0.5:
        return "\n\n", stamp + rng.choice(["\n", "\n\n"]), headline + below + body
    return "\n\n", "", headline + below + stamp + "\n" + body


def crlf(rng, first, second, titles):
    headline, body, below = head(rng, second)
    return rng.choice(["\n\n", "\n\n\n"]), "", headline + below + body


# What each way puts between the first article and the second headline: (surely outside both, before the headline, second).
WAYS = {
    "blank line": plain(lambda rng: "\n\n"),
    "blank lines": plain(lambda rng: "\n" * rng.randint(3, 6)),
    "line feed": plain(lambda rng: "\n"),
    "NBSP line": plain(lambda rng: "\n\u00a0\n"),
    "form feed": plain(lambda rng: rng.choice(["\n\f\n", "\n\f", "\n\n\f"])),
    "ruled line": plain(lambda rng: (lambda gap: gap + rng.choice(RULES) + gap)(rng.choice(["\n", "\n\n"]))),
    "headline twice": repeated,
    "share words": foot(lambda rng, titles: rng.choice(SHARE)),
    "related links": foot(links),
    "comment form": foot(lambda rng, titles: rng.choice(FORMS)),
    "tags": foot(lambda rng, titles: rng.choice(TAGS)),
    "way to the top": foot(lambda rng, titles: rng.choice(TOP)),
    "whole foot": foot(whole_foot),
    "section label": labelled,
    "byline below": noted(lambda rng: rng.choice(BYLINES)),
    "date below": noted(date),
    "caption below": noted(lambda rng: rng.choice(CAPTIONS)),
    "outlet and date": stamped,
    "CR LF": crlf,
}


class Document:
    """A text with the ranges, in code points, in which each segment but the first has to begin."""

    def __init__(self, way, text, joints=()):
        self.way, self.text, self.joints = way, text, list(joints)


def join(rng, way, texts, titles):
    first = texts[0].rstrip(BLANK)
    document = Document(way, first)
    for second in texts[1:]:
        between, above, page = WAYS[way](rng, document.text, second, titles)
        page = page.rstrip(BLANK)
        end = len(document.text)
        document.text += between + above
        document.joints.append((end, len(document.text)))
        document.text += page
    if way == "CR LF":
        def moved(offset):
            return offset + document.text.count("\n", 0, offset)
        document.joints = [(moved(start), moved(end)) for start, end in document.joints]
        document.text = document.text.replace("\n", "\r\n")
    return document


def segments(program, documents, folder):
    """Where the segments of each document begin, in code points."""
    path = pathlib.Path(folder) / "joined.jsonl"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, document in enumerate(documents):
            file.write(json.dumps({"id": f"j{number}", "text": document.text}, ensure_ascii=False) + "\n")
    starts = [[] for _ in documents]
    with subprocess.Popen([program, "inspect", str(path), "--layer", "structure"], stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            note = json.loads(line)
            found = starts[int(note["document"][1:])]
            if note["segment"] > len(found):
                found.append(note["start"])
    if process.returncode:
        sys.exit(f"{program} ended with {process.returncode}")
    return starts


def is_right(document, starts):
    return len(starts) == len(document.joints) + 1 and all(
        low <= start <= high for start, (low, high) in zip(starts[1:], document.joints))


def show(document, starts):
    print(f"\n### {document.way}: cut at {starts[1:]}, joints {document.joints}")
    for low, high in document.joints:
        print(document.text[max(0, low - 400):low] + "⟦" + document.text[low:high] + "⟧" + document.text[high:high + 400])
    for start in starts[1:]:
        if not any(low <= start <= high for low, high in document.joints):
            print(f"--- wrong cut at {start}:\n" + document.text[max(0, start - 300):start] + "✂" + document.text[start:start + 300])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("corpus")
    parser.add_argument("--pairs", type=int, default=5000)
    parser.add_argument("--triples", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2015)
    parser.add_argument("--keep", help="folder for the joined texts")
    parser.add_argument("--show", help="print the failures of a way; `all`, or `single` for articles that were cut")
    arguments = parser.parse_args()
    with open(arguments.corpus, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    headlines = [text.partition("\n")[0].strip() for text in texts]
    rng = random.Random(arguments.seed)

    def draw(way, count):
        chosen = rng.sample(range(len(texts)), count + 3)
        titles = [headlines[index] for index in chosen[count:]][:rng.randint(2, 3)]
        return join(rng, way, [texts[index] for index in chosen[:count]], titles)

    names = list(WAYS)
    documents = [draw(names[number % len(names)], 2) for number in range(arguments.pairs)]
    documents += [draw(names[number % len(names)], 3) for number in range(arguments.triples)]
    documents += [Document("single", text) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        starts = segments(arguments.program, documents, arguments.keep or folder)

    rows = {}
    for document, found in zip(documents, starts):
        kind = "single" if document.way == "single" else {1: document.way, 2: "triples"}[len(document.joints)]
        for name in [kind] + (["all pairs"] if kind in WAYS else []):
            row = rows.setdefault(name, [0, 0, 0, 0])
            row[0] += 1
            row[1] += is_right(document, found)
            row[2] += len(found) > len(document.joints) + 1
            row[3] += len(found) < len(document.joints) + 1
        if arguments.show in (kind, "all") and not is_right(document, found):
            show(document, found)
    print(f"{'joined by':<18}{'share':>8}{'count':>8}{'right':>9}{'too many':>10}{'too few':>9}")
    for name in names + ["all pairs", "triples", "single"]:
        if name not in rows:
            continue
        count, right, many, few = rows[name]
        share = f"{100 * count / arguments.pairs:.1f} %" if name in WAYS else ""
        print(f"{name:<18}{share:>8}{count:>8}{100 * right / count:>7.2f} %{100 * many / count:>8.2f} %{100 * few / count:>7.2f} %")


if __name__ == "__main__":
    main()
