"""Usage: check.py BROWSER FOLDER. Uses the reports in FOLDER as a reader would and says what does not work."""

import json
import pathlib
import re
import sys

from playwright.sync_api import TimeoutError, sync_playwright

BROWSER, WORK = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
DESKTOP, PHONE = {"width": 1400, "height": 1000}, {"width": 360, "height": 740}
START = '<script type="application/json" id="data">'
failures = 0


def passed(sentence):
    print(f"browser: passed: {sentence}")


def check(sentence, condition, detail=""):
    global failures
    if condition:
        passed(sentence)
    else:
        failures += 1
        print(f"browser: FAILED: {sentence} {detail}")


def came(sentence, page, condition, argument):
    """Waits for what follows from an event of the browser, however slow the machine is."""
    try:
        page.wait_for_function(condition, arg=argument, timeout=60_000)
        passed(sentence)
    except TimeoutError as error:
        check(sentence, False, str(error)[:200])


def report(name):
    return WORK / name / "data" / "html" / "report.html"


def records(name, kind):
    path = WORK / name / "data" / "jsonl" / f"{kind}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def data_of(page_text):
    begin = page_text.index(START) + len(START)
    end = page_text.index("</script>", begin)
    return begin, end, json.loads(page_text[begin:end])


def write_with(data, name):
    """The seeds' report with other records in it, escaped as the exporter does."""
    text = report("seeds").read_text(encoding="utf-8")
    begin, end, _ = data_of(text)
    raw = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003C")
    raw = raw.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    path = WORK / f"{name}.html"
    path.write_text(text[:begin] + raw + text[end:], encoding="utf-8", newline="")
    return path


def enlarged(count):
    """The seeds' records again and again with other ids and days, until there are so many events."""
    _, _, seeds = data_of(report("seeds").read_text(encoding="utf-8"))
    data = {"model": 1, "articles": [], "entities": [], "events": []}
    round_ = 0

    def renamed(value):
        if isinstance(value, dict):
            return {key: renamed(one) for key, one in value.items()}
        if isinstance(value, list):
            return [renamed(one) for one in value]
        if isinstance(value, str) and re.fullmatch(r"(art|ent|evt|clm)-[0-9a-f]{16}", value):
            # Every sixteenth round has actors of its own.
            number = round_ // 16 if value.startswith("ent") else round_
            return value[:4] + f"{(int(value[4:], 16) + number * 0x9E3779B97F4A7C15) % 2**64:016x}"
        return value

    while len(data["events"]) < count:
        data["articles"] += renamed(seeds["articles"])
        if round_ % 16 == 0:
            data["entities"] += renamed(seeds["entities"])
        for event in renamed(seeds["events"]):
            if "date" in event:
                for side in ("from", "to"):
                    if side in event["date"]:
                        event["date"][side] += round_ * 11 % 3000
            data["events"].append(event)
        round_ += 1
    data["events"] = data["events"][:count]
    return data


class Reader:
    """A page in a context of its own that remembers what must not happen."""

    def __init__(self, browser, path, viewport=DESKTOP, address="", **options):
        self.context = browser.new_context(viewport=viewport, **options)
        self.page = self.context.new_page()
        self.faults = []
        page = self.page
        page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.request(request.url, path))
        page.add_init_script(
            "window.violations = [];"
            "document.addEventListener('securitypolicyviolation',"
            " event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));"
        )
        page.goto(path.as_uri() + address)
        page.wait_for_selector("html[data-ready]", timeout=60_000)

    def request(self, url, path):
        if url.split("#")[0] != path.as_uri() and not url.startswith("data:"):
            self.faults.append(f"request: {url}")

    def close(self, name):
        violations = self.page.evaluate("window.violations")
        check(f"{name}: no error, dialog, request or breach of the policy", not self.faults and not violations,
              f"{self.faults[:5]} {violations[:5]}")
        self.context.close()

    def count(self):
        return int(re.search(r"\d+", self.page.text_content("#shown"))[0])

    def settle(self):
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


