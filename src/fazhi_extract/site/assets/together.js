// One chart of an indicator for several issuers, which one chooses, with a table of the same figures below it.

const MOST_LINES = 8; // as many as there are colours; points have numbers too
const FIRST_LINES = 6;
const NOBODY = "-"; // the address when all are taken away

function showTogether(place, lines) {
  const drawable = lines.filter((line) => line.unit === null && pointCount(line) > 0);
  const picker = element("fieldset", { class: "picker" });
  const holder = element("div");
  place.replaceChildren(picker, holder);
  if (drawable.length < lines.length) place.append(element("p", { class: "remark", text: say("site.pick.others", { count: lines.length - drawable.length }) }));
  show();

  function show() {
    const picked = pickedOf(drawable);
    const buttons = drawable.map((line) => {
      const number = picked.indexOf(line) + 1;
      const sign = number ? element("span", { class: `point line${number} stated`, "aria-hidden": "true" }, element("span", { text: String(number) })) : null;
      const toggle = () => {
        pick(number ? picked.filter((one) => one !== line) : [...picked, line]);
        show();
        [...picker.querySelectorAll("button")][drawable.indexOf(line)].focus();
      };
      return element("button", { type: "button", "aria-pressed": String(number > 0), disabled: !number && picked.length >= MOST_LINES, onclick: toggle }, sign, ` ${line.issuer.name}`);
    });
    picker.replaceChildren(element("legend", { text: say("site.pick", { most: MOST_LINES }) }), ...buttons);
    forgetCharts();
    if (!picked.length) {
      holder.replaceChildren(element("p", { class: "remark", text: say("site.pick.none") }));
      return;
    }
    const { column } = picked[0];
    const chart = element("div", { class: "chart" });
    holder.replaceChildren(element("h3", { text: columnHead(column) }), chart, tableOf(picked));
    const numbered = picked.map((line, at) => ({ ...line, number: at + 1 }));
    const width = Math.floor(Math.min(960, chart.clientWidth));
    drawChart(chart, numbered, { label: columnHead(column), percent: column.unit === "%", width, height: 340, most: 960 });
  }
}

const pointCount = ({ points, unit }) => points.filter(({ cell }) => isPlotted(cell, unit)).length;

// Who is drawn: those that the address names, else those with the most points above zero, in the order of the panel.
function pickedOf(lines) {
  if (view.pick === NOBODY) return [];
  const named = view.pick.split(",").filter(Boolean);
  const picked = named.map((one) => lines.find(({ issuer }) => encodeURIComponent(issuer.id) === one)).filter(Boolean);
  if (picked.length) return [...new Set(picked)].slice(0, MOST_LINES);
  const told = (line) => pointCount(line) + line.points.filter(({ cell }) => cell.value).length;
  const most = [...lines].sort((a, b) => told(b) - told(a)).slice(0, FIRST_LINES);
  return lines.filter((line) => most.includes(line));
}

function pick(lines) {
  choose({ pick: lines.map(({ issuer }) => encodeURIComponent(issuer.id)).join(",") || NOBODY });
}

// What the chart shows, and what it cannot plot, for those who read rather than look.
function tableOf(lines) {
  const head = element("tr", {}, element("td"), ...years.map((year) => element("th", { scope: "col", text: String(year) })));
  const rows = lines.map((line, at) => {
    const sign = element("span", { class: `point line${at + 1} stated`, "aria-hidden": "true" }, element("span", { text: String(at + 1) }));
    const known = new Map(line.points.map((point) => [point.year, point]));
    const cells = years.map((year) => element("td", {}, cellOf(known.get(year))));
    return element("tr", {}, element("th", { scope: "row" }, sign, ` ${line.issuer.name}`), ...cells);
  });
  return element("div", { class: "table" }, element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

function cellOf(point) {
  if (!point || !isMeant(point.cell) || point.cell.absent) return element("span", { text: point && isMeant(point.cell) ? signOf(point.cell) : "–" });
  const { cell, open, said } = point;
  return element("button", { type: "button", title: said, "aria-label": said, text: cellText(cell) || signOf(cell), onclick: open });
}
