"""Usage: execute.py NOTEBOOK EXPORT OUT. Executes the notebook on the export, and says what it has to say.

Writes the notebook with its outputs, a page without its code, and its pictures into OUT. The exit code is 1 where a cell fails or
prints a warning.
"""
import os
import pathlib
import sys

import nbclient
import nbconvert
import nbformat
from traitlets.config import Config

source, export, out = map(pathlib.Path, sys.argv[1:])
notebook = nbformat.read(source, as_version=4)
out.mkdir(parents=True, exist_ok=True)

# The cell of parameters names the export and the folder of the pictures.
places = [cell for cell in notebook.cells if "parameters" in cell.metadata.get("tags", [])]
assert len(places) == 1, f"{source} has {len(places)} cells of parameters"
own = places[0].source
places[0].source = f"EXPORT, PICTURES = {str(export.resolve())!r}, {str(out.resolve())!r}"
# By sockets of the file system: no port is opened.
client = nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3", config=Config(
    KernelManager={"transport": "ipc", "ip": os.environ["JUPYTER_RUNTIME_DIR"] + "/kernel"}),
    resources={"metadata": {"path": str(out)}})
try:
    client.execute()
except nbclient.exceptions.CellExecutionError as error:
    sys.exit(f"{source.name}: {error}")
places[0].source = own
for cell in notebook.cells:
    # When a cell ran is no part of what it says.
    cell.metadata.pop("execution", None)

nbformat.write(notebook, out / source.name)
page, _ = nbconvert.HTMLExporter(
    mathjax_url="", require_js_url="", exclude_input=True, exclude_input_prompt=True,
    exclude_output_prompt=True).from_notebook_node(notebook)
(out / source.with_suffix(".html").name).write_text(page, encoding="utf-8")

outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
warnings = [output.text for output in outputs if output.get("name") == "stderr"]
print(*warnings, sep="", end="", file=sys.stderr)
sys.exit(1 if warnings else 0)
