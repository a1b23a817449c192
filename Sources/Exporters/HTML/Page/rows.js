// A list of any length of which only the rows in sight are in the document. Rows are of one height, which the style says in
// `--row`. The box has the focus; arrow keys, Page Up and Down, Home and End move the row that is meant, Enter opens it.

const ROWS_BEYOND = 6; // rows kept ready above and below
const ROWS_PRINTED = 1000;

class Rows {
  // row(index) makes the element of a row; open(index) is what Enter and a click do; head is an element above the rows.
  constructor(box, { role, row, open }) {
    Object.assign(this, { box, role, row, open, count: 0, active: -1, made: new Map() });
    this.body = el("div", { class: "rows-body", role: role === "row" ? "rowgroup" : "presentation" });
    this.head = el("div", { class: "rows-head", role: role === "row" ? "rowgroup" : "presentation" });
    box.append(this.head, this.body);
    box.addEventListener("scroll", () => this.draw(), { passive: true });
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("click", (event) => this.click(event));
    new ResizeObserver(() => this.draw()).observe(box);
  }

  // Shows other rows from the first one.
  show(count, head) {
    this.count = count;
    this.active = Math.min(this.active, count - 1);
    this.head.replaceChildren(...(head ? [head] : []));
    this.box.setAttribute("aria-rowcount", count + (head ? 1 : 0));
    if (this.role !== "row") this.box.removeAttribute("aria-rowcount");
    this.clear();
    this.draw();
  }

  clear() {
    this.made.clear();
    this.body.replaceChildren();
  }

  get height() {
    return parseFloat(getComputedStyle(this.box).getPropertyValue("--row")) || 40;
  }

  draw() {
    if (this.isPrinting) return;
    const height = this.height;
    this.body.style.blockSize = this.count * height + "px";
    const top = this.box.scrollTop;
    const first = Math.max(0, Math.floor(top / height) - ROWS_BEYOND);
    const last = Math.min(this.count, Math.ceil((top + this.box.clientHeight) / height) + ROWS_BEYOND);
    for (const [index, element] of this.made) {
      if ((index >= first && index < last) || index === this.active) continue;
      element.remove();
      this.made.delete(index);
    }
    for (let index = first; index < last; index += 1) this.make(index, height);
    if (this.active >= 0) this.make(this.active, height);
    this.mark();
  }

  make(index, height) {
    let element = this.made.get(index);
    if (!element) {
      element = this.row(index);
      element.classList.add("row");
      element.id = `${this.box.id}-${index}`;
      element.dataset.index = index;
      element.setAttribute("role", this.role);
      if (this.role === "row") element.setAttribute("aria-rowindex", index + 2);
      else {
        element.setAttribute("aria-posinset", index + 1);
        element.setAttribute("aria-setsize", this.count);
      }
      this.made.set(index, element);
      // In the order of the rows, so that it is also the order in which they are read.
      const next = [...this.body.children].find((other) => Number(other.dataset.index) > index);
      this.body.insertBefore(element, next ?? null);
    }
    element.style.insetBlockStart = index * height + "px";
  }

  mark() {
    for (const [index, element] of this.made) {
      element.classList.toggle("active", index === this.active);
      if (this.role === "option") element.setAttribute("aria-selected", index === this.active);
    }
    if (this.active >= 0) this.box.setAttribute("aria-activedescendant", `${this.box.id}-${this.active}`);
    else this.box.removeAttribute("aria-activedescendant");
  }

  // Makes a row the one that is meant, and brings it into sight.
  activate(index) {
    this.active = Math.max(0, Math.min(index, this.count - 1));
    const height = this.height;
    const top = this.active * height;
    const room = this.box.clientHeight - this.head.offsetHeight - height;
    if (top < this.box.scrollTop) this.box.scrollTop = top;
    else if (top > this.box.scrollTop + room) this.box.scrollTop = top - room;
    this.draw();
  }

  key(event) {
    if (event.target !== this.box || !this.count) return;
    const page = Math.max(1, Math.floor(this.box.clientHeight / this.height) - 1);
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.count, End: this.count };
    if (event.key in moves) {
      event.preventDefault();
      this.activate((this.active < 0 && moves[event.key] > 0 ? -1 : this.active) + moves[event.key]);
    } else if ((event.key === "Enter" || event.key === " ") && this.active >= 0) {
      event.preventDefault();
      this.open(this.active);
    }
  }

  click(event) {
    const row = event.target.closest(".row");
    if (!row || event.target.closest("a, button")) return;
    this.active = Number(row.dataset.index);
    this.mark();
    this.open(this.active);
  }

  // On paper all rows stand one below the other, up to a number that still can be printed.
  print() {
    this.isPrinting = true;
    const count = Math.min(this.count, ROWS_PRINTED);
    this.body.style.blockSize = "auto";
    for (let index = 0; index < count; index += 1) this.make(index, 0);
    if (count < this.count) this.body.append(el("p", { class: "row more" }, word("print.more", this.count - count)));
  }

  endPrint() {
    this.isPrinting = false;
    this.clear();
    this.draw();
  }
}
