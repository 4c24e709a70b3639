// A time line. uPlot draws axes, grid and lines on its canvas; every point is a button above it, so that it has a name, is
// reached by keys and looks as the style says. A value is plotted only where the report states one number in the line's unit;
// all else stands below the axis with its sign. Years that follow each other are joined, missing ones are gaps. A line is
// dotted beside a value that says less or other than its number does (about, another period, a doubt).

const SIDES = { left: 54, top: 12, right: 14, signs: 20, years: 30 };
const WIDEST = 460; // of a chart in a card
const LINE_WIDTH = 1.8;
const charts = new Map(); // those on the page, by what they stand in: they follow the theme and the width

// Whether a cell is a point of a line in a unit; null is the column's own.
const isPlotted = (cell, unit) => VALUED.has(cell.state) && cell.value !== null && cell.unit === unit;
const isMeant = (cell) => STATES[cell.state] !== "no_report" && STATES[cell.state] !== "unreadable";

// Colours of the style, which a canvas has to be told.
const palette = new Map();
function colour(name) {
  return () => {
    if (!palette.has(name)) palette.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
    return palette.get(name);
  };
}

function short(value) {
  const size = Math.abs(value);
  const scales = language === "zh" ? [[1e8, "亿"], [1e4, "万"]] : [[1e9, "bn"], [1e6, "m"]];
  if (language === "en" && size >= 1e4 && size < 1e6) return `${number(value / 1e3)}k`;
  const scale = scales.find(([least]) => size >= least);
  return scale ? `${number(Number((value / scale[0]).toPrecision(3)))}${scale[1]}` : number(Number(value.toPrecision(6)));
}

