/** All that the panel says, in one place. */
export const texts = {
  play: 'Play', pages: 'pages',
  previous: 'previous', next: 'next', ready: 'ready', cold: 'not ready yet', left: 'left', right: 'right', load: 'load', panic: 'Panic: silence',
  keyboards: 'Keyboards', noKeyboard: 'none is connected', touch: 'keyboard to touch', lower: 'octave down', higher: 'octave up', set: 'Set list',
  away: 'The instrument does not answer. Trying again …', unpaired: 'This device is not paired: open the link that chronus play prints.',
  voices: (n) => n === 1 ? '1 voice' : `${n} voices`, late: (worked, waited) => `late blocks: ${worked} of our own, ${waited} of the machine`,
  missed: (n) => `${n} missed by the server`, hold: 'hold', bend: 'bend', pressure: 'pressure',
};
