// The values that the views are fed with. The rows of an analysis are written once, in the JSON Schema.
import type { Analysis } from '../../../wasm/src/schema';

export type { ArchivedArticle } from '../../../wasm/src/archive';
export type {
  Analysis,
  Block,
  BlockOverride,
  Entity,
  EntityType,
  Hint,
  Mention,
  PageMetadata,
  Pin,
  PinPlace,
  Quotation,
  Request,
  TimeExpression,
} from '../../../wasm/src/schema';

export interface Span {
  start: number;
  end: number;
}

// An analysis with the text that its offsets index: never one without the other, as the text box is soon ahead of both.
export interface Reading {
  text: string;
  analysis: Analysis;
  // The blocks whose kind the reader had set.
  said: Span[];
}

// What the reader has picked, in the text or in a list: both show it.
export interface Picked {
  kind: 'quotation' | 'entity' | 'voice' | 'time';
  id: string;
}
