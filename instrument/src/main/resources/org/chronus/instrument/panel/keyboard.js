/** Two octaves to touch. Velocity by place: near the edge is loud. Each finger has its own key. */

const BLACK = [1, 3, 6, 8, 10], KEYS = 25, LOWEST = 24, HIGHEST = 84;

export class Keyboard {
  #element; #send; #first = 48; #fingers = new Map(); #keys = new Map();

  constructor(element, send) {
    this.#element = element;
    this.#send = send;
    for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) {
      element.addEventListener(kind, (event) => this.#touch(kind, event));
    }
    window.addEventListener('blur', () => this.letGo());
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.letGo(); });
    this.#draw();
  }

  get first() { return this.#first; }

  move(octaves) {
    this.letGo();
    this.#first = Math.min(HIGHEST, Math.max(LOWEST, this.#first + 12 * octaves));
    this.#draw();
  }

  /** Keys that are down, whoever holds them. */
  show(down) {
    for (const [number, key] of this.#keys) key.classList.toggle('down', down.has(number));
  }

  letGo() {
    for (const number of this.#fingers.values()) this.#send({ do: 'note', key: number, velocity: 0 });
    this.#fingers.clear();
  }

  #draw() {
    this.#element.replaceChildren();
    this.#keys.clear();
    const whites = 15;
    for (let number = this.#first, white = 0; number < this.#first + KEYS; number++) {
      const black = BLACK.includes(number % 12), key = document.createElement('div');
      key.className = black ? 'key black' : 'key white';
      key.style.left = `${100 * (black ? white - 0.3 : white) / whites}%`;
      key.style.width = `${100 * (black ? 0.6 : 1) / whites}%`;
      key.dataset.key = number;
      this.#keys.set(number, key);
      this.#element.append(key);
      if (!black) white++;
    }
  }

  #touch(kind, event) {
    event.preventDefault();
    const id = event.pointerId, held = this.#fingers.get(id);
    if (kind === 'pointerup' || kind === 'pointercancel') {
      this.#strike(id, held, undefined);
      return;
    }
    if (kind === 'pointermove' && held === undefined) return;
    const hit = document.elementFromPoint(event.clientX, event.clientY), key = hit?.dataset?.key && this.#element.contains(hit) ? hit : null;
    const number = key ? Number(key.dataset.key) : undefined;
    if (number === held) return;
    const box = key?.getBoundingClientRect();
    const velocity = key ? Math.round(20 + 107 * Math.min(1, Math.max(0, (event.clientY - box.top) / box.height))) : 0;
    this.#strike(id, held, number, velocity);
    if (kind === 'pointerdown') this.#element.setPointerCapture?.(id);
  }

  #strike(id, held, number, velocity) {
    if (held !== undefined) this.#send({ do: 'note', key: held, velocity: 0 });
    this.#fingers.delete(id);
    if (number !== undefined) {
      this.#fingers.set(id, number);
      this.#send({ do: 'note', key: number, velocity });
    }
  }
}
