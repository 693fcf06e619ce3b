// The rows of an analysis, named. Their shape is written once, in the JSON Schema that wasm/src/schema.ts is made from.
import type { Analysis, Request } from '../../../wasm/src/schema';

export type { Analysis, Request };
export type Block = Analysis['blocks'][number];
export type Entity = Analysis['entities'][number];
export type Quotation = Analysis['quotations'][number];
export type Speaker = NonNullable<Quotation['speaker']>;
export type Hint = NonNullable<Request['hints']>[number];

export interface Span {
  start: number;
  end: number;
}

// An analysis and the text that its offsets index: never one without the other, as the text box is already ahead.
export interface Reading {
  text: string;
  analysis: Analysis;
}
