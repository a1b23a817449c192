"""Usage: python3 analysis-polars.py EXPORT. Answers four questions on an export of Isnad with polars, from its CSV tables."""
import pathlib
import sys

import polars as pl

folder = pathlib.Path(sys.argv[1]) / "data" / "csv"
types = {"earliest": pl.Date, "latest": pl.Date, "contested": pl.Boolean}
events = pl.read_csv(folder / "events.csv", infer_schema_length=None, schema_overrides=types)
claims = pl.read_csv(folder / "claims.csv", infer_schema_length=None)
participants = pl.read_csv(folder / "participants.csv", infer_schema_length=None)


def show(question, answer):
    print(f"\n{question}")
    with pl.Config(tbl_rows=12, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True, fmt_str_lengths=60,
                   tbl_width_chars=160, tbl_formatting="MARKDOWN"):
        print(answer.head(12))


# Who is in contact with whom? Every two participants of an event, each pair once.
contacts = participants.join(events.filter(pl.col("type") == "CONSULT"), left_on="event", right_on="id", how="semi")
pairs = (
    contacts.join(contacts, on="event", suffix="_other")
    .filter(pl.col("entity") < pl.col("entity_other"))
    .group_by("name", "name_other").agg(pl.col("event").n_unique().alias("contacts"))
    .sort("contacts", "name", "name_other", descending=[True, False, False])
)
show("Who is in contact with whom?", pairs)

# Who asserts, who denies? A row a source, a column a stance.
stances = ["asserts", "confirms", "denies", "doubts", "declines"]
counts = claims.group_by("source").agg((pl.col("stance") == stance).sum().alias(stance) for stance in stances)
show("Who says what?", counts.sort(pl.sum_horizontal(stances), "source", descending=[True, False]))

# What is contested? Both sides of each event, side by side.
sides = claims.filter(pl.col("scope") == "occurrence").group_by("event").agg(
    pl.col("source").filter(pl.col("stance").is_in(["asserts", "confirms"])).drop_nulls().unique().sort()
    .str.join(", ").alias("says so"),
    pl.col("source").filter(pl.col("stance") == "denies").drop_nulls().unique().sort().str.join(", ").alias("denies it"),
)
contested = events.filter(pl.col("contested")).join(sides, left_on="id", right_on="event").sort("earliest", "id")
show("What is contested?", contested.select("date", "mode", "says so", "denies it"))

# How exactly are dates known? The days between the earliest and the latest that a date can mean.
width = (pl.col("latest") - pl.col("earliest")).dt.total_days() + 1
precision = events.group_by("precision").agg(
    pl.len().alias("events"), width.median().cast(pl.Int64).alias("median days"))
show("How exactly are dates known?", precision.sort("events", "precision", descending=[True, False]))
