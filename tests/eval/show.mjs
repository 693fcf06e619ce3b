// @ts-check
// Shows the gold as it was understood, for proof-reading: node tests/eval/show.mjs [FILE...]
// Each entity and attribution is written out, then the capitalised words that no entity holds.

import { readFileSync, readdirSync } from 'node:fs';
import { parseGold } from './gold.mjs';

const folder = new URL('gold/', import.meta.url);
const files = process.argv.slice(2);
const sources = files.length
  ? files
  : readdirSync(folder)
      .filter((name) => name.endsWith('.gold'))
      .sort()
      .map((name) => new URL(name, folder));
for (const source of sources) show(parseGold(readFileSync(source, 'utf8'), String(source).split('/').at(-1)));

/** @param {import("./gold.mjs").GoldArticle} gold */
function show(gold) {
  const { text } = gold;
  const said = (/** @type {[number, number][]} */ spans) =>
    spans.map(([start, end]) => text.slice(start, end)).join(' … ') || '-';
  console.log(`\n== ${gold.id} (${gold.style}; ${gold.paragraphs.length} paragraphs)`);
  for (const [start, end, kind] of gold.blocks)
    if (kind !== 'body') console.log(`  ${kind}: ${text.slice(start, end)}`);
  for (const chain of gold.chains)
    console.log(
      `  ${chain.type}: ${chain.mentions.map(([s, e, kind]) => (kind === 'name' ? '' : '=') + text.slice(s, e)).join(' | ')}`,
    );
  console.log(`  MONEY: ${said(gold.ents.filter((ent) => ent[2] === 'MONEY').map(([s, e]) => [s, e]))}`);
  gold.attributions.forEach((a, i) =>
    console.log(`  ${i + 1} ${a.type} | ${said(a.source)} | ${said(a.cue)} | ${said(a.content)}`),
  );
  console.log(`  capitals elsewhere: ${capitals(gold).join(', ')}`);
}

/** @param {import("./gold.mjs").GoldArticle} gold */
function capitals({ text, ents }) {
  const words = text.matchAll(/(?<![.?!:]["'”’»]?\s|^|["'“‘«„]|\n)\b\p{Lu}[\p{L}’'-]*/gu);
  return [...words]
    .filter((word) => !ents.some(([start, end]) => word.index >= start && word.index < end))
    .map((word) => word[0]);
}
