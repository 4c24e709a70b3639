// Which agency reports which indicator in which year: three maps of two sides each, the third side is chosen.

const GLYPHS = { stated: "●", stated_none: "0", in_words: "■", masked: "＊", partial: "◐", several: "≠", target_only: "◎", not_found: "·", no_report: "–", unreadable: "!" };
// Of the columns of an indicator, the map shows the one that says most.
const BEST = ["stated", "stated_none", "in_words", "several", "partial", "masked", "target_only", "not_found"].map(state);

// What a report has of an indicator: the best state of its columns, and how many of them have a figure of the year.
function covered(row, columns) {
  if (!row) return { state: state("no_report"), count: 0 };
  if (row.report === null) return { state: row.missing, count: 0 };
  const states = columns.map((column) => cellAt(row, column).state);
  const best = BEST.find((code) => states.includes(code));
  return { state: best ?? row.missing, count: states.filter((code) => VALUED.has(code)).length };
}

const MODES = ["all", "indicator", "year", "issuer"];

function coverageTab(place) {
  const mode = MODES.includes(view.mode) ? view.mode : "all";
  const controls = element("div", { class: "controls" });
  const again = () => {
    choose({ of: "" });
    showTab();
  };
  controls.append(selectField("mode", say("site.mode"), MODES.map((name) => [name, say(`site.mode.${name}`)]), again));
  const subject = subjectOf(mode);
  if (subject) controls.append(selectField("of", say(`site.of.${mode}`), subject.options, show));
  if (mode !== "issuer") controls.append(searchField("q", say("site.filter.q"), show));
  if (mode === "year" || mode === "issuer") controls.append(...columnFields(show));
  const count = element("p", { class: "count", role: "status" });
  controls.append(count);
  const holder = element("div", { class: "holder" });
  place.append(controls, mode === "all" ? shades() : signs(), holder);
  const apart = data.rows.filter((row) => row.id === null || row.year === null).length;
  if (apart) place.append(element("p", { class: "remark", text: say("site.coverage.apart", { count: apart }) }));

  function show() {
    const map = MAPS[mode](subject ? subject.chosen() : null);
    count.textContent = say("site.count.map", { rows: map.rows.length, columns: map.columns.length });
    put(holder, map.rows.length && map.columns.length ? mapGrid(map) : element("p", { class: "remark", text: say("site.nothing") }));
  }
  show();
}

// What the third side of a map can be.
function subjectOf(mode) {
  if (mode === "all") return null;
  const options = {
    indicator: () => indicators.map((one) => [one.code, `${indicatorName(one)} ${one.code}`]),
    year: () => [...years].reverse().map((year) => [String(year), String(year)]),
    issuer: () => issuers.map((issuer) => [issuer.id, issuer.name]),
  }[mode]();
  if (!options.length) options.push(["", say("site.nothing")]);
  return { options, chosen: () => (options.some(([value]) => value === view.of) ? view.of : options[0][0]) };
}

const fittingIssuers = () => issuers.filter(issuerFits);
const fittingIndicators = () => indicators.filter(fitsColumn);

// rows and columns: their names; cell(row, column) → what stands there, and what opens.
const MAPS = {
  all: () => ({
    rows: fittingIssuers().map((issuer) => ({ name: issuer.name, issuer })),
    columns: years.map((year) => ({ name: String(year), year })),
    cell: ({ issuer }, { year }) => counted(issuer.rows.get(year)),
    open: ({ issuer }, { year }) => inPanel(issuer, year),
  }),
  indicator: (code) => ({
    rows: fittingIssuers().map((issuer) => ({ name: issuer.name, issuer })),
    columns: years.map((year) => ({ name: String(year), year })),
    cell: ({ issuer }, { year }) => stated(issuer.rows.get(year), indicatorsByCode.get(code)),
    open: ({ issuer }, { year }) => opens(issuer.rows.get(year), code),
  }),
  year: (year) => ({
    rows: fittingIssuers().filter((issuer) => issuer.rows.get(Number(year))?.line).map((issuer) => ({ name: issuer.name, issuer })),
    columns: fittingIndicators().map((indicator) => ({ name: indicatorName(indicator), indicator })),
    cell: ({ issuer }, { indicator }) => stated(issuer.rows.get(Number(year)), indicator),
    open: ({ issuer }, { indicator }) => opens(issuer.rows.get(Number(year)), indicator.code),
  }),
  issuer: (id) => {
    const issuer = issuers.find((one) => one.id === id);
    const reported = (indicator) => [...(issuer?.rows.values() ?? [])].some((row) => BEST.slice(0, -1).includes(covered(row, indicator.columns).state));
    return {
      rows: fittingIndicators().filter(reported).map((indicator) => ({ name: indicatorName(indicator), indicator })),
      columns: years.map((year) => ({ name: String(year), year })),
      cell: ({ indicator }, { year }) => stated(issuer.rows.get(year), indicator),
      open: ({ indicator }, { year }) => opens(issuer.rows.get(year), indicator.code),
    };
  },
};

