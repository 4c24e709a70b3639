// The other views of the right side: outline, letterhead, checks, what was turned down.
const TABS = ['figures', 'outline', 'metadata', 'checks', 'down'];

function renderTabs() {
  fillWith(id('tabs'), TABS.map((tab, at) => el('button', {
    type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-selected': String(tab === state.tab), 'aria-controls': 'panel',
    tabindex: tab === state.tab ? '0' : '-1', title: String(at + 1), onclick: () => keepingFocus(() => openTab(tab)),
  }, say(`page.tab.${tab}`), tabCount(tab))));
}
function tabCount(tab) {
  const count = {
    figures: figures.length, outline: DATA.sections.filter((s) => s.kind === 'section').length,
    checks: DATA.checks.filter((one) => !one.agrees).length, down: DATA.turned_down.length,
  }[tab];
  return count ? el('span', { class: `count${tab === 'checks' ? ' failed' : ''}` }, String(count)) : null;
}

function openTab(tab, focused) {
  state.tab = tab;
  renderTabs();
  const panel = id('panel');
  panel.setAttribute('aria-labelledby', `tab-${tab}`);
  id('filters').hidden = tab !== 'figures';
  if (tab === 'figures') renderList();
  else fillWith(id('list'), { outline: outlinePane, metadata: metadataPane, checks: checksPane, down: downPane }[tab]());
  if (document.documentElement.dataset.ready) panel.scrollTop = 0; // before the first layout it would force one
  if (focused) id(`tab-${tab}`).focus();
}

const jump = (span, ...words) => el('button', { type: 'button', class: 'place', onclick: () => goTo(span) }, words);

function outlinePane() {
  const counts = new Map();
  for (const figure of figures) {
    for (let one = SECTIONS.get(figure.machine?.section); one; one = SECTIONS.get(one.parent)) counts.set(one.id, (counts.get(one.id) ?? 0) + 1);
  }
  if (!DATA.sections.length) return el('p', { class: 'dim empty' }, say('page.none'));
  return DATA.sections.map((one) => el('div', { class: `outline level-${Math.min(6, one.level)} ${one.kind}` },
    jump(one.heading ?? [one.span[0], one.span[0] + 1], one.marker ? el('span', { class: 'dim' }, one.marker) : '', one.title ?? titleOf(one.id)),
    counts.get(one.id) ? el('span', { class: 'count' }, String(counts.get(one.id))) : null));
}

const META = ['title', 'issuer', 'addressees', 'document_number', 'reporting_year', 'signed_on', 'published_on', 'printed_on', 'published_by', 'cc', 'disclosure', 'region', 'issuer_level', 'issuer_type', 'issuer_key'];
function metadataPane() {
  const words = (field, value) => {
    if (field === 'region') return [value.province, value.city, value.county, value.code].filter(Boolean).join(' ');
    if (field === 'issuer_type') return say(`issuer_type.${value}`);
    if (field === 'issuer_level') return attributeName('level', value);
    return String(value);
  };
  const rows = META.flatMap((field) => {
    const value = DATA.metadata[field];
    if (value === null || value === undefined || (Array.isArray(value) && !value.length)) return [];
    const spans = DATA.places[field];
    const shown = Array.isArray(value)
      ? value.map((one, at) => (spans?.[at] ? jump(spans[at], one) : el('span', {}, one)))
      : [spans ? jump(spans, words(field, value)) : words(field, value)];
    return [el('dt', {}, say(`page.meta.${field}`)), el('dd', {}, shown)];
  });
  const source = [['page.meta.path', DATA.path], ['page.meta.report_id', DATA.report_id], ['page.meta.sha256', DATA.sha256],
    ['page.meta.length', String(LENGTH)], ['page.meta.tool', DATA.tool], ['page.meta.rules', DATA.rules.join(' · ')]]
    .filter(([, value]) => value).map(([key, value]) => [el('dt', {}, say(key)), el('dd', {}, value)]);
  const notes = DATA.notes.map((note) => el('li', { class: note.severity }, el('code', {}, note.code), ' ', told(note.message), ' ', note.span && note.span[0] < note.span[1] ? jump(note.span, say('page.where')) : null));
  return [el('h3', {}, say('page.tab.metadata')), el('dl', {}, rows), el('h3', {}, say('page.source')), el('dl', {}, source),
    notes.length ? [el('h3', {}, say('page.notes')), el('ul', {}, notes)] : null];
}

function checksPane() {
  const weight = ['error', 'warning', 'info'];
  const sorted = [...DATA.checks].sort((a, b) => a.agrees - b.agrees || weight.indexOf(a.severity) - weight.indexOf(b.severity));
  if (!sorted.length) return el('p', { class: 'dim empty' }, say('page.none'));
  return el('ul', { class: 'checks' }, sorted.map((one) => el('li', { class: one.agrees ? 'agrees' : `disagrees ${one.severity}` },
    el('b', {}, one.agrees ? say('page.agrees') : say('page.disagrees', { how: say(`severity.${one.severity}`) })), ' ', told(one.message), ' ',
    one.metrics.map((metric) => el('button', { type: 'button', class: 'link', onclick: () => select(metric) }, byId.has(metric) ? shownText(byId.get(metric)) : metric)))));
}

function downPane() {
  if (!DATA.turned_down.length) return el('p', { class: 'dim empty' }, say('page.none'));
  const groups = new Map();
  DATA.turned_down.forEach((one) => groups.set(one.reason, [...(groups.get(one.reason) ?? []), one]));
  return [el('p', { class: 'dim' }, say('page.down.about')), [...groups].map(([reason, members]) => [
    el('h3', {}, say(`reason.${reason}`), ' ', el('span', { class: 'dim' }, String(members.length))),
    el('ul', { class: 'downs' }, members.map((one) => el('li', {}, jump(one.span, ...around(one.span)),
      el('button', { type: 'button', class: 'link', onclick: () => openForm(null, one.span) }, say('page.is-figure'))))),
  ])];
}
function around([start, end]) {
  const bare = (words) => words.replace(/\s+/g, '');
  return [bare(slice(Math.max(0, start - 8), start)), el('b', {}, bare(slice(start, end))), bare(slice(end, Math.min(LENGTH, end + 10)))];
}

function renderLegend() {
  const kinds = KINDS.map((kind) => el('span', { class: `figure k-${kind} r-actual` }, say(`page.kind.${kind}`)));
  const roles = ROLES.map((role) => el('span', { class: `figure k-none r-${role}` }, say(`role.${role}`)));
  const others = [
    el('span', { class: 'figure k-none r-actual f-masked' }, say('page.form.masked')), el('span', { class: 'figure k-none r-actual unbound' }, say('page.unbound')),
    el('span', { class: 'figure k-none r-actual doubtful' }, say('page.flag.doubt')), el('span', { class: 'figure k-none r-actual failed' }, say('page.flag.failed')),
    el('span', { class: 'figure k-none r-actual s-confirmed' }, say('page.state.confirmed')), el('span', { class: 'figure k-none r-actual s-corrected' }, say('page.state.corrected')),
    el('span', { class: 'figure k-none r-actual s-added' }, say('page.state.added')), el('span', { class: 'figure k-none s-rejected' }, say('page.state.rejected')),
    el('span', { class: 'x-date' }, say('page.date')), el('span', { class: 'x-down' }, say('page.tab.down')),
  ];
  fillWith(id('legend-body'), el('p', {}, kinds), el('p', {}, roles), el('p', {}, others));
}
