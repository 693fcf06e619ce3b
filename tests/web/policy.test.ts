import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPolicy } from '../../web/src/page/help/policy';

test('a directive is explained by what it allows', () => {
  expect(readPolicy("connect-src 'self'; form-action 'none'")).toEqual([
    {
      name: 'connect-src',
      sources: ["'self'"],
      means: 'Addresses that code may fetch from or send to: this page’s own address only.',
    },
    { name: 'form-action', sources: ["'none'"], means: 'Addresses that a form may be sent to: none at all.' },
  ]);
});

test('a change of the policy changes what is said of it', () => {
  expect(readPolicy("connect-src 'self' https://ads.example")[0]?.means).toBe(
    'Addresses that code may fetch from or send to: this page’s own address only; https://ads.example.',
  );
  expect(readPolicy('img-src *')[0]?.means).toBe('Pictures: *.');
});

test('what is not known is told by its own name', () => {
  expect(readPolicy("fenced-frame-src 'self'; upgrade-insecure-requests").map(({ means }) => means)).toEqual([
    'fenced-frame-src: this page’s own address only.',
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
