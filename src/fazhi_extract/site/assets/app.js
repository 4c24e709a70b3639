// The page as a whole: head, tabs, language, the address, and what print needs.

const MOST_PRINTED = 20000; // cells of a table on paper
const body = element("main", { id: "main", tabindex: "-1", role: "tabpanel" });
const head = element("header", { class: "top" });
let grid = null;

const TAB_SHOWS = { reports: reportsTab, panel: panelTab, coverage: coverageTab, lines: linesTab, about: aboutTab };

// Puts a grid, or what stands in its place, where the last one was; a search field keeps its focus.
function put(holder, what) {
  grid?.leave();
  grid = what instanceof Grid ? what : null;
  holder.replaceChildren(grid ? grid.root : what);
  grid?.draw();
}

function summary() {
  const lines = data.reports;
  const sum = (name) => number(lines.reduce((total, line) => total + line[name], 0));
  const dated = yearsOfReports();
  const of = (status) => data.inputs.filter((input) => input.status === status).length;
  const parts = [
    say("site.sum.reports", { count: lines.length }),
    say("site.sum.issuers", { count: issuers.length }),
    dated.length ? (dated.length > 1 ? `${dated[0]}—${dated.at(-1)}` : String(dated[0])) : "",
    say("site.sum.figures", { count: sum("figures") }),
    say("site.sum.doubts", { count: sum("doubts") }),
    say("site.sum.failed", { count: sum("failed") }),
    of("failed") ? say("site.sum.unreadable", { count: of("failed") }) : "",
    of("duplicate") ? say("site.sum.duplicates", { count: of("duplicate") }) : "",
  ];
  return listed(parts.filter(Boolean));
}

function showHead() {
  const tabs = element("div", { role: "tablist", "aria-label": say("site.tabs") });
  for (const name of TABS) {
    const chosen = name === view.tab;
    tabs.append(
      element("button", {
        type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "main", text: say(`site.tab.${name}`),
        "aria-selected": String(chosen), tabindex: chosen ? "0" : "-1", onclick: () => changeTab(name),
      }), // prettier-ignore
    );
  }
  tabs.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    changeTab(TABS[(TABS.indexOf(view.tab) + step + TABS.length) % TABS.length]);
    document.getElementById(`tab-${view.tab}`).focus();
  });
  const other = LANGUAGES.find((name) => name !== language);
  const change = element("button", {
    type: "button", id: "language", lang: other === "zh" ? "zh-CN" : "en", text: other === "zh" ? "中文" : "English", onclick: () => changeLanguage(other),
  }); // prettier-ignore
  const theme = element("button", { type: "button", id: "theme", text: say("page.theme"), onclick: changeTheme });
  head.replaceChildren(
    element("div", { class: "title" }, element("h1", { text: say("site.title") }), element("p", { class: "sum", text: summary() }), change, theme),
    tabs,
  );
}

function changeTab(name) {
  if (name === view.tab) return;
  closeDetail();
  choose({ tab: name, sort: "", status: "", state: "", mode: "", of: "", d: "", c: "", order: "", scale: "", pick: "" }, { step: true });
  showTab();
}

function changeLanguage(name) {
  choose({ lang: name });
  kept.set("fazhi-lang", name);
  show();
  document.getElementById("language").focus();
}

const dark = matchMedia("(prefers-color-scheme: dark)");

function showTheme() {
  document.documentElement.dataset.theme = kept.get("fazhi-theme") ?? (dark.matches ? "dark" : "light");
  redrawCharts();
}

function changeTheme() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  kept.set("fazhi-theme", next);
  redrawCharts();
}

function showTab() {
  showHead();
  watcher?.disconnect();
  forgetCharts();
  body.replaceChildren();
  body.setAttribute("aria-labelledby", `tab-${view.tab}`);
  body.className = view.tab;
  body.tabIndex = ["lines", "about"].includes(view.tab) ? 0 : -1; // these scroll as a whole
  TAB_SHOWS[view.tab](body);
}

function show() {
  language = [view.lang, kept.get("fazhi-lang"), data.lang].find((name) => LANGUAGES.includes(name));
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.title = say("site.title");
  detail.setAttribute("aria-label", say("site.detail"));
  showTab();
  showCell();
}

// The cell that the address names.
function showCell() {
  const at = view.cell.indexOf(":");
  const row = at < 0 ? null : data.rows.find((one) => one.line?.id === view.cell.slice(0, at));
  if (row) openDetail(row, view.cell.slice(at + 1), { keep: true });
  else if (!detail.hidden) {
    detail.hidden = true;
    document.body.classList.remove("with-detail");
  }
}

function aboutTab(place) {
  const entry = (name) => [
    element("dt", {}, element("span", { class: `chip ${name}`, text: say(`state.${name}`) }), ` ${GLYPHS[name]}`),
    element("dd", { text: say(`about.state.${name}`) }),
  ];
  const signs = Object.entries(BOUND_SIGNS).map(([bound, sign]) => `${sign} ${say(`site.bound.${bound}`)}`);
  const text = element("div", { class: "text" });
  text.append(
    element("h2", { text: say("site.about.rules") }),
    ...say("site.about.text").split("\n").map((line) => element("p", { text: line })),
    element("p", { text: listed(signs) }),
    element("h2", { text: say("site.about.states") }),
    element("dl", { class: "states" }, ...STATES.flatMap(entry)),
    element("h2", { text: say("site.about.keys") }),
    element("p", { text: say("site.about.keys.text") }),
    element("h2", { text: say("site.about.indicators") }),
    element("dl", {}, ...indicators.flatMap((one) => [
      element("dt", {}, element("span", { text: indicatorName(one) }), element("code", { text: one.code })),
      element("dd", { text: one.definitions?.[inLanguage()] ?? "" }),
    ])), // prettier-ignore
    element("p", { class: "remark", text: `fazhi-extract ${data.version}` }),
    element("p", { class: "remark", text: say("site.about.library") }),
  );
  place.append(text);
}

document.body.append(head, body, detail);
showTheme();
dark.addEventListener("change", showTheme);
window.addEventListener("popstate", () => {
  view = readAddress();
  show();
});
window.addEventListener("beforeprint", () => {
  document.documentElement.dataset.theme = "light"; // a canvas does not follow the style of paper
  redrawCharts();
  for (const made of document.querySelectorAll(".card")) made.fill();
  if (grid) grid.root.after(...grid.plain(MOST_PRINTED));
});
window.addEventListener("afterprint", () => {
  for (const table of document.querySelectorAll("table.plain")) table.remove();
  showTheme();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape" && !typing) closeDetail();
  if (event.key === "/" && !typing) {
    body.querySelector("input[type=search]")?.focus();
    event.preventDefault();
  }
});
show();
document.documentElement.dataset.ready = "true";
