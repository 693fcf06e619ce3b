// The articles of a newspaper archive's export, and which of them is in the box. What the reader changed in one, or said of
// it, is there again when he comes back to it. The whole text stays as it was pasted.
import { emptySheet, type Sheet } from './sheet';
import type { ArchivedArticle, Span } from './types';

export interface Archive {
  whole: Sheet;
  articles: Sheet[];
  /** The open article; null where the whole text is. */
  open: number | null;
}

export function makeArchive(whole: Sheet, found: ArchivedArticle[]): Archive {
  const articles = found.map((article) => ({
    ...emptySheet,
    text: whole.text.slice(article.start, article.end),
    hints: within(article, whole.hints),
    kinds: { now: within(article, whole.kinds.now), before: [] },
    metadata: article.metadata,
    blocks: article.blocks,
  }));
  return { whole, articles, open: 0 };
}

function within<T extends Span>({ start, end }: Span, spans: T[]): T[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
}

/** The archive with another article open, or with the whole text, and what was in the box put back in its place. */
export function turnTo(archive: Archive, open: number | null, box: Sheet): Archive {
  if (archive.open === null) return { ...archive, whole: box, open };
  return { ...archive, articles: archive.articles.map((sheet, i) => (i === archive.open ? box : sheet)), open };
}

export function openSheet({ whole, articles, open }: Archive): Sheet {
  return (open === null ? undefined : articles[open]) ?? whole;
}

/** What an export of a single article tells of it. */
export function tellSingle(whole: Sheet, { start, metadata, blocks }: ArchivedArticle): Sheet {
  const moved = blocks.map((block) => ({ ...block, start: block.start + start, end: block.end + start }));
  return { ...whole, metadata: { ...metadata, ...whole.metadata }, blocks: moved };
}
