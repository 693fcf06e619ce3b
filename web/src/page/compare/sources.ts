// Whom the articles let speak: shared speakers first, then those that one article alone has, with the words of each.
// “Officials” of two articles need not be the same ones, so who is not named stands with its own article.
import { nobody } from '../speakers';
import { isNamed, sum, total, type Voice, type Words } from '../voices';
import { voicesOf, type Article } from './article';
import { placeKey, type Group } from './people';

export interface Told extends Words {
  /** Of all words that are quoted or reported in that article, from 0 to 1. */
  share: number;
  quotations: string[];
}

export interface Source {
  key: string;
  name: string;
  role: string;
  named: boolean;
  /** One for each article, in their order; null where it lets the source not speak. */
  told: (Told | null)[];
}

export interface Sources {
  shared: Source[];
  /** One list for each article. */
  only: Source[][];
  /** The sum of all that each article quotes and reports. */
  all: Words[];
}

export function compareSources(articles: readonly Article[], groupOf: ReadonlyMap<string, Group>): Sources {
  const heardIn = articles.map(voicesOf);
  const found = new Map<string, Source>();
  const all = heardIn.map(sum);
  for (const [at, article] of articles.entries()) {
    for (const voice of heardIn[at] ?? []) {
      const known = groupsOf(voice, article.id, groupOf);
      const key = known ? known.map((group) => group.key).join(' + ') : placeKey(article.id, voice.id);
      const source = found.get(key) ?? {
        key,
        name: known?.map(({ name }) => name).join(' and ') ?? voice.name,
        role: (known?.length === 1 && known[0]?.role) || voice.role,
        named: isNamed(voice),
        told: articles.map(() => null),
      };
      found.set(key, source);
      source.told[at] = add(source.told[at] ?? null, voice, total(all[at] ?? voice));
    }
  }
  const sources = [...found.values()].sort((a, b) => count(b) - count(a) || wordsOf(b) - wordsOf(a));
  const lone = sources.filter((source) => count(source) === 1);
  return {
    shared: sources.filter((source) => count(source) > 1),
    only: articles.map((_, at) =>
      lone
        .filter(({ told }) => told[at])
        .sort((a, b) => Number(isNobody(a)) - Number(isNobody(b)) || wordsOf(b) - wordsOf(a)),
    ),
    all,
  };
}

/** The people and bodies who speak as this voice; null where they are not named. */
export function groupsOf({ id }: Voice, article: string, groupOf: ReadonlyMap<string, Group>): Group[] | null {
  const groups = id.split('+').map((entity) => groupOf.get(placeKey(article, entity)));
  const known = groups.filter((group) => group !== undefined);
  if (known.length < groups.length) return null;
  return [...new Set(known)].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function add(before: Told | null, { quoted, reported, quotations }: Voice, all: number): Told {
  const words = sum(before ? [before, { quoted, reported }] : [{ quoted, reported }]);
  return {
    ...words,
    share: total(words) / Math.max(1, all),
    quotations: [...(before?.quotations ?? []), ...quotations],
  };
}

function count({ told }: Source): number {
  return told.filter(Boolean).length;
}

function wordsOf({ told }: Source): number {
  return told.reduce((words, each) => words + (each ? total(each) : 0), 0);
}

function isNobody({ key }: Source): boolean {
  return key.endsWith(`\n${nobody}`);
}
