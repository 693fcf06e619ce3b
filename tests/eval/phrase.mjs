// @ts-check
// What the scores compare: the letters of spans, and whether two noun phrases name the same speaker. Both follow
// `score.py` of the shared evaluation to the letter; `score.test.mjs` holds them to it.

/** @typedef {[number, number]} Span */

const ALPHANUMERIC = /[\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}_’'.-]+/gu;
const TAIL = /,| who | that | which | of | in | at | from | on | for | with | told | said |\(| and |\n/;

/**
 * The offsets of the letters and digits of the spans: white space, quotation marks and punctuation do not count.
 * @param {string} text @param {readonly (readonly [number, number])[]} spans @returns {Set<number>}
 */
export function letters(text, spans) {
  const found = new Set();
  for (const [start, end] of spans)
    for (let i = start; i < end;) {
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(i)));
      if (ALPHANUMERIC.test(character)) found.add(i);
      i += character.length;
    }
  return found;
}

/** @template T @param {Set<T>} a @param {Set<T>} b */
export function countShared(a, b) {
  let count = 0;
  for (const x of a) if (b.has(x)) count++;
  return count;
}

/** The last word of a noun phrase before its first comma, preposition or relative clause. @param {string} text @param {Span} span */
function headAt(text, span) {
  const words = [
    ...text
      .slice(...span)
      .split(TAIL)[0]
      .matchAll(WORDS),
  ];
  const last = words.at(-1);
  if (!last) return null;
  const suffix = /([’']s?|\.)?$/.exec(last[0])?.[0].length ?? 0;
  return `${span[0] + last.index}-${span[0] + last.index + last[0].length - suffix}`;
}

/**
 * Half of the letters are shared (intersection over union), or the head word is, and the prediction is not longer
 * than forty words.
 * @param {string} text @param {Span[]} gold @param {Span[]} predicted
 */
export function samePhrase(text, gold, predicted) {
  const g = letters(text, gold);
  const p = letters(text, predicted);
  const shared = countShared(g, p);
  if (!shared) return false;
  const sorted = [...p].sort((a, b) => a - b);
  const words = text.slice(sorted[0], sorted.at(-1)).trim().split(/\s+/);
  if (words.length > 40) return false;
  if (shared >= 0.5 * (g.size + p.size - shared)) return true;
  const heads = new Set(gold.map((span) => headAt(text, span)));
  return predicted.some((span) => {
    const head = headAt(text, span);
    return head !== null && heads.has(head);
  });
}
