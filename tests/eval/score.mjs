// @ts-check
// Scores analyses against gold: entities, quotations with their speakers, chains of mentions, kinds of blocks.
// The measures are those of `score.py` of the shared evaluation, ported so that they need neither Python nor the shared
// folder; `score.test.mjs` holds both to the same figures. `score-marks.mjs` holds the measure of `score_marks.py`.
//
// Offsets of gold and analysis are UTF-16 here; nothing below counts anything but agreement, so other units do as well.

import { countShared, letters, samePhrase } from './phrase.mjs';

/**
 * @typedef {import("./gold.mjs").GoldArticle} GoldArticle
 * @typedef {import("./gold.mjs").Span} Span
 * @typedef {{start: number, end: number}} Range
 * @typedef {object} Quotation       what is read of an analysis' quotation
 * @property {string} kind
 * @property {number} start
 * @property {number} end
 * @property {Range[]} content
 * @property {Range[]} [marks]
 * @property {{start: number | null, end: number | null, entities?: (string | number)[]} | null} [speaker]
 * @typedef {object} Analysis        what is read of an analysis; a failed one counts as empty
 * @property {string} id
 * @property {{id: string | number, type: string, mentions: (Range & {kind?: string})[]}[]} [entities]
 * @property {Quotation[]} [quotations]
 * @property {(Range & {kind: string})[]} [blocks]
 * @typedef {[GoldArticle, Analysis]} Pair
 * @typedef {{precision: number, recall: number, f1: number, gold: number, predicted: number}} Figures   in percent
 */

/** Counts of what is right, predicted and in the gold, by name. */
export class Tally {
  /** @type {Map<string, number>} */
  #counts = new Map();
  /** @param {string} name @param {number | boolean} [amount] */
  add(name, amount = 1) {
    this.#counts.set(name, this.of(name) + Number(amount));
  }
  /** @param {string} name */
  of(name) {
    return this.#counts.get(name) ?? 0;
  }
  /** @param {string} part @param {string} whole */
  percent(part, whole) {
    return (100 * this.of(part)) / Math.max(1, this.of(whole));
  }
}

/** @param {number} right @param {number} predicted @param {number} gold @returns {Figures} */
export function figuresOf(right, predicted, gold) {
  const precision = predicted ? (100 * right) / predicted : 0;
  const recall = gold ? (100 * right) / gold : 0;
  return { precision, recall, f1: harmonicMean(precision, recall), gold, predicted };
}

/** @param {number} a @param {number} b */
function harmonicMean(a, b) {
  return a + b ? (2 * a * b) / (a + b) : 0;
}

/** The phrase where an attribution names its speaker. @param {Quotation} quotation @returns {Span[]} */
export function speakerPhrase({ speaker }) {
  return speaker && speaker.start !== null && speaker.start !== undefined
    ? [[speaker.start, /** @type {number} */ (speaker.end)]]
    : [];
}

/**
 * Names: same borders and same type; "any" asks for the borders alone, "all" sums over the types.
 * @param {Pair[]} pairs @returns {Record<string, Figures>}
 */
export function scoreEntities(pairs) {
  const tally = new Tally();
  const types = new Set();
  for (const [gold, analysis] of pairs) {
    const wanted = new Set(gold.ents.map((ent) => ent.join(' ')));
    const found = new Set(namesOf(analysis));
    for (const [set, name] of /** @type {const} */ ([
      [wanted, 'gold'],
      [found, 'predicted'],
    ]))
      for (const key of set) {
        const type = key.split(' ')[2];
        types.add(type);
        tally.add(`${name} ${type}`);
        tally.add(`${name} all`);
        if (name === 'gold' && found.has(key)) [type, 'all'].forEach((group) => tally.add(`right ${group}`));
      }
    const borders = (/** @type {Set<string>} */ keys) =>
      new Set([...keys].map((key) => key.split(' ').slice(0, 2).join(' ')));
    tally.add('right any', countShared(borders(wanted), borders(found)));
    tally.add('predicted any', borders(found).size);
    tally.add('gold any', borders(wanted).size);
  }
  const groups = [...[...types].sort(), 'any', 'all'];
  return Object.fromEntries(
    groups.map((group) => [
      group,
      figuresOf(tally.of(`right ${group}`), tally.of(`predicted ${group}`), tally.of(`gold ${group}`)),
    ]),
  );
}

