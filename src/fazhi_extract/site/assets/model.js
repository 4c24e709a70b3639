"use strict";
// What the page knows: reports, columns, and the rows of the panel with their cells. Everything here is data: it reaches the
// page as text, never as markup.

const data = JSON.parse(document.getElementById("data").textContent);
const STATES = data.states;
const state = (name) => STATES.indexOf(name);
const VALUED = new Set(["stated", "stated_none", "in_words"].map(state));
const BOUND_SIGNS = { about: "≈", at_least: "≥", over: ">", at_most: "≤", under: "<" };
const NOTED = 1;
const DOUBTED = 2;

for (const column of data.columns) {
  column.domain = column.indicator.split(".")[0];
}
const columnsByCode = new Map(data.columns.map((column) => [column.code, column]));

// A cell of the data is a list without the nulls at its end; the panel's rows have them by column number.
function asCell(list) {
  const [, code, value = null, bound = 0, unit = null, words = null, marks = 0] = list;
  return { state: code, value, bound: data.bounds[bound ?? 0], unit, words, marks: marks ?? 0 };
}

for (const [place, row] of data.rows.entries()) {
  row.place = place;
  row.line = row.report === null ? null : data.reports[row.report];
  row.cells = new Map(row.cells.map((list) => [list[0], asCell(list)]));
}

function cellAt(row, column) {
  return row.cells.get(column.number) ?? { state: row.missing, value: null, words: null, marks: 0, absent: true };
}

// Issuers in the order of the panel. Rows without one stand in the panel alone: no map and no line can place them.
const issuers = [];
{
  const known = new Map();
  for (const row of data.rows) {
    if (row.id === null || row.year === null) continue;
    if (!known.has(row.id)) {
      known.set(row.id, { id: row.id, name: row.issuer, names: new Set(), rows: new Map(), line: null });
      issuers.push(known.get(row.id));
    }
    const issuer = known.get(row.id);
    issuer.name = row.issuer; // the name that it had last
    issuer.names.add(row.issuer);
    issuer.line = row.line ?? issuer.line;
    issuer.rows.set(row.year, row);
  }
}
const years = [];
{
  const all = issuers.flatMap((issuer) => [...issuer.rows.keys()]).sort((a, b) => a - b);
  for (let year = all[0]; year <= all.at(-1); year++) years.push(year);
}

// The indicators that have columns, each with these, in the order of the columns.
const indicators = [];
{
  const known = new Map();
  for (const column of data.columns) {
    if (!known.has(column.indicator)) {
      const told = data.indicators[column.indicator];
      known.set(column.indicator, { code: column.indicator, domain: column.domain, names: told?.names, definitions: told?.definitions, columns: [] });
      indicators.push(known.get(column.indicator));
    }
    known.get(column.indicator).columns.push(column);
  }
}
const indicatorsByCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));

// The sentences of a report, which wait in an element of their own until a cell of it is opened.
const opened = new Map();
function sentencesOf(report) {
  if (!opened.has(report)) opened.set(report, JSON.parse(document.getElementById(`sentences-${report}`).textContent));
  return opened.get(report);
}
