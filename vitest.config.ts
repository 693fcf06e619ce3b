// Everything that runs on Node: the module against the command line, the client, the schema's types. Browsers are Playwright's.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,mjs}'],
    testTimeout: 60_000,
  },
});
