"""Usage: pictures.py FOLDER. Every picture of the notebook is there, is large enough, and has ink and colours."""
import pathlib
import sys

from PIL import Image

faults = []
for name in ["timeline", "network", "sources", "dates", "confidence"]:
    path = pathlib.Path(sys.argv[1], f"{name}.png")
    if not path.exists():
        faults.append(f"{name}: is not there")
        continue
    with Image.open(path) as image:
        pixels = image.convert("RGB")
    total = pixels.width * pixels.height
    counts = {color: count for count, color in pixels.getcolors(total)}
    ink = 1 - counts.get((255, 255, 255), 0) / total
    # The series' own blue: letters and lines have other colours.
    blue = counts.get((0x2F, 0x5D, 0x8A), 0) / total
    print(f"{name}: {pixels.width} × {pixels.height}, {ink:.1%} ink, {blue:.2%} blue")
    if min(pixels.size) < 300 or not 0.02 < ink < 0.6 or blue < 0.002:
        faults.append(f"{name}: is empty, too small or too full")
print(*faults, sep="\n")
sys.exit(bool(faults))
