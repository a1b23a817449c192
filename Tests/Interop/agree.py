"""Usage: agree.py EXPORT. The three formats hold the same records, as Python's own modules read them."""
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

export = pathlib.Path(sys.argv[1]) / "data"
root = tree.parse(export / "xml/dataset.xml").getroot()
space = root.tag[: root.tag.index("}") + 1]
faults = 0
for name, element in (("articles", "article"), ("entities", "entity"), ("events", "event")):
    with open(export / "jsonl" / f"{name}.jsonl", encoding="utf-8", newline="\n") as lines:
        json_ids = [json.loads(line)["id"] for line in lines]
    with open(export / "csv" / f"{name}.csv", encoding="utf-8-sig", newline="") as rows:
        csv_ids = [row["id"] for row in csv.DictReader(rows)]
    xml_ids = [part.get("id") for part in root.find(f"{space}{name}").findall(f"{space}{element}")]
    print(f"{name}: {len(json_ids)} in JSON Lines, {len(csv_ids)} in CSV, {len(xml_ids)} in XML")
    if not json_ids or json_ids != csv_ids or json_ids != xml_ids:
        print(f"{name}: the ids or their order differ")
        faults += 1
sys.exit(faults > 0)
