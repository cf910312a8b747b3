/** A list whose entries are put in another order: by its handles, or by its buttons. */
import { texts } from './texts.js';

const ENTRY_BUTTONS = [['⤒', 'toFront', (at) => 0], ['↑', 'up', (at) => at - 1], ['↓', 'down', (at) => at + 1]];

export class OrderList {
  #list; #said; #changed; #entries = []; #numbers = []; #held = null;

  /** said is where moves are told; changed is called after each. */
  constructor(list, said, changed) {
    this.#list = list;
    this.#said = said;
    this.#changed = changed;
    addEventListener('pointermove', (event) => this.#follow(event.clientY));
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => this.#hold(null));
  }

  /** Entries have a number, a name, what happens when they are chosen, and perhaps an element with more; the numbers stay where they are. */
  show(entries) {
    this.#numbers = entries.map((entry) => entry.number);
    this.#entries = entries.map((entry) => ({ ...entry, item: this.#item(entry) }));
    this.#place();
  }

  get entries() { return this.#entries; }

  /** The entry goes to a place, as far as there is one. */
  move(entry, to) {
    const at = this.#entries.indexOf(entry);
    if (to < 0 || to >= this.#entries.length || to === at) return;
    this.#entries.splice(to, 0, ...this.#entries.splice(at, 1));
    const focused = document.activeElement;
    this.#place();
    if (entry.item.contains(focused)) focused.focus();
    this.#said.textContent = texts.movedTo(entry.name, to + 1, this.#entries.length);
    this.#changed();
  }

  /** Only what has moved is moved: a pointer that is held stays with its handle. */
  #place() {
    this.#entries.forEach((entry, i) => {
      if (this.#list.children[i] !== entry.item) this.#list.insertBefore(entry.item, this.#list.children[i] ?? null);
      entry.item.querySelector('.shown').textContent = this.#numbers[i];
      entry.item.querySelectorAll('.moves button').forEach((button, which) =>
        button.setAttribute('aria-disabled', which === 2 ? i === this.#entries.length - 1 : i === 0));
    });
    while (this.#list.children.length > this.#entries.length) this.#list.lastChild.remove();
  }

  #item({ name, choose, more }) {
    const item = document.createElement('li'), moves = document.createElement('span'), find = () => this.#entries.find((each) => each.item === item);
    item.innerHTML = '<span class="handle" aria-hidden="true">⠿</span><span class="shown"></span><button class="name"></button>'
      + '<span class="about"></span>';
    if (more) item.append(more);
    item.querySelector('.name').textContent = name;
    item.querySelector('.name').onclick = choose;
    moves.className = 'moves';
    moves.append(...ENTRY_BUTTONS.map(([sign, word, where]) => {
      const button = document.createElement('button');
      button.textContent = sign;
      button.setAttribute('aria-label', texts[word](name));
      button.onclick = () => this.move(find(), where(this.#entries.indexOf(find())));
      return button;
    }));
    item.append(moves);
    item.querySelector('.handle').onpointerdown = (event) => {
      this.#hold(find());
      event.preventDefault();
    };
    return item;
  }

  #hold(entry) {
    this.#held?.item.classList.remove('held');
    this.#held = entry;
    entry?.item.classList.add('held');
  }

  /** What is held goes to the row where the pointer is. */
  #follow(y) {
    if (!this.#held) return;
    const to = this.#entries.findIndex((each) => y < each.item.getBoundingClientRect().bottom);
    this.move(this.#held, to < 0 ? this.#entries.length - 1 : to);
  }
}
