// What the client needs of this build: the worker, and where module, model and places lie.
import modelUrl from '../../../core/model/en.pmk?url';
import placesUrl from '../../../core/model/places.pmp?url';
import scalarUrl from '../../../build/wasm-scalar/analyzer.wasm?url';
import simdUrl from '../../../build/wasm/analyzer.wasm?url';
import { createClient, type Client, type ClientEvent } from './client';

export function startEngine(onEvent: (event: ClientEvent) => void): Client {
  return createClient({
    createWorker: () =>
      new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module', name: 'analyzer' }),
    assets: {
      simd: { url: simdUrl, bytes: __ASSET_BYTES__.simd },
      scalar: { url: scalarUrl, bytes: __ASSET_BYTES__.scalar },
      model: { url: modelUrl, bytes: __ASSET_BYTES__.model },
      places: { url: placesUrl },
    },
    onEvent,
  });
}
