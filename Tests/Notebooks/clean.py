"""Usage: clean.py [--write] NOTEBOOK. It has no outputs, numbers of runs or paths; ids of cells are their positions.

With --write, the notebook is made so, as editors leave their marks in it.
"""
import json
import re
import sys


def cleaned(notebook):
    """The notebook without what a run or an editor adds."""
    cells = []
    for number, cell in enumerate(notebook["cells"], 1):
        tags = cell["metadata"].get("tags")
        lines = "".join(cell["source"]).splitlines(keepends=True)
        run = {"execution_count": None, "outputs": []} if cell["cell_type"] == "code" else {}
        cells.append(dict(sorted({
            "cell_type": cell["cell_type"], "id": f"cell-{number:02}", "metadata": {"tags": tags} if tags else {},
            "source": lines, **run,
        }.items())))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


path = sys.argv[-1]
with open(path, encoding="utf-8") as file:
    text = file.read()
notebook = cleaned(json.loads(text))
wanted = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
faults = []
if sys.argv[1] == "--write":
    with open(path, "w", encoding="utf-8") as file:
        file.write(wanted)
elif text != wanted:
    faults.append(f"{path} has outputs or marks of an editor: python3 {sys.argv[0]} --write {path}")
for cell in notebook["cells"]:
    if found := re.search(r"(?<![\w.])/(home|Users|root|tmp|work|var)/|[A-Z]:\\\\", "".join(cell["source"])):
        faults.append(f"{cell['id']} has a path: {found[0]}")
print(*faults, sep="\n")
sys.exit(bool(faults))
