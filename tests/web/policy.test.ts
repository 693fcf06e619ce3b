import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPolicy } from '../../web/src/page/help/policy';

test('a directive is explained by what it allows', () => {
  expect(readPolicy("connect-src 'self'; form-action 'none'")).toEqual([
    {
      name: 'connect-src',
      sources: ["'self'"],
      means: 'What code may fetch from or send to: only the place that this page came from.',
    },
    { name: 'form-action', sources: ["'none'"], means: 'Where a form may be sent: nowhere, nothing.' },
  ]);
});

test('a change of the policy changes what is said of it', () => {
  expect(readPolicy("connect-src 'self' https://ads.example")[0]?.means).toBe(
    'What code may fetch from or send to: only the place that this page came from; https://ads.example.',
  );
  expect(readPolicy('img-src *')[0]?.means).toBe('Pictures: *.');
});

test('what is not known is told by its own name', () => {
  expect(readPolicy("fenced-frame-src 'self'; upgrade-insecure-requests").map(({ means }) => means)).toEqual([
    'fenced-frame-src: only the place that this page came from.',
    'upgrade-insecure-requests.',
  ]);
});

test('white space and empty directives do no harm', () => {
  expect(readPolicy(" ;\n default-src\t'none' ; ;").map(({ name, sources }) => [name, ...sources])).toEqual([
    ['default-src', "'none'"],
  ]);
  expect(readPolicy('')).toEqual([]);
});

test('of the page’s own policy nothing is left unexplained', () => {
  const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
  const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
  const directives = readPolicy(policy);
  expect(directives.map(({ name }) => name)).toContain('connect-src');
  for (const { name, sources, means } of directives) {
    expect(means.startsWith(name), name).toBe(false);
    for (const source of sources) expect(means, name).not.toContain(source);
  }
});
