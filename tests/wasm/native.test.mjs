// The command line and both modules give the same bytes for the same bytes: over every golden, and over requests that are
// made to be awkward; with places and without.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateArticle } from '../bench/articles';
import { requestLine, slugs } from '../golden/goldens.mjs';
import { pressmark } from '../program.mjs';
import { fromRoot, places, startEngine, variants } from './engines';

const awkward = {
  'an empty text': JSON.stringify({ id: '1', text: '' }),
  'white space only': JSON.stringify({ id: '2', text: ' \r\n\t\u00a0\n' }),
  'a byte order mark, CRLF, an emoji, NUL': JSON.stringify({
    id: '3',
    text: '\ufeffHi 😀\r\n\r\n“No,” she said.\u0000\r\n',
  }),
  'unpaired surrogates': JSON.stringify({ id: '4', text: 'a\ud83d “b” \ude00 — c', offsets: 'codepoint' }),
  'quotation marks that never close': JSON.stringify({ id: '5', text: '“'.repeat(3000) + '‘a” '.repeat(3000) }),
  'offsets in bytes': JSON.stringify({ id: '6', text: '„Так“, сказала Анна. “Yes,” said Zoë 😀.', offsets: 'utf8' }),
  'no JSON': '{"id": "7", "text": ',
  'no text': '{"id": "8"}',
  'an unknown unit': '{"id": "9", "text": "a", "offsets": "furlongs"}',
  'many places': JSON.stringify({
    id: '11',
    text: 'PARIS, Texas (AP) — Teams from Georgia, Łódź and London, Ontario, met near the Red Sea in Washington state.',
  }),
  'a long article': JSON.stringify({ id: '10', text: generateArticle({ words: 5000, seed: 11 }) }),
};

function firstDifference(left, right) {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  if (a.equals(b)) return null;
  const at = a.findIndex((byte, index) => byte !== b[index]);
  const from = Math.max(0, (at < 0 ? a.length : at) - 40);
  return `from byte ${from}:\n${a.subarray(from, from + 80)}\n${b.subarray(from, from + 80)}`;
}

// The command line adds to an error the number of its line; a module is given one request at a time.
const withoutLine = (answer) => answer.replace(/"line":(\d+|null)(?=\}\}$)/, '"line":null');

/** @type {{name: string, request: Buffer, answer: string, withoutPlaces: string}[]} */
let cases;

beforeAll(() => {
  const requests = [
    ...slugs.map((slug) => ({ name: `golden ${slug}`, request: requestLine(slug) })),
    ...Object.entries(awkward).map(([name, line]) => ({ name, request: Buffer.from(line) })),
  ];
  const input = Buffer.concat(requests.flatMap(({ request }) => [request, Buffer.from('\n')]));
  const answers = (/** @type {string[]} */ ...options) =>
    pressmark(['analyze', '--jsonl', ...options], { input })
      .stdout.trimEnd()
      .split('\n');
  const [full, bare] = [answers(), answers('--no-places')];
  expect([full.length, bare.length]).toEqual([requests.length, requests.length]);
  expect(full).not.toEqual(bare);
  cases = requests.map((each, index) => ({ ...each, answer: full[index], withoutPlaces: bare[index] }));
});

describe.each(variants)('native = %s', (variant) => {
  test('byte for byte', async () => {
    const engine = await startEngine(variant);
    const differences = (/** @type {'answer' | 'withoutPlaces'} */ which) =>
      cases.flatMap(({ name, request, ...answers }) => {
        const difference = firstDifference(withoutLine(answers[which]), withoutLine(engine.analyzeJson(request)));
        return difference === null ? [] : [`${name}, ${difference}`];
      });
    expect(differences('withoutPlaces')).toEqual([]);
    engine.loadPlaces(places());
    expect(differences('answer')).toEqual([]);
    expect(cases.length).toBeGreaterThan(Object.keys(awkward).length);
  });

  test('an archive’s export is taken apart alike', async () => {
    const engine = await startEngine(variant);
    const text = `😀 ${readFileSync(fromRoot('tests/archives/proquest.txt'), 'utf8')}`;
    const requests = pressmark(['split'], { input: text })
      .stdout.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(requests).toHaveLength(12);
    const articles = engine.split(text);
    expect(articles.map(({ start, end }) => text.slice(start, end))).toEqual(requests.map((request) => request.text));
    expect(articles.map(({ metadata, blocks }) => ({ metadata, blocks }))).toEqual(
      requests.map(({ metadata, blocks }) => ({ metadata, blocks })),
    );
    expect(engine.split('It rained.')).toEqual([]);
  });
});

test('a planted difference is seen, wherever it stands', () => {
  for (const { answer } of cases) {
    for (const at of [0, Math.floor(answer.length / 2), answer.length - 1]) {
      expect(firstDifference(answer, `${answer.slice(0, at)}\u0001${answer.slice(at + 1)}`)).not.toBeNull();
    }
    expect(firstDifference(answer, `${answer} `)).not.toBeNull();
    expect(firstDifference(answer, answer)).toBeNull();
  }
});
