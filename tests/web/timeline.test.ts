import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../wasm/src/schema';
import { dayNumber, mondayOf, readYear, weekdayOfDay, yearInWords, yearOfDay } from '../../web/src/page/calendar';
import { isWithinDay, stretchOf } from '../../web/src/page/rail/timeline';

const empty: TimeExpression = {
  ...{ id: 't1', start: 0, end: 0, type: 'DATE', value: null, mod: null, grain: null, range: null, anchor: null },
};

const stretch = (value: string | null, more: Partial<TimeExpression> = {}) => stretchOf({ ...empty, value, ...more });

// The first and the last day; `Date` counts the years from 0 to 9999 as we do.
const iso = (day: number) => new Date(Math.floor(day) * 86_400_000).toISOString().replace(/T.*/, '');
const days = (value: string, more: Partial<TimeExpression> = {}) => {
  const found = stretch(value, more);
  return found && `${iso(found.from)} ${iso(found.to - 1 / 1440)}`;
};
const hours = (value: string) => {
  const found = stretch(value, { type: 'TIME' });
  return found && [found.from, found.to].map((time) => new Date(Math.round(time * 1440) * 60_000).toISOString());
};

describe('the calendar', () => {
  test('counts days as Date does, in every year that it reads', () => {
    for (let year = 100; year < 9999; year += 37) {
      for (const [month, day] of [
        [1, 1],
        [2, 28],
        [3, 1],
        [7, 4],
        [12, 31],
      ] as const) {
        expect(dayNumber(year, month, day)).toBe(Date.UTC(year, month - 1, day) / 86_400_000);
      }
    }
  });

  test('has leap days where they belong, also before the year 1', () => {
    const february = (year: number) => dayNumber(year, 3, 1) - dayNumber(year, 2, 1);
    expect([2024, 2023, 2000, 1900, 2100, 0, -3, -4, -100, -400].map(february)).toEqual([
      ...[29, 28, 29, 28, 28, 29, 28, 29, 28, 29],
    ]);
  });

  test('takes months beyond the year', () => {
    expect(dayNumber(1998, 15, 1)).toBe(dayNumber(1999, 3, 1));
    expect(dayNumber(-44, 13, 1)).toBe(dayNumber(-43, 1, 1));
  });

  test('tells the year of a day', () => {
    for (const year of [-100_000, -44, -1, 0, 1, 4, 99, 1599, 1600, 1900, 1999, 2000, 2024, 2025, 2100, 123_456]) {
      expect(yearOfDay(dayNumber(year, 1, 1))).toBe(year);
      expect(yearOfDay(dayNumber(year, 12, 31))).toBe(year);
    }
  });

  test('tells the weekday', () => {
    expect(weekdayOfDay(dayNumber(2026, 3, 12))).toBe(4);
    expect(weekdayOfDay(dayNumber(1969, 12, 28))).toBe(7);
    expect(weekdayOfDay(dayNumber(1582, 10, 15))).toBe(5);
  });

  test('knows which years have 53 weeks', () => {
    expect([2015, 2020, 2026].map((year) => mondayOf(year, 53))).not.toContain(null);
    expect([2014, 2021, 2025].map((year) => mondayOf(year, 53))).toEqual([null, null, null]);
    expect(mondayOf(2025, 0)).toBeNull();
  });

  test('reads and says years before the year 1', () => {
    expect(['2025', '0987', 'BC0044', '-0043', '12025'].map(readYear)).toEqual([2025, 987, -43, -43, 12025]);
    expect(['', 'XXXX', '198', '20X5', '+2025'].map(readYear)).toEqual([null, null, null, null, null]);
    expect([2025, 987, -43, 0].map(yearInWords)).toEqual(['2025', '987', '44 BC', '1 BC']);
  });
});

