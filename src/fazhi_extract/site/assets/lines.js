// Time lines: of one indicator, a chart for each issuer or one for several; or of one issuer, a chart for each indicator.
// Charts are drawn as they come into sight.

const AT_ONCE = 12; // charts that are drawn before any is asked for
let watcher = null;

function linesTab(place) {
  const mode = view.mode === "issuer" ? "issuer" : "indicator";
  const controls = element("div", { class: "controls" });
  const again = () => {
    choose({ of: "", d: "", c: "" });
    showTab();
  };
  controls.append(selectField("mode", say("site.mode"), ["indicator", "issuer"].map((name) => [name, say(`site.lines.${name}`)]), again));
  const options = mode === "issuer" ? issuers.map((one) => [one.id, one.name]) : data.columns.map((one) => [one.code, columnHead(one)]);
  if (!options.some(([value]) => value === view.of)) view.of = (mode === "issuer" ? longest() : fullest())?? "";
  if (!options.length) options.push(["", say("site.nothing")]);
  controls.append(selectField("of", say(`site.of.${mode}`), options, show));
  controls.append(...(mode === "issuer" ? columnFields(show) : [searchField("q", say("site.filter.q"), show)]));
  if (mode === "indicator") {
    controls.append(selectField("scale", say("site.scale"), ["", "same", "together"].map((name) => [name, say(`site.scale.${name || "own"}`)]), show));
  }
  const count = element("p", { class: "count", role: "status" });
  controls.append(count);
  const cards = element("div", { class: "cards" });
  place.append(controls, chartLegend(), cards);

  function show() {
    const chosen = options.some(([value]) => value === view.of) ? view.of : options[0][0];
    const lines = mode === "issuer" ? ofIssuer(issuers.find((one) => one.id === chosen)) : ofColumn(columnsByCode.get(chosen));
    watcher?.disconnect();
    forgetCharts();
    cards.className = "cards";
    count.textContent = say("site.count.lines", { count: lines.length });
    if (!lines.length) cards.replaceChildren(element("p", { class: "remark", text: say("site.nothing") }));
    else if (mode === "indicator" && view.scale === "together") {
      cards.className = "together";
      count.textContent = say("site.count.together", { count: lines.length });
      showTogether(cards, lines);
    } else showCards(cards, lines, mode === "indicator" && view.scale === "same" ? limitsOf(lines) : null);
  }
  show();
}

// The lowest and the highest value of all lines in the column's own unit.
function limitsOf(lines) {
  const own = lines.filter(({ unit }) => unit === null);
  const values = own.flatMap(({ points }) => points.filter(({ cell }) => isPlotted(cell, null)).map(({ cell }) => cell.value));
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

function showCards(cards, lines, limits) {
  cards.replaceChildren(...lines.map((line) => card(line, limits)));
  const width = Math.floor(Math.min(WIDEST, cards.querySelector(".chart").clientWidth)); // one layout for all
  watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) target.fill();
        else if (!target.contains(document.activeElement)) target.empty(); // hundreds of canvases are much memory
      }
    },
    { rootMargin: "600px" },
  );
  for (const [place, made] of [...cards.children].entries()) {
    made.width = width;
    if (place < AT_ONCE) made.fill();
    watcher.observe(made);
  }
}

// The lines that have anything to show: a figure of some year, or the reason why there is none.
function ofColumn(column) {
  if (!column) return [];
  return issuers.filter(issuerFits).map((issuer) => lineOf(issuer, column, issuer.name)).filter(tells);
}

function ofIssuer(issuer) {
  if (!issuer) return [];
  const columns = data.columns.filter(fitsColumn);
  return columns.map((column) => lineOf(issuer, column, columnHead(column))).filter(tells);
}

const tells = ({ points }) => points.some(({ cell }) => !cell.absent && STATES[cell.state] !== "not_found");

