// A strip that shows the times of an article to scale. The scale is a logarithm on both sides of one day: news tells of
// “Tuesday”, “March” and “1845” in one breath, and so near days stand apart and far years still have their place.
import { isWithinDay, type End } from './timeline';
import { dayOf, type DatedRow } from './timeRows';
import { dayInFull } from '../timeWords';

// Sizes are those of the drawing, which is scaled with the size of the page's type.
export const laneHeight = 9;
export const tailLength = { firm: 0, vague: 6, open: 14 } satisfies Record<End, number>;
const edge = 18;
const least = 7;
const gap = 3;
const mostLanes = 12;
export const letterWidth = 7;

export interface Mark {
  row: DatedRow;
  isDay: boolean;
  x1: number;
  x2: number;
  lane: number; // 0 stands on the line
}

export interface Tick {
  x: number;
  labelX: number; // its middle
  words: string; // empty where there is no room
}

export interface Centre {
  day: number;
  words: string;
  isPublication: boolean;
}

export interface Strip {
  marks: Mark[];
  ticks: Tick[];
  lanes: number;
  centre: Tick;
}

/** From which day all is counted: that of publication, else the last that the text tells. */
export function centreOf(rows: DatedRow[], published: string | null): Centre | null {
  if (published) return { day: dayOf(published), words: dayInFull(published), isPublication: true };
  const days = rows.filter(({ stretch }) => isWithinDay(stretch));
  const last = (days.length ? days : rows).at(-1);
  return last ? { day: Math.floor(last.stretch.from), words: last.meaning, isPublication: false } : null;
}

export function layStrip(rows: DatedRow[], centre: Centre, width: number): Strip {
  const noon = centre.day + 0.5;
  const distance = (day: number) => Math.sign(day - noon) * logOf(Math.abs(day - noon));
  const ends = rows.flatMap(({ stretch: { from, to } }) => [from, to].map(distance));
  const [low, high] = [Math.min(-1, ...ends), Math.max(1, ...ends)];
  const place = (far: number) => edge + ((far - low) / (high - low)) * (width - 2 * edge);

  const marks = rows.map((row): Mark => {
    const { from, to } = row.stretch;
    const isDay = isWithinDay(row.stretch);
    const middle = (from + to) / 2;
    const [x1, x2] = [place(distance(isDay ? middle : from)), place(distance(isDay ? middle : to))];
    const missing = from < to ? Math.max(0, least - (x2 - x1)) / 2 : 0;
    return { row, isDay, x1: x1 - missing, x2: x2 + missing, lane: 0 };
  });
  const lanes = fillLanes(marks);
  const x = place(0);
  const words = centre.isPublication ? `published ${centre.words}` : centre.words;
  return { marks, lanes, ticks: ticksOf(low, high, place, width), centre: { x, words, labelX: fit(x, words, width) } };
}

// Counted in twos: one day is then about a dot wide in news that goes back two centuries.
function logOf(days: number): number {
  return Math.log1p(days / 2);
}

// Short ones stand on the line, long ones above them; none stands on another, up to so many lanes.
function fillLanes(marks: Mark[]): number {
  const lanes: Mark[][] = [];
  const extent = ({ x1, x2, row: { stretch } }: Mark) =>
    [x1 - tailLength[stretch.start], x2 + tailLength[stretch.end]] as const;
  for (const mark of [...marks].sort((a, b) => a.x2 - a.x1 - (b.x2 - b.x1))) {
    const [left, right] = extent(mark);
    const isFree = (lane: Mark[]) => lane.map(extent).every(([from, to]) => right + gap <= from || to + gap <= left);
    const free = lanes.findIndex(isFree);
    mark.lane = free >= 0 ? free : Math.min(lanes.length, mostLanes - 1);
    (lanes[mark.lane] ??= []).push(mark);
  }
  return lanes.length;
}

// What is labelled first where there is not room for all.
const steps: [words: string, days: number, rank: number][] = [
  ['week', 7, 2],
  ['month', 30.44, 3],
  ['year', 365.2425, 1],
  ['10 years', 3652.425, 4],
  ['100 years', 36_524.25, 0],
  ['1,000 years', 365_242.5, 5],
  ['10,000 years', 3_652_425, 6],
];

function ticksOf(low: number, high: number, place: (far: number) => number, width: number): Tick[] {
  const ticks = steps.flatMap(([words, days, rank]) =>
    [-1, 1].flatMap((side) => {
      const far = side * logOf(days);
      return far < low || far > high ? [] : [{ x: place(far), words, rank }];
    }),
  );
  const labelled: Tick[] = [];
  for (const { x, words } of [...ticks].sort((a, b) => a.rank - b.rank)) {
    const labelX = fit(x, words, width);
    const isClear = (other: Tick) =>
      !other.words || Math.abs(other.labelX - labelX) > ((words.length + other.words.length) * letterWidth) / 2 + 4;
    const hasRoom = labelled.every(isClear);
    labelled.push({ x, labelX, words: hasRoom ? words : '' });
  }
  return labelled;
}

// Where the middle of a label stands, so that it does not leave the drawing.
function fit(x: number, words: string, width: number): number {
  const half = (words.length * letterWidth) / 2;
  return Math.max(half, Math.min(width - half, x));
}
