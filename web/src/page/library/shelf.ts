// What is done with saved articles: taken out, with a way back; looked through for words; read with their summaries for a file.
import type { Controller } from '../controller.svelte';
import type { Kept } from '../store/kept.svelte';
import type { Summary } from '../store/saved';
import type { Article } from '../store/session';
import { summarize } from '../store/summary';
import { isIn } from './search';

export interface Removed {
  title: string;
  putBack: () => Promise<void>;
}

/** Deletes the article at once. Where it is open, the box is empty then. */
export async function remove(controller: Controller, kept: Kept, { id, title }: Summary): Promise<Removed> {
  await kept.flush();
  const wasOpen = controller.id === id;
  if (wasOpen) controller.startNew('');
  const article = await loadArticle(kept, id);
  const db = await kept.database();
  await db.remove(id);
  await kept.tellChanged();
  return {
    title,
    putBack: async () => {
      if (!article) return;
      await db.putAll([article]);
      await kept.tellChanged();
      if (wasOpen) await kept.show(id, '');
    },
  };
}

/** Those that have all words, their texts looked through; null where nobody wants to know any more, or it cannot be known. */
export async function findInTexts(
  kept: Kept,
  words: string[],
  cards: ReadonlyMap<string, string>,
  isWanted: () => boolean,
): Promise<ReadonlySet<string> | null> {
  const found = new Set<string>();
  try {
    for await (const batch of (await kept.database()).articles()) {
      if (!isWanted()) return null;
      for (const saved of batch) if (isIn(words, saved, cards.get(saved.id) ?? '')) found.add(saved.id);
    }
  } catch {
    return null;
  }
  return isWanted() ? found : null;
}

export async function loadArticle(kept: Kept, id: string): Promise<Article | null> {
  const db = await kept.database();
  const [saved, summary] = await Promise.all([db.load(id), db.summary(id)]);
  return saved && { saved, summary: summary ?? summarize(saved.draft, null, saved) };
}

export async function loadAll(kept: Kept): Promise<Article[]> {
  await kept.flush();
  const db = await kept.database();
  const summaries = new Map((await db.summaries()).map((summary) => [summary.id, summary]));
  const articles = new Map<string, Article>();
  for await (const batch of db.articles()) {
    for (const saved of batch) {
      articles.set(saved.id, { saved, summary: summaries.get(saved.id) ?? summarize(saved.draft, null, saved) });
    }
  }
  return [...articles.values()];
}
