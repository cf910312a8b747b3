/** The first page: what plays, what is next, how loud, and by whom. It shows what the instrument says, and nothing that it has not said. */
import { texts } from './texts.js';
import { Link } from './link.js';
import { Keyboard } from './keyboard.js';

const FLOOR = -60;
const by = (id) => document.getElementById(id);
const link = new Link(by('away'), by('warning'));
const ask = (request) => link.ask(request);
let state = null, programs = [];

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
  programs = await link.read('/api/programs');
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

by('previous').onclick = () => ask({ do: 'previous' });
by('next').onclick = () => ask({ do: 'next' });
by('panic').onclick = () => ask({ do: 'panic' });
const octave = (by_) => { keyboard.move(by_); showRange(); };
const showRange = () => { by('range').textContent = `C${keyboard.first / 12 - 1} – C${keyboard.first / 12 + 1}`; };
by('lower').onclick = () => octave(-1);
by('higher').onclick = () => octave(1);
showRange();
link.on('state', showState);
link.on('meters', showMeters);
link.connect();
