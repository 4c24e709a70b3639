// What a cell rests on: its state, its words, and the sentences, each figure a link to its place in the page of the report.

const detail = element("aside", { id: "detail", role: "region", tabindex: "-1", hidden: true });
let cameFrom = null;

// row: a row of the panel; code: a column's, or an indicator's for all its columns.
function openDetail(row, code, { keep = false } = {}) {
  const columns = columnsByCode.has(code) ? [columnsByCode.get(code)] : (indicatorsByCode.get(code)?.columns ?? []);
  if (!columns.length) return;
  cameFrom = keep ? cameFrom : document.activeElement;
  if (row.line) choose({ cell: `${row.line.id}:${code}` });
  const shown = columns.length === 1 ? columns : columns.filter((column) => !cellAt(row, column).absent);
  const blocks = (shown.length ? shown : columns.slice(0, 1)).map((column) => cellBlock(row, column));
  const heading = element("h2", { id: "detail-head", text: `${row.issuer ?? row.path ?? ""} ${row.year ?? ""}` });
  const close = element("button", { type: "button", class: "close", "aria-label": say("site.close"), text: "×", onclick: closeDetail });
  detail.replaceChildren(close, heading, reportLinks(row), ...blocks);
  detail.setAttribute("aria-labelledby", "detail-head");
  detail.hidden = false;
  document.body.classList.add("with-detail");
  if (!keep) detail.focus();
}

function closeDetail() {
  if (detail.hidden) return;
  detail.hidden = true;
  document.body.classList.remove("with-detail");
  choose({ cell: "" });
  if (cameFrom?.isConnected) cameFrom.focus();
}

detail.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeDetail();
});

function reportLinks(row) {
  const path = row.path ?? row.line?.path;
  const parts = [row.line?.page ? element("a", { href: figureAddress(row.line), text: say("site.open.report") }) : null];
  if (path) parts.push(element("span", { class: "path", text: path }));
  return element("p", { class: "source" }, ...parts);
}

function cellBlock(row, column) {
  const cell = cellAt(row, column);
  const definition = indicatorsByCode.get(column.indicator).definitions?.[inLanguage()];
  const block = element(
    "section",
    { class: "block" },
    element("h3", { text: columnName(column) }),
    element("p", { class: "code", text: column.code }),
    element(
      "p",
      { class: "said" },
      element("span", { class: `chip ${STATES[cell.state]}`, text: stateName(cell.state) }),
      element("strong", { text: saidInFull(cell, column) }),
    ),
    element("p", { class: "about", text: say(`about.state.${STATES[cell.state]}`) }),
  );
  if (!cell.absent) block.append(...evidence(row, column));
  if (definition) block.append(element("p", { class: "about", text: `${say("site.definition")}${definition}` }));
  return block;
}

function saidInFull(cell, column) {
  const unit = cell.value !== null && cell.unit === null ? (column.unit ?? "") : "";
  return cellText(cell) + unit;
}

function evidence(row, column) {
  const known = sentencesOf(row.report);
  const [, note, figures] = known.c[column.number];
  const parts = [];
  if (note) parts.push(element("p", { class: "note", text: told(note) }));
  const bySentence = new Map();
  for (const [metric, sentence, start, end] of figures) {
    if (!bySentence.has(sentence)) bySentence.set(sentence, []);
    bySentence.get(sentence).push({ metric, start, end });
  }
  for (const [sentence, places] of bySentence) parts.push(quotation(row.line, known.s[sentence], places));
  return parts;
}

// A sentence with its figures marked; each leads to its place in the page of the report.
function quotation(line, sentence, places) {
  const characters = Array.from(sentence); // places are counted in code points
  const quote = element("blockquote", { lang: "zh-CN" });
  let at = 0;
  const loose = [];
  for (const { metric, start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < at) {
      loose.push(metric);
      continue;
    }
    quote.append(visible(characters.slice(at, start).join("")));
    quote.append(figureLink(line, metric, element("mark", { text: characters.slice(start, end).join("") })));
    at = end;
  }
  quote.append(visible(characters.slice(at).join("")));
  for (const metric of loose) quote.append(" ", figureLink(line, metric, element("mark", { text: metric })));
  return quote;
}

function figureLink(line, metric, content) {
  if (!line.page) return content;
  const link = element("a", { class: "figure", href: figureAddress(line, metric), title: say("site.open.figure", { metric }) });
  link.append(content);
  return link;
}