function opens(row, code) {
  if (row) openDetail(row, code);
}

function inPanel(issuer, year) {
  if (!issuer.rows.get(year)) return;
  choose({ tab: "panel", q: issuer.name, year: String(year), type: "", d: "", c: "", state: "", sort: "" }, { step: true });
  showTab();
}

// How many indicators a report has a figure for, shaded by the most that any has.
let mostIndicators = 0;
function counted(row) {
  if (!row?.line) return { text: GLYPHS.no_report, look: "heat no_report", said: say("state.no_report") };
  mostIndicators ||= Math.max(1, ...data.rows.map(reportedCount));
  const count = reportedCount(row);
  const shade = count === 0 ? 0 : Math.ceil((count / mostIndicators) * 5);
  return { text: String(count), look: `heat shade${shade}`, said: say("site.coverage.count", { count }) };
}

const reportedCounts = new Map();
function reportedCount(row) {
  if (!reportedCounts.has(row)) {
    const codes = new Set();
    for (const column of data.columns) if (VALUED.has(cellAt(row, column).state)) codes.add(column.indicator);
    reportedCounts.set(row, codes.size);
  }
  return reportedCounts.get(row);
}

function stated(row, indicator) {
  const { state: code, count } = covered(row, indicator.columns);
  const name = STATES[code];
  const more = count > 1 ? clause([stateName(code), say("site.coverage.columns", { count })]) : stateName(code);
  return { text: count > 1 ? `${GLYPHS[name]}${count}` : GLYPHS[name], look: `heat state ${name}`, said: more };
}

function mapGrid({ rows, columns, cell, open }) {
  const upright = columns.some((column) => column.name.length > 4);
  return new Grid({
    label: say("site.tab.coverage"),
    look: upright ? "map upright" : "map",
    columns: [{ width: 230, head: "" }, ...columns.map((column) => ({ width: upright ? 34 : 58, head: column.name }))],
    pinned: 1,
    count: rows.length,
    rowHeight: 30,
    headHeight: upright ? 170 : 34,
    cell: (row, column) => {
      if (column === 0) return { text: rows[row].name, title: rows[row].name };
      const shown = cell(rows[row], columns[column - 1]);
      const where = [rows[row].name, columns[column - 1].name, shown.said];
      return { ...shown, title: clause(where) };
    },
    open: (row, column) => column > 0 && open(rows[row], columns[column - 1]),
  });
}

// What the signs of a map mean; a number beside one counts the columns of the indicator that have a figure.
function signs() {
  const entries = STATES.filter((name) => name !== "unreadable").map((name) =>
    element("li", { title: say(`about.state.${name}`) }, element("span", { class: `chip heat ${name}`, text: GLYPHS[name] }), say(`state.${name}`)),
  );
  const many = element("li", {}, element("span", { class: "chip heat stated", text: `${GLYPHS.stated}2` }), say("site.coverage.columns", { count: 2 }));
  return element("ul", { class: "legend", "aria-label": say("site.legend") }, ...entries, many);
}

function shades() {
  mostIndicators ||= Math.max(1, ...data.rows.map(reportedCount));
  const steps = [1, 2, 3, 4, 5].map((step) =>
    element("li", {}, element("span", { class: `chip shade${step}`, text: `≤ ${Math.floor((step * mostIndicators) / 5)}` })),
  );
  const none = element("li", {}, element("span", { class: "chip no_report", text: `${GLYPHS.no_report} ${say("state.no_report")}` }));
  return element("ul", { class: "legend", "aria-label": say("site.legend") }, ...steps, none);
}
