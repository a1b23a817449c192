"""Usage: peers.py EXPORT. Writes the records of an export with Python's own csv and json modules, and says how fast."""
import csv
import io
import json
import pathlib
import sys
import time

export = pathlib.Path(sys.argv[1])


def line(name, size, body):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        body()
        times.append(time.perf_counter() - start)
    seconds = sorted(times)[len(times) // 2]
    print(f"{name:<34}{seconds * 1e3:.1f} ms".ljust(48) + f"{size / 1e6:.1f} MB".ljust(12) + f"{size / seconds / 1e6:.1f} MB/s")


tables = sorted((export / "data/csv").glob("*.csv"))
rows = [list(csv.reader(table.open(encoding="utf-8-sig", newline=""))) for table in tables]


def write_csv():
    for table in rows:
        csv.writer(io.StringIO(newline=""), quoting=csv.QUOTE_ALL).writerows(table)


files = sorted((export / "data/jsonl").glob("*.jsonl"))
records = [json.loads(text) for file in files for text in file.open(encoding="utf-8", newline="\n")]


def write_json():
    out = io.BytesIO()
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


line("peer: Python csv.writer", sum(table.stat().st_size for table in tables), write_csv)
line("peer: Python json.dumps", sum(file.stat().st_size for file in files), write_json)
