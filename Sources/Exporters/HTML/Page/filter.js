// What is shown: the fields of the form, the chips and the bars together.

const SOURCES_OFFERED = 200;

const filter = {
  text: "", actor: "", types: new Set(), statuses: new Set(), entities: new Set(), source: null,
  from: null, to: null, confidence: 0, contested: false, undated: false,
};

function clearFilter() {
  Object.assign(filter, { text: "", actor: "", source: null, from: null, to: null, confidence: 0, contested: false, undated: false });
  for (const set of [filter.types, filter.statuses, filter.entities]) set.clear();
}

function toggle(set, value) {
  if (!set.delete(value)) set.add(value);
}

function filteredEvents() {
  const wordsWanted = folded(filter.text).split(/\s+/).filter(Boolean);
  const actorWanted = folded(filter.actor).trim();
  return data.events.filter((event) =>
    (!filter.types.size || filter.types.has(event.type)) &&
    (!filter.statuses.size || filter.statuses.has(event.status)) &&
    (!filter.contested || event.contested) &&
    (!filter.undated || !event.date) &&
    event.confidence >= filter.confidence &&
    isInTime(event) &&
    (!filter.source || filter.source.events.has(event.index)) &&
    [...filter.entities].every((id) => event.participants.some((participant) => participant.entity === id)) &&
    (!actorWanted || actorText(event).includes(actorWanted)) &&
    (!wordsWanted.length || wordsWanted.every((wanted) => searchText(event).includes(wanted))));
}

// Whether an event can have happened on one of the wanted days.
function isInTime(event) {
  if (filter.from === null && filter.to === null) return true;
  if (!event.date) return false;
  const first = event.date.from ?? -Infinity;
  const last = event.date.to ?? Infinity;
  return first <= (filter.to ?? Infinity) && last >= (filter.from ?? -Infinity);
}

// The texts that are searched are made when somebody first searches.
function actorText(event) {
  event.actorText ??= folded(event.actors.flatMap((entity, index) => [
    entity.name, entity.name_en ?? "", ...(entity.aliases ?? []), ...(event.participants[index].surface ?? []),
  ]).join("\n"));
  return event.actorText;
}

function searchText(event) {
  event.searchText ??= actorText(event) + "\n" + folded([
    ...(words["type." + event.type] ?? []), ...(words["mode." + event.mode] ?? []), ...(words["cameo." + event.cameo] ?? []),
    event.id, event.place?.name ?? "", event.place?.name_en ?? "", ...(event.topics ?? []),
    ...event.evidence.map(quoteOf),
    ...event.claims.flatMap((claim) => [quoteOf(claim), claim.source.name, claim.source.name_en ?? ""]),
  ].join("\n"));
  return event.searchText;
}

// The form: reads its fields into the filter, and shows what else is in it as chips that can be taken away.
function setUpFilter() {
  const form = byId("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    filter.text = byId("filter-text").value;
    filter.actor = byId("filter-actor").value;
    filter.from = dayField("filter-from", 0);
    filter.to = dayField("filter-to", 1);
    filter.confidence = Number(byId("filter-confidence").value);
    filter.contested = byId("filter-contested").checked;
    scheduleShow();
  });
  byId("filter-type").addEventListener("change", (event) => {
    filter.types.clear();
    if (event.target.value) filter.types.add(event.target.value);
    showAll();
  });
  byId("filter-source").addEventListener("change", (event) => {
    filter.source = data.sources[event.target.value] ?? null;
    showAll();
  });
  byId("filter-clear").addEventListener("click", () => {
    clearFilter();
    showAll();
  });
}

// The names that the field for participants proposes: those that most events have.
function fillActors() {
  const counts = new Map();
  for (const event of data.events) for (const entity of event.actors) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0].id, b[0].id)).slice(0, 200);
  byId("actors").replaceChildren(...most.map(([entity]) => el("option", { value: entity.name })));
}

function showFilter(shown) {
  fillTypes();
  fillSources();
  byId("filter-text").value = filter.text;
  byId("filter-actor").value = filter.actor;
  for (const [id, side] of [["filter-from", 0], ["filter-to", 1]]) {
    const day = side ? filter.to : filter.from;
    // What somebody is writing is left as it is.
    if (document.activeElement !== byId(id)) byId(id).value = day === null ? "" : shortDay(day, side);
  }
  byId("filter-confidence").value = filter.confidence;
  byId("filter-confidence-value").textContent = filter.confidence;
  byId("filter-contested").checked = filter.contested;
  byId("shown").textContent = word("shown", shown.length, data.events.length);
  byId("chips").replaceChildren(...chips().map(([label, remove]) => chip(label, remove)));
}

// The first or the last day of what a field says: a year, a month or a day; null where it says nothing.
function dayField(id, side) {
  const field = byId(id);
  const days = daysOf(field.value);
  const isEmpty = field.value.trim() === "";
  field.setAttribute("aria-invalid", !isEmpty && !days);
  return days ? days[side] : null;
}

function fillTypes() {
  const present = Object.keys(QUADS).filter((type) => data.events.some((event) => event.type === type));
  const select = byId("filter-type");
  select.replaceChildren(
    el("option", { value: "" }, word("all")),
    ...present.map((type) => el("option", { value: type }, word("type." + type))));
  select.value = filter.types.size === 1 ? [...filter.types][0] : "";
}

// The sources that tell of most events, and the chosen one.
function fillSources() {
  const offered = data.sources.slice(0, SOURCES_OFFERED);
  if (filter.source && !offered.includes(filter.source)) offered.push(filter.source);
  byId("filter-source").replaceChildren(
    el("option", { value: "" }, word("all")),
    ...offered.map((source) => el("option", { value: source.index, selected: source === filter.source },
      `${balanced(nameOf(source))} (${source.events.size})`)));
}

function chips() {
  const list = [];
  for (const type of filter.types) list.push([word("type." + type), () => filter.types.delete(type)]);
  for (const status of filter.statuses) list.push([word("status." + status), () => filter.statuses.delete(status)]);
  for (const id of filter.entities) list.push([nameOf(entityOf(id)), () => filter.entities.delete(id)]);
  if (filter.source) list.push([nameOf(filter.source), () => (filter.source = null)]);
  if (filter.undated) list.push([word("undated"), () => (filter.undated = false)]);
  return list;
}

function chip(label, remove) {
  const button = el("button", { type: "button", "aria-label": `${word("filter.remove")}: ${label}` }, bdi(label), el("span", { "aria-hidden": "true" }, " ✕"));
  button.addEventListener("click", () => {
    remove();
    showAll();
    byId("filters").focus();
  });
  return el("li", {}, button);
}

// Typing shows once a frame, not once a letter.
let isScheduled = false;
function scheduleShow() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    showAll();
  });
}
