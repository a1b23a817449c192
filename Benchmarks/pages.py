"""Usage: pages.py PROGRAM [FOLDER] [--peers] [--check] [--faults]

Measures how well PROGRAM reads the articles out of web pages. FOLDER (Tests/Pages) holds NAME.html beside its gold,
NAME.json: {"articles": [{"headline", "published", "outlet", "body": [paragraph, ...]}, ...],
"boilerplate": [string, ...]}. A date or an outlet that the page's metadata does not say is null, and is not asked for.

kept    share of the gold paragraphs' characters found in what was kept; of a paragraph that is not there whole, runs of
        at least 15 characters count
leaked  share of the boilerplate strings found in what was kept
White space, soft hyphens and direction marks never count. The same gold and the same measure serve all.

--peers   also measure trafilatura, jusText, resiliparse and readability-lxml (installed into .build/pages-venv)
--check   only check the gold: every string occurs in its page, and no boilerplate occurs in a body
--faults  list what was lost, leaked and misread, page by page
"""
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

root = pathlib.Path(__file__).resolve().parent.parent
unseen = dict.fromkeys([0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
notes = """
clean: at least 99.5 % kept and nothing leaked. Speed: one thread, MB of page bytes. Ours: `isnad text --kept` over 50 MB
of copies on one core, files read, decoded and printed, less a run over one page; theirs: extraction in a running Python,
the pages given as text that is rightly decoded already. jusText asks for paragraphs of 200 characters by default
(length_high), which few Arabic ones have."""
shortest = 15  # characters in a run that counts as kept


def collapsed(text):
    return " ".join(text.translate(unseen).split())


def squeezed(text):
    return "".join(text.translate(unseen).split())


def holds(text, string):
    """Whether the words of string, whole, occur in text. Both are collapsed."""
    start = text.find(string)
    while start >= 0:
        end = start + len(string)
        opens = start == 0 or not (text[start - 1].isalnum() and string[0].isalnum())
        if opens and (end == len(text) or not (text[end].isalnum() and string[-1].isalnum())):
            return True
        start = text.find(string, start + 1)
    return False


def covered(paragraph, text):
    """How many characters of paragraph occur in text, in runs of `shortest` or more. Both are squeezed."""
    if paragraph in text:
        return len(paragraph)
    count = at = 0
    while at + shortest <= len(paragraph):
        if paragraph[at:at + shortest] not in text:
            at += 1
            continue
        low, high = shortest, len(paragraph) - at
        while low < high:  # the longest run from here: a run's beginnings occur wherever the run does
            middle = (low + high + 1) // 2
            low, high = (middle, high) if paragraph[at:at + middle] in text else (low, middle - 1)
        count += low
        at += low
    return count


def decoded(data):
    """The text of a page by its byte order mark or the encoding that it declares."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(name)
    declared = re.search(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", data[:4096])
    return data.decode(declared.group(1).decode() if declared else "utf-8")


class Page:
    def __init__(self, path):
        self.name = path.stem
        self.data = path.read_bytes()
        self.text = decoded(self.data)
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        self.articles = gold["articles"]
        self.boilerplate = [collapsed(string) for string in gold["boilerplate"]]
        self.body = [paragraph for article in self.articles for paragraph in article["body"]]

    def score(self, kept, shown=None):
        """How much of the body was kept and which boilerplate leaked into shown, which is kept unless given."""
        dense = squeezed(kept)
        flat = collapsed(kept if shown is None else shown)
        parts = [(paragraph, squeezed(paragraph)) for paragraph in self.body]
        counts = [(paragraph, covered(part, dense), len(part)) for paragraph, part in parts]
        return Score(
            sum(count for _, count, _ in counts), sum(size for _, _, size in counts),
            [string for string in self.boilerplate if holds(flat, string)], len(self.boilerplate),
            [(paragraph, count, size) for paragraph, count, size in counts if count < size])


class Score:
    def __init__(self, kept, size, leaks, strings, losses):
        self.kept, self.size, self.leaks, self.strings, self.losses = kept, size, leaks, strings, losses


def pages_of(folder):
    return [Page(path) for path in sorted(folder.glob("*.html"))]


def check(pages):
    faults = []
    for page in pages:
        bare = re.sub(r"(?is)<!--.*?-->|<(script|style)\b.*?</\1\s*>", " ", page.text)
        dense = squeezed(html.unescape(re.sub(r"(?s)<[^<>]*>", " ", bare)))
        body = collapsed("\n".join(page.body))
        for string in page.body + page.boilerplate + [article["headline"] for article in page.articles]:
            if squeezed(string) not in dense:
                faults.append(f"{page.name}: is not in the page: {string}")
        for string in page.boilerplate:
            if holds(body, string):
                faults.append(f"{page.name}: boilerplate that a body holds: {string}")
        if len(page.boilerplate) < 8:
            faults.append(f"{page.name}: only {len(page.boilerplate)} boilerplate strings")
        if any(len(article["body"]) < 2 for article in page.articles):
            faults.append(f"{page.name}: an article of fewer than two paragraphs")
    articles = sum(len(page.articles) for page in pages)
    print("\n".join(faults + [f"{len(pages)} pages, {articles} articles, {len(faults)} faults in the gold"]))
    return not faults


def lines_of(command):
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit(f"pages.py: {' '.join(map(str, command))} ended with {run.returncode}: {run.stderr.decode()[-400:]}")
    return [json.loads(line) for line in run.stdout.split(b"\n") if line.strip()]


def name_of(document):
    return re.sub(r"\.html?$", "", document.split("/")[-1].split("#")[0])


def own(program, folder, pages):
    """What PROGRAM kept of each page, and the articles that it found there."""
    kept, shown, articles = {}, {}, {}
    for line in lines_of([program, "inspect", folder, "--layer", "structure"]):
        if line["kind"] == "removed":
            continue
        name = name_of(line["document"])
        kept.setdefault(name, []).append(line["text"])
        if line["kind"] not in ("byline", "dateline"):  # neither belongs to the gold's body or to its boilerplate
            shown.setdefault(name, []).append(line["text"])
    with tempfile.TemporaryDirectory() as work:
        export = pathlib.Path(work) / "export"
        command = [program, "export", folder, "--to", export, "--format", "jsonl", "--quiet"]
        run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        file = export / "data/jsonl/articles.jsonl"
        if not file.exists():
            sys.exit(f"pages.py: nothing was exported: {run.stderr.decode()[-400:]}")
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                article = json.loads(line)
                articles.setdefault(name_of(article["document"]["path"]), []).append(article)
    for found in articles.values():
        found.sort(key=lambda article: article["start"])
    join = lambda parts, page: "\n".join(parts.get(page.name, []))
    return [(join(kept, page), join(shown, page), articles.get(page.name, [])) for page in pages]


def plain(text):
    return collapsed(text or "")


def metadata(page, found):
    """Faults by what was misread: {number, headline, published, outlet}, and how many of each there were to read."""
    faults, total = [], {"number": 1, "headline": 0, "published": 0, "outlet": 0}
    wrong = dict.fromkeys(total, 0)
    if len(found) != len(page.articles):
        wrong["number"] = 1
        faults.append(f"articles: {len(found)} instead of {len(page.articles)}")
    headlines = {plain(article["headline"]): article for article in found}
    for index, article in enumerate(page.articles):
        match = headlines.get(plain(article["headline"]))
        total["headline"] += 1
        if match is None:
            wrong["headline"] += 1
            match = found[index] if index < len(found) else None
            faults.append(f"headline: {plain(match['headline']) if match else None} instead of {article['headline']}")
        published = ((match or {}).get("published") or {}).get("edtf")
        for key, value in (("published", published), ("outlet", (match or {}).get("outlet"))):
            if article[key] is None:
                continue
            total[key] += 1
            if value != article[key] and (value or "")[:10] != article[key]:
                wrong[key] += 1
                faults.append(f"{key}: {value} instead of {article[key]}")
    return faults, wrong, total


def share(part, whole):
    return f"{100 * part / whole:.2f} %" if whole else "-"


def repeated(pages, folder, size):
    """Copies of the pages, at least `size` bytes in all, as files in folders of one copy each."""
    total = number = 0
    while total < size:
        number += 1
        place = folder / f"{number:04}"
        place.mkdir(parents=True)
        for page in pages:
            (place / f"{page.name}.html").write_bytes(page.data)
            total += len(page.data)
    return total


def own_speed(program, pages):
    one_core = (lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})) if sys.platform == "linux" else None
    silent = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=one_core)

    def run(folder):
        start = time.perf_counter()
        ended = subprocess.run([program, "text", "--kept", "--jobs", "1", folder], **silent).returncode
        if ended not in (0, 1):
            sys.exit(f"pages.py: `{program} text` ended with {ended}")
        return time.perf_counter() - start

    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        (work / "one").mkdir()
        (work / "one/a.html").write_bytes(min((page.data for page in pages), key=len))
        size = repeated(pages, work / "many", 50_000_000)
        start_up = sorted(run(work / "one") for _ in range(5))[2]
        return size / (sorted(run(work / "many") for _ in range(3))[1] - start_up) / 1e6


def peers(pages):
    """Runs this program again in an environment that has the peers; prints their lines."""
    venv = root / ".build/pages-venv"
    requirements = root / "Benchmarks/requirements-pages.txt"
    ready = venv / "ready"
    if not ready.exists() or ready.read_text() != requirements.read_text():
        shutil.rmtree(venv, ignore_errors=True)
        quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        run = subprocess.run([sys.executable, "-m", "venv", venv], **quiet)
        for arguments in (["--upgrade", "pip"], ["-r", requirements]):
            if run.returncode == 0:
                run = subprocess.run([venv / "bin/python", "-m", "pip", "install", "--quiet", *arguments], **quiet)
        if run.returncode != 0:
            reason = (run.stderr.decode().strip().splitlines() or ["no reason given"])[-1][:160]
            print(f"peers: could not be installed from PyPI, passed over: {reason}")
            return
        ready.write_text(requirements.read_text())
    sys.stdout.flush()
    subprocess.run([venv / "bin/python", __file__, "--as-peer", pages[0]])


def as_peer(folder):
    import logging
    logging.disable(logging.CRITICAL)
    import justext
    import readability
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text as plain_text

    stop_list = justext.get_stoplist("Arabic")
    good = lambda parts: "\n".join(part.text for part in parts if not part.is_boilerplate)
    text_of = lambda markup: html.unescape(re.sub(r"(?s)<[^<>]*>", " ", markup))
    extractors = {
        "trafilatura": lambda text: trafilatura.extract(text, include_comments=False),
        "trafilatura, favor_recall": lambda text: trafilatura.extract(text, include_comments=False, favor_recall=True),
        "jusText, Arabic": lambda text: good(justext.justext(text, stop_list)),
        "jusText, length_high=110": lambda text: good(justext.justext(text, stop_list, 40, 110)),
        "resiliparse, main_content": lambda text: plain_text(text, main_content=True),
        "readability-lxml": lambda text: text_of(readability.Document(text).summary()),
    }
    pages = pages_of(folder)
    for name, extract in extractors.items():
        scores, failed, whole = [], 0, 0
        for page in pages:
            try:
                kept = extract(page.text) or ""
            except Exception:
                kept, failed = "", failed + 1
            scores.append(page.score(kept))
        size = sum(len(page.data) for page in pages)
        start, rounds = time.perf_counter(), 0
        while rounds < 2 or time.perf_counter() - start < 3:
            for page in pages:
                try:
                    extract(page.text)
                except Exception:
                    pass
            rounds += 1
        speed = size * rounds / (time.perf_counter() - start) / 1e6
        summary(name, scores, speed)
        if failed:
            print(f"{'':<28}failed on {failed} pages")


def summary(name, scores, speed):
    kept, size = sum(score.kept for score in scores), sum(score.size for score in scores)
    leaks, strings = sum(len(score.leaks) for score in scores), sum(score.strings for score in scores)
    clean = sum(score.kept >= 0.995 * score.size and not score.leaks for score in scores)
    rate = "-" if speed is None else f"{speed:.1f} MB/s"
    print(f"{name:<28}{share(kept, size):>10}{share(leaks, strings):>10}{f'{clean}/{len(scores)}':>10}{rate:>14}")


def main(arguments):
    options = [argument for argument in arguments if argument.startswith("--")]
    names = [argument for argument in arguments if not argument.startswith("--")]
    if "--as-peer" in options:
        return as_peer(pathlib.Path(names[0]))
    if not names or set(options) - {"--peers", "--check", "--faults"}:
        sys.exit(__doc__)
    folder = pathlib.Path(names[1]) if len(names) > 1 else root / "Tests/Pages"
    pages = pages_of(folder)
    if not pages:
        sys.exit(f"pages.py: no pages in {folder}")
    if "--check" in options:
        sys.exit(0 if check(pages) else 1)
    with tempfile.TemporaryDirectory() as work:
        alone = pathlib.Path(work)
        for page in pages:
            (alone / f"{page.name}.html").write_bytes(page.data)
        results = own(names[0], alone, pages)

    scores, wrong, total = [], {}, {}
    print(f"{'page':<28}{'kept':>10}{'leaked':>10}{'articles':>10}  misread")
    for page, (kept, shown, found) in zip(pages, results):
        score = page.score(kept, shown)
        scores.append(score)
        faults, page_wrong, page_total = metadata(page, found)
        for key in page_total:
            wrong[key] = wrong.get(key, 0) + page_wrong[key]
            total[key] = total.get(key, 0) + page_total[key]
        misread = " ".join(key for key, count in page_wrong.items() if count)
        count = f"{len(found)}/{len(page.articles)}"
        rates = f"{share(score.kept, score.size):>10}{share(len(score.leaks), score.strings):>10}"
        print(f"{page.name:<28}{rates}{count:>10}  {misread}")
        if "--faults" in options:
            for paragraph, count, size in score.losses:
                print(f"    lost {size - count} of {size}: {collapsed(paragraph)[:160]}")
            for string in score.leaks:
                print(f"    leaked: {string[:160]}")
            for fault in faults:
                print(f"    {fault}")

    print(f"\nread rightly: " + ", ".join(f"{key} {total[key] - wrong[key]}/{total[key]}" for key in total))
    print(f"\n{f'{len(pages)} pages':<28}{'kept':>10}{'leaked':>10}{'clean':>10}{'speed':>14}")
    summary("isnad", scores, own_speed(names[0], pages) if "--peers" in options else None)
    if "--peers" in options:
        peers([folder])
        print(notes)


main(sys.argv[1:])
