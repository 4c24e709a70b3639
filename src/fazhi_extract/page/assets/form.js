// Reviewing: accept, correct, reject, take back, add.
function changed(figure, entry) {
  Object.assign(figure, entry);
  keep();
  keepingFocus(() => { renderAgain(figure.span); refresh(); });
}
function accept(figure) {
  if (figure.machine) changed(figure, { person: { ...figure.values, attributes: { ...figure.values.attributes } } });
}
function reject(figure) {
  if (figure.machine) changed(figure, { person: null });
}
function undo(figure) {
  if (figure.machine) { changed(figure, { person: undefined, note: null }); return; }
  drop(figure);
  if (state.selected === figure.id) select(null);
  keep();
  keepingFocus(() => { renderAgain(figure.span); refresh(); });
}
function acceptRest() {
  const open = figures.filter((f) => stateOf(f) === 'open');
  for (const figure of open) figure.person = { ...figure.values };
  keep();
  renderText();
  refresh();
}

// A number as people write it. What the form proposes for words that were selected; Chinese numerals are left to the person.
function proposed(words) {
  const bare = words.replace(/[\s,，]/g, '').replace(/[０-９．％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const found = /(\d+(?:\.\d+)?)(十|百|千|万|亿)*([^\d]*)$/.exec(bare);
  const values = { kind: 'count', value: null, unit: null, bound: 'exact', form: 'number', role: 'actual' };
  if (/[*×xX]{2}|[*×]/.test(bare) && !found) return valuesOf({ ...values, form: 'masked' });
  if (!found) return valuesOf(values);
  const tail = bare.slice(found.index + found[1].length);
  const scale = /^[十百千万亿]*/.exec(tail)[0];
  let unit = tail.slice(scale.length).replace(/^(余|多|几)/, '').replace(/^个百分点/, '百分点');
  // Digits times powers of ten, without the dust of binary fractions.
  const power = [...scale].reduce((sum, c) => sum + { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }[c], 0);
  const value = Number(`${found[1]}e${power}`);
  let kind = 'count';
  if (/^(%|‰|百分点|倍)/.test(unit)) kind = 'rate';
  else if (/^元/.test(unit)) { kind = 'money'; unit = '元'; }
  else if (/^(平方|公里|米|亩|公斤|吨)/.test(unit)) kind = 'measure';
  else if (/^(年|个月|天|日|小时|个工作日|分钟)/.test(unit)) kind = 'duration';
  const bound = /^(约|大约)/.test(bare) ? 'about' : /^(超过|超|逾|突破)/.test(bare) || /^[十百千万亿]*[余多]/.test(tail) ? 'over' : /^(近|不足|不到)/.test(bare) ? 'under' : /^(至少|不少于)/.test(bare) ? 'at_least' : 'exact';
  return valuesOf({ ...values, kind, value, unit: unit || null, bound });
}

let editing = null; // { figure, span, values }
function openForm(figure, span) {
  const where = figure ? figure.span : span;
  const words = slice(where[0], where[1]);
  const start = figure ? now(figure) : proposed(words);
  editing = { figure, span: where, code: start.indicator ?? '', attributes: start.attributes };
  const choose = (name, list, word, chosen, none) => el('select', { id: `form-${name}` },
    none ? el('option', { value: '' }, '—') : null,
    list.map((one) => el('option', { value: one, selected: one === chosen }, say(word + one))));
  const input = (name, value, more = {}) => el('input', { id: `form-${name}`, value: value === null || value === undefined ? '' : String(value), autocomplete: 'off', ...more });
  const field = (key, control) => el('label', {}, el('span', {}, say(key)), control);
  const number = { inputmode: 'decimal', pattern: '-?[0-9,，]*(\\.[0-9]+)?' };
  fillWith(id('form'), el('form', { method: 'dialog', onsubmit: submit },
    el('h2', { id: 'form-title' }, say(figure ? 'page.form.correct' : 'page.form.add')),
    el('p', { class: 'context' }, around2(where)),
    el('div', { class: 'grid' },
      field('page.value', input('value', start.value, number)), field('page.value_to', input('value_to', start.value_to, number)),
      field('page.unit', input('unit', start.unit)), field('page.kind', choose('kind', KINDS, 'page.kind.', start.kind)),
      field('page.bound', choose('bound', BOUNDS, 'page.bound.', start.bound)), field('page.form', choose('form', FORMS, 'page.form.', start.form)),
      field('page.role', choose('role', ROLES, 'role.', start.role)), field('page.label', input('label', start.label))),
    el('fieldset', {}, el('legend', {}, say('page.indicator')),
      input('find', '', { type: 'search', 'aria-label': say('page.indicator.find'), placeholder: say('page.indicator.find'), oninput: () => listIndicators(), onkeydown: findKeys }),
      el('select', { id: 'form-indicator', size: '6', 'aria-label': say('page.indicator'), onchange: () => drawAttributes(attributesOf(id('form-indicator').value)) }),
      el('p', { id: 'form-about', class: 'dim' })),
    el('div', { id: 'form-attributes', class: 'grid' }),
    el('div', { class: 'grid' }, field('page.scope', input('scope', start.scope)), field('page.scope_kind', choose('scope_kind', SCOPES, 'scope.', start.scope_kind, true)),
      field('page.note', input('note', figure?.note ?? ''))),
    el('p', { id: 'form-wrong', role: 'alert' }),
    el('div', { class: 'acts' }, el('button', { type: 'submit', class: 'act main' }, say('page.keep')), el('button', { type: 'button', class: 'act', onclick: () => id('form').close() }, say('page.cancel')))));
  listIndicators(start.indicator ?? '');
  drawAttributes(start.attributes);
  id('form').showModal();
  id('form-value').focus();
}
function around2([start, end]) {
  return ['…', slice(Math.max(0, start - 30), start).replace(/\s+/g, ''), el('b', {}, slice(start, end).replace(/\s+/g, '')), slice(end, Math.min(LENGTH, end + 20)).replace(/\s+/g, ''), '…'];
}

// What the figure had, where its own indicator is chosen again.
const attributesOf = (code) => (code === editing.code ? editing.attributes : {});

// The better a name fits, the higher it stands; what is chosen stays chosen until another one is picked.
function listIndicators(chosen = id('form-indicator').value) {
  const words = id('form-find').value.trim().toLowerCase();
  const rank = (one) => {
    const names = [one.zh, one.en].map((name) => name.toLowerCase());
    if (names.some((name) => name.startsWith(words))) return 0;
    if (names.some((name) => name.includes(words))) return 1;
    return one.code.toLowerCase().includes(words) ? 2 : one.about.join('\n').toLowerCase().includes(words) ? 3 : 4;
  };
  const fitting = DATA.indicators.map((one) => [rank(one), one]).filter(([at]) => at < 4).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
  const option = (code) => el('option', { value: code, selected: code === chosen }, INDICATORS.has(code) ? `${nameOf(code)}  ${code}` : code);
  const own = chosen && !fitting.some((one) => one.code === chosen) ? [option(chosen)] : [];
  fillWith(id('form-indicator'), el('option', { value: '', selected: chosen === '' }, say('page.unbound')), own, fitting.map((one) => option(one.code)));
  id('form-find').dataset.first = words && fitting.length ? fitting[0].code : '';
}
function findKeys(event) {
  const list = id('form-indicator');
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === 'Enter') {
    event.preventDefault();
    const { first } = id('form-find').dataset;
    if (first) { list.value = first; drawAttributes(attributesOf(first)); }
    return;
  }
  if (!step) return;
  event.preventDefault();
  list.selectedIndex = Math.max(0, Math.min(list.options.length - 1, list.selectedIndex + step));
  drawAttributes(attributesOf(list.value));
}

function drawAttributes(values) {
  const code = id('form-indicator').value;
  const one = INDICATORS.get(code);
  id('form-about').textContent = one ? visible((state.lang === 'en' && one.about[1]) || one.about[0]) : '';
  const known = one ? one.attributes : {};
  const keys = [...new Set([...Object.keys(known), ...Object.keys(values)])];
  fillWith(id('form-attributes'), keys.map((key) => {
    const list = known[key] ?? [];
    const value = values[key];
    const control = key === 'joint'
      ? el('input', { type: 'checkbox', 'data-attribute': key, checked: value === true })
      : list.length
        ? el('select', { 'data-attribute': key }, el('option', { value: '' }, '—'), [...new Set([...list, ...(value ? [value] : [])])].map((v) => el('option', { value: v, selected: v === value }, attributeName(key, v))))
        : el('input', { 'data-attribute': key, value: value ?? '', autocomplete: 'off' });
    return el('label', {}, el('span', {}, say(`column.${key}`)), control);
  }));
}

function submit(event) {
  event.preventDefault();
  const words = (name) => id(`form-${name}`).value.trim() || null;
  const amount = (name) => (words(name) === null ? null : Number(words(name).replace(/[,，\s]/g, '')));
  const attributes = {};
  for (const control of id('form-attributes').querySelectorAll('[data-attribute]')) {
    const value = control.type === 'checkbox' ? control.checked : control.value.trim();
    if (value) attributes[control.dataset.attribute] = value;
  }
  const values = {
    kind: words('kind'), value: amount('value'), value_to: amount('value_to'), unit: words('unit'), bound: words('bound'), form: words('form'),
    role: words('role'), label: words('label'), indicator: words('indicator'), attributes, scope: words('scope'), scope_kind: words('scope_kind'),
  };
  const masked = values.form === 'masked';
  const wrong = [values.value, values.value_to].some((one) => one !== null && !Number.isFinite(one)) ? 'page.wrong.number'
    : masked !== (values.value === null) ? (masked ? 'page.wrong.masked' : 'page.wrong.value') : null;
  if (wrong) { id('form-wrong').textContent = say(wrong); id('form-value').focus(); return; }
  const { figure, span } = editing;
  const note = words('note');
  id('form').close();
  if (figure) {
    if (!figure.machine) figure.values = values;
    changed(figure, { person: values, note });
    return;
  }
  let nth = 0;
  while (byPlace.has(place(span, nth))) nth += 1;
  const added = { id: addedId(span, nth), span, nth, machine: null, values, person: values, note };
  put(added);
  figures.sort(inOrder);
  getSelection().removeAllRanges();
  changed(added, {});
  select(added.id);
}
