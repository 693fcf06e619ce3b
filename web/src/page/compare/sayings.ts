// The same saying in several articles: from word for word to told in other words. Of speakers who are one, half of the
// weighty words will do; of any others what stands between marks must be nearly the same.
//
// Each sentence is looked at by itself, and those that go together everywhere are put together again. They meet where they share a run of words, or a weighty word of the same speaker. Where very many share it, each meets
// the next few only, which links them all the same. Equal ones are looked at once.
import { doubtful, speakerName } from '../speakers';
import type { Quotation } from '../types';
import type { Article } from './article';
import { placeKey, type Group } from './people';
import { joinSentences, sentencesOf } from './pieces';
import {
  align,
  bagOf,
  difference,
  isStop,
  mostTokens,
  sharedAtMost,
  tokens,
  weight,
  type Bag,
  type Part,
  type Token,
} from './words';

export type Likeness = 'exact' | 'nearly' | 'shortened' | 'paraphrased';

export interface Saying {
  article: string;
  quotation: string;
  speaker: string;
  direct: boolean;
  /** Which ones of the quotation. */
  sentences: number[];
  words: string;
}

export interface Wording {
  saying: Saying;
  likeness: Likeness;
  /** Of the weight of their words, how much is shared: 1 is word for word. */
  score: number;
  /** `here`: only in the first wording. */
  parts: Part[];
}

export interface SayingGroup {
  first: Saying;
  others: Wording[];
}

interface Row {
  saying: Saying;
  /** The groups or the words that name the speaker; empty where nobody does. */
  voice: string;
  /** All sentences of its quotation. */
  all: string[];
  tokens: Token[];
  bag: Bag;
  weight: number;
}

const fewestWords = 4;
const enough = { same: 0.55, any: 0.8 };
const mostInPosting = 24;
const nextFew = 3;
const runLength = 3;
// After so many rows or pairs, a breath.
const slice = 16;

/** Hands out nothing until it is through: between its steps others may go on. */
export function* alignSayings(
  articles: readonly Article[],
  groupOf: ReadonlyMap<string, Group>,
): Generator<undefined, SayingGroup[]> {
  const rows: Row[] = [];
  for (const article of articles) {
    rows.push(...rowsOf(article, groupOf));
    yield;
  }
  const { firsts, equals } = withoutEquals(rows);
  const home = firsts.map((_, i) => i);
  const find = (i: number): number => {
    while (home[i] !== i) i = home[i] = home[home[i] ?? i] ?? i;
    return i;
  };
  let count = 0;
  for (const pair of candidates(firsts)) {
    if (!pair || ++count % slice === 0) yield;
    if (!pair) continue;
    const [i, j] = pair;
    const [one, other] = [firsts[i], firsts[j]];
    if (one && other && find(i) !== find(j) && isOne(one, other)) home[find(j)] = find(i);
  }
  const groups = new Map<number, Row[]>();
  for (const [i, row] of firsts.entries()) {
    groups.set(find(i), [...(groups.get(find(i)) ?? []), row, ...(equals.get(row) ?? [])]);
  }
  const found = together([...groups.values()].map(oneOfEach).filter((group) => group.length > 1));
  const compared: SayingGroup[] = [];
  for (const group of found) {
    compared.push(compare(group));
    if (compared.length % slice === 0) yield;
  }
  return compared.sort((a, b) => b.others.length - a.others.length || scoreOf(a) - scoreOf(b));
}

function oneOfEach(group: Row[]): Row[] {
  const seen = new Set<string>();
  return group.filter(({ saying: { article } }) => !seen.has(article) && seen.add(article));
}

// Sentences of the same quotations, in the same order in all of them.
function together(groups: Row[][]): Row[][] {
  const byQuotations = new Map<string, Row[][]>();
  for (const group of groups) {
    const key = group.map(({ saying }) => placeKey(saying.article, saying.quotation)).join('\n');
    const before = byQuotations.get(key);
    const last = before?.at(-1);
    if (!before) byQuotations.set(key, [group]);
    else if (last?.every((row, i) => end(row) < start(group[i])))
      before[before.length - 1] = last.map((row, i) => join(row, group[i]));
    else before.push(group);
  }
  return [...byQuotations.values()].flat();
}

function start(row: Row | undefined): number {
  return row?.saying.sentences[0] ?? 0;
}

function end({ saying }: Row): number {
  return saying.sentences.at(-1) ?? 0;
}

function join(row: Row, next: Row | undefined): Row {
  if (!next) return row;
  const sentences = [...row.saying.sentences, ...next.saying.sentences];
  return {
    ...row,
    saying: { ...row.saying, sentences, words: joinSentences(row.all, sentences) },
    tokens: [...row.tokens, ...next.tokens].slice(0, mostTokens),
    weight: row.weight + next.weight,
  };
}

// Those that differ most are looked at first.
function scoreOf({ others }: SayingGroup): number {
  return Math.min(...others.map(({ score }) => score));
}

