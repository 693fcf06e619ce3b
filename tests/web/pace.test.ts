// How long a text will take is told of long ones only, by what the machine has shown it can do.
import { describe, expect, test } from 'vitest';
import { longText, Pace } from '../../web/src/page/pace';

const words = (count: number) => 'ships '.repeat(count);

describe('the pace', () => {
  test('is told from a hundred thousand words on', () => {
    const pace = new Pace();
    expect(pace.expect(words(99_999))).toBeNull();
    expect(pace.expect(words(100_000))).toBeGreaterThan(0);
    expect(pace.expect('a'.repeat(1_000_000))).toBeNull();
  });

  test('is learnt from what was analysed, not from short texts', () => {
    const pace = new Pace();
    const before = pace.expect(words(200_000));
    pace.learn(words(10), 1000);
    expect(pace.expect(words(200_000))).toBe(before);
    pace.learn(words(10_000), 1000);
    expect(pace.expect(words(200_000))).toBe(20);
    expect(pace.expect(words(400_000))).toBe(40);
  });
});

test('it is said in words', () => {
  expect(longText(1)).toBe('This is a long text; the analysis takes about 1 second.');
  expect(longText(12)).toBe('This is a long text; the analysis takes about 12 seconds.');
});
