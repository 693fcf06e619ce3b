// The times of an article as rows in groups: what means the same is one row; dated rows stand in order, around the day of
// publication; what has no place on a calendar stands apart.
import { dayNumber, yearOfDay } from '../calendar';
import { dayInFull, hangOnPublication, isDuration, meaningOf } from '../timeWords';
import type { Analysis, TimeExpression } from '../types';
import { stretchOf, type Stretch } from './timeline';

export interface TimeRow {
  meaning: string;
  times: TimeExpression[]; // in the order of the text
  stretch: Stretch | null;
}

export type DatedRow = TimeRow & { stretch: Stretch };

export interface TimeGroup {
  title: string;
  rows: TimeRow[];
  asks: boolean; // its days hang on the day of publication, which nobody has told
}

// So many rows under one heading are read through; more are parted by centuries.
const fewRows = 8;

export function timeGroups({ times, reference_date: { value: published } }: Analysis): TimeGroup[] {
  const rows = rowsOf(times);
  const dated = rows.filter(isDated).sort(inOrder);
  const undated = rows.filter((row) => !row.stretch);
  const apart = (title: string) => undated.filter((row) => titleOf(row) === title);

  const unknown = apart('Day not known');
  const asks = !published && hangOnPublication(unknown.flatMap((row) => row.times));
  const groups = [
    ...(published ? aroundDay(dated, published) : byCentury(dated, 'In order', Infinity)),
    ...['Past, now, future', 'Lasting', 'Repeated'].map((title) => group(title, apart(title))),
  ];
  // What is asked for stands first.
  groups.splice(asks ? 0 : -3, 0, { ...group('Day not known', unknown), asks });
  return groups.filter((group) => group.rows.length);
}

export function isDated(row: TimeRow): row is DatedRow {
  return row.stretch !== null;
}

/** A day in the form YYYY-MM-DD. */
export function dayOf(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return dayNumber(year, month, date);
}

// Two that hang on what is not known may be two days, though both are “unknown Tuesday”.
function rowsOf(times: TimeExpression[]): TimeRow[] {
  const rows = new Map<string, TimeRow>();
  for (const time of times) {
    const stretch = stretchOf(time);
    const meaning = meaningOf(time);
    const key = JSON.stringify([meaning, time.type === 'SET', stretch ?? time.anchor, time.value ? '' : time.id]);
    const row = rows.get(key);
    if (row) row.times.push(time);
    else rows.set(key, { meaning, times: [time], stretch });
  }
  return [...rows.values()];
}

function inOrder(a: DatedRow, b: DatedRow): number {
  return a.stretch.from - b.stretch.from || b.stretch.to - a.stretch.to;
}

// What is over, what is still ahead, and what the day itself lies in.
function aroundDay(rows: DatedRow[], published: string): TimeGroup[] {
  const day = dayOf(published);
  const year = yearOfDay(day);
  const past = rows.filter(({ stretch: { to, end } }) => end !== 'open' && to <= day);
  const ahead = rows.filter(({ stretch: { from, start } }) => start !== 'open' && from >= day + 1);
  const around = rows.filter((row) => !past.includes(row) && !ahead.includes(row));
  const [first, next] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1)];
  const before = past.filter(({ stretch }) => stretch.to <= first);
  const after = ahead.filter(({ stretch }) => stretch.from >= next);
  const rest = (some: DatedRow[], those: DatedRow[]) => some.filter((row) => !those.includes(row));
  return [
    ...byCentury(before, `Before ${year}`, year - 1),
    group(`Earlier in ${year}`, rest(past, before)),
    group(`Around publication, ${dayInFull(published)}`, around),
    group(`Later in ${year}`, rest(ahead, after)),
    group(`After ${year}`, after),
  ];
}

function byCentury(rows: DatedRow[], title: string, last: number): TimeGroup[] {
  if (rows.length <= fewRows) return [group(title, rows)];
  const groups: TimeGroup[] = [];
  for (const row of rows) {
    const title = centuryTitle(yearOfDay(row.stretch.from), last);
    const group = groups.at(-1);
    if (group?.title === title) group.rows.push(row);
    else groups.push({ title, rows: [row], asks: false });
  }
  return groups;
}

function centuryTitle(year: number, last: number): string {
  if (year < 1) return 'Before the year 1';
  const century = Math.floor(year / 100) * 100;
  return `${Math.max(1, century)} to ${Math.min(century + 99, last)}`;
}

function titleOf({ times: [time] }: TimeRow): string {
  const value = time?.value ?? '';
  if (time?.type === 'SET') return 'Repeated';
  if (isDuration(value)) return 'Lasting';
  return value.endsWith('_REF') ? 'Past, now, future' : 'Day not known';
}

function group(title: string, rows: TimeRow[]): TimeGroup {
  return { title, rows, asks: false };
}
