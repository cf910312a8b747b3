/** A port on the page: its name, its value in words, a slider, and the controllers that are bound to it. */
import { texts } from './texts.js';
import { STEPS, place, valueAt, words } from './scale.js';

/** Between two requests while a slider is dragged; and until what the instrument says is shown again. */
const PAUSE_MILLIS = 34, SETTLE_MILLIS = 300;
/** Steps of the arrow keys; with the shift key it is one. */
const STRIDE = 50;
/** As a share of a value: what is left out of it on its way. */
const SAME = 1e-5;

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export function element(tag, name, text = '') {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

export class PortRow {
  #module; #port; #actions; #slider; #value; #usual; #learn; #bound;
  /** What the instrument has said last, and what is yet to be sent. */
  #told; #wanted; #held = false; #sending = false; #moved = -SETTLE_MILLIS; #waits = false;

  /** Actions: what is done about a port, see sound.js. */
  constructor(module, port, actions) {
    this.#module = module;
    this.#port = port;
    this.#actions = actions;
    this.#told = port.value;
    this.row = element('div', 'port');
    this.row.dataset.port = this.name;
    this.#value = element('output', 'value');
    this.#bound = element('p', 'bound');
    const label = element(port.follows ? 'span' : 'label', 'label', port.port), meaning = element('p', 'meaning', port.meaning);
    label.htmlFor = this.#value.htmlFor = this.name;
    meaning.id = `${this.name}:meaning`;
    this.row.append(label, this.#value);
    if (port.follows) {
      this.#value.textContent = texts.follows(port.follows);
      this.row.append(meaning);
      return;
    }
    this.#slider = this.#makeSlider(meaning.id);
    this.#usual = this.#button('usual', texts.usual(words(port.default, port.unit)), () => this.#reset());
    this.#learn = this.#button('learn', texts.learn, () => actions.learn(this.name, this.#waits));
    this.#learn.setAttribute('aria-pressed', false);
    this.row.append(this.#slider, meaning, this.#bound);
    this.bind(port.bound);
    this.#draw(port.value);
  }

  get name() { return `${this.#module}.${this.#port.port}`; }

  #button(name, text, act) {
    const button = element('button', name, text);
    button.onclick = act;
    button.setAttribute('aria-label', `${this.name}: ${text}`);
    return button;
  }

  #makeSlider(meaning) {
    const slider = element('input', 'slider');
    Object.assign(slider, { type: 'range', id: this.name, min: 0, max: STEPS, step: 1 });
    slider.setAttribute('aria-label', `${this.#module} ${this.#port.port}`);
    slider.setAttribute('aria-describedby', meaning);
    slider.oninput = () => this.#move(valueAt(this.#port, slider.valueAsNumber));
    slider.ondblclick = () => this.#reset();
    slider.onkeydown = (event) => this.#key(event);
    slider.onpointerdown = () => { this.#held = true; };
    slider.onpointerup = slider.onpointercancel = () => { this.#held = false; this.#settle(); };
    return slider;
  }

  #key(event) {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#reset();
    } else if (way && !event.shiftKey) {
      const at = Math.min(STEPS, Math.max(0, this.#slider.valueAsNumber + way * STRIDE));
      this.#move(valueAt(this.#port, at), at);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The button goes then, and cannot keep the focus. */
  #reset() {
    this.#slider.focus();
    this.#move(this.#port.default);
  }

  /** The last value is always sent, the others as often as answers come. */
  async #move(value, at) {
    this.#draw(value, at);
    this.#wanted = value;
    this.#moved = performance.now();
    if (this.#sending) return;
    this.#sending = true;
    while (this.#wanted !== undefined) {
      const next = this.#wanted;
      this.#wanted = undefined;
      await Promise.all([this.#actions.set(this.#module, this.#port.port, next), pause(PAUSE_MILLIS)]);
    }
    this.#sending = false;
    await pause(SETTLE_MILLIS);
    this.#settle();
  }

  #draw(value, at = place(this.#port, value)) {
    const text = words(value, this.#port.unit);
    this.#slider.value = at;
    this.#slider.setAttribute('aria-valuetext', text);
    this.#value.textContent = text;
    this.#usual.hidden = Math.abs(value - this.#port.default) <= SAME * Math.abs(this.#port.default);
  }

  /** The instrument says where the port is; a hand that moves it has the last word. */
  show(value) {
    this.#told = value;
    this.#settle();
  }

  #settle() {
    if (this.#slider && !this.#held && !this.#sending && performance.now() - this.#moved >= SETTLE_MILLIS) this.#draw(this.#told);
  }

  /** Whether the next controller that is moved is for this port. */
  wait(waits) {
    if (!this.#slider || waits === this.#waits) return;
    this.#waits = waits;
    this.#learn.textContent = waits ? texts.waiting : texts.learn;
    this.#learn.setAttribute('aria-label', `${this.name}: ${this.#learn.textContent}`);
    this.#learn.setAttribute('aria-pressed', waits);
  }

  /** These controllers set it. */
  bind(bound) {
    if (!this.#slider) return;
    const { unit } = this.#port;
    const chips = bound.map((each) => {
      if (each.by === 'preset') return element('span', 'chip', texts.ofPreset(each.controller, words(each.low, unit), words(each.high, unit)));
      const chip = element('span', 'chip', texts.ofKeyboard(each.controller, each.channel, each.device));
      chip.append(this.#button('forget', texts.forget, () => this.#actions.forget(each.parameter)));
      return chip;
    });
    const focused = this.#bound.contains(document.activeElement);
    this.#bound.replaceChildren(...chips, this.#learn, this.#usual);
    if (focused) this.#learn.focus();
  }
}
