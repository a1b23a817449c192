"""Usage: peers.py EXPORT. Reads the files of an export with Python's own modules, and says how fast."""
import csv
import json
import pathlib
import sys
import time
import xml.etree.ElementTree

export = pathlib.Path(sys.argv[1])


def line(name, size, body):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    seconds = sorted(times)[len(times) // 2]
    print(f"{name:<50}{seconds * 1e3:.1f} ms".ljust(64) + f"{size / 1e6:.1f} MB".ljust(12) + f"{size / seconds / 1e6:.1f} MB/s")


tables = sorted((export / "data/csv").glob("*.csv"))
files = sorted((export / "data/jsonl").glob("*.jsonl"))


def read_csv():
    for table in tables:
        for _ in csv.reader(table.open(encoding="utf-8-sig", newline="")):
            pass


def read_json():
    for file in files:
        for text in file.open(encoding="utf-8", newline="\n"):
            json.loads(text)


def read_xml():
    for _ in xml.etree.ElementTree.iterparse(dataset):
        pass


dataset = export / "data/xml/dataset.xml"
csv_size = sum(table.stat().st_size for table in tables)
json_size = sum(file.stat().st_size for file in files)
line("peer: Python csv, no schema", csv_size, read_csv)
line("peer: Python json, no schema", json_size, read_json)
line("peer: Python XML, no schema", dataset.stat().st_size, read_xml)
