"""Compares the cells that other programs read with those of the CSV tables.

Usage: cells.py workbook|database EXPORTS, cells.py shown|tables EXPORTS CONVERTED, cells.py served EXPORTS DATASETTE
"""
import csv
import datetime
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import urllib.parse

TABLES = ["events", "participants", "claims", "evidence", "entities", "articles"]
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
GUARDED = re.compile(r"''*[\s\u200e\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]")


def unguarded(cell):
    """The text that the formula guard was applied to."""
    return cell[1:] if GUARDED.match(cell) else cell


def table(exports, name, guarded=False):
    """The rows of a table with its header."""
    csv.field_size_limit(1 << 30)
    path = pathlib.Path(exports, "data", "csv", name + ".csv")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    return rows if guarded else [[unguarded(cell) for cell in row] for row in rows]


def compare(name, expected, found):
    """Ends the program at the first cell that differs."""
    if len(expected) != len(found):
        sys.exit(f"{name}: {len(found)} rows, not {len(expected)}")
    for number, (row, other) in enumerate(zip(expected, found), 1):
        other = list(other)[: len(row)] + [""] * (len(row) - len(other))
        for column, (cell, value) in enumerate(zip(row, other)):
            cell, value = (text.replace("\r\n", "\n").replace("\r", "\n") for text in (cell, value))
            if cell != value:
                sys.exit(f"{name}: row {number}, column {column + 1} is {value[:80]!r}, not {cell[:80]!r}")


def text(cell):
    """A cell of openpyxl as CSV has it."""
    if cell.data_type == "f":
        sys.exit(f"{cell.coordinate} is a formula: {cell.value}")
    if cell.value is None:
        return ""
    if isinstance(cell.value, bool):
        return "true" if cell.value else "false"
    if isinstance(cell.value, (datetime.datetime, datetime.date)):
        return cell.value.strftime("%Y-%m-%d")
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), str(cell.value))


def workbook(exports):
    import openpyxl

    book = openpyxl.load_workbook(pathlib.Path(exports, "data", "xlsx", "isnad.xlsx"))
    if book.sheetnames != TABLES:
        sys.exit(f"the sheets are {book.sheetnames}")
    for name in TABLES:
        sheet = book[name]
        expected = table(exports, name)
        rows = list(sheet.iter_rows(min_row=2))
        compare(name, expected, [[text(cell) for cell in row] for row in rows])
        if not sheet.sheet_view.rightToLeft or not sheet.freeze_panes or not sheet.auto_filter.ref:
            sys.exit(f"{name}: not right to left, not frozen, or without a filter")
        for column, heading in enumerate(expected[0]):
            isDate = heading.split("_")[-1] in ("earliest", "latest")
            for row in rows[1:]:
                if isDate and row[column].value is not None and not row[column].is_date:
                    sys.exit(f"{name}: {row[column].coordinate} is no date")


def shown(exports, folder):
    for name in TABLES:
        with open(pathlib.Path(folder, f"isnad-{name}.csv"), encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        rows = [[{"TRUE": "true", "FALSE": "false"}.get(cell, cell) for cell in row] for row in rows]
        compare(name, table(exports, name), rows[1:])


def tables(exports, folder):
    import openpyxl

    for name in TABLES:
        book = openpyxl.load_workbook(pathlib.Path(folder, name + ".xlsx"))
        rows = [[text(cell) for cell in row] for row in book.worksheets[0].iter_rows()]
        expected = table(exports, name, guarded=True)
        # LibreOffice takes what looks like a number or a day for one, as does every spreadsheet.
        loose = [i for i, heading in enumerate(expected[0]) if heading in ("cameo", "date", "published", "document")]
        for row in expected + rows:
            for column in loose:
                row[column] = ""
        compare(name, expected, rows)


def database(exports):
    connection = sqlite3.connect(f"file:{pathlib.Path(exports, 'data', 'sqlite', 'isnad.sqlite')}?mode=ro", uri=True)

    def rows(query, *values):
        return connection.execute(query, values).fetchall()

    if rows("PRAGMA integrity_check") != [("ok",)] or rows("PRAGMA foreign_key_check"):
        sys.exit("the database is damaged, or refers to what is not there")
    for kind in ("articles", "entities", "events"):
        with open(pathlib.Path(exports, "data", "jsonl", kind + ".jsonl"), encoding="utf-8") as file:
            ids = [(json.loads(line)["id"],) for line in file]
        if rows(f"SELECT id FROM {kind} ORDER BY rowid") != ids:
            sys.exit(f"{kind}: other records than in JSON Lines")
    folded = rows("SELECT article FROM text_search WHERE word = ?", "ايران")
    if not folded or folded != rows("SELECT article FROM text_search WHERE word = ?", "إيران"):
        sys.exit("the two spellings of a word find different articles")
    for (view,) in rows("SELECT name FROM sqlite_master WHERE type = 'view'"):
        rows(f"SELECT * FROM {view} LIMIT 5")


def served(exports, datasette):
    database = pathlib.Path(exports, "data", "sqlite", "isnad.sqlite")

    def get(name, **query):
        path = f"/isnad/{name}.json?" + urllib.parse.urlencode({"_shape": "array", "_size": "max", **query})
        answer = subprocess.run([datasette, database, "--get", path], capture_output=True, text=True)
        if answer.returncode != 0:
            sys.exit(f"{name}: {answer.stdout}{answer.stderr}")
        return json.loads(answer.stdout)

    with open(pathlib.Path(exports, "data", "jsonl", "events.jsonl"), encoding="utf-8") as file:
        events = [json.loads(line) for line in file]
    if [row["id"] for row in get("timeline")] != [event["id"] for event in events]:
        sys.exit("the timeline has other events than JSON Lines")
    contested = [event["id"] for event in events if event["contested"]]
    if {row["event"] for row in get("contested_events")} != set(contested):
        sys.exit("other events are contested than in JSON Lines")
    if not get("text_search", word__exact="ايران"):
        sys.exit("a word is not found")


if __name__ == "__main__":
    checks = {"workbook": workbook, "shown": shown, "tables": tables, "database": database, "served": served}
    checks[sys.argv[1]](*sys.argv[2:])
