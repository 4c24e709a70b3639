// The right side: figures by domain, with search and filters. A part of them is drawn, which grows as one scrolls.
const STEP = 100;
const NEAR = 400; // pixels to an end of what is drawn at which more is
let fitting = []; // what the list has, in its order
let flat = []; // its rows: heads and figures
let drawn = [0, 0]; // those that are there, from and to

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

function renderList(from = 0, to = STEP) {
  const groups = grouped(figures.filter(fits));
  fitting = groups.flatMap(([, members]) => members);
  flat = groups.flatMap(([domain, members]) => [{ domain, count: members.length }, ...members]);
  drawRows(from, to);
  id('found').textContent = say('page.found', { count: fitting.length, all: figures.length });
  if (!fitting.length) id('list').append(el('p', { class: 'dim empty' }, say('page.none')));
}

const rowElement = (one) => (one.span ? row(one) : headElement(one));
const headElement = (one, look) => el('h3', { class: look }, one.domain ? domainName(one.domain) : say('page.unbound'), ' ', el('span', { class: 'dim' }, String(one.count)));
const figuresOf = (rows) => rows.filter((one) => one.span).length;

// Draws a part of the list anew.
function drawRows(from, to) {
  drawn = [Math.max(0, Math.min(from, flat.length - 1)), Math.min(to, flat.length)];
  fillWith(id('list'), flat.slice(...drawn).map(rowElement));
  drawEnds();
}
// Draws more of it, at one end.
function drawMore(down) {
  const [from, to] = drawn;
  const list = id('list');
  if (down) {
    drawn = [from, Math.min(to + STEP, flat.length)];
    list.append(...flat.slice(to, drawn[1]).map(rowElement));
    drawEnds();
    return;
  }
  const panel = id('panel');
  const below = panel.scrollHeight - panel.scrollTop;
  drawn = [Math.max(0, from - STEP), to];
  list.prepend(...flat.slice(drawn[0], from).map(rowElement));
  drawEnds();
  panel.scrollTop = panel.scrollHeight - below; // what one sees stays where it is
}
function drawEnds() {
  const list = id('list');
  for (const old of list.querySelectorAll('.edge')) old.remove();
  const more = (key, down, rows) => el('button', { type: 'button', class: `edge more ${down ? 'down' : 'up'}`, onclick: () => drawMore(down) }, say(key, { count: figuresOf(rows) }));
  if (drawn[0] > 0) {
    const head = flat.slice(0, drawn[0] + 1).findLast((one) => !one.span);
    list.prepend(more('page.more.up', false, flat.slice(0, drawn[0])), ...(flat[drawn[0]].span ? [headElement(head, 'edge')] : []));
  }
  if (drawn[1] < flat.length) list.append(more('page.more', true, flat.slice(drawn[1])));
  setStop();
}
function listScrolled() {
  const pane = id('panel').getBoundingClientRect();
  const [up, down] = ['.more.up', '.more.down'].map((name) => id('list').querySelector(name)?.getBoundingClientRect());
  if (down && down.top < pane.bottom + NEAR) drawMore(true);
  else if (up && up.bottom > pane.top - NEAR) drawMore(false);
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
  if (at < drawn[0] || at >= drawn[1] + STEP) drawRows(at - STEP / 2, at + STEP / 2);
  else if (at >= drawn[1]) drawMore(true);
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
  const at = fitting.findIndex((figure) => figure.id === document.activeElement?.dataset.figure);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -fitting.length, End: fitting.length }[event.key];
  if (step === undefined || at < 0) return;
  event.preventDefault();
  const next = fitting[Math.max(0, Math.min(fitting.length - 1, at + step))];
  rowOf(next).focus();
  select(next.id, 'list');
}
