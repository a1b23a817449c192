// One event with all that is known of it, beside the page.

let chosenEvent = null;
let focusBefore = null;

function showEvent(id, wantsFocus) {
  const event = data.event.get(id);
  if (!event) return false;
  if (!chosenEvent) focusBefore = document.activeElement;
  chosenEvent = id;
  const panel = byId("panel");
  panel.replaceChildren(
    panelHead(event),
    el("p", { class: "panel-line" }, participantsLine(event)),
    el("p", { class: "tags" },
      el("span", { class: "status status-" + event.status }, word("status." + event.status)),
      event.contested && el("span", { class: "contested-mark" }, word("contested")),
      el("span", { class: "muted" }, word("confidence")), confidenceBar(event.confidence)),
    facts(event), claimList(event), evidenceList(event),
    el("p", { class: "ids" }, el("code", { dir: "ltr" }, event.id)));
  panel.hidden = false;
  document.body.classList.add("with-panel");
  panel.scrollTop = 0;
  markChosen();
  if (wantsFocus) byId("panel-title").focus({ preventScroll: true });
  return true;
}

function closeEvent() {
  if (!chosenEvent) return;
  chosenEvent = null;
  byId("panel").hidden = true;
  document.body.classList.remove("with-panel");
  markChosen();
  if (focusBefore?.isConnected && focusBefore !== document.body) focusBefore.focus({ preventScroll: true });
  else byId("table-box").focus({ preventScroll: true });
}

// The marks of the chosen event in the article, and its row, stand out.
function markChosen() {
  for (const mark of document.querySelectorAll("[data-events]")) {
    mark.classList.toggle("chosen", chosenEvent !== null && mark.dataset.events.split(" ").includes(chosenEvent));
  }
  for (const [rows, events] of [[table.rows, table.events], [timeline.rows, timeline.events], [matrix.rows, matrix.events]]) {
    for (const [index, element] of rows.made) element.classList.toggle("chosen", events[index].id === chosenEvent);
  }
}

function panelHead(event) {
  const close = el("button", { type: "button", class: "close", "aria-label": word("close") }, "✕");
  close.addEventListener("click", () => leaveEvent());
  return el("header", { class: "panel-head quad-" + QUADS[event.type] },
    el("h2", { id: "panel-title", tabindex: "-1" }, kindOf(event)),
    el("span", { class: "cameo", title: "CAMEO " + event.cameo }, word("cameo." + event.cameo)), close);
}

function facts(event) {
  const list = el("dl", { class: "facts" });
  const fact = (key, ...children) => list.append(el("dt", {}, word(key)), el("dd", {}, children));
  fact("who", el("ul", { class: "people" }, event.participants.map((participant, index) => person(participant, event.actors[index]))));
  fact("when", whenElement(event.date));
  if (event.place) fact("where", bdi(nameOf(event.place)), country(event.place.country));
  if (event.count) fact("how.often", word("relation." + event.relation, event.count));
  if (event.topics) fact("topics", el("ul", { class: "topics" }, event.topics.map((topic) => el("li", {}, bdi(topic)))));
  const [articles, outlets, named, anonymous] = event.voices;
  fact("voices", el("ul", { class: "plain" },
    [["articles", articles], ["outlets", outlets], ["named", named], ["anonymous", anonymous]]
      .filter(([, number]) => number > 0).map(([key, number]) => el("li", {}, word("voices." + key, number)))));
  if (event.part_of) fact("part.of", el("a", { href: "#" + event.part_of }, eventName(event.part_of)));
  return list;
}

function eventName(id) {
  const event = data.event.get(id);
  return event ? `${kindOf(event)}: ${participantsText(event)}` : id;
}

function person(participant, entity) {
  const notes = [word("role." + participant.role), word("kind." + entity.kind)];
  if (entity.sector) notes.push(word("sector." + entity.sector));
  if (entity.masked) notes.push(word("masked." + entity.masked) + (entity.people ? ` (${entity.people})` : ""));
  const surface = (participant.surface ?? []).filter((form) => form !== entity.name);
  return el("li", {},
    el("b", {}, bdi(nameOf(entity))), country(entity.country),
    el("small", {}, notes.join(" · ")),
    surface.length ? el("small", { class: "surface" }, word("surface"), ": ", join(surface.map((form) => bdi(form)), "، ")) : null);
}

function join(parts, mark) {
  return parts.flatMap((part, index) => (index ? [mark, part] : [part]));
}

function country(code) {
  return code ? [" ", el("span", { class: "country", dir: "ltr" }, code)] : null;
}

function whenElement(date) {
  if (!date) return [dateElement(null)];
  return [
    el("b", {}, dateInWords(date.edtf)), " ", el("code", { dir: "ltr" }, date.edtf),
    el("small", {}, `${word("range")}: ${possibleDays(date)}`),
    el("small", {}, `${word("basis")}: ${word("resolved." + date.resolved_by)}`,
      date.expression ? [" — ", el("q", {}, bdi(date.expression))] : null),
  ];
}

// Each claim as a small tree: the article, through whom, and at the end the source and its stance.
function claimList(event) {
  if (!event.claims.length) {
    return el("section", {}, el("h3", {}, word("claims")), el("p", { class: "muted" }, word("claims.none")));
  }
  return el("section", {}, el("h3", {}, word("claims")),
    el("ul", { class: "claims" }, event.claims.map((claim) => claimElement(claim))));
}

function claimElement(claim) {
  const article = data.article.get(claim.printed_in);
  let tree = claimEnd(claim);
  for (const link of [...(claim.chain ?? [])].reverse()) {
    tree = el("ul", { class: "chain" }, el("li", {},
      el("span", { class: "link" + (link.named ? "" : " anonymous") }, bdi(nameOf(link)),
        link.named ? null : el("small", {}, " ", word("anonymous")),
        link.verb ? el("small", {}, " «", bdi(link.verb), "»") : null),
      tree));
  }
  return el("li", { class: "claim stance-" + claim.stance },
    el("a", { class: "root", href: placeOf(claim) }, bdi(article?.outlet || titleOf(article, claim.printed_in))), tree);
}

function claimEnd(claim) {
  return el("div", { class: "said" },
    el("p", {}, el("span", { class: "badge stance-" + claim.stance }, stanceMark(claim.stance), word("stance." + claim.stance)), " ",
      el("small", {}, word("scope." + claim.scope), " · ", word("speech." + claim.speech),
        claim.date ? [" · ", dateInWords(claim.date.edtf)] : null)),
    quotation(claim));
}

function evidenceList(event) {
  return el("section", {}, el("h3", {}, word("evidence")),
    el("ul", { class: "quotes" }, event.evidence.map((evidence) => el("li", {}, quotation(evidence)))));
}

function quotation(evidence) {
  return el("a", { class: "quotation", href: placeOf(evidence), title: word("to.article") }, bdi(quoteOf(evidence)));
}

// The address of a place in an article on this page.
function placeOf(evidence) {
  return `#${evidence.article}@${evidence.start}`;
}
