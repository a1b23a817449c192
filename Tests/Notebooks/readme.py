"""Usage: readme.py README FOLDER. Its blocks of Python that read `exports/` run in the folder that holds an export."""
import os
import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    blocks = re.findall(r"^```python\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)
os.chdir(sys.argv[2])
chosen = [block for block in blocks if '"exports/' in block]
for block in chosen:
    exec(compile(block, sys.argv[1], "exec"), {})
sys.exit(not chosen)
