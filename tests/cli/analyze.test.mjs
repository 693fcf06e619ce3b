// `pressmark analyze` on plain text: what it reads, what it writes, and how it ends.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { pressmark, program } from '../program.mjs';

const model = new URL('../../core/model/en.pmk', import.meta.url).pathname;
let folder;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pressmark-cli-'));
  writeFileSync(join(folder, 'one.txt'), '“Yes — of course 🙂,” said Ann Reed.\n');
  writeFileSync(join(folder, 'two.txt'), 'Nothing to see.\n');
  writeFileSync(join(folder, '[three].txt'), 'Odd name.');
  writeFileSync(join(folder, '-four'), 'Odder name.');
  writeFileSync(join(folder, 'bytes.txt'), Buffer.from([0x61, 0xff, 0x62, 0xe2, 0x80, 0x0a]));
});

afterAll(() => rmSync(folder, { recursive: true }));

const run = (args, options) => pressmark(args, { cwd: folder, ...options });
const analyses = ({ stdout }) =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** Expects a failure that is told in one line. */
function expectFailure(result, status, sentence) {
  expect(result.stderr).toBe(`pressmark: ${sentence}\n`);
  expect(result.status).toBe(status);
}

describe('input', () => {
  test('is standard input without a FILE', () => {
    const result = run(['analyze'], { input: '“No,” she said.' });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(analyses(result)).toMatchObject([
      { schema: 'pressmark.analysis/1', id: null, text: { length: 15 }, offsets: 'utf16' },
    ]);
  });

  test('is the FILEs in their order, their names being the ids, and - standard input', () => {
    const result = run(['analyze', 'two.txt', '-', '[three].txt', 'one.txt'], { input: 'From the pipe.' });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(analyses(result).map(({ id, text }) => [id, text.length])).toEqual([
      ['two.txt', 16],
      [null, 14],
      ['[three].txt', 9],
      ['one.txt', 37],
    ]);
  });

  test('may have a name that begins with a dash, after --', () => {
    expect(analyses(run(['analyze', '--', '-four']))).toMatchObject([{ id: '-four', text: { length: 11 } }]);
  });

  test('may be empty', () => {
    expect(analyses(run(['analyze'], { input: '' }))).toMatchObject([{ text: { length: 0 }, blocks: [] }]);
  });

  test('that is not UTF-8 is repaired and counted, which is no failure', () => {
    const result = run(['analyze', 'bytes.txt']);
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(analyses(result)[0].warnings).toEqual([
      { code: 'invalid_utf8', message: '2 byte sequences were not UTF-8 and became U+FFFD.', count: 2 },
    ]);
  });

  test('that is missing is named, and the others are done', () => {
    const result = run(['analyze', 'nope.txt', 'two.txt']);
    expectFailure(result, 1, 'nope.txt cannot be read: No such file or directory.');
    expect(analyses(result).map(({ id }) => id)).toEqual(['two.txt']);
  });

  test('that is a folder is named', () => {
    expectFailure(run(['analyze', '.']), 1, '. cannot be read: Is a directory.');
  });

  test('that is too long gives an error in its place', () => {
    const result = run(['analyze', '-', 'two.txt'], { input: Buffer.alloc(64 * 2 ** 20 + 1, 'a') });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^pressmark: [^\n]*64 MiB[^\n]*\n$/);
    expect(analyses(result)).toMatchObject([
      { id: null, error: { code: 'text_too_long', line: null } },
      { id: 'two.txt' },
    ]);
  });
});

