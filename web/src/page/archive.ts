// The articles of a newspaper archive's export, and which of them is in the box. What the reader changed in one is there
// again when he comes back to it. The whole text stays as it was pasted.
import type { ArchivedArticle, BlockOverride, Hint, PageMetadata } from './types';

// What the box holds, and what is known of it beside the reader's own word.
export interface Sheet {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
  blocks: BlockOverride[];
  referenceDate: string;
}

export const emptySheet: Sheet = { text: '', hints: [], metadata: {}, blocks: [], referenceDate: '' };

export interface Archive {
  whole: Sheet;
  articles: Sheet[];
  /** The open article; null where the whole text is. */
  open: number | null;
}

export function makeArchive(whole: Sheet, found: ArchivedArticle[]): Archive {
  const articles = found.map(({ start, end, metadata, blocks }) => ({
    text: whole.text.slice(start, end),
    hints: whole.hints
      .filter((hint) => hint.start < end && hint.end > start)
      .map((hint) => ({ ...hint, start: Math.max(hint.start, start) - start, end: Math.min(hint.end, end) - start })),
    metadata,
    blocks,
    referenceDate: '',
  }));
  return { whole, articles, open: 0 };
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
