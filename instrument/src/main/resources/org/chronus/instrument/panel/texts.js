/** All that the panel says, in one place. */
export const texts = {
  play: 'Play', sound: 'Sound', pages: 'pages',
  previous: 'previous', next: 'next', ready: 'ready', cold: 'not ready yet', left: 'left', right: 'right', load: 'load', panic: 'Panic: silence',
  keyboards: 'Keyboards', noKeyboard: 'none is connected', touch: 'keyboard to touch', lower: 'octave down', higher: 'octave up', set: 'Set list',
  away: 'The instrument does not answer. Trying again …', unpaired: 'This device is not paired: open the link that chronus play prints.',
  voices: (n) => n === 1 ? '1 voice' : `${n} voices`, late: (worked, waited) => `late blocks: ${worked} of our own, ${waited} of the machine`,
  search: 'Find a port', none: 'No port has that in its name.', mix: 'Mix', voicesPart: 'Voices', ports: (n) => n === 1 ? '1 port' : `${n} ports`,
  usual: (value) => `back to ${value}`, follows: (signal) => `follows ${signal}`, learn: 'learn', waiting: 'move a controller, or cancel',
  wait: (port) => `Move the controller that is to set ${port}, within a minute.`, learned: (name, port) => `${name} sets ${port}.`,
  ofPreset: (controller, low, high) => `CC ${controller}: ${low} to ${high}`, drafted: 'That went into the draft, which does not play yet.',
  ofKeyboard: (controller, channel, device) => `CC ${controller} of ${device}, channel ${channel}`, forget: 'forget',
  missed: (n) => `${n} missed by the server`, hold: 'hold', bend: 'bend', pressure: 'pressure',
};
