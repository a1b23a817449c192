"""Usage: writers.py EXPORT. Has other people's writers write the records of an export, and says how fast.

Every writer gets the records as it likes them best, ready in memory, and writes files; one thread, medians of five runs.
The time is that of the processor, with opening and closing, without reading; MB are those that the writer wrote. What a writer does not do
beside Isnad: guard formulas, replace what XML forbids, hash, wait for the disk.

A writer whose package is not here is passed over, in one sentence.
"""
import os

os.environ["POLARS_MAX_THREADS"] = "1"
import csv
import io
import json
import pathlib
import statistics
import sys
import tempfile
import time

export = pathlib.Path(sys.argv[1])
work = pathlib.Path(tempfile.mkdtemp(dir=export))
tables = {
    table.stem: list(csv.reader(table.open(encoding="utf-8-sig", newline="")))
    for table in sorted((export / "data/csv").glob("*.csv"))
}
records = {
    file.stem: [json.loads(line) for line in file.open(encoding="utf-8", newline="\n")]
    for file in sorted((export / "data/jsonl").glob("*.jsonl"))
}


def measure(name, write):
    """Measures `write`, which returns the paths of what it wrote."""
    seconds = []
    for _ in range(5):
        start = time.process_time()
        paths = write()
        seconds.append(time.process_time() - start)
    size = sum(os.path.getsize(path) for path in paths)
    for path in paths:
        os.unlink(path)
    median = statistics.median(seconds)
    print(f"{name:<50}{median * 1e3:.1f} ms".ljust(64) + f"{size / 1e6:.1f} MB".ljust(12) + f"{size / median / 1e6:.1f} MB/s", flush=True)


def python():
    def tabular():
        paths = []
        for name, rows in tables.items():
            paths.append(work / f"{name}.csv")
            with open(paths[-1], "w", encoding="utf-8", newline="") as file:
                csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        return paths

    def lines():
        paths = []
        for name, items in records.items():
            paths.append(work / f"{name}.jsonl")
            with open(paths[-1], "w", encoding="utf-8") as file:
                for item in items:
                    file.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")
        return paths

    measure("csv: Python csv.writer", tabular)
    measure("json-lines: Python json.dumps", lines)


def orjson():
    import orjson

    def lines():
        paths = []
        for name, items in records.items():
            paths.append(work / f"{name}.jsonl")
            with open(paths[-1], "wb") as file:
                for item in items:
                    file.write(orjson.dumps(item, option=orjson.OPT_APPEND_NEWLINE))
        return paths

    measure(f"json-lines: orjson {orjson.__version__}", lines)


def scrapy():
    import scrapy
    from scrapy.exporters import CsvItemExporter, JsonLinesItemExporter, XmlItemExporter

    def writer(make, items, suffix):
        def write():
            paths = []
            for name, values in items.items():
                paths.append(work / f"{name}{suffix}")
                with open(paths[-1], "wb") as file:
                    exporter = make(file)
                    exporter.start_exporting()
                    for value in values:
                        exporter.export_item(value)
                    exporter.finish_exporting()
            return paths

        return write

    rows = {name: [dict(zip(table[0], row)) for row in table[1:]] for name, table in tables.items()}
    version = "Scrapy " + scrapy.__version__
    measure(f"csv: {version} CsvItemExporter", writer(CsvItemExporter, rows, ".csv"))
    lines = lambda file: JsonLinesItemExporter(file, encoding="utf-8")
    measure(f"json-lines: {version} JsonLinesItemExporter", writer(lines, records, ".jsonl"))
    measure(f"xml: {version} XmlItemExporter", writer(XmlItemExporter, records, ".xml"))


def pandas():
    import pandas

    frames = {name: pandas.DataFrame(rows[1:], columns=rows[0]) for name, rows in tables.items()}
    nested = {name: pandas.DataFrame(items) for name, items in records.items()}

    def tabular():
        for name, frame in frames.items():
            frame.to_csv(work / f"{name}.csv", index=False, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        return [work / f"{name}.csv" for name in frames]

    def lines():
        for name, frame in nested.items():
            frame.to_json(work / f"{name}.jsonl", orient="records", lines=True, force_ascii=False)
        return [work / f"{name}.jsonl" for name in nested]

    measure(f"csv: pandas {pandas.__version__} to_csv", tabular)
    measure(f"json-lines: pandas {pandas.__version__} to_json", lines)


def polars():
    import polars

    frames = {
        name: polars.DataFrame(rows[1:], schema={column: polars.String for column in rows[0]}, orient="row")
        for name, rows in tables.items()
    }
    nested = {name: polars.DataFrame(items, infer_schema_length=None) for name, items in records.items()}

    def tabular():
        for name, frame in frames.items():
            frame.write_csv(work / f"{name}.csv", quote_style="always", line_terminator="\r\n")
        return [work / f"{name}.csv" for name in frames]

    def lines():
        for name, frame in nested.items():
            frame.write_ndjson(work / f"{name}.jsonl")
        return [work / f"{name}.jsonl" for name in nested]

    measure(f"csv: polars {polars.__version__} write_csv", tabular)
    measure(f"json-lines: polars {polars.__version__} write_ndjson", lines)


def duckdb():
    import duckdb

    base = duckdb.connect()
    base.execute("SET threads = 1")
    for name, rows in tables.items():
        base.execute(f"CREATE TABLE {name} AS FROM read_csv('{export}/data/csv/{name}.csv', all_varchar = true)")
    for name in records:
        base.execute(
            f"CREATE TABLE nested_{name} AS FROM read_json('{export}/data/jsonl/{name}.jsonl',"
            " format = 'newline_delimited', maximum_object_size = 100000000)")

    def tabular():
        for name in tables:
            base.execute(f"COPY {name} TO '{work}/{name}.csv' (FORMAT csv, HEADER, FORCE_QUOTE *)")
        return [work / f"{name}.csv" for name in tables]

    def lines():
        for name in records:
            base.execute(f"COPY nested_{name} TO '{work}/{name}.jsonl' (FORMAT json)")
        return [work / f"{name}.jsonl" for name in records]

    measure(f"csv: DuckDB {duckdb.__version__} COPY", tabular)
    measure(f"json-lines: DuckDB {duckdb.__version__} COPY", lines)


for writers in [python, orjson, scrapy, pandas, polars, duckdb]:
    try:
        writers()
    except ImportError:
        print(f"{writers.__name__} is not here")
work.rmdir()
