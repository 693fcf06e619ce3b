// @ts-check
// All figures of the own gold under their names, and the single errors behind them.

import {
  matchQuotations,
  namesOf,
  scoreBlocks,
  scoreChains,
  scoreEntities,
  scoreQuotations,
  speakerRight,
} from './score.mjs';
import { scoreMarks, scoreSingleMarks } from './score-marks.mjs';

/** @typedef {import("./score.mjs").Pair} Pair */

/** Every figure is in percent. The names are those of `floors.json`. @param {Pair[]} pairs @returns {Record<string, number>} */
export function measure(pairs) {
  /** @type {Record<string, number>} */
  const figures = {};
  for (const [group, { f1 }] of Object.entries(scoreEntities(pairs))) figures[`entities ${group} F1`] = f1;
  const marks = scoreMarks(pairs);
  figures['marks exact F1'] = marks.exact.f1;
  figures['marks overlap F1'] = marks.overlap.f1;
  figures['marks end-to-end F1'] = marks.endToEnd.f1;
  figures['single marks end-to-end F1'] = scoreSingleMarks(pairs).endToEnd.f1;
  for (const [group, of] of Object.entries(scoreQuotations(pairs))) {
    figures[`quotations ${group} content F1`] = of.content.f1;
    figures[`quotations ${group} kind`] = of.kind;
    figures[`quotations ${group} speaker`] = of.speaker;
    figures[`quotations ${group} content and speaker`] = of.contentAndSpeaker;
  }
  const chains = scoreChains(pairs);
  figures['chains names found'] = chains.namesFound;
  figures['chains links F1'] = chains.links.f1;
  figures['chains pronouns F1'] = chains.pronouns.f1;
  figures['blocks right'] = scoreBlocks(pairs).right;
  return figures;
}

/** One line an error, article by article. @param {Pair[]} pairs @returns {string[]} */
export function listErrors(pairs) {
  return pairs.flatMap((pair) => [...entityErrors(pair), ...quotationErrors(pair), ...markErrors(pair)]);
}

/** @param {Pair} pair */
function entityErrors([gold, analysis]) {
  const found = new Set(namesOf(analysis));
  const wanted = new Set(gold.ents.map((ent) => ent.join(' ')));
  const line = (/** @type {string} */ what, /** @type {string} */ key) => {
    const [start, end, type] = key.split(' ');
    return `${what} ${type} | ${gold.id} | ${gold.text.slice(Number(start), Number(end))}`;
  };
  const missed = [...wanted].filter((key) => !found.has(key)).map((key) => line('MISSED', key));
  return [...missed, ...[...found].filter((key) => !wanted.has(key)).map((key) => line('SPURIOUS', key))];
}

/** @param {Pair} pair */
function quotationErrors([gold, analysis]) {
  const { wanted, found, matches, used } = matchQuotations(gold, analysis);
  const said = (/** @type {import("./gold.mjs").Span[]} */ spans) =>
    spans
      .map(([start, end]) => gold.text.slice(start, end))
      .join(' … ')
      .slice(0, 90);
  /** @type {string[]} */
  const lines = [];
  wanted.forEach(({ attribution: { content, source, type } }, i) => {
    const match = matches.get(i);
    if (!match) {
      lines.push(`MISSED QUOTATION ${type} | ${gold.id} | ${said(content)} | gold: ${said(source)}`);
      return;
    }
    const predicted = found[match.found];
    if (predicted.quotation.kind !== type)
      lines.push(`KIND ${predicted.quotation.kind} for ${type} | ${gold.id} | ${said(content)}`);
    const speaker = speakerRight(gold.text, source, predicted);
    if (source.length && !speaker.span && !speaker.entity)
      lines.push(
        `SPEAKER | ${gold.id} | ${said(content)} | gold: ${said(source)} | predicted: ${said(predicted.phrase)}`,
      );
  });
  const spurious = found.filter((_, j) => !used.has(j));
  return [
    ...lines,
    ...spurious.map(
      ({ quotation }) =>
        `SPURIOUS QUOTATION ${quotation.kind} | ${gold.id} | ${said((quotation.content?.length ? quotation.content : [quotation]).map(({ start, end }) => [start, end]))}`,
    ),
  ];
}

/** @param {Pair} pair */
function markErrors([gold, analysis]) {
  return [...scoreMarks([[gold, analysis]]).errors, ...scoreSingleMarks([[gold, analysis]]).errors].map(
    ({ kind, span }) => `MARKS ${kind} | ${gold.id} | ${gold.text.slice(...span).slice(0, 90)}`,
  );
}
