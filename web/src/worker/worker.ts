// The worker: starts an engine from what the page compiled, and answers.
import { Engine, type CreateModule } from '../../../wasm/src/engine';
import type { Variant } from '../../../wasm/src/variant';
import { plainError, unreachable, type FromWorker, type ToWorker } from '../shared/protocol';

declare const self: DedicatedWorkerGlobalScope;

let engine: Engine | undefined;

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
      send({ type: 'started' });
      return;
    case 'analyze': {
      if (!engine) throw new Error('The worker was asked before it was started.');
      const answer = engine.analyze(message.request);
      send({ type: 'answered', id: message.id, answer, heapBytes: engine.heapBytes });
      return;
    }
    default:
      unreachable(message);
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  handle(event.data).catch((thrown: unknown) => {
    send({ type: 'crashed', error: plainError(thrown) });
  });
});
