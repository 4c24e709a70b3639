// A time line as SVG. A value is plotted only where the report states one number in the line's unit; all else stands below
// the axis with its sign. Years that follow each other are joined, missing ones are gaps. A line is broken into dots beside
// a value that says less or other than its number does (about, another period, a doubt).

const CHART = { width: 330, height: 178, left: 52, right: 14, top: 12, bottom: 46 };

function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, key === "aria-label" ? visible(value) : value);
  made.append(...children.map((child) => (typeof child === "string" ? visible(child) : child)));
  return made;
}

// Whether a cell is a point of a line in a unit; null is the column's own.
const isPlotted = (cell, unit) => VALUED.has(cell.state) && cell.value !== null && cell.unit === unit;
const isMeant = (cell) => STATES[cell.state] !== "no_report" && STATES[cell.state] !== "unreadable";

// Round steps that fit between two numbers, at most four.
function ticks(low, high) {
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / 3));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= 4);
  const found = [];
  for (let place = Math.floor(low / step); place * step <= high + step * 1e-9; place++) found.push(place * step);
  if (found.at(-1) < high) found.push(found.at(-1) + step);
  return found;
}

function short(value) {
  const size = Math.abs(value);
  const scales = language === "zh" ? [[1e8, "亿"], [1e4, "万"]] : [[1e9, "bn"], [1e6, "m"], [1e4, "0k"]];
  if (language === "en" && size >= 1e4 && size < 1e6) return `${number(value / 1e3)}k`;
  const scale = scales.find(([least]) => size >= least);
  return scale ? `${number(Number((value / scale[0]).toPrecision(3)))}${scale[1]}` : number(Number(value.toPrecision(6)));
}

// The marker of a state: shapes differ, so that no one needs colours.
function marker(cell, x, y) {
  const look = `mark ${STATES[cell.state]}${cell.marks ? " noted" : ""}`;
  if (STATES[cell.state] === "stated_none") return svg("path", { class: look, d: `M${x} ${y - 6}l6 6l-6 6l-6 -6z` });
  if (STATES[cell.state] === "in_words") return svg("rect", { class: look, x: x - 4.5, y: y - 4.5, width: 9, height: 9 });
  return svg("circle", { class: look, cx: x, cy: y, r: 5 });
}

// points: {year, cell, open, said} for the years that have a row; limits: {low, high} that the axis has to hold.
function chart(points, { label, limits, unit }) {
  const plotted = points.filter(({ cell }) => isPlotted(cell, unit));
  const { width, left, right, top, bottom } = CHART;
  const height = plotted.length ? CHART.height : bottom + top;
  const floor = height - bottom;
  const inner = width - left - right;
  const x = (year) => (years.length === 1 ? left + inner / 2 : left + 12 + ((year - years[0]) / (years.length - 1)) * (inner - 24));
  const values = plotted.map(({ cell }) => cell.value);
  const steps = ticks(Math.min(0, limits?.low ?? 0, ...values), Math.max(limits?.high ?? 0, ...values, 0) || 1);
  const [low, high] = [steps[0], steps.at(-1)];
  const y = (value) => floor - ((value - low) / (high - low)) * (floor - top);

  const axes = svg("g", { class: "axes", "aria-hidden": "true" });
  for (const step of values.length ? steps : []) {
    axes.append(svg("line", { x1: left, x2: width - right, y1: y(step), y2: y(step) }));
    axes.append(svg("text", { x: left - 6, y: y(step) + 4, "text-anchor": "end" }, short(step)));
  }
  axes.append(svg("line", { class: "base", x1: left, x2: width - right, y1: floor, y2: floor }));
  const every = Math.ceil(years.length / 7);
  for (const [place, year] of years.entries()) {
    if (place % every === 0) axes.append(svg("text", { x: x(year), y: floor + 16, "text-anchor": "middle" }, String(year)));
  }

  const lines = svg("g", { class: "joins", "aria-hidden": "true" });
  for (const [place, to] of plotted.entries()) {
    const from = plotted[place - 1];
    if (from?.year !== to.year - 1) continue;
    const loose = from.cell.marks || to.cell.marks || from.cell.state !== to.cell.state;
    const ends = { x1: x(from.year), y1: y(from.cell.value), x2: x(to.year), y2: y(to.cell.value) };
    lines.append(svg("line", { class: loose ? "loose" : "firm", ...ends }));
  }

  const marks = svg("g");
  for (const [place, { year, cell, open, said }] of points.filter(({ cell }) => isMeant(cell)).entries()) {
    const shape = isPlotted(cell, unit)
      ? marker(cell, x(year), y(cell.value))
      : svg("text", { class: `sign ${STATES[cell.state]}`, x: x(year), y: floor + 36, "text-anchor": "middle" }, signOf(cell));
    const named = svg("title", {}, said);
    const mark = svg("g", { role: "button", tabindex: place === 0 ? "0" : "-1", "aria-label": said, class: "point" }, named, shape);
    mark.dataset.year = year;
    mark.addEventListener("click", open);
    mark.addEventListener("keydown", (event) => keyOnMark(event, mark, open));
    marks.append(mark);
  }
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": label }, axes, lines, marks);
}

// A number in another unit than the column's, or a range, is stated and yet no point of the line.
const signOf = (cell) => (VALUED.has(cell.state) ? "≁" : GLYPHS[STATES[cell.state]]);

function keyOnMark(event, mark, open) {
  const next = { ArrowRight: mark.nextElementSibling, ArrowLeft: mark.previousElementSibling }[event.key];
  if (next) {
    mark.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  } else if (event.key === "Enter" || event.key === " ") open();
  else return;
  event.preventDefault();
}
