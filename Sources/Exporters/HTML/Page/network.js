// Who has to do with whom: participants in a column, events that two share as arcs beside it. The places follow from the
// counts alone, so that the same records always give the same picture and no name lies on another.

const NODES = 26;
const NODE_HEIGHT = 28;
const PAIRS_LISTED = 300;

function showNetwork(shown) {
  const { nodes, edges, total, counts } = network(shown);
  const box = clear(byId("arcs"));
  box.classList.toggle("empty", !nodes.length);
  if (!nodes.length) box.append(el("p", { class: "note" }, word("network.none")));
  else box.append(nodeList(nodes, counts), arcs(nodes, edges));
  if (total > nodes.length && nodes.length) {
    box.append(el("p", { class: "about more" }, word("network.more", nodes.length, total)));
  }
  showPairs(edges);
}

// The pairs of participants of the shown events, and the participants that most events have, in an order that keeps those
// who have much to do with each other close.
function network(shown) {
  const edges = new Map();
  for (const event of shown) for (const [from, to, isDirected] of pairsOf(event)) addEdge(edges, event, from, to, isDirected);
  const weights = new Map();
  const counts = new Map();
  for (const event of shown) {
    for (const id of new Set(event.participants.map((one) => one.entity))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const edge of edges.values()) {
    for (const id of [edge.a, edge.b]) weights.set(id, (weights.get(id) ?? 0) + edge.count);
  }
  const heaviest = [...weights].sort((x, y) => y[1] - x[1] || compareText(x[0], y[0]));
  const chosen = heaviest.slice(0, NODES).map(([id]) => id);
  return { nodes: ordered(chosen, edges), edges: [...edges.values()], total: heaviest.length, counts };
}

function pairsOf(event) {
  const ids = (role) => event.participants.filter((one) => one.role === role).map((one) => one.entity);
  const [actors, recipients, peers, mediators] = ["actor", "recipient", "both", "mediator"].map(ids);
  const pairs = [];
  for (const actor of actors) for (const recipient of recipients) pairs.push([actor, recipient, true]);
  for (const actor of [...actors, ...recipients]) for (const peer of peers) pairs.push([actor, peer, false]);
  peers.forEach((peer, index) => {
    for (const other of peers.slice(index + 1)) pairs.push([peer, other, false]);
  });
  for (const mediator of mediators) for (const other of [...actors, ...recipients, ...peers]) pairs.push([mediator, other, false]);
  return pairs.filter(([from, to]) => from !== to);
}

function addEdge(edges, event, from, to, isDirected) {
  const [a, b] = from < to ? [from, to] : [to, from];
  const key = a + b;
  let edge = edges.get(key);
  if (!edge) {
    edge = { a, b, count: 0, contested: 0, denied: 0, toA: 0, toB: 0 };
    edges.set(key, edge);
  }
  edge.count += 1;
  if (event.contested) edge.contested += 1;
  if (isDirected && to === a) edge.toA += 1;
  if (isDirected && to === b) edge.toB += 1;
}

// Begins with the heaviest, then takes each time the one that is tied most to those taken last.
function ordered(chosen, edges) {
  const weight = (x, y) => edges.get(x < y ? x + y : y + x)?.count ?? 0;
  const order = chosen.slice(0, 1);
  const rest = chosen.slice(1);
  while (rest.length) {
    let best = 0;
    let bestWeight = -1;
    rest.forEach((id, index) => {
      const tie = order.reduce((sum, other, place) => sum + weight(id, other) / (order.length - place), 0);
      if (tie > bestWeight) [best, bestWeight] = [index, tie];
    });
    order.push(...rest.splice(best, 1));
  }
  return order;
}

function nodeList(nodes, counts) {
  return el("ol", { class: "nodes" }, nodes.map((id) => {
    const entity = entityOf(id);
    const button = el("button", { type: "button", "aria-pressed": filter.entities.has(id), "data-node": id, title: balanced(nameOf(entity)) },
      bdi(nameOf(entity)), el("b", {}, counts.get(id)));
    button.addEventListener("click", () => {
      toggle(filter.entities, id);
      showAll();
      byId("arcs").querySelector(`[data-node="${id}"]`)?.focus();
    });
    const light = (isOn) => byId("arcs").querySelectorAll(".arc").forEach((arc) => {
      arc.classList.toggle("dim", isOn && arc.dataset.a !== id && arc.dataset.b !== id);
    });
    for (const [name, isOn] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) {
      button.addEventListener(name, () => light(isOn));
    }
    return el("li", {}, button);
  }));
}

// The arcs begin and end at the right edge; the style turns the picture round where the page runs from left to right.
function arcs(nodes, edges) {
  const place = new Map(nodes.map((id, index) => [id, index]));
  const height = nodes.length * NODE_HEIGHT;
  const width = 300;
  const drawn = edges.filter((edge) => place.has(edge.a) && place.has(edge.b));
  const most = Math.max(1, ...drawn.map((edge) => edge.count));
  drawn.sort((x, y) => x.count - y.count || compareText(x.a + x.b, y.a + y.b));
  const picture = svg("svg", {
    class: "arc-picture", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", height, "aria-hidden": "true",
  });
  for (const edge of drawn) picture.append(arc(edge, place, { width, most, count: nodes.length }));
  return picture;
}

function arc(edge, place, { width, most, count }) {
  const isTurned = place.get(edge.a) > place.get(edge.b);
  const [low, high] = isTurned ? [edge.b, edge.a] : [edge.a, edge.b];
  const [y1, y2] = [low, high].map((id) => (place.get(id) + 0.5) * NODE_HEIGHT);
  const reach = (width - 24) * Math.sqrt((place.get(high) - place.get(low)) / Math.max(1, count - 1));
  const edgeX = width - 12;
  const line = svg("path", {
    d: `M${edgeX} ${y1}C${edgeX - reach * 1.33} ${y1} ${edgeX - reach * 1.33} ${y2} ${edgeX} ${y2}`,
    "stroke-width": 1.25 + (5.75 * edge.count) / most, "vector-effect": "non-scaling-stroke",
  });
  const heads = [[isTurned ? edge.toB : edge.toA, y1], [isTurned ? edge.toA : edge.toB, y2]]
    .filter(([number]) => number > 0)
    .map(([, y]) => svg("path", { class: "head", d: `M${width} ${y}l-12 -5v10z` }));
  const title = svg("title", {});
  title.textContent = `${pairText(edge)}: ${edge.count}`;
  return svg("g", { class: "arc" + (edge.contested ? " is-contested" : ""), "data-a": edge.a, "data-b": edge.b }, title, line, heads);
}

function pairText(edge) {
  const [a, b] = [entityOf(edge.a), entityOf(edge.b)].map((entity) => balanced(nameOf(entity)));
  return `\u2068${a}\u2069 ${word("pair.and")} \u2068${b}\u2069`;
}

// The same as a table, for whoever does not see arcs: each pair is a button that shows its events.
function showPairs(edges) {
  const list = [...edges].sort((x, y) => y.count - x.count || compareText(x.a + x.b, y.a + y.b));
  const details = byId("pairs");
  details.hidden = !list.length;
  const place = details.querySelector("div");
  const make = () => {
    const items = list.slice(0, PAIRS_LISTED).map((edge) => {
      const button = el("button", { type: "button" }, bdi(nameOf(entityOf(edge.a))), ` ${word("pair.and")} `,
        bdi(nameOf(entityOf(edge.b))), " ", el("b", {}, edge.count));
      button.addEventListener("click", () => {
        filter.entities.clear();
        filter.entities.add(edge.a).add(edge.b);
        showAll();
        byId("events").focus();
      });
      return el("li", { class: edge.contested ? "is-contested" : null }, button);
    });
    place.replaceChildren(el("ol", { class: "pair-list" }, items));
  };
  if (details.open) make();
  details.ontoggle = () => details.open && make();
}
