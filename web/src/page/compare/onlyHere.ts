// What one article alone says: all of its own sources, and of the shared ones what no other article has.
import type { Article } from './article';
import { placeKey } from './people';
import type { SayingGroup } from './sayings';
import type { Source, Sources, Told } from './sources';

export interface OnlyHere {
  source: Source;
  told: Told;
  /** Other articles let the source speak, too. */
  shared: boolean;
  sayings: { quotation: string; words: string; direct: boolean }[];
}

export function onlyHere(articles: readonly Article[], sources: Sources, groups: readonly SayingGroup[]): OnlyHere[][] {
  const elsewhere = new Set(
    groups.flatMap(({ first, others }) =>
      [first, ...others.map(({ saying }) => saying)].map(({ article, quotation }) => placeKey(article, quotation)),
    ),
  );
  return articles.map(({ id, reading: { text, analysis } }, at) => {
    const byId = new Map(analysis.quotations.map((quotation) => [quotation.id, quotation]));
    const lone = (source: Source, shared: boolean): OnlyHere[] => {
      const told = source.told[at];
      if (!told) return [];
      const sayings = told.quotations.flatMap((quotation) => {
        const row = byId.get(quotation);
        if (!row || elsewhere.has(placeKey(id, quotation))) return [];
        const words = row.content.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ');
        return [{ quotation, words, direct: row.kind === 'direct' }];
      });
      return sayings.length ? [{ source, told, shared, sayings }] : [];
    };
    return [
      ...(sources.only[at] ?? []).flatMap((source) => lone(source, false)),
      ...sources.shared.flatMap((source) => lone(source, true)),
    ];
  });
}
