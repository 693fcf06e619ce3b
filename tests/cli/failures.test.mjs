// The failures that the page's help tells of do happen, and are not marked as doubtful. Where one of these tests fails the program has
// learned something: take the failure out of web/src/page/help/failures.ts.
import { expect, test } from 'vitest';
import { failures } from '../../web/src/page/help/failures.ts';
import { doubtful } from '../../web/src/page/speakers.ts';
import { pressmark } from '../program.mjs';

// What each of them looks like in the analysis.
const signs = {
  'Two people of one surname': (found) => {
    expect(found.said()).toEqual([['the rent was too high', ['Paul Keller']]]);
  },
  'Two women, or two men, who talk with each other': (found) => {
    expect(found.said()).toEqual([
      ['You are late', ['Ana Reyes']],
      ['So are you', ['Ana Reyes']],
    ]);
  },
  'A speaker whom only the paragraphs around tell': (found) => {
    expect(found.said()).toEqual([['We tested every bolt.', null]]);
  },
  'Reported words that go on without a new “said”': (found) => {
    expect(found.said()).toEqual([['the bolts were too short', ['Holm']]]);
  },
  'What somebody did not say, or might say': (found) => {
    expect(found.said()).toEqual([['the bridge was safe', ['Holm']]]);
  },
  'Words at second hand': (found) => {
    expect(found.said()[0]).toEqual(['The bridge is safe', ['Harbour Times']]);
  },
  'Irony and quotation marks that quote nobody': (found) => {
    expect(found.said()).toEqual([['a “solution” that pleases nobody', []]]);
    expect(found.quotations[0].speaker.text).toBe('The ministry');
  },
  'Firms and products that nobody had heard of': (found) => {
    expect(found.entity('Zuvanta').type).toBe('PERSON');
  },
  'Names of places that are no places': (found) => {
    expect(found.entity('Aurora').geo).toMatchObject({ country: 'US', lat: expect.closeTo(39.73, 1) });
  },
  'A season or month of a year that was named before': (found) => {
    expect(found.times.at(-1).value).toBe('2025-FA');
  },
  'Languages other than English': (found) => {
    expect(found.language.code).toBe('fr');
    expect(found.quotations).toEqual([]);
    expect(found.entities.map(({ name }) => name)).toContain('Claire Dubois lundi');
  },
  'A caption above the headline': (found) => {
    expect(found.metadata.title.value).toMatch(/^Mayor Priya Raman at the bridge/);
  },
};

test.each(failures)('$what', ({ what, example }) => {
  const run = pressmark(['analyze', '--reference-date', '2026-03-02'], { input: example });
  const analysis = JSON.parse(run.stdout);
  const words = (spans) => spans.map(({ start, end }) => example.slice(start, end)).join(' … ');
  const nameOf = (id) => analysis.entities.find((entity) => entity.id === id).name;
  signs[what]({
    ...analysis,
    entity: (name) => analysis.entities.find((entity) => entity.name === name),
    said: () =>
      analysis.quotations.map(({ content, speaker }) => [words(content), speaker?.entities.map(nameOf) ?? null]),
  });
  for (const { speaker } of analysis.quotations) if (speaker) expect(speaker.score).toBeGreaterThan(doubtful);
});
