// Events in time. A bar runs from the first day that a date can mean to the last.

const LONGEST_GAP = 92; // days in which nothing begins or ends; longer ones are drawn as long as this

const timeline = { rows: null, events: [], axis: null };

function setUpTimeline() {
  timeline.rows = new Rows(byId("time-box"), {
    role: "option",
    row: (index) => timeRow(timeline.events[index]),
    open: (index) => go(timeline.events[index].id),
  });
}

function showTimeline(shown) {
  timeline.events = shown.filter((event) => event.date);
  timeline.events.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || a.index - b.index);
  timeline.axis = new Axis(timeline.events);
  timeline.rows.show(timeline.events.length, axisElement(timeline.axis));
  showYears(shown);
}

function startOf(event) {
  return event.date.from ?? event.date.to;
}

function endOf(event) {
  return event.date.to ?? event.date.from;
}

// Days to places from 0 to 1, in proportion, but for long empty times, which are made shorter.
class Axis {
  constructor(events) {
    const days = new Set();
    for (const event of events) {
      days.add(startOf(event));
      days.add(endOf(event) + 1);
    }
    this.days = [...days].sort((a, b) => a - b);
    this.places = [0];
    for (let index = 1; index < this.days.length; index += 1) {
      this.places.push(this.places[index - 1] + Math.min(this.days[index] - this.days[index - 1], LONGEST_GAP));
    }
    this.length = this.places[this.places.length - 1] || 1;
    this.ticks = this.makeTicks();
  }

  place(day) {
    const { days, places } = this;
    if (!days.length) return 0;
    let low = 0;
    let high = days.length - 1;
    if (day <= days[0]) return 0;
    if (day >= days[high]) return 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (days[middle] <= day) low = middle;
      else high = middle;
    }
    const part = (day - days[low]) / (days[high] - days[low]);
    return (places[low] + part * (places[high] - places[low])) / this.length;
  }

  // The stretches that are shorter than they should be.
  get gaps() {
    const gaps = [];
    for (let index = 1; index < this.days.length; index += 1) {
      if (this.days[index] - this.days[index - 1] > LONGEST_GAP) {
        gaps.push([this.places[index - 1] / this.length, this.places[index] / this.length]);
      }
    }
    return gaps;
  }

  // The first days of years, or of months where there are few years, that have room for their names.
  makeTicks() {
    if (!this.days.length) return [];
    const width = Math.max(200, byId("time-box").clientWidth * 0.7);
    const first = partsOf(this.days[0]);
    const last = partsOf(this.days[this.days.length - 1] - 1);
    const isShort = last[0] - first[0] < 2;
    const ticks = [];
    let end = -1;
    for (let year = first[0]; year <= last[0]; year += 1) {
      for (const month of isShort ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [1]) {
        const day = firstOfMonth(year, month);
        const place = this.place(day);
        if (day < this.days[0] && !(month === 1 && year === first[0] && !isShort)) continue;
        if (place >= 1 || place < end + (isShort ? 84 : 42) / width) continue;
        end = place;
        ticks.push({ place, text: isShort ? `${word("month." + month)} ${year}` : String(year) });
      }
    }
    return ticks;
  }
}

function axisElement(axis) {
  const lane = el("div", { class: "lane" });
  for (const [start, end] of axis.gaps) lane.append(placed(el("span", { class: "gap" }), start, end));
  for (const tick of axis.ticks) lane.append(placed(el("span", { class: "tick" }, tick.text), tick.place));
  return el("div", { class: "axis", "aria-hidden": "true" }, el("span"), lane);
}

function placed(element, start, end) {
  element.style.insetInlineStart = 100 * start + "%";
  if (end !== undefined) element.style.inlineSize = 100 * (end - start) + "%";
  return element;
}

function timeRow(event) {
  const { date } = event;
  const start = timeline.axis.place(startOf(event));
  const end = timeline.axis.place(endOf(event) + 1);
  const classes = ["span", "quad-" + QUADS[event.type]];
  if (date.from === undefined) classes.push("open-start");
  if (date.to === undefined) classes.push("open-end");
  if (date.precision === "approximate" || /[~?%]/.test(date.edtf)) classes.push("approximate");
  if (event.contested) classes.push("is-contested");
  const lane = el("div", { class: "lane" });
  for (const tick of timeline.axis.ticks) lane.append(placed(el("i", { class: "line" }), tick.place));
  lane.append(placed(el("span", { class: classes.join(" "), title: `${dateInWords(date.edtf)} (${date.edtf})` }), start, end));
  return el("div", {},
    el("div", { class: "time-name" }, el("b", {}, kindOf(event)), " ", el("span", {}, participantsLine(event)),
      el("span", { class: "hidden" }, ` ${dateInWords(date.edtf)}`)),
    lane);
}

// How many events begin in each year; a year can be chosen.
function showYears(shown) {
  const counts = new Map();
  for (const event of timeline.events) {
    const year = partsOf(startOf(event))[0];
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  let years = [...counts.keys()].sort((a, b) => a - b);
  const step = years.length > 60 ? 10 : 1; // decades where there are too many years
  if (step > 1) {
    for (const year of years) {
      const decade = Math.floor(year / step) * step;
      if (decade === year) continue;
      counts.set(decade, (counts.get(decade) ?? 0) + counts.get(year));
    }
    years = [...new Set(years.map((year) => Math.floor(year / step) * step))];
  }
  const most = Math.max(1, ...years.map((year) => counts.get(year)));
  const undated = shown.length - timeline.events.length;
  byId("years").replaceChildren(
    ...years.flatMap((year, index) => [
      index && year - years[index - 1] > step ? el("span", { class: "years-gap", "aria-hidden": "true" }, "…") : null,
      yearButton(year, step, counts.get(year), most),
    ]).filter(Boolean),
    undated ? el("p", { class: "years-undated" }, word("timeline.undated", undated)) : "");
}

function yearButton(year, step, count, most) {
  const bar = el("span", { class: "year-bar" });
  bar.style.blockSize = 6 + (46 * count) / most + "px";
  const [from, to] = [firstOfMonth(year, 1), firstOfMonth(year + step, 1) - 1];
  const isChosen = filter.from === from && filter.to === to;
  const button = el("button", { type: "button", "aria-pressed": isChosen, title: String(count) },
    el("b", {}, count), bar, el("span", {}, step > 1 ? `${year}+` : year));
  button.addEventListener("click", () => {
    filter.from = isChosen ? null : from;
    filter.to = isChosen ? null : to;
    showAll();
  });
  return button;
}
