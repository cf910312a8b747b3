/** The way to the instrument: requests in their order, events as they come, and what is said while it does not answer. */
import { texts } from './texts.js';

const SILENT_MILLIS = 2500, AGAIN_MILLIS = 500, MOST = 100;
const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), (each) => each.toString(16).padStart(2, '0')).join('');

for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[element.dataset.text];
for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', texts[element.dataset.label]);

export class Link {
  #away; #warning; #queue = []; #sending = false; #events = null; #heard = 0; #rests = false; #begin = () => { }; #shows = new Map();

  /** Elements that say that the instrument is away, and what it has refused. */
  constructor(away, warning) {
    this.#away = away;
    this.#warning = warning;
  }

  /** Sends a request after those before it. Resolves with its answer, or with nothing while the instrument is away. */
  ask(request) {
    return new Promise((resolve) => {
      this.#queue.push({ request, resolve });
      this.#flush();
    });
  }

  /** What comes while some are under way goes with the next. */
  async #flush() {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#queue.length > 0) {
      const some = this.#queue.splice(0, MOST);
      let answers = [];
      try {
        const told = await this.#post(some.map((each) => each.request));
        answers = Array.isArray(told) ? told : some.map(() => told);
        this.#warning.textContent = answers.find((each) => each.refused)?.refused ?? '';
      } catch {
        some.push(...this.#queue.splice(0));
      }
      some.forEach((each, i) => each.resolve(answers[i]));
    }
    this.#sending = false;
  }

  async #post(body) {
    const reply = await fetch('/api/ask', { method: 'POST', body: JSON.stringify(body), keepalive: true,
      headers: { 'Content-Type': 'application/json', 'X-Page': page } });
    return reply.json();
  }

  /** Sends a request beside all others: its answer takes its time, and is the caller's to show. */
  askAside(request) {
    return this.#post(request).catch(() => undefined);
  }

  /** What can be read at a path, as an object. */
  async read(path) {
    return (await fetch(path)).json();
  }

  /** Shows each event of this name. Before connect. */
  on(name, show) {
    this.#shows.set(name, show);
  }

  /** Listens, and begins anew by itself whenever nothing is heard: where the network sleeps, no error comes. */
  connect(path = '/api/events') {
    this.#shows.set('beat', () => { });
    this.#begin = () => {
      this.#events?.close();
      this.#heard = performance.now();
      this.#events = new EventSource(`${path}?page=${page}`);
      for (const [name, show] of this.#shows) {
        this.#events.addEventListener(name, (event) => {
          this.#heard = performance.now();
          this.#away.hidden = true;
          show(JSON.parse(event.data));
        });
      }
      this.#events.onerror = () => this.#tell();
    };
    this.#begin();
    setInterval(() => {
      if (!this.#rests && performance.now() - this.#heard > SILENT_MILLIS) {
        this.#tell();
        this.#begin();
      }
    }, AGAIN_MILLIS);
  }

  /** Listens no longer, until it is to begin again. */
  rest() {
    this.#rests = true;
    this.#events?.close();
  }

  /** Begins again, also where it listens: what is under way is left out. */
  again() {
    this.#rests = false;
    this.#begin();
  }

  async #tell() {
    this.#away.hidden = false;
    this.#away.textContent = texts.away;
    const reply = await fetch('/api/status').catch(() => null);
    if (reply?.status === 401) this.#away.textContent = texts.unpaired;
  }
}
