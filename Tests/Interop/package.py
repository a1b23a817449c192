"""Usage: package.py EXPORT. Lets frictionless judge the data package: every table's header, types and digest."""
import os
import sys

import frictionless

os.chdir(sys.argv[1])
report = frictionless.validate("datapackage.json")
for task in report.tasks:
    print(f"{task.name}: {task.type}, {'valid' if task.valid else 'NOT VALID'}")
for fault in report.flatten(["rowNumber", "fieldNumber", "type", "message"]):
    print(fault)
sys.exit(not report.valid)
