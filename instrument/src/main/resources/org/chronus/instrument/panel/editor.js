/** An editor of presets: the browser's own field for text, with colours, numbers of lines and marks below it. */
import { Completion } from './completion.js';

const TOKEN = /(#.*$)|("[^"]*")|([\w-]+(?=\s*:))|(->|[*,{}[\]])|(-?\d+(?:\.\d+)?(?:\s?(?:kHz|Hz|ms|s|st|ct|oct|dB|beat|bpm|%))?(?![\w.]))|([\w:.]+)/g;
const KINDS = ['c', 't', 'k', 'o', 'n', ''];
const LINE_HEIGHT = 21;

export class Editor {
  #field; #colours; #scroller; #changed; #shown = []; #completion;

  /** changed is called after each edit. */
  constructor(field, colours, scroller, words, changed) {
    this.#field = field;
    this.#colours = colours;
    this.#scroller = scroller;
    this.#changed = changed;
    this.#completion = new Completion(field, words, (from, word) => this.#insert(from, word));
    field.addEventListener('input', (event) => {
      this.#draw();
      if (event.inputType?.startsWith('insert') || event.inputType?.startsWith('delete')) this.#completion.offer(false);
      changed();
    });
    field.addEventListener('keydown', (event) => this.#key(event));
  }

  get text() { return this.#field.value; }

  set text(text) {
    this.#field.value = text;
    this.#completion.close();
    this.#draw();
  }

  /** What can be named. */
  set catalog(catalog) { this.#completion.catalog = catalog; }

  /** Marks lines; line 0 means the whole. */
  mark(problems) {
    const worst = new Map();
    for (const each of problems) if (worst.get(each.line) !== 'error') worst.set(each.line, each.severity);
    [...this.#colours.children].forEach((line, i) => { line.className = worst.get(i + 1) ?? ''; });
  }

  /** The caret goes to a place, which is shown. */
  jump(line, column) {
    const lines = this.text.split('\n');
    const at = lines.slice(0, Math.max(0, line - 1)).reduce((sum, each) => sum + each.length + 1, 0) + Math.max(0, column - 1);
    this.#field.focus({ preventScroll: true });
    this.#field.setSelectionRange(at, at);
    this.#scroller.scrollTop = Math.max(0, (line - 4) * LINE_HEIGHT);
    this.#scroller.scrollIntoView({ block: 'nearest' });
  }

  /** The browser keeps what was done, as long as edits are made by its commands. */
  command(name, text) {
    this.#field.focus({ preventScroll: true });
    return document.execCommand(name, false, text);
  }

  #insert(from, word) {
    this.#field.setSelectionRange(from, this.#field.selectionStart);
    if (!this.command('insertText', word)) {
      this.#field.setRangeText(word, from, this.#field.selectionEnd, 'end');
      this.#draw();
      this.#changed();
    }
    this.#completion.close();
  }

  #key(event) {
    if (this.#completion.key(event) || event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
    const before = this.text.slice(0, this.#field.selectionStart), line = before.slice(before.lastIndexOf('\n') + 1);
    const indent = line.match(/^ */)[0] + (/:\s*$/.test(line) ? '  ' : '');
    if (indent && this.command('insertText', `\n${indent}`)) event.preventDefault();
  }

  /** Only lines that have changed are made anew. */
  #draw() {
    const lines = this.text.split('\n');
    while (this.#colours.children.length > lines.length) this.#colours.lastChild.remove();
    lines.forEach((line, i) => {
      if (this.#shown[i] === line && this.#colours.children[i]) return;
      const drawn = this.#line(line);
      drawn.dataset.line = i + 1;
      if (this.#colours.children[i]) this.#colours.children[i].replaceWith(drawn);
      else this.#colours.append(drawn);
    });
    this.#shown = lines;
  }

  #line(line) {
    const drawn = document.createElement('div');
    let done = 0;
    for (const token of line.matchAll(TOKEN)) {
      drawn.append(line.slice(done, token.index));
      const part = document.createElement('span'), kind = KINDS[token.slice(1).findIndex((each) => each !== undefined)];
      part.className = kind === '' && /type:\s*$/.test(line.slice(0, token.index)) ? 't' : kind;
      part.textContent = token[0];
      drawn.append(part);
      done = token.index + token[0].length;
    }
    drawn.append(line.slice(done));
    return drawn;
  }
}
