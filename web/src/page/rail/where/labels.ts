// Where on the map a name stands: greedily, the most important first, beside its dot or over its land, wherever it covers
// neither a dot nor another name. One that finds no room is left out; the list has it.

export interface Labelled {
  key: number;
  text: string;
  x: number;
  y: number;
  r: number; // of its dot; 0: it has none, and its name may stand on the spot
}

export interface Label {
  key: number;
  text: string;
  x: number;
  y: number; // of the middle of its line
  anchor: 'start' | 'middle' | 'end';
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const gap = 3;
// Of a letter, in the size of the type: what most names need, and a little more.
const letterWidth = 0.58;
const lineHeight = 1.1;

/** `size`: of the type. The first of `points` choose first. */
export function placeLabels(points: Labelled[], frame: { width: number; height: number }, size: number): Label[] {
  const taken = points.filter(({ r }) => r).map(({ x, y, r }) => boxAround(x, y, 2 * r, 2 * r));
  const labels: Label[] = [];
  for (const { key, text, x, y, r } of points) {
    const [width, height] = [text.length * size * letterWidth, size * lineHeight];
    for (const [anchor, dx, dy] of spotsAround(r, height)) {
      const shift = anchor === 'start' ? width / 2 : anchor === 'end' ? -width / 2 : 0;
      const box = boxAround(x + dx + shift, y + dy, width, height);
      const inside = box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height;
      if (!inside || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      labels.push({ key, text, x: x + dx, y: y + dy, anchor });
      break;
    }
  }
  return labels;
}

// The best first.
function spotsAround(r: number, height: number): [Label['anchor'], number, number][] {
  const [aside, over, slant] = [r + gap, r + gap + height / 2, 0.7 * (r + gap)];
  if (!r) {
    return [
      ['middle', 0, 0],
      ['middle', 0, -height],
      ['middle', 0, height],
    ];
  }
  return [
    ['start', aside, 0],
    ['end', -aside, 0],
    ['middle', 0, -over],
    ['middle', 0, over],
    ['start', slant, -over],
    ['start', slant, over],
    ['end', -slant, -over],
    ['end', -slant, over],
  ];
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