describe('the days of a value', () => {
  test.each([
    ['2025-03-11', '2025-03-11 2025-03-11'],
    ['2024-02-29', '2024-02-29 2024-02-29'],
    ['2025-03', '2025-03-01 2025-03-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2023-02', '2023-02-01 2023-02-28'],
    ['1900-02', '1900-02-01 1900-02-28'],
    ['2025-12', '2025-12-01 2025-12-31'],
    ['2025-03-XX', '2025-03-01 2025-03-31'],
    ['2019', '2019-01-01 2019-12-31'],
    ['0079', '0079-01-01 0079-12-31'],
    ['199', '1990-01-01 1999-12-31'],
    ['201', '2010-01-01 2019-12-31'],
    ['18', '1800-01-01 1899-12-31'],
    ['20', '2000-01-01 2099-12-31'],
    ['09', '0900-01-01 0999-12-31'],
    ['2025-Q1', '2025-01-01 2025-03-31'],
    ['2024-Q4', '2024-10-01 2024-12-31'],
    ['2025-H1', '2025-01-01 2025-06-30'],
    ['2025-H2', '2025-07-01 2025-12-31'],
    ['2025-SP', '2025-03-01 2025-05-31'],
    ['2025-SU', '2025-06-01 2025-08-31'],
    ['2025-FA', '2025-09-01 2025-11-30'],
    ['1998-WI', '1998-12-01 1999-02-28'],
    ['2023-WI', '2023-12-01 2024-02-29'],
    ['2025-W01', '2024-12-30 2025-01-05'],
    ['2026-W01', '2025-12-29 2026-01-04'],
    ['2021-W01', '2021-01-04 2021-01-10'],
    ['2020-W53', '2020-12-28 2021-01-03'],
    ['2025-W11', '2025-03-10 2025-03-16'],
    ['2025-W11-WE', '2025-03-15 2025-03-16'],
    ['2025-W11-2', '2025-03-11 2025-03-11'],
    ['2025-WXX', '2025-01-01 2025-12-31'],
    ['2025-QX', '2025-01-01 2025-12-31'],
    ['2025-03-03/2025-03-05', '2025-03-03 2025-03-05'],
    ['1914/1918', '1914-01-01 1918-12-31'],
    ['2025-W52/2026-W01', '2025-12-22 2026-01-04'],
  ])('%s', (value, expected) => {
    expect(days(value)).toBe(expected);
  });

  test('years before the year 1 and far ones survive', () => {
    expect(stretch('BC0044')).toMatchObject({ from: dayNumber(-43, 1, 1), to: dayNumber(-42, 1, 1) });
    expect(stretch('-0043-03-15')).toMatchObject({ from: dayNumber(-43, 3, 15), to: dayNumber(-43, 3, 16) });
    expect(stretch('BC0001-WI')).toMatchObject({ from: dayNumber(0, 12, 1), to: dayNumber(1, 3, 1) });
    expect(stretch('BC300000')?.from).toBe(dayNumber(-299_999, 1, 1));
    expect(stretch('12025')?.to).toBe(dayNumber(12_026, 1, 1));
    expect(stretch('BC0100/0100')).toMatchObject({ from: dayNumber(-99, 1, 1), to: dayNumber(101, 1, 1) });
  });

  test.each([
    ...['XXXX', 'XXX', 'XX', 'XXXX-XX-XX', 'XXXX-WXX-2', 'XXXX-08-07', 'XXXX-SU', 'XXXX-QX', 'XXXX-XX-XXTMO'],
    ...['PRESENT_REF', 'PAST_REF', 'FUTURE_REF', 'P3D', 'PXY', 'PT2H', 'T19:00', '', 'whatever'],
    ...['2025-02-30', '2023-02-29', '2025-13', '2025-00', '2025-03-00', '2025-Q5', '2025-H3', '2021-W53', '2025-ZZ'],
    ...['2025-03-05/2025-03-03', '2025-03/XXXX', '2024/2025/2026'],
  ])('none: “%s”', (value) => {
    expect(stretch(value)).toBeNull();
  });

  test('none: what has no value, and what is repeated', () => {
    expect(stretch(null)).toBeNull();
    expect(stretch('2025-03', { type: 'SET' })).toBeNull();
    expect(stretch('P1D', { type: 'SET', range: { begin: '2025', end: '2025' } })).toBeNull();
  });

  test('a range counts where the value tells none', () => {
    const range = { begin: '2025-03-10', end: '2025-03-12' };
    expect(days('P3D', { type: 'DURATION', range })).toBe('2025-03-10 2025-03-12');
    expect(days('PAST_REF', { range })).toBe('2025-03-10 2025-03-12');
    expect(days('2025-W11', { range })).toBe('2025-03-10 2025-03-16');
    expect(stretch(null, { range: { begin: '2025', end: null } })).toMatchObject({ start: 'firm', end: 'open' });
    expect(stretch(null, { range: { begin: null, end: '2025' } })).toMatchObject({ start: 'open', end: 'firm' });
    expect(stretch(null, { range: { begin: null, end: null } })).toBeNull();
    expect(stretch(null, { range: { begin: '2026', end: '2025' } })).toBeNull();
    // “At least three days” are longer; the days do not move.
    expect(stretch('P3D', { type: 'DURATION', mod: 'EQUAL_OR_MORE', range })).toMatchObject({ end: 'firm' });
  });
});

