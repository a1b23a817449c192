"""Usage: tools.py TOOL EXPORT, with pandas, polars or duckdb. The formats carry the same values, as that tool reads them.

Every table is read from CSV, and every kind of record from JSON Lines and, where the tool reads it, from XML. Counts, ids
and their order, and the values of all plain fields must agree; figures are added up as the tool types them.
"""
import json
import pathlib
import re
import sys

# The columns of the tables, and where a nested record has the same value.
FIELDS = {
    "articles": {
        "id": "id", "document": "document.id", "path": "document.path", "sha256": "document.sha256",
        "bytes": "document.bytes", "segment": "segment", "start": "start", "end": "end", "language": "language",
        "headline": "headline", "outlet": "outlet", "published": "published.edtf", "published_basis": "published.basis",
        "paragraphs": "paragraphs", "sentences": "sentences", "words": "words", "copy_of": "copy_of",
    },
    "entities": {
        "id": "id", "kind": "kind", "name": "name", "name_en": "name_en", "wikidata": "wikidata", "country": "country",
        "sector": "sector", "masked_reason": "masked.reason",
    },
    "events": {
        "id": "id", "type": "type", "mode": "mode", "cameo": "cameo", "status": "status", "contested": "contested",
        "confidence": "confidence", "part_of": "part_of", "date": "date.edtf", "earliest": "date.earliest",
        "latest": "date.latest", "precision": "date.precision", "place": "place.name", "country": "place.country",
        "place_entity": "place.entity", "count": "count.value", "count_relation": "count.relation",
        "quote": "evidence.0.quote", "corroboration_articles": "corroboration.articles",
        "corroboration_named_sources": "corroboration.named_sources",
    },
}
SINGULAR = {"articles": "article", "entities": "entity", "events": "event"}
# How many rows of the smaller tables a record has.
PARTS = {"participants": "participants", "claims": "claims"}
# What is added up by type.
FIGURES = {"articles": ["words", "sentences", "bytes"], "entities": [], "events": ["confidence"]}
SPACE = "{urn:isnad:dataset:1}"
# After apostrophes, what spreadsheets pass over, and then what begins a formula: one apostrophe is the guard.
GUARDED = re.compile("'+[\\x00-\\x20\x85\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]*"
                     "[=+\\-@\t\n\r\uff1d\uff0b\uff0d\uff20]")


def text(value):
    """A value as a cell has it."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def cell(value):
    value = text(value)
    return value[1:] if GUARDED.match(value) else value


def at(record, path):
    for part in path.split("."):
        if isinstance(record, (list, tuple)) or hasattr(record, "tolist"):
            record = record[int(part)] if len(record) > int(part) else None
        else:
            record = record.get(part) if isinstance(record, dict) else None
    return record


class Pandas:
    """Reads with pandas, as texts and with the types that it finds."""

    def __init__(self):
        import pandas

        self.pandas = pandas

    def rows(self, path):
        return self.pandas.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")

    def lines(self, path):
        return self.pandas.read_json(path, lines=True, dtype=False).to_dict("records")

    def xml(self, path, kind):
        return self.pandas.read_xml(
            path, xpath=f".//d:{kind}/d:{SINGULAR[kind]}", namespaces={"d": SPACE[1:-1]}, parser="etree", dtype=str
        ).to_dict("records")

    def total(self, path, column):
        if path.suffix == ".csv":
            return int(self.pandas.read_csv(path)[column].sum())
        return int(self.pandas.read_json(path, lines=True)[column].sum())


class Polars:
    """Reads with polars, which has no reader of XML."""

    def __init__(self):
        import polars

        self.polars = polars

    def rows(self, path):
        return self.polars.read_csv(path, infer_schema=False).to_dicts()

    def lines(self, path):
        return self.polars.read_ndjson(path, infer_schema_length=None).to_dicts()

    def total(self, path, column):
        read = self.polars.read_csv if path.suffix == ".csv" else self.polars.read_ndjson
        return read(path, infer_schema_length=None)[column].sum()


class DuckDB:
    """Reads with DuckDB, which has no reader of XML."""

    def __init__(self):
        import duckdb

        self.base = duckdb.connect()

    def query(self, words, path):
        found = self.base.execute(words, [str(path)])
        names = [column[0] for column in found.description]
        return [dict(zip(names, row)) for row in found.fetchall()]

    def rows(self, path):
        return self.query("select * from read_csv(?, all_varchar = true, header = true)", path)

    def lines(self, path):
        rows = self.query("select json::varchar as json from read_ndjson_objects(?)", path)
        return [json.loads(row["json"]) for row in rows]

    def total(self, path, column):
        reader = "read_csv" if path.suffix == ".csv" else "read_json"
        return int(self.query(f'select sum("{column}") as total from {reader}(?)', path)[0]["total"])


def main():
    tool = {"pandas": Pandas, "polars": Polars, "duckdb": DuckDB}[sys.argv[1]]()
    data = pathlib.Path(sys.argv[2]) / "data"
    faults = values = 0

    def differ(place, left, right):
        nonlocal faults
        faults += 1
        if faults <= 20:
            print(f"{place}: {left!r} is not {right!r}")

    tables = {path.stem: tool.rows(path) for path in sorted((data / "csv").glob("*.csv"))}
    for kind, fields in FIELDS.items():
        records = tool.lines(data / "jsonl" / f"{kind}.jsonl")
        rows = tables[kind]
        if not rows or len(rows) != len(records):
            differ(f"{kind}: rows and lines", len(rows), len(records))
            continue
        for number, (row, record) in enumerate(zip(rows, records), 1):
            for column, path in fields.items():
                values += 1
                left, right = cell(row[column]), text(at(record, path))
                if left != right:
                    differ(f"{kind} {number}: {column}", left, right)
        for figure in FIGURES[kind]:
            values += 1
            lines = data / "jsonl" / f"{kind}.jsonl"
            total = tool.total(data / "csv" / f"{kind}.csv", figure)
            nested = "." in fields[figure]
            other = sum(at(record, fields[figure]) for record in records) if nested else tool.total(lines, figure)
            if total != other:
                differ(f"{kind}: the sum of {figure}", total, other)
        if kind == "events":
            for table, member in PARTS.items():
                expected = sum(len(record[member]) for record in records)
                if len(tables[table]) != expected:
                    differ(f"{table}: rows and elements", len(tables[table]), expected)
        if hasattr(tool, "xml"):
            elements = tool.xml(data / "xml/dataset.xml", kind)
            if len(elements) != len(rows):
                differ(f"{kind}: elements and rows", len(elements), len(rows))
            for number, (element, row) in enumerate(zip(elements, rows), 1):
                for column in fields:
                    # A flat reader sees attributes and the texts of children, not what lies deeper.
                    if fields[column] == column and column in element:
                        values += 1
                        if text(element[column]) != cell(row[column]):
                            differ(f"{kind} {number} in XML: {column}", text(element[column]), cell(row[column]))
    print(f"{values} values")
    sys.exit(faults > 0 or values == 0)


main()
