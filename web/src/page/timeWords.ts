// What a time expression means, in words for a reader, from its TIMEX3 value:
//
//     2025-03-11  Tuesday, 11 March 2025      P3D              3 days
//     1989-Q3     third quarter of 1989       P1Y as a set     every year
//     199         the 1990s                   XXXX-WXX-2       unknown Tuesday: say when it was published
import { dayNumber, readYear, weekdayOfDay, yearInWords } from './calendar';
import type { TimeExpression } from './types';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const weekdayFirst = /^\w+day, /;
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const seasons: Record<string, string> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const ordinals = ['first', 'second', 'third', 'fourth'];
const partsOfDay: Record<string, string> = {
  MO: 'morning',
  MI: 'midday',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
  DA: 'dawn',
  DU: 'dusk',
  DT: 'daytime',
};
const references: Record<string, string> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
};
const mods: Record<string, string> = {
  START: 'start of …',
  MID: 'middle of …',
  END: 'end of …',
  APPROX: 'about …',
  MORE_THAN: 'more than …',
  LESS_THAN: 'less than …',
  EQUAL_OR_MORE: 'at least …',
  EQUAL_OR_LESS: 'at most …',
  BEFORE: 'before …',
  AFTER: 'after …',
  ON_OR_BEFORE: '… or earlier',
  ON_OR_AFTER: '… or later',
};

/** What it means; where that is still open, with the reader's way to close it. */
export function timeWords(time: TimeExpression): string {
  const { value, anchor } = time;
  return meaningOf(time) + (value && anchor && isOpen(value) ? ': say when it was published' : '');
}

export function meaningOf(time: TimeExpression): string {
  const { type, value, range } = time;
  const span = range && rangeWords(range);
  if (!value) return span ?? 'unknown time';
  const bare = type === 'SET' ? setWords(value) : valueWords(value);
  const words = (mods[modOf(time) ?? ''] ?? '…').replace('…', () => bare);
  // Nobody counts weeks, a winter is of two years, and a duration does not tell when it was.
  return span && /^P\d|-W/.test(value) ? `${words}, ${span}` : words;
}

/** “More than” three years is longer, but “more than” three years ago is before that year. */
export function modOf({ type, value, mod, anchor }: TimeExpression): string | null {
  if (type === 'SET' || isDuration(value ?? '')) return mod;
  const isMore = mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE';
  if (!isMore && mod !== 'LESS_THAN' && mod !== 'EQUAL_OR_LESS') return mod;
  const isPast = (anchor?.offset ?? 0) < 0;
  return isMore === isPast ? 'ON_OR_BEFORE' : 'ON_OR_AFTER';
}

/** Whether times of an article have another value where it was published on another day. */
export function hangOnPublication(times: TimeExpression[]): boolean {
  return times.some(({ anchor }) => anchor?.to === 'reference');
}

