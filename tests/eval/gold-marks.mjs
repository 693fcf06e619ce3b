// @ts-check
// The quotation marks of a gold article, paired. The author has escaped every mark that is none (an apostrophe at a
// word's border, inches, minutes), so that pairing needs no guess: this is the gold's own word, not the analyzer's.

/**
 * @typedef {object} Region
 * @property {number} start      behind the opening mark
 * @property {number} end        before the closing mark, or the end of the paragraph where none closes it
 * @property {string} mark       the opening mark
 * @property {number} depth      0 for the outermost
 * @property {boolean} closed    a mark closes it
 * @property {boolean} unclosed  nothing closes it, and the next paragraph does not open with the same mark again
 */

const CLOSES = new Map([
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['‘', '’'],
  ['‚', '‘'],
  ['"', '"'],
  ["'", "'"],
]);
const WORD = /[\p{L}\p{N}]/u;

/**
 * @param {string} text
 * @param {{start: number, end: number}[]} blocks  quotation marks pair within each of them
 * @param {Set<number>} escaped                    offsets of characters that are no marks
 * @returns {Region[]} in the order of their opening marks
 */
export function markedRegions(text, blocks, escaped) {
  /** @type {Region[]} */
  const regions = [];
  blocks.forEach((block, number) => {
    /** @type {Region[]} */
    const open = [];
    for (let i = block.start; i < block.end; i++) {
      const c = text[i];
      if (escaped.has(i)) continue;
      const inWord = WORD.test(text[i - 1] ?? ' ') && WORD.test(text[i + 1] ?? ' ');
      if ((c === "'" || c === '’') && inWord) continue;
      const inner = open.at(-1);
      if (inner && CLOSES.get(inner.mark) === c) {
        inner.end = i;
        inner.closed = true;
        open.pop();
      } else if (CLOSES.has(c) && !(c === "'" && !/[\s([“"„«—–]/.test(text[i - 1] ?? ' '))) {
        const region = { start: i + 1, end: block.end, mark: c, depth: open.length, closed: false, unclosed: false };
        open.push(region);
        regions.push(region);
      }
    }
    const next = blocks[number + 1];
    for (const region of open) region.unclosed = !(next && text[next.start] === open[0].mark);
  });
  return regions;
}
