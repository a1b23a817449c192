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

// Who says so as trees, one for each article: below it who it has it from, below them whom they have it from, and with each of
// them what they say.
function claimList(event) {
  if (!event.claims.length) {
    return el("section", {}, el("h3", {}, word("claims")), el("p", { class: "muted" }, word("claims.none")));
  }
  return el("section", {}, el("h3", {}, word("claims")),
    el("ul", { class: "claims" }, [...claimTrees(event)].map(([id, tree]) => el("li", {}, articleLink(id), saidElements(tree), branches(tree)))));
}

// The claims of an event by article, and there by the links of their chains.
function claimTrees(event) {
  const trees = new Map();
  const grown = (map, key, link) => {
    if (!map.has(key)) map.set(key, { link, claims: [], below: new Map() });
    return map.get(key);
  };
  for (const claim of event.claims) {
    let node = grown(trees, claim.printed_in);
    for (const link of claim.chain ?? []) node = grown(node.below, link.entity ?? folded(link.name), link);
    node.claims.push(claim);
  }
  return trees;
}

function articleLink(id) {
  const article = data.article.get(id);
  const outlet = article?.outlet ? [bdi(article.outlet), " · "] : [];
  return el("a", { class: "root", href: "#" + id }, outlet, bdi(titleOf(article, id)));
}

function branches(node) {
  if (!node.below.size) return null;
  return el("ul", { class: "chain" }, [...node.below.values()].map((child) => el("li", { class: "node" },
    el("span", { class: "link" + (child.link.named ? "" : " anonymous") }, bdi(nameOf(child.link)),
      child.link.named ? null : el("small", {}, " ", word("anonymous"))),
    saidElements(child), branches(child))));
}

// What a source says; words that several claims share are shown once.
function saidElements(node) {
  return node.claims.map((claim, index) => {
    const before = node.claims[index - 1];
    const isSame = before && before.article === claim.article && before.start === claim.start && before.end === claim.end;
    const verb = claim.chain?.[claim.chain.length - 1].verb;
    return el("div", { class: "said stance-" + claim.stance },
      el("p", {}, el("span", { class: "badge stance-" + claim.stance }, stanceMark(claim.stance), word("stance." + claim.stance)), " ",
        el("small", {}, join([
          word("scope." + claim.scope), word("speech." + claim.speech), verb ? ["«", bdi(verb), "»"] : null,
          claim.date ? dateInWords(claim.date.edtf) : null,
        ].filter(Boolean), " · "))),
      isSame ? null : quotation(claim));
  });
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
