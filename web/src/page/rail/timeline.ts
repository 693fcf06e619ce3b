// When a time expression may have been: from its TIMEX3 value to a stretch of days, and how sure its two ends are.
//
//     2026-03-10      one day              2024, END       its last third, from somewhere on
//     1998-WI         1 December 1998      2015, BEFORE    anything up to the end of 2014
//                     to 28 February 1999  XXXX-WXX-2      null: nobody knows which
import { dayNumber, mondayOf, readYear } from '../calendar';
import { isDuration, modOf } from '../timeWords';
import type { TimeExpression } from '../types';

/** `vague`: somewhere there. `open`: it goes on beyond, nobody says how far. */
export type End = 'firm' | 'vague' | 'open';

/** From the first day or hour to the one behind the last, in days since 1 January 1970, by UTC. */
export interface Stretch {
  from: number;
  to: number;
  start: End;
  end: End;
}

type Span = Pick<Stretch, 'from' | 'to'>;

export function stretchOf(time: TimeExpression): Stretch | null {
  const { type, value, range } = time;
  if (type === 'SET') return null;
  if (value && !isDuration(value)) {
    const span = spanOf(value);
    if (span) return sided(modified(span, modOf(time)), time.anchor?.offset ?? 0);
  }
  return rangeStretch(range);
}

export function isWithinDay({ from, to, start, end }: Stretch): boolean {
  return to - from <= 1 && start !== 'open' && end !== 'open';
}

// What it is of a period: a third at its start, in the middle, at its end; one side of it; or about that.
function modified({ from, to }: Span, mod: string | null): Stretch {
  const third = (to - from) / 3;
  const firm = { from, to, start: 'firm', end: 'firm' } as const;
  switch (mod ?? '') {
    case 'START':
      return { ...firm, to: from + third, end: 'vague' };
    case 'MID':
      return { from: from + third, to: to - third, start: 'vague', end: 'vague' };
    case 'END':
      return { ...firm, from: to - third, start: 'vague' };
    case 'APPROX':
      return { from, to, start: 'vague', end: 'vague' };
    case 'BEFORE':
      return { ...firm, to: from, start: 'open' };
    case 'AFTER':
      return { ...firm, from: to, end: 'open' };
    case 'ON_OR_BEFORE':
      return { ...firm, start: 'open' };
    case 'ON_OR_AFTER':
      return { ...firm, end: 'open' };
    default:
      return firm;
  }
}

// “Less than two years ago” is over, and “in less than two years” still ahead.
function sided(stretch: Stretch, offset: number): Stretch {
  if (offset < 0 && stretch.end === 'open') return { ...stretch, end: 'vague' };
  return offset > 0 && stretch.start === 'open' ? { ...stretch, start: 'vague' } : stretch;
}

function rangeStretch(range: TimeExpression['range']): Stretch | null {
  const begin = range?.begin ? spanOf(range.begin) : null;
  const end = range?.end ? spanOf(range.end) : null;
  const [from, to] = [begin?.from ?? end?.from, end?.to ?? begin?.to];
  if (from === undefined || to === undefined || from >= to) return null;
  return { from, to, start: begin ? 'firm' : 'open', end: end ? 'firm' : 'open' };
}

function spanOf(value: string): Span | null {
  const [first = '', last = first, ...more] = value.split('/');
  const [begin, end] = [pointSpan(first), pointSpan(last)];
  return begin && end && !more.length && begin.from < end.to ? { from: begin.from, to: end.to } : null;
}

function pointSpan(value: string): Span | null {
  const [, date = '', clock] = /^([^T]*)(?:T(.*))?$/.exec(value) ?? [];
  const day = dateSpan(date);
  if (!day || !clock || day.to - day.from !== 1) return day;
  const hours = partsOfDay[clock] ?? clockSpan(clock);
  return hours ? { from: day.from + hours[0] / 24, to: day.from + hours[1] / 24 } : day;
}

// A night belongs to the day on which it begins.
const partsOfDay: Record<string, [number, number]> = {
  DA: [4, 7],
  MO: [6, 12],
  DT: [8, 18],
  MI: [11, 14],
  AF: [12, 18],
  EV: [18, 22],
  DU: [18, 21],
  NI: [20, 24],
};

// Midnight at the end of a day, T24:00, still belongs to it.
function clockSpan(clock: string): [number, number] | null {
  const [, hour, minute] = /^(\d\d)(?::?(\d\d))?/.exec(clock) ?? [];
  if (!hour) return null;
  const from = Math.min(Number(hour) + Number(minute ?? 0) / 60, 24 - 1 / 60);
  return [from, Math.min(24, from + (minute ? 1 / 60 : 1))];
}

function dateSpan(date: string): Span | null {
  if (/^\d\d$/.test(date)) return years(Number(date) * 100, 100);
  if (/^\d{3}$/.test(date)) return years(Number(date) * 10, 10);
  const [, written = '', period] = /^(\D*\d+)(?:-(.+))?$/.exec(date) ?? [];
  const year = readYear(written);
  if (year === null) return null;
  return period === undefined ? years(year, 1) : partOfYear(year, period);
}

const seasonStarts: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

function partOfYear(year: number, period: string): Span | null {
  const [first = '', second] = period.split('-');
  const number = Number(first.slice(1));
  if (first.includes('X')) return years(year, 1);
  if (/^W\d\d$/.test(first)) return week(mondayOf(year, number), second);
  if (/^Q[1-4]$/.test(first)) return months(year, 3 * number - 2, 3);
  if (/^H[12]$/.test(first)) return months(year, 6 * number - 5, 6);
  const season = seasonStarts[first];
  if (season) return months(year, season, 3);
  if (!/^(?:0[1-9]|1[0-2])$/.test(first)) return null;
  const month = months(year, Number(first), 1);
  if (second === undefined || second === 'XX') return month;
  const from = month.from + Number(second) - 1;
  return from >= month.from && from < month.to ? { from, to: from + 1 } : null;
}

function week(monday: number | null, day: string | undefined): Span | null {
  if (monday === null) return null;
  if (day === 'WE') return { from: monday + 5, to: monday + 7 };
  const number = Number(day);
  return number >= 1 && number <= 7
    ? { from: monday + number - 1, to: monday + number }
    : { from: monday, to: monday + 7 };
}

function years(first: number, count: number): Span {
  return { from: dayNumber(first, 1, 1), to: dayNumber(first + count, 1, 1) };
}

function months(year: number, first: number, count: number): Span {
  return { from: dayNumber(year, first, 1), to: dayNumber(year, first + count, 1) };
}
