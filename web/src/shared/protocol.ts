// What page and worker say to each other. A worker is started once, then answers one request after the other; the page
// never sends a second before the first is answered, and ends a worker that it no longer wants to wait for. The places
// come later than the first request; a worker that is started after that has them from the start.
import type { ArchivedArticle } from '../../../wasm/src/archive';
import type { Analysis, AnalysisError, Geo, Pin, Request } from '../../../wasm/src/schema';
import type { Variant } from '../../../wasm/src/variant';

export type ToWorker =
  | { type: 'start'; variant: Variant; module: WebAssembly.Module; model: Uint8Array; places: Uint8Array | null }
  | { type: 'analyze'; id: number; request: Request }
  | { type: 'split'; id: number; text: string }
  | { type: 'times'; id: number; analysis: string; date: string | null }
  | { type: 'pins'; id: number; analysis: string; log: Pin[] }
  | { type: 'places'; places: Uint8Array };

export type FromWorker =
  | { type: 'started' }
  // `placed`: the entities have their places.
  | { type: 'answered'; id: number; answer: Analysis | AnalysisError; placed: boolean; heapBytes: number }
  | { type: 'split'; id: number; articles: ArchivedArticle[]; heapBytes: number }
  // Nothing where the last analysis was another, or another worker's.
  | { type: 'timed'; id: number; timed: Timed | null; heapBytes: number }
  // Nothing where it has to be analysed anew.
  | { type: 'pinned'; id: number; analysis: Analysis | null; heapBytes: number }
  // The entities of the last analysis, by its id, each with its place; nothing where there was none.
  | { type: 'placed'; placed: Placed | null }
  // The worker is of no more use: its module trapped, or did not start.
  | { type: 'crashed'; error: PlainError };

export interface Placed {
  analysis: string | null;
  geo: (Geo | null)[];
}

/** What of an analysis hangs on the day of publication. */
export type Timed = Pick<Analysis, 'reference_date' | 'times'>;

/** An Error as it can always be cloned. */
export interface PlainError {
  name: string;
  message: string;
  stack: string;
}

export function plainError(thrown: unknown): PlainError {
  if (thrown instanceof Error) return { name: thrown.name, message: thrown.message, stack: thrown.stack ?? '' };
  return { name: 'Error', message: String(thrown), stack: '' };
}

/** For the last branch of a switch that must name every case. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
