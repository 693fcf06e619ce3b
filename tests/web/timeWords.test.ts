import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../wasm/src/schema';
import { hangOnPublication, timeWords } from '../../web/src/page/timeWords';

const empty: TimeExpression = {
  ...{ id: 't1', start: 0, end: 0, type: 'DATE', value: null, mod: null, grain: null, range: null, anchor: null },
};
const anchor = { to: 'reference', unit: null, offset: 0, weekday: null, month: null, direction: null };

const words = (value: string | null, more: Partial<TimeExpression> = {}) => timeWords({ ...empty, value, ...more });

describe('a time in words', () => {
  test.each([
    ['2025-03-11', 'Tuesday, 11 March 2025'],
    ['0987-01-01', 'Monday, 1 January 987'],
    ['2025-03', 'March 2025'],
    ['2025-03-XX', 'unknown day of March 2025'],
    ['2019', '2019'],
    ['12025', '12025'],
    ['BC0044', '44 BC'],
    ['-0043', '44 BC'],
    ['BC0044-03-15', '15 March 44 BC'],
    ['-0043-SP', 'spring 44 BC'],
    ['2024-02-29', 'Thursday, 29 February 2024'],
    ['1900-01-01', 'Monday, 1 January 1900'],
    ['199', 'the 1990s'],
    ['19', 'the 20th century'],
    ['20', 'the 21st century'],
    ['10', 'the 11th century'],
    ['2025-W11', 'week 11 of 2025'],
    ['2025-W11-WE', 'weekend of week 11 of 2025'],
    ['2025-W11-2', 'Tuesday of week 11 of 2025'],
    ['1989-Q3', 'third quarter of 1989'],
    ['2025-H1', 'first half of 2025'],
    ['2025-SU', 'summer 2025'],
    ['2025-WI', 'winter 2025'],
    ['2025-03-11/2025-03-14', 'Tuesday, 11 March 2025 to Friday, 14 March 2025'],
    ['PRESENT_REF', 'now'],
    ['PAST_REF', 'in the past'],
    ['FUTURE_REF', 'in the future'],
    ['whatever', 'whatever'],
  ])('a date: %s', (value, expected) => {
    expect(words(value)).toBe(expected);
  });

  test.each([
    ['2025-03-11T19:00', 'Tuesday, 11 March 2025, 19:00'],
    ['2025-03-11T09', 'Tuesday, 11 March 2025, 09:00'],
    ['2025-03-11TMO', 'Tuesday, 11 March 2025, morning'],
    ['2025-03-11TAF', 'Tuesday, 11 March 2025, afternoon'],
    ['2025-03-11TEV', 'Tuesday, 11 March 2025, evening'],
    ['2025-03-11TNI', 'Tuesday, 11 March 2025, night'],
    ['2025-03-11TDA', 'Tuesday, 11 March 2025, dawn'],
    ['2025-03-11TDU', 'Tuesday, 11 March 2025, dusk'],
    ['2025-03-11TDT', 'Tuesday, 11 March 2025, daytime'],
    ['T19:00', '19:00'],
    ['XXXX-XX-XXTMO', 'unknown day, morning'],
  ])('a time of day: %s', (value, expected) => {
    expect(words(value, { type: 'TIME' })).toBe(expected);
  });

  test.each([
    ['P1D', '1 day'],
    ['P3D', '3 days'],
    ['PT2H', '2 hours'],
    ['PT30M', '30 minutes'],
    ['P2Y6M', '2 years, 6 months'],
    ['P1DT12H', '1 day, 12 hours'],
    ['P1.5Y', '1.5 years'],
    ['P2CE', '2 centuries'],
    ['P3DE', '3 decades'],
    ['P2WE', '2 weekends'],
    ['PXY', 'some years'],
    ['PTXM', 'some minutes'],
  ])('a duration: %s', (value, expected) => {
    expect(words(value, { type: 'DURATION' })).toBe(expected);
  });

  test.each([
    ['P1D', 'every day'],
    ['P1Y', 'every year'],
    ['P2W', 'every 2 weeks'],
    ['XXXX-WXX-2', 'every Tuesday'],
    ['XXXX-WXX-2TMO', 'every Tuesday, morning'],
    ['XXXX-08-07', 'every 7 August'],
    ['XXXX-SU', 'every summer'],
    ['XXXX-WI', 'every winter'],
    ['XXXX-WXX-WE', 'every weekend'],
    ['TMO', 'every morning'],
  ])('a set: %s', (value, expected) => {
    expect(words(value, { type: 'SET' })).toBe(expected);
  });

  test.each([
    ['XXXX-XX-XX', 'unknown day'],
    ['XXXX-WXX-2', 'unknown Tuesday'],
    ['XXXX-WXX', 'unknown week'],
    ['XXXX-WXX-WE', 'unknown weekend'],
    ['XXXX-XX', 'unknown month'],
    ['XXXX-QX', 'unknown quarter'],
    ['XXXX-HX', 'unknown half-year'],
    ['XXXX', 'unknown year'],
    ['XXX', 'unknown decade'],
    ['XX', 'unknown century'],
    ['XXXX-08-07', '7 August, unknown year'],
    ['XXXX-08', 'August, unknown year'],
    ['XXXX-SU', 'summer, unknown year'],
    ['XXXX-WI', 'winter, unknown year'],
    ['XXXX-Q3', 'third quarter, unknown year'],
  ])('is open where the day of publication is not known: %s', (value, expected) => {
    expect(words(value)).toBe(expected);
    expect(words(value, { anchor })).toBe(`${expected}: say when it was published`);
  });

  test.each([
    ['1990', 'START', 'start of 1990'],
    ['2025-03', 'END', 'end of March 2025'],
    ['P3D', 'APPROX', 'about 3 days'],
    ['P3D', 'MORE_THAN', 'more than 3 days'],
    ['P3D', 'EQUAL_OR_LESS', 'at most 3 days'],
    ['P3D', 'UNHEARD_OF', '3 days'],
  ])('with a modifier: %s %s', (value, mod, expected) => {
    expect(words(value, { mod })).toBe(expected);
  });

  const ago = { anchor: { ...anchor, unit: 'year', offset: -3 } };
  test.each([
    ['MORE_THAN', '2022 or earlier', '2022 or later'],
    ['LESS_THAN', '2022 or later', '2022 or earlier'],
    ['EQUAL_OR_MORE', '2022 or earlier', '2022 or later'],
    ['EQUAL_OR_LESS', '2022 or later', '2022 or earlier'],
    ['BEFORE', 'before 2022', 'before 2022'],
    ['ON_OR_AFTER', '2022 or later', '2022 or later'],
  ])('of a date the modifier tells on which side it lies: %s', (mod, past, other) => {
    expect(words('2022', { mod, ...ago })).toBe(past);
    expect(words('2022', { mod })).toBe(other);
  });

  test('a range is told where the value does not tell it', () => {
    const range = { begin: '2025-03-10', end: '2025-03-16' };
    const told = '10 to 16 March 2025';
    expect(words('2025-W11', { range })).toBe(`week 11 of 2025, ${told}`);
    expect(words('P7D', { type: 'DURATION', range })).toBe(`7 days, ${told}`);
    expect(words('2025-03', { range })).toBe('March 2025');
    const winter = { begin: '2024-12-01', end: '2025-02-28' };
    expect(words('2024-WI', { range: winter })).toBe('winter 2024, 1 December 2024 to 28 February 2025');
    expect(words(null, { range })).toBe(told);
    expect(words(null, { range: { begin: '2025-02-24', end: '2025-03-02' } })).toBe('24 February 2025 to 2 March 2025');
    expect(words(null, { range: { begin: '2025-03', end: '2025-03' } })).toBe('March 2025 to March 2025');
    expect(words(null, { range: { begin: '2025', end: null } })).toBe('from 2025');
    expect(words(null, { range: { begin: null, end: '2025' } })).toBe('until 2025');
    expect(words(null)).toBe('unknown time');
  });

  test('hangs on the day of publication where it is anchored there', () => {
    expect(hangOnPublication([])).toBe(false);
    expect(hangOnPublication([empty, { ...empty, anchor: { ...anchor, to: 't1' } }])).toBe(false);
    expect(hangOnPublication([empty, { ...empty, anchor }])).toBe(true);
  });
});
