// Chinese and English. Words of reports stay as they are.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const LANGUAGES = ["zh", "en"];
let language = data.lang;
const inLanguage = () => LANGUAGES.indexOf(language);

function say(key, fields = {}) {
  const words = WORDS[key]?.[inLanguage()] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => String(fields[name] ?? whole));
}

// Texts of the data are words, or a pair where the languages differ.
const told = (text) => (Array.isArray(text) ? text[inLanguage()] : (text ?? ""));

const number = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 6 });

function columnName(column) {
  return column.names[inLanguage()];
}

function columnHead(column) {
  if (column.unit === null) return columnName(column);
  return language === "zh" ? `${columnName(column)}（${column.unit}）` : `${columnName(column)} (${column.unit})`;
}

const indicatorName = (indicator) => indicator.names?.[inLanguage()] ?? indicator.code;

const stateName = (code) => say(`state.${STATES[code]}`);

// What stands in a cell: a number with what limits it and a unit that is not the column's, or words.
function cellText(cell) {
  if (cell.value !== null) return `${BOUND_SIGNS[cell.bound] ?? ""}${number(cell.value)}${cell.unit ?? ""}`;
  return told(cell.words);
}

// The same with its state, for those who do not see colours.
function cellSaid(cell) {
  const words = cellText(cell);
  return words ? `${words} · ${stateName(cell.state)}` : stateName(cell.state);
}

const regionName = (line) => (line?.region ?? []).join("");
const listed = (words) => words.join(language === "zh" ? "、" : ", ");
const clause = (words) => words.filter(Boolean).join(language === "zh" ? "；" : "; ");
