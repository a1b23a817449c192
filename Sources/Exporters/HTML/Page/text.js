// Elements and texts. Every text of the records goes through textContent: nothing of it is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

// Makes an element: el("a", {class: "x", href: "#y"}, "text", child). Children that are null or false are left out.
function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  for (const child of children.flat(2)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

// A text of the records, on its own: its direction is its own, and what it says of direction ends with it.
function bdi(text, attributes) {
  return el("bdi", attributes, balanced(text));
}

// Controls of direction: embeddings and overrides end with U+202C, isolates with U+2069.
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/;

// The text with as many ends of isolates and embeddings as it has beginnings. An end too many would end the isolate that
// the page puts around the text, and what follows it on the page would change its place.
function balanced(text) {
  if (!DIRECTION_CONTROLS.test(text)) return text;
  const open = [];
  let out = "";
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code === 0x2069) {
      const start = open.lastIndexOf("\u2069");
      if (start < 0) continue;
      open.length = start;
    } else if (code === 0x202C) {
      if (open[open.length - 1] !== "\u202C") continue;
      open.pop();
    } else if (code >= 0x2066 && code <= 0x2068) {
      open.push("\u2069");
    } else if (code >= 0x202A && code <= 0x202E) {
      open.push("\u202C");
    }
    out += character;
  }
  return out + open.reverse().join("");
}

// The form in which texts are compared when somebody searches: without vowel signs, tatweel and marks of direction; with
// one alef, one ya, one ta; in lower case, with Latin digits.
function folded(text) {
  return text
    .toLowerCase()
    .replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ة/g, "ه")
    .replace(/[٠-٩]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0660 + 48))
    .replace(/[۰-۹]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x06f0 + 48));
}

// Offsets in the records count code points; strings here count 16-bit units, of which signs beyond U+FFFF have two.
class CodePoints {
  constructor(text) {
    this.text = text;
    // The offsets of those signs, in code points, ascending.
    this.wide = [];
    let units = 0;
    let points = 0;
    while (units < text.length) {
      const isWide = text.codePointAt(units) > 0xffff;
      if (isWide) this.wide.push(points);
      units += isWide ? 2 : 1;
      points += 1;
    }
    this.count = points;
  }

  // The offset in 16-bit units of an offset in code points; what lies outside the text is moved to its nearer end.
  unit(point) {
    const inside = Math.max(0, Math.min(point, this.count));
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.wide[middle] < inside) low = middle + 1;
      else high = middle;
    }
    return inside + low;
  }

  slice(start, end) {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

// Orders by units, the same in every locale.
function compareText(left, right) {
  return left < right ? -1 : left > right ? 1 : 0;
}

function clear(element) {
  element.replaceChildren();
  return element;
}

// An address that can be followed without running anything, or null.
function safeAddress(text) {
  try {
    const address = new URL(text);
    return address.protocol === "https:" || address.protocol === "http:" ? address.href : null;
  } catch {
    return null;
  }
}
