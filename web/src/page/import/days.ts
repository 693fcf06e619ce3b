// The day that a date names, as YYYY-MM-DD: the day where it was written, whatever the hour was elsewhere.

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const iso = /(?:^|\D)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/;
const digits = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}\D*)?$/;
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${month}[\\s,-]+(\\d{4})\\b`, 'i');
const monthFirst = new RegExp(
  `\\b${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:\\d{1,2}:\\d{2}\\S*\\s+)?(\\d{4})\\b`,
  'i',
);

// Null where it is none, or may be two: 03/04/2026 is in March or in April.
export function dayOf(date: string): string | null {
  const named = iso.exec(date) ?? digits.exec(date.trim());
  if (named) return toDay(Number(named[1]), Number(named[2]), Number(named[3]));
  const first = dayFirst.exec(date);
  if (first) return toDay(Number(first[3]), monthOf(first[2]), Number(first[1]));
  const second = monthFirst.exec(date);
  if (second) return toDay(Number(second[3]), monthOf(second[1]), Number(second[2]));
  return null;
}

const monthOf = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

// Years of news; a page that knows no date writes 0001 or 1970.
function toDay(year: number, monthNumber: number, day: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === day;
  return exists && year > 1700 && year < 2200 && !(year === 1970 && monthNumber === 1 && day === 1)
    ? date.toISOString().slice(0, 10)
    : null;
}
