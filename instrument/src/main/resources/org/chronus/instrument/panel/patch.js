/** The page of the patch: the wiring of what plays, and its text, which is edited, looked at while it is typed, played and saved. */
import { texts } from './texts.js';
import { Link } from './link.js';
import { Editor } from './editor.js';
import { Picture } from './picture.js';
import { difference, drawDifference } from './difference.js';

const QUIET_MILLIS = 300;
const by = (id) => document.getElementById(id);
const link = new Link(by('away'), by('warning'));
const picture = new Picture(by('picture'));
const editor = new Editor(by('text'), by('colours'), by('editor'), by('words'), edited);
let read = null, kept = '', playing = null, timer = 0, asked = 0;

function edited() {
  clearTimeout(timer);
  timer = setTimeout(check, QUIET_MILLIS);
  by('over').hidden = true;
  by('said').textContent = '';
  if (!by('difference').hidden) compare();
}

async function readPatch() {
  const reply = await fetch('/api/text');
  if (!reply.ok) return;
  read = await reply.json();
  kept = read.text;
  editor.text = read.text;
  by('name').textContent = read.preset;
  document.title = texts.patchOf(read.preset);
  by('origin').textContent = read.draft ? texts.draft(read.origin) : read.origin;
  by('other').hidden = true;
  await Promise.all([readPicture(), check()]);
}

async function readPicture() {
  const reply = await fetch('/api/patch.svg');
  if (reply.ok) picture.show(await reply.text());
  else picture.refuse((await reply.json()).refused);
}

/** An answer that is late is not shown: another is under way. */
async function check() {
  const mine = ++asked;
  const answer = await link.ask({ do: 'check', text: editor.text });
  if (mine !== asked || !answer?.done) return;
  const problems = answer.done.problems;
  editor.mark(problems);
  by('found').textContent = problems.length === 0 ? texts.good : texts.found(problems.length);
  by('problems').replaceChildren(...problems.map((problem) => {
    const item = document.createElement('li'), button = document.createElement('button');
    item.className = problem.severity;
    button.textContent = texts.problem(problem);
    button.onclick = () => editor.jump(problem.line, problem.column);
    item.append(button);
    return item;
  }));
}

async function play() {
  const text = editor.text, answer = await link.ask({ do: 'play-text', text });
  if (!answer?.done) return;
  kept = text;
  playing = answer.done.preset;
  by('said').textContent = texts.plays(answer.done.preset, answer.done.milliseconds);
  by('name').textContent = answer.done.preset;
  by('other').hidden = true;
  await readPicture();
}

async function save(over) {
  const text = editor.text, answer = await link.ask({ do: 'save-text', text, over });
  by('over').hidden = !(answer?.refused && !over && answer.refused.includes('is there already'));
  if (!answer?.done) return;
  read.saved = text;
  by('said').textContent = texts.saved(answer.done.path);
  if (!by('difference').hidden) compare();
}

function compare() {
  const lines = difference(read?.saved ?? '', editor.text);
  by('difference').replaceChildren(...lines.some(([sign]) => sign === '+' || sign === '-') ? drawDifference(lines) : [texts.same]);
}

/** What plays has changed elsewhere. What was typed is not thrown away. */
function changed(state) {
  if (state.preset === playing) return;
  playing = state.preset;
  if (!read || editor.text === kept) {
    readPatch();
  } else {
    by('other').hidden = false;
    by('other').textContent = texts.other(state.preset);
  }
}

by('other').onclick = readPatch;
by('play').onclick = play;
by('save').onclick = () => save(false);
by('over').onclick = () => save(true);
by('undo').onclick = () => editor.command('undo');
by('redo').onclick = () => editor.command('redo');
by('compare').onclick = () => {
  by('difference').hidden = !by('difference').hidden;
  by('compare').setAttribute('aria-expanded', !by('difference').hidden);
  if (!by('difference').hidden) compare();
};
by('smaller').onclick = () => picture.zoom(0.8);
by('larger').onclick = () => picture.zoom(1.25);
by('fit').onclick = () => picture.fit();
window.addEventListener('beforeunload', (event) => { if (read && editor.text !== kept) event.preventDefault(); });
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key === 's')) {
    event.preventDefault();
    if (event.key === 's') save(false); else play();
  }
});
link.read('/api/catalog').then((catalog) => { editor.catalog = catalog; });
link.on('state', changed);
link.connect();
