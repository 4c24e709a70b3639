// Elements, and the address: what is chosen stands behind the # and is there again after a reload.

// Marks of writing direction and other signs that hide are shown by their number: no file name may play with them.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const visible = (text) => String(text).replace(HIDDEN, (c) => `⟨${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟩`);

// Language and theme are the same for the index and the pages of reports. Some browsers keep nothing.
const kept = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // it holds until the page is left
    }
  },
};

function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "class") made.className = value;
    else if (key === "text") made.textContent = visible(value);
    else if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : key === "title" || key === "aria-label" ? visible(value) : value);
  }
  made.append(...children.filter((child) => child !== null).map((child) => (typeof child === "string" ? visible(child) : child)));
  return made;
}

const DEFAULTS = { tab: "reports", lang: "", q: "", year: "", type: "", state: "", d: "", c: "", sort: "", status: "", mode: "", of: "", scale: "", pick: "", order: "", cell: "" };
const TABS = ["reports", "panel", "coverage", "lines", "about"];
let view = readAddress();

function readAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const read = Object.fromEntries(Object.keys(DEFAULTS).map((key) => [key, said.get(key) ?? DEFAULTS[key]]));
  if (!TABS.includes(read.tab)) read.tab = DEFAULTS.tab;
  return read;
}

function address(changes = {}) {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...view, ...changes })) {
    if (value && value !== DEFAULTS[key]) said.set(key, value);
  }
  return `#${said}`;
}

// Changes what is chosen. A new tab is a step that the browser's back button undoes; a letter in a filter is none.
function choose(changes, { step = false } = {}) {
  const next = address(changes);
  view = { ...view, ...changes };
  if (next === (location.hash || "#")) return;
  try {
    history[step ? "pushState" : "replaceState"](null, "", next);
  } catch {
    // a browser that forbids it: the address stays as it is
  }
}

// Where a figure stands in the page of its report.
function figureAddress(line, metric) {
  return metric ? `${line.page}#${new URLSearchParams({ m: metric })}` : line.page;
}

const fits = (words, ...texts) => {
  const text = texts.join(" ").toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
};

// A field of the row of filters, which keeps a choice.
function searchField(key, label, changed) {
  const input = element("input", { type: "search", value: view[key], "data-key": key, autocomplete: "off", spellcheck: "false" });
  input.addEventListener("input", () => {
    choose({ [key]: input.value.trim() });
    changed();
  });
  return element("label", {}, element("span", { text: label }), input);
}

function selectField(key, label, options, changed) {
  const select = element("select", { "data-key": key });
  for (const [value, text] of options) select.append(element("option", { value, text }));
  select.value = options.some(([value]) => value === view[key]) ? view[key] : options[0][0];
  select.addEventListener("change", () => {
    choose({ [key]: select.value });
    changed();
  });
  return element("label", {}, element("span", { text: label }), select);
}

const anyOr = (options) => [["", say("site.any")], ...options];

// The filters that reports and the panel have in common.
function issuerFields(changed) {
  const types = [...new Set(data.reports.map((line) => line.type).filter(Boolean))];
  return [
    searchField("q", say("site.filter.q"), changed),
    selectField("year", say("site.year"), anyOr(yearsOfReports().map((year) => [String(year), String(year)])), changed),
    selectField("type", say("site.type"), anyOr(types.map((type) => [type, say(`issuer_type.${type}`)])), changed),
  ];
}

// The filters of what has indicators: by domain, and by name or code.
function columnFields(changed) {
  const domains = [...new Set(data.columns.map((column) => column.domain))];
  const named = domains.map((domain) => [domain, WORDS[`domain.${domain}`] ? say(`domain.${domain}`) : domain]);
  return [selectField("d", say("site.domain"), anyOr(named), changed), searchField("c", say("site.filter.c"), changed)];
}

const fitsColumn = ({ domain, code, names }) => (!view.d || view.d === domain) && (!view.c || fits(view.c, code, ...(names ?? [])));

function yearsOfReports() {
  return [...new Set(data.reports.map((line) => line.year).filter((year) => year !== null))].sort();
}

function fitsIssuer(line, issuer, year, path) {
  if (view.year && String(year) !== view.year) return false;
  if (view.type && line?.type !== view.type) return false;
  return !view.q || fits(view.q, issuer ?? "", regionName(line), line?.title ?? "", path ?? "", String(year ?? ""));
}

function issuerFits(issuer) {
  if (view.type && issuer.line?.type !== view.type) return false;
  return !view.q || fits(view.q, ...issuer.names, regionName(issuer.line));
}

// Sorts by a value; what has none comes last, either way.
function sortedBy(list, valueOf, down) {
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh"));
  return list
    .map((item) => [valueOf(item), item])
    .sort(([a], [b]) => (a === null || b === null ? (a === null) - (b === null) : down ? compare(b, a) : compare(a, b)))
    .map(([, item]) => item);
}
