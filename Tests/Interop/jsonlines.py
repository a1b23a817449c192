"""Usage: jsonlines.py EXPORT. Judges every line of the JSON Lines files by the schema that came with them."""
import json
import pathlib
import sys

import jsonschema_rs

export = pathlib.Path(sys.argv[1])
faults = 0
for name in ("articles", "entities", "events"):
    schema = json.loads((export / "data/schemas" / f"{name}.schema.json").read_text("utf-8"))
    validator = jsonschema_rs.validator_for(schema)
    with open(export / "data/jsonl" / f"{name}.jsonl", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            for error in validator.iter_errors(json.loads(line)):
                print(f"{name}.jsonl:{number}: {error.instance_path}: {error.message}")
                faults += 1
sys.exit(faults > 0)