describe('--session', () => {
  const session = (value) => {
    writeFileSync(join(folder, 'session.json'), JSON.stringify(value));
    return run(['analyze', '--session', 'session.json', 'one.txt']);
  };
  const renamed = {
    op: 'rename',
    id: '1',
    at: { start: 23, end: 31, quote: 'Ann Reed', before: '🙂,” said ', after: '.' },
    name: 'Ann Reed-Hall',
  };

  test('applies its corrections to the text of the file, whatever text it was made for', () => {
    const result = session({
      text: 'Another text.',
      pins: [renamed, { ...renamed, id: '2', at: { ...renamed.at, quote: 'Nobody' } }],
    });
    expect(result.status).toBe(0);
    const [{ id, entities, pins }] = analyses(result);
    expect(id).toBe('one.txt');
    expect(entities.map(({ name, by }) => [name, by])).toEqual([['Ann Reed-Hall', 'reader']]);
    expect(pins.map(({ id, placed }) => [id, placed])).toEqual([
      ['1', true],
      ['2', false],
    ]);
  });

  test('brings its dictionary and date', () => {
    const [{ reference_date, entities }] = analyses(
      session({ pins: [], reference_date: '2025-03-12', dictionary: [{ name: 'Reed', type: 'ORG' }] }),
    );
    expect(reference_date).toEqual({ value: '2025-03-12', source: 'given' });
    expect(entities.some(({ type }) => type === 'ORG')).toBe(true);
  });

  test('that is none is told', () => {
    const none = session({ pins: 1 });
    expect(none.stderr).toBe('pressmark: one.txt: session.json: "pins" is 1, but must be an array.\n');
    expect(none.status).toBe(1);
    expect(run(['analyze', '--session', 'nowhere.json', 'one.txt']).stderr).toContain('nowhere.json cannot be read');
    expect(run(['analyze', '--session', 'session.json', 'one.txt', 'two.txt']).status).toBe(2);
    expect(run(['analyze', '--session', 'session.json', '--jsonl']).status).toBe(2);
  });
});

describe('options', () => {
  const one = (...options) => analyses(run(['analyze', ...options, 'one.txt']))[0];

  test('say how to count, with a space or =', () => {
    expect(one('--offsets', 'utf8').text.length).toBe(Buffer.byteLength('“Yes — of course 🙂,” said Ann Reed.\n'));
    expect(one('--offsets=utf16').text.length).toBe('“Yes — of course 🙂,” said Ann Reed.\n'.length);
    expect(one('--offsets=codepoint').text.length).toBe([...'“Yes — of course 🙂,” said Ann Reed.\n'].length);
  });

  test('may stand behind the FILE', () => {
    expect(analyses(run(['analyze', 'one.txt', '--offsets', 'utf8']))[0].offsets).toBe('utf8');
  });

  test('give the day of publication', () => {
    expect(one('--reference-date', '2024-02-29').reference_date).toEqual({ value: '2024-02-29', source: 'given' });
  });

  test('say that the text is the article', () => {
    const menu = 'Menu\nHome\nSubscribe\nSign in\n';
    const kinds = (...options) =>
      analyses(run(['analyze', ...options], { input: menu }))[0].blocks.map(({ kind }) => kind);
    expect(kinds()).toContain('chrome');
    expect(kinds('--clean')).not.toContain('chrome');
  });

  test('name the form', () => {
    expect(one('--format', 'json').schema).toBe('pressmark.analysis/1');
  });

  test('name the model', () => {
    expect(one('--model', model)).toEqual(one());
    expectFailure(
      run(['analyze', '--model', 'nope.pmk', 'one.txt']),
      1,
      'The model nope.pmk cannot be read: No such file or directory.',
    );
    const wrong = run(['analyze', '--model', 'one.txt', 'one.txt']);
    expect(wrong).toMatchObject({ status: 1, stdout: '' });
    expect(wrong.stderr).toMatch(/^pressmark: one\.txt: [^\n]+\.\n$/);
  });
});

describe('places', () => {
  const places = new URL('../../core/model/places.pmp', import.meta.url).pathname;
  const geo = (...options) => {
    const result = run(['analyze', '--clean', ...options], { input: 'Ann Reed flew to Kyiv on Tuesday.' });
    expect(result).toMatchObject({ status: 0, stderr: '' });
    return analyses(result)[0].entities.find(({ name }) => name === 'Kyiv').geo;
  };
  const kyiv = { geonames_id: 703448, country: 'UA', kind: 'capital' };

  test('are those beside the model, or named, or none', () => {
    expect(geo()).toMatchObject(kyiv);
    expect(geo('--places', places)).toEqual(geo());
    expect(geo('--no-places')).toBeNull();
    copyFileSync(model, join(folder, 'lonely.pmk'));
    expect(geo('--model', 'lonely.pmk')).toBeNull();
    expect(geo('--model', 'lonely.pmk', '--places', places)).toMatchObject(kyiv);
    copyFileSync(places, join(folder, 'places.pmp'));
    expect(geo('--model', 'lonely.pmk')).toMatchObject(kyiv);
    rmSync(join(folder, 'places.pmp'));
  });

  test('change nothing but geo', () => {
    const input = 'PARIS, Texas (AP) — “No,” Ann Reed said in Paris.';
    const [withPlaces] = analyses(run(['analyze'], { input }));
    const [without] = analyses(run(['analyze', '--no-places'], { input }));
    expect(withPlaces.entities.some((entity) => entity.geo !== null)).toBe(true);
    for (const entity of withPlaces.entities) entity.geo = null;
    expect(withPlaces).toEqual(without);
  });

  test('that cannot be read are told of, as the model is', () => {
    expectFailure(
      run(['analyze', '--places', 'nope.pmp', 'one.txt']),
      1,
      'The file of places nope.pmp cannot be read: No such file or directory.',
    );
    const wrong = run(['analyze', '--places', model, 'one.txt']);
    expect(wrong).toMatchObject({ status: 1, stdout: '' });
    expect(wrong.stderr).toMatch(/en\.pmk: The places file is no places file; make it again with [^\n]+\.\n$/);
  });
});

