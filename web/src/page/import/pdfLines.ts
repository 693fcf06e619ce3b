// From the pieces of text on a PDF's page to its lines in the order in which they are read, column after column.
//
// A page has no order but places. Pieces at one height that stand close together are a line. Where a strip from top to
// bottom is empty but for a few lines that run across it, such as a headline, it parts two columns: these lines cut the
// page into bands, and in each band the left column comes before the right.

export interface Piece {
  text: string;
  x: number; // of its left end, from the left
  y: number; // of its base line, from below
  width: number;
  size: number; // of its letters
  upright: boolean; // reads from left to right
}

export interface Line {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  column: Column;
}

// What lines of one column share; each band has its own.
export interface Column {
  left: number;
  right: number;
}

// In sizes of the letters: words stand closer than one, columns further apart than the other.
const wordGap = 0.15;
const columnGap = 1.2;
const fewestInColumn = 3;
const mostColumns = 6;

export function linesOf(pieces: Piece[]): Line[] {
  const upright = rowsOf(pieces.filter((piece) => piece.upright)).flatMap(lineUp);
  // What runs up the margin has no place among the others.
  const turned = pieces.filter((piece) => !piece.upright).map((piece) => lineOf([piece]));
  return [...inColumns(upright, mostColumns), ...turned];
}

// Pieces of one height, from top to bottom. Raised and lowered letters stay in the row that they stand in.
function rowsOf(pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && sameRow(first, piece)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function sameRow(a: { y: number; size: number }, b: { y: number; size: number }): boolean {
  return Math.abs(a.y - b.y) < 0.45 * Math.max(a.size, b.size);
}

function lineUp(row: Piece[]): Line[] {
  const lines: Piece[][] = [];
  for (const piece of row) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line && before && piece.x - (before.x + before.width) < columnGap * Math.max(before.size, piece.size))
      line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineOf);
}

function lineOf(pieces: Piece[]): Line {
  let text = '';
  let end = 0;
  for (const piece of pieces) {
    const apart = text && piece.x - end > wordGap * piece.size && !/\s$/.test(text) && !/^\s/.test(piece.text);
    text += apart ? ` ${piece.text}` : piece.text;
    end = piece.x + piece.width;
  }
  const left = least(pieces, ({ x }) => x);
  const right = greatest(pieces, ({ x, width }) => x + width);
  const [widest] = [...pieces].sort((a, b) => b.text.length - a.text.length);
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left,
    right,
    y: pieces[0]?.y ?? 0,
    size: widest?.size ?? 0,
    column: { left, right },
  };
}

// `columns`: how many there may be at most.
function inColumns(lines: Line[], columns: number): Line[] {
  const strip = columns > 1 ? emptyStrip(lines) : null;
  if (strip === null) return inOneColumn(lines);
  const ordered: Line[] = [];
  let band: Line[] = [];
  const endBand = () => {
    const left = band.filter(({ right }) => right <= strip);
    const right = band.filter(({ right }) => right > strip);
    ordered.push(...inColumns(left, columns - 1), ...inColumns(right, columns - 1));
    band = [];
  };
  for (const line of lines) {
    if (line.left < strip && line.right > strip) {
      endBand();
      ordered.push(...inOneColumn([line]));
    } else {
      band.push(line);
    }
  }
  endBand();
  return ordered;
}

// Where no column ends between them, pieces of one row are one line after all: a line that is stretched to its column's
// width may have wide gaps.
function inOneColumn(lines: Line[]): Line[] {
  const column = { left: least(lines, ({ left }) => left), right: greatest(lines, ({ right }) => right) };
  const whole: Line[] = [];
  for (const line of lines) {
    const before = whole.at(-1);
    if (before && sameRow(before, line) && before.right <= line.left) {
      before.text += ` ${line.text}`;
      before.right = line.right;
    } else {
      whole.push({ ...line, column });
    }
  }
  return whole;
}

// The place between two columns that fewest lines run across, or null. Both sides need some lines, side by side.
function emptyStrip(lines: Line[]): number | null {
  let best: { at: number; across: number } | null = null;
  for (const at of new Set(lines.map(({ left }) => Math.floor(left) - 0.1))) {
    const left = lines.filter(({ right }) => right <= at);
    const right = lines.filter((line) => line.left >= at);
    const across = lines.length - left.length - right.length;
    if (left.length < fewestInColumn || right.length < fewestInColumn || across > 0.25 * lines.length) continue;
    if (besides(left, right) < fewestInColumn || besides(right, left) < fewestInColumn) continue;
    if (!best || across < best.across) best = { at, across };
  }
  return best?.at ?? null;
}

// How many of these lines stand at a height where the others have lines, too.
function besides(lines: Line[], others: Line[]): number {
  const top = greatest(others, ({ y }) => y);
  const bottom = least(others, ({ y }) => y);
  return lines.filter(({ y, size }) => y <= top + size && y >= bottom - size).length;
}

// Pages may hold more lines than a function takes arguments.
export function least<T>(all: T[], of: (each: T) => number): number {
  return all.reduce((found, each) => Math.min(found, of(each)), Infinity);
}

export function greatest<T>(all: T[], of: (each: T) => number): number {
  return all.reduce((found, each) => Math.max(found, of(each)), -Infinity);
}
