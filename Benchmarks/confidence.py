"""Usage: confidence.py GOLD TEXTS EXPORT [GOLD TEXTS EXPORT ...]

Shows how well the events' `confidence` tells right events from wrong ones, and how many points each sign is worth.
GOLD is a JSON file of annotated articles (`id`, and `events` with `type`, `alt_types`, `participants` and `mentions`),
TEXTS a folder with the text of each (`ID.txt`), EXPORT an export of them.

An event is right where an annotated event of its type has a mention that overlaps its evidence, and at least half of the
participants of either are the other's. The signs are those of `Confidence.swift`; their points are fitted as a linear
model of the share of right events by least squares with a weak ridge, in percent."""
import collections
import json
import pathlib
import re
import sys

RIDGE = 4.0


def lines(path):
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def words(name):
    folded = re.sub("[\u064b-\u0652\u0640]", "", name or "").translate(str.maketrans("أإآٱىة", "اااايه")).lower()
    found = re.findall(r"\w+", folded)
    return {word[2:] if word.startswith("ال") and len(word) > 4 else word for word in found}


def same(gold, participant):
    names = [gold["ar"], gold.get("en"), *gold.get("aka", [])]
    printed = [participant["name"], participant["name_en"], *participant["surface"]]
    for first in filter(None, map(words, names)):
        for second in filter(None, map(words, printed)):
            if first <= second or second <= first:
                return True
    return False


def spans(text, event):
    for mention in event["mentions"]:
        start = mention.get("start", text.find(mention["quote"]))
        if start >= 0:
            yield start, start + len(mention["quote"])


def is_right(event, evidence, annotated, text):
    for gold in annotated:
        if event["type"] != gold["type"] and event["type"] not in gold.get("alt_types", []):
            continue
        if not any(a < d and c < b for a, b in evidence for c, d in spans(text, gold)):
            continue
        both = sum(any(same(one, other) for other in event["participants"]) for one in gold["participants"])
        if both * 2 >= max(len(gold["participants"]), len(event["participants"])):
            return True
    return False


def signs(event):
    """The signs of an event, as in `Confidence.swift`."""
    named = [one for one in event["participants"] if one["kind"] != "group"]
    found = {"base", event["type"]}
    if event["mode"] in (None, "unspecified"):
        found.add("no-mode")
    if len(named) > 1:
        found.add("two-named")
    if not named:
        found.add("none-named")
    if len(event["participants"]) == 1:
        found.add("alone")
    if len(event["participants"]) > 4:
        found.add("many")
    if event["date"]:
        found.add("dated")
    if event["place"]:
        found.add("placed")
    if event["claims"]:
        found.add("claimed")
    if len(event["evidence"]) > 1:
        found.add("repeated")
    if event["corroboration"]["articles"] > 1:
        found.add("corroborated")
    if event["status"] in ("planned", "requested", "denied"):
        found.add("unrealized")
    return found


def samples():
    arguments = [pathlib.Path(argument) for argument in sys.argv[1:]]
    for gold, texts, export in zip(arguments[::3], arguments[1::3], arguments[2::3]):
        annotated = collections.defaultdict(list)
        for article in json.loads(gold.read_text(encoding="utf-8")):
            annotated[article["id"]] += article["events"]
        folder = export / "data/jsonl" if (export / "data").exists() else export
        names = {article["id"]: article["document"]["id"] for article in lines(folder / "articles.jsonl")}
        for event in lines(folder / "events.jsonl"):
            for name in {names[quotation["article"]] for quotation in event["evidence"]} & annotated.keys():
                text = (texts / f"{name}.txt").read_text(encoding="utf-8")
                evidence = [(one["start"], one["end"]) for one in event["evidence"] if names[one["article"]] == name]
                yield event, signs(event), is_right(event, evidence, annotated[name], text)


def solve(matrix, vector):
    """Gauss's elimination, with pivots."""
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for place in range(len(rows)):
        pivot = max(range(place, len(rows)), key=lambda row: abs(rows[row][place]))
        rows[place], rows[pivot] = rows[pivot], rows[place]
        for row in range(len(rows)):
            if row != place:
                factor = rows[row][place] / rows[place][place]
                rows[row] = [value - factor * other for value, other in zip(rows[row], rows[place])]
    return [row[-1] / row[place] for place, row in enumerate(rows)]


def fit(data):
    names = sorted({name for _, found, _ in data for name in found} - {"base"})
    columns = [[name in found for name in ["base", *names]] for _, found, _ in data]
    count = len(names) + 1
    matrix = [[sum(row[i] * row[j] for row in columns) + (RIDGE if i == j and i else 0.0) for j in range(count)] for i in range(count)]
    vector = [sum(row[i] * right for row, (_, _, right) in zip(columns, data)) for i in range(count)]
    return dict(zip(["base", *names], solve(matrix, vector)))


data = list(samples())
points = fit(data)
print(f"{len(data)} events, {sum(right for *_, right in data)} right")
for name, value in points.items():
    having = [right for _, found, right in data if name in found]
    print(f"{name:<14}{round(100 * value):>5} points{len(having):>6} events{sum(having) / len(having):>8.1%} right")

print("\nconfidence  events   right")
groups = collections.defaultdict(list)
for event, _, right in data:
    groups[min(event.get("confidence", 0) // 10, 9)].append(right)
for decade in sorted(groups):
    group = groups[decade]
    print(f"{decade * 10:>3}–{decade * 10 + 9:<7}{len(group):>6}{sum(group) / len(group):>8.1%}")
