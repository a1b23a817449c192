// Days are numbers of days since 1970-01-01.

const DAY = 86400000;

// The first and the last day of "2022", "2022-11" or "2022-11-14", or null. Digits may be Arabic, and separators any.
function daysOf(text) {
  const match = /^(\d{4})(?:\D(\d{1,2})(?:\D(\d{1,2}))?)?$/.exec(folded(text).trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (match[2] === undefined) return [firstOfMonth(year, 1), firstOfMonth(year + 1, 1) - 1];
  if (month < 1 || month > 12) return null;
  const first = firstOfMonth(year, month);
  const last = firstOfMonth(year, month + 1) - 1;
  if (match[3] === undefined) return [first, last];
  return day < 1 || first + day - 1 > last ? null : [first + day - 1, first + day - 1];
}

// A day in as few words as its field needs: the first day of a year, or its last one, is the year.
function shortDay(day, side) {
  const [year] = partsOf(day);
  for (const text of [String(year).padStart(4, "0"), isoDay(day).slice(0, -3)]) {
    if (daysOf(text)?.[side] === day) return text;
  }
  return isoDay(day);
}

function isoDay(day) {
  const [year, month, date] = partsOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

function partsOf(day) {
  const date = new Date(day * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
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
