// Articles that stand side by side are called A, B … Z, AA, AB.
import type { Article } from './article';

export function letterOf(at: number): string {
  const before = Math.floor(at / 26);
  return (before ? letterOf(before - 1) : '') + String.fromCharCode(65 + (at % 26));
}

export function lettersOf(articles: readonly Article[]): Map<string, string> {
  return new Map(articles.map(({ id }, at) => [id, letterOf(at)]));
}

/** “The Tidal Post, 5 January 2019” */
export function sourceOf({ site, published }: Article, day: (iso: string) => string): string {
  return [site, published && day(published)].filter(Boolean).join(', ');
}
