/** All that the panel says, in one place. */
export const texts = {
  play: 'Play', pages: 'pages',
  previous: 'previous', next: 'next', ready: 'ready', cold: 'not ready yet', left: 'left', right: 'right', load: 'load', panic: 'Panic: silence',
  keyboards: 'Keyboards', noKeyboard: 'none is connected', touch: 'keyboard to touch', lower: 'octave down', higher: 'octave up', set: 'Set list',
  away: 'The instrument does not answer. Trying again …', unpaired: 'This device is not paired: open the link that chronus play prints.',
  voices: (n) => n === 1 ? '1 voice' : `${n} voices`, late: (worked, waited) => `late blocks: ${worked} of our own, ${waited} of the machine`,
  missed: (n) => `${n} missed by the server`, hold: 'hold', bend: 'bend', pressure: 'pressure',
  listen: 'Listen', tuner: 'Tuner', wave: 'Wave', spectrum: 'Spectrum', levels: 'Levels', freeze: 'Freeze', anew: 'Measure anew',
  noPitch: 'no clear pitch', rms: 'RMS', truePeak: 'True peak', momentary: 'Momentary', shortTerm: 'Short-term', integrated: 'Integrated',
  silent: '–∞',
  pitch: (cents, hertz) => `${cents < 0 ? '−' : '+'}${Math.abs(cents).toFixed(1)} cents, ${hertz.toFixed(2)} Hz`,
  waveIs: (millis, level, both) => `${millis} ms; the edge is at ${level}${both ? '; left blue, right orange' : ''}`,
  strongest: (hertz, level) => `strongest near ${hertz.toPrecision(3)} Hz: ${level}`, nothing: 'nothing is heard',
};
