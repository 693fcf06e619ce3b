// Days numbered through, as the calendar of today counts them: 0 is 1 January 1970, -1 the day before. Years before the
// year 1 are 0, -1 … `Date` takes the years to 99 for those of the last century, and ends early.

/** The day's number. A month may lie beyond December, or before January. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years from March on, as the leap day is their last; then 400 years are always 146,097 days.
  const months = year * 12 + month - 3;
  const ofMarch = Math.floor(months / 12);
  const era = Math.floor(ofMarch / 400);
  const yearOfEra = ofMarch - era * 400;
  const dayOfYear = Math.floor((153 * (months - ofMarch * 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export function yearOfDay(day: number): number {
  const guess = 1970 + Math.floor(day / 365.2425);
  if (day < dayNumber(guess, 1, 1)) return guess - 1;
  return day < dayNumber(guess + 1, 1, 1) ? guess : guess + 1;
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of a week by ISO 8601, whose Thursday tells the year; null where the year has no such week. */
export function mondayOf(year: number, week: number): number | null {
  const fourth = dayNumber(year, 1, 4);
  const monday = fourth + 1 - weekdayOfDay(fourth) + 7 * (week - 1);
  return yearOfDay(monday + 3) === year ? monday : null;
}

/** The year that TIMEX3 writes as “0987” or “BC0044”, and ISO 8601 as “-0043”; null where it is not told. */
export function readYear(written: string): number | null {
  const [, sign, digits] = /^(BC|-)?(\d{4,})$/.exec(written) ?? [];
  if (!digits) return null;
  const year = Number(digits);
  if (sign === 'BC') return 1 - year;
  return sign ? -year : year;
}

export function yearInWords(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}
