// The client against a worker that does what the test tells it to.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Analysis } from '../../wasm/src/schema';
import {
  AnalyzerError,
  createClient,
  heapHighWater,
  patienceMs,
  type Client,
  type ClientEvent,
} from '../../web/src/page/client';
import type { FromWorker, ToWorker } from '../../web/src/shared/protocol';

const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);
const model = Uint8Array.of(1, 2, 3);

class FakeWorker extends EventTarget {
  readonly received: ToWorker[] = [];
  terminated = false;

  postMessage(message: ToWorker): void {
    this.received.push(structuredClone({ ...message, module: undefined }) as ToWorker);
  }

  terminate(): void {
    this.terminated = true;
  }

  send(message: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data: message }));
  }

  start(): void {
    this.send({ type: 'started' });
  }

  answer(id: number, heapBytes = 0, placed = false): void {
    this.send({ type: 'answered', id, answer: analysisOf(id), placed, heapBytes });
  }

  asked(): number[] {
    return this.received.flatMap((message) => (message.type === 'analyze' ? [message.id] : []));
  }
}

// Only its id is looked at.
function analysisOf(id: number): Analysis {
  return { id: String(id) } as Analysis;
}

let workers: FakeWorker[];
let events: ClientEvent[];
let client: Client;

function worker(index: number): FakeWorker {
  const found = workers[index];
  if (!found) throw new Error(`There is no worker ${index}.`);
  return found;
}

function create(): Client {
  return createClient({
    createWorker: () => {
      workers.push(new FakeWorker());
      return worker(workers.length - 1) as unknown as Worker;
    },
    assets: {
      simd: { url: '/simd.wasm' },
      scalar: { url: '/scalar.wasm' },
      model: { url: '/en.pmk' },
      places: { url: '/places.pmp' },
    },
    variant: 'scalar',
    onEvent: (event) => events.push(event),
  });
}

function recreate(): void {
  client.dispose();
  events = [];
  client = create();
}

async function loaded(): Promise<void> {
  await vi.waitFor(() => {
    expect(workers).toHaveLength(1);
  });
}

async function started(): Promise<void> {
  await loaded();
  worker(0).start();
}

function rejection(promise: Promise<unknown>): Promise<AnalyzerError> {
  return promise.then(
    () => {
      throw new Error('It was not rejected.');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(AnalyzerError);
      return error as AnalyzerError;
    },
  );
}

function serve(files: Record<string, () => Response>): void {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(files[url]?.() ?? new Response(null, { status: 404 })));
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  serve({
    '/scalar.wasm': () => new Response(emptyModule, { headers: { 'content-length': '8' } }),
    '/en.pmk': () => new Response(model, { headers: { 'content-length': '3' } }),
  });
  workers = [];
  events = [];
  client = create();
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('loading', () => {
  test('tells bytes loaded and in all, then starts a worker with what came', async () => {
    await started();
    const last = events.filter((event) => event.type === 'loading').at(-1);
    expect(last).toEqual({ type: 'loading', loaded: 11, total: 11 });
    expect(worker(0).received[0]).toMatchObject({ type: 'start', variant: 'scalar', model });
    expect(events.at(-1)).toEqual({ type: 'ready', variant: 'scalar' });
  });

  test('takes no compressed length for the size', async () => {
    serve({
      '/scalar.wasm': () => new Response(emptyModule, { headers: { 'content-length': '5', 'content-encoding': 'br' } }),
      '/en.pmk': () => new Response(model, { headers: { 'content-length': '3' } }),
    });
    recreate();
    await loaded();
    expect(events.filter((event) => event.type === 'loading').at(-1)).toMatchObject({ loaded: 11, total: null });
  });

  test('that fails rejects what waits, and the next request tries again', async () => {
    serve({});
    recreate();
    const error = await rejection(client.analyze({ text: 'a' }));
    expect(error.reason).toBe('unavailable');
    expect(error.message).toContain('status 404');
    expect(events.at(-1)).toMatchObject({ type: 'failed' });

    serve({ '/scalar.wasm': () => new Response(emptyModule), '/en.pmk': () => new Response(model) });
    const next = client.analyze({ text: 'b' });
    await started();
    worker(0).answer(2);
    await expect(next).resolves.toEqual(analysisOf(2));
  });
});

