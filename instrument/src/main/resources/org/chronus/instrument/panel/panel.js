/** The first page: what plays, what is next, how loud, and by whom. It shows what the instrument says, and nothing that it has not said. */
import { texts } from './texts.js';
import { Keyboard } from './keyboard.js';

const SILENT_MILLIS = 2500, AGAIN_MILLIS = 500, FLOOR = -60;
const by = (id) => document.getElementById(id);
const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), (each) => each.toString(16).padStart(2, '0')).join('');
let events, heard = 0, state = null, programs = [], queue = [], sending = false;

for (const element of document.querySelectorAll('[data-text]')) element.textContent = texts[element.dataset.text];

/** Requests keep their order: what comes while some are under way goes with the next. */
async function flush() {
  if (sending) return;
  sending = true;
  while (queue.length > 0) {
    const some = queue.splice(0, 100);
    try {
      const reply = await fetch('/api/ask', { method: 'POST', body: JSON.stringify(some), keepalive: true,
        headers: { 'Content-Type': 'application/json', 'X-Page': page } });
      const answers = await reply.json();
      const refused = Array.isArray(answers) ? answers.find((each) => each.refused) : answers;
      by('warning').textContent = refused?.refused ?? '';
    } catch {
      queue = [];
    }
  }
  sending = false;
}

function ask(request) {
  queue.push(request);
  flush();
}

const keyboard = new Keyboard(by('keys'), ask);

function number(place) {
  return place.number < 0 ? '' : String(place.number + (state.bank?.first ?? 0)).padStart(3, '0');
}

function neighbour(id, place) {
  const button = by(id);
  button.querySelector('.preset').textContent = place.preset;
  button.querySelector('.ready').textContent = place.ready ? texts.ready : texts.cold;
}

function showState(news) {
  const bank = state?.bank?.name;
  state = news;
  by('name').textContent = state.preset;
  by('number').textContent = number(state.program);
  document.title = state.preset;
  neighbour('previous', state.previous);
  neighbour('next', state.next);
  by('keyboards').textContent = state.keyboards.join(', ') || texts.noKeyboard;
  if (bank !== state.bank.name) readPrograms(); else markProgram();
}

async function readPrograms() {
  programs = await (await fetch('/api/programs')).json();
  by('set-name').textContent = `${texts.set}: ${state.bank.name}`;
  by('set').replaceChildren(...programs.map((program) => {
    const item = document.createElement('li'), button = document.createElement('button');
    for (const [name, text] of [['shown', String(program.shown).padStart(3, '0')], ['preset', program.preset], ['tags', program.tags.join(', ')]]) {
      const part = document.createElement('span');
      part.className = name;
      part.textContent = text;
      button.append(part);
    }
    button.onclick = () => ask({ do: 'program', number: program.number, bank: program.bank });
    item.append(button);
    return item;
  }));
  markProgram();
}

function markProgram() {
  [...by('set').children].forEach((item, i) => {
    const is = programs[i].number === state.program.number && programs[i].bank === state.program.bank;
    item.firstChild.setAttribute('aria-current', is);
  });
}

function bar(id, share, text, hot) {
  by(id).style.transform = `scaleX(${Math.min(1, Math.max(0, share))})`;
  by(id).classList.toggle('hot', hot);
  by(`${id}-level`).textContent = text;
}

function showMeters(meters) {
  bar('left', (meters.left - FLOOR) / -FLOOR, `${meters.left.toFixed(1)} dB`, meters.left > -3);
  bar('right', (meters.right - FLOOR) / -FLOOR, `${meters.right.toFixed(1)} dB`, meters.right > -3);
  bar('load', meters.load, `${(100 * meters.load).toFixed(0)} %`, meters.load > 0.7);
  const late = state && (state.late.worked || state.late.waited) ? [texts.late(state.late.worked, state.late.waited)] : [];
  const missed = state?.xruns ? [texts.missed(state.xruns)] : [];
  by('facts').textContent = [texts.voices(meters.voices), ...late, ...missed].join('; ');
  by('moved').textContent = Object.entries(meters.moved).map(([name, value]) => `${texts[name] ?? name} ${Math.round(127 * value)}`).join('  ');
  keyboard.show(new Set(meters.keys));
}

function connect() {
  events?.close();
  heard = performance.now();
  events = new EventSource(`/api/events?page=${page}`);
  const listen = (name, show) => events.addEventListener(name, (event) => {
    heard = performance.now();
    by('away').hidden = true;
    show(JSON.parse(event.data));
  });
  listen('state', showState);
  listen('meters', showMeters);
  listen('beat', () => { });
  events.onerror = () => away();
}

async function away() {
  by('away').hidden = false;
  by('away').textContent = texts.away;
  const reply = await fetch('/api/status').catch(() => null);
  if (reply?.status === 401) by('away').textContent = texts.unpaired;
}

/** Where the network sleeps, no error comes: so silence is one. */
setInterval(() => {
  if (performance.now() - heard > SILENT_MILLIS) {
    away();
    connect();
  }
}, AGAIN_MILLIS);

by('previous').onclick = () => ask({ do: 'previous' });
by('next').onclick = () => ask({ do: 'next' });
by('panic').onclick = () => ask({ do: 'panic' });
const octave = (by_) => { keyboard.move(by_); showRange(); };
const showRange = () => { by('range').textContent = `C${keyboard.first / 12 - 1} – C${keyboard.first / 12 + 1}`; };
by('lower').onclick = () => octave(-1);
by('higher').onclick = () => octave(1);
showRange();
connect();
