// How pages write names, days and titles, and what is made of it.
import { expect, test } from 'vitest';
import { dayOf } from '../../web/src/page/import/days';
import { authorsOf } from '../../web/src/page/import/names';
import { withoutSite } from '../../web/src/page/import/siteName';

test.each([
  ['2026-03-04', '2026-03-04'],
  ['2026-03-04T23:30:00-08:00', '2026-03-04'],
  ['2026-03-04T23:30:00Z', '2026-03-04'],
  ['2026/3/4 10:15', '2026-03-04'],
  ['20260304', '2026-03-04'],
  ['20260304T101500Z', '2026-03-04'],
  ['20260304101500', '2026-03-04'],
  ['Wed, 04 Mar 2026 10:15:00 GMT', '2026-03-04'],
  ['4th March, 2026', '2026-03-04'],
  ['March 4, 2026, 10:15 a.m.', '2026-03-04'],
  ['Wed Mar 04 10:15:00 2026', '2026-03-04'],
  ['Sept. 30 2026', '2026-09-30'],
  ['03/04/2026', null],
  ['2026-02-30', null],
  ['0001-01-01T00:00:00', null],
  ['1970-01-01T00:00:00Z', null],
  ['1772524800', null],
  ['yesterday', null],
  ['', null],
])('the day of %j is %j', (date, day) => {
  expect(dayOf(date)).toBe(day);
});

test.each([
  [['By Ana Lund and Tomás Quispe'], ['Ana Lund', 'Tomás Quispe']],
  [['Ana Lund, Tomás Quispe and Jean-Luc de la Tour'], ['Ana Lund', 'Tomás Quispe', 'Jean-Luc de la Tour']],
  [['Ana Lund; T. O’Neil | ANA LUND'], ['Ana Lund', 'T. O’Neil']],
  [['Ana Lund, Staff Writer'], ['Ana Lund']],
  [['Harbour Wire and the weather service'], ['Harbour Wire and the weather service']],
  [['https://example.org/lund', 'lund@example.org', '@lund', 'alund', 'admin', ''], []],
  [['Skerry Gazette'], []],
  [['Skerry Wire'], ['Skerry Wire']],
])('of %j the authors are %j', (told, authors) => {
  expect(authorsOf(told, ['Skerry Gazette'])).toEqual(authors);
});

test.each([
  ['Wall to rise - The Skerry Gazette', 'Wall to rise'],
  ['Wall to rise | News | Skerry Gazette', 'Wall to rise | News'],
  ['Skerry Gazette: Wall to rise', 'Wall to rise'],
  ['Wall to rise — example.org', 'Wall to rise'],
  ['Wall to rise - again', 'Wall to rise - again'],
  ['Anti-trust case opens', 'Anti-trust case opens'],
  ['Skerry Gazette', 'Skerry Gazette'],
])('the title of %j is %j', (told, title) => {
  expect(withoutSite(told, ['Skerry Gazette'], 'https://www.example.org/wall')).toBe(title);
});
