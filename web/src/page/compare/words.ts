// Two wordings of one saying, word by word. Words are compared folded, and shown as they are written.
import { fold } from './names';

export interface Token {
  /** Folded; what is compared. */
  word: string;
  /** As it stands in the text, with what clings to it. */
  written: string;
}

export interface Part {
  words: string;
  in: 'both' | 'here' | 'there';
}

// Of longer ones only the beginning is compared.
export const mostTokens = 160;
// They stand in any two sentences, so they say little of whether two are one.
const weightOfStop = 0.25;
const stops = new Set(
  (
    'a an the and or but if so as of to in on at by for from with about into over than then that this these those there here it its i we ' +
    'you he she they me us him her them my our your his their who which what when where how is are was were be been being am has have ' +
    'had do does did will would can could shall should may might must not no s t re ve ll d m im its thats dont very just also'
  ).split(' '),
);

export function tokens(written: string): Token[] {
  return written
    .split(/\s+|(?<=[—–])|(?=[—–])/)
    .map((each) => ({ written: each, word: fold(each) }))
    .filter(({ word }) => word !== '')
    .slice(0, mostTokens);
}

export function isStop(word: string): boolean {
  return stops.has(word);
}

export function weight(all: readonly Token[]): number {
  return all.reduce((sum, { word }) => sum + weightOf(word), 0);
}

function weightOf(word: string): number {
  return isStop(word) ? weightOfStop : 1;
}

/** How often each word stands in it. */
export type Bag = ReadonlyMap<string, number>;

export function bagOf(all: readonly Token[]): Bag {
  const bag = new Map<string, number>();
  for (const { word } of all) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** The weight of the words that both hold, in whatever order: no alignment can have more. */
export function sharedAtMost(one: Bag, other: Bag): number {
  if (one.size > other.size) return sharedAtMost(other, one);
  let shared = 0;
  for (const [word, count] of one) shared += Math.min(count, other.get(word) ?? 0) * weightOf(word);
  return shared;
}

/** The pairs of places that a best alignment puts side by side: as much weight as possible, in the order of both. */
export function align(one: readonly Token[], other: readonly Token[]): [number, number][] {
  const width = other.length + 1;
  const best = new Float32Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; --i) {
    for (let j = other.length - 1; j >= 0; --j) {
      const skip = Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
      const word = one[i]?.word ?? '';
      const both = word === other[j]?.word ? weightOf(word) + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(skip, both);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const here = best[i * width + j] ?? 0;
    const word = one[i]?.word ?? '';
    if (word === other[j]?.word && here === weightOf(word) + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push([i++, j++]);
    } else if (here === best[(i + 1) * width + j]) ++i;
    else ++j;
  }
  return pairs;
}

/** First what only `one` has, then what only `other` has, between what both have. */
export function difference(one: readonly Token[], other: readonly Token[], pairs: [number, number][]): Part[] {
  const parts: Part[] = [];
  const add = (words: readonly Token[], kind: Part['in']) => {
    if (!words.length) return;
    const written = words.map((token) => token.written).join(' ');
    const last = parts.at(-1);
    if (last?.in === kind) last.words += ` ${written}`;
    else parts.push({ words: written, in: kind });
  };
  let [i, j] = [0, 0];
  for (const [a, b] of [...pairs, [one.length, other.length] as const]) {
    add(one.slice(i, a), 'here');
    add(other.slice(j, b), 'there');
    add(other.slice(b, b + 1), 'both');
    [i, j] = [a + 1, b + 1];
  }
  return parts;
}
