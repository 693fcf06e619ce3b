import { expect, test } from 'vitest';
import { add, placeOf, redo, standing, undo, type Log } from '../../web/src/page/corrections';

const text = 'Ana Lund spoke 😀. “We are late,” Lund said, and 😀 left.';
const at = placeOf(text, { start: 0, end: 8 });
const one = add([], { op: 'type', at, type: 'ORG' });
const two = add(one, { op: 'rename', at, name: 'Ana Lund-Berg' });
const done = (log: Log) => standing(log).done.map(({ op }) => op);

test('a place tells its words, and whole characters around them', () => {
  expect(at).toEqual({ start: 0, end: 8, quote: 'Ana Lund', before: '', after: text.slice(8, 40) });
  const start = text.indexOf('Lund said');
  const cut = placeOf(`${'x'.repeat(3)}😀${'y'.repeat(31)}Lund`, { start: 36, end: 40 });
  expect(cut).toMatchObject({ quote: 'Lund', before: 'y'.repeat(31) });
  expect(placeOf(text, { start, end: start + 4 }).quote).toBe('Lund');
});

test('an undo is added, and takes back the last that holds', () => {
  const back = undo(two);
  expect(back).toHaveLength(3);
  expect(back?.at(-1)).toEqual({ op: 'undo', of: '2', id: '3' });
  expect(done(back ?? [])).toEqual(['type']);
  const all = undo(back ?? []);
  expect(done(all ?? [])).toEqual([]);
  expect(undo(all ?? [])).toBeNull();
});

test('what was undone is done again in its order, until something new is done', () => {
  const none = undo(undo(two) ?? []) ?? [];
  const first = redo(none) ?? [];
  expect(done(first)).toEqual(['type']);
  const both = redo(first) ?? [];
  expect(done(both)).toEqual(['type', 'rename']);
  expect(redo(both)).toBeNull();
  expect(done(undo(both) ?? [])).toEqual(['type']);
  const other = add(undo(two) ?? [], { op: 'no_name', at });
  expect(done(other)).toEqual(['type', 'no_name']);
  expect(redo(other)).toBeNull();
});

test('any walk of doing, undoing and redoing ends with what a plain stack holds', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let walk = 0; walk < 50; walk++) {
    let log: Log = [];
    const holds: string[] = [];
    let gone: string[] = [];
    for (let step = 0; step < 40; step++) {
      const what = random(3);
      if (what === 0) {
        log = add(log, { op: 'rename', at, name: String(step) });
        holds.push(String(step));
        gone = [];
      } else if (what === 1) {
        log = undo(log) ?? log;
        const last = holds.pop();
        if (last !== undefined) gone.push(last);
      } else {
        log = redo(log) ?? log;
        const last = gone.pop();
        if (last !== undefined) holds.push(last);
      }
    }
    expect(standing(log).done.map((pin) => (pin.op === 'rename' ? pin.name : ''))).toEqual(holds);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  }
});