// Round steps from zero to beyond all values, below zero only where values are; the scale ends where they do. Whole numbers
// have whole steps.
function ticks(values, most) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= most && (one >= 1 || !values.every(Number.isInteger)));
  const count = Math.ceil(high / step - 1e-9) || (low < 0 ? 0 : Math.ceil(1 / step));
  const first = Math.floor(low / step + 1e-9);
  return Array.from({ length: count - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}

// What joins the points of a line: for each year, whether and how it is joined to the next.
function joinsOf(line) {
  const plotted = new Map(line.points.filter(({ cell }) => isPlotted(cell, line.unit)).map((point) => [point.year, point.cell]));
  return years.slice(0, -1).map((year) => {
    const [from, to] = [plotted.get(year), plotted.get(year + 1)];
    if (!from || !to) return null;
    return from.marks || to.marks || from.state !== to.state ? "loose" : "firm";
  });
}

// lines: {name, unit, points, number} with points {year, cell, open, said}; limits: {low, high} that the axis has to hold.
function drawChart(place, lines, { label, limits, percent, width, height, most = WIDEST }) {
  const plotted = lines.flatMap(({ points, unit }) => points.filter(({ cell }) => isPlotted(cell, unit)));
  const values = plotted.map(({ cell }) => cell.value);
  if (limits && values.length) values.push(limits.low, limits.high);
  const signs = lines.length === 1; // several lines have a table below them instead
  const below = SIDES.years + (signs ? SIDES.signs : 0);
  const steps = values.length ? ticks(percent && Math.max(...values) > 50 ? [...values, 100] : values, height > 200 ? 8 : 5) : [0, 1];
  const every = Math.ceil(years.length / Math.max(1, Math.floor((width - SIDES.left - SIDES.right) / 42)));
  const font = '11px system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
  const options = {
    width,
    height: plotted.length ? height : below + SIDES.top,
    padding: [SIDES.top, SIDES.right, 0, 0],
    cursor: { show: false },
    select: { show: false },
    legend: { show: false },
    scales: { x: { time: false, range: [years[0] - 0.5, years.at(-1) + 0.5] }, y: { range: [steps[0], steps.at(-1)] } },
    axes: [
      {
        size: below, font, gap: 10, stroke: colour("--faint"), grid: { show: false }, ticks: { show: false },
        splits: () => years.filter((_, at) => at % every === 0), values: (_, splits) => splits.map(String),
        border: { show: true, width: 1, stroke: colour("--faint") },
      },
      {
        size: SIDES.left, font, gap: 6, stroke: colour("--faint"), ticks: { show: false }, grid: { width: 1, stroke: colour("--line") },
        splits: () => (values.length ? steps : []), values: (_, splits) => splits.map((value) => `${short(value)}${percent ? "%" : ""}`),
      },
    ], // prettier-ignore
    series: [{}, ...lines.flatMap(seriesOf)],
    hooks: { draw: [putPoints] },
  };
  const made = new uPlot(options, [years, ...lines.flatMap(valuesOf)], place);
  made.root.setAttribute("role", "group");
  made.root.setAttribute("aria-label", visible(label));
  made.ctx.canvas.setAttribute("aria-hidden", "true");
  made.over.append(...lines.flatMap((line) => pointsOf(line, signs)));
  made.over.querySelector(".point")?.setAttribute("tabindex", "0");
  made.over.addEventListener("keydown", keyOnPoint);
  putPoints(made);
  charts.set(place, { plot: made, most });
  widths.observe(place);
}

const widths = new ResizeObserver((entries) => {
  for (const { target, contentRect } of entries) {
    const { plot, most } = charts.get(target) ?? {};
    const width = Math.floor(Math.min(most, contentRect.width));
    if (plot && width > 0 && width !== plot.width) plot.setSize({ width, height: plot.height });
  }
});

function forgetChart(place) {
  const known = charts.get(place);
  if (!known) return;
  place.style.minHeight = `${known.plot.height}px`; // what stands below stays where it is
  widths.unobserve(place);
  known.plot.destroy();
  charts.delete(place);
}

function forgetCharts() {
  widths.disconnect();
  for (const { plot } of charts.values()) plot.destroy();
  charts.clear();
}

// A line is two series of the same values, each with gaps where the other one joins.
function seriesOf(line) {
  const joins = joinsOf(line);
  return ["firm", "loose"].map((kind) => ({
    stroke: colour(line.number ? `--line${line.number}` : "--accent"),
    width: LINE_WIDTH,
    dash: kind === "loose" ? [3, 4] : undefined,
    points: { show: false },
    gaps: (plot) => {
      const at = (year) => plot.valToPos(year, "x", true);
      return joins.flatMap((join, place) => (join === kind ? [] : [[at(years[place]), at(years[place + 1])]]));
    },
  }));
}

function valuesOf(line) {
  const known = new Map(line.points.filter(({ cell }) => isPlotted(cell, line.unit)).map(({ year, cell }) => [year, cell.value]));
  const values = years.map((year) => known.get(year) ?? null);
  return [values, values];
}

// A number in another unit than the column's, or a range, is stated and yet no point of the line.
const signOf = (cell) => (VALUED.has(cell.state) ? "≁" : GLYPHS[STATES[cell.state]]);

// Shapes differ by state, so that no one needs colours; several lines have their numbers in their points.
function pointsOf(line, signs) {
  const points = line.points.filter(({ cell }) => isMeant(cell) && (signs || isPlotted(cell, line.unit)));
  return points.map(({ year, cell, open, said }) => {
    const on = isPlotted(cell, line.unit);
    const look = `${on ? "point" : "point sign"} ${STATES[cell.state]}${cell.marks ? " noted" : ""}${line.number ? ` line${line.number}` : ""}`;
    const words = line.number ? clause([line.name, said]) : said;
    const text = on ? (line.number ? String(line.number) : "") : signOf(cell);
    const made = element("button", { type: "button", class: look, tabindex: "-1", "aria-label": words, title: words, onclick: open }, element("span", { "aria-hidden": "true", text }));
    made.dataset.year = year;
    if (on) made.dataset.value = cell.value;
    return made;
  });
}

function putPoints(plot) {
  for (const point of plot.over.querySelectorAll(".point")) {
    point.style.left = `${plot.valToPos(Number(point.dataset.year), "x")}px`;
    point.style.top = point.dataset.value ? `${plot.valToPos(Number(point.dataset.value), "y")}px` : `calc(100% + ${SIDES.years + SIDES.signs / 2}px)`;
  }
}

// The points of a chart are one stop of the Tab key; the arrows go on from there.
function keyOnPoint(event) {
  const point = event.target.closest(".point");
  const next = { ArrowRight: point?.nextElementSibling, ArrowLeft: point?.previousElementSibling }[event.key];
  if (!next?.matches(".point")) return;
  point.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
  event.preventDefault();
}

// After a change of the theme.
function redrawCharts() {
  palette.clear();
  for (const { plot } of charts.values()) plot.redraw();
}
