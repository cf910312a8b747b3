/** A picture that is scrolled, and scaled by two fingers, buttons, or the wheel. */

const SMALLEST = 0.1, LARGEST = 3, STEP = 1.25, READABLE = 0.65, ABOVE = 48;

export class Picture {
  #place; #svg = null; #scale = 1; #chosen = false; #spread = 0;

  constructor(place) {
    this.#place = place;
    place.addEventListener('wheel', (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP);
    }, { passive: false });
    for (const kind of ['touchstart', 'touchmove']) place.addEventListener(kind, (event) => this.#pinch(event), { passive: false });
    for (const kind of ['touchend', 'touchcancel']) place.addEventListener(kind, () => { this.#spread = 0; });
  }

  /** Shows a picture; nothing in it runs. Until somebody has scaled it, letters can be read, and where the signal begins is seen. */
  show(text) {
    const read = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    this.#svg = document.adoptNode(read);
    this.#place.replaceChildren(this.#svg);
    if (!this.#chosen) this.#scale = Math.min(1, Math.max(READABLE, this.#whole()));
    this.#size();
    const first = [...this.#svg.querySelectorAll('.box rect')].sort((a, b) => a.x.baseVal.value - b.x.baseVal.value)[0];
    if (!this.#chosen && first) this.#place.scrollTo(0, (first.y.baseVal.value - ABOVE) * this.#scale);
  }

  /** Instead of a picture, why there is none. */
  refuse(reason) {
    this.#svg = null;
    this.#place.textContent = reason;
  }

  /** As wide as its place. */
  fit() {
    if (!this.#svg) return;
    this.#chosen = true;
    this.#scale = Math.min(1, this.#whole());
    this.#size();
  }

  #whole() {
    return this.#place.clientWidth / this.#svg.viewBox.baseVal.width;
  }

  /** By a factor, about the middle of what is seen. */
  zoom(factor) {
    if (!this.#svg) return;
    this.#chosen = true;
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

  /** One finger scrolls, which the browser does; two scale, which it is kept from, for it would scale the whole page. */
  #pinch(event) {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [a, b] = event.touches, spread = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    if (this.#spread > 0) this.zoom(spread / this.#spread);
    this.#spread = spread;
  }
}