/** “11 March 2025”, of a day as YYYY-MM-DD. */
export function dayInFull(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

/** Not of “PAST_REF”. */
export function isDuration(value: string): boolean {
  return /^P[\dXT]/.test(value);
}

// Of a duration the X is a number that nobody told, and no date that is open.
function isOpen(value: string): boolean {
  return value.includes('X') && !isDuration(value);
}

function valueWords(value: string): string {
  const reference = references[value];
  if (reference) return reference;
  if (isDuration(value)) return durationWords(value);
  return value.split('/').map(pointWords).join(' to ');
}

function rangeWords({ begin, end }: NonNullable<TimeExpression['range']>): string | null {
  const from = begin && pointWords(begin).replace(weekdayFirst, '');
  const to = end && pointWords(end).replace(weekdayFirst, '');
  if (from && to) {
    const [, month] = /^\d+( .*)$/.exec(from) ?? [];
    return `${month && to.endsWith(month) ? from.slice(0, -month.length) : from} to ${to}`;
  }
  if (from) return `from ${from}`;
  return to ? `until ${to}` : null;
}

// A set is said by how far its members lie apart, or by what they have in common.
function setWords(value: string): string {
  if (isDuration(value)) return `every ${durationWords(value).replace(/^(?:1|some) /, '')}`;
  const { date, clock } = parts(value);
  return `every ${[openWords(date)?.words ?? dateWords(date), clock].filter(Boolean).join(', ') || 'time'}`;
}

function pointWords(value: string): string {
  const { date, clock } = parts(value);
  const open = openWords(date);
  const words = open ? (open.inYear ? `${open.words}, unknown year` : `unknown ${open.words}`) : dateWords(date);
  return [words, clock].filter(Boolean).join(', ') || 'unknown time';
}

function parts(value: string): { date: string; clock: string } {
  const sign = value.indexOf('T');
  if (sign < 0) return { date: value, clock: '' };
  const told = value.slice(sign + 1);
  const [, hour, minute = '00'] = /^(\d\d)(?::?(\d\d))?/.exec(told) ?? [];
  return { date: value.slice(0, sign), clock: hour ? `${hour}:${minute}` : (partsOfDay[told] ?? '') };
}

function dateWords(date: string): string {
  if (/^\d{2}$/.test(date)) return `the ${ordinal(Number(date) + 1)} century`;
  if (/^\d{3}$/.test(date)) return `the ${date}0s`;
  // A year before the year 1 has a sign.
  const [, written = '', first = '', second = ''] = /^([^\d]*\d+)(?:-([^-]+))?(?:-([^-]+))?$/.exec(date) ?? [];
  const number = readYear(written);
  if (number === null) return date;
  const year = yearInWords(number);
  if (!first) return year;
  if (isWeek(first)) return weekWords(year, Number(first.slice(1)), second);
  const period = periodWords(first);
  if (!period) return date;
  if (!/^\d/.test(first)) return /^[QH]/.test(first) ? `${period} of ${year}` : `${period} ${year}`;
  if (!second) return `${period} ${year}`;
  if (!/^\d/.test(second)) return `unknown day of ${period} ${year}`;
  const weekday = days[weekdayOfDay(dayNumber(number, Number(first), Number(second))) - 1] ?? '';
  // Nobody counted our weeks before the year 1.
  return `${number > 0 ? `${weekday}, ` : ''}${Number(second)} ${period} ${year}`;
}

function weekWords(year: string, week: number, day: string): string {
  const name = `week ${week} of ${year}`;
  if (day === 'WE') return `weekend of ${name}`;
  return day ? `${days[Number(day) - 1] ?? 'unknown day'} of ${name}` : name;
}

// “August”, “summer”, “third quarter”, “second half”.
function periodWords(period: string): string | undefined {
  const number = Number(period.slice(1));
  if (period.startsWith('Q')) return number ? `${ordinals[number - 1]} quarter` : 'quarter';
  if (period.startsWith('H')) return number ? `${ordinals[number - 1]} half` : 'half-year';
  return seasons[period] ?? months[Number(period) - 1];
}

// And not the winter, “WI”.
function isWeek(period: string): boolean {
  return /^W[\dX]/.test(period);
}

// What is known of a date whose year is not.
function openWords(date: string): { words: string; inYear: boolean } | null {
  if (date === 'XX') return { words: 'century', inYear: false };
  if (date === 'XXX') return { words: 'decade', inYear: false };
  const [year, first, second] = date.split('-');
  if (year !== 'XXXX') return null;
  if (!first) return { words: 'year', inYear: false };
  if (isWeek(first)) {
    const day = second === 'WE' ? 'weekend' : second && (days[Number(second) - 1] ?? 'day');
    return { words: day ?? 'week', inYear: false };
  }
  if (first === 'XX') return { words: second ? 'day' : 'month', inYear: false };
  const words = periodWords(first) ?? 'time';
  return { words: second && second !== 'XX' ? `${Number(second)} ${words}` : words, inYear: !first.endsWith('X') };
}

const units: Record<string, string> = {
  CE: 'century',
  DE: 'decade',
  Y: 'year',
  Q: 'quarter',
  M: 'month',
  WE: 'weekend',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

// “P2Y6M” is “2 years, 6 months”; a number that is not told is “some”.
function durationWords(value: string): string {
  const [ofDays = '', ofHours = ''] = value.slice(1).split('T');
  const amounts = [...read(ofDays, ''), ...read(ofHours, 'T')];
  return amounts.join(', ') || 'some time';
}

function read(amounts: string, prefix: string): string[] {
  return [...amounts.matchAll(/(X+|[\d.]+)(CE|DE|WE|[YQMWDHS])/g)].map(([, number = '', letter = '']) => {
    const unit = units[prefix + letter] ?? units[letter] ?? 'time';
    return number === '1' ? `1 ${unit}` : `${number.startsWith('X') ? 'some' : number} ${plural(unit)}`;
  });
}

function plural(unit: string): string {
  return unit === 'century' ? 'centuries' : `${unit}s`;
}

function ordinal(number: number): string {
  const ending = Math.floor(number / 10) === 1 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
