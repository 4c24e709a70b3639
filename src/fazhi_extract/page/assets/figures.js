// Figures: the program's, with what a person has said of them.
const FIELDS = ['kind', 'value', 'value_to', 'unit', 'bound', 'form', 'role', 'label', 'indicator', 'attributes', 'scope', 'scope_kind'];

// The fields that a key has, of a figure or of an entry of a key; what is usual may be left out.
const USUAL = { bound: 'exact', form: 'number', role: 'actual' };
function valuesOf(one) {
  const values = {};
  for (const field of FIELDS) values[field] = one[field] ?? (field === 'attributes' ? {} : USUAL[field] ?? null);
  return values;
}

function same(one, other) {
  const line = (values) => JSON.stringify(FIELDS.map((f) => (f === 'attributes' ? Object.entries(values[f]).sort() : values[f])));
  return line(one) === line(other);
}

const place = (span, nth) => `${span[0]}-${span[1]}#${nth}`;
const figures = [];
const byId = new Map();
const byPlace = new Map();

function put(figure) {
  figures.push(figure);
  byId.set(figure.id, figure);
  byPlace.set(place(figure.span, figure.nth), figure);
}

for (const metric of DATA.metrics) {
  let nth = 0;
  while (byPlace.has(place(metric.span, nth))) nth += 1;
  put({ id: metric.id, span: metric.span, nth, machine: metric, values: valuesOf(metric), person: undefined, note: null });
}

// A person's word: undefined for none, null for no figure, else the values that are right.
function stateOf(figure) {
  if (!figure.machine) return 'added';
  if (figure.person === undefined) return 'open';
  if (figure.person === null) return 'rejected';
  return same(figure.person, figure.values) ? 'confirmed' : 'corrected';
}
const now = (figure) => figure.person ?? figure.values;
const text = (figure) => slice(figure.span[0], figure.span[1]);
const shownText = (figure) => text(figure).replace(/\s+/g, '');

// Of links: who points here.
const linked = new Map();
for (const metric of DATA.metrics) {
  for (const link of metric.links ?? []) {
    if (!linked.has(link.metric)) linked.set(link.metric, []);
    linked.get(link.metric).push({ relation: link.relation, metric: metric.id });
  }
}
const checksOf = new Map();
DATA.checks.forEach((check, at) => {
  for (const metric of check.metrics) {
    if (!checksOf.has(metric)) checksOf.set(metric, []);
    checksOf.get(metric).push(at);
  }
});
const failed = (figure) => (checksOf.get(figure.id) ?? []).some((at) => !DATA.checks[at].agrees);

const FLAGS = {
  unbound: (f) => now(f).indicator === null,
  doubt: (f) => (f.machine?.doubts ?? []).length > 0,
  masked: (f) => now(f).form === 'masked',
  failed,
  headline: (f) => f.machine?.headline === true,
  open: (f) => stateOf(f) === 'open',
  changed: (f) => !['open', 'confirmed'].includes(stateOf(f)),
};
const wanted = { words: '', kind: '', role: '', flags: new Set() };

function haystack(figure) {
  const v = now(figure);
  const known = v.indicator ? INDICATORS.get(v.indicator) : null;
  const attributes = Object.entries(v.attributes).map(([key, value]) => `${attributeName(key, value)} ${value}`);
  return [shownText(figure), v.label, v.indicator, known?.zh, known?.en, v.scope, v.unit, v.value, figure.id, ...attributes]
    .filter((one) => one !== null && one !== undefined).join('\n').toLowerCase();
}

function fits(figure) {
  const v = now(figure);
  if (wanted.kind && v.kind !== wanted.kind) return false;
  if (wanted.role && v.role !== wanted.role) return false;
  for (const flag of wanted.flags) if (!FLAGS[flag](figure)) return false;
  if (!wanted.words) return true;
  const words = haystack(figure);
  return wanted.words.toLowerCase().split(/\s+/).every((word) => words.includes(word));
}

const inOrder = (one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1] || one.nth - other.nth;
const domainOf = (figure) => (now(figure).indicator ?? '').split('.')[0];
const NAMED = Object.keys(DATA.words.zh).filter((key) => key.startsWith('domain.')).map((key) => key.slice(7));
const DOMAINS = [...new Set([...NAMED, ...DATA.indicators.map((one) => one.code.split('.')[0])])];

// Domains with their figures, those without an indicator last.
function grouped(some) {
  const groups = new Map([...DOMAINS, ''].map((domain) => [domain, []]));
  for (const figure of some) {
    const domain = domainOf(figure);
    if (!groups.has(domain)) groups.set(domain, []);
    groups.get(domain).push(figure);
  }
  return [...groups].filter(([, members]) => members.length);
}
const BOUND_SIGNS = { exact: '', about: '≈ ', at_least: '≥ ', over: '> ', at_most: '≤ ', under: '< ' };
function valueWords(v) {
  if (v.form === 'masked') return say('page.form.masked');
  const sign = v.role === 'change' && v.value > 0 ? '+' : '';
  const range = v.value_to === null ? '' : `–${number(v.value_to)}`;
  return `${BOUND_SIGNS[v.bound] ?? ''}${sign}${number(v.value)}${range}${v.unit ? ` ${v.unit}` : ''}`;
}
