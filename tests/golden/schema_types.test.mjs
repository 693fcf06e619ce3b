// wasm/src/schema.ts is what core/schema/make_types.mjs makes of the schemas today.
import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { makeTypes } from '../../core/schema/make_types.mjs';

test('the TypeScript types are those of the schemas', async () => {
  expect(readFileSync(new URL('../../wasm/src/schema.ts', import.meta.url), 'utf8')).toBe(await makeTypes());
});
