/** The lines by which two texts differ, with two lines around them. */

const AROUND = 2;

/** Lines as [sign, text]: ' ' in both, '-' in the first only, '+' in the second only, '…' for lines in both that are left out. */
export function difference(first, second) {
  const a = first.split('\n'), b = second.split('\n');
  // longest[i][j]: of the longest common subsequence of a from i and b from j.
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i][j] = a[i] === b[j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  const all = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      all.push([' ', a[i++]]);
      j++;
    } else if (j === b.length || i < a.length && longest[i + 1][j] >= longest[i][j + 1]) {
      all.push(['-', a[i++]]);
    } else {
      all.push(['+', b[j++]]);
    }
  }
  return shorten(all);
}

function shorten(all) {
  const near = all.map((_, i) => all.slice(Math.max(0, i - AROUND), i + AROUND + 1).some(([sign]) => sign !== ' '));
  return all.flatMap((line, i) => near[i] ? [line] : i > 0 && !near[i - 1] ? [] : [['…', '']]);
}

/** The same as elements. */
export function drawDifference(lines) {
  return lines.map(([sign, text]) => {
    const line = document.createElement(sign === '+' ? 'ins' : sign === '-' ? 'del' : 'span');
    line.textContent = `${sign} ${text}`;
    return line;
  });
}
