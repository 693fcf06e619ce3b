// The page's side of the analyzer. Only the newest request counts: a newer one supersedes it, and a worker that is still
// busy with an old one shortly after is ended and replaced. A replacement starts from the compiled module, at once.
// The places of the map are fetched when they are asked for, and given to the worker of then and to all later ones.
//
//     const client = createClient({ createWorker, assets, onEvent });
//     const analysis = await client.analyze({ id: '1', text });     // or an AnalyzerError
import type { ArchivedArticle } from '../../../wasm/src/archive';
import type { Analysis, Pin, Request } from '../../../wasm/src/schema';
import { supportedVariant, type Variant } from '../../../wasm/src/variant';
import { unreachable, type FromWorker, type Placed, type Timed, type ToWorker } from '../shared/protocol';
import { download, type Asset, type Loaded } from './download';
import { fetchLater } from './laterFiles';

export interface ClientOptions {
  /** Called for every worker that is needed, now and later. */
  createWorker: () => Worker;
  assets: { simd: Asset; scalar: Asset; model: Asset; places: Asset };
  onEvent?: (event: ClientEvent) => void;
  /** Which module to run; by default the best that this browser can. */
  variant?: Variant;
}

export type ClientEvent =
  /** How much of module and model has come, of how much: null where nobody told. */
  | ({ type: 'loading' } & Loaded)
  | { type: 'ready'; variant: Variant }
  /** The places came, and here are those of the last analysis; later ones have them from the start. */
  | ({ type: 'placed' } & Placed)
  /** A worker was ended and another is starting. */
  | { type: 'restarting'; reason: 'superseded' | 'cancelled' | 'crashed' | 'memory' }
  /** Nothing can be analysed for now; the next request tries again. */
  | { type: 'failed'; message: string };

export type Rejection =
  | 'superseded' // a newer request took its place
  | 'cancelled' // by cancel()
  | 'refused' // by the core: `code` says why
  | 'crashed' // the worker did not survive it
  | 'unavailable' // module or model did not come, or do not start
  | 'disposed';

export class AnalyzerError extends Error {
  override readonly name = 'AnalyzerError';
  readonly reason: Rejection;
  readonly code: string | undefined;

  constructor(reason: Rejection, message: string, code?: string) {
    super(message);
    this.reason = reason;
    this.code = code;
  }
}

export interface Client {
  analyze(request: Request): Promise<Analysis>;
  /** The articles of a newspaper archive's export, none for any other text. A request like the others: a newer one supersedes it. */
  split(text: string): Promise<ArchivedArticle[]>;
  /**
   * What that analysis tells of times, counted from another day of publication; null where the worker has it no more. A
   * request like the others.
   */
  resolveTimes(analysis: string, date: string | null): Promise<Timed | null>;
  /** The id of the last analysis whose entities have their places, from the start or since they came. */
  readonly placed: string | null;
  /**
   * That analysis with these corrections and no others; null where it has to be analysed anew. A request like the others.
   */
  applyPins(analysis: string, log: Pin[]): Promise<Analysis | null>;
  /** Fetches the places, once; where that fails, all goes on without them and the next call tries again. */
  loadPlaces(): Promise<void>;
  /** Ends what is running, at once, and rejects it. */
  cancel(): void;
  dispose(): void;
}

/** How long a superseded request may keep the worker before it is ended. A restart costs about as much. */
export const patienceMs = 150;
/** Linear memory never shrinks: a worker with more than this is replaced once it has answered. */
export const heapHighWater = 384 * 1024 * 1024;

export function createClient(options: ClientOptions): Client {
  return new AnalyzerClient(options);
}

type Question =
  | { type: 'analyze'; request: Request }
  | { type: 'split'; text: string }
  | { type: 'times'; analysis: string; date: string | null }
  | { type: 'pins'; analysis: string; log: Pin[] };
type Answer = Extract<FromWorker, { type: 'answered' | 'split' | 'timed' | 'pinned' }>;

interface Job {
  id: number;
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: AnalyzerError) => void;
}

interface Resources {
  module: WebAssembly.Module;
  model: Uint8Array;
}

