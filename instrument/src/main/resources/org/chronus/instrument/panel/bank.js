/** The page of the bank: its order, how loud its programs are, the keys of the parts of what plays, and files to fetch and to send. */
import { texts } from './texts.js';
import { Link } from './link.js';
import { OrderList } from './order.js';
import { LevelField } from './level.js';
import { Levels } from './levels.js';
import { Splits } from './splits.js';
import { UserFiles } from './files.js';

const SET = 'set';
const by = (id) => document.getElementById(id);
const link = new Link(by('away'), by('warning'));
const list = new OrderList(by('programs'), by('said'), () => changed(true));
const levels = new Levels({ begin: by('measure'), cancel: by('cancel'), said: by('measuring'), verdicts: by('verdicts') },
  () => readBank(false));
const splits = new Splits(by('piano'), by('splits'), () => splitsChanged(true));
const files = new UserFiles(by('files'), by('send'), by('sent'), by('replace'));
let bank = null, told = '', playing = {}, isChanged = false, saving = Promise.resolve();

/** What is shown already stays, with the place of the keyboard in it. */
async function readBank(anew = true) {
  const reply = await fetch('/api/bank');
  if (!reply.ok) {
    by('warning').textContent = (await reply.json()).refused;
    return;
  }
  const text = await reply.text();
  if (!anew && (text === told || isChanged)) {
    about();
    return;
  }
  told = text;
  const news = JSON.parse(text);
  if (!anew && bank && placesOf(news) === placesOf(bank)) {
    bank.programs.forEach((each, i) => Object.assign(each, news.programs[i]));
    bank = { ...news, programs: bank.programs };
    showFile();
    about();
    return;
  }
  bank = news;
  by('name').textContent = bank.name;
  by('origin').textContent = bank.mine ? texts.keeps(bank.origin) : texts.notMine;
  document.title = texts.bankOf(bank.name);
  showFile();
  const chosen = by('which').value, numbers = [...new Set(bank.programs.map((each) => each.bank))];
  const choices = [...(bank.set.length ? [[SET, texts.set]] : []), ...numbers.map((number) => [String(number), texts.bankNumber(number)])];
  by('which').replaceChildren(...choices.map(([value, text]) => new Option(text, value)));
  by('which').value = choices.some(([value]) => value === chosen) ? chosen : choices[0][0];
  by('choice').hidden = choices.length < 2;
  showOrder();
}

/** Which programs are where: while that is the same, what is shown of them stays. */
function placesOf({ name, mine, programs, set }) {
  return JSON.stringify([name, mine, set, programs.map((each) => [each.bank, each.number, each.preset, each.writes])]);
}

function showOrder() {
  const which = by('which').value, find = (place) => bank.programs.find((each) => each.bank === place.bank && each.number === place.number);
  const programs = which === SET ? bank.set.map(find) : bank.programs.filter((each) => String(each.bank) === which);
  list.show(programs.map((program, place) => {
    const field = new LevelField(program, saveLevel);
    return {
      number: which === SET ? `${place + 1}.` : String(program.shown).padStart(3, '0'), name: program.preset, more: field.element, field, program,
      id: which === SET ? place : program.number, choose: () => link.ask({ do: 'program', number: program.number, bank: program.bank }),
    };
  }));
  about();
  changed(false);
}

/** What was read, to fetch. */
function showFile() {
  URL.revokeObjectURL(by('bank-file').href);
  by('bank-file').hidden = !bank.mine;
  by('bank-file').href = URL.createObjectURL(new Blob([bank.text], { type: 'application/yaml' }));
  by('bank-file').download = bank.origin.split('/').at(-1);
}

/** What is told of each program. */
function about() {
  for (const { item, program, field } of list.entries) {
    item.querySelector('.about').textContent = [texts.level(program), levels.of(program)].filter(Boolean).join(' · ');
    field.show(levels.advised(program));
    item.querySelector('.name').setAttribute('aria-current', program.number === playing.number && program.bank === playing.bank);
  }
}

