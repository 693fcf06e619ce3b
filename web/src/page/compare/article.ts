// What a comparison is made of: articles that were read already, wherever they come from.
import type { Reading } from '../types';

export interface Article {
  id: string;
  title: string;
  site: string;
  /** ISO 8601; empty where nobody tells. */
  published: string;
  reading: Pick<Reading, 'text' | 'analysis'>;
}
