// The articles: a list, and the one that is being read with its evidence marked. Each mark ends with the number of its event.

const ARTICLES_PRINTED = 40;

const reading = { rows: null, id: null };

function setUpArticles() {
  reading.rows = new Rows(byId("article-box"), {
    role: "option",
    row: (index) => articleRow(data.articles[index]),
    open: (index) => go(data.articles[index].id),
  });
  byId("reader").addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-events]");
    if (mark && !event.target.closest("a") && getSelection().isCollapsed) go(mark.dataset.events.split(" ")[0]);
  });
}

function showArticles() {
  if (!reading.id && data.articles.length) {
    // The first article that tells of events.
    reading.id = (data.articles.find((article) => article.events.length) ?? data.articles[0]).id;
  }
  reading.rows.show(data.articles.length);
  showReader();
}

function articleRow(article) {
  return el("div", { class: article.id === reading.id ? "chosen" : "" },
    el("b", {}, bdi(headlineOf(article))),
    el("small", {}, join([
      article.outlet ? bdi(article.outlet) : null,
      article.edtf ? dateInWords(article.edtf) : null,
      word("article.events.count", article.events.length),
    ].filter(Boolean), " · ")));
}

function headlineOf(article) {
  return article.headline || word("untitled");
}

// Shows an article, and the mark that begins at an offset.
function showArticle(id, start) {
  const article = data.article.get(id);
  if (!article) return false;
  reading.id = id;
  reading.rows.active = article.index;
  for (const [index, element] of reading.rows.made) element.classList.toggle("chosen", index === article.index);
  reading.rows.activate(article.index);
  showReader();
  const mark = start === undefined ? null : byId("reader").querySelector(`[data-starts~="${start}"]`);
  const target = mark ?? byId("reader");
  target.scrollIntoView({ block: mark ? "center" : "start" });
  if (mark) {
    mark.classList.add("flash");
    mark.addEventListener("animationend", () => mark.classList.remove("flash"), { once: true });
  }
  (mark ?? byId("reader").querySelector("h3")).focus({ preventScroll: true });
  return true;
}

// On paper all articles stand one after the other, up to a number that still can be printed.
function printArticles() {
  const count = Math.min(data.articles.length, ARTICLES_PRINTED);
  const reader = clear(byId("reader"));
  for (const article of data.articles.slice(0, count)) reader.append(el("div", { class: "printed" }, articleElements(article)));
  if (count < data.articles.length) reader.append(el("p", {}, word("print.more", data.articles.length - count)));
}

function showReader() {
  const article = data.article.get(reading.id);
  const reader = clear(byId("reader"));
  reader.dataset.article = reading.id ?? "";
  if (article) reader.append(...articleElements(article));
  markChosen();
}

function articleElements(article) {
  return [
    el("header", {},
      el("h3", { tabindex: "-1", dir: "auto" }, balanced(headlineOf(article))),
      article.deck ? el("p", { class: "deck", dir: "auto" }, balanced(article.deck)) : null,
      el("p", { class: "about" }, join(aboutArticle(article), " · "))),
    article.text === undefined ? quotesOf(article) : textOf(article),
    eventsOf(article),
  ];
}