function changed(is) {
  isChanged = is;
  by('keep').hidden = by('back').hidden = !is;
  by('keep').disabled = !bank.mine;
  by('keep-over').hidden = true;
}

async function keep(over) {
  const which = by('which').value, order = list.entries.map((entry) => entry.id);
  const answer = await link.ask({ do: 'order', order, read: bank.read, over, ...(which === SET ? { set: true } : { bank: Number(which) }) });
  by('keep-over').hidden = !(answer?.refused && !over && answer.refused.includes('changed elsewhere'));
  if (!answer?.done) return;
  await readBank();
  by('said').textContent = texts.saved(answer.done.path);
  by('order-name').focus();
}

/** One after another: each goes by what the one before has written. */
function saveLevel(program, level, over) {
  saving = saving.then(() => saveLevelNow(program, level, over));
  return saving;
}

/** It is heard at once if it is of what plays. What is told of other programs of the same file changes with it. */
async function saveLevelNow(program, level, over) {
  const answer = await link.ask({ do: 'level', bank: program.bank, number: program.number, level, read: program.read, over });
  if (!answer?.done) return answer;
  const inBank = program.writes === 'bank', changed = bank.programs.filter((each) => inBank ? each === program : each.file === program.file);
  for (const each of changed) each[inBank ? 'added' : 'level'] = level;
  for (const each of inBank ? bank.programs.filter((other) => other.writes === 'bank') : changed) each.read = answer.done.read;
  if (inBank) bank.read = answer.done.read;
  about();
  if (changed.some((each) => each.number === playing.number && each.bank === playing.bank)) link.ask({ do: 'reload' });
  return answer;
}

async function readSplits() {
  const reply = await fetch('/api/splits');
  if (!reply.ok) return;
  const reading = await reply.json();
  by('splits-of').textContent = texts.splitsOf(reading.preset);
  by('single').hidden = reading.parts.length > 0;
  by('keyboard').hidden = reading.parts.length === 0;
  splits.show(reading);
  splitsChanged(false);
}

async function splitsChanged(is) {
  by('play').hidden = by('save').hidden = by('undo').hidden = !is;
  by('over').hidden = true;
  by('splits-said').textContent = '';
  if (!is) return;
  const text = splits.text, answer = await link.askAside({ do: 'check', text });
  const wrong = answer?.done?.problems.find((each) => each.severity === 'error');
  if (text === splits.text) by('splits-said').textContent = wrong ? texts.problem(wrong) : '';
}

async function playSplits() {
  const answer = await link.ask({ do: 'play-text', text: splits.text });
  if (answer?.done) by('splits-said').textContent = texts.plays(answer.done.preset, answer.done.milliseconds);
}

async function saveSplits(over) {
  const answer = await link.ask({ do: 'save-text', text: splits.text, over });
  by('over').hidden = !(answer?.refused && !over && answer.refused.includes('is there already'));
  if (answer?.done) by('splits-said').textContent = texts.saved(answer.done.path);
}

/** What was changed here and not saved stays. */
function showState(state) {
  const other = playing.preset !== state.preset, again = bank && bank.name !== state.bank.name;
  playing = { ...state.program, preset: state.preset };
  readBank(Boolean(again));
  if (other && !splits.isChanged) readSplits();
}

by('which').onchange = showOrder;
by('keep').onclick = () => keep(false);
by('keep-over').onclick = () => keep(true);
by('back').onclick = () => { by('said').textContent = ''; readBank(); };
by('play').onclick = playSplits;
by('save').onclick = () => saveSplits(false);
by('over').onclick = () => saveSplits(true);
by('undo').onclick = readSplits;
addEventListener('beforeunload', (event) => { if (isChanged || splits.isChanged) event.preventDefault(); });
files.read();
link.on('state', showState);
link.on('check', (state) => levels.state(state));
link.connect();
