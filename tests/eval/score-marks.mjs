// @ts-check
// Scores quotations by what stands between quotation marks, and by who said it: the measure of `score_marks.py` of the
// shared evaluation. Gold units are the marked regions that overlap a direct or mixed attribution; they inherit its
// source. Regions outside any attribution (scare quotes, titles, nicknames) are negatives. Predicted units are the
// `marks` of all predicted quotations. Borders are compared without quotation marks, spaces and punctuation.
//
// `score_marks.py` finds the regions itself and knows double marks only. The same measure over the regions that the gold
// article's author has marked serves for single ones.

import { samePhrase } from './phrase.mjs';
import { Tally, figuresOf, speakerPhrase } from './score.mjs';

/**
 * @typedef {import("./gold.mjs").GoldArticle} GoldArticle
 * @typedef {import("./gold.mjs").Span} Span
 * @typedef {import("./score.mjs").Analysis} Analysis
 * @typedef {import("./score.mjs").Pair} Pair
 * @typedef {{span: Span, speaker: Span[]}} Unit
 * @typedef {{kind: "speaker" | "missed" | "spurious", id: string, span: Span, gold?: Span[], predicted?: Span[]}} MarkError
 */

const OPENING = '“„«';
const CLOSING = '”»';
const STRIP = new Set('“”"\'‘’„«»` \t\r\n\u00a0.,;:!?…-–—');
const SPACE = /\s/;

/**
 * Pairs double quotation marks within each paragraph: curly, straight, doubled single, reversed. A region that is never
 * closed runs to the end of its paragraph. @param {string} text @returns {Span[]} marks included
 */
export function doubleMarkedRegions(text) {
  /** @type {Span[]} */
  const regions = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const begin = paragraph.index;
    const stop = begin + paragraph[0].length;
    /** @type {number | null} */
    let opened = null;
    for (let i = begin; i < stop;) {
      const { role, width } = markAt(text, i, begin, stop, opened !== null);
      if (role === 'open') {
        if (opened !== null) regions.push([opened, i]);
        opened = i;
      } else if (role === 'close' && opened !== null) {
        regions.push([opened, i + width]);
        opened = null;
      }
      i += role ? width : 1;
    }
    if (opened !== null) regions.push([opened, stop]);
  }
  return regions;
}

/**
 * Does a double mark stand here, and does it open or close?
 * @param {string} text @param {number} i @param {number} begin @param {number} stop @param {boolean} isOpen
 * @returns {{role: "open" | "close" | null, width: number}}
 */
function markAt(text, i, begin, stop, isOpen) {
  const c = text[i];
  const before = i > begin ? text[i - 1] : ' ';
  const next = i + 1 < stop ? text[i + 1] : ' ';
  const doubled = "'’‘".includes(c) && next === c;
  const width = doubled ? 2 : 1;
  const after = doubled ? (i + 2 < stop ? text[i + 2] : ' ') : next;
  const left = SPACE.test(before) || "([{-—–/‘'".includes(before);
  const right = SPACE.test(after) || '.,;:!?)]}-—–/’'.includes(after);
  if (c === '`' && after === '`') return { role: 'open', width: 2 };
  if (OPENING.includes(c)) return { role: isOpen && right && !left ? 'close' : 'open', width };
  if (CLOSING.includes(c) && !doubled)
    return { role: !isOpen && SPACE.test(before) && !SPACE.test(after) ? 'open' : 'close', width };
  if (c === '"' || c === '＂' || doubled) {
    if (isOpen) return { role: left && !right ? 'open' : 'close', width };
    const inches = /\p{Nd}/u.test(before) && /[\s,.;)]/.test(after) && !doubled;
    return { role: inches || (right && !left && i > begin) ? null : 'open', width };
  }
  return { role: null, width };
}

/** @param {string} text @param {Span} span @returns {Span} */
function trim(text, [start, end]) {
  while (start < end && STRIP.has(text[start])) start++;
  while (end > start && STRIP.has(text[end - 1])) end--;
  return [start, end];
}

/** @param {GoldArticle} gold @param {Span[]} regions @returns {Unit[]} */
function goldUnits({ text, attributions }, regions) {
  const spoken = attributions.filter(({ type }) => type !== 'indirect');
  /** @type {Unit[]} */
  const units = [];
  for (const [start, end] of regions) {
    let best = null;
    let most = 0;
    for (const attribution of spoken) {
      const shared = attribution.content.reduce(
        (sum, [s, e]) => sum + Math.max(0, Math.min(e, end) - Math.max(s, start)),
        0,
      );
      if (shared > most) [best, most] = [attribution, shared];
    }
    const span = trim(text, [start, end]);
    if (best && most > 2 && span[1] > span[0]) units.push({ span, speaker: best.source });
  }
  return units;
}

