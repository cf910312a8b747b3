/** The level of a program: a number that is written into the file that has it, and a button for what the check advises. */
import { texts } from './texts.js';

const SOFTEST = -60, LOUDEST = 18, STEP = 0.1, CHANGED = 'changed elsewhere', QUIET_LEVEL_MILLIS = 250;

export class LevelField {
  #program; #save; #input; #advise; #over; #told; #timer = 0; #isOpen = false;

  /** save is called with the program, its level and whether another's file may be changed; resolves with the answer. */
  constructor(program, save) {
    const make = (name, kind) => Object.assign(document.createElement(name), { className: kind }), label = make('label', '');
    this.#program = program;
    this.#save = save;
    this.element = make('span', 'edit');
    this.#input = Object.assign(make('input', ''), { type: 'number', min: SOFTEST, max: LOUDEST, step: STEP });
    this.#input.setAttribute('aria-label', texts.levelOf(program.preset));
    this.#input.oninput = () => { this.#isOpen = true; };
    // What is typed is whole once the field is left, or with Enter; an arrow key that is held changes it many times.
    this.#input.onchange = () => this.#change();
    this.#input.onblur = () => { if (this.#timer) this.#keep(false); };
    this.#advise = make('button', 'advise');
    this.#advise.onclick = () => {
      this.#input.value = this.#advise.value;
      this.#keep(false);
    };
    this.#over = Object.assign(make('button', 'over'), { textContent: texts.anyway, hidden: true, onclick: () => this.#keep(true) });
    this.#told = make('span', 'told');
    this.#told.setAttribute('role', 'status');
    label.append(program.writes === 'bank' ? texts.levelInBank : texts.levelInPreset, this.#input, texts.decibels);
    this.element.append(label, this.#advise, this.#over, this.#told);
    this.element.hidden = program.writes === 'nowhere';
  }

  get #level() {
    return this.#program.writes === 'bank' ? this.#program.added : this.#program.level;
  }

  /** As the program is now; what is being typed, or was refused, stays. */
  show(advised) {
    if (!this.#isOpen && document.activeElement !== this.#input) this.#input.value = this.#level;
    this.#advise.hidden = advised === null || Math.abs(advised - this.#level) < STEP / 2;
    if (this.#advise.hidden) return;
    this.#advise.value = advised;
    this.#advise.textContent = texts.advised(advised);
    this.#advise.setAttribute('aria-label', texts.adviseFor(this.#program.preset, advised));
  }

  #change() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(false), QUIET_LEVEL_MILLIS);
  }

  async #keep(over) {
    const level = Number(this.#input.value);
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#isOpen = true;
    this.#over.hidden = true;
    if (this.#input.value === '' || !this.#input.checkValidity()) {
      this.#told.textContent = texts.levelRange(SOFTEST, LOUDEST);
      return;
    }
    const answer = await this.#save(this.#program, level, over);
    this.#over.hidden = !(answer?.refused?.includes(CHANGED) && !over);
    if (answer?.done && !this.#timer) this.#isOpen = false;
    this.#told.textContent = answer?.done ? texts.saved(answer.done.path) : answer?.refused ?? '';
  }
}
