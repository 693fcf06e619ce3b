// `pressmark split`: what a newspaper archive hands out, an article a line. The samples are our own, in the forms
// of the archives; their .json files say what each article is.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { pressmark } from '../program.mjs';

const folder = fileURLToPath(new URL('../archives/', import.meta.url));
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

const textOf = (sample) => readFileSync(`${folder}${sample}.txt`, 'utf8');
const expectedOf = (sample) => JSON.parse(readFileSync(`${folder}${sample}.json`, 'utf8'));

function split(input, ...files) {
  const result = pressmark(['split', ...files], { input });
  const requests = result.stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  return { ...result, requests };
}

/** What an expectation tells, read off a request. */
function told({ text, metadata, blocks }) {
  const words = blocks
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
    .replace(/\s+/g, ' ');
  return { section: '', authors: [], ...metadata, body: words };
}

function check(sample, text) {
  const expected = expectedOf(sample);
  const { status, stderr, requests } = split(text);
  expect({ status, stderr, count: requests.length }).toEqual({ status: 0, stderr: '', count: 12 });
  for (const [i, request] of requests.entries()) {
    const { first, last, ...metadata } = expected[i];
    const found = told(request);
    expect(found).toMatchObject(metadata);
    expect(found.body.startsWith(first), `${metadata.title}: ${found.body.slice(0, 60)}`).toBe(true);
    expect(found.body.endsWith(last), `${metadata.title}: ${found.body.slice(-60)}`).toBe(true);
  }
}

test('there are samples of the three archives', () => {
  expect(samples.sort()).toEqual(['factiva', 'factiva-codes', 'nexis', 'nexis-uni', 'proquest']);
});

describe.each(samples)('%s', (sample) => {
  test('every article is apart, with its title, authors, publication, day and text', () => {
    check(sample, textOf(sample));
  });

  test('and so where it was saved on Windows, or pasted without blank lines or with too many', () => {
    const text = textOf(sample);
    check(sample, `\ufeff${text.replace(/\n/g, '\r\n')}`);
    check(sample, text.replace(/\n/g, '\n\n'));
    check(sample, text.replace(/\n[ \f]*(?=\n)/g, ''));
  });

  test('analyses of the articles have the archive’s title and day, and none of its lines', () => {
    const { stdout } = split(textOf(sample));
    const { status, stdout: lines } = pressmark(['analyze', '--jsonl', '--no-places'], { input: stdout });
    expect(status).toBe(0);
    const requests = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const analyses = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(analyses.map(({ reference_date }) => reference_date.value)).toEqual(
      expectedOf(sample).map(({ published }) => published),
    );
    for (const [i, { id, blocks, metadata }] of analyses.entries()) {
      const { text } = requests[i];
      expect(id).toBe(`#${i + 1}`);
      expect(metadata.title.value.replace(/\s+/g, ' ')).toBe(expectedOf(sample)[i].title);
      const own = /^(LENGTH|Length|LOAD-DATE|Load-Date|WC|AN|Document \w{18,}|ProQuest document ID|Publication date)\b/;
      const wrong = blocks.filter(({ start, kind }) => kind === 'body' && own.test(text.slice(start)));
      expect(wrong).toEqual([]);
    }
  });
});

test('a text that is no export is one request with the whole text', () => {
  const text = 'Ferry sails\n\nBy Ann Lee\n\n“It floats,” said Bo Ek.\n';
  const { status, requests } = split(text);
  expect(status).toBe(0);
  expect(requests).toEqual([{ schema: 'pressmark.request/1', text, offsets: 'utf16', metadata: {}, blocks: [] }]);
});

test('requests of a file are named by it, and a file that is missing is told', () => {
  const { status, stderr, requests } = split('', 'missing.txt', `${folder}factiva.txt`);
  expect(status).toBe(1);
  expect(stderr).toContain('missing.txt cannot be read');
  expect(requests.map(({ id }) => id)).toContain(`${folder}factiva.txt#12`);
});

test('help and wrong usage', () => {
  expect(pressmark(['split', '--help'])).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('analyze --jsonl'),
  });
  expect(pressmark(['--help']).stdout).toContain('split');
  expect(pressmark(['split', '--jsonl'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--jsonl is no option of split.'),
  });
});