# The elements around texts of records in which embeddings or isolates of direction do not end, or end once too often.
UNBALANCED = """() => [...document.querySelectorAll('bdi, [dir=auto]')].filter(one => {
  let open = [];
  for (const character of one.textContent) {
    if (/[\\u2066-\\u2068]/.test(character)) open.push('\\u2069');
    else if (/[\\u202a\\u202b\\u202d\\u202e]/.test(character)) open.push('\\u202c');
    else if (/[\\u2069\\u202c]/.test(character) && open.pop() !== character) return true;
  }
  return open.length > 0;
}).map(one => one.outerHTML.slice(0, 80))"""


def overflow(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def quotes_are_marked(reader, name):
    """Every quotation is marked with its event in the article's text: offsets count code points, strings do not."""
    wanted = {}
    for event in records(name, "events"):
        for place in event["evidence"] + [claim["evidence"] for claim in event["claims"]]:
            wanted.setdefault(place["article"], []).append((event["id"], place["quote"]))
    missing, total = [], 0
    for article, quotes in wanted.items():
        reader.page.evaluate("target => location.hash = target", article)
        reader.page.wait_for_function("id => document.getElementById('reader').dataset.article === id", arg=article)
        texts = reader.page.evaluate("""() => {
          const texts = {};
          for (const mark of document.querySelectorAll('#reader .text mark')) {
            const own = mark.cloneNode(true);
            own.querySelectorAll('.ref').forEach(ref => ref.remove());
            for (const id of mark.dataset.events.split(' ')) texts[id] = (texts[id] ?? '') + own.textContent;
          }
          return texts;
        }""")
        for event, quote in quotes:
            total += 1
            bare = re.sub(r"[\s\u202a-\u202e\u2066-\u2069]+", "", quote)
            if bare not in re.sub(r"[\s\u202a-\u202e\u2066-\u2069]+", "", texts.get(event, "")):
                missing.append((event, quote))
    check(f"{name}: all {total} quotations are marked in their articles", total and not missing, missing[:3])


def use(browser):
    reader = Reader(browser, report("seeds"))
    page = reader.page
    events = records("seeds", "events")
    check("the page is Arabic and runs from right to left",
          page.evaluate("document.documentElement.lang + document.documentElement.dir") == "arrtl")
    check("every event is counted", reader.count() == len(events), page.text_content("#shown"))

    # Filters
    page.fill("#filter-text", "تاس")
    reader.settle()
    by_text = reader.count()
    page.fill("#filter-text", "")
    page.check("#filter-contested")
    reader.settle()
    contested = sum(event["contested"] for event in events)
    check("filters by text and by dispute show what they should",
          0 < by_text < len(events) and reader.count() == contested, f"{by_text} {reader.count()}")
    page.click("#filter-clear")
    page.fill("#filter-from", "٢٠٢٢")
    page.fill("#filter-to", "2022")
    reader.settle()
    in_2022 = [one for one in events if one["date"] and (one["date"]["earliest"] or "") <= "2022-12-31"
               and (one["date"]["latest"] or "9999") >= "2022-01-01"]
    check("a range of dates shows the events that can lie in it", reader.count() == len(in_2022),
          f"{reader.count()} {len(in_2022)}")
    page.fill("#filter-to", "2022-13")
    reader.settle()
    check("a date that is none is marked", page.get_attribute("#filter-to", "aria-invalid") == "true")
    page.click("#filter-clear")
    page.select_option("#filter-type", "ACCUSE")
    accuse = sum(event["type"] == "ACCUSE" for event in events)
    check("a filter by type shows that type", reader.count() == accuse)
    page.click("#chips button")
    check("a chip takes its filter away", reader.count() == len(events))
    page.evaluate("""() => { const field = document.getElementById('filter-confidence'); field.value = 80;
                     field.dispatchEvent(new Event('input', { bubbles: true })); }""")
    reader.settle()
    check("a filter by confidence shows the sure ones", reader.count() == sum(one["confidence"] >= 80 for one in events))
    page.click("#filter-clear")
    page.fill("#filter-actor", "burns")
    reader.settle()
    burns = sum(any("Burns" in (who["name_en"] or "") for who in one["participants"]) for one in events)
    check("a filter by participant knows English names", reader.count() == burns > 0, f"{reader.count()} {burns}")
    page.click("#filter-clear")
    page.select_option("#filter-source", index=1)
    source = page.text_content("#chips bdi")
    check("a filter by source shows what that source speaks of",
          reader.count() == int(re.search(r"\((\d+)\)$", page.text_content("#filter-source option:checked"))[1]) > 0, source)
    page.click("#filter-clear")
    page.click("#matrix-box .matrix-source >> nth=0")
    check("a source of the matrix is a filter", 0 < reader.count() < len(events))
    page.click("#filter-clear")
    page.click("#arcs .nodes button >> nth=0")
    check("a participant of the network is a filter", 0 < reader.count() < len(events))
    page.click("#filter-clear")

    # Sorting
    def column(name):
        return page.eval_on_selector_all(f"#table-box .row .col-{name}", "cells => cells.slice(0, 8).map(cell => cell.textContent)")

    page.click("[data-column=confidence]")
    falling = [int(text) for text in column("confidence")]
    page.click("[data-column=confidence]")
    rising = [int(text) for text in column("confidence")]
    check("a column sorts in both directions", falling == sorted(falling, reverse=True) and rising == sorted(rising)
          and falling[0] == max(one["confidence"] for one in events), f"{falling} {rising}")
    check("the sorted column says so", page.get_attribute(".table-head .col-confidence", "aria-sort") == "ascending")
    page.click("[data-column=date]")

    # Links
    first = next(one for one in events if one["contested"])
    page.evaluate("id => location.hash = id", first["id"])
    page.wait_for_selector("#panel:not([hidden])")
    check("an address opens its event", page.text_content("#panel .ids") == first["id"])
    chains = page.eval_on_selector_all("#panel .said", """list => list.map(one => {
        let links = 0;
        for (let node = one.closest('.node'); node; node = node.parentElement.closest('.node')) links += 1;
        return links;
      }).sort()""")
    check("every claim has its chain", chains == sorted(len(claim["chain"]) for claim in first["claims"]), chains)
    check("beside the details everything has room", overflow(page) <= 0 and page.evaluate(
        "(box => box.scrollWidth - box.clientWidth)(document.getElementById('table-box'))") <= 0)
    page.click("#panel .quotes .quotation >> nth=0")
    place = first["evidence"][0]
    came("a quotation leads to its mark in the article", page,
         "start => document.activeElement.dataset.starts?.split(' ').includes(start)", str(place["start"]))
    shown = page.get_attribute("#reader .ref >> nth=0", "href")
    page.click("#reader .ref >> nth=0")
    came("a mark leads to its event", page,
         "id => document.querySelector('#panel .ids').textContent === id", shown[1:])
    page.go_back()
    came("the browser's way back works", page,
         "article => location.hash.startsWith(article)", f"#{place['article']}")
    quotes_are_marked(reader, "seeds")

    # The keyboard alone
    page.evaluate("history.replaceState(null, '', location.pathname)")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("Tab")
    check("the first stop is a way past the head", page.evaluate("document.activeElement.className") == "skip")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    came("it leads to the table", page, "id => location.hash === id", "#events")
    page.keyboard.press("Tab")
    stops = 0
    while page.evaluate("document.activeElement.id") != "table-box" and stops < 20:
        page.keyboard.press("Tab")
        stops += 1
    for key in ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Enter"]:
        page.keyboard.press(key)
    page.wait_for_selector("#panel:not([hidden])")
    check("an event opens from the table by keys", page.evaluate("document.activeElement.id") == "panel-title"
          and page.evaluate("document.querySelector('#table-box .row.chosen').dataset.index") == "1")
    outline = page.evaluate("""() => { const row = document.querySelector('#table-box');
        row.focus(); return getComputedStyle(row.querySelector('.row.active')).outlineStyle; }""")
    check("what has the focus is seen", outline == "solid", outline)
    page.keyboard.press("Escape")
    check("Escape closes the details and gives the focus back",
          page.is_hidden("#panel") and page.evaluate("document.activeElement.id") == "table-box")
    page.keyboard.press("End")
    check("End goes to the last row", page.get_attribute("#table-box", "aria-activedescendant") == f"table-box-{len(events) - 1}"
          and page.is_visible(f"#table-box-{len(events) - 1}"))
    unnamed = page.evaluate("""() => [...document.querySelectorAll('button, a, input, select, [role=grid], [role=listbox]')]
        .filter(one => !one.textContent.trim() && !one.getAttribute('aria-label') && !one.labels?.length).map(one => one.outerHTML)""")
    check("everything that can be used has a name", not unnamed, unnamed[:3])

    # Languages
    page.click("#language")
    check("the switch makes the page English", page.evaluate("document.documentElement.lang + document.documentElement.dir") == "enltr"
          and page.text_content("#events-title") == "Events" and "Consult" in page.text_content("#types"))
    check("the English page is as wide as the screen", overflow(page) <= 0)
    missing = page.evaluate("""() => (document.body.innerText.match(/\\b(type|mode|status|stance|scope|role|kind|sector|column|quad)\\.[A-Za-z-]+/g))""")
    check("no word is missing", not missing, missing)
    page.click("#language")
    check("and Arabic again", page.text_content("#events-title") == "الأحداث")

    # Paper
    pdf = page.pdf(format="A4")
    check("it prints", pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page") > 3)
    reader.close("the seeds")


def other_screens(browser):
    reader = Reader(browser, report("seeds"), PHONE)
    check("nothing is wider than a phone", overflow(reader.page) <= 0, overflow(reader.page))
    reader.page.click("#table-box .row >> nth=0")
    reader.page.wait_for_selector("#panel:not([hidden])")
    check("the details fill a phone", reader.page.evaluate("document.getElementById('panel').offsetWidth") == PHONE["width"])
    reader.page.click("#panel .quotation >> nth=0")
    reader.page.wait_for_selector("#panel", state="hidden")
    check("on a phone a quotation shows the article in the details' place", reader.page.is_visible("#reader mark:focus"))
    reader.close("a phone")
    colours = []
    for scheme in ["light", "dark"]:
        reader = Reader(browser, report("seeds"), color_scheme=scheme)
        colours.append(reader.page.evaluate("""() => {
          const light = colour => colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765;
          const style = getComputedStyle(document.body);
          return [light(style.color), light(style.backgroundColor)];
        }"""))
        reader.close(scheme)
    (ink, paper), (dark_ink, dark_paper) = colours
    check("dark screens have a dark page", ink < 0.3 < 0.7 < paper and dark_paper < 0.3 < 0.7 < dark_ink, colours)
    reader = Reader(browser, report("quotes"))
    quotes = reader.page.eval_on_selector_all("#reader blockquote", "list => list.map(one => Number(one.dataset.starts))")
    check("without texts the quotations stand in their order", len(quotes) > 3 and quotes == sorted(quotes), quotes)
    reader.close("a report without texts")
    reader = Reader(browser, write_with({"model": 1, "articles": [], "entities": [], "events": []}, "empty"))
    check("a report of nothing says so", reader.count() == 0 and reader.page.is_visible("#table-box .note"))
    reader.close("a report of nothing")


def many(browser):
    path = write_with(enlarged(10_000), "many")
    reader = Reader(browser, path)
    page = reader.page
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    print(f"browser: measured: 10,000 events, {path.stat().st_size / 1e6:.1f} MB, ready after {loaded:.0f} ms")
    check("10,000 events are there", reader.count() == 10_000)
    rows = page.evaluate("document.querySelectorAll('.row').length")
    check("of long lists only the rows in sight are in the page", rows < 250, rows)
    page.focus("#table-box")
    page.keyboard.press("End")
    reader.settle()
    check("the last of 10,000 rows is reached", page.is_visible("#table-box-9999"))
    page.evaluate("""() => { const box = document.getElementById('table-box');
        box.scrollIntoView({ behavior: 'instant', block: 'center' }); box.scrollTop = 200000; }""")
    reader.settle()
    seen = page.evaluate("""() => { const box = document.getElementById('table-box').getBoundingClientRect();
        return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2).closest('.row')?.dataset.index; }""")
    check("rows in the middle are made when they come into sight", seen is not None and 3000 < int(seen) < 5000, seen)
    spent = page.evaluate("""() => { const field = document.getElementById('filter-text'); const begin = performance.now();
        field.value = 'ناريشكين'; field.dispatchEvent(new Event('input', { bubbles: true }));
        return new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)))); }""")
    print(f"browser: measured: the first search took {spent:.0f} ms")
    check("10,000 events are searched", 0 < reader.count() < 10_000)
    reader.close("10,000 events")


def hostile(browser):
    attacks = ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--<script>", "\u202eقلب\u2069\u2069",
               "\"'><svg onload=alert(1)>", "__proto__", "\u2028{{data}}"]
    _, _, data = data_of(report("seeds").read_text(encoding="utf-8"))

    def poisoned(value, attack):
        """Every text is the attack, but those that tell which record is meant."""
        if isinstance(value, dict):
            return {key: one if key in ("id", "article", "printed_in", "entity") else poisoned(one, attack) for key, one in value.items()}
        if isinstance(value, list):
            return [poisoned(one, attack) for one in value]
        return attack if isinstance(value, str) else value

    paths = [("the export of hostile inputs", report("hostile"))]
    paths += [(f"records of {attack!r}", write_with(poisoned(data, attack), f"hostile-{number}"))
              for number, attack in enumerate(attacks)]
    plain = Reader(browser, report("seeds"))
    # What a report has of elements that could do something; hostile texts must not add any.
    def count(page):
        return page.evaluate("['script', 'style', 'img', 'iframe', 'object', 'embed', 'link', 'form', 'base']"
                             ".map(name => document.querySelectorAll(name).length)")
    expected = count(plain.page)
    plain.context.close()
    for name, path in paths:
        reader = Reader(browser, path)
        page = reader.page
        for event in page.eval_on_selector_all("#table-box .row a", "list => list.slice(0, 3).map(one => one.hash)"):
            page.evaluate("target => location.hash = target", event)
            page.wait_for_selector("#panel:not([hidden])")
        page.click("#language")
        check(f"{name} add no element", count(page) == expected, count(page))
        bad = page.evaluate("""() => [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(
            attribute => /^on/.test(attribute.name)) || /^javascript:/i.test(one.getAttribute('href') ?? '')).length""")
        check(f"{name} add no handler and no address that runs", bad == 0)
        unbalanced = page.evaluate(UNBALANCED)
        check(f"{name} leave every name its own direction", not unbalanced, unbalanced[:3])
        reader.close(name)
    reader = Reader(browser, report("hostile"))
    quotes_are_marked(reader, "hostile")
    reader.close("hostile articles")


with sync_playwright() as play:
    chromium = play.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
    for part in [use, other_screens, many, hostile]:
        try:
            part(chromium)
        except Exception as error:  # whatever it is, the other parts still run
            check(part.__name__, False, str(error)[:800])
    chromium.close()
sys.exit(failures > 0)
