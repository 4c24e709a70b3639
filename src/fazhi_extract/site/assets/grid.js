// A table that draws only what can be seen, in both directions: a corpus has tens of thousands of cells.
//
// It has one stop for the Tab key; arrow keys, Home, End and the page keys move the active cell, Enter opens it. The pattern
// is "grid" of the ARIA Authoring Practices, with aria-activedescendant, since cells come and go while it is scrolled.

const SHEET = 1500; // the widths of the columns that go onto a sheet of paper, as they are on the screen
const BEYOND = 5; // how many rows and columns are drawn beyond the edges
let grids = 0;

const within = ([low, high], drawn, all = Infinity) => drawn !== null && low >= drawn[0] && Math.min(high, all) <= drawn[1];
const beyond = ([low, high], least, most) => [Math.max(least, low - BEYOND), Math.min(most, high + BEYOND)];

class Grid {
  // columns: {width, head, title, sort} ; pinned: how many of them stay at the left; cell(row, column) → {text, …};
  // open(row, column, what) ; sort(column) ; sorted: {column, down}
  constructor({ label, columns, pinned, count, rowHeight, headHeight, cell, open, sort, sorted, look = "" }) {
    Object.assign(this, { label, columns, pinned, count, rowHeight, headHeight, cell, open, sort, sorted });
    this.name = `grid${++grids}`;
    this.active = { row: 0, column: 0 };
    this.across = this.down = null; // which columns and rows are drawn
    this.drawnRows = new Map();
    this.lefts = [0];
    for (const column of columns) this.lefts.push(this.lefts.at(-1) + column.width);
    this.space = element("div", { class: "space", role: "presentation" });
    this.root = element(
      "div",
      { class: `grid ${look}`, role: "grid", tabindex: "0", "aria-label": label, "aria-rowcount": count + 1, "aria-colcount": columns.length },
      this.space,
    );
    this.space.style.width = `${this.lefts.at(-1)}px`;
    this.space.style.height = `${headHeight + count * rowHeight}px`;
    this.root.addEventListener("scroll", () => this.later());
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("click", (event) => this.click(event));
    this.watch = new ResizeObserver(() => this.later());
    this.watch.observe(this.root);
    this.draw();
  }

  later() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  leave() {
    this.watch.disconnect();
    cancelAnimationFrame(this.asked);
  }

  // Draws what has come into sight. Rows that stay are kept as they are.
  draw() {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.root;
    const width = clientWidth || 1200;
    const rows = [Math.floor(scrollTop / this.rowHeight), Math.ceil((scrollTop + (clientHeight || 600)) / this.rowHeight)];
    let left = this.pinned;
    while (left < this.columns.length && this.lefts[left + 1] < scrollLeft + this.lefts[this.pinned]) left++;
    let right = left;
    while (right < this.columns.length && this.lefts[right] < scrollLeft + width) right++;
    const across = within([left, right], this.across) ? this.across : beyond([left, right], this.pinned, this.columns.length);
    const down = within(rows, this.down, this.count) ? this.down : beyond(rows, 0, this.count);
    if (across !== this.across) this.drawnRows.clear();
    if (across !== this.across || down !== this.down) {
      [this.across, this.down] = [across, down];
      const wanted = [-1];
      for (let row = down[0]; row < down[1]; row++) wanted.push(row);
      this.place(wanted);
    }
    this.point();
  }

  place(wanted) {
    const kept = new Map(wanted.map((row) => [row, this.drawnRows.get(row) ?? this.row(row, ...this.across)]));
    const stays = new Set(kept.values());
    for (const old of [...this.space.children]) if (!stays.has(old)) old.remove();
    let next = this.space.firstChild;
    for (const made of kept.values()) {
      if (made === next) next = next.nextSibling;
      else this.space.insertBefore(made, next);
    }
    this.drawnRows = kept;
  }

  row(row, left, right) {
    const made = element("div", { role: "row", class: row < 0 ? "head" : "row", "aria-rowindex": row + 2 });
    made.style.height = `${row < 0 ? this.headHeight : this.rowHeight}px`;
    if (row >= 0) made.style.top = `${this.headHeight + row * this.rowHeight}px`;
    const pinned = element("div", { class: "pinned", role: "presentation" });
    pinned.style.width = `${this.lefts[this.pinned]}px`;
    for (let column = 0; column < this.pinned; column++) pinned.append(this.drawn(row, column));
    made.append(pinned);
    for (let column = left; column < right; column++) made.append(this.drawn(row, column));
    return made;
  }

  drawn(row, column) {
    const made = row < 0 ? this.headCell(column) : this.bodyCell(row, column);
    made.id = this.cellId(row, column);
    made.setAttribute("aria-colindex", column + 1);
    made.dataset.row = row;
    made.dataset.column = column;
    made.style.left = `${this.lefts[column]}px`;
    made.style.width = `${this.columns[column].width}px`;
    return made;
  }

