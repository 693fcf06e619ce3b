// What a comparison is made of: articles that were read already, wherever they come from.
import type { Reading } from '../types';
import { voices, type Voice } from '../voices';

export interface Article {
  id: string;
  title: string;
  site: string;
  /** ISO 8601; empty where nobody tells. */
  published: string;
  reading: Pick<Reading, 'text' | 'analysis'>;
}

const heard = new WeakMap<Article['reading'], Voice[]>();

/** Its voices, counted once. */
export function voicesOf({ reading }: Article): Voice[] {
  const known = heard.get(reading) ?? voices(reading.text, reading.analysis);
  heard.set(reading, known);
  return known;
}