function rowsOf({ id, reading: { text, analysis } }: Article, groupOf: ReadonlyMap<string, Group>): Row[] {
  return analysis.quotations.flatMap((quotation) => {
    if (quotation.parent || quotation.duplicate_of) return [];
    const { name } = speakerName(quotation, analysis);
    const voice = voiceOf(id, quotation, groupOf);
    const direct = quotation.kind === 'direct';
    const all = sentencesOf(text, quotation);
    return all.flatMap((words, at) => {
      const cut = tokens(words);
      if (cut.length < fewestWords) return [];
      const saying = { article: id, quotation: quotation.id, speaker: name, direct, sentences: [at], words };
      return [{ saying, voice, all, tokens: cut, bag: bagOf(cut), weight: weight(cut) }];
    });
  });
}

// Empty where it is not known, or in doubt.
function voiceOf(article: string, { speaker }: Quotation, groupOf: ReadonlyMap<string, Group>): string {
  if (!speaker || speaker.score < doubtful) return '';
  return speaker.entities
    .map((entity) => groupOf.get(placeKey(article, entity))?.key ?? '')
    .sort()
    .join(' + ');
}

function withoutEquals(rows: Row[]): { firsts: Row[]; equals: Map<Row, Row[]> } {
  const known = new Map<string, Row>();
  const equals = new Map<Row, Row[]>();
  for (const row of rows) {
    const key = row.tokens.map(({ word }) => word).join(' ');
    const first = known.get(key);
    if (first) equals.set(first, [...(equals.get(first) ?? []), row]);
    else known.set(key, row);
  }
  return { firsts: [...known.values()], equals };
}

// Null is a breath.
function* candidates(rows: Row[]): Generator<[number, number] | null> {
  const postings = new Map<string, number[]>();
  const post = (key: string, i: number) => {
    const posting = postings.get(key);
    if (!posting) postings.set(key, [i]);
    else if (posting.at(-1) !== i) posting.push(i);
  };
  for (const [i, { tokens: all, voice }] of rows.entries()) {
    if (i % slice === 0) yield null;
    for (const [at, { word }] of all.entries()) {
      if (voice && !isStop(word)) post(`${voice}\n${word}`, i);
      const run = all.slice(at, at + runLength);
      if (run.length === runLength) post(run.map((token) => token.word).join(' '), i);
    }
  }
  const seen = new Set<number>();
  let looked = 0;
  for (const posting of postings.values()) {
    if (++looked % (slice * slice) === 0) yield null;
    const reach = posting.length > mostInPosting ? nextFew : mostInPosting;
    for (const [at, i] of posting.entries()) {
      for (const j of posting.slice(at + 1, at + 1 + reach)) {
        const pair = i * rows.length + j;
        if (seen.has(pair) || rows[i]?.saying.article === rows[j]?.saying.article) continue;
        seen.add(pair);
        yield [i, j];
      }
    }
  }
}

function isOne(one: Row, other: Row): boolean {
  const sameVoice = one.voice !== '' && one.voice === other.voice;
  if (!sameVoice && !(one.saying.direct && other.saying.direct)) return false;
  const least = sameVoice ? enough.same : enough.any;
  const most = sharedAtMost(one.bag, other.bag);
  if (Math.max(dice(most, one, other), sameVoice ? within(most, one, other) : 0) < least) return false;
  const pairs = align(one.tokens, other.tokens);
  if (pairs.length < fewestWords - 1) return false;
  const shared = weight(pairs.map(([i]) => one.tokens[i] ?? { word: '', written: '' }));
  if (dice(shared, one, other) >= least) return true;
  return sameVoice && pairs.length >= fewestWords && within(shared, one, other) >= enough.any;
}

function dice(shared: number, one: Row, other: Row): number {
  return (2 * shared) / (one.weight + other.weight);
}

// How much of the shorter one is in the longer one.
function within(shared: number, one: Row, other: Row): number {
  return shared / Math.min(one.weight, other.weight);
}

function compare([first, ...rest]: Row[]): SayingGroup {
  if (!first) throw new Error('a group has members');
  return { first: first.saying, others: rest.map((row) => wording(first, row)) };
}

function wording(first: Row, row: Row): Wording {
  const pairs = align(first.tokens, row.tokens);
  const shared = weight(pairs.map(([i]) => first.tokens[i] ?? { word: '', written: '' }));
  const parts = difference(first.tokens, row.tokens, pairs);
  const score = dice(shared, first, row);
  return { saying: row.saying, parts, score, likeness: likenessOf(score, parts, within(shared, first, row)) };
}

function likenessOf(score: number, parts: Part[], part: number): Likeness {
  if (parts.every((each) => each.in === 'both')) return 'exact';
  if (score >= enough.any) return 'nearly';
  return part >= 0.99 ? 'shortened' : 'paraphrased';
}
