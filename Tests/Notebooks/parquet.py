"""Usage: parquet.py TOOL EXPORT, with pyarrow, polars or duckdb. The tool reads from Parquet what the JSON Lines have."""
import datetime
import json
import pathlib
import sys


def pyarrow(path):
    import pyarrow.parquet
    return pyarrow.parquet.read_table(path).to_pylist()


def polars(path):
    import polars
    return polars.read_parquet(path).to_dicts()


def duckdb(path):
    import duckdb
    rows = duckdb.connect().execute("select * from read_parquet(?)", [str(path)])
    columns = [column[0] for column in rows.description]
    return [dict(zip(columns, row)) for row in rows.fetchall()]


def typed(record):
    """The record of a JSON line as a tool has it: days are dates."""
    if isinstance(record, list):
        return [typed(one) for one in record]
    if not isinstance(record, dict):
        return record
    return {key: datetime.date.fromisoformat(value) if key in ("earliest", "latest") and value else typed(value)
            for key, value in record.items()}


read = {"pyarrow": pyarrow, "polars": polars, "duckdb": duckdb}[sys.argv[1]]
data = pathlib.Path(sys.argv[2]) / "data"
faults = values = 0
for kind in ["articles", "entities", "events"]:
    with open(data / "jsonl" / f"{kind}.jsonl", encoding="utf-8") as lines:
        wanted = [typed(json.loads(line)) for line in lines]
    found = read(data / "parquet" / f"{kind}.parquet")
    if kind == "articles":
        wanted = [{"text": None} | one for one in wanted]
    for number, (left, right) in enumerate(zip(wanted, found, strict=True), 1):
        for key in left.keys() | right.keys():
            values += 1
            if key not in left or key not in right or left[key] != right[key]:
                faults += 1
                print(f"{kind} {number}: {key}: {left.get(key)!r} is not {right.get(key)!r}")
print(f"{values} values")
sys.exit(faults > 0 or values == 0)
