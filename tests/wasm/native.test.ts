// The command line and both modules give the same bytes for the same bytes: over every golden, and over requests that are
// made to be awkward.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../wasm/src/schema';
import { generateArticle } from '../bench/articles';
import { fromRoot, startEngine, variants } from './engines';

interface Case {
  name: string;
  line: string; // the request on one line
  answer: string; // what the command line says to it
}

const goldens = readdirSync(fromRoot('tests/golden'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

function readGolden(name: string, file: string): unknown {
  return JSON.parse(readFileSync(fromRoot(`tests/golden/${name}/${file}`), 'utf8'));
}

const awkward: Record<string, string> = {
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
  'a long article': JSON.stringify({ id: '10', text: generateArticle({ words: 5000, seed: 11 }) }),
};

function firstDifference(left: string, right: string): string | null {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  if (a.equals(b)) return null;
  const at = a.findIndex((byte, index) => byte !== b[index]);
  const from = Math.max(0, (at < 0 ? a.length : at) - 40);
  return `from byte ${from}:\n${a.subarray(from, from + 80).toString()}\n${b.subarray(from, from + 80).toString()}`;
}

const cases: Case[] = [];

beforeAll(() => {
  const requests = [
    ...goldens.map((name) => [`golden ${name}`, JSON.stringify(readGolden(name, 'request.json'))] as const),
    ...Object.entries(awkward),
  ];
  const { stdout } = spawnSync(fromRoot('build/native/core/cli/pressmark'), ['analyze', '--jsonl'], {
    input: requests.map(([, line]) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const answers = stdout.trimEnd().split('\n');
  expect(answers).toHaveLength(requests.length);
  requests.forEach(([name, line], index) => cases.push({ name, line, answer: answers[index] ?? '' }));
});

// The command line adds to an error the number of its line; a module is given one request at a time.
function withoutLine(answer: string): string {
  return answer.replace(/"line":(\d+|null)(?=\}\}$)/, '"line":null');
}

describe.each(variants)('native = %s', (variant) => {
  test('byte for byte', async () => {
    const engine = await startEngine(variant);
    const encoder = new TextEncoder();
    const differences = cases.flatMap(({ name, line, answer }) => {
      const found = firstDifference(withoutLine(answer), withoutLine(engine.analyzeJson(encoder.encode(line))));
      return found === null ? [] : [`${name}, ${found}`];
    });
    expect(differences).toEqual([]);
    expect(cases.length).toBeGreaterThan(Object.keys(awkward).length);
  });
});

test('a planted difference is seen, wherever it stands', () => {
  for (const { answer } of cases) {
    for (const at of [0, Math.floor(answer.length / 2), answer.length - 1]) {
      const planted = `${answer.slice(0, at)}\u0001${answer.slice(at + 1)}`;
      expect(firstDifference(answer, planted)).not.toBeNull();
    }
    expect(firstDifference(answer, `${answer} `)).not.toBeNull();
    expect(firstDifference(answer, answer)).toBeNull();
  }
});

// Which lexicons and which model made it is left out: every change of a word list would change all goldens.
test.each(goldens)('golden %s is as expected', (name) => {
  const answer = cases.find((each) => each.name === `golden ${name}`)?.answer ?? '';
  const { engine, ...analysis } = JSON.parse(answer) as Analysis;
  expect(engine.version).toBe('0.1.0');
  expect(analysis).toEqual(readGolden(name, 'expected.json'));
});
