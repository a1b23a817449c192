"""Usage: compare.py BASE NEW

Holds the figures of two runs of `make bench` against each other. A stage whose instructions grew by more than TOLERANCE is
slower, and the exit code is 1; times and memory are printed and decide nothing, since they change with whatever else the
machine does. The exit code is 2 where the runs cannot be compared.
"""
import json
import sys

TOLERANCE = 0.03


def refuse(message):
    print(f"bench-compare: {message}", file=sys.stderr)
    sys.exit(2)


def load(path):
    try:
        with open(path, encoding="utf-8") as file:
            run = json.load(file)
    except (OSError, ValueError) as fault:
        refuse(f"{path}: {fault}")
    if not isinstance(run, dict) or run.get("format") != "isnad-benchmarks/1":
        refuse(f"{path}: these are no figures of `make bench`")
    return run


def change(old, new):
    return f"{(new - old) / old * 100:+.1f} %" if old and new else "-"


def main(base, new):
    stages = {stage["stage"]: stage for stage in base["stages"]}
    if base["machine"] != new["machine"]:
        refuse(f"the runs are of different processors: {base['machine']} and {new['machine']}")
    if base["corpus"] != new["corpus"]:
        print(f"times and memory are of different inputs: {base['corpus']} and {new['corpus']}")
    slower, counted = [], 0
    print(f"{'stage':<28}{'instructions':>15}{'time':>12}{'peak':>12}")
    for stage in new["stages"]:
        old = stages.pop(stage["stage"], None)
        if old is None:
            print(f"{stage['stage']:<28}{'new':>15}")
            continue
        print(
            f"{stage['stage']:<28}{change(old['instructions'], stage['instructions']):>15}"
            f"{change(old['nanoseconds'], stage['nanoseconds']):>12}{change(old['peak_bytes'], stage['peak_bytes']):>12}"
        )
        if old["instructions"] and stage["instructions"]:
            counted += 1
            if stage["instructions"] > old["instructions"] * (1 + TOLERANCE):
                slower.append(stage["stage"])
    for name in stages:
        print(f"{name:<28}{'gone':>15}")
    if not counted:
        refuse("one of the runs has no instructions: install valgrind and run `make bench` again")
    if slower:
        print(f"bench-compare: more than {TOLERANCE:.0%} more instructions: {', '.join(slower)}")
        return 1
    print(f"bench-compare: no stage takes more than {TOLERANCE:.0%} more instructions")
    return 0


if len(sys.argv) != 3:
    refuse("usage: compare.py BASE NEW")
sys.exit(main(load(sys.argv[1]), load(sys.argv[2])))
