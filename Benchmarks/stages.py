"""Usage: stages.py PROGRAM CORPUS FOLDER JSON

Measures every stage of isnad-benchmarks, each in a process of its own, prints a table and writes the figures as JSON, which
compare.py holds against those of another run. Throughput and peak of memory are those of CORPUS. Instructions are counted
by valgrind, where it is here, on the seeds: a stage is run once and three times, and half of the difference is one run.
They do not depend on what else the machine does.
"""
import json
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

program, corpus, folder, target = sys.argv[1:]
COUNTED = "seeds"


def output(*arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def instructions(stripped, stage, times):
    """How many instructions a process takes that runs a stage so many times."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", stripped]
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        run = subprocess.run(command + ["run", stage, str(times), COUNTED, fresh], capture_output=True, text=True)
    totals = [line.split()[-1] for line in run.stderr.splitlines() if "Collected" in line]
    return int(totals[0]) if run.returncode == 0 and totals else None


def counter():
    """A function from stages to instructions of a run, or to None where they cannot be counted."""
    if not shutil.which("valgrind") or not shutil.which("strip"):
        print("instructions: valgrind or strip is not here: they are not counted")
        return lambda stage: None
    stripped = str(pathlib.Path(folder) / "isnad-benchmarks-stripped")
    # valgrind stumbles over the names that the compiler leaves for debuggers.
    subprocess.run(["strip", "-o", stripped, program], check=True)

    def count(stage):
        once, thrice = instructions(stripped, stage, 1), instructions(stripped, stage, 3)
        return None if once is None or thrice is None else (thrice - once) // 2

    return count


count = counter()
stages = []
print(f"{'stage':<28}{'time':>12}{'size':>12}{'speed':>14}{'peak':>12}{'instructions':>18}")
for stage in output("stages").splitlines():
    nanoseconds, size, peak = map(int, output("time", stage, corpus, folder).split())
    number = count(stage)
    speed = f"{size / nanoseconds * 1e3:.1f} MB/s" if size else ""
    print(
        f"{stage:<28}{nanoseconds / 1e6:>9.1f} ms{f'{size / 1e6:.1f} MB' if size else '':>12}{speed:>14}"
        f"{peak / 1e6:>9.1f} MB{f'{number / 1e6:.1f} M' if number else '-':>18}",
        flush=True,
    )
    stages.append(
        {"stage": stage, "nanoseconds": nanoseconds, "bytes": size or None, "peak_bytes": peak, "instructions": number}
    )
pathlib.Path(target).write_text(
    json.dumps(
        {"format": "isnad-benchmarks/1", "corpus": pathlib.Path(corpus).name, "machine": platform.machine(), "stages": stages},
        indent=2,
    )
    + "\n"
)
