// The left side: the report as headings and paragraphs, every figure a mark in its place.
const STARTS = DATA.blocks.map((block) => block[0]);
const WRAP_STARTS = DATA.wraps.map((wrap) => wrap[0]);
const blockAt = (point) => Math.max(0, below(STARTS, point + 1) - 1);
const buckets = new Map(); // block → what stands in it
const blockElements = [];
const CHUNK = 12; // paragraphs that a browser lays out, or leaves out, together

function toBucket(span, what) {
  for (let at = blockAt(span[0]); at < DATA.blocks.length && DATA.blocks[at][0] < span[1]; at += 1) {
    if (!buckets.has(at)) buckets.set(at, []);
    buckets.get(at).push(what);
  }
}
DATA.dates.forEach((date) => toBucket(date.span, { span: date.span, sort: 'date' }));
DATA.citations.forEach((citation) => toBucket(citation.span, { span: citation.span, sort: 'citation' }));
DATA.turned_down.forEach((one, at) => toBucket(one.span, { span: one.span, sort: 'down', title: one.reason, at }));

// A stretch of text without marks; wraps are left out, signs that hide are shown.
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const TURNS = TURNING.test(DATA.text);
function pour(parent, start, end) {
  let from = start;
  for (let at = Math.max(0, below(WRAP_STARTS, start) - 1); at < DATA.wraps.length && DATA.wraps[at][0] < end; at += 1) {
    const [first, last] = DATA.wraps[at];
    if (last <= from) continue;
    if (first > from) drip(parent, from, first);
    from = Math.max(from, last);
  }
  if (from < end) drip(parent, from, end);
}
function drip(parent, start, end) {
  let unit = toUnits(start);
  const words = DATA.text.slice(unit, toUnits(end));
  for (const part of TURNS ? words.split(/([\u200e\u200f\u202a-\u202e\u2066-\u2069])/) : [words]) {
    if (TURNS && TURNING.test(part)) parent.append(el('span', { class: 'hidden-sign', 'data-sign': visible(part) }));
    else if (part) {
      const node = document.createTextNode(part);
      node.startUnit = unit; // a property, as maps of tens of thousands of nodes are slow
      parent.append(node);
    }
    unit += part.length;
  }
}

function markClasses(members) {
  const v = now(members[0]);
  const classes = ['figure', `k-${v.kind}`, `r-${v.role}`, `f-${v.form}`, `s-${stateOf(members[0])}`];
  if (v.indicator === null) classes.push('unbound');
  if (members.some(failed)) classes.push('failed');
  else if (members.some(FLAGS.doubt)) classes.push('doubtful');
  if (members.some((f) => f.id === state.selected)) classes.push('selected');
  return classes.join(' ');
}
const markLabel = (members) => members.map((f) => nameOf(now(f).indicator) || now(f).label || say('page.unbound')).join(' / ');

function relabel() {
  for (const mark of id('text').querySelectorAll('mark')) mark.dataset.label = markLabel(mark.dataset.figures.split(' ').map((one) => byId.get(one)));
}

function fill(element, at) {
  const [start, end] = DATA.blocks[at];
  const inside = (buckets.get(at) ?? []);
  const live = figures.length ? figuresIn(start, end) : [];
  const cuts = new Set([start, end]);
  for (const one of [...inside, ...live]) {
    cuts.add(Math.max(start, one.span[0]));
    cuts.add(Math.min(end, one.span[1]));
  }
  const order = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < order.length; i += 1) {
    const [from, to] = [order[i], order[i + 1]];
    const members = live.filter((f) => f.span[0] <= from && f.span[1] >= to);
    const other = inside.find((one) => one.span[0] <= from && one.span[1] >= to);
    if (members.length) {
      const mark = el('mark', {
        class: markClasses(members), role: 'button', tabindex: '-1', 'data-figures': members.map((f) => f.id).join(' '),
        'data-label': markLabel(members),
      });
      pour(mark, from, to);
      element.append(mark);
    } else if (other) {
      const span = el('span', { class: `x-${other.sort}`, 'data-down': other.sort === 'down' ? String(other.at) : null });
      pour(span, from, to);
      element.append(span);
    } else pour(element, from, to);
  }
}

let longest = 0;
function figuresIn(start, end) {
  // Figures are in order of their starts; one that began before may reach in.
  let low = 0, high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle].span[0] < start - longest) low = middle + 1; else high = middle;
  }
  const found = [];
  for (let at = low; at < figures.length && figures[at].span[0] < end; at += 1) {
    if (figures[at].span[1] > start) found.push(figures[at]);
  }
  return found;
}

const isBlank = (at) => slice(DATA.blocks[at][0], DATA.blocks[at][1]).trim() === '';
function blockElement(at) {
  const level = DATA.blocks[at][2];
  const blank = isBlank(at);
  const tag = level < 0 ? 'h2' : level > 0 ? `h${Math.min(6, level + 2)}` : 'p';
  return el(blank ? 'p' : tag, { class: blank ? 'blank' : level < 0 ? 'title' : null });
}

// A long report shows at once: its paragraphs are words alone at first, and get their marks as they come into sight, when
// one of their figures is asked for, or else in slices, between which the browser can do other things.
const AT_ONCE = 400; // marks of a paragraph, of all paragraphs that have them from the start
const SLICE = 12; // milliseconds
const bare = new Set(); // blocks without marks
const chunkBlocks = new WeakMap(); // chunk → its first block and the one behind its last
let dressing = 0;

