// How much there is, and of what: figures, and bars that are also filters.

function showSummary(shown) {
  const sources = new Set();
  const actors = new Set();
  const articles = new Set();
  let claims = 0;
  for (const event of shown) {
    claims += event.claims.length;
    for (const claim of event.claims) sources.add(claim.source);
    for (const entity of event.actors) actors.add(entity);
    for (const evidence of event.evidence) articles.add(evidence.article);
  }
  const anonymous = [...sources].filter((source) => !source.named).length;
  const isAll = shown.length === data.events.length;
  byId("figures").replaceChildren(
    figure("articles", isAll ? data.articles.length : articles.size, "#articles"),
    figure("events", shown.length, "#events"),
    figure("actors", actors.size, "#network"),
    figure("sources", sources.size, "#matrix", anonymous ? word("sources.anonymous", anonymous) : null),
    figure("claims", claims, "#matrix"),
    switchFigure("contested", shown.filter((event) => event.contested).length),
    switchFigure("undated", shown.filter((event) => !event.date).length));
  bars("types", shown, (event) => event.type, filter.types, Object.keys(QUADS));
  bars("statuses", shown, (event) => event.status, filter.statuses, ["occurred", "ongoing", "planned", "requested", "denied", "alleged"]);
  byId("quads").replaceChildren(...["vc", "mc", "vx", "mx"].map((quad) =>
    el("span", { class: "key quad-" + quad }, word("quad." + quad))));
}

function figure(key, number, target, note) {
  return el("a", { class: "figure", href: target },
    el("b", {}, number), el("span", {}, word(key + ".count")), note && el("small", {}, note));
}

function switchFigure(key, number) {
  const button = el("button", { type: "button", class: "figure " + key, "aria-pressed": filter[key] },
    el("b", {}, number), el("span", {}, word(key + ".count")));
  button.addEventListener("click", () => {
    filter[key] = !filter[key];
    showAll();
    byId("figures").querySelector("." + key).focus();
  });
  return button;
}

function bars(id, shown, valueOf, chosen, order) {
  const prefix = id === "types" ? "type." : "status.";
  const all = new Map();
  for (const event of data.events) all.set(valueOf(event), 0);
  for (const event of shown) all.set(valueOf(event), all.get(valueOf(event)) + 1);
  const most = Math.max(1, ...all.values());
  const values = order.filter((value) => all.has(value)).sort((a, b) => all.get(b) - all.get(a));
  const focused = document.activeElement?.dataset?.bar;
  byId(id).replaceChildren(...values.map((value) => {
    const bar = el("span", { class: "bar" });
    bar.style.inlineSize = (100 * all.get(value)) / most + "%";
    const button = el("button", {
      type: "button", class: prefix === "type." ? "quad-" + QUADS[value] : "status-" + value,
      "aria-pressed": chosen.has(value), "data-bar": prefix + value,
    }, el("span", { class: "bar-name" }, word(prefix + value)), el("span", { class: "bar-room" }, bar), el("b", {}, all.get(value)));
    button.addEventListener("click", () => {
      toggle(chosen, value);
      showAll();
    });
    return button;
  }));
  if (focused?.startsWith(prefix)) byId(id).querySelector(`[data-bar="${focused}"]`)?.focus();
}