describe('help and version', () => {
  test('are printed, whatever else stands there', () => {
    expect(run(['--help']).stdout).toContain('Usage: pressmark COMMAND [OPTION...] [FILE...]');
    expect(run(['analyze', '--help', 'nope.txt']).stdout).toContain('--reference-date YYYY-MM-DD');
    expect(run(['analyze', '-h'])).toEqual(run(['analyze', '--help']));
    expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(run(['analyze', '--version'])).toEqual(run(['--version']));
    expect(run(['--help']).status).toBe(0);
  });
});

describe('wrong usage', () => {
  test.each([
    [[], 'The command is missing; there are analyze and split.'],
    [['analyse'], 'analyse is no command; there are analyze and split.'],
    [['--offsets', 'utf8'], '--offsets is no command; there are analyze and split.'],
    [['analyze', '--ofsets', 'utf8'], '--ofsets is no option of analyze.'],
    [['analyze', '-xj'], '-x is no option of analyze.'],
    [['analyze', '--jsonl=yes'], '--jsonl takes no value.'],
    [['analyze', '--offsets'], '--offsets needs a value.'],
    [['analyze', '--offsets', 'utf-8'], '--offsets is "utf-8", but must be utf8, utf16 or codepoint.'],
    [['analyze', '--format=csv'], '--format is "csv", but must be json.'],
    [
      ['analyze', '--reference-date', '2023-02-29'],
      '--reference-date is "2023-02-29", but must be a day of the calendar as YYYY-MM-DD.',
    ],
  ])('%j', (args, sentence) => {
    const result = run(args);
    expectFailure(result, 2, `${sentence} See pressmark --help.`);
    expect(result.stdout).toBe('');
  });
});

describe('output', () => {
  test('that cannot be written is a failure', () => {
    for (const args of ['analyze one.txt', '--help']) {
      const result = spawnSync('sh', ['-c', `"${program}" ${args} > /dev/full`], { cwd: folder, encoding: 'utf8' });
      expectFailure(result, 1, 'standard output cannot be written: No space left on device.');
    }
  });

  test('that nobody reads any more ends quietly', async () => {
    const child = spawn(program, ['analyze', '--jsonl'], { cwd: folder });
    let complaints = '';
    child.stderr.on('data', (data) => (complaints += data));
    child.stdin.on('error', (error) => expect(error.code).toMatch(/^(EPIPE|ECONNRESET)$/)); // it reads no more
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.write('{"text": "Line."}\n'.repeat(20_000));
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(complaints).toBe('');
  });
});

describe('the model', () => {
  test('is found from any folder, beside the program or installed with it', () => {
    const here = run(['analyze', 'one.txt']).stdout; // no place is in it
    mkdirSync(join(folder, 'install/bin'), { recursive: true });
    mkdirSync(join(folder, 'install/share/pressmark'), { recursive: true });
    copyFileSync(program, join(folder, 'install/bin/pressmark'));
    const installed = () =>
      spawnSync(join(folder, 'install/bin/pressmark'), ['analyze', 'one.txt'], { cwd: folder, encoding: 'utf8' });

    expect(installed().stdout).toBe(here); // that of the tree it was built from
    writeFileSync(join(folder, 'install/bin/en.pmk'), 'no model');
    expect(installed().stderr).toContain('install/bin/en.pmk: ');
    writeFileSync(join(folder, 'install/share/pressmark/en.pmk'), 'no model');
    expect(installed().stderr).toContain('install/share/pressmark/en.pmk: ');
    copyFileSync(model, join(folder, 'install/share/pressmark/en.pmk'));
    expect(installed().stdout).toBe(here);
  });
});
