import { expect, test } from 'vitest';
import { citation, coverage, day, sourceRows } from '../../web/src/page/source';
import { analysis, block, span } from './analysis';

const text = 'Boat sails again\n\nBy Ann Lee and Bo Ek\n\nHome';

function found(value: string, score = 1) {
  return { value, ...span(text, value), score };
}

function told(value: string) {
  return { value, start: null, end: null, score: 1 };
}

function known(metadata: Partial<ReturnType<typeof analysis>['metadata']>, code: string | null = 'en', score = 1) {
  const made = analysis(text, {});
  return { ...made, metadata: { ...made.metadata, ...metadata }, language: { code, score } };
}

const all = {
  title: found('Boat sails again'),
  authors: [found('Ann Lee'), found('Bo Ek')],
  site: told('The Courier'),
  published: told('2026-03-04T08:00Z'),
  url: told('https://courier.example/boat'),
};

test('rows have what is known, with its place where it stands in the text', () => {
  const rows = sourceRows(known(all));
  expect(rows.map(({ label, values }) => `${label}: ${values.map((value) => value.text).join(' + ')}`)).toEqual([
    'Headline: Boat sails again',
    'Authors: Ann Lee + Bo Ek',
    'Site: The Courier',
    'Published: 4 March 2026',
    'Address: https://courier.example/boat',
    'Language: English',
  ]);
  expect(rows[0]?.values[0]?.place).toEqual({ start: 0, end: 16 });
  expect(rows[2]?.values[0]?.place).toBeNull();
  expect(rows[4]?.values[0]?.link).toBe('https://courier.example/boat');
});

test('what is in doubt says so, and an address of another kind is no link', () => {
  const [title, url] = sourceRows(
    known({ title: found('Boat sails again', 0.6), url: told('javascript:alert(1)') }, null),
  );
  expect(title?.values[0]?.doubt).toBe(true);
  expect(url?.values[0]).toMatchObject({ doubt: false, link: null });
});

test('a language that nobody can tell is no row', () => {
  expect(sourceRows(known({}, null))).toEqual([]);
  expect(sourceRows(known({}, 'de', 0.6))[0]?.values[0]).toMatchObject({ text: 'German', doubt: true });
});

test('a citation is built from what is known and sure', () => {
  expect(citation(known(all), '')).toBe(
    'Ann Lee and Bo Ek, “Boat sails again”, The Courier, 4 March 2026. https://courier.example/boat',
  );
  expect(citation(known({ ...all, authors: [found('Ann Lee', 0.5)] }), '2026-03-05')).toBe(
    '“Boat sails again”, The Courier, 5 March 2026. https://courier.example/boat',
  );
  expect(citation(known({ title: all.title, agency: told('Meridian Wire') }), '')).toBe(
    '“Boat sails again”, Meridian Wire.',
  );
  expect(citation(known({ agency: told('Meridian Wire'), site: all.site }), '')).toBe('Meridian Wire, The Courier.');
  expect(citation(known({ url: all.url }), '')).toBe('https://courier.example/boat');
  expect(citation(known({}), '')).toBe('');
});

test('days are written out, other values stay', () => {
  expect(day('2026-12-31T23:59:00-05:00')).toBe('31 December 2026');
  expect(day('spring 2026')).toBe('spring 2026');
  expect(day('2026-13-40')).toBe('2026-13-40');
});

test('coverage counts all, and what is set aside', () => {
  expect(coverage({ text, analysis: analysis(text, {}), said: [] })).toBe(`All ${text.length} characters read.`);
  const blocks = [block(text, 'Boat sails again'), block(text, 'Home', 'chrome')];
  expect(coverage({ text, analysis: analysis(text, { blocks }), said: [] })).toBe(
    `All ${text.length} characters read; 4 set aside as the page around the article.`,
  );
});
