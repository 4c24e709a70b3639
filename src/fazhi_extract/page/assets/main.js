// Selection, the address, language, theme, and the start.
function select(figureId, from) {
  const figure = byId.get(figureId) ?? null;
  const old = byId.get(state.selected);
  state.selected = figure ? figure.id : null;
  if (old) for (const mark of marksOf(old)) mark.classList.remove('selected');
  if (figure) {
    const marks = marksOf(figure);
    for (const mark of marks) mark.classList.add('selected');
    if (marks.length) {
      stopAt(marks[0]);
      if (from !== 'text') bring(marks[0]);
    }
  }
  keepingFocus(renderDetail); // it takes room from the list
  if (state.tab === 'figures') showInList(figure, from !== 'list');
  setAddress(figure ? `#m=${figure.id}` : '#');
}
function setAddress(hash) {
  // Browsers slow down what changes the address too often, and some forbid it for files.
  try { history.replaceState(null, '', hash); } catch { /* the address stays as it is */ }
}
function stopAt(mark) {
  for (const other of id('text').querySelectorAll('mark[tabindex="0"]')) other.tabIndex = -1;
  mark.tabIndex = 0;
}

// A click on a mark that stands for several figures goes to the next of them.
function pick(mark) {
  const members = mark.dataset.figures.split(' ');
  select(members[(members.indexOf(state.selected) + 1) % members.length], 'text');
}

function goTo(span) {
  flash(span);
  setAddress(`#at=${span[0]}-${span[1]}`);
}

function readAddress() {
  const wish = new URLSearchParams(location.hash.slice(1));
  const metric = wish.get('m');
  const at = /^(\d{1,9})-(\d{1,9})$/.exec(wish.get('at') ?? '');
  if (metric && byId.has(metric)) select(metric);
  else if (at && Number(at[1]) < Number(at[2]) && Number(at[2]) <= LENGTH) {
    const span = [Number(at[1]), Number(at[2])];
    const inside = figuresIn(span[0], span[1]);
    const exact = inside.find((f) => f.span[0] === span[0] && f.span[1] === span[1]) ?? (inside.length === 1 ? inside[0] : null);
    if (exact) select(exact.id);
    else { flash(span); setAddress(`#at=${span[0]}-${span[1]}`); }
  }
}

function refresh() {
  const at = id('panel').scrollTop;
  renderFilters();
  renderTabs();
  if (state.tab === 'figures') {
    renderList(...drawn);
  }
  id('panel').scrollTop = at;
  renderDetail();
  renderProgress();
}
function renderProgress() {
  const done = figures.filter((f) => stateOf(f) !== 'open').length;
  id('progress').textContent = done ? say('page.progress', { done, all: figures.length }) : '';
}

function renderWords() {
  document.documentElement.lang = state.lang === 'en' ? 'en' : 'zh-CN';
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll('[data-name]')) element.setAttribute('aria-label', say(element.dataset.name));
  for (const element of document.querySelectorAll('[data-hint]')) element.setAttribute('placeholder', say(element.dataset.hint));
  id('tools').setAttribute('aria-label', say('page.tools'));
  id('title').textContent = visible(DATA.metadata.title ?? DATA.path.split(/[\\/]/).pop());
  id('about').textContent = visible([DATA.metadata.issuer, DATA.metadata.reporting_year, DATA.path].filter(Boolean).join(' · '));
  renderLegend();
  renderFilters();
  openTab(state.tab);
  if (state.tab === 'figures') showInList(byId.get(state.selected), true);
  renderDetail();
  renderProgress();
}

function toggleLabels() {
  const on = document.body.classList.toggle('labelled');
  id('labels').setAttribute('aria-pressed', String(on));
}
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
}

function addSelected() {
  const span = selectedSpan();
  if (span && span[1] - span[0] <= 200) openForm(null, span);
  else tell(say('page.add.how'));
}
function offerAdd() {
  const span = selectedSpan();
  const button = id('add');
  button.hidden = !(span && span[1] - span[0] <= 200);
  if (button.hidden) return;
  const box = getSelection().getRangeAt(0).getBoundingClientRect();
  button.style.left = `${Math.max(8, Math.min(box.left, innerWidth - 160))}px`;
  button.style.top = `${Math.max(8, box.top - 38)}px`;
}

