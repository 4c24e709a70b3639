// The list of inputs: every report with its counts, and honestly beside them what is none, is twice there, or was not read.

function reportsTab(place) {
  const controls = element("div", { class: "controls" });
  const statuses = [...new Set(data.inputs.map((input) => input.status))];
  const fields = [
    ...issuerFields(show),
    selectField("status", say("site.status"), anyOr(statuses.map((status) => [status, say(`status.${status}`)])), show),
  ];
  const count = element("p", { class: "count", role: "status" });
  controls.append(...fields, count);
  const holder = element("div", { class: "holder" });
  place.append(controls, holder);

  const columns = [
    ["issuer", 230, ({ line, input }) => line?.issuer ?? input.path],
    ["year", 64, ({ line }) => line?.year ?? null],
    ["region", 170, ({ line }) => (line?.region.length ? regionName(line) : null)],
    ["level", 72, ({ line }) => (line?.level ? say(`attribute.level.${line.level}`) : null)],
    ["figures", 76, ({ line }) => line?.figures ?? null],
    ["doubts", 76, ({ line }) => line?.doubts ?? null],
    ["checks", 76, ({ line }) => line?.checks ?? null],
    ["failed", 76, ({ line }) => line?.failed ?? null],
    ["status", 150, ({ input }) => say(`status.${input.status}`)],
    ["path", 260, ({ input }) => input.path],
    ["said", 420, ({ input }) => (input.said ? input.said[inLanguage()] : null)],
  ];
  const entries = data.inputs.map((input) => ({ input, line: data.reports[input.report] ?? null }));

  function show() {
    const [sortKey, down] = [view.sort.replace(/^-/, ""), view.sort.startsWith("-")];
    const fitting = entries.filter(
      ({ input, line }) => fitsIssuer(line, line?.issuer, line?.year, input.path) && (!view.status || view.status === input.status),
    );
    const by = columns.findIndex(([name]) => name === sortKey);
    const list = by < 0 ? fitting : sortedBy(fitting, columns[by][2], down);
    count.textContent = say("site.count.reports", { count: list.length, all: entries.length });
    put(
      holder,
      new Grid({
        label: say("site.tab.reports"),
        columns: columns.map(([name, width]) => ({ width, head: say(`site.column.${name}`), title: say(`site.about.${name}`) })),
        pinned: 1,
        count: list.length,
        rowHeight: 34,
        headHeight: 38,
        sorted: by < 0 ? null : { column: by, down },
        sort: (column) => {
          const [name] = columns[column];
          choose({ sort: sortKey === name && !down ? `-${name}` : sortKey === name ? "" : name });
          show();
        },
        cell: (row, column) => reportCell(list[row], columns[column]),
      }),
    );
  }
  show();
}

function reportCell(entry, [name, , valueOf]) {
  const { line, input } = entry;
  const value = valueOf(entry);
  const text = typeof value === "number" && name !== "year" ? number(value) : String(value ?? "");
  const look = [typeof value === "number" ? "number" : "", name === "failed" && value > 0 ? "bad" : "", name === "status" ? input.status : ""];
  const cell = { text, title: text, look: look.join(" ") };
  if (name === "issuer" && line?.page) Object.assign(cell, { href: figureAddress(line), title: line.title ?? text });
  return cell;
}
