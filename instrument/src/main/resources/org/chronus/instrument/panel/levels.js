/** How loud programs are, and what the check of the bank says of them. */
import { texts } from './texts.js';

/** In LU; what is further from the others would embarrass. */
const TOLERANCE = 3;

export class Levels {
  #elements; #shown; #report = null; #run = -1; #running = false;

  /** Elements to begin, cancel, say how far it is, and list verdicts; shown is called when there is a report. */
  constructor(elements, shown) {
    this.#elements = elements;
    this.#shown = shown;
    elements.begin.onclick = () => this.#send('POST');
    elements.cancel.onclick = () => this.#send('DELETE');
  }

  async #send(method) {
    const reply = await fetch('/api/levels', { method, headers: { 'Content-Type': 'application/json' } }).catch(() => null);
    if (reply && !reply.ok) this.#elements.said.textContent = (await reply.json()).refused;
  }

  /** Where the check is. */
  async state(state) {
    const { begin, cancel, said } = this.#elements, ended = this.#running && !state.running;
    begin.hidden = state.running;
    cancel.hidden = !state.running;
    this.#running = state.running;
    if (state.running) said.textContent = state.stands ? texts.stands : texts.measures(state.begun, state.program);
    else if (state.failed) said.textContent = state.failed;
    else if (ended) said.textContent = '';
    if (!state.running && (ended || this.#run !== state.run)) await this.#read();
    this.#run = state.run;
  }

  async #read() {
    this.#report = (await (await fetch('/api/levels')).json()).report;
    if (!this.#report) return;
    const verdicts = this.#report.verdicts.filter((each) => each.kind !== 'PRIME');
    this.#elements.verdicts.replaceChildren(...verdicts.map((each) => {
      const item = document.createElement('li');
      item.className = each.embarrassing ? 'bad' : '';
      item.textContent = `${each.embarrassing ? '!' : '–'} ${each.place}: ${each.what}: ${each.cure}`;
      return item;
    }));
    const bad = verdicts.filter((each) => each.embarrassing).length;
    this.#elements.said.textContent = bad === 0 ? texts.embarrassesNothing : texts.embarrasses(bad);
    this.#shown();
  }

  #row(program) {
    const same = this.#report?.programs.filter((row) => row.file === program.file && row.preset === program.preset) ?? [];
    const row = same.find((each) => each.bank === program.bank && each.program === program.number) ?? (same.length === 1 ? same[0] : null);
    return row?.measured ? row : null;
  }

  /** What was measured of a program, in words, with what its level has been changed by since; empty if nothing was. */
  of(program) {
    const row = this.#row(program);
    if (!row) return '';
    const by = program.level + program.added - row.level, offset = row.offset + by;
    const bad = Math.round(10 * Math.abs(offset)) > 10 * TOLERANCE || this.#report.verdicts.some((each) =>
      each.embarrassing && each.kind !== 'PRIME' && each.kind !== 'LOUDNESS' && each.place.startsWith(`${row.number} `));
    return texts.loudness(row.measured.loudness + by, offset, bad);
  }

  /** The level that would bring a program to the others, in dB; null if none is advised. */
  advised(program) {
    return this.#row(program)?.advised ?? null;
  }
}
