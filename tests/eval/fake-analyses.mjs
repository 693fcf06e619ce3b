// @ts-check
// Analyses made from the gold itself, for the tests of the scores: the gold fed back, and the same with errors planted.

import { readGoldFolder } from './gold.mjs';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import("./gold.mjs").GoldArticle} GoldArticle
 * @typedef {import("./score.mjs").Analysis} Analysis
 */

export const gold = readGoldFolder(fileURLToPath(new URL('gold', import.meta.url)));

/** @param {GoldArticle} article @returns {Analysis & {quotations: {content: object[]}[]}} */
export function perfect(article) {
  const named = article.chains.map((chain, i) => ({
    id: i,
    type: chain.type,
    mentions: chain.mentions.map(([start, end, kind]) => ({ start, end, kind })),
  }));
  const sums = article.ents.filter((ent) => ent[2] === 'MONEY');
  return {
    id: article.id,
    entities: [
      ...named,
      ...sums.map(([start, end], i) => ({
        id: named.length + i,
        type: 'MONEY',
        mentions: [{ start, end, kind: 'name' }],
      })),
    ],
    quotations: article.attributions.map(({ type, content, source }) => ({
      kind: type,
      start: content[0][0],
      end: content[content.length - 1][1],
      content: content.map(([start, end]) => ({ start, end })),
      marks: content.flatMap(([start, end]) =>
        article.regions
          .filter((region) => region.start < end && start < region.end)
          .map((region) => ({ start: Math.max(start, region.start), end: Math.min(end, region.end) })),
      ),
      speaker: source.length ? { start: source[0][0], end: source[0][1], entities: [] } : null,
    })),
    blocks: article.blocks.map(([start, end, kind]) => ({ start, end, kind })),
  };
}

/** Every speaker is the whole text, which must be worth nothing. @param {GoldArticle} article @returns {Analysis} */
export function wholeTextSpeakers(article) {
  const analysis = perfect(article);
  const quotations = (analysis.quotations ?? []).map((quotation) => ({
    ...quotation,
    speaker: { start: 0, end: article.text.length, entities: [] },
  }));
  return { ...analysis, quotations };
}

/** Errors of every kind, the same in each run: borders moved, kinds and types changed, items left out, invented and confused. @param {GoldArticle} article @returns {Analysis} */
export function perturbed(article) {
  const analysis = perfect(article);
  const entities = (analysis.entities ?? []).flatMap((entity, i) => {
    if (i % 7 === 3) return [];
    if (i % 5 === 2)
      return entity.mentions.map((mention, j) => ({ ...entity, id: 1000 + 100 * i + j, mentions: [mention] }));
    return [
      {
        ...entity,
        type: i % 6 === 1 ? 'ORG' : entity.type,
        mentions: entity.mentions.map((mention, j) =>
          j % 4 === 1 ? { ...mention, start: mention.start - 4 } : mention,
        ),
      },
    ];
  });
  const quotations = (analysis.quotations ?? []).flatMap((quotation, i, all) => {
    const speaker = i % 4 === 1 ? all[(i + 1) % all.length].speaker : i % 9 === 4 ? null : quotation.speaker;
    const entitySpeaker =
      i % 8 === 5 ? { start: null, end: null, entities: [entities[i % entities.length].id] } : speaker;
    const changed = { ...quotation, speaker: entitySpeaker, kind: i % 6 === 5 ? 'mixed' : quotation.kind };
    if (i % 7 === 6) return [];
    if (i % 5 === 3)
      return [
        {
          ...changed,
          marks: [],
          content: quotation.content.map(({ start, end }) => ({ start, end: start + Math.ceil((end - start) * 0.6) })),
        },
      ];
    if (i % 11 === 2)
      return [
        changed,
        { ...changed, start: 0, end: 30, content: [{ start: 0, end: 30 }], marks: [{ start: 0, end: 30 }] },
      ];
    return [changed];
  });
  const blocks = (analysis.blocks ?? []).map((block, i) => (i % 3 === 2 ? { ...block, kind: 'body' } : block));
  return { ...analysis, entities, quotations, blocks };
}
