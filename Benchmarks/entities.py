"""Usage: entities.py ISNAD FILE [FAULTS].

Compares the mentions of persons, organizations and places that the program finds with annotated text: one token and its
labels a line, an empty line after a sentence, labels such as `B-PERS` and `I-ORG` (several where entities nest; the
outermost of a kind counts). ISNAD is the program. An annotated entity is found where a mention overlaps it that stands
for an actor or a place; a mention is wrong where it overlaps no annotated entity of any kind. Groups ("four officials")
are not annotated, so they are never wrong. Prints both for each kind; with FAULTS, also lists so many missed entities and
wrong mentions of each kind.

Courts' parties, shops and schools are annotated too; the program looks for actors of politics, so that the share found
is a lower bound of its aim. Says so and stops without an error where FILE is absent."""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

KINDS = {"PERS": "persons", "ORG": "organizations", "GPE": "places", "LOC": "places"}
# Mentions of officials, peoples and buildings are right where one of these is annotated.
RELATED = {"OCC", "NORP", "FAC", "EVENT", "WEBSITE", "LAW"}

program, path = sys.argv[1], pathlib.Path(sys.argv[2])
shown = int(sys.argv[3]) if len(sys.argv) > 3 else 0
if not path.exists():
    sys.exit(print(f"entities: {path} is absent; nothing is measured"))


def sentences():
    """The sentences: each a list of (token, labels)."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if rows:
            yield [(row[0], row[1:]) for row in rows if row[0] != "$#$"]


def spans(sentence):
    """The text of a sentence, and its entities: (kind, first, end), in characters from 0."""
    text, found, open_spans = "", [], {}
    for token, labels in sentence:
        start = len(text) + (1 if text else 0)
        text += (" " if text else "") + token
        kinds = {}
        for label in labels:
            position, _, kind = label.partition("-")
            if kind:
                kinds.setdefault(kind, position)
        for kind in [kind for kind in open_spans if kinds.get(kind) != "I"]:
            found.append((kind, *open_spans.pop(kind)))
        for kind in kinds:
            first = open_spans[kind][0] if kind in open_spans else start
            open_spans[kind] = (first, len(text))
    return text, found + [(kind, *span) for kind, span in open_spans.items()]


def mentions(texts):
    """What the program finds in each text: (start, end, kind)."""
    with tempfile.TemporaryDirectory() as name:
        source = pathlib.Path(name) / "sentences.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for number, text in enumerate(texts):
                file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
        printed = subprocess.run(
            [program, "inspect", "--layer", "actors", source], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ).stdout
    found = collections.defaultdict(list)
    for line in printed.splitlines():
        mention = json.loads(line)
        found[int(mention["document"])].append((mention["start"], mention["end"], mention.get("kind")))
    return found


def overlaps(first, second):
    return first[0] < second[1] and second[0] < first[1]


read = [spans(sentence) for sentence in sentences()]
got = mentions([text for text, _ in read])
gold, hit, wrong, total = (collections.Counter() for _ in range(4))
faults = collections.defaultdict(list)
for number, (text, entities) in enumerate(read):
    named = [entity for entity in entities if entity[0] in KINDS]
    known = [entity[1:] for entity in entities if entity[0] in KINDS or entity[0] in RELATED]
    for kind, *span in named:
        gold[KINDS[kind]] += 1
        if any(overlaps(span, mention) for mention in got[number]):
            hit[KINDS[kind]] += 1
        else:
            faults["missed " + KINDS[kind]].append(text[span[0] : span[1]] + "  in  " + text[:70])
    for start, end, kind in {mention for mention in got[number] if mention[2] != "group"}:
        total[kind] += 1
        if not any(overlaps((start, end), span) for span in known):
            wrong[kind] += 1
            faults[f"wrong {kind}"].append(text[start:end] + "  in  " + text[max(0, start - 30) : end + 30])

for kind in sorted(gold):
    print(f"{kind:<16}{gold[kind]:>5} annotated  found {hit[kind]:>5} ({hit[kind] / gold[kind]:.1%})")
print(f"{'all':<16}{gold.total():>5} annotated  found {hit.total():>5} ({hit.total() / gold.total():.1%})")
for kind in sorted(total, key=str):
    print(f"{str(kind):<16}{total[kind]:>5} mentions   wrong {wrong[kind]:>5} ({wrong[kind] / total[kind]:.1%})")
print(f"{'all':<16}{total.total():>5} mentions   wrong {wrong.total():>5} ({wrong.total() / max(total.total(), 1):.1%})")
for name in sorted(faults):
    for fault in faults[name][:shown]:
        print(f"{name}: {fault}")
