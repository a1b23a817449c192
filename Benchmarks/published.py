"""Usage: published.py ISNAD CORPUS TABLES [ALONE].

Hides from the articles of a JSON Lines file when they were published and says how often the program infers it to within
31 days, and how often rightly: the stamp of a page may be two days late. ISNAD is the program, TABLES the folder of its
tables. Articles are exported together, so that one may date another: first with all dates hidden, then with those of
three in ten; with a number ALONE as many of them, evenly spread, are exported one by one as well. All figures are given
for both halves too, into which the articles fall by a digest of their ids, so that what was made looking at one half can
be judged by the other."""
import datetime
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

program, corpus, tables = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
alone = int(sys.argv[4]) if len(sys.argv) > 4 else 0
records = [json.loads(line) for line in corpus.open(encoding="utf-8")]
stamps = {record["id"]: datetime.date.fromisoformat(record["published"]) for record in records}


def state_names():
    lines = (tables / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [row[1] for row in rows[1:] if len(row) > 1]


names = state_names()
# Who names three states and is no sports page writes about politics, more often than not.
political = {
    record["id"]
    for record in records
    if "sport" not in record["url"].lower() and sum(name in record["text"] for name in names) >= 3
}


def lot(record_id, count):
    """One of so many lots, drawn by the id."""
    return int.from_bytes(hashlib.sha256(record_id.encode()).digest()[:8], "big") % count


def export(chosen, folder, hidden):
    source, target = folder / "articles.jsonl", folder / "export"
    with source.open("w", encoding="utf-8") as file:
        for record in chosen:
            keys = ("id", "text") if record["id"] in hidden else ("id", "text", "published")
            file.write(json.dumps({key: record[key] for key in keys}, ensure_ascii=False) + "\n")
    subprocess.run([program, "export", source, "--to", target, "--format", "jsonl", "--quiet"], check=True)
    with (target / "data/jsonl/articles.jsonl").open(encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    return {
        article["document"]["id"]: article["published"]
        for article in articles
        if article["segment"] == 1 and article["document"]["id"] in hidden
    }


def report(title, found):
    given = right = 0
    for name, published in found.items():
        if not published["earliest"] or not published["latest"]:
            continue
        first, last = (datetime.date.fromisoformat(published[key]) for key in ("earliest", "latest"))
        if (last - first).days > 30:
            continue
        given += 1
        right += any(first <= stamps[name] - datetime.timedelta(days=late) <= last for late in range(3))
    share = f"{right / given:.1%}" if given else "-"
    part = given / max(len(found), 1)
    print(f"{title:<28}{len(found):>6} articles  given {given:>5} ({part:.1%})  right {right:>5} ({share})")


def halves(title, found):
    report(title, found)
    for half in range(2):
        report(f"  half {half + 1}", {name: date for name, date in found.items() if lot(name, 2) == half})


def both(title, found):
    halves(title, found)
    halves(title + ", politics", {name: date for name, date in found.items() if name in political})


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    both("all hidden", export(records, folder, set(stamps)))
    both("3 of 10 hidden", export(records, folder, {record for record in stamps if lot("hide " + record, 10) < 3}))
    found = {}
    for record in records[:: max(len(records) // alone, 1)] if alone else []:
        found |= export([record], folder, {record["id"]})
    if alone:
        both("alone", found)