/** @param {Analysis} analysis @param {string} text @param {boolean} single @returns {Unit[]} */
function predictedUnits({ quotations }, text, single) {
  /** @type {Map<string, Unit>} */
  const units = new Map();
  for (const quotation of quotations ?? []) {
    const pieces = quotation.marks?.length
      ? quotation.marks
      : quotation.kind === 'direct'
        ? (quotation.content ?? [])
        : [];
    for (const { start, end } of pieces) {
      const outside = /[‘'`]*$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
      const inside = /^[‘'`]*/.exec(text.slice(start, end))?.[0] ?? '';
      if (['‘', "'"].includes(outside + inside) !== single) continue;
      const span = trim(text, [start, end]);
      const key = span.join(' ');
      if (span[1] > span[0] && !units.has(key)) units.set(key, { span, speaker: speakerPhrase(quotation) });
    }
  }
  return [...units.values()];
}

/**
 * Exact: the same borders. Overlap: one to one, Jaccard of the characters at least a half. End to end: overlapping, and
 * the same speaker, or both have none. @param {Pair[]} pairs
 */
export function scoreMarks(pairs) {
  return score(
    pairs.map(([gold, analysis]) => ({
      gold,
      wanted: goldUnits(gold, doubleMarkedRegions(gold.text)),
      found: predictedUnits(analysis, gold.text, false),
    })),
  );
}

/** The same for the outermost regions between single marks. @param {Pair[]} pairs */
export function scoreSingleMarks(pairs) {
  return score(
    pairs.map(([gold, analysis]) => {
      const outer = (/** @type {boolean} */ single) =>
        gold.regions
          .filter(({ mark }) => ['‘', "'"].includes(mark) === single)
          .map(({ start, end }) => /** @type {Span} */ ([start, end]));
      const inDouble = (/** @type {Unit} */ { span }) =>
        outer(false).some(([start, end]) => span[0] >= start && span[1] <= end);
      return {
        gold,
        wanted: goldUnits(gold, outer(true)),
        found: predictedUnits(analysis, gold.text, true).filter((unit) => !inDouble(unit)),
      };
    }),
  );
}

/** @param {{gold: GoldArticle, wanted: Unit[], found: Unit[]}[]} documents */
function score(documents) {
  const tally = new Tally();
  /** @type {MarkError[]} */
  const errors = [];
  for (const { gold, wanted, found } of documents) {
    const { id, text } = gold;
    tally.add('gold', wanted.length);
    tally.add('predicted', found.length);
    const keys = (/** @type {Unit[]} */ units) => new Set(units.map(({ span }) => span.join(' ')));
    const exact = keys(found);
    tally.add('exact', [...keys(wanted)].filter((key) => exact.has(key)).length);
    const { pairs, missed, spurious } = align(wanted, found);
    for (const [w, f] of pairs) {
      tally.add('overlap');
      if (!w.speaker.length) {
        tally.add('end', !f.speaker.length);
        continue;
      }
      const same = f.speaker.length > 0 && samePhrase(text, w.speaker, f.speaker);
      tally.add('end', same);
      tally.add('with source');
      tally.add('same', same);
      if (!same) errors.push({ kind: 'speaker', id, span: w.span, gold: w.speaker, predicted: f.speaker });
    }
    for (const { span } of missed) errors.push({ kind: 'missed', id, span });
    for (const { span } of spurious) errors.push({ kind: 'spurious', id, span });
  }
  const figures = (/** @type {string} */ name) => figuresOf(tally.of(name), tally.of('predicted'), tally.of('gold'));
  return {
    exact: figures('exact'),
    overlap: figures('overlap'),
    endToEnd: figures('end'),
    sameSpeaker: tally.percent('same', 'with source'),
    errors,
  };
}

/** @param {Unit[]} wanted @param {Unit[]} found */
function align(wanted, found) {
  /** @type {[number, number, number][]} */
  const candidates = [];
  wanted.forEach(({ span: [a, b] }, i) =>
    found.forEach(({ span: [c, d] }, j) => {
      const shared = Math.min(b, d) - Math.max(a, c);
      const union = Math.max(b, d) - Math.min(a, c);
      if (shared > 0 && shared >= 0.5 * union) candidates.push([shared / union, i, j]);
    }),
  );
  const usedWanted = new Set();
  const usedFound = new Set();
  /** @type {[Unit, Unit][]} */
  const pairs = [];
  for (const [, i, j] of candidates.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])) {
    if (usedWanted.has(i) || usedFound.has(j)) continue;
    usedWanted.add(i);
    usedFound.add(j);
    pairs.push([wanted[i], found[j]]);
  }
  return {
    pairs,
    missed: wanted.filter((_, i) => !usedWanted.has(i)),
    spurious: found.filter((_, j) => !usedFound.has(j)),
  };
}
