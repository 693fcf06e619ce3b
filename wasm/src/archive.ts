// What comes of taking a newspaper archive's export apart: core/include/pressmark/archive.h.
import type { BlockOverride, PageMetadata } from './schema';

/** An article of an archive's export: with its part of the text, [start, end), it is a request. Blocks are counted from `start`. */
export interface ArchivedArticle {
  start: number;
  end: number;
  metadata: PageMetadata;
  blocks: BlockOverride[];
}
