// The list and the strip of the times: which stand together, in which order, and that nothing lies on anything else.
import { describe, expect, test } from 'vitest';
import type { TimeExpression } from '../../wasm/src/schema';
import { snippet } from '../../web/src/page/rail/snippet';
import { isDated, timeGroups, type DatedRow, type TimeGroup } from '../../web/src/page/rail/timeRows';
import { centreOf, layStrip, letterWidth, tailLength, type Mark } from '../../web/src/page/rail/timeScale';
import { analysis, span, time } from './analysis';

const reference = { to: 'reference', unit: null, offset: 0, weekday: null, month: null, direction: null };

function timesOf(values: (string | Partial<TimeExpression>)[]): TimeExpression[] {
  return values.map((given, i) => {
    const more = typeof given === 'string' ? { value: given } : given;
    return { ...time('then', `t${i + 1}`, 'then', ''), ...more };
  });
}

function groups(values: (string | Partial<TimeExpression>)[], published: string | null = '2026-03-12'): TimeGroup[] {
  const found = analysis('then', { times: timesOf(values) });
  return timeGroups({ ...found, reference_date: { value: published, source: published ? 'given' : null } });
}

const told = (found: TimeGroup[]) =>
  found.map(({ title, rows }) => `${title}: ${rows.map(({ meaning }) => meaning).join(' | ')}`);

describe('the groups', () => {
  test('stand around the day of publication, each in order of time', () => {
    const values = [
      ...['2030', '2026-03-10', '1845', '2026', '2026-10', '2026-03-12', '2015', '2026-01', '20', '2026-03-13'],
      ...['2026-03-12T19:00', '2026-03-11TNI', '2025-WI', '2026-W11', '18'],
    ];
    expect(told(groups(values))).toEqual([
      'Before 2026: the 19th century | 1845 | 2015',
      'Earlier in 2026: winter 2025 | January 2026 | Tuesday, 10 March 2026 | Wednesday, 11 March 2026, night',
      'Around publication, 12 March 2026: the 21st century | 2026 | week 11 of 2026 | Thursday, 12 March 2026 | Thursday, 12 March 2026, 19:00',
      'Later in 2026: Friday, 13 March 2026 | October 2026',
      'After 2026: 2030',
    ]);
  });

  test('what is open on one side lies where that side does', () => {
    const mods = (value: string, mod: string) => ({ value, mod });
    const values = [mods('2030', 'BEFORE'), mods('2015', 'BEFORE'), mods('2015', 'ON_OR_AFTER'), mods('2026', 'AFTER')];
    expect(told(groups(values))).toEqual([
      'Before 2026: before 2015',
      'Around publication, 12 March 2026: 2015 or later | before 2030',
      'After 2026: after 2026',
    ]);
  });

  test('a long past is parted by centuries', () => {
    const values = ['BC0044', '0079', '1845', '1848', '1914', '1989', '199', '2001', '2019', '2026-03-10'];
    expect(told(groups(values)).map((line) => line.replace(/:.*/, ''))).toEqual([
      ...['Before the year 1', '1 to 99', '1800 to 1899', '1900 to 1999', '2000 to 2025', 'Earlier in 2026'],
    ]);
    expect(told(groups(values, null)).map((line) => line.replace(/:.*/, ''))).toEqual([
      ...['Before the year 1', '1 to 99', '1800 to 1899', '1900 to 1999', '2000 to 2099'],
    ]);
    expect(told(groups(['1989', '1845'], null))).toEqual(['In order: 1845 | 1989']);
  });

  test('what has no place on the calendar stands apart, behind', () => {
    const values = [
      'FUTURE_REF',
      { value: 'P3D', type: 'DURATION' as const },
      { value: 'P1D', type: 'SET' as const },
      'XXXX-08-07',
      '2015',
      'PRESENT_REF',
      { value: 'XXXX-WXX-2', type: 'SET' as const },
    ];
    const found = groups(values);
    expect(told(found)).toEqual([
      'Before 2026: 2015',
      'Day not known: 7 August, unknown year',
      'Past, now, future: in the future | now',
      'Lasting: 3 days',
      'Repeated: every day | every Tuesday',
    ]);
    expect(found.some(({ asks }) => asks)).toBe(false);
  });

  test('days that hang on a publication that nobody told stand first and ask', () => {
    const tuesday = { value: 'XXXX-WXX-2', anchor: { ...reference, weekday: 'tuesday' } };
    const [first, second] = groups(['2015', tuesday], null);
    expect(first).toMatchObject({ title: 'Day not known', asks: true });
    expect(second).toMatchObject({ title: 'In order', asks: false });
    expect(groups(['2015', 'XXXX-08-07'], null).map(({ title, asks }) => [title, asks])).toEqual([
      ...[
        ['In order', false],
        ['Day not known', false],
      ],
    ]);
  });

  test('what means the same is one row, with all its places', () => {
    const [before] = groups(['2015', '2019', '2015', { value: '2015', mod: 'END' }]);
    expect(before?.rows.map(({ times }) => times.map(({ id }) => id))).toEqual([['t1', 't3'], ['t4'], ['t2']]);
  });

  test('what is not known is one only where it hangs on the same', () => {
    const on = (direction: 'past' | 'future') => ({
      value: 'XXXX-WXX-2',
      anchor: { ...reference, weekday: 'tuesday', direction },
    });
    const [unknown] = groups([on('past'), on('future'), on('past'), { value: null }, { value: null }], null);
    expect(unknown?.rows.map(({ times }) => times.map(({ id }) => id))).toEqual([['t1', 't3'], ['t2'], ['t4'], ['t5']]);
  });

  test('there are none without times', () => {
    expect(groups([])).toEqual([]);
  });
});

