// What there is to say of a figure: a card beside it, and in full at the right with what one can do about it.
function scopeWords(v) {
  if (!v.scope && !v.scope_kind) return '';
  const kind = v.scope_kind ? say(`scope.${v.scope_kind}`) : '';
  return v.scope ? `${v.scope}${kind ? `（${kind}）` : ''}` : kind;
}
const attributeWords = (v) => joined(Object.entries(v.attributes).map(([key, value]) => attributeName(key, value)));

function facts(figure) {
  const v = now(figure);
  const machine = figure.machine ?? {};
  const period = DATA.periods[machine.period];
  return [
    ['page.indicator', v.indicator ? nameOf(v.indicator) : say('page.unbound'), v.indicator],
    ['page.attributes', attributeWords(v)],
    ['page.value', valueWords(v)],
    ['page.bound', v.bound === 'exact' ? '' : say(`bound.${v.bound}`)],
    ['page.form', v.form === 'number' ? '' : say(`page.form.${v.form}`)],
    ['page.role', say(`role.${v.role}`)],
    ['page.scope', scopeWords(v)],
    ['page.label', v.label],
    ['page.period', period ? `${period.start ?? '…'} – ${period.end ?? '…'}${period.stated ? '' : ` ${say('page.period.default')}`}` : ''],
  ].filter(([, words]) => words);
}

function linksOf(figure) {
  const from = (figure.machine?.links ?? []).map((one) => ({ ...one, key: `page.link.${one.relation}` }));
  const to = (linked.get(figure.id) ?? []).map((one) => ({ ...one, key: `page.linked.${one.relation}` }));
  return [...from, ...to];
}

function cardOf(figure) {
  const rows = facts(figure).map(([key, words, more]) => [el('dt', {}, say(key)), el('dd', {}, words, more ? el('code', {}, more) : '')]);
  const links = linksOf(figure).map((one) => el('li', {}, `${say(one.key)} ${byId.has(one.metric) ? shownText(byId.get(one.metric)) : one.metric}`));
  const doubts = (figure.machine?.doubts ?? []).map((one) => el('li', { class: 'doubt' }, say(`doubt.${one}`)));
  return [
    el('p', { class: 'head' }, el('b', {}, shownText(figure)), ' ', el('span', { class: `badge s-${stateOf(figure)}` }, stateWords(figure))),
    el('dl', {}, rows),
    links.length || doubts.length ? el('ul', {}, links, doubts) : null,
  ];
}
function stateWords(figure) {
  const one = stateOf(figure);
  return one === 'open' ? '' : say(`page.state.${one}`);
}

let described = null;
function showCard(mark) {
  const members = mark.dataset.figures.split(' ').map((one) => byId.get(one)).filter(Boolean);
  const card = id('card');
  fillWith(card, members.map(cardOf));
  card.hidden = false;
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const height = card.offsetHeight, width = card.offsetWidth;
  const below = box.bottom + 8 + height < innerHeight;
  card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
  card.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - height - 6)}px`;
  hideDescription();
  described = mark;
  mark.setAttribute('aria-describedby', 'card');
}
function hideDescription() {
  described?.removeAttribute('aria-describedby');
  described = null;
}
function hideCard() {
  id('card').hidden = true;
  hideDescription();
}

function linkTo(one) {
  const other = byId.get(one.metric);
  return el('li', {}, `${say(one.key)} `, el('button', { type: 'button', class: 'link', onclick: () => select(one.metric) },
    other ? `${shownText(other)} ${nameOf(now(other).indicator) || now(other).label || ''}` : one.metric));
}

function renderDetail() {
  const pane = id('detail');
  const figure = byId.get(state.selected);
  pane.hidden = !figure;
  if (!figure) { fillWith(pane); return; }
  const one = stateOf(figure);
  const rows = facts(figure).map(([key, words, more]) => [el('dt', {}, say(key)), el('dd', {}, words, more ? el('code', {}, more) : '')]);
  const extra = [
    ...linksOf(figure).map(linkTo),
    ...(figure.machine?.candidates ?? []).map((code) => el('li', {}, `${say('page.candidate')} ${nameOf(code)} `, el('code', {}, code))),
    ...(figure.machine?.doubts ?? []).map((doubt) => el('li', { class: 'doubt' }, say(`doubt.${doubt}`))),
    ...(checksOf.get(figure.id) ?? []).map((at) => el('li', { class: DATA.checks[at].agrees ? 'agrees' : 'disagrees' }, told(DATA.checks[at].message))),
  ];
  const why = (DATA.why[figure.id] ?? []).map((at) => el('li', {}, said(DATA.facts[at])));
  if (!why.length && figure.machine?.rule) why.push(el('li', {}, figure.machine.rule));
  const button = (key, action, pressed) => el('button', { type: 'button', class: `act ${key}`, 'aria-pressed': pressed, onclick: action }, say(`page.${key}`));
  const twins = figuresIn(figure.span[0], figure.span[1]).filter((f) => f !== figure);
  fillWith(
    pane,
    el('p', { class: 'head' }, el('b', { class: `figure k-${now(figure).kind} r-${now(figure).role}` }, shownText(figure)), ' ',
      el('span', { class: 'dim' }, figure.machine ? figure.id : ''), ' ', el('span', { class: `badge s-${one}` }, stateWords(figure)),
      el('button', { type: 'button', class: 'close', 'aria-label': say('page.close'), onclick: () => select(null) }, '×')),
    el('div', { class: 'acts', role: 'group', 'aria-label': say('page.review') },
      figure.machine ? button('confirm', () => accept(figure), String(one === 'confirmed')) : null,
      button('correct', () => openForm(figure), String(one === 'corrected')),
      figure.machine ? button('reject', () => reject(figure), String(one === 'rejected')) : null,
      one === 'open' ? null : button(figure.machine ? 'undo' : 'remove', () => undo(figure), null)),
    el('dl', {}, rows),
    one === 'corrected' ? el('p', { class: 'was' }, `${say('page.was')} `, el('s', {}, joined([valueWords(figure.values), nameOf(figure.values.indicator) || say('page.unbound'), attributeWords(figure.values), scopeWords(figure.values), say(`role.${figure.values.role}`)]))) : null,
    figure.note ? el('p', { class: 'note' }, figure.note) : null,
    twins.length ? el('p', {}, `${say('page.twins')} `, ...twins.map((f) => el('button', { type: 'button', class: 'link', onclick: () => select(f.id) }, nameOf(now(f).indicator) || now(f).label || f.id))) : null,
    extra.length ? el('ul', {}, extra) : null,
    why.length ? el('details', { open: true }, el('summary', {}, say('page.why')), el('ul', {}, why)) : null,
  );
}
