/** The page of the sound: all ports of the patch that plays. It shows what the instrument says, whoever has changed it. */
import { texts } from './texts.js';
import { Link } from './link.js';
import { PortRow, element } from './ports.js';

const by = (id) => document.getElementById(id);
const link = new Link(by('away'), by('warning'));
const has = (text, word) => text.toLowerCase().includes(word);

const actions = {
  async set(module, port, value) {
    const answer = await link.ask({ do: 'set', module, port, value });
    if (answer?.done?.where === 'draft') by('warning').textContent = texts.drafted;
  },
  wish: 0,
  /** Its refusal is shown unless another wish, or none, has taken its place. */
  async learn(parameter, waits) {
    const mine = ++this.wish;
    if (waits) {
      link.ask({ do: 'forget', parameter });
      return;
    }
    const answer = await link.askAside({ do: 'learn', parameter });
    if (answer?.done) by('learning').textContent = texts.learned(`CC ${answer.done.controller}, ${answer.done.device}`, parameter);
    if (answer?.refused && mine === this.wish) by('warning').textContent = answer.refused;
  },
  forget(parameter) { link.ask({ do: 'forget', parameter }); },
};

/** A module: folded until it is opened, by hand or because something in it is looked for. Its rows are made then. */
class ModuleBox {
  #view; #values; #first; #learning = ''; #rows = null; #list = element('div', 'ports');

  /** First: the place of its first port among all values. */
  constructor(view, first, page) {
    this.#view = view;
    this.#first = first;
    this.#values = view.ports.map((port) => port.value);
    this.box = element('details', 'module');
    this.box.dataset.module = view.module;
    const summary = document.createElement('summary');
    summary.append(element('h3', '', view.id), element('span', 'type', view.type), element('span', 'count', texts.ports(view.ports.length)));
    this.box.append(summary, this.#list);
    this.box.ontoggle = () => {
      if (this.box.open) this.#fill();
      page.toggled(view.module, this.box.open);
    };
  }

  /** [once it is open] */
  #fill() {
    if (this.#rows) return;
    this.#rows = this.#view.ports.map((port, i) => new PortRow(this.#view.module, { ...port, value: this.#values[i] }, actions));
    this.#list.replaceChildren(element('p', 'meaning', this.#view.meaning), ...this.#rows.map((each) => each.row));
    this.wait(this.#learning);
  }

  open() {
    this.box.open = true;
    this.#fill();
  }

  show(values) {
    this.#values = values.slice(this.#first, this.#first + this.#view.ports.length);
    this.#rows?.forEach((row, i) => row.show(this.#values[i]));
  }

  wait(parameter) {
    this.#learning = parameter;
    this.#rows?.forEach((row) => row.wait(row.name === parameter));
  }

  bind(view) {
    this.#view = view;
    this.#rows?.forEach((row, i) => row.bind(view.ports[i].bound));
  }

  /** Shows what has the word in its name. Returns whether there is any. */
  filter(word, wasOpen) {
    const { id, type, ports } = this.#view, whole = has(id, word) || has(type, word);
    const hits = ports.map((port) => whole || has(port.port, word));
    this.box.hidden = !hits.includes(true);
    if (word && !this.box.hidden) this.open(); else if (!word) this.box.open = wasOpen;
    this.#rows?.forEach((row, i) => { row.row.hidden = !hits[i]; });
    return !this.box.hidden;
  }
}

class SoundPage {
  #patch = null; #boxes = []; #opened = new Set(); #learning = '';

  constructor() {
    by('search').oninput = () => this.#filter();
  }

  /** Another patch plays, or another controller is bound. */
  showPatch(patch) {
    by('name').textContent = document.title = patch.preset;
    const modules = patch.parts.flatMap((part) => part.modules).filter((module) => module.ports.length > 0);
    if (patch.patch === this.#patch) {
      this.#boxes.forEach((box, i) => box.bind(modules[i]));
    } else {
      this.#patch = patch.patch;
      this.#build(patch);
    }
    this.showValues({ patch: patch.patch, values: modules.flatMap((module) => module.ports.map((port) => port.value)) });
  }

  #build(patch) {
    const focused = document.activeElement?.id;
    let first = 0;
    this.#boxes = [];
    const parts = patch.parts.filter((part) => part.modules.some((module) => module.ports.length > 0));
    by('parts').replaceChildren(...parts.map((part) => {
      const section = element('section', 'part');
      section.append(element('h2', '', { mix: texts.mix, voices: texts.voicesPart }[part.part] ?? part.part));
      for (const module of part.modules.filter((each) => each.ports.length > 0)) {
        const box = new ModuleBox(module, first, this);
        first += module.ports.length;
        this.#boxes.push(box);
        section.append(box.box);
        if (this.#opened.has(module.module)) box.open();
      }
      return section;
    }));
    if (by('search').value) this.#filter();
    if (focused) by(focused)?.focus();
  }

  /** A hand has opened or folded a module. */
  toggled(module, open) {
    if (by('search').value) return;
    if (open) this.#opened.add(module); else this.#opened.delete(module);
  }

  #filter() {
    const word = by('search').value.trim().toLowerCase();
    const shown = this.#boxes.map((box) => box.filter(word, this.#opened.has(box.box.dataset.module)));
    by('none').hidden = shown.includes(true) || shown.length === 0;
    for (const part of by('parts').children) part.hidden = !part.querySelector('details:not([hidden])');
  }

  showValues({ patch, values, learning }) {
    if (patch !== this.#patch || values.length === 0) return;
    for (const box of this.#boxes) {
      box.show(values);
      if (learning !== undefined) box.wait(learning);
    }
    if (learning === undefined || learning === this.#learning) return;
    // What was learned meanwhile is to stay there.
    if (learning || by('learning').textContent === texts.wait(this.#learning)) by('learning').textContent = learning && texts.wait(learning);
    this.#learning = learning;
  }
}

const sound = new SoundPage();
link.on('patch', (patch) => sound.showPatch(patch));
link.on('values', (values) => sound.showValues(values));
link.connect('/api/patch/events');
