import { describe as group, expect, test } from 'vitest';
import {
  describe,
  forget,
  moveLog,
  nothingSaid,
  opening,
  say,
  takeBack,
  type KindLog,
} from '../../web/src/page/blockKinds';
import { findEdit } from '../../web/src/page/input/moveSpans';
import { block } from './analysis';

const text = 'Home\n\nNews\n\nBoat sails again\n\nBy Ann Lee\n\nThe boat sails.';
const home = block(text, 'Home', 'chrome');
const news = block(text, 'News', 'title');
const headline = block(text, 'Boat sails again', 'section');
const byline = block(text, 'By Ann Lee', 'byline');
const body = block(text, 'The boat sails.');
const all = [home, news, headline, byline, body];

function said({ now }: KindLog, within = text): string[] {
  return now.map(({ start, end, kind }) => `${within.slice(start, end)}: ${kind}`);
}

group('what is said', () => {
  test('a block is set aside, and brought back by taking nothing but that word away', () => {
    const aside = say(nothingSaid, [body], 'chrome');
    expect(said(aside)).toEqual(['The boat sails.: chrome']);
    expect(said(say(aside, [{ ...body, kind: 'chrome' }], 'kept'))).toEqual([]);
  });

  test('what the analyzer set aside comes back as text, and can go again', () => {
    const back = say(nothingSaid, [home], 'kept');
    expect(said(back)).toEqual(['Home: body']);
    expect(said(say(back, [{ ...home, kind: 'body' }], 'chrome'))).toEqual([]);
  });

  test('what was said as something special comes back as what it was before', () => {
    const aside = say(nothingSaid, [byline], 'chrome');
    expect(said(say(aside, [{ ...byline, kind: 'chrome' }], 'date'))).toEqual(['By Ann Lee: date']);
    expect(said(say(aside, [{ ...byline, kind: 'chrome' }], 'byline'))).toEqual([]);
  });

  test('there is one headline: the old one is set aside', () => {
    const log = say(nothingSaid, [headline], 'title', all);
    expect(said(log)).toEqual(['News: chrome', 'Boat sails again: title']);
    expect(said(takeBack(log))).toEqual([]);
  });

  test('several blocks, in whatever order, are kept in the order of the text', () => {
    expect(said(say(nothingSaid, [body, headline, byline], 'chrome'))).toEqual([
      'Boat sails again: chrome',
      'By Ann Lee: chrome',
      'The boat sails.: chrome',
    ]);
  });

  test('of a stretch that was said as one, a part can be said otherwise', () => {
    const log = say(nothingSaid, [{ start: 0, end: text.length, kind: 'body' }], 'chrome');
    const parted = say(log, [{ ...headline, kind: 'chrome' }], 'title');
    expect(parted.now.map(({ start, end, kind, was }) => [start, end, kind, was])).toEqual([
      [0, headline.start, 'chrome', 'body'],
      [headline.start, headline.end, 'title', 'body'],
      [headline.end, text.length, 'chrome', 'body'],
    ]);
  });
});

group('back', () => {
  test('every word is taken back in turn, the forgetting too', () => {
    const one = say(nothingSaid, [home], 'kept');
    const two = say(one, [body], 'chrome');
    const none = forget(two);
    expect(said(none)).toEqual([]);
    expect(said(takeBack(none))).toEqual(said(two));
    expect(said(takeBack(takeBack(none)))).toEqual(said(one));
    expect(said(takeBack(takeBack(takeBack(none))))).toEqual([]);
    expect(takeBack(nothingSaid)).toBe(nothingSaid);
  });

  test('what is said moves with the text, and so does what it was before', () => {
    const log = say(say(nothingSaid, [headline], 'chrome'), [body], 'caption');
    const after = `Breaking\n\n${text}`;
    const moved = moveLog(log, findEdit(text, after));
    expect(said(moved, after)).toEqual(['Boat sails again: chrome', 'The boat sails.: caption']);
    expect(said(takeBack(moved), after)).toEqual(['Boat sails again: chrome']);
  });

  test('only so many steps are kept', () => {
    let log = nothingSaid;
    for (let i = 0; i < 80; i++) log = say(log, [body], i % 2 ? 'chrome' : 'caption');
    expect(log.before.length).toBe(50);
  });
});

test('a word is told by what it says of what', () => {
  expect(describe([home], text, 'kept')).toBe('Brought back: “Home”.');
  expect(describe([home, news], text, 'chrome')).toBe('Set aside: 2 paragraphs.');
  expect(describe([headline], text, 'title')).toBe('Headline: “Boat sails again”.');
});

test('an opening ends between words, or within one that is too long', () => {
  expect(opening('The council\nof Port Ellery', 40)).toBe('The council of Port Ellery');
  expect(opening('The council of Port Ellery voted', 18)).toBe('The council of …');
  expect(opening('x'.repeat(30), 10)).toBe(`${'x'.repeat(10)} …`);
});