const mixed = [
  ...['BC0044', '18', '1845', '1914/1918', '199', '2001', '2015', '2019-SU', '2024-Q3', '2025', '2025-11', '2026-01'],
  ...['2026-02', '2026-03-01', '2026-03-07', '2026-03-09', '2026-03-10', '2026-03-10TMO', '2026-03-11', '2026-03-12'],
  ...['2026-03-13', '2026-W12', '2026-05', '2026-10', '2027', '2028-06', '2035', '203', '20', '2090', '3000', '12025'],
  ...['APPROX', 'START', 'END', 'MID', 'BEFORE', 'AFTER', 'ON_OR_BEFORE'].map((mod) => ({ value: '2020', mod })),
];

function dated(values: (string | Partial<TimeExpression>)[], published: string | null): DatedRow[] {
  return groups(values, published)
    .flatMap(({ rows }) => rows)
    .filter(isDated)
    .sort((a, b) => a.stretch.from - b.stretch.from);
}

function strip(values: (string | Partial<TimeExpression>)[], width: number, published: string | null = '2026-03-12') {
  const rows = dated(values, published);
  const centre = centreOf(rows, published);
  if (!centre) throw new Error('No centre.');
  return layStrip(rows, centre, width);
}

const left = ({ x1, row }: Mark) => x1 - tailLength[row.stretch.start];
const right = ({ x2, row }: Mark) => x2 + tailLength[row.stretch.end];

