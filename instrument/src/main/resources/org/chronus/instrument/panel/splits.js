/** The keys of the parts of what plays, on a keyboard of 88: changed by dragging an end or by numbers, in the text of the preset. */
import { texts } from './texts.js';

const LOWEST = 21, HIGHEST = 108, WHITES = 52, LAST = 127;
const NOTES = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];
const isBlack = (key) => NOTES[key % 12].length > 1;
const note = (key) => NOTES[key % 12] + (Math.floor(key / 12) - 1);

/** Where keys begin and end, as shares of the keyboard. */
const EDGES = [];
for (let key = LOWEST, whites = 0; key <= HIGHEST; key++) {
  const [from, to] = isBlack(key) ? [whites - 0.3, whites + 0.3] : [whites, whites + 1];
  EDGES[key] = { from: from / WHITES, to: to / WHITES };
  whites += isBlack(key) ? 0 : 1;
}

const shown = (key) => EDGES[Math.min(HIGHEST, Math.max(LOWEST, key))];
const isAll = (low, high) => low === 0 && high === LAST;
const keysText = (low, high) => `${low > 0 || isAll(low, high) ? note(low) : ''} .. ${high < LAST || isAll(low, high) ? note(high) : ''}`.trim();

/** The key whose middle is nearest to a share. */
function keyAt(share) {
  let best = LOWEST;
  for (let key = LOWEST; key <= HIGHEST; key++) {
    const distance = (each) => Math.abs((EDGES[each].from + EDGES[each].to) / 2 - share);
    if (distance(key) < distance(best)) best = key;
  }
  return best;
}

export class Splits {
  #piano; #list; #changed; #text = ''; #parts = [];

  /** The picture of the keyboard, the list of parts, and what is called after each change. */
  constructor(piano, list, changed) {
    this.#piano = piano;
    this.#list = list;
    this.#changed = changed;
    const key = (each) => {
      const { from, to } = EDGES[each], [kind, height] = isBlack(each) ? ['black', 30] : ['white', 48];
      return `<rect x="${10 * WHITES * from}" width="${10 * WHITES * (to - from)}" height="${height}" class="${kind}"/>`;
    };
    const all = [...EDGES.keys()].slice(LOWEST);
    piano.innerHTML = all.filter((each) => !isBlack(each)).map(key).join('') + all.filter(isBlack).map(key).join('');
  }

  /** A text, and where its parts say their keys. */
  show({ text, parts }) {
    this.#text = text;
    this.#parts = parts.map((part) => ({ ...part, low: part.ranges[0].low, high: part.ranges.at(-1).high, touched: false }));
    this.#list.replaceChildren(...this.#parts.map((part) => this.#row(part)));
    this.#describe();
  }

  get isChanged() { return this.#parts.some((part) => part.touched); }

  /** The text with the keys as they are shown; all else is as it was. */
  get text() {
    return this.#parts.filter((part) => part.touched).sort((a, b) => b.from - a.from).reduce((text, { from, to, before, after, low, high }) =>
      text.slice(0, from) + before + keysText(low, high) + after + text.slice(to), this.#text);
  }

  #describe() {
    this.#piano.setAttribute('aria-label', this.#parts.map((part) => texts.partKeys(part.part, note(part.low), note(part.high))).join('; '));
  }

  #row(part) {
    const item = document.createElement('li'), name = document.createElement('h3'), lane = document.createElement('div');
    name.textContent = part.part;
    lane.className = 'lane';
    item.append(name, lane);
    if (part.ranges.length > 1) {
      lane.append(...part.ranges.map((range) => this.#bar(range)));
      item.append(texts.severalRanges);
      return item;
    }
    const bar = this.#bar(part), both = ['low', 'high'];
    const fields = both.map((end) => this.#field(part, end)), ends = both.map((end) => this.#end(part, end, lane));
    lane.append(bar, ...ends);
    item.append(...fields.map(({ label }) => label));
    part.draw = () => {
      this.#place(bar, part);
      ends[0].style.left = `${100 * shown(part.low).from}%`;
      ends[1].style.left = `${100 * shown(part.high).to}%`;
      fields.forEach(({ field, says }, i) => {
        field.value = i === 0 ? part.low : part.high;
        says.textContent = note(Number(field.value));
      });
    };
    part.draw();
    return item;
  }

  #bar(range) {
    const bar = document.createElement('div');
    bar.className = 'range';
    this.#place(bar, range);
    return bar;
  }

  #place(bar, { low, high }) {
    bar.style.left = `${100 * shown(low).from}%`;
    bar.style.width = `${100 * (shown(high).to - shown(low).from)}%`;
  }

  #set(part, end, key) {
    const value = end === 'low' ? Math.min(key, part.high) : Math.max(key, part.low);
    if (value === part[end]) return;
    part[end] = value;
    part.touched = true;
    part.draw();
    this.#describe();
    this.#changed();
  }

  /** At an end of the keyboard, all keys beyond it are meant. */
  #end(part, end, lane) {
    const handle = document.createElement('div');
    handle.className = 'end';
    handle.setAttribute('aria-hidden', true);
    handle.onpointerdown = (event) => { handle.setPointerCapture(event.pointerId); event.preventDefault(); };
    handle.onpointermove = (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const box = lane.getBoundingClientRect(), key = keyAt((event.clientX - box.left) / box.width);
      this.#set(part, end, key === LOWEST && end === 'low' ? 0 : key === HIGHEST && end === 'high' ? LAST : key);
    };
    return handle;
  }

  #field(part, end) {
    const label = document.createElement('label'), field = document.createElement('input'), says = document.createElement('output');
    Object.assign(field, { type: 'number', min: 0, max: LAST, value: part[end] });
    field.setAttribute('aria-label', texts.endOf[end](part.part));
    field.onchange = () => {
      this.#set(part, end, Math.min(LAST, Math.max(0, Math.round(Number(field.value)) || 0)));
      part.draw();
    };
    label.append(texts[end], field, says);
    return { label, field, says };
  }
}
