/** All that the panel says, in one place. */
export const texts = {
  play: 'Play', pages: 'pages',
  previous: 'previous', next: 'next', ready: 'ready', cold: 'not ready yet', left: 'left', right: 'right', load: 'load', panic: 'Panic: silence',
  keyboards: 'Keyboards', noKeyboard: 'none is connected', touch: 'keyboard to touch', lower: 'octave down', higher: 'octave up', set: 'Set list',
  away: 'The instrument does not answer. Trying again …', unpaired: 'This device is not paired: open the link that chronus play prints.',
  voices: (n) => n === 1 ? '1 voice' : `${n} voices`, late: (worked, waited) => `late blocks: ${worked} of our own, ${waited} of the machine`,
  missed: (n) => `${n} missed by the server`, hold: 'hold', bend: 'bend', pressure: 'pressure',
  patch: 'Patch', patchOf: (name) => `${name}: patch`, wiring: 'Wiring', fit: 'fit', smaller: 'smaller', larger: 'larger', text: 'Text',
  playIt: 'Play it', save: 'Save', over: 'Save over it', undo: 'Undo', redo: 'Redo', compare: 'Compare with what is saved', words: 'words that fit',
  draft: (origin) => origin ? `a draft; it came from ${origin}` : 'a draft', good: 'No problem is found.', same: 'Both are the same.',
  found: (n) => n === 1 ? '1 problem' : `${n} problems`,
  problem: (it) => `${it.line > 0 ? `line ${it.line}: ` : ''}${it.severity === 'warning' ? 'warning: ' : ''}${it.what}: ${it.cure}`,
  plays: (name, millis) => `${name} plays, after ${Math.round(millis)} ms`, saved: (path) => `saved in ${path}`,
  other: (name) => `${name} plays now. Read its text; what is typed here goes.`,
};
