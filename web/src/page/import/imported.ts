// What every reader of documents gives back: the text, what the document told of its stretches, and of itself.
import type { Hint, PageMetadata } from '../types';

export interface Imported {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
}

export const plainText = (text: string): Imported => ({ text, hints: [], metadata: {} });

// A document that cannot be read. The message is a sentence about it, for its reader.
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}
