/** Pictures of the sound. Each is drawn whole, as large as its canvas is, in the colours of the page. */

const LOWEST = 20, HIGHEST = 20000, SOFTEST = -100, STEP = 20, FULL = 127, SHARPEST = 2;
const MARKS = [[50, '50'], [100, '100'], [200, '200'], [500, '500'], [1000, '1k'], [2000, '2k'], [5000, '5k'], [10000, '10k']];

class Picture {
  #canvas; #colors = new Map();

  constructor(canvas) {
    this.#canvas = canvas;
    this.pen = canvas.getContext('2d');
  }

  color(name) {
    if (!this.#colors.has(name)) this.#colors.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
    return this.#colors.get(name);
  }

  /** Empties it. Afterwards the pen draws in pixels of the page. */
  begin() {
    const canvas = this.#canvas, sharp = Math.min(SHARPEST, devicePixelRatio || 1);
    this.width = canvas.clientWidth;
    this.height = canvas.clientHeight;
    const width = Math.round(this.width * sharp), height = Math.round(this.height * sharp);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    this.pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    this.pen.clearRect(0, 0, this.width, this.height);
  }

  line(x1, y1, x2, y2) {
    this.pen.strokeStyle = this.color('line');
    this.pen.lineWidth = 1;
    this.pen.beginPath();
    this.pen.moveTo(x1, y1);
    this.pen.lineTo(x2, y2);
    this.pen.stroke();
  }

  word(text, x, y) {
    this.pen.fillStyle = this.color('soft');
    this.pen.font = '11px system-ui, sans-serif';
    this.pen.fillText(text, x, y);
  }
}

export class WavePicture extends Picture {
  draw(wave) {
    this.begin();
    this.line(0, this.height / 2, this.width, this.height / 2);
    for (let part = 1; part < 4; part++) this.line(part * this.width / 4, 0, part * this.width / 4, this.height);
    if (wave.right) this.#trace(wave.right, this.color('warn'));
    this.#trace(wave.left, this.color('sound'));
  }

  #trace(points, color) {
    const pen = this.pen, middle = this.height / 2, up = (middle - 3) / FULL;
    pen.strokeStyle = color;
    pen.lineWidth = 1.5;
    pen.lineJoin = 'round';
    pen.beginPath();
    points.forEach((point, i) => pen.lineTo(i * this.width / (points.length - 1), middle - point * up));
    pen.stroke();
  }
}

export class SpectrumPicture extends Picture {
  draw(levels) {
    this.begin();
    const pen = this.pen, top = 6, height = this.height - top - 16;
    const y = (level) => top + height * Math.min(1, Math.max(0, level / SOFTEST));
    for (let level = 0; level > SOFTEST; level -= STEP) {
      this.line(0, y(level), this.width, y(level));
      if (level < 0) this.word(String(level), 3, y(level) - 3);
    }
    for (const [hertz, text] of MARKS) {
      const x = this.width * Math.log(hertz / LOWEST) / Math.log(HIGHEST / LOWEST);
      this.line(x, top, x, top + height);
      this.word(text, x - 3 * text.length, this.height - 4);
    }
    pen.beginPath();
    pen.moveTo(0, y(SOFTEST));
    levels.forEach((level, i) => pen.lineTo((i + 0.5) * this.width / levels.length, y(level)));
    pen.lineTo(this.width, y(SOFTEST));
    pen.fillStyle = this.color('sound');
    pen.globalAlpha = 0.35;
    pen.fill();
    pen.globalAlpha = 1;
    pen.strokeStyle = this.color('sound');
    pen.lineWidth = 1.5;
    pen.stroke();
  }
}

/** The middle of a band, in Hz. */
export function bandHertz(band, bands) {
  return LOWEST * (HIGHEST / LOWEST) ** ((band + 0.5) / bands);
}