class AnalyzerClient implements Client {
  readonly #options: ClientOptions;
  readonly #variant: Variant;
  readonly #abort = new AbortController();
  #resources: Resources | undefined;
  #loading = false;
  #places: Uint8Array | undefined;
  #placesLoading = false;
  #placesGiven = false; // to this worker
  #placed: string | null = null;
  #worker: Worker | undefined;
  #started = false;
  #lastId = 0;
  #waiting: Job | undefined; // for the worker
  #running: Job | undefined; // in the worker; superseded jobs stay here until it answers
  #patience: ReturnType<typeof setTimeout> | undefined;
  #overdue = false;
  #disposed = false;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#variant = options.variant ?? supportedVariant();
    void this.#load();
  }

  async analyze(request: Request): Promise<Analysis> {
    const message = await this.#ask({ type: 'analyze', request });
    if (message.type !== 'answered') throw new AnalyzerError('crashed', 'The analyzer answered something else.');
    if (!('error' in message.answer)) return message.answer;
    throw new AnalyzerError('refused', message.answer.error.message, message.answer.error.code);
  }

  async split(text: string): Promise<ArchivedArticle[]> {
    const message = await this.#ask({ type: 'split', text });
    return message.type === 'split' ? message.articles : [];
  }

  async resolveTimes(analysis: string, date: string | null): Promise<Timed | null> {
    const message = await this.#ask({ type: 'times', analysis, date });
    return message.type === 'timed' ? message.timed : null;
  }

  async applyPins(analysis: string, log: Pin[]): Promise<Analysis | null> {
    const message = await this.#ask({ type: 'pins', analysis, log });
    return message.type === 'pinned' ? message.analysis : null;
  }

  #ask(question: Question): Promise<Answer> {
    if (this.#disposed) return Promise.reject(new AnalyzerError('disposed', 'The analyzer was disposed of.'));
    return new Promise((resolve, reject) => {
      this.#rejectPending('superseded', 'A newer request took the place of this one.');
      this.#waiting = { id: ++this.#lastId, question, resolve, reject };
      this.#advance();
    });
  }

  get placed(): string | null {
    return this.#placed;
  }

  async loadPlaces(): Promise<void> {
    if (this.#places || this.#placesLoading || this.#disposed) return;
    this.#placesLoading = true;
    try {
      const response = await fetchLater(this.#options.assets.places.url, this.#abort.signal);
      this.#places = new Uint8Array(await response.arrayBuffer());
      this.#givePlaces();
    } catch {
      // Without them no place has its point; nothing else is lost.
    } finally {
      this.#placesLoading = false;
    }
  }

  cancel(): void {
    const busy = this.#running !== undefined;
    this.#rejectPending('cancelled', 'The analysis was cancelled.');
    if (busy) this.#restart('cancelled');
  }

  dispose(): void {
    this.#disposed = true;
    this.#abort.abort();
    this.#rejectPending('disposed', 'The analyzer was disposed of.');
    this.#endWorker();
  }

  // Takes the next step that is possible, if any. Every change of state ends here.
  #advance(): void {
    if (this.#disposed || !this.#waiting) return;
    if (!this.#resources) void this.#load();
    else if (!this.#worker) this.#startWorker();
    else if (this.#running && this.#overdue) this.#restart('superseded');
    else if (this.#started && !this.#running) this.#run(this.#waiting);
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      if (!('WebAssembly' in globalThis)) throw new Error('this browser runs no WebAssembly, or has it switched off.');
      const { assets } = this.#options;
      const [moduleBytes, model] = await download(
        [assets[this.#variant], assets.model],
        this.#abort.signal,
        (loaded) => {
          this.#emit({ type: 'loading', ...loaded });
        },
      );
      this.#resources = { module: await WebAssembly.compile(moduleBytes), model };
      if (!this.#disposed) this.#startWorker();
    } catch (error) {
      if (!this.#disposed) this.#fail(`The analyzer could not be loaded: ${messageOf(error)}`);
    } finally {
      this.#loading = false;
    }
  }

  #startWorker(): void {
    if (!this.#resources) return;
    const worker = this.#options.createWorker();
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      if (worker === this.#worker) this.#receive(event.data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#crash(event.message || 'its script did not load');
    });
    worker.addEventListener('messageerror', () => {
      if (worker === this.#worker) this.#crash('a message could not be read');
    });
    this.#worker = worker;
    this.#placesGiven = this.#places !== undefined;
    this.#post({ type: 'start', variant: this.#variant, ...this.#resources, places: this.#places ?? null });
  }

  #givePlaces(): void {
    if (!this.#places || !this.#started || this.#placesGiven) return;
    this.#placesGiven = true;
    this.#post({ type: 'places', places: this.#places });
  }

  #run(job: Job): void {
    this.#waiting = undefined;
    this.#running = job;
    this.#patience = setTimeout(() => {
      this.#overdue = true;
      this.#advance();
    }, patienceMs);
    this.#post({ ...job.question, id: job.id });
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'started':
        this.#started = true;
        this.#emit({ type: 'ready', variant: this.#variant });
        this.#givePlaces();
        this.#advance();
        return;
      case 'answered':
      case 'split':
      case 'timed':
      case 'pinned': {
        const job = this.#running;
        if (job?.id !== message.id) return;
        this.#idle();
        if (message.type === 'answered' && message.placed) this.#placed = message.answer.id;
        job.resolve(message);
        if (message.heapBytes > heapHighWater) this.#restart('memory');
        this.#advance();
        return;
      }
      case 'placed':
        if (!message.placed) return;
        this.#placed = message.placed.analysis;
        this.#emit({ type: 'placed', ...message.placed });
        return;
      case 'crashed':
        this.#crash(message.error.message);
        return;
      default:
        unreachable(message);
    }
  }

  // A worker that dies on a request is replaced; one that dies before its first is not, until somebody asks again.
  #crash(message: string): void {
    if (!this.#started) {
      this.#fail(`The analyzer could not be started: ${message}`);
      return;
    }
    this.#running?.reject(new AnalyzerError('crashed', `The analysis stopped: ${message}`));
    this.#restart('crashed');
  }

  #fail(message: string): void {
    this.#endWorker();
    this.#rejectPending('unavailable', message);
    this.#emit({ type: 'failed', message });
  }

  #restart(reason: 'superseded' | 'cancelled' | 'crashed' | 'memory'): void {
    this.#endWorker();
    this.#emit({ type: 'restarting', reason });
    this.#startWorker();
  }

  #endWorker(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#started = false;
    this.#idle();
  }

  #idle(): void {
    clearTimeout(this.#patience);
    this.#running = undefined;
    this.#overdue = false;
  }

  // Rejecting a promise that is settled already does nothing: a superseded job may be told so again.
  #rejectPending(reason: Rejection, message: string): void {
    this.#running?.reject(new AnalyzerError(reason, message));
    this.#waiting?.reject(new AnalyzerError(reason, message));
    this.#waiting = undefined;
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }

  #emit(event: ClientEvent): void {
    this.#options.onEvent?.(event);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
