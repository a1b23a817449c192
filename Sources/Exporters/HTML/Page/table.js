// The table of events.

const COLUMNS_OF_TABLE = ["date", "type", "actors", "place", "status", "sources", "confidence"];
const table = { rows: null, events: [], sort: "date", isDescending: false };

function setUpTable() {
  table.rows = new Rows(byId("table-box"), {
    role: "row",
    row: (index) => tableRow(table.events[index]),
    open: (index) => go(table.events[index].id),
  });
  byId("table-box").setAttribute("aria-colcount", COLUMNS_OF_TABLE.length);
}

// What a column is sorted by. Events without a date come last, in either direction.
const SORT_KEYS = {
  date: (event) => (event.date ? startOf(event) : null),
  type: (event) => kindOf(event),
  actors: (event) => participantsText(event) || null,
  place: (event) => (event.place ? nameOf(event.place) : null),
  status: (event) => word("status." + event.status),
  sources: (event) => event.claims.length,
  confidence: (event) => event.confidence,
};

function showTable(shown) {
  const keys = new Map(shown.map((event) => [event, SORT_KEYS[table.sort](event)]));
  const direction = table.isDescending ? -1 : 1;
  table.events = [...shown].sort((a, b) => {
    const [left, right] = [keys.get(a), keys.get(b)];
    if (left === null || right === null) return (left === null) - (right === null) || a.index - b.index;
    const order = typeof left === "number" ? left - right : compareText(left, right);
    return direction * order || a.index - b.index;
  });
  table.rows.show(table.events.length, shown.length ? tableHead() : el("p", { class: "note" }, word("none")));
}

function tableHead() {
  return el("div", { class: "table-head", role: "row", "aria-rowindex": 1 }, COLUMNS_OF_TABLE.map((column) => {
    const isSorted = table.sort === column;
    const button = el("button", { type: "button", "data-column": column, title: `${word("sort")} ${word("column." + column)}` },
      word("column." + column), el("span", { class: "sort-mark", "aria-hidden": "true" }, isSorted ? (table.isDescending ? "▼" : "▲") : ""));
    button.addEventListener("click", () => sortTable(column));
    return el("span", {
      class: "col-" + column, role: "columnheader", "aria-sort": isSorted ? (table.isDescending ? "descending" : "ascending") : "none",
    }, button);
  }));
}

function sortTable(column) {
  table.isDescending = table.sort === column ? !table.isDescending : column === "sources" || column === "confidence";
  table.sort = column;
  byId("table-box").scrollTop = 0;
  showTable(table.events);
  byId("table-box").querySelector(`[data-column="${column}"]`).focus();
}

function tableRow(event) {
  return el("div", { class: event.id === chosenEvent ? "chosen" : "" },
    cell("date", dateElement(event.date)),
    cell("type", el("span", { class: "type quad-" + QUADS[event.type] }, word("type." + event.type)),
      event.mode && [" ", el("small", {}, word("mode." + event.mode))]),
    cell("actors", el("a", { href: "#" + event.id, tabindex: "-1" }, participantsLine(event))),
    cell("place", event.place && bdi(nameOf(event.place))),
    cell("status", el("span", { class: "status status-" + event.status }, word("status." + event.status)),
      event.contested && el("span", { class: "contested-mark" }, word("contested"))),
    cell("sources", stanceBadges(event)),
    cell("confidence", confidenceBar(event.confidence)));
}

function cell(column, ...children) {
  return el("span", { class: "col-" + column, role: "gridcell" }, children);
}

function stanceBadges(event) {
  const counts = stanceCounts(event);
  return Object.keys(STANCES).filter((stance) => counts[stance]).map((stance) =>
    el("span", { class: "badge stance-" + stance, title: word("stance." + stance), "aria-label": `${word("stance." + stance)} ${counts[stance]}` },
      stanceMark(stance), counts[stance]));
}

function confidenceBar(percent) {
  const bar = el("span", { class: "confidence-bar" });
  bar.style.inlineSize = percent + "%";
  return el("span", { class: "confidence", title: word("confidence.about") }, el("span", { class: "confidence-room" }, bar), el("b", {}, percent));
}
