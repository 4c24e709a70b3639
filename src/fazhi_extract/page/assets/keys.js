// The keyboard, and the dialog that tells of it.
const KEYS = [
  ['j / k', 'page.key.next'], ['/', 'page.key.search'], ['c', 'page.key.confirm'], ['e', 'page.key.correct'], ['x', 'page.key.reject'],
  ['u', 'page.key.undo'], ['a', 'page.key.add'], ['t', 'page.key.text'], ['r', 'page.key.list'], ['l', 'page.key.labels'],
  ['1 – 5', 'page.key.tabs'], ['Esc', 'page.key.escape'], ['?', 'page.key.help'],
];

function openHelp() {
  fillWith(id('keys'), el('h2', { id: 'keys-title' }, say('page.help')), el('p', {}, say('page.help.about')),
    el('table', {}, el('tbody', {}, KEYS.map(([key, words]) => el('tr', {}, el('th', { scope: 'row' }, el('kbd', {}, key)), el('td', {}, say(words)))))),
    el('p', {}, say('page.help.review')), el('p', { class: 'dim' }, say('page.help.rest')),
    el('div', { class: 'acts' },
      el('button', { type: 'button', class: 'act', id: 'rest', onclick: sureOfRest }, say('page.rest', { count: countOpen() })),
      el('button', { type: 'button', class: 'act main', id: 'keys-close', onclick: () => id('keys').close() }, say('page.close'))));
  id('keys').showModal();
  id('keys-close').focus();
}
const countOpen = () => figures.filter((f) => stateOf(f) === 'open').length;

// One press too many must not accept a report that nobody has read.
function sureOfRest() {
  const button = id('rest');
  if (button.dataset.sure) {
    acceptRest();
    id('keys').close();
    return;
  }
  button.dataset.sure = 'true';
  button.textContent = say('page.rest.sure', { count: countOpen() });
}

function step(by) {
  const row = figures.filter(fits);
  if (!row.length) return;
  const at = row.findIndex((f) => f.id === state.selected);
  const next = row[at < 0 ? (by > 0 ? 0 : row.length - 1) : Math.max(0, Math.min(row.length - 1, at + by))];
  select(next.id);
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (id('form').open || id('keys').open) return;
  if (event.key === 'Escape') {
    if (!id('card').hidden) hideCard();
    else if (event.target === id('search') && wanted.words) { id('search').value = ''; wanted.words = ''; renderList(); }
    else select(null);
    return;
  }
  // A dialog that has just closed may keep the focus for a moment: what is typed then is meant for the page.
  const typing = event.target.closest?.('input, select, textarea');
  if (typing && !typing.closest('dialog:not([open])')) return;
  const figure = byId.get(state.selected);
  const actions = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    '/': () => { if (state.tab !== 'figures') openTab('figures'); id('search').focus(); },
    c: () => figure && accept(figure), x: () => figure && reject(figure), u: () => figure && undo(figure),
    e: () => figure && openForm(figure), a: () => addSelected(), l: () => toggleLabels(), '?': () => openHelp(),
    t: () => (figure ? marksOf(figure)[0] : figures.length && marksOf(figures[0])[0])?.focus?.(),
    r: () => { if (state.tab !== 'figures') openTab('figures'); if (figure) showInList(figure, true); id('list').querySelector('.row[tabindex="0"]')?.focus(); },
  };
  for (const [at, tab] of TABS.entries()) actions[String(at + 1)] = () => openTab(tab, true);
  const action = actions[event.key];
  if (action) { event.preventDefault(); action(); }
}

function tabKeys(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  openTab(TABS[(TABS.indexOf(state.tab) + by + TABS.length) % TABS.length], true);
}

// On the left the arrows go from mark to mark.
function textKeys(event) {
  if (!event.target.matches('mark')) return;
  if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); pick(event.target); return; }
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  dressAll();
  const marks = [...id('text').querySelectorAll('mark')];
  const next = marks[marks.indexOf(event.target) + by];
  if (next) { next.focus(); bring(next); }
}
