// What wasm/bind.cc exports, through the glue that Emscripten writes. tests/wasm/module.test.ts holds this to the build.
declare module '*/analyzer.mjs' {
  export interface PressmarkModule {
    /** Reads the model, once, before the first analyze(). Empty, or the error's JSON. */
    load(model: Uint8Array): string;
    /** A `pressmark.request/1` as UTF-8 in, its `pressmark.analysis/1` or its error's JSON out. */
    analyze(request: Uint8Array): string;
    /** Reads the file of places, once, at any time after load(); what is analysed from then on has `geo`. Empty, or the error's JSON. */
    load_places(places: Uint8Array): string;
    /** The last analysis anew, with `geo`. Empty where there is none, or no places are loaded. */
    resolve_places(): string;
    /** The last analysis anew, its times counted from `date`, YYYY-MM-DD; from the day that it was found to be published on where that is empty. Empty where the last is not the one of this id. */
    resolve_times(id: Uint8Array, date: Uint8Array): string;
    /** The last analysis anew, with the whole log of corrections, a JSON array, and no other. Empty where the last is not the one of this id, or the log says something else of blocks than the one that it was analysed with: then it has to be analysed anew. */
    apply_pins(id: Uint8Array, log: Uint8Array): string;
    /** The articles of an archive's export, a text as UTF-8, as JSON: [] where it is none. */
    split(text: Uint8Array): string;
    /** The whole linear memory. It is replaced when memory grows: read it anew each time and keep no view. */
    readonly HEAPU8: Uint8Array;
  }

  export interface ModuleOptions {
    /** Instantiates what is compiled already, so that a second worker starts without compiling. */
    instantiateWasm(
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports | Record<string, never>;
    /** Called before the promise is rejected, when the module gives up. */
    onAbort?: (reason: unknown) => void;
  }

  export default function createModule(options: ModuleOptions): Promise<PressmarkModule>;
}