/** @param {Analysis} analysis */
export function namesOf(analysis) {
  return (analysis.entities ?? []).flatMap((entity) =>
    entity.mentions
      .filter((mention) => (mention.kind ?? 'name') === 'name')
      .map((mention) => `${mention.start} ${mention.end} ${entity.type}`),
  );
}

const KIND_GROUPS = {
  direct: ['direct'],
  'direct+mixed': ['direct', 'mixed'],
  indirect: ['indirect'],
  all: ['direct', 'mixed', 'indirect'],
};

/**
 * Finds for each gold attribution the predicted quotation whose letters overlap its own with intersection over union of
 * a half or more: one to one, best first.
 * @param {GoldArticle} gold @param {Analysis} analysis
 */
export function matchQuotations(gold, analysis) {
  const { text } = gold;
  const wanted = gold.attributions
    .map((attribution) => ({ attribution, said: letters(text, attribution.content) }))
    .filter(({ said }) => said.size);
  const mentions = new Map((analysis.entities ?? []).map((entity) => [entity.id, entity.mentions]));
  const found = (analysis.quotations ?? []).map((quotation) => ({
    quotation,
    said: letters(
      text,
      (quotation.content?.length ? quotation.content : [quotation]).map(
        ({ start, end }) => /** @type {Span} */ ([start, end]),
      ),
    ),
    phrase: speakerPhrase(quotation),
    mentions: (quotation.speaker?.entities ?? []).flatMap((id) => mentions.get(id) ?? []),
  }));
  /** @type {[number, number, number][]} */
  const candidates = [];
  wanted.forEach((w, i) =>
    found.forEach((f, j) => {
      const shared = countShared(w.said, f.said);
      const union = w.said.size + f.said.size - shared;
      if (shared && shared >= 0.5 * union) candidates.push([shared / union, i, j]);
    }),
  );
  /** @type {Map<number, {found: number, overlap: number}>} */
  const matches = new Map();
  const used = new Set();
  for (const [overlap, i, j] of candidates.sort((a, b) => b[0] - a[0] || b[1] - a[1] || b[2] - a[2])) {
    if (matches.has(i) || used.has(j)) continue;
    used.add(j);
    matches.set(i, { found: j, overlap });
  }
  return { wanted, found, matches, used };
}

/**
 * By groups of kinds: the content's figures; how many of the found have the right kind; how many name the speaker by the
 * right phrase (`span`), or mean an entity one of whose mentions would be right (`speaker`); and how many of all the gold
 * are found and have the right speaker (`contentAndSpeaker`). Gold without a source is not scored for the speaker.
 * @param {Pair[]} pairs
 */
export function scoreQuotations(pairs) {
  const tally = new Tally();
  for (const [gold, analysis] of pairs) {
    const { wanted, found, matches, used } = matchQuotations(gold, analysis);
    const right = wanted.map(({ attribution: { source } }, i) => {
      const match = matches.get(i);
      return match && source.length ? speakerRight(gold.text, source, found[match.found]) : null;
    });
    for (const [group, kinds] of Object.entries(KIND_GROUPS)) {
      tally.add(`${group} predicted`, found.filter((f) => kinds.includes(f.quotation.kind)).length);
      tally.add(`${group} used`, [...used].filter((j) => kinds.includes(found[j].quotation.kind)).length);
      wanted.forEach(({ attribution }, i) => {
        if (!kinds.includes(attribution.type)) return;
        const match = matches.get(i);
        tally.add(`${group} gold`);
        tally.add(`${group} with source`, attribution.source.length > 0);
        if (!match) return;
        tally.add(`${group} found`);
        tally.add(`${group} kind`, found[match.found].quotation.kind === attribution.type);
        const speaker = right[i];
        if (!speaker) return;
        tally.add(`${group} found with source`);
        tally.add(`${group} span`, speaker.span);
        tally.add(`${group} speaker`, speaker.span || speaker.entity);
      });
    }
  }
  return Object.fromEntries(
    Object.keys(KIND_GROUPS).map((group) => {
      const precision = tally.percent(`${group} used`, `${group} predicted`);
      const recall = tally.percent(`${group} found`, `${group} gold`);
      return [
        group,
        {
          content: {
            precision,
            recall,
            f1: harmonicMean(precision, recall),
            gold: tally.of(`${group} gold`),
            predicted: tally.of(`${group} predicted`),
          },
          kind: tally.percent(`${group} kind`, `${group} found`),
          span: tally.percent(`${group} span`, `${group} found with source`),
          speaker: tally.percent(`${group} speaker`, `${group} found with source`),
          contentAndSpeaker: tally.percent(`${group} speaker`, `${group} with source`),
        },
      ];
    }),
  );
}

