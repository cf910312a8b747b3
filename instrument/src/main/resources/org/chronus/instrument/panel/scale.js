/** The values of ports: in words, as presets write them, and as places on a slider. */

export const STEPS = 10000;
const KEYS = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];
/** Times and factors that may be 0 cannot be logarithmic; most of them are wanted near it. */
const POWERS = { s: 4, x: 3 };

const digits = (value) => String(Number(value.toPrecision(4)));

export function words(value, unit) {
  switch (unit) {
    case 'Hz': return Math.abs(value) >= 1000 ? `${digits(value / 1000)} kHz` : `${digits(value)} Hz`;
    case 's': return value !== 0 && Math.abs(value) < 1 ? `${digits(value * 1000)} ms` : `${digits(value)} s`;
    case 'note': return Number.isInteger(value) ? KEYS[((value % 12) + 12) % 12] + (Math.floor(value / 12) - 1) : digits(value);
    case 'x': return value > 0 && value !== 1 ? `${digits(Math.round(200 * Math.log10(value)) / 10)} dB` : digits(value);
    default: return unit ? `${digits(value)} ${unit}` : digits(value);
  }
}

const power = ({ low, unit }) => low === 0 ? POWERS[unit] ?? 1 : 1;

/** Equal ways are equal ratios where the port is logarithmic. */
export function place(port, value) {
  const { low, high, logarithmic } = port;
  return Math.round(STEPS * (logarithmic ? Math.log(value / low) / Math.log(high / low) : ((value - low) / (high - low)) ** (1 / power(port))));
}

export function valueAt(port, at) {
  const { low, high, logarithmic } = port, share = at / STEPS;
  const value = logarithmic ? low * (high / low) ** share : low + (high - low) * share ** power(port);
  return Math.min(high, Math.max(low, Number(value.toPrecision(5))));
}