function renderPrint() {
  const rows = [...figures].filter((f) => stateOf(f) !== 'rejected').map((f) => el('tr', {}, [shownText(f), valueWords(now(f)), nameOf(now(f).indicator) || now(f).label || '', attributeWords(now(f)), say(`page.role.${now(f).role}`), scopeWords(now(f)), stateWords(f)].map((cell) => el('td', {}, cell ?? ''))));
  const heads = ['page.words', 'page.value', 'page.indicator', 'page.attributes', 'page.role', 'page.scope', 'page.review'];
  fillWith(id('print'), el('h2', {}, say('page.tab.figures')), el('table', {}, el('thead', {}, el('tr', {}, heads.map((key) => el('th', {}, say(key))))), el('tbody', {}, rows)));
  id('print').hidden = false;
}

async function loadFile() {
  const file = id('file').files[0];
  id('file').value = '';
  if (!file) return;
  const wrong = loadKey(await file.text());
  if (wrong) { tell(say(wrong)); return; }
  keep();
  renderText();
  select(null);
  refresh();
  tell(say('page.opened'));
}

function listen() {
  const article = id('text');
  article.addEventListener('click', (event) => { const mark = event.target.closest('mark'); if (mark && getSelection().isCollapsed) pick(mark); });
  article.addEventListener('mouseover', (event) => { const mark = event.target.closest('mark'); if (mark) showCard(mark); });
  article.addEventListener('mouseout', (event) => { if (event.target.closest('mark')) hideCard(); });
  article.addEventListener('focusin', (event) => { if (event.target.matches('mark') && event.target.matches(':focus-visible')) { stopAt(event.target); showCard(event.target); } });
  article.addEventListener('focusout', hideCard);
  article.addEventListener('scroll', () => { if (!article.contains(document.activeElement)) hideCard(); id('add').hidden = true; }, { passive: true });
  article.addEventListener('contentvisibilityautostatechange', (event) => { if (!event.skipped) dressInside(event.target); });
  article.addEventListener('keydown', textKeys);
  document.addEventListener('selectionchange', offerAdd);
  id('add').addEventListener('mousedown', (event) => event.preventDefault()); // or the selection would go
  id('add').addEventListener('click', addSelected);
  id('list').addEventListener('keydown', listKeys);
  id('tabs').addEventListener('keydown', tabKeys);
  document.addEventListener('keydown', onKey);
  let typing = 0;
  id('search').addEventListener('input', () => { clearTimeout(typing); typing = setTimeout(() => { wanted.words = id('search').value.trim(); renderList(); }, 80); });
  id('kind').addEventListener('change', () => { wanted.kind = id('kind').value; renderList(); });
  id('role').addEventListener('change', () => { wanted.role = id('role').value; renderList(); });
  id('panel').addEventListener('scroll', () => { if (state.tab === 'figures') listScrolled(); }, { passive: true });
  id('save').addEventListener('click', saveKey);
  id('open').addEventListener('click', () => id('file').click());
  id('file').addEventListener('change', loadFile);
  id('labels').addEventListener('click', toggleLabels);
  id('help').addEventListener('click', openHelp);
  id('lang').addEventListener('click', () => { state.lang = state.lang === 'zh' ? 'en' : 'zh'; kept.set('fazhi-lang', state.lang); renderWords(); relabel(); });
  id('theme').addEventListener('click', () => { const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'; setTheme(next); kept.set('fazhi-theme', next); });
  addEventListener('hashchange', readAddress);
  addEventListener('beforeprint', () => { dressAll(); renderPrint(); });
  addEventListener('afterprint', () => { id('print').hidden = true; fillWith(id('print')); });
  addEventListener('storage', (event) => { if (event.key === STORE) { restore([]); recall(); renderText(); refresh(); } });
}

if (DATA.index) {
  id('index').href = DATA.index;
  id('index').hidden = false;
}
const dark = matchMedia('(prefers-color-scheme: dark)');
setTheme(kept.get('fazhi-theme') ?? (dark.matches ? 'dark' : 'light'));
dark.addEventListener('change', () => { if (!kept.get('fazhi-theme')) setTheme(dark.matches ? 'dark' : 'light'); });
if (['zh', 'en'].includes(kept.get('fazhi-lang'))) state.lang = kept.get('fazhi-lang');
recall();
renderText();
renderWords();
listen();
readAddress();
document.documentElement.dataset.ready = 'true';
