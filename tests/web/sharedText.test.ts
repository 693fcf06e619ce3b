// What other programs share, in the many ways they fill in a form of three fields.
import { expect, test } from 'vitest';
import { readShared } from '../../web/src/page/sharedText';

function form(fields: Record<string, string>, files: File[] = []): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const file of files) data.append('files', file);
  return data;
}

const read = (fields: Record<string, string>) => readShared(form(fields));

test('a text, with title and address where they are told', () => {
  expect(read({ text: ' “Yes,” she said.\r\nNo more.\r\n' })).toEqual({
    text: { text: '“Yes,” she said.\nNo more.', hints: [], metadata: {} },
  });
  expect(read({ title: 'Bridge to reopen', text: '“Yes,” she said.', url: 'https://news.example/a' })).toEqual({
    text: {
      text: '“Yes,” she said.',
      hints: [],
      metadata: { title: 'Bridge to reopen', url: 'https://news.example/a' },
    },
  });
});

test('an address alone is told apart from a text, in whichever field it stands', () => {
  expect(read({ title: 'A bridge', text: 'https://news.example/a' })).toEqual({ address: 'https://news.example/a' });
  expect(read({ title: 'A bridge', text: '', url: 'https://news.example/a' })).toEqual({
    address: 'https://news.example/a',
  });
  expect(read({ text: 'https://news.example/a says so' })).toHaveProperty('text.text');
});

test('an address that is none of the web is not one of the article', () => {
  expect(read({ text: 'Words.', url: 'javascript:alert(1)' })).toEqual({
    text: { text: 'Words.', hints: [], metadata: {} },
  });
});

test('files count more than the words with them, but not empty ones', () => {
  const file = new File(['# Bridge'], 'bridge.md');
  expect(readShared(form({ text: 'See this' }, [file]))).toEqual({
    files: [expect.objectContaining({ name: 'bridge.md' })],
  });
  expect(readShared(form({ text: 'See this' }, [new File([], 'none')]))).toHaveProperty('text.text', 'See this');
});

test('nothing is nothing', () => {
  expect(read({})).toBeNull();
  expect(read({ title: ' ', text: ' ' })).toBeNull();
});
