/** What is heard: its pitch, levels, wave and spectrum. The newest view takes the place of one that was not drawn. */
import { texts } from './texts.js';
import { Link } from './link.js';
import { WavePicture, SpectrumPicture, bandHertz } from './pictures.js';

/** Between two pictures, where motion is to be little, and between two numbers: faster ones cannot be read. In milliseconds. */
const CALM_MILLIS = 500, NUMBERS_MILLIS = 200;
/** A network that delivers so late has stored what nobody needs any more. */
const LATE_MILLIS = 1500;
const NEAR_CENTS = 3, FLOOR = -60, HEARD = -100;
const by = (id) => document.getElementById(id);
const link = new Link(by('away'), by('warning'));
const wavePicture = new WavePicture(by('wave')), spectrumPicture = new SpectrumPicture(by('spectrum'));
const calm = matchMedia('(prefers-reduced-motion: reduce)');
let patch = null, heard = '', view = null, isNew = false, drawn = -Infinity, counted = -Infinity, quickest = Infinity;

const decibels = (value, unit) => value === null ? `${texts.silent} ${unit}` : `${value.toFixed(1).replace('-', '−')} ${unit}`;
const isFrozen = () => by('freeze').getAttribute('aria-pressed') === 'true';

function take(news) {
  const way = Date.now() - news.at;
  quickest = Math.min(quickest, way);
  if (news.patch !== patch) readOutputs(news.patch);
  if (news.output !== heard) showOutput(news.output);
  if (way - quickest > LATE_MILLIS) {
    begin();
  } else if (!isFrozen()) {
    view = news;
    isNew = true;
  }
}

/** What can be listened to, by part, of a patch that plays for the first time. */
async function readOutputs(number) {
  patch = number;
  const read = await link.read('/api/patch').catch(() => null);
  if (read?.patch !== number) patch = null;
  const groups = (read?.parts ?? []).map(({ part, modules }) => {
    const group = document.createElement('optgroup'), names = modules.flatMap((module) => module.outputs);
    group.label = part;
    group.append(...names.map((name) => new Option(name, name)));
    if (part !== 'mix') group.append(new Option(texts.partAlone(part), part));
    return group;
  });
  by('output').replaceChildren(new Option(texts.whole, ''), ...groups.filter((group) => group.children.length > 0));
  showOutput(heard);
}

function showOutput(name) {
  heard = name;
  by('output').value = name;
}

async function turn(wanted) {
  const reply = await fetch('/api/listen', { method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: wanted && JSON.stringify(wanted) }).catch(() => null);
  const told = await reply?.json();
  by('warning').textContent = told?.refused ?? '';
  showOutput(told?.done?.output ?? heard);
}

function begin() {
  quickest = Infinity;
  link.again();
}

function bar(id, level) {
  by(id).style.transform = `scaleX(${level === null ? 0 : Math.min(1, Math.max(0, 1 - level / FLOOR))})`;
  by(id).classList.toggle('hot', level > -3);
}

function showPitch(pitch, a4) {
  by('reference').textContent = texts.reference(a4);
  by('note').textContent = pitch ? pitch.note.replace('#', '♯') : '–';
  by('pitch').textContent = pitch ? texts.pitch(pitch.cents, pitch.hertz) : texts.noPitch;
  by('needle').hidden = !pitch;
  by('needle').style.transform = `translateX(${pitch ? pitch.cents / 50 * 0.48 * by('needle').parentElement.clientWidth : 0}px)`;
  by('needle').classList.toggle('near', pitch !== undefined && Math.abs(pitch.cents) < NEAR_CENTS);
}

function showNumbers() {
  const levels = view.levels;
  showPitch(view.pitch, view.a4);
  by('left-level').textContent = decibels(levels.left, 'dB');
  by('right-level').textContent = decibels(levels.right, 'dB');
  by('rms').textContent = decibels(levels.rms, 'dB');
  by('truePeak').textContent = decibels(levels.truePeak, 'dBTP');
  for (const name of ['momentary', 'shortTerm', 'integrated']) by(name).textContent = decibels(levels[name], 'LUFS');
  by('wave-text').textContent = texts.waveIs(view.wave.millis, decibels(20 * Math.log10(view.wave.scale), 'dB'), view.wave.right);
  const loudest = Math.max(...view.spectrum), band = view.spectrum.indexOf(loudest);
  by('spectrum-text').textContent = loudest < HEARD ? texts.nothing : texts.strongest(bandHertz(band, view.spectrum.length), decibels(loudest, 'dB'));
}

function draw(now) {
  if (isNew && now - drawn >= (calm.matches ? CALM_MILLIS : 0)) {
    isNew = false;
    drawn = now;
    wavePicture.draw(view.wave);
    spectrumPicture.draw(view.spectrum);
    bar('left', view.levels.left);
    bar('right', view.levels.right);
    if (now - counted >= NUMBERS_MILLIS) {
      counted = now;
      showNumbers();
    }
  }
  requestAnimationFrame(draw);
}

by('freeze').onclick = () => by('freeze').setAttribute('aria-pressed', !isFrozen());
by('anew').onclick = () => turn();
by('output').onchange = () => turn({ output: by('output').value });
/** Where nobody looks, nothing is sent. */
document.addEventListener('visibilitychange', () => { if (document.hidden) link.rest(); else begin(); });
/** A frozen picture keeps its shape. */
new ResizeObserver(() => { isNew = view !== null; drawn = -Infinity; }).observe(by('wave'));
link.on('view', take);
link.connect('/api/listen');
requestAnimationFrame(draw);