function lineOf(issuer, column, name) {
  const points = [...issuer.rows].map(([year, row]) => {
    const cell = cellAt(row, column);
    const unit = cell.value !== null && cell.unit === null ? (column.unit ?? "") : "";
    const words = cellText(cell) + unit;
    const said = [`${year}`, words, stateName(cell.state), cell.marks & NOTED ? say("site.noted") : ""];
    return { year, cell, said: clause(said), open: () => openDetail(row, column.code) };
  });
  const unit = unitOf(points);
  return { issuer, column, name: unit === null ? name : nameWithUnit(issuer, column, name, unit), unit, points: points.sort((a, b) => a.year - b.year) };
}

function nameWithUnit(issuer, column, name, unit) {
  const words = name === issuer.name ? name : columnName(column);
  return language === "zh" ? `${words}（${unit}）` : `${words} (${unit})`;
}

// The unit of a line: the column's own (null) where any value has it, else the one that most have. Others are no points of it.
function unitOf(points) {
  const counts = new Map();
  for (const { cell } of points) if (VALUED.has(cell.state) && cell.value !== null) counts.set(cell.unit, (counts.get(cell.unit) ?? 0) + 1);
  if (counts.has(null) || !counts.size) return null;
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

// What is shown until one chooses: the column with the most numbers, the issuer with the most reports.
function fullest() {
  const counts = new Map(data.columns.map((column) => [column.number, 0]));
  for (const issuer of issuers) {
    if (issuer.rows.size < 2) continue;
    for (const row of issuer.rows.values()) for (const [place, cell] of row.cells) if (isPlotted(cell, null)) counts.set(place, counts.get(place) + 1);
  }
  const most = data.columns.reduce((best, one) => (best && counts.get(best.number) >= counts.get(one.number) ? best : one), null);
  return most?.code;
}

function longest() {
  const reports = (issuer) => [...issuer.rows.values()].filter((row) => row.line).length;
  const most = issuers.reduce((best, one) => (best && reports(best) >= reports(one) ? best : one), null);
  return most?.id;
}

function card(line, limits) {
  const { issuer, column, name, unit, points } = line;
  const place = element("div", { class: "chart" });
  const made = element("section", { class: "card" }, element("h3", { text: name }), place);
  made.empty = () => forgetChart(place);
  made.fill = () => {
    if (charts.has(place)) return;
    drawChart(place, [line], {
      label: `${issuer.name} ${columnName(column)}`, limits: unit === null ? limits : null, percent: (unit ?? column.unit) === "%", width: made.width, height: 178,
    }); // prettier-ignore
  };
  const missing = points.filter(({ cell }) => !isPlotted(cell, unit) && isMeant(cell) && !cell.absent);
  if (missing.length) made.append(notPlotted(missing));
  if (issuer.names.size > 1) made.append(element("p", { class: "remark", text: say("site.names", { names: listed([...issuer.names]) }) }));
  return made;
}

// What a report says that is no point of the line, in its words.
function notPlotted(points) {
  const list = element("ul", { class: "unplotted" });
  for (const { year, cell, said, open } of points) {
    const words = cellText(cell);
    const text = `${year} ${signOf(cell)} ${stateName(cell.state)} ${words.length > 40 ? `${words.slice(0, 40)}…` : words}`;
    list.append(element("li", {}, element("button", { type: "button", title: said, text, onclick: open })));
  }
  return list;
}

function chartLegend() {
  const entry = (look, text) => element("li", {}, element("span", { class: `point ${look}`, "aria-hidden": "true" }), element("span", { text }));
  const shapes = ["stated", "stated_none", "in_words"].map((name) => entry(name, say(`state.${name}`)));
  const signs = ["masked", "partial", "several", "target_only", "not_found"].map((name) => element("li", { text: `${GLYPHS[name]} ${say(`state.${name}`)}` }));
  const others = [entry("stated noted", say("site.noted")), ...signs, element("li", { text: `≁ ${say("site.other.unit")}` })];
  return element("div", {}, element("ul", { class: "legend", "aria-label": say("site.legend") }, ...shapes, ...others), element("p", { class: "remark", text: say("site.lines.about") }));
}
