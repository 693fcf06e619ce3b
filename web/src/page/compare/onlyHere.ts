// What one article alone says: all of its own sources, and of the shared ones what no other article has.
import type { Article } from './article';
import { placeKey, type Doubt } from './people';
import { joinSentences, sentencesOf } from './pieces';
import { tokens } from './words';
import type { SayingGroup } from './sayings';
import type { Source, Sources, Told } from './sources';

export interface OnlyHere {
  source: Source;
  told: Told;
  /** Other articles let the source speak, too. */
  shared: boolean;
  /** Who in another article may be the same. */
  perhaps: string | null;
  sayings: { quotation: string; words: string; direct: boolean }[];
}

// Less is no saying by itself.
const fewestWords = 4;

export function onlyHere(
  articles: readonly Article[],
  sources: Sources,
  groups: readonly SayingGroup[],
  doubts: readonly Doubt[],
): OnlyHere[][] {
  const elsewhere = new Set(
    groups.flatMap(({ first, others }) =>
      [first, ...others.map(({ saying }) => saying)].flatMap(({ article, quotation, sentences }) =>
        sentences.map((n) => sentenceKey(article, quotation, n)),
      ),
    ),
  );
  const perhaps = new Map(
    doubts.flatMap(({ one, other }): [string, string][] => [
      [one.key, other.name],
      [other.key, one.name],
    ]),
  );
  return articles.map(({ id, reading: { text, analysis } }, at) => {
    const byId = new Map(analysis.quotations.map((quotation) => [quotation.id, quotation]));
    const lone = (source: Source, shared: boolean): OnlyHere[] => {
      const told = source.told[at];
      if (!told) return [];
      const sayings = told.quotations.flatMap((quotation) => {
        const row = byId.get(quotation);
        if (!row) return [];
        const all = sentencesOf(text, row);
        const left = [...all.keys()].filter((n) => !elsewhere.has(sentenceKey(id, quotation, n)));
        const words = joinSentences(all, left);
        const isScrap = left.length < all.length && tokens(words).length < fewestWords;
        return words && !isScrap ? [{ quotation, words, direct: row.kind === 'direct' }] : [];
      });
      return sayings.length ? [{ source, told, shared, perhaps: perhaps.get(source.key) ?? null, sayings }] : [];
    };
    return [
      ...(sources.only[at] ?? []).flatMap((source) => lone(source, false)),
      ...sources.shared.flatMap((source) => lone(source, true)),
    ];
  });
}

function sentenceKey(article: string, quotation: string, sentence: number): string {
  return `${placeKey(article, quotation)}\n${sentence}`;
}