function dress(at) {
  if (!bare.delete(at)) return;
  blockElements[at].replaceChildren();
  fill(blockElements[at], at);
}
function dressSpan(span) {
  for (let at = blockAt(span[0]); at < DATA.blocks.length && DATA.blocks[at][0] < span[1]; at += 1) dress(at);
}
function dressInside(chunk) {
  const [first, last] = chunkBlocks.get(chunk) ?? [0, 0];
  for (let at = first; at < last; at += 1) dress(at);
}
function dressAll() {
  for (const at of bare) dress(at);
}
function dressLater() {
  const selection = getSelection();
  // New nodes would take away what a person is selecting.
  const held = !selection.isCollapsed && id('text').contains(selection.anchorNode);
  const end = performance.now() + SLICE;
  if (!held) for (const at of bare) { dress(at); if (performance.now() > end) break; }
  dressing = bare.size ? setTimeout(dressLater, held ? 300 : 0) : 0;
}

function renderText() {
  longest = figures.reduce((most, f) => Math.max(most, f.span[1] - f.span[0]), 0);
  const article = id('text');
  const chunks = [];
  let chunk = null;
  let marks = 0;
  let guess = 0; // the height of what is not laid out yet
  clearTimeout(dressing);
  bare.clear();
  DATA.blocks.forEach((block, at) => {
    if (chunk === null || chunk.childElementCount >= CHUNK || block[2] === 1) {
      if (chunk) chunk.style.containIntrinsicSize = `auto ${guess}px`;
      guess = 0;
      chunk = el('div', { class: 'chunk' });
      chunkBlocks.set(chunk, [at, at]);
      chunks.push(chunk);
    }
    chunkBlocks.get(chunk)[1] = at + 1;
    const element = blockElement(at);
    blockElements[at] = element;
    if (marks < AT_ONCE) {
      fill(element, at);
      marks += element.childElementCount;
    } else {
      pour(element, block[0], block[1]);
      bare.add(at);
    }
    chunk.append(element);
    guess += element.className === 'blank' ? 0 : Math.ceil((block[1] - block[0] + 2) / 42) * 34 + 9; // as page.css has it
  });
  if (chunk) chunk.style.containIntrinsicSize = `auto ${guess}px`;
  article.replaceChildren(...chunks);
  const first = figures.length ? marksOf(figures[0])[0] : null;
  if (first) first.tabIndex = 0;
  if (bare.size) requestAnimationFrame(() => { clearTimeout(dressing); dressing = setTimeout(dressLater, 100); }); // behind the first sight of the page
}

// After a change: only the paragraphs that hold the figure are made anew.
function renderAgain(span) {
  longest = Math.max(longest, span[1] - span[0]);
  for (let at = blockAt(span[0]); at < DATA.blocks.length && DATA.blocks[at][0] < span[1]; at += 1) {
    bare.add(at);
    dress(at);
  }
  const article = id('text');
  const stop = article.querySelector('mark[tabindex="0"]') ?? article.querySelector('mark.selected') ?? article.querySelector('mark');
  if (stop) stop.tabIndex = 0;
}

function marksOf(figure) {
  dressSpan(figure.span);
  const found = [];
  for (let at = blockAt(figure.span[0]); at < DATA.blocks.length && DATA.blocks[at][0] < figure.span[1]; at += 1) {
    found.push(...blockElements[at].querySelectorAll(`mark[data-figures~="${CSS.escape(figure.id)}"]`));
  }
  return found;
}

function bring(element) {
  const box = element.getBoundingClientRect();
  const pane = id('text').getBoundingClientRect();
  if (box.top < pane.top + 60 || box.bottom > pane.bottom - 60) {
    element.scrollIntoView({ block: 'center' });
    // Paragraphs that were never on the screen have guessed heights: once they are laid out, look again.
    requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
  }
}

// A place of the text that is no figure: its words get selected.
function flash(span) {
  dressSpan(span);
  const [from, to] = span.map(toUnits);
  const range = document.createRange();
  let first = null;
  for (let at = blockAt(span[0]); at < DATA.blocks.length && DATA.blocks[at][0] < span[1]; at += 1) {
    const walker = document.createTreeWalker(blockElements[at], NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.startUnit;
      if (start === undefined || start + node.length <= from || start >= to) continue;
      if (!first) range.setStart(node, Math.max(0, from - start));
      first ??= node.parentElement;
      range.setEnd(node, Math.min(node.length, to - start));
    }
  }
  if (first) {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  bring(first ?? blockElements[blockAt(span[0])]);
}

// The words selected on the left, as a span of code points; null for none.
function selectedSpan() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!id('text').contains(range.commonAncestorContainer)) return null;
  const root = range.commonAncestorContainer;
  const nodes = [];
  if (root.nodeType === Node.TEXT_NODE) nodes.push(root);
  else {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (range.intersectsNode(node)) nodes.push(node);
  }
  let start = null, end = null;
  for (const node of nodes) {
    if (node.startUnit === undefined) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.length;
    if (from >= to) continue;
    if (start === null) start = node.startUnit + from;
    end = node.startUnit + to;
  }
  if (start === null) return null;
  const words = DATA.text.slice(start, end);
  start += words.length - words.trimStart().length;
  end -= words.length - words.trimEnd().length;
  return start < end ? [toPoints(start), toPoints(end)] : null;
}