/** @param {string} text @param {Span[]} source @param {{phrase: Span[], mentions: Range[]}} found */
export function speakerRight(text, source, found) {
  return {
    span: samePhrase(text, source, found.phrase),
    entity: found.mentions.some(({ start, end }) => samePhrase(text, source, [[start, end]])),
  };
}

/**
 * A gold mention is found by the predicted mention that overlaps it most. Name links are all pairs of found names: in one
 * chain or not. A pronoun is right when most names of its predicted entity belong to the pronoun's gold chain.
 * @param {Pair[]} pairs @returns {{namesFound: number, links: Figures, pronouns: Figures}}
 */
export function scoreChains(pairs) {
  const tally = new Tally();
  for (const [gold, analysis] of pairs) {
    const predicted = (analysis.entities ?? []).flatMap(({ id, mentions }) =>
      mentions.map(({ start, end }) => ({ start, end, id })),
    );
    const mentions = gold.chains
      .flatMap((chain, i) => chain.mentions.map(([start, end, kind]) => ({ start, end, kind, chain: i })))
      .sort((a, b) => a.start - b.start);
    const found = mentions.map((mention) => ({ ...mention, entity: entityAt(predicted, mention) }));
    const names = found.filter(({ kind }) => kind === 'name');
    const known = names.filter(({ entity }) => entity !== null);
    tally.add('names', names.length);
    tally.add('known', known.length);
    known.forEach((a, i) => {
      for (const b of known.slice(i + 1)) {
        tally.add('links gold', a.chain === b.chain);
        tally.add('links predicted', a.entity === b.entity);
        tally.add('links right', a.chain === b.chain && a.entity === b.entity);
      }
    });
    for (const pronoun of found.filter(({ kind }) => kind === 'pronoun')) {
      const fellows = known.filter(({ entity }) => entity === pronoun.entity);
      tally.add('pronouns gold');
      tally.add('pronouns predicted', pronoun.entity !== null);
      tally.add(
        'pronouns right',
        pronoun.entity !== null && 2 * fellows.filter(({ chain }) => chain === pronoun.chain).length > fellows.length,
      );
    }
  }
  const figures = (/** @type {string} */ name) =>
    figuresOf(tally.of(`${name} right`), tally.of(`${name} predicted`), tally.of(`${name} gold`));
  return { namesFound: tally.percent('known', 'names'), links: figures('links'), pronouns: figures('pronouns') };
}

/**
 * The entity of the predicted mention that overlaps a span most; of equals the one whose length is nearest.
 * @param {(Range & {id: string | number})[]} predicted @param {Range} span
 */
function entityAt(predicted, { start, end }) {
  /** @type {{shared: number, closeness: number, id: string | number} | null} */
  let best = null;
  for (const mention of predicted) {
    const shared = Math.min(end, mention.end) - Math.max(start, mention.start);
    if (shared <= 0) continue;
    const closeness = -Math.abs(mention.end - mention.start - (end - start));
    if (
      !best ||
      shared > best.shared ||
      (shared === best.shared && (closeness > best.closeness || (closeness === best.closeness && mention.id > best.id)))
    )
      best = { shared, closeness, id: mention.id };
  }
  return best?.id ?? null;
}

/** Blocks of pastes: the same kind, and letters that overlap with intersection over union of 0.8 or more. @param {Pair[]} pairs */
export function scoreBlocks(pairs) {
  const tally = new Tally();
  for (const [gold, analysis] of pairs)
    for (const [start, end, kind] of gold.blocks) {
      const wanted = letters(gold.text, [[start, end]]);
      const right = (analysis.blocks ?? []).some((block) => {
        if (block.kind !== kind) return false;
        const found = letters(gold.text, [[block.start, block.end]]);
        const shared = countShared(wanted, found);
        return shared > 0 && shared >= 0.8 * (wanted.size + found.size - shared);
      });
      tally.add('gold');
      tally.add('right', right);
    }
  return { right: tally.percent('right', 'gold'), gold: tally.of('gold') };
}