describe('the hours of a value', () => {
  test.each([
    ['2025-03-11T19:15', '2025-03-11T19:15', '2025-03-11T19:16'],
    ['2025-03-11T1915', '2025-03-11T19:15', '2025-03-11T19:16'],
    ['2025-03-11T09', '2025-03-11T09:00', '2025-03-11T10:00'],
    ['2025-03-11T00:00', '2025-03-11T00:00', '2025-03-11T00:01'],
    ['2025-12-31T24:00', '2025-12-31T23:59', '2026-01-01T00:00'],
    ['2025-03-11TMO', '2025-03-11T06:00', '2025-03-11T12:00'],
    ['2025-03-11TNI', '2025-03-11T20:00', '2025-03-12T00:00'],
    ['2025-W11-2TAF', '2025-03-11T12:00', '2025-03-11T18:00'],
    ['2025-03-11TZZ', '2025-03-11T00:00', '2025-03-12T00:00'],
    ['2025-03TMO', '2025-03-01T00:00', '2025-04-01T00:00'],
  ])('%s', (value, from, to) => {
    expect(hours(value)).toEqual([`${from}:00.000Z`, `${to}:00.000Z`]);
  });

  test('follow one another as the day goes', () => {
    const parts = ['DA', 'MO', 'MI', 'AF', 'EV', 'NI'].map((part) => stretch(`2025-03-11T${part}`)?.from ?? NaN);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });

  test('are within a day, as a day is', () => {
    const within = (value: string, mod: string | null = null) => {
      const found = stretch(value, { mod });
      return found && isWithinDay(found);
    };
    expect(['2025-03-11', '2025-03-11TNI', '2025-03-11T19:00'].map((value) => within(value))).toEqual([
      ...[true, true, true],
    ]);
    expect(['2025-03', '2025-W11-WE', '2025'].map((value) => within(value))).toEqual([false, false, false]);
    expect(['START', 'APPROX', 'BEFORE', 'ON_OR_AFTER'].map((mod) => within('2025-03-11', mod))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('what a modifier leaves of it', () => {
  const anchor = { to: 'reference', unit: 'year', offset: -3, weekday: null, month: null, direction: null };

  test.each([
    ['2025-06', 'START', '2025-06-01 2025-06-10', 'firm', 'vague'],
    ['2025-06', 'MID', '2025-06-11 2025-06-20', 'vague', 'vague'],
    ['2025-06', 'END', '2025-06-21 2025-06-30', 'vague', 'firm'],
    ['198', 'END', '1986-09-01 1989-12-31', 'vague', 'firm'],
    ['1900', 'APPROX', '1900-01-01 1900-12-31', 'vague', 'vague'],
    ['2015', 'ON_OR_BEFORE', '2015-01-01 2015-12-31', 'open', 'firm'],
    ['2015', 'ON_OR_AFTER', '2015-01-01 2015-12-31', 'firm', 'open'],
    ['2015', 'UNHEARD_OF', '2015-01-01 2015-12-31', 'firm', 'firm'],
  ])('%s %s', (value, mod, expected, start, end) => {
    expect(days(value, { mod })).toBe(expected);
    expect(stretch(value, { mod })).toMatchObject({ start, end });
  });

  test('before and after leave one side, without the day itself', () => {
    const [begin, end] = [dayNumber(2015, 1, 1), dayNumber(2016, 1, 1)];
    expect(stretch('2015', { mod: 'BEFORE' })).toEqual({ from: begin, to: begin, start: 'open', end: 'firm' });
    expect(stretch('2015', { mod: 'AFTER' })).toEqual({ from: end, to: end, start: 'firm', end: 'open' });
  });

  test('“more than three years ago” is earlier; “less than three years ago” later, but over', () => {
    const ahead = { ...anchor, offset: 3 };
    expect(stretch('2022', { mod: 'MORE_THAN', anchor })).toMatchObject({ start: 'open', end: 'firm' });
    expect(stretch('2022', { mod: 'LESS_THAN', anchor })).toMatchObject({ start: 'firm', end: 'vague' });
    expect(stretch('2028', { mod: 'MORE_THAN', anchor: ahead })).toMatchObject({ start: 'firm', end: 'open' });
    expect(stretch('2028', { mod: 'LESS_THAN', anchor: ahead })).toMatchObject({ start: 'vague', end: 'firm' });
    expect(stretch('2028', { mod: 'LESS_THAN' })).toMatchObject({ start: 'open', end: 'firm' });
  });
});