describe('places', () => {
  const file = Uint8Array.of(7, 8);
  let asked: number;

  beforeEach(() => {
    asked = 0;
    serve({
      '/scalar.wasm': () => new Response(emptyModule),
      '/en.pmk': () => new Response(model),
      '/places.pmp': () => {
        ++asked;
        return new Response(file);
      },
    });
    recreate();
  });

  const given = (index: number) => worker(index).received.filter(({ type }) => type === 'places');

  test('are fetched when they are asked for, once, and given to the worker', async () => {
    await started();
    const first = client.analyze({ text: 'a' });
    worker(0).answer(1);
    await first;
    expect(asked).toBe(0);
    expect(worker(0).received[0]).toMatchObject({ type: 'start', places: null });
    await Promise.all([client.loadPlaces(), client.loadPlaces()]);
    await client.loadPlaces();
    expect(asked).toBe(1);
    expect(given(0)).toEqual([{ type: 'places', places: file, module: undefined }]);
    const geo = [null];
    worker(0).send({ type: 'placed', placed: { analysis: '1', geo } });
    expect(events.at(-1)).toEqual({ type: 'placed', analysis: '1', geo });
  });

  test('are known of an analysis to which they came, and of those that had them from the start', async () => {
    await started();
    const first = client.analyze({ text: 'a' });
    worker(0).answer(1);
    await first;
    await client.loadPlaces();
    expect(client.placed).toBeNull();
    worker(0).send({ type: 'placed', placed: { analysis: '1', geo: [null] } });
    expect(client.placed).toBe('1');
    const second = client.analyze({ text: 'b' });
    worker(0).answer(2, 0, true);
    await second;
    expect(client.placed).toBe('2');
    expect(events.filter(({ type }) => type === 'placed')).toHaveLength(1);
  });

  test('are there from the start of a later worker', async () => {
    await started();
    await client.loadPlaces();
    const first = client.analyze({ text: 'a' });
    worker(0).answer(1, heapHighWater + 1);
    await first;
    expect(worker(1).received[0]).toMatchObject({ type: 'start', places: file });
    worker(1).start();
    expect(given(1)).toEqual([]);
  });

  test('that come before a worker has started wait until it has', async () => {
    await loaded();
    await client.loadPlaces();
    expect(given(0)).toEqual([]);
    worker(0).start();
    expect(given(0)).toHaveLength(1);
  });

  test('that do not come cost nothing else, and are asked for again', async () => {
    serve({ '/scalar.wasm': () => new Response(emptyModule), '/en.pmk': () => new Response(model) });
    recreate();
    await started();
    await client.loadPlaces();
    expect(given(0)).toEqual([]);
    const first = client.analyze({ text: 'a' });
    worker(0).answer(1);
    await expect(first).resolves.toEqual(analysisOf(1));
    serve({ '/places.pmp': () => new Response(file) });
    await client.loadPlaces();
    expect(given(0)).toHaveLength(1);
  });
});

describe('the newest request', () => {
  test('asked before the worker is there waits for it', async () => {
    const promise = client.analyze({ text: 'a' });
    await started();
    expect(worker(0).asked()).toEqual([1]);
    worker(0).answer(1);
    await expect(promise).resolves.toEqual(analysisOf(1));
  });

  test('supersedes the one that runs and the one that waits; the worker is left to finish in time', async () => {
    await started();
    const first = rejection(client.analyze({ text: 'a' }));
    const second = rejection(client.analyze({ text: 'b' }));
    const third = client.analyze({ text: 'c' });
    expect((await first).reason).toBe('superseded');
    expect((await second).reason).toBe('superseded');
    worker(0).answer(1);
    expect(worker(0).asked()).toEqual([1, 3]);
    worker(0).answer(3);
    await expect(third).resolves.toEqual(analysisOf(3));
    expect(workers).toHaveLength(1);
  });

  test('replaces a worker that is still busy after a while', async () => {
    await started();
    const first = rejection(client.analyze({ text: 'a' }));
    const second = client.analyze({ text: 'b' });
    await first;
    vi.advanceTimersByTime(patienceMs - 1);
    expect(worker(0).terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker(0).terminated).toBe(true);
    expect(events.at(-1)).toEqual({ type: 'restarting', reason: 'superseded' });
    worker(1).start();
    expect(worker(1).asked()).toEqual([2]);
    worker(1).answer(2);
    await expect(second).resolves.toEqual(analysisOf(2));
  });

  test('replaces at once a worker that has been busy for long', async () => {
    await started();
    const first = rejection(client.analyze({ text: 'a' }));
    vi.advanceTimersByTime(10 * patienceMs);
    expect(worker(0).terminated).toBe(false);
    void client.analyze({ text: 'b' }).catch(() => undefined);
    expect(worker(0).terminated).toBe(true);
    await first;
  });

  test('takes no answer that was meant for another', async () => {
    await started();
    const promise = client.analyze({ text: 'a' });
    worker(0).answer(7);
    let settled = false;
    void promise.then(() => (settled = true));
    await Promise.resolve();
    expect(settled).toBe(false);
    worker(0).answer(1);
    await expect(promise).resolves.toEqual(analysisOf(1));
  });

  test('takes no answer of a worker that was ended', async () => {
    await started();
    const first = rejection(client.analyze({ text: 'a' }));
    client.cancel();
    await first;
    const second = client.analyze({ text: 'b' });
    worker(1).start();
    worker(0).answer(2);
    worker(0).dispatchEvent(new Event('messageerror'));
    worker(1).answer(2);
    await expect(second).resolves.toEqual(analysisOf(2));
    expect(workers).toHaveLength(2);
  });

  test('that the core refuses is rejected with the core’s words', async () => {
    await started();
    const promise = rejection(client.analyze({ text: 'a' }));
    const error = { code: 'text_too_long', message: 'The text is too long.', line: null };
    worker(0).send({ type: 'answered', id: 1, answer: { id: null, error } as never, placed: false, heapBytes: 0 });
    expect(await promise).toMatchObject({ reason: 'refused', code: 'text_too_long', message: 'The text is too long.' });
    expect(workers).toHaveLength(1);
  });
});

