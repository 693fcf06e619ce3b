// The figures that the help shows are those of the project's own papers, row by row and number by number.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { groups, judged, measuredOn, type Figure, type Measure, type Stands } from '../../web/src/page/help/figures';

const measures = ['precision', 'recall', 'f1'] as const satisfies Measure[];
const figures = groups.flatMap((group) => group.figures.map((figure: Figure) => ({ group: group.name, figure })));

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

// The cells of the one row that begins so.
function rowOf(file: string, begin: string): string[] {
  const rows = read(file)
    .split('\n')
    .filter((line) => line.startsWith(`| ${begin}`));
  expect(rows, `rows of ${file} that begin with “${begin}”`).toHaveLength(1);
  return (rows[0] ?? '').split('|').slice(1, -1);
}

// README.md has its figures in the last cell, the other papers in three cells.
function numbersOf(file: Stands['file'], row: string): number[] {
  const cells = rowOf(file, row)
    .slice(file === 'README.md' ? -1 : -3)
    .join(' | ');
  const numbers = [...cells.matchAll(/(?<![\w.])\d*\.?\d+/g)].map(([digits]) => Number(digits));
  return numbers.map((number) => (number < 1 ? Math.round(number * 1000) / 10 : number));
}

test.each(figures)('$group: $figure.what', ({ figure }) => {
  for (const { file, row, at, rounded } of figure.stands) {
    for (const measure of measures) {
      const place = at[measure];
      const shown = figure[measure];
      if (place === undefined || shown === undefined) continue;
      expect(numbersOf(file, row)[place], `${measure} in ${file}`).toBe(rounded ? Math.round(shown) : shown);
    }
  }
  for (const measure of measures) {
    const stands = figure.stands.some(({ at }) => at[measure] !== undefined);
    expect(stands, `${measure} stands somewhere`).toBe(figure[measure] !== undefined);
  }
});

test.each(judged)('judged by hand: $what', ({ right, of, stands: { row, at } }) => {
  const numbers = numbersOf('README.md', row);
  expect(numbers[at]).toBe(right);
  if (of !== 100) expect(numbers[at + 1]).toBe(of);
});

test('a figure is the mean that its precision and recall make', () => {
  for (const { figure } of figures) {
    const { what, precision, recall, f1 } = figure;
    if (precision === undefined || recall === undefined) continue;
    expect(Math.abs((2 * precision * recall) / (precision + recall) - f1), what).toBeLessThan(0.2);
  }
});

test('they were measured when the project says', () => {
  expect(read('README.md')).toContain(`Measured on ${measuredOn}`);
  expect(read('tests/eval/README.md')).toContain(`The development files, ${measuredOn}`);
});

test('the model card has the same by type', () => {
  const line = /By type, Worldwide:[^.]*/.exec(read('core/model/MODEL_CARD.md'))?.[0] ?? '';
  const types = figures.flatMap(({ group, figure }) => (group === 'Names, type by type' ? [figure] : []));
  expect(types).toHaveLength(8);
  for (const { f1, stands } of types) {
    const code = stands[0]?.row.replace('names, ', '') ?? '';
    expect(line).toMatch(new RegExp(`\\b${code} ${Math.round(f1)}\\b`));
  }
});

test('on how many it was measured is told with the same numbers', () => {
  const told = `${read('README.md')}${read('tests/eval/README.md')}`;
  const counts = figures.flatMap(({ figure }) => /\d+ (articles|pages)/.exec(figure.on)?.[0] ?? []);
  expect(counts).toContain('84 articles');
  for (const count of counts) expect(told).toContain(count);
});
