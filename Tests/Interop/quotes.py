"""Usage: quotes.py INPUT-FOLDER EXPORT. Every quote of the export stands in its document where its offsets say."""
import json
import pathlib
import sys

inputs, export = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def records(name):
    with open(export / "data/jsonl" / f"{name}.jsonl", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def quotes(value):
    """Every object that holds a quote, however deep."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for part in value.values():
            yield from quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotes(part)


texts, faults, count = {}, 0, 0
articles, events = records("articles"), records("events")
for article in articles:
    path = inputs / article["document"]["path"]
    texts[article["id"]] = path.open(encoding="utf-8-sig", newline="").read()
    if "text" in article and article["text"] not in (None, texts[article["id"]]):
        print(f"{article['id']}: the exported text is not the document's")
        faults += 1
for quote in quotes(articles + events):
    count += 1
    found = texts[quote["article"]][quote["start"] : quote["end"]]
    if found != quote["quote"]:
        print(f"{quote['article']} {quote['start']}..{quote['end']}: {quote['quote']!r} is not {found!r}")
        faults += 1
print(f"{count} quotes in {len(articles)} articles")
sys.exit(faults > 0 or not articles or not count)