  headCell(column) {
    const { head, title, sort = true } = this.columns[column];
    const made = element("div", { role: "columnheader", class: "cell", title: title ?? head }, element("span", { text: head }));
    if (this.sort && sort) {
      const mine = this.sorted?.column === column;
      made.setAttribute("aria-sort", mine ? (this.sorted.down ? "descending" : "ascending") : "none");
      made.classList.add("sorts");
    }
    return made;
  }

  bodyCell(row, column) {
    const { text, title, look = "", href, said, label } = this.cell(row, column);
    const role = column === 0 ? "rowheader" : "gridcell";
    const made = element("div", { role, class: `cell ${look}`, title: title ?? null, "aria-label": said ?? null });
    if (href) made.append(element("a", { href, tabindex: "-1", text, "aria-label": label ?? null }));
    else made.append(element("span", { text: text ?? "" }));
    return made;
  }

  cellId(row, column) {
    return `${this.name}-${row + 1}-${column}`;
  }

  // Shows which cell is the active one.
  point() {
    this.space.querySelector(".active")?.classList.remove("active");
    const cell = document.getElementById(this.cellId(this.active.row, this.active.column));
    cell?.classList.add("active");
    if (cell) this.root.setAttribute("aria-activedescendant", cell.id);
    else this.root.removeAttribute("aria-activedescendant");
  }

  move(row, column) {
    this.active = {
      row: Math.max(-1, Math.min(this.count - 1, row)),
      column: Math.max(0, Math.min(this.columns.length - 1, column)),
    };
    this.reveal();
    this.draw();
  }

  reveal() {
    const { row, column } = this.active;
    const { root } = this;
    if (row >= 0) {
      const top = row * this.rowHeight;
      if (top < root.scrollTop) root.scrollTop = top;
      const room = root.clientHeight - this.headHeight - this.rowHeight;
      if (top > root.scrollTop + room) root.scrollTop = top - Math.max(room, 0);
    }
    if (column >= this.pinned) {
      const left = this.lefts[column] - this.lefts[this.pinned];
      if (left < root.scrollLeft) root.scrollLeft = left;
      const room = root.clientWidth - this.lefts[this.pinned] - this.columns[column].width;
      if (left > root.scrollLeft + room) root.scrollLeft = left - Math.max(room, 0);
    }
  }

  key(event) {
    const { row, column } = this.active;
    const page = Math.max(1, Math.floor((this.root.clientHeight - this.headHeight) / this.rowHeight) - 1);
    const far = event.ctrlKey || event.metaKey;
    const moves = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      PageUp: [Math.max(row - page, 0), column], PageDown: [row + page, column],
      Home: [far ? 0 : row, 0], End: [far ? this.count - 1 : row, this.columns.length - 1],
    }; // prettier-ignore
    if (event.key in moves) this.move(...moves[event.key]);
    else if (event.key === "Enter" || event.key === " ") this.act(row, column, true);
    else return;
    event.preventDefault();
  }

  click(event) {
    const cell = event.target.closest("[data-row]");
    if (!cell || event.target.closest("a")) return;
    this.active = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
    this.point();
    this.act(this.active.row, this.active.column, false);
  }

  act(row, column, byKey) {
    if (row < 0) {
      if (this.sort && this.columns[column].sort !== false) this.sort(column);
      return;
    }
    const { href } = this.cell(row, column);
    if (href && byKey) location.href = href;
    else if (!href) this.open?.(row, column);
  }

  // All of it as plain tables, for print; as much as paper can bear. What is wider than a sheet goes on in the next table, behind
  // the pinned columns again.
  plain(most) {
    const rows = Math.min(this.count, Math.max(1, Math.floor(most / this.columns.length)));
    const caption = rows < this.count ? say("site.print.cut", { rows, all: this.count }) : this.label;
    return this.sheets().map((columns) => {
      const head = element("tr", {}, ...columns.map((column) => element("th", { scope: "col", text: this.columns[column].head })));
      const body = element("tbody");
      for (let row = 0; row < rows; row++) {
        const line = element("tr");
        for (const column of columns) {
          const { text, look = "" } = this.cell(row, column);
          line.append(element("td", { class: look, text: text ?? "" }));
        }
        body.append(line);
      }
      return element("table", { class: "plain" }, element("caption", { text: caption }), element("thead", {}, head), body);
    });
  }

  // Which columns go onto one sheet: the pinned ones, and as many others as it is wide.
  sheets() {
    const pinned = this.columns.slice(0, this.pinned).map((_, column) => column);
    const sheets = [];
    let width = Infinity;
    for (let column = this.pinned; column < this.columns.length; column++) {
      width += this.columns[column].width;
      if (width > SHEET) {
        sheets.push([...pinned]);
        width = this.columns[column].width;
      }
      sheets.at(-1).push(column);
    }
    return sheets.length ? sheets : [pinned];
  }
}
