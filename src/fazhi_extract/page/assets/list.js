// The right side: figures by domain, with search and filters.
const STEP = 200;
let fitting = []; // what the list shows, in its order
let flat = []; // rows to come: heads and figures
let drawn = 0;

function renderFilters() {
  const options = (element, all, list, word, chosen) => fillWith(element,
    el('option', { value: '' }, say(all)), list.map((one) => el('option', { value: one, selected: one === chosen }, say(word + one))));
  options(id('kind'), 'page.kind.all', KINDS.filter((kind) => figures.some((f) => now(f).kind === kind)), 'page.kind.', wanted.kind);
  options(id('role'), 'page.role.all', ROLES.filter((role) => figures.some((f) => now(f).role === role)), 'role.', wanted.role);
  fillWith(id('flags'), Object.keys(FLAGS).map((flag) => el('button', {
    type: 'button', class: 'chip', 'data-flag': flag, 'aria-pressed': String(wanted.flags.has(flag)),
    onclick: () => { if (!wanted.flags.delete(flag)) wanted.flags.add(flag); keepingFocus(() => { renderFilters(); renderList(); }); },
  }, `${say(`page.flag.${flag}`)} ${figures.filter(FLAGS[flag]).length}`)));
}

function row(figure) {
  const v = now(figure);
  const badges = [];
  if (v.role !== 'actual') badges.push(el('span', { class: `badge r-${v.role}` }, say(`page.role.${v.role}`)));
  if (v.form !== 'number') badges.push(el('span', { class: 'badge' }, say(`page.form.${v.form}`)));
  const scope = v.scope ?? '';
  if (scope) badges.push(el('span', { class: 'badge scope' }, scope));
  if (failed(figure)) badges.push(el('span', { class: 'badge failed' }, say('page.flag.failed')));
  else if (FLAGS.doubt(figure)) badges.push(el('span', { class: 'badge doubtful' }, say('page.flag.doubt')));
  const one = stateOf(figure);
  if (one !== 'open') badges.push(el('span', { class: `badge s-${one}` }, say(`page.state.${one}`)));
  return el('button', {
    type: 'button', class: `row s-${one}`, 'data-figure': figure.id, tabindex: '-1',
    'aria-current': figure.id === state.selected ? 'true' : null, onclick: () => select(figure.id, 'list'),
  },
  el('span', { class: `figure k-${v.kind} r-${v.role} f-${v.form}` }, shownText(figure)),
  el('span', { class: 'what' }, v.indicator ? nameOf(v.indicator) : el('span', { class: 'dim' }, v.label ?? say('page.unbound')),
    Object.keys(v.attributes).length ? el('span', { class: 'dim' }, ` ${attributeWords(v)}`) : null),
  el('span', { class: 'badges' }, badges));
}

function renderList() {
  const groups = grouped(figures.filter(fits));
  fitting = groups.flatMap(([, members]) => members);
  flat = groups.flatMap(([domain, members]) => [{ domain, count: members.length }, ...members]);
  drawn = 0;
  fillWith(id('list'));
  draw(STEP);
  id('found').textContent = say('page.found', { count: fitting.length, all: figures.length });
  if (!fitting.length) id('list').append(el('p', { class: 'dim empty' }, say('page.none')));
}

function draw(upTo) {
  const list = id('list');
  list.querySelector('.more')?.remove();
  for (; drawn < Math.min(upTo, flat.length); drawn += 1) {
    const one = flat[drawn];
    list.append(one.span ? row(one) : el('h3', {}, one.domain ? domainName(one.domain) : say('page.unbound'), ' ', el('span', { class: 'dim' }, String(one.count))));
  }
  if (drawn < flat.length) {
    list.append(el('button', { type: 'button', class: 'more', onclick: () => draw(drawn + STEP) }, say('page.more', { count: flat.length - drawn })));
  }
  setStop();
}

// One row at a time takes part in tabbing; the arrows go on from there.
function setStop() {
  const list = id('list');
  const stop = list.querySelector('[aria-current]') ?? list.querySelector('.row');
  for (const other of list.querySelectorAll('.row[tabindex="0"]')) other.tabIndex = -1;
  if (stop) stop.tabIndex = 0;
}

function rowOf(figure) {
  const at = flat.indexOf(figure);
  if (at < 0) return null;
  if (at >= drawn) draw(at + 20);
  return id('list').querySelector(`.row[data-figure="${CSS.escape(figure.id)}"]`);
}

function showInList(figure, moving) {
  for (const old of id('list').querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
  if (!figure) return;
  if (!fits(figure) && moving) { // it is what was asked for: filters give way
    clearFilters();
  }
  const found = rowOf(figure);
  if (!found) return;
  found.setAttribute('aria-current', 'true');
  setStop();
  if (moving) {
    const box = found.getBoundingClientRect(), pane = id('panel').getBoundingClientRect();
    if (box.top < pane.top || box.bottom > pane.bottom) found.scrollIntoView({ block: 'center' });
  }
}

function clearFilters() {
  Object.assign(wanted, { words: '', kind: '', role: '' });
  wanted.flags.clear();
  id('search').value = '';
  renderFilters();
  renderList();
}

function listKeys(event) {
  const rows = [...id('list').querySelectorAll('.row')];
  const at = rows.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length }[event.key];
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
  next.focus();
  select(next.dataset.figure, 'list');
}