describe('the strip', () => {
  const samples: [string, (string | Partial<TimeExpression>)[]][] = [
    ['all sorts', mixed],
    ['near days', ['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-13']],
    ['one day', ['2026-03-12']],
    ['years', ['1845', '1914', '2015']],
    ['one far year', ['BC300000']],
    ['a long time', ['20']],
  ];

  test.each(samples)('%s: nothing leaves it, no mark and no label lies on another', (_, values) => {
    for (const width of [200, 262, 320, 400, 640]) {
      const { marks, ticks, centre } = strip(values, width);
      for (const mark of marks) {
        expect(left(mark)).toBeGreaterThanOrEqual(0);
        expect(right(mark)).toBeLessThanOrEqual(width);
        const others = marks.filter((other) => other !== mark && other.lane === mark.lane);
        expect(others.filter((other) => left(other) < right(mark) && left(mark) < right(other))).toEqual([]);
      }
      const labels = ticks
        .filter(({ words }) => words)
        .map(({ labelX, words }) => ({
          from: labelX - (words.length * letterWidth) / 2,
          to: labelX + (words.length * letterWidth) / 2,
        }))
        .sort((a, b) => a.from - b.from);
      for (const [i, { from, to }] of labels.entries()) {
        expect(from).toBeGreaterThan(labels[i - 1]?.to ?? -1);
        expect(to).toBeLessThanOrEqual(width);
        expect(from).toBeGreaterThanOrEqual(0);
      }
      const half = (centre.words.length * letterWidth) / 2;
      expect(centre.labelX - half).toBeGreaterThanOrEqual(0);
      expect(centre.labelX + half).toBeLessThanOrEqual(width);
    }
  });

  test('keeps the order of time, near days apart and far years visible', () => {
    const { marks, centre } = strip(['1845', '1998', '2015', '2026-03-10', '2026-03-11', '2026-03-12', '2026-10'], 340);
    const middles = marks.map(({ x1, x2 }) => (x1 + x2) / 2);
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
    for (const [i, x] of middles.slice(1).entries()) expect(x - (middles[i] ?? 0)).toBeGreaterThan(5);
    expect(middles[5]).toBeCloseTo(centre.x);
  });

  test('a day is a dot, and a longer time has its length', () => {
    const [decade, year, day] = strip(['198', '1995', '2026-03-10T19:00'], 340).marks;
    expect(day?.isDay).toBe(true);
    expect(decade?.isDay).toBe(false);
    expect((decade?.x2 ?? 0) - (decade?.x1 ?? 0)).toBeGreaterThan((year?.x2 ?? 0) - (year?.x1 ?? 0));
  });

  test('labels the ticks that say most', () => {
    const words = strip(['1845', '2040'], 340)
      .ticks.filter(({ words }) => words)
      .sort((a, b) => a.x - b.x)
      .map(({ words }) => words);
    expect(words).toContain('100 years');
    expect(words.filter((word) => word === 'year')).toHaveLength(2);
  });

  test('is counted from the publication, else from the last day that is told, else from the last time', () => {
    const centre = (values: string[], published: string | null) => {
      const found = centreOf(dated(values, published), published);
      return found && `${found.words}${found.isPublication ? ', published' : ''}`;
    };
    expect(centre(['2015'], '2026-03-12')).toBe('12 March 2026, published');
    expect(centre(['20', '2015-03-11', '2014-01-02'], null)).toBe('Wednesday, 11 March 2015');
    expect(centre(['1845', '2015'], null)).toBe('2015');
    expect(centre([], null)).toBeNull();
  });
});

describe('words in their sentence', () => {
  const text =
    'It rained. The ferry between the town and the seven small islands will sail again, the council\nsaid last Tuesday, ending a dispute that began long before any of its members was born. It rained.';
  const sentence = span(text, text.slice(11, -11));
  const found = { ...analysis(text, {}), sentences: [[sentence.start, sentence.end]] as [number, number][] };

  test('are cut between words and never leave the sentence', () => {
    expect(snippet(text, found, span(text, 'last Tuesday'))).toEqual({
      before: '… will sail again, the council said ',
      words: 'last Tuesday',
      after: ', ending a dispute that began long before any of …',
    });
    expect(snippet(text, found, span(text, 'The'))).toMatchObject({ before: '', words: 'The' });
    expect(snippet(text, found, span(text, 'born'))).toMatchObject({ words: 'born', after: '.' });
  });

  test('stand alone where no sentence holds them', () => {
    expect(snippet(text, found, span(text, 'rained'))).toEqual({ before: '', words: 'rained', after: '' });
  });
});