describe('cancel', () => {
  test('ends a busy worker and starts another, which serves the next request', async () => {
    await started();
    const first = rejection(client.analyze({ text: 'a' }));
    client.cancel();
    expect((await first).reason).toBe('cancelled');
    expect(worker(0).terminated).toBe(true);
    worker(1).start();
    const second = client.analyze({ text: 'b' });
    worker(1).answer(2);
    await expect(second).resolves.toEqual(analysisOf(2));
  });

  test('leaves an idle worker alone', async () => {
    await started();
    client.cancel();
    expect(worker(0).terminated).toBe(false);
    expect(workers).toHaveLength(1);
  });
});

describe('a worker that dies', () => {
  const deaths: Record<string, (dying: FakeWorker) => void> = {
    'by a trap': (dying) => {
      dying.send({ type: 'crashed', error: { name: 'RuntimeError', message: 'unreachable', stack: '' } });
    },
    'by an error event': (dying) => {
      dying.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'unreachable' }));
    },
    'by a message that cannot be read': (dying) => {
      dying.dispatchEvent(new Event('messageerror'));
    },
  };

  test.each(Object.entries(deaths))('%s is replaced; its request is rejected, the next is served', async (_, die) => {
    await started();
    const first = rejection(client.analyze({ text: 'a' }));
    die(worker(0));
    const error = await first;
    expect(error.reason).toBe('crashed');
    expect(error.message).toMatch(/^The analysis stopped: ./);
    expect(worker(0).terminated).toBe(true);
    worker(1).start();
    const second = client.analyze({ text: 'b' });
    worker(1).answer(2);
    await expect(second).resolves.toEqual(analysisOf(2));
  });

  test.each(Object.entries(deaths))('%s before it started is not replaced until somebody asks', async (_, die) => {
    await loaded();
    const first = rejection(client.analyze({ text: 'a' }));
    die(worker(0));
    expect((await first).reason).toBe('unavailable');
    expect(workers).toHaveLength(1);
    const second = client.analyze({ text: 'b' });
    worker(1).start();
    worker(1).answer(2);
    await expect(second).resolves.toEqual(analysisOf(2));
  });

  test('with a superseded request takes the newest along to its successor', async () => {
    await started();
    void rejection(client.analyze({ text: 'a' }));
    const second = client.analyze({ text: 'b' });
    worker(0).dispatchEvent(new Event('messageerror'));
    worker(1).start();
    worker(1).answer(2);
    await expect(second).resolves.toEqual(analysisOf(2));
  });
});

test('a worker whose memory has grown too much is replaced once it has answered', async () => {
  await started();
  const first = client.analyze({ text: 'a' });
  worker(0).answer(1, heapHighWater + 1);
  await expect(first).resolves.toEqual(analysisOf(1));
  expect(worker(0).terminated).toBe(true);
  expect(events.at(-1)).toEqual({ type: 'restarting', reason: 'memory' });
});

test('a text is split by the worker, and an analysis that is asked for later supersedes it', async () => {
  await started();
  const articles = [{ start: 0, end: 1, metadata: { title: 'A' }, blocks: [] }];
  const first = client.split('a');
  expect(worker(0).received.at(-1)).toMatchObject({ type: 'split', id: 1, text: 'a' });
  worker(0).send({ type: 'split', id: 1, articles, heapBytes: 0 });
  await expect(first).resolves.toEqual(articles);

  const second = rejection(client.split('b'));
  const third = client.analyze({ text: 'c' });
  expect((await second).reason).toBe('superseded');
  worker(0).send({ type: 'split', id: 2, articles, heapBytes: 0 });
  worker(0).answer(3);
  await expect(third).resolves.toEqual(analysisOf(3));
});

test('times are counted anew by the worker, and an analysis that is asked for later supersedes that', async () => {
  await started();
  const timed = { reference_date: { value: '2025-03-12', source: 'given' as const }, times: [] };
  const first = client.resolveTimes('a', '2025-03-12');
  expect(worker(0).received.at(-1)).toMatchObject({ type: 'times', id: 1, analysis: 'a', date: '2025-03-12' });
  worker(0).send({ type: 'timed', id: 1, timed, heapBytes: 0 });
  await expect(first).resolves.toEqual(timed);

  const second = rejection(client.resolveTimes('a', null));
  const third = client.analyze({ text: 'b' });
  expect((await second).reason).toBe('superseded');
  worker(0).send({ type: 'timed', id: 2, timed: null, heapBytes: 0 });
  worker(0).answer(3);
  await expect(third).resolves.toEqual(analysisOf(3));
});

test('dispose ends the worker and rejects what runs and what comes', async () => {
  await started();
  const first = rejection(client.analyze({ text: 'a' }));
  client.dispose();
  expect((await first).reason).toBe('disposed');
  expect(worker(0).terminated).toBe(true);
  expect((await rejection(client.analyze({ text: 'b' }))).reason).toBe('disposed');
});
