// Events by sources: who asserts, confirms, denies, declines, doubts.

const COLUMNS = 60; // sources that have a column; the others are in the details of the events

const matrix = { rows: null, events: [], sources: [] };

function setUpMatrix() {
  matrix.rows = new Rows(byId("matrix-box"), {
    role: "row",
    row: (index) => matrixRow(matrix.events[index]),
    open: (index) => go(matrix.events[index].id),
  });
  byId("matrix-box").addEventListener("click", (event) => {
    const source = data.sources[event.target.closest("[data-source]")?.dataset.source];
    if (!source) return;
    filter.source = filter.source === source ? null : source;
    showAll();
  });
}

function showMatrix(shown) {
  const counts = new Map();
  matrix.events = shown.filter((event) => event.claims.length);
  for (const event of matrix.events) {
    for (const source of new Set(event.claims.map((claim) => claim.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0].key, b[0].key));
  matrix.sources = most.slice(0, COLUMNS).map(([source]) => source);
  const voices = (event) => new Set(event.claims.map((claim) => claim.source)).size;
  matrix.events.sort((a, b) => Number(b.contested) - Number(a.contested) || voices(b) - voices(a) || a.index - b.index);
  const box = byId("matrix-box");
  box.style.setProperty("--columns", matrix.sources.length);
  box.setAttribute("aria-colcount", matrix.sources.length + 1);
  matrix.rows.show(matrix.events.length, matrix.events.length ? matrixHead() : el("p", { class: "note" }, word("matrix.none")));
  byId("stances").replaceChildren(
    ...Object.keys(STANCES).map((stance) => el("span", { class: "key stance-" + stance }, stanceMark(stance), " ", word("stance." + stance))),
    most.length > COLUMNS ? el("span", {}, word("matrix.more", COLUMNS, most.length)) : "");
}

function matrixHead() {
  return el("div", { class: "matrix-head", role: "row", "aria-rowindex": 1 },
    el("span", { class: "matrix-name", role: "columnheader" }, word("event")),
    matrix.sources.map((source) => el("span", {
      class: "matrix-source" + (source.named ? "" : " anonymous"), role: "columnheader", title: balanced(nameOf(source)),
      "data-source": source.index,
    }, bdi(nameOf(source)))));
}

function matrixRow(event) {
  const stances = new Map();
  for (const claim of event.claims) {
    if (!stances.has(claim.source)) stances.set(claim.source, new Set());
    stances.get(claim.source).add(claim.stance);
  }
  return el("div", { class: event.contested ? "is-contested" : "" },
    el("span", { class: "matrix-name", role: "rowheader" }, el("b", {}, kindOf(event)), el("span", {}, participantsLine(event))),
    matrix.sources.map((source) => matrixCell(source, stances.get(source))));
}

function matrixCell(source, stances) {
  if (!stances) return el("span", { class: "cell", role: "gridcell" });
  // Where a source says several things, the cell has the two that differ most, and its title all of them.
  const list = Object.keys(STANCES).filter((stance) => stances.has(stance));
  const strongest = ["denies", "doubts", "declines", "confirms", "asserts"].find((stance) => stances.has(stance));
  const isFor = stances.has("asserts") || stances.has("confirms");
  const isBoth = isFor && !["asserts", "confirms"].includes(strongest);
  const said = `${balanced(nameOf(source))}: ${list.map((stance) => word("stance." + stance)).join("، ")}`;
  return el("span", { class: "cell stance-" + strongest + (isBoth ? " both" : ""), role: "gridcell", title: said, "aria-label": said },
    isBoth ? [el("span", {}, STANCES.asserts), el("span", {}, STANCES[strongest])] : STANCES[strongest]);
}

function stanceMark(stance) {
  return el("span", { class: "mark-of-stance", "aria-hidden": "true" }, STANCES[stance]);
}
