// The data, words in the reader's language, and elements. Text from the report only ever becomes text nodes.
const DATA = JSON.parse(document.getElementById('data').textContent);
const KINDS = ['count', 'money', 'rate', 'duration', 'measure', 'ratio'];
const ROLES = ['actual', 'prior', 'change', 'target', 'threshold'];
const BOUNDS = ['exact', 'about', 'at_least', 'over', 'at_most', 'under'];
const FORMS = ['number', 'masked', 'stated_none', 'in_words'];
const SCOPES = ['region', 'unit', 'campaign', 'objects', 'own', 'system'];
const INDICATORS = new Map(DATA.indicators.map((one) => [one.code, one]));
const SECTIONS = new Map(DATA.sections.map((one) => [one.id, one]));
const state = { lang: DATA.lang, selected: null, tab: 'figures' };
const id = (name) => document.getElementById(name);

// localStorage is missing where a browser is set to keep nothing.
const kept = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); return true; } catch { return false; } },
};

function say(key, params = {}) {
  const words = DATA.words[state.lang][key];
  if (words === undefined) return key;
  return words.replace(/\{(\w+)(!r)?\}/g, (_, name, quoted) => {
    const value = params[name] ?? '';
    return quoted ? `“${value}”` : String(value);
  });
}

// A message of the report: in both languages, or as it was given.
const told = (message) => (Array.isArray(message) ? message[state.lang === 'en' ? 1 : 0] : message);

// What Python says: a key with its fields, which may be such messages themselves.
function said([key, params]) {
  const plain = {};
  for (const [name, value] of Object.entries(params)) plain[name] = Array.isArray(value) ? said(value) : value;
  return say(key, plain);
}

// Marks of writing direction and other signs that hide are shown by their number: no file name may play with them.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const visible = (text) => String(text).replace(HIDDEN, (c) => `⟨${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);

function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === '') continue;
    element.append(typeof child === 'object' ? child : document.createTextNode(visible(child)));
  }
  return element;
}

function fillWith(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''));
}

// What is drawn anew must not lose the place of someone who works with the keyboard.
function keepingFocus(render) {
  const active = document.activeElement;
  const at = (name) => `[${name}="${CSS.escape(active.getAttribute(name))}"]`;
  let same = null;
  if (active?.id) same = `#${CSS.escape(active.id)}`;
  else if (active?.matches('[data-flag]')) same = at('data-flag');
  else if (active?.matches('.row')) same = `.row${at('data-figure')}`;
  else if (active?.matches('mark')) same = `mark${at('data-figures')}`;
  else if (active?.matches('#detail .act')) same = `#detail .${active.classList[1]}`;
  else if (active?.closest('#detail')) same = '#detail';
  render();
  if (same && !document.contains(active)) (document.querySelector(same) ?? id('detail')).focus({ preventScroll: true });
}

// Spans count code points, JavaScript counts UTF-16 units: characters beyond U+FFFF are two of these.
const ASTRAL = [];
const ASTRAL_UNITS = [];
for (const match of DATA.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) {
  ASTRAL.push(match.index - ASTRAL.length);
  ASTRAL_UNITS.push(match.index);
}
function below(sorted, limit) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1; else high = middle;
  }
  return low;
}
const toUnits = (point) => point + below(ASTRAL, point);
const toPoints = (unit) => unit - below(ASTRAL_UNITS, unit);
const slice = (start, end) => DATA.text.slice(toUnits(start), toUnits(end));
const LENGTH = toPoints(DATA.text.length);

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });
const number = (value) => (value === null || value === undefined ? '—' : GROUPED.format(value));
const joined = (parts) => parts.filter(Boolean).join(state.lang === 'en' ? ', ' : '、');
function nameOf(code) {
  const one = INDICATORS.get(code);
  return one ? (state.lang === 'en' && one.en) || one.zh : code;
}
const domainName = (domain) => (DATA.words.zh[`domain.${domain}`] ? say(`domain.${domain}`) : domain);
function attributeName(key, value) {
  const word = `attribute.${key}.${value}`;
  return DATA.words.zh[word] ? say(word) : String(value);
}
function titleOf(section) {
  const one = SECTIONS.get(section);
  if (!one) return '';
  return one.title ?? slice(one.span[0], Math.min(one.span[1], one.span[0] + 24));
}

// A short message that goes by itself.
let sayTimer = 0;
function tell(words) {
  const line = id('say');
  line.textContent = words;
  line.hidden = false;
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => { line.hidden = true; }, 4000);
}
