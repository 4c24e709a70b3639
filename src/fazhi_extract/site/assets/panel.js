// The panel: a row for each issuer and year, a column for each indicator with its attributes; a cell opens its sentence.

function panelTab(place) {
  const controls = element("div", { class: "controls" });
  const present = new Set(data.rows.flatMap((row) => [row.missing, ...[...row.cells.values()].map((cell) => cell.state)]));
  const states = [...present].sort((a, b) => a - b).map((code) => [STATES[code], stateName(code)]);
  const count = element("p", { class: "count", role: "status" });
  controls.append(
    ...issuerFields(show),
    searchField("c", say("site.filter.c"), show),
    selectField("state", say("site.state"), anyOr(states), show),
    selectField("order", say("site.order"), ["", "full"].map((name) => [name, say(`site.order.${name || "rules"}`)]), show),
    count,
  );
  const holder = element("div", { class: "holder" });
  place.append(controls, legend(states.map(([name]) => name)), holder);

  function show() {
    const columns = inOrder(data.columns.filter((column) => !view.c || fits(view.c, ...column.names, column.code)));
    const wanted = view.state ? state(view.state) : null;
    const fitting = data.rows.filter(
      (row) =>
        fitsIssuer(row.line, row.issuer, row.year, row.path) &&
        (wanted === null || columns.some((column) => cellAt(row, column).state === wanted)),
    );
    const down = view.sort.startsWith("-");
    const key = view.sort.replace(/^-/, "");
    const places = { issuer: 0, year: 1, region: 2 };
    const by = key in places ? places[key] : columns.findIndex((column) => column.code === key) + 3;
    const sorted = key in places || by > 2 ? { column: by, down } : null;
    const rows = sorted ? sortedBy(fitting, (row) => sortValue(row, by < 3 ? key : columns[by - 3]), down) : fitting;
    count.textContent = say("site.count.panel", { rows: rows.length, all: data.rows.length, columns: columns.length });
    put(
      holder,
      new Grid({
        label: say("site.tab.panel"),
        columns: [
          { width: 210, head: say("site.column.issuer") },
          { width: 62, head: say("site.column.year") },
          { width: 150, head: say("site.column.region") },
          ...columns.map((column) => ({ width: 132, head: columnHead(column), title: `${columnHead(column)}\n${column.code}` })),
        ],
        pinned: innerWidth < 700 ? 1 : 2,
        count: rows.length,
        rowHeight: 34,
        headHeight: 76,
        sorted,
        sort: (place) => {
          const name = place < 3 ? Object.keys(places)[place] : columns[place - 3].code;
          choose({ sort: key === name && !down ? `-${name}` : key === name ? "" : name });
          show();
        },
        cell: (row, column) => panelCell(rows[row], column, columns[column - 3]),
        open: (row, column) => column > 2 && openDetail(rows[row], columns[column - 3].code),
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

function panelCell(row, place, column) {
  if (place === 0) {
    const text = row.issuer ?? row.path ?? "";
    return row.line?.page ? { text, title: row.line.title ?? text, href: figureAddress(row.line) } : { text, title: text };
  }
  if (place === 1) return { text: String(row.year ?? "") };
  if (place === 2) return { text: regionName(row.line), title: regionName(row.line) };
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
