/** Offers the words that a preset may have at the caret: module types, modules, ports, choices and sources; and plugins, between quotes. */
import { Plugins } from './plugins.js';

const MOST_WORDS = 40;
const SOURCES = [['note.', 'a signal of the note'], ['cc.', 'a controller, cc.0 to cc.127'], ['bend', 'the bender'], ['input', 'the audio input']];
/** A module whose braces are open, here or some lines above, with its type. */
const MODULE = /\{\s*type:\s*("[^"]*"|[\w:]+)\s*,[^{}]*$/;
const SCHEMES = [['"lv2:', 'a plugin, between quotes'], ['"clap:', 'the same'], ['"sf2:', 'a SoundFont']];

export class Completion {
  #field; #list; #choose; #words = []; #from = 0; #at = 0; #catalog = { note: [], types: [] }; #plugins = new Plugins(); #again = () => { };

  /** choose is called with where the word begins, and the word. */
  constructor(field, list, choose) {
    this.#field = field;
    this.#list = list;
    this.#choose = choose;
    list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const item = event.target.closest('li');
      if (item) choose(this.#from, this.#words[Number(item.dataset.index)][0]);
    });
    field.addEventListener('blur', () => this.close());
    field.addEventListener('pointerdown', () => this.close());
  }

  set catalog(catalog) { this.#catalog = catalog; }

  close() {
    this.#list.hidden = true;
    this.#field.removeAttribute('aria-activedescendant');
  }

  /** Shows what fits; asked for, also before the first letter. */
  offer(asked) {
    const caret = this.#field.selectionStart, before = this.#field.value.slice(0, caret), begin = before.lastIndexOf('\n') + 1;
    const above = before.slice(0, begin), line = before.slice(begin);
    const word = line.match(/[\w.]*$/)[0], head = line.slice(0, line.length - word.length), quote = line.match(/([\w-]+):\s*"([^"]*)$/);
    this.#again = () => { if (this.#field.selectionStart === caret && document.activeElement === this.#field) this.offer(asked); };
    const { words, stem } = quote ? this.#quoted(above, line.slice(0, quote.index), quote[1], quote[2])
      : this.#starting(this.#fitting(above, head, word));
    this.#words = words.slice(0, MOST_WORDS);
    this.#from = caret - stem.length;
    if (this.#words.length === 0 || !asked && word === '' && !quote) this.close();
    else this.#show(before.split('\n').length - 1, line.length - stem.length);
  }

  #starting({ words, stem }) {
    return { words: words.filter(([each]) => each !== stem && (each.startsWith(stem) || each.startsWith(`"${stem}`))), stem };
  }

  /** Names are long and begin alike: what has the letters anywhere fits, also in its meaning. */
  #quoted(above, head, key, stem) {
    const has = (text) => text.toLowerCase().includes(stem.toLowerCase()), end = this.#field.value[this.#field.selectionStart] === '"' ? '' : '"';
    const all = key === 'type' ? this.#plugins.list(() => this.#again())
      : (this.#type(this.#module(above, head))?.choices[key] ?? []).map((each) => [each, '']);
    const fitting = all.filter(([each, meaning]) => each !== stem && (has(each) || has(meaning)));
    return { words: fitting.map(([each, meaning]) => [each + end, meaning]), stem };
  }

  /** The type of the module within which the caret is, be it in braces or by its indentation. */
  #module(above, head) {
    const open = (above + head).match(MODULE);
    if (open) return open[1];
    const depth = (text) => text.match(/^ */)[0].length, lines = above.split('\n').slice(0, -1).filter((each) => each.trim());
    const last = lines.findLastIndex((each) => depth(each) < depth(head));
    return lines.slice(last + 1).filter((each) => depth(each) === depth(head)).map((each) => each.match(/^\s+type:\s*("[^"]*"|[\w:]+)/)?.[1])
      .find(Boolean);
  }

  #fitting(above, head, word) {
    const module = this.#module(above, head), dot = word.indexOf('.');
    if (/(^\s*|[{,]\s*)type:\s*$/.test(head)) {
      return { words: [...this.#catalog.types.map((each) => [each.type, each.meaning]), ...SCHEMES], stem: word };
    }
    if (module) {
      const type = this.#type(module), choice = head.match(/(\w+):\s*$/)?.[1];
      if (choice) return { words: (type?.choices[choice] ?? []).map((each) => [/^[\w.-]+$/.test(each) ? each : `"${each}"`, '']), stem: word };
      if (!/(,\s*|^\s+)$/.test(head)) return { words: [], stem: word };
      return { words: [...Object.entries(type?.inputs ?? {}), ...Object.keys(type?.choices ?? {}).map((each) => [each, 'a setting'])]
        .map(([each, meaning]) => [`${each}: `, meaning]), stem: word };
    }
    if (!/^\s*-\s/.test(head) && !/\bto:\s*$/.test(head)) return { words: [], stem: word };
    const target = /->\s*$/.test(head) || /\bto:\s*$/.test(head);
    if (dot >= 0) return { words: this.#ports(word.slice(0, dot), target), stem: word.slice(dot + 1) };
    const ids = [...this.#modules()];
    return { words: target ? [...ids, ['out', 'the end'], ['note.pitch', 'in semitones']] : [...ids, ...SOURCES], stem: word };
  }

  /** By its name, in quotes or without. */
  #type(name) {
    const plain = name?.replaceAll('"', '');
    return plain?.includes(':') ? this.#plugins.type(plain, () => this.#again()) : this.#catalog.types.find((each) => each.type === plain);
  }

  /** All modules of the text with their types. */
  #modules() {
    return new Map([...this.#field.value.matchAll(/([\w-]+):[\s{]*type:\s*("[^"\n]*"|[\w:]+)/g)].map((match) => [match[1], match[2]]));
  }

  #ports(id, target) {
    if (id === 'note') return target ? [['pitch', 'in semitones']] : this.#catalog.note.map((each) => [each, '']);
    if (id === 'out' && target || id === 'input') return [['left', ''], ['right', '']];
    const type = this.#type(this.#modules().get(id));
    return type === undefined ? [] : target ? Object.entries(type.inputs) : type.outputs.map((each) => [each, '']);
  }

  #show(line, column) {
    this.#list.replaceChildren(...this.#words.map(([word, meaning], i) => {
      const item = document.createElement('li'), more = document.createElement('span');
      item.id = `word-${i}`;
      item.dataset.index = i;
      item.setAttribute('role', 'option');
      more.textContent = meaning && ` ${meaning}`;
      item.append(word.startsWith('"') ? word : word.trim().replace('"', ''), more);
      return item;
    }));
    const style = getComputedStyle(this.#field), height = parseFloat(style.lineHeight);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = style.font;
    this.#list.style.top = `${parseFloat(style.paddingTop) + (line + 1) * height}px`;
    const scroller = this.#field.closest('#editor');
    const left = parseFloat(style.paddingLeft) + column * pen.measureText('0').width;
    this.#list.hidden = false;
    this.#list.style.left = `${Math.max(0, Math.min(left, scroller.scrollLeft + scroller.clientWidth - this.#list.offsetWidth - 4))}px`;
    this.#mark(0);
  }

  #mark(index) {
    this.#at = (index + this.#words.length) % this.#words.length;
    [...this.#list.children].forEach((item, i) => item.setAttribute('aria-selected', i === this.#at));
    this.#field.setAttribute('aria-activedescendant', `word-${this.#at}`);
    this.#list.children[this.#at].scrollIntoView({ block: 'nearest' });
  }

  /** True if the key was for the list. */
  key(event) {
    if (event.key === ' ' && event.ctrlKey) {
      this.offer(true);
    } else if (this.#list.hidden) {
      return false;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.#mark(this.#at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.#choose(this.#from, this.#words[this.#at][0]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') this.close();
      return false;
    }
    event.preventDefault();
    return true;
  }
}
