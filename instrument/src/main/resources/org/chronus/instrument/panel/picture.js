/** A picture that is scrolled, and scaled by two fingers, buttons, or the wheel. */

const SMALLEST = 0.1, LARGEST = 3, STEP = 1.25;

export class Picture {
  #place; #svg = null; #scale = 0; #fingers = new Map(); #spread = 0;

  constructor(place) {
    this.#place = place;
    place.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    }, { passive: false });
    place.addEventListener('pointerdown', (event) => this.#fingers.set(event.pointerId, event));
    place.addEventListener('pointermove', (event) => this.#move(event));
    for (const kind of ['pointerup', 'pointercancel', 'pointerleave']) {
      place.addEventListener(kind, (event) => { this.#fingers.delete(event.pointerId); this.#spread = 0; });
    }
  }

  /** Shows a picture; nothing in it runs. A scale that was chosen stays. */
  show(text) {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    this.#svg = document.adoptNode(read);
    this.#place.replaceChildren(this.#svg);
    if (this.#scale === 0) this.fit(); else this.#size();
  }

  /** Instead of a picture, why there is none. */
  refuse(reason) {
    this.#svg = null;
    this.#place.textContent = reason;
  }

  /** As wide as its place, if letters can be read then. */
  fit() {
    if (!this.#svg) return;
    this.#scale = Math.min(1, Math.max(0.45, this.#place.clientWidth / this.#svg.viewBox.baseVal.width));
    this.#size();
  }

  /** By a factor, about the middle of what is seen. */
  zoom(factor) {
    if (!this.#svg) return;
    const old = this.#scale, place = this.#place;
    this.#scale = Math.min(LARGEST, Math.max(SMALLEST, old * factor));
    const by = this.#scale / old, x = place.scrollLeft + place.clientWidth / 2, y = place.scrollTop + place.clientHeight / 2;
    this.#size();
    place.scrollTo(x * by - place.clientWidth / 2, y * by - place.clientHeight / 2);
  }

  #size() {
    this.#svg.setAttribute('width', this.#svg.viewBox.baseVal.width * this.#scale);
    this.#svg.setAttribute('height', this.#svg.viewBox.baseVal.height * this.#scale);
  }

  #move(event) {
    if (!this.#fingers.has(event.pointerId)) return;
    this.#fingers.set(event.pointerId, event);
    if (this.#fingers.size !== 2) return;
    const [a, b] = [...this.#fingers.values()], spread = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    if (this.#spread > 0) this.zoom(spread / this.#spread);
    this.#spread = spread;
  }
}
