// The worker: starts an engine from what the page compiled, and answers.
import { Engine, type CreateModule } from '../../../wasm/src/engine';
import type { Variant } from '../../../wasm/src/variant';
import { plainError, unreachable, type FromWorker, type ToWorker } from '../shared/protocol';

declare const self: DedicatedWorkerGlobalScope;

let engine: Engine | undefined;
let hasPlaces = false;

function send(message: FromWorker): void {
  self.postMessage(message);
}

async function loadGlue(variant: Variant): Promise<CreateModule> {
  switch (variant) {
    case 'simd':
      return (await import('../../../build/wasm/analyzer.mjs')).default;
    case 'scalar':
      return (await import('../../../build/wasm-scalar/analyzer.mjs')).default;
    default:
      return unreachable(variant);
  }
}

async function handle(message: ToWorker): Promise<void> {
  switch (message.type) {
    case 'start':
      engine = await Engine.create(await loadGlue(message.variant), message.module, message.model);
      if (message.places) loadPlaces(engine, message.places);
      send({ type: 'started' });
      return;
    case 'analyze': {
      if (!engine) throw new Error('The worker was asked before it was started.');
      const answer = engine.analyze(message.request);
      send({ type: 'answered', id: message.id, answer, placed: hasPlaces, heapBytes: engine.heapBytes });
      return;
    }
    case 'split': {
      if (!engine) throw new Error('The worker was asked before it was started.');
      const articles = engine.split(message.text);
      send({ type: 'split', id: message.id, articles, heapBytes: engine.heapBytes });
      return;
    }
    case 'times': {
      if (!engine) throw new Error('The worker was asked before it was started.');
      const last = engine.resolveTimes(message.analysis, message.date);
      const timed = last && { reference_date: last.reference_date, times: last.times };
      send({ type: 'timed', id: message.id, timed, heapBytes: engine.heapBytes });
      return;
    }
    case 'pins': {
      if (!engine) throw new Error('The worker was asked before it was started.');
      const analysis = engine.applyPins(message.analysis, message.log);
      send({ type: 'pinned', id: message.id, analysis, heapBytes: engine.heapBytes });
      return;
    }
    case 'places': {
      if (!engine) throw new Error('The worker was given places before it was started.');
      const last = loadPlaces(engine, message.places) ? engine.resolvePlaces() : null;
      send({ type: 'placed', placed: last && { analysis: last.id, geo: last.entities.map(({ geo }) => geo) } });
      return;
    }
    default:
      unreachable(message);
  }
}

// A file that is none costs the map, not the analysis.
function loadPlaces(into: Engine, places: Uint8Array): boolean {
  try {
    into.loadPlaces(places);
    hasPlaces = true;
    return true;
  } catch (refused) {
    console.warn(refused);
    return false;
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  handle(event.data).catch((thrown: unknown) => {
    send({ type: 'crashed', error: plainError(thrown) });
  });
});
