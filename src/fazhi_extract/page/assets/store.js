// The review: kept in the browser, saved as a key and loaded again.
const STORE = `fazhi-review:${DATA.text_sha256}`;

const REJECTED = 'rejected in review';

// Added figures get ids of their own, which the address can keep: by place, not by order of adding.
const addedId = (span, nth) => `a${span[0]}-${span[1]}${nth ? `-${nth}` : ''}`;

function restore(entries) {
  for (let at = figures.length - 1; at >= 0; at -= 1) {
    const figure = figures[at];
    figure.person = undefined;
    figure.note = null;
    if (!figure.machine) drop(figure);
  }
  for (const entry of entries) {
    const [start, end] = Array.isArray(entry.span) ? entry.span : [];
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > LENGTH) continue;
    const span = [start, end];
    const nth = Number.isInteger(entry.nth) ? entry.nth : 0;
    const known = byPlace.get(place(span, nth));
    const person = entry.values ? sound(entry.values) : null;
    if (known) Object.assign(known, { person, note: entry.note ?? null });
    else if (person) put({ id: addedId(span, nth), span, nth, machine: null, values: person, person, note: entry.note ?? null });
  }
  figures.sort(inOrder);
}

function drop(figure) {
  figures.splice(figures.indexOf(figure), 1);
  byId.delete(figure.id);
  byPlace.delete(place(figure.span, figure.nth));
}

// A file may say anything: only values of the right sort are taken.
function sound(values) {
  const v = valuesOf(values);
  const one = (list, value, other) => (list.includes(value) ? value : other);
  const finite = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);
  const words = (value) => (typeof value === 'string' && value !== '' ? value : null);
  const attributes = {};
  if (v.attributes && typeof v.attributes === 'object' && !Array.isArray(v.attributes)) {
    for (const [key, value] of Object.entries(v.attributes)) {
      if (/^[a-z_]+$/.test(key) && (value === true || words(value))) attributes[key] = value;
    }
  }
  return {
    kind: one(KINDS, v.kind, 'count'), value: finite(v.value), value_to: finite(v.value_to), unit: words(v.unit),
    bound: one(BOUNDS, v.bound, 'exact'), form: one(FORMS, v.form, 'number'), role: one(ROLES, v.role, 'actual'),
    label: words(v.label), indicator: words(v.indicator), attributes, scope: words(v.scope),
    scope_kind: one(SCOPES, v.scope_kind, null),
  };
}

function entriesNow() {
  return figures.filter((f) => f.person !== undefined)
    .map((f) => ({ span: f.span, nth: f.nth, values: f.person, note: f.note }));
}

function keep() {
  if (!kept.set(STORE, JSON.stringify({ version: 1, path: DATA.path, entries: entriesNow() }))) tell(say('page.not-kept'));
}

function recall() {
  let stored = null;
  try { stored = JSON.parse(kept.get(STORE) ?? 'null'); } catch { /* not ours: start anew */ }
  if (Array.isArray(stored?.entries)) restore(stored.entries);
}

// The key's file as the annotation guide has it. What nobody has looked at is optional: neither held for nor against.
function asKey() {
  const entry = (figure) => {
    const state = stateOf(figure);
    return {
      span: figure.span, text: text(figure), ...now(figure), also: {}, optional: state === 'open', note: figure.note,
      review: state === 'open' ? null : state, metric: figure.machine ? figure.id : null,
      machine: state === 'corrected' ? figure.values : null,
    };
  };
  const rejected = figures.filter((f) => stateOf(f) === 'rejected');
  return {
    file: DATA.path.split(/[\\/]/).pop(), report_id: DATA.report_id, sha256: DATA.sha256, text_sha256: DATA.text_sha256,
    tool: DATA.tool, finished: figures.every((f) => stateOf(f) !== 'open'),
    metadata: {},
    sections: DATA.sections.map((s) => ({
      kind: s.kind, level: s.level, marker: s.marker ?? null, title: s.title ?? null, span: s.span, optional: true,
    })),
    metrics: figures.filter((f) => stateOf(f) !== 'rejected').map(entry),
    dates: DATA.dates.map((d) => ({
      span: d.span, text: slice(d.span[0], d.span[1]), start: d.start, end: d.end, granularity: d.granularity,
      year_inferred: d.year_inferred, masked: d.masked, optional: true,
    })),
    decoys: rejected.map((f) => ({
      span: f.span, text: text(f), why: f.note ?? REJECTED, review: 'rejected', metric: f.id, machine: f.values,
    })),
  };
}

function saveKey() {
  const name = (DATA.path.split(/[\\/]/).pop() || 'report').replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '_');
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(asKey(), null, 1)}\n`], { type: 'application/json' }));
  const link = el('a', { href: url, download: `${name || 'report'}.key.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

// Takes a key, ours or another one. Returns what is wrong with it, or nothing.
function loadKey(words) {
  let key;
  try { key = JSON.parse(words); } catch { return 'page.open.no-json'; }
  if (!key || !Array.isArray(key.metrics)) return 'page.open.no-key';
  if ((key.decoys ?? null) !== null && !Array.isArray(key.decoys)) return 'page.open.no-key';
  const all = [...key.metrics, ...(key.decoys ?? [])];
  const stands = (span) => Array.isArray(span) && span.length === 2 && span.every(Number.isInteger) && span[0] >= 0 && span[0] < span[1] && span[1] <= LENGTH;
  const quotes = (one) => stands(one?.span) && (one.text === undefined || slice(one.span[0], one.span[1]) === one.text);
  const number = (value) => value === null || value === undefined || Number.isFinite(value);
  if (!key.metrics.every((one) => number(one?.value) && number(one?.value_to))) return 'page.open.no-key';
  if ((key.text_sha256 && key.text_sha256 !== DATA.text_sha256) || !all.every(quotes)) return 'page.open.other-text';
  const count = new Map();
  const entries = [];
  for (const one of key.metrics) {
    const at = one.span.join('-');
    // Which of the figures of one span: the same one as here, if this page's program found it; else by order.
    const twins = figures.filter((f) => f.machine && f.span.join('-') === at);
    let nth = Math.max(count.get(at) ?? 0, one.review === 'added' ? twins.length : 0);
    const twin = twins.find((f) => f.id === one.metric);
    if (twin) nth = twin.nth;
    count.set(at, Math.max(nth + 1, (count.get(at) ?? 0) + 1));
    const open = one.review === null || (one.review === undefined && one.optional);
    if (!open) entries.push({ span: one.span, nth, values: valuesOf(one), note: one.note });
  }
  for (const one of key.decoys ?? []) {
    const twins = figures.filter((f) => f.machine && f.span.join('-') === one.span.join('-'));
    const named = twins.filter((f) => f.id === one.metric);
    for (const twin of named.length ? named : twins) entries.push({ span: one.span, nth: twin.nth, values: null, note: one.why === REJECTED ? null : one.why });
  }
  // What the file says goes before what is kept here; what it does not speak of stays.
  restore([...entriesNow(), ...entries]);
  return null;
}
