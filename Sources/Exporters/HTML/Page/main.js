// Puts the views together. What is open is in the address, so that the browser's own way back works:
// #evt-… an event, #art-… an article, #art-…@120 the mark in it that begins at 120.

function showAll() {
  const shown = filteredEvents();
  showFilter(shown);
  showSummary(shown);
  showTimeline(shown);
  showNetwork(shown);
  showMatrix(shown);
  showTable(shown);
  markChosen();
}

// What is in sight first comes first; the rest follows when that has been drawn.
function showFirst() {
  const shown = filteredEvents();
  showFilter(shown);
  showSummary(shown);
  showTimeline(shown);
  requestAnimationFrame(() => setTimeout(() => {
    fillActors();
    showNetwork(shown);
    showMatrix(shown);
    showTable(shown);
    showArticles();
    follow();
    document.documentElement.dataset.ready = "true";
  }));
}

// Opens an event or an article, also one that is open already.
function go(target) {
  const address = "#" + target;
  if (location.hash === address) follow();
  else location.hash = address;
}

function follow() {
  const target = location.hash.slice(1);
  const [id, start] = target.split("@");
  if (id.startsWith("evt-")) {
    showEvent(id, true);
  } else if (id.startsWith("art-")) {
    // On a small screen the details cover the article.
    if (matchMedia("(max-width: 1100px)").matches) closeEvent();
    showArticle(id, start);
  }
}

// Closes the details; the address then names nothing, without a step more on the way back.
function leaveEvent() {
  closeEvent();
  if (location.hash.startsWith("#evt-")) history.replaceState(null, "", location.pathname + location.search);
}

function setUpPage() {
  byId("language").addEventListener("click", () => {
    language = 1 - language;
    translatePage();
    showAll();
    showArticles();
    if (chosenEvent) showEvent(chosenEvent, false);
  });
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosenEvent) leaveEvent();
  });
  const lists = () => [timeline.rows, matrix.rows, table.rows];
  addEventListener("beforeprint", () => {
    lists().forEach((rows) => rows.print());
    printArticles();
  });
  addEventListener("afterprint", () => {
    lists().forEach((rows) => rows.endPrint());
    showReader();
  });
}

function start() {
  try {
    readData();
  } catch (error) {
    byId("failed").hidden = false;
    throw error;
  }
  setUpFilter();
  setUpTimeline();
  setUpMatrix();
  setUpTable();
  setUpArticles();
  setUpPage();
  translatePage();
  showFirst();
}

start();
