// The records and what follows from them. They are read once; the page only ever looks at them.

const QUADS = {
  AGREE: "vc", CONSULT: "vc", SUPPORT: "vc",
  CONCEDE: "mc", COOPERATE: "mc", AID: "mc", RETREAT: "mc",
  REQUEST: "vx", ACCUSE: "vx", REJECT: "vx", THREATEN: "vx",
  PROTEST: "mx", SANCTION: "mx", MOBILIZE: "mx", COERCE: "mx", ASSAULT: "mx",
};
const STANCES = { asserts: "✓", confirms: "✓✓", denies: "✕", declines: "–", doubts: "?" };

const data = { articles: [], entities: [], events: [], sources: [], entity: new Map(), article: new Map(), event: new Map() };

function readData() {
  const element = byId("data");
  const records = JSON.parse(element.textContent);
  element.remove(); // The text is as large as the records, and nobody needs it again.
  data.articles = records.articles;
  data.entities = records.entities;
  data.events = records.events;
  for (const entity of data.entities) data.entity.set(entity.id, entity);
  data.articles.forEach((article, index) => {
    article.index = index;
    article.mentions = []; // {event, claim, start, end, evidence}, in the order of the text
    article.events = [];
    data.article.set(article.id, article);
  });
  const sources = new Map();
  data.events.forEach((event, index) => indexEvent(event, index, sources));
  for (const article of data.articles) article.mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  data.sources = [...sources.values()].sort((a, b) => b.events.size - a.events.size || compareText(a.key, b.key));
  data.sources.forEach((source, index) => (source.index = index));
}

function indexEvent(event, index, sources) {
  event.index = index;
  event.claims ??= [];
  event.actors = event.participants.map((participant) => entityOf(participant.entity));
  data.event.set(event.id, event);
  const told = new Set();
  for (const evidence of event.evidence) mention(event, evidence, null, told);
  for (const claim of event.claims) {
    claim.printed_in ??= claim.article;
    claim.source = sourceOf(claim, sources);
    claim.source.events.add(index);
    mention(event, claim, claim, told);
  }
}

function mention(event, evidence, claim, told) {
  const article = data.article.get(evidence.article);
  if (!article) return;
  article.mentions.push({ event, claim, start: evidence.start, end: evidence.end, evidence });
  if (told.has(article)) return;
  told.add(article);
  article.events.push(event);
}

// The words of a quotation: as they were written, or where the article's text is here, as they stand there.
function quoteOf(evidence) {
  return evidence.quote ?? sliceOf(data.article.get(evidence.article), evidence.start, evidence.end);
}

function sliceOf(article, start, end) {
  article.points ??= new CodePoints(article.text);
  return article.points.slice(start - article.start, end - article.start);
}

// An entity that the records do not hold has its id for a name.
function entityOf(id) {
  let entity = data.entity.get(id);
  if (!entity) {
    entity = { id, name: id, kind: "group" };
    data.entity.set(id, entity);
  }
  return entity;
}

// Who is at the far end of a claim's chain; an article that names nobody speaks for itself.
function sourceOf(claim, sources) {
  const link = claim.chain?.[claim.chain.length - 1];
  const key = link ? link.entity ?? "name " + folded(link.name) : claim.printed_in;
  let source = sources.get(key);
  if (!source) {
    const entity = link?.entity ? data.entity.get(link.entity) : null;
    const article = data.article.get(claim.printed_in);
    source = {
      key, named: link ? Boolean(link.named) : true, events: new Set(),
      name: entity?.name ?? link?.name ?? titleOf(article, claim.printed_in),
      name_en: entity?.name_en ?? link?.name_en,
    };
    sources.set(key, source);
  }
  return source;
}

function titleOf(article, id) {
  return article?.headline || article?.document || id;
}

// What an event is, in a few words: "التشاور · لقاء".
function kindOf(event) {
  return event.mode ? `${word("type." + event.type)} · ${word("mode." + event.mode)}` : word("type." + event.type);
}

// The stances of an event's claims on whether it happened and what it was, each with how many take it.
function stanceCounts(event) {
  const counts = {};
  for (const claim of event.claims) counts[claim.stance] = (counts[claim.stance] ?? 0) + 1;
  return counts;
}

// The participants in one line: "بيرنز ← أوكرانيا" for a doer and a target, "أ + ب" for peers.
function participantsLine(event) {
  const names = { actor: [], recipient: [], both: [], mediator: [] };
  event.participants.forEach((participant, index) => {
    const part = bdi(nameOf(event.actors[index]));
    (Object.hasOwn(names, participant.role) ? names[participant.role] : names.both).push(part);
  });
  const join = (parts, mark) => parts.flatMap((part, index) => (index ? [mark, part] : [part]));
  const doers = join([...names.actor, ...names.both], " + ");
  const line = names.recipient.length
    ? [...doers, doers.length ? arrow() : null, ...join(names.recipient, " + ")] : doers;
  return names.mediator.length ? [...line, " ⟨", ...join(names.mediator, " + "), "⟩"] : line;
}

function arrow() {
  return el("span", { class: "arrow", "aria-hidden": "true" }, isArabic() ? " ← " : " → ");
}

function participantsText(event) {
  return participantsLine(event).map((part) => (part instanceof Node ? part.textContent : part)).join("");
}
