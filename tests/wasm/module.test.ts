// What is built is what wasm/src/module.d.ts declares and what the page's content security policy allows.
import { readFileSync } from 'node:fs';
import type { PressmarkModule } from '../../build/wasm/analyzer.mjs';
import { describe, expect, test } from 'vitest';
import { Engine } from '../../wasm/src/engine';
import type { Analysis, Pin, Request } from '../../wasm/src/schema';
import { supportedVariant } from '../../wasm/src/variant';
import { builds, compiled, fromRoot, model, places, startEngine, variants } from './engines';

// The type makes this name every member that is declared.
const members: Record<keyof PressmarkModule, 'function' | 'object'> = {
  load: 'function',
  analyze: 'function',
  load_places: 'function',
  resolve_places: 'function',
  resolve_times: 'function',
  apply_pins: 'function',
  split: 'function',
  HEAPU8: 'object',
};

const simdOpcode = 0xfd;

describe.each(variants)('the %s module', (variant) => {
  const { folder, createModule } = builds[variant];

  test('has every member that is declared', async () => {
    const module = await createModule({
      instantiateWasm(imports, receive) {
        receive(new WebAssembly.Instance(compiled(variant), imports));
        return {};
      },
    });
    for (const [name, type] of Object.entries(members)) expect(typeof module[name as keyof PressmarkModule]).toBe(type);
  });

  test('needs no code made from strings', () => {
    const glue = readFileSync(fromRoot(`${folder}/analyzer.mjs`), 'utf8');
    expect(glue).not.toMatch(/\bnew\s+Function\b|\bFunction\s*\(\s*["'`]|\beval\s*\(/);
  });

  test('takes bytes that are no model with a sentence, not a trap', async () => {
    const create = Engine.create(createModule, compiled(variant), Uint8Array.of(1, 2, 3));
    await expect(create).rejects.toThrow(/model/);
  });

  test('that cannot be instantiated is an error, not an endless wait', async () => {
    const empty = new WebAssembly.Module(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
    await expect(Engine.create(createModule, empty, model())).rejects.toThrow();
  });

  test('answers what is no request with an error that keeps the id', async () => {
    const engine = await startEngine(variant);
    const answer = engine.analyze({ id: 'a', text: 7 as unknown as string });
    expect(answer).toMatchObject({ id: 'a', error: { code: 'bad_request' } });
  });

  test('keeps text and offsets where surrogates are unpaired', async () => {
    const engine = await startEngine(variant);
    const text = 'ab\uD83D — “Yes,” said Ann Lee.';
    const warnings = [{ code: 'unpaired_surrogate', count: 1 }];
    expect(engine.analyze({ id: 'a', text })).toMatchObject({ id: 'a', text: { length: text.length }, warnings });
  });

  test('lays places into the last analysis, and into every later one', async () => {
    const engine = await startEngine(variant);
    const kyiv = { name: 'Kyiv', geo: { geonames_id: 703448, country: 'UA', kind: 'capital' } };
    expect(engine.resolvePlaces()).toBeNull();
    const before = engine.analyze({ id: 'a', text: 'Ann Lee flew to Kyiv on Tuesday.', clean: true }) as Analysis;
    expect(engine.resolvePlaces()).toBeNull(); // no places yet
    engine.loadPlaces(places());
    const after = engine.resolvePlaces();
    expect(after?.entities).toContainEqual(
      expect.objectContaining({ geo: expect.objectContaining(kyiv.geo) as unknown }),
    );
    expect({ ...after, entities: after?.entities.map((entity) => ({ ...entity, geo: null })) }).toEqual(before);
    expect(engine.analyze({ id: 'a', text: 'Ann Lee flew to Kyiv on Tuesday.', clean: true })).toEqual(after);
  });

  test('counts the times of the last analysis from another day', async () => {
    const engine = await startEngine(variant);
    const request = { id: 'a', text: 'By Ann Lee\n\nMarch 5, 2025\n\nThe ministers met on Tuesday.' };
    expect(engine.resolveTimes('a', '2025-03-12')).toBeNull();
    const before = engine.analyze(request) as Analysis;
    expect(engine.resolveTimes('b', '2025-03-12')).toBeNull();
    expect(engine.resolveTimes('a', '2025-03-12')).toEqual(
      engine.analyze({ ...request, reference_date: '2025-03-12' }),
    );
    expect(engine.resolveTimes('a', null)).toEqual(before);
  });

  test('applies the whole log of corrections to the last analysis, which it keeps as the machine has it', async () => {
    const engine = await startEngine(variant);
    const request: Request = {
      id: 'a',
      text: 'By Ann Lee\n\nMarch 5, 2025\n\n“No,” said Bo Ray on Tuesday. Ray left 🙂.',
    };
    const quote = (words: string) => {
      const start = request.text.indexOf(words);
      return { start, end: start + words.length, quote: words };
    };
    const log: Pin[] = [
      { op: 'rename', id: '1', at: quote('Bo Ray'), name: 'Bo Olin Ray' },
      { op: 'no_quotation', id: '2', at: quote('No,') },
      { op: 'undo', id: '3', of: '2' },
      { op: 'metadata', id: '4', field: 'published', value: '2025-03-12' },
    ];
    expect(engine.applyPins('a', log)).toBeNull();
    const before = engine.analyze(request) as Analysis;
    expect(engine.applyPins('b', log)).toBeNull();
    const after = engine.applyPins('a', log);
    expect(after).toEqual(engine.analyze({ ...request, pins: log }));
    expect(after?.pins.map(({ id, placed }) => [id, placed])).toEqual([
      ['1', true],
      ['4', true],
    ]);
    expect(engine.resolveTimes('a', null)).toEqual(after);
    expect(engine.applyPins('a', [])).toEqual(before);
    // What a block is decides over all that follows.
    expect(engine.applyPins('a', [{ op: 'block', id: '5', at: quote('Ray left'), kind: 'chrome' }])).toBeNull();
    expect(engine.resolveTimes('a', null)).toEqual(before);
  });

  test('takes bytes that are no places with a sentence, and goes on without', async () => {
    const engine = await startEngine(variant);
    expect(() => {
      engine.loadPlaces(model());
    }).toThrow(/no places file/);
    expect(engine.analyze({ id: 'a', text: 'Kyiv.' })).toMatchObject({ id: 'a' });
  });

  test('grows over a long text, and answers the next as before', async () => {
    const engine = await startEngine(variant);
    const request = { id: 'a', text: '“No,” said Ann Lee.' };
    const before = engine.analyze(request);
    const heapBefore = engine.heapBytes;
    engine.analyze({ id: 'b', text: `${request.text}\n\n`.repeat(100_000) });
    expect(engine.heapBytes).toBeGreaterThan(heapBefore);
    expect(engine.analyze(request)).toEqual(before);
  }, 180_000);
});

test('only one of the two uses vectors, and Node can run it', () => {
  const count = (variant: 'simd' | 'scalar') =>
    readFileSync(fromRoot(`${builds[variant].folder}/analyzer.wasm`)).filter((byte) => byte === simdOpcode).length;
  expect(count('simd')).toBeGreaterThan(2 * count('scalar'));
  expect(supportedVariant()).toBe('simd');
});

test('the binding’s functions are those that are declared', () => {
  const bound = readFileSync(fromRoot('wasm/bind.cc'), 'utf8').matchAll(/emscripten::function\("(\w+)"/g);
  const declared = Object.entries(members).flatMap(([name, type]) => (type === 'function' ? [name] : []));
  expect([...bound].map(([, name]) => name).sort()).toEqual(declared.sort());
});
