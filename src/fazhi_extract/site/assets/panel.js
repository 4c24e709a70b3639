// The panel: a row for each issuer and year, a column for each indicator with its attributes; a cell opens its sentence.

const FIXED_WIDTHS = { issuer: 210, year: 62, region: 150 };
// What stands before the figures; regions only where any are known.
const FIXED = Object.keys(FIXED_WIDTHS).filter((name) => name !== "region" || data.reports.some((line) => line.region.length));

function panelTab(place) {
  const controls = element("div", { class: "controls" });
  const present = new Set(data.rows.flatMap((row) => [row.missing, ...[...row.cells.values()].map((cell) => cell.state)]));
  const states = [...present].sort((a, b) => a - b).map((code) => [STATES[code], stateName(code)]);
  const count = element("p", { class: "count", role: "status" });
  controls.append(
    ...issuerFields(show),
    ...columnFields(show),
    selectField("state", say("site.state"), anyOr(states), show),
    selectField("order", say("site.order"), ["", "full"].map((name) => [name, say(`site.order.${name || "rules"}`)]), show),
    count,
  );
  const holder = element("div", { class: "holder" });
  place.append(controls, legend(states.map(([name]) => name)), holder);

  function show() {
    const columns = inOrder(data.columns.filter(fitsColumn));
    const wanted = view.state ? state(view.state) : null;
    const fitting = data.rows.filter(
      (row) =>
        fitsIssuer(row.line, row.issuer, row.year, row.path) &&
        (wanted === null || columns.some((column) => cellAt(row, column).state === wanted)),
    );
    const down = view.sort.startsWith("-");
    const key = view.sort.replace(/^-/, "");
    const of = FIXED.indexOf(key);
    const by = of >= 0 ? of : columns.findIndex((column) => column.code === key) + FIXED.length;
    const sorted = by >= FIXED.length || of >= 0 ? { column: by, down } : null;
    const rows = sorted ? sortedBy(fitting, (row) => sortValue(row, of >= 0 ? key : columns[by - FIXED.length]), down) : fitting;
    count.textContent = say("site.count.panel", { rows: rows.length, all: data.rows.length, columns: columns.length });
    put(
      holder,
      new Grid({
        label: say("site.tab.panel"),
        columns: [
          ...FIXED.map((name) => ({ width: FIXED_WIDTHS[name], head: say(`site.column.${name}`) })),
          ...columns.map((column) => ({ width: 132, head: columnHead(column), title: `${columnHead(column)}\n${column.code}` })),
        ],
        pinned: innerWidth < 700 ? 1 : 2,
        count: rows.length,
        rowHeight: 34,
        headHeight: 76,
        sorted,
        sort: (place) => {
          const name = FIXED[place] ?? columns[place - FIXED.length].code;
          choose({ sort: key === name && !down ? `-${name}` : key === name ? "" : name });
          show();
        },
        cell: (row, column) => panelCell(rows[row], FIXED[column], columns[column - FIXED.length]),
        open: (row, column) => column >= FIXED.length && openDetail(rows[row], columns[column - FIXED.length].code),
      }),
    );
  }
  show();
}

// Columns in the order of the rules, or those with the most figures first.
function inOrder(columns) {
  if (view.order !== "full") return columns;
  const count = (column) => data.rows.filter((row) => VALUED.has(cellAt(row, column).state)).length;
  return sortedBy(columns, count, true);
}

function sortValue(row, by) {
  if (by === "issuer") return row.issuer;
  if (by === "year") return row.year;
  if (by === "region") return row.line?.region.length ? regionName(row.line) : null;
  return cellAt(row, by).value;
}

function panelCell(row, fixed, column) {
  if (fixed === "issuer") {
    const text = row.issuer ?? row.path ?? "";
    return row.line?.page ? { text, title: row.line.title ?? text, href: figureAddress(row.line) } : { text, title: text };
  }
  if (fixed === "year") return { text: String(row.year ?? "") };
  if (fixed === "region") return { text: regionName(row.line), title: regionName(row.line) };
  const cell = cellAt(row, column);
  const text = cellText(cell);
  const look = ["state", STATES[cell.state], cell.value === null ? "" : "number", cell.marks ? "noted" : "", cell.marks & DOUBTED ? "doubted" : ""];
  const shown = text || (STATES[cell.state] === "not_found" ? "" : stateName(cell.state));
  return { text: shown, title: cell.absent ? stateName(cell.state) : cellSaid(cell), said: cellSaid(cell), look: look.join(" ") };
}

// What the colours mean, in words.
function legend(names) {
  const entries = names.map((name) =>
    element("li", { title: say(`about.state.${name}`) }, element("span", { class: `chip ${name}`, text: say(`state.${name}`) })),
  );
  return element("ul", { class: "legend", "aria-label": say("site.legend") }, ...entries);
}
