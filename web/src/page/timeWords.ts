// What a time expression means, in words for a reader, from its TIMEX3 value:
//
//     2025-03-11  Tuesday, 11 March 2025      P3D              3 days
//     1989-Q3     third quarter of 1989       P1Y as a set     every year
//     199         the 1990s                   XXXX-WXX-2       unknown Tuesday: say when it was published
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
  DA: 'daytime',
  DU: 'dusk',
};
const references: Record<string, string> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
};
const mods: Record<string, string> = {
  START: 'start of ',
  MID: 'middle of ',
  END: 'end of ',
  APPROX: 'about ',
  MORE_THAN: 'more than ',
  LESS_THAN: 'less than ',
  EQUAL_OR_MORE: 'at least ',
  EQUAL_OR_LESS: 'at most ',
  BEFORE: 'before ',
  AFTER: 'after ',
  ON_OR_BEFORE: 'up to ',
  ON_OR_AFTER: 'from ',
};

export function timeWords({ type, value, mod, range, anchor }: TimeExpression): string {
  const span = range && rangeWords(range);
  if (!value) return span ?? 'unknown time';
  const words = (mods[mod ?? ''] ?? '') + (type === 'SET' ? setWords(value) : valueWords(value));
  if (anchor && isOpen(value)) return `${words}: say when it was published`;
  // Nobody counts weeks, and a duration does not tell when it was.
  return span && /^P\d|-W/.test(value) ? `${words}, ${span}` : words;
}

/** Whether times of an article have another value where it was published on another day. */
export function hangOnPublication(times: TimeExpression[]): boolean {
  return times.some(({ anchor }) => anchor?.to === 'reference');
}

/** “11 March 2025”, of a day as YYYY-MM-DD. */
export function dayInFull(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}

// Of a duration the X is a number that nobody told, and no date that is open.
function isOpen(value: string): boolean {
  return value.includes('X') && !value.startsWith('P');
}

function valueWords(value: string): string {
  const reference = references[value];
  if (reference) return reference;
  if (value.startsWith('P')) return durationWords(value);
  return value.split('/').map(pointWords).join(' to ');
}

function rangeWords({ begin, end }: NonNullable<TimeExpression['range']>): string | null {
  const from = begin && pointWords(begin).replace(weekdayFirst, '');
  const to = end && pointWords(end).replace(weekdayFirst, '');
  if (from && to) return `${from} to ${to}`;
  if (from) return `from ${from}`;
  return to ? `until ${to}` : null;
}

// A set is said by how far its members lie apart, or by what they have in common.
function setWords(value: string): string {
  if (value.startsWith('P')) return `every ${durationWords(value).replace(/^(?:1|some) /, '')}`;
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
  const [year = '', first = '', second = ''] = date.split('-');
  if (!first) return String(Number(year) || date);
  if (first.startsWith('W')) return weekWords(year, Number(first.slice(1)), second);
  const period = periodWords(first);
  if (!period) return date;
  if (!/^\d/.test(first)) return /^[QH]/.test(first) ? `${period} of ${Number(year)}` : `${period} ${Number(year)}`;
  if (!second) return `${period} ${Number(year)}`;
  if (!/^\d/.test(second)) return `unknown day of ${period} ${Number(year)}`;
  return `${weekdayOf(date)}, ${Number(second)} ${period} ${Number(year)}`;
}

function weekWords(year: string, week: number, day: string): string {
  const name = `week ${week} of ${Number(year)}`;
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

// What is known of a date whose year is not.
function openWords(date: string): { words: string; inYear: boolean } | null {
  if (date === 'XX') return { words: 'century', inYear: false };
  if (date === 'XXX') return { words: 'decade', inYear: false };
  const [year, first, second] = date.split('-');
  if (year !== 'XXXX') return null;
  if (!first) return { words: 'year', inYear: false };
  if (first.startsWith('W')) {
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

function weekdayOf(day: string): string {
  return days[(new Date(day).getUTCDay() + 6) % 7] ?? 'unknown day';
}
