// Days are numbers of days since 1970-01-01.

const DAY = 86400000;

function dayOf(iso) {
  const time = Date.parse(iso + "T00:00:00Z");
  return Number.isNaN(time) ? null : time / DAY;
}

function isoDay(day) {
  const [year, month, date] = partsOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function partsOf(day) {
  const date = new Date(day * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function firstOfYear(year) {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime() / DAY;
}

function firstOfMonth(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime() / DAY;
}

// A date in words: "14 نوفمبر 2022", "منذ 24 فبراير 2022", "نحو أبريل 2021".
function dateInWords(edtf) {
  const [start, end] = edtf.split("/");
  if (end === undefined) return pointInWords(start);
  if (end === "..") return `${word("since")} ${pointInWords(start)}`;
  if (start === "..") return `${word("before")} ${pointInWords(end)}`;
  return `${word("from")} ${pointInWords(start)} ${word("until")} ${pointInWords(end)}`;
}

function pointInWords(point) {
  const match = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(point);
  if (!match) return point;
  const [, year, month, day, qualifier] = match;
  const parts = [];
  if (qualifier) parts.push(word("about"));
  if (day) parts.push(String(Number(day)));
  if (month) parts.push(word((Number(month) > 12 ? "season." : "month.") + Number(month)));
  parts.push(year);
  return parts.join(" ");
}

// The date of an event as an element, with its EDTF form behind it.
function dateElement(date) {
  if (!date) return el("span", { class: "muted" }, word("undated"));
  return el("span", { class: "date", title: date.edtf }, dateInWords(date.edtf));
}

// The first and the last day that a date can mean, in words.
function possibleDays(date) {
  const first = date.from === undefined ? word("open.start") : dateInWords(isoDay(date.from));
  const last = date.to === undefined ? word("open.end") : dateInWords(isoDay(date.to));
  return date.from === date.to ? first : `${first} – ${last}`;
}