function aboutArticle(article) {
  const address = article.url ? safeAddress(article.url) : null;
  return [
    article.outlet ? bdi(article.outlet) : null,
    article.byline ? bdi(article.byline) : null,
    article.edtf
      ? el("span", { title: article.edtf }, `${word("article.published")} ${dateInWords(article.edtf)} (${word("published." + article.basis)})`)
      : word("article.unpublished"),
    word("article.words", article.words),
    el("bdi", { class: "path" }, balanced(article.path + (article.record ? ":" + article.record : ""))),
    address ? el("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, word("article.address")) : null,
    article.copy_of ? el("a", { href: "#" + article.copy_of }, word("article.copy"), " ", bdi(titleOf(data.article.get(article.copy_of), article.copy_of))) : null,
    article.also_in ? el("span", {}, word("article.also"), " ", join(article.also_in.map((path) => bdi(path)), "، ")) : null,
  ].filter(Boolean);
}

// The number of an event in an article, from 1.
function numberOf(article, event) {
  return article.events.indexOf(event) + 1;
}

function reference(article, event) {
  return el("a", { class: "ref quad-" + QUADS[event.type], href: "#" + event.id, title: `${kindOf(event)}: ${participantsText(event)}`,
    "aria-label": `${word("event")} ${numberOf(article, event)}: ${kindOf(event)}` }, numberOf(article, event));
}

// The whole text. It is cut where a mark or something that was left out begins or ends; a mark's numbers stand at its end.
function textOf(article) {
  article.points ??= new CodePoints(article.text);
  const points = article.points;
  const at = (offset) => Math.max(0, Math.min(offset - article.start, points.count));
  const mentions = article.mentions.map((mention) => ({ ...mention, from: at(mention.start), to: at(mention.end) }));
  const removed = (article.removed ?? []).map((removal) => ({ ...removal, from: at(removal.start), to: at(removal.end) }));
  const cuts = [...new Set([0, points.count, ...[...mentions, ...removed].flatMap((part) => [part.from, part.to])])].sort((a, b) => a - b);
  const body = el("div", { class: "text", dir: "auto", lang: "ar" });
  const line = { isNew: true }; // whether the next piece begins a line
  let next = 0; // the first mention that may begin
  let open = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [from, to] = [cuts[index], cuts[index + 1]];
    while (next < mentions.length && mentions[next].from <= from) open.push(mentions[next++]);
    open = open.filter((mention) => mention.to > from);
    const removal = removed.find((part) => part.from <= from && part.to >= to);
    body.append(...piece(article, lines(points.slice(from, to), line), open, removal, { from, to }));
  }
  return body;
}

// A stretch of text as nodes: any number of line breaks in a row are one end of a paragraph.
function lines(text, line) {
  const nodes = [];
  for (const [index, part] of balanced(text).split(/[ \t\r\u00A0]*(?:\n[ \t\r\u00A0]*)+/).entries()) {
    if (index && !line.isNew) {
      nodes.push(el("span", { class: "paragraph" }));
      line.isNew = true;
    }
    if (!part) continue;
    nodes.push(part);
    line.isNew = false;
  }
  return nodes;
}

function piece(article, shown, open, removal, { from, to }) {
  if (removal) {
    return shown.length ? [el("span", { class: "removed", title: `${word("article.removed")}: ${word("removed." + removal.reason)}` }, shown)] : [];
  }
  if (!open.length) return shown;
  // The shortest mark is the one that is meant most.
  const marks = [...open].sort((a, b) => a.to - a.from - (b.to - b.from));
  const ids = [...new Set(marks.map((mark) => mark.event.id))];
  const starts = open.filter((mark) => mark.from === from).map((mark) => mark.start);
  const ending = [...new Set(open.filter((mark) => mark.to === to && !mark.claim).map((mark) => mark.event))];
  const isTold = open.some((mark) => !mark.claim);
  return [el("mark", {
    class: (isTold ? "told quad-" + QUADS[marks.find((mark) => !mark.claim).event.type] : "said-by"),
    "data-events": ids.join(" "), "data-starts": starts.length ? starts.join(" ") : null, tabindex: starts.length ? -1 : null,
  }, shown, ending.map((event) => reference(article, event)))];
}

// Without the text, the quotations in their order.
function quotesOf(article) {
  const seen = new Map();
  for (const mention of article.mentions) {
    const key = mention.start + "-" + mention.end;
    if (!seen.has(key)) seen.set(key, { ...mention, events: new Set() });
    seen.get(key).events.add(mention.event);
  }
  return el("div", { class: "text-quotes" }, el("p", { class: "note" }, word("article.quotes")),
    [...seen.values()].map((quote) => el("blockquote", {
      dir: "auto",
      "data-events": [...quote.events].map((event) => event.id).join(" "), "data-starts": quote.start, tabindex: -1,
    }, balanced(quoteOf(quote.evidence)), [...quote.events].map((event) => reference(article, event)))));
}

function eventsOf(article) {
  return el("div", { class: "article-events" }, el("h4", {}, word("article.events")),
    article.events.length
      ? el("ol", {}, article.events.map((event) => el("li", {},
        el("a", { href: "#" + event.id, "data-events": event.id },
          el("b", { class: "type quad-" + QUADS[event.type] }, kindOf(event)), " ", el("span", {}, participantsLine(event)),
          event.contested ? el("span", { class: "contested-mark" }, word("contested")) : null))))
      : el("p", { class: "muted" }, word("article.none")));
}
