// One instance of the module with its model: objects in, objects out. Between them stand the same bytes that the
// command line reads and writes. Runs wherever WebAssembly does; in the page that is a worker.
import type { ModuleOptions, PressmarkModule } from '../../build/wasm/analyzer.mjs';
import type { ArchivedArticle } from './archive';
import type { Analysis, AnalysisError, Pin, Request } from './schema';

export type CreateModule = (options: ModuleOptions) => Promise<PressmarkModule>;

export class Engine {
  readonly #module: PressmarkModule;
  readonly #encoder = new TextEncoder();

  private constructor(module: PressmarkModule) {
    this.#module = module;
  }

  /** Throws where the module cannot start or the model is not one. */
  static async create(createModule: CreateModule, compiled: WebAssembly.Module, model: Uint8Array): Promise<Engine> {
    const module = await instantiate(createModule, compiled);
    const refused = module.load(model);
    if (refused !== '') throw new Error((JSON.parse(refused) as AnalysisError).error.message);
    return new Engine(module);
  }

  /** A trap (memory ran out, a defect) throws; the instance is then of no more use. */
  analyze(request: Request): Analysis | AnalysisError {
    return JSON.parse(this.analyzeJson(this.#encoder.encode(JSON.stringify(request)))) as Analysis | AnalysisError;
  }

  analyzeJson(request: Uint8Array): string {
    return this.#module.analyze(request);
  }

  /** What is analysed from now on has `geo`. Throws where the file is not one. */
  loadPlaces(places: Uint8Array): void {
    const refused = this.#module.load_places(places);
    if (refused !== '') throw new Error((JSON.parse(refused) as AnalysisError).error.message);
  }

  /** The last analysis, now with `geo`, where there was one. */
  resolvePlaces(): Analysis | null {
    const json = this.#module.resolve_places();
    return json === '' ? null : (JSON.parse(json) as Analysis);
  }

  /** The analysis of this id, if it is the last, its times counted from `date`; with null from what it was found to be published on. */
  resolveTimes(id: string, date: string | null): Analysis | null {
    const json = this.#module.resolve_times(this.#encoder.encode(id), this.#encoder.encode(date ?? ''));
    return json === '' ? null : (JSON.parse(json) as Analysis);
  }

  /** The analysis of this id, if it is the last, with these corrections and no others. Null where a new analysis is needed: it is not the last, or the log says something else of blocks than before. */
  applyPins(id: string, log: Pin[]): Analysis | null {
    const json = this.#module.apply_pins(this.#encoder.encode(id), this.#encoder.encode(JSON.stringify(log)));
    return json === '' ? null : (JSON.parse(json) as Analysis);
  }

  /** The articles of a newspaper archive's export; none where the text is no export. */
  split(text: string): ArchivedArticle[] {
    return JSON.parse(this.#module.split(this.#encoder.encode(text))) as ArchivedArticle[];
  }

  /** Linear memory only ever grows; who owns the engine replaces it when this is too much. */
  get heapBytes(): number {
    return this.#module.HEAPU8.byteLength;
  }
}

// The glue’s own promise stays open for ever where instantiation fails inside the hook: so that is caught here.
function instantiate(createModule: CreateModule, compiled: WebAssembly.Module): Promise<PressmarkModule> {
  return new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(compiled, imports).then(receive).catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
