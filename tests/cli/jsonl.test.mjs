// `pressmark analyze --jsonl`: a request a line in, an analysis a line out.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { pressmark, program } from '../program.mjs';

function jsonl(input, ...options) {
  const result = pressmark(['analyze', '--jsonl', ...options], { input });
  const rows = result.stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
  return { ...result, rows };
}

const requests = (...list) => list.map((request) => JSON.stringify(request) + '\n').join('');

test('analyses come in the order of the requests, with their ids', () => {
  const { status, stderr, rows } = jsonl(
    requests({ id: 'b', text: 'One.' }, { id: 'a', text: 'Two two.' }, { text: 'x' }, { id: 'a', text: '' }),
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(rows.map(({ id, text }) => [id, text.length])).toEqual([
    ['b', 4],
    ['a', 8],
    [null, 1],
    ['a', 0],
  ]);
});

test('a line that fails gives an error in its place and is named by its number; the others go on', () => {
  const { status, stderr, rows } = jsonl(
    '{"id":"1","text":"a"}\n{nope\n{"id":"3","text":5}\n[]\n{"id":"5","text":"b"}\n',
  );
  expect(status).toBe(1);
  expect(stderr).toBe(
    [
      'pressmark: line 2: The request is not JSON: Missing a name for object member (at character 2).',
      'pressmark: line 3: "text" is 5, but must be a string.',
      'pressmark: line 4: The request is an array, but must be an object with a "text".',
      '',
    ].join('\n'),
  );
  expect(rows.map(({ id, error }) => [id, error?.code, error?.line])).toEqual([
    ['1', undefined, undefined],
    [null, 'bad_json', 2],
    ['3', 'bad_request', 3],
    [null, 'bad_request', 4],
    ['5', undefined, undefined],
  ]);
  expect(rows[2]).toEqual({
    id: '3',
    error: { code: 'bad_request', message: '"text" is 5, but must be a string.', line: 3 },
  });
});

test('empty lines are skipped but counted; line ends may be CRLF, the last may be missing, a byte order mark may begin', () => {
  const { status, stderr, rows } = jsonl('\uFEFF{"id":"1","text":"a"}\r\n\r\n \t\n\n{\n{"id":"6","text":"b"}');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^pressmark: line 5: [^\n]*\n$/);
  expect(rows.map(({ id }) => id)).toEqual(['1', null, '6']);
});

test('no line gives none', () => {
  expect(jsonl('')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(jsonl('\n\n')).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('bytes that are not UTF-8 are repaired', () => {
  const { status, rows } = jsonl(Buffer.concat([Buffer.from('{"text":"a'), Buffer.from([0xff]), Buffer.from('b"}\n')]));
  expect(status).toBe(0);
  expect(rows[0]).toMatchObject({ text: { length: 3 }, warnings: [{ code: 'invalid_utf8', count: 1 }] });
});

test('zero characters are kept, zero bytes are an error', () => {
  const { rows } = jsonl('{"text":"a\\u0000b"}\n{"text":"a\0b"}\n{"text":"c"}\n');
  expect(rows.map(({ text, error }) => text?.length ?? error.code)).toEqual([3, 'bad_json', 1]);
});

test('options hold where a request is silent', () => {
  const own = { text: 'é😀', clean: false, offsets: 'utf8', reference_date: '2001-02-03' };
  const { rows } = jsonl(
    requests({ text: 'é😀' }, own),
    ...['--offsets=codepoint', '--clean', '--reference-date=2024-05-06'],
  );
  expect(rows[0]).toMatchObject({ offsets: 'codepoint', text: { length: 2 }, reference_date: { value: '2024-05-06' } });
  expect(rows[1]).toMatchObject({ offsets: 'utf8', text: { length: 6 }, reference_date: { value: '2001-02-03' } });
});

test('a request may override --clean', () => {
  const text = 'Menu\nHome\nSubscribe\nSign in\n';
  const { rows } = jsonl(requests({ text }, { text, clean: false }), '--clean');
  const chrome = rows.map(({ blocks }) => blocks.some(({ kind }) => kind === 'chrome'));
  expect(chrome).toEqual([false, true]);
});

test("the user's blocks and dictionary are honoured", () => {
  const text = 'Menu — 🙂\n\nThe Kettle met on Friday.\n';
  const { rows } = jsonl(
    requests({
      text,
      clean: true,
      blocks: [{ start: 0, end: 9, kind: 'kicker' }],
      dictionary: [{ name: 'Kettle', type: 'ORG', aliases: [] }],
    }),
  );
  expect(rows[0].blocks[0]).toMatchObject({ start: 0, end: 9, kind: 'kicker' });
  expect(rows[0].entities.map(({ name, type }) => [name, type])).toContainEqual(['Kettle', 'ORG']);
});

test('several files are read one after the other, and a bad line is named with its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-jsonl-'));
  const first = join(folder, 'first.jsonl');
  const second = join(folder, 'second.jsonl');
  writeFileSync(first, '{"id":"1","text":"a"}');
  writeFileSync(second, '{"id":"2","text":"b"}\n{\n');
  const { status, stderr, rows } = jsonl('', first, second);
  rmSync(folder, { recursive: true });
  expect(status).toBe(1);
  expect(stderr.startsWith(`pressmark: ${second}, line 2: `)).toBe(true);
  expect(rows.map(({ id }) => id)).toEqual(['1', '2', null]);
});

test('an answer comes as soon as its line is read', async () => {
  const child = spawn(program, ['analyze', '--jsonl']);
  const answer = () => new Promise((resolve) => child.stdout.once('data', (data) => resolve(JSON.parse(data).id)));
  for (const id of ['first', 'second']) {
    const answered = answer();
    child.stdin.write(requests({ id, text: 'One.' }));
    expect(await answered).toBe(id);
  }
  child.stdin.end();
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
});
