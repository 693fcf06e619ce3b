// From pieces of text with their places to paragraphs, by pages drawn by hand.
import { expect, test } from 'vitest';
import { linesOf, type Piece } from '../../web/src/page/import/pdfLines';
import { writeParagraphs } from '../../web/src/page/import/pdfParagraphs';

// Letters of half their size in width, twelve points from line to line.
function lines(x: number, top: number, texts: string[], size = 10): Piece[] {
  return texts.map((text, i) => ({
    text,
    x,
    y: top - 1.2 * size * i,
    width: (text.length * size) / 2,
    size,
    upright: true,
  }));
}

const paragraphs = (...pages: Piece[][]) => writeParagraphs(pages.map(linesOf)).text.split('\n\n');

const left = [
  'The wall of the harbour is to',
  'be raised by a metre, for the',
  'sea has risen since they built',
  'it, said the mayor on Monday.',
];
const right = [
  'The fishermen had asked for a',
  'longer quay instead, and some',
  'of them walked out before the',
  'vote was taken in the chamber.',
];

test('pieces of a line are put together, with a blank where there is a gap', () => {
  const pieces: Piece[] = [
    { text: 'Har', x: 10, y: 100, width: 15, size: 10, upright: true },
    { text: 'wall', x: 53, y: 100.5, width: 20, size: 10, upright: true },
    { text: 'bour', x: 25, y: 100, width: 20, size: 10, upright: true },
    { text: '1', x: 73, y: 103, width: 3, size: 6, upright: true },
  ];
  expect(linesOf(pieces).map(({ text }) => text)).toEqual(['Harbour wall1']);
});

test('two columns are read one after the other, below a headline and above a foot that run across', () => {
  const page = [
    ...lines(40, 700, ['A headline that runs across both of them'], 20),
    ...lines(40, 640, left),
    ...lines(230, 640, right),
    ...lines(40, 560, ['The council meets again on Tuesday, said a note that was put up at the door.']),
  ];
  expect(paragraphs(page)).toEqual([
    'A headline that runs across both of them',
    left.join(' '),
    right.join(' '),
    'The council meets again on Tuesday, said a note that was put up at the door.',
  ]);
});

test('a line that is stretched to its column stays one', () => {
  const page = [
    ...lines(40, 700, left.slice(0, 3)),
    { text: 'it, said', x: 40, y: 664, width: 40, size: 10, upright: true },
    { text: 'Mr. Vargas-', x: 132, y: 664, width: 55, size: 10, upright: true },
    ...lines(40, 652, ['Holm on Monday.']),
    ...lines(230, 700, right),
  ];
  expect(paragraphs(page)).toEqual([
    `${left.slice(0, 3).join(' ')} it, said Mr. Vargas-Holm on Monday.`,
    right.join(' '),
  ]);
});

test('paragraphs are parted by space, by an indent, and by a line that is not full', () => {
  const full = 'The council of the town met again';
  expect(paragraphs([...lines(40, 700, [full, full]), ...lines(40, 660, [full])])).toEqual([`${full} ${full}`, full]);
  expect(
    paragraphs([
      ...lines(40, 700, [full]),
      ...lines(52, 688, ['And on it went all day and all']),
      ...lines(40, 676, [full]),
    ]),
  ).toEqual([full, `And on it went all day and all ${full}`]);
  expect(paragraphs(lines(40, 700, [full, 'It voted.', full]))).toEqual([`${full} It voted.`, full]);
  expect(paragraphs(lines(40, 700, [full, 'It asked Mrs', full]))).toEqual([`${full} It asked Mrs ${full}`]);
});

test('a word broken at the end of a line is one again, and keeps a hyphen that it has elsewhere', () => {
  const page = lines(40, 700, [
    'It was a well-known wall of a hun-',
    'dred metres, and a well-',
    'known architect built it in 1910-',
    '1912 for the town',
  ]);
  expect(paragraphs(page)).toEqual([
    'It was a well-known wall of a hundred metres, and a well-known architect built it in 1910-1912 for the town',
  ]);
});

test('a sentence goes on over the page, past heads, feet and numbers of pages', () => {
  const page = (number: number, texts: string[]) => [
    ...lines(40, 760, [`Skerry Gazette ${number} May 2026`]),
    ...lines(40, 700, texts),
    ...lines(200, 30, [`Page ${number} of 2`]),
  ];
  expect(paragraphs(page(1, left.slice(0, 2)), page(2, left.slice(2)))).toEqual([
    'Skerry Gazette 1 May 2026',
    left.join(' '),
    'Page 1 of 2',
    'Skerry Gazette 2 May 2026',
    'Page 2 of 2',
  ]);
});

test('large letters are headings', () => {
  const { text, hints } = writeParagraphs([
    linesOf([
      ...lines(40, 700, ['Wall to rise'], 24),
      ...lines(40, 660, ['What it costs'], 14),
      ...lines(40, 630, left),
    ]),
  ]);
  expect(hints.map(({ start, end, heading }) => [text.slice(start, end), heading])).toEqual([
    ['Wall to rise', 1],
    ['What it costs', 2],
  ]);
});

test('text that runs up the margin stands apart', () => {
  const turned: Piece = { text: 'Photo: A. Lund', x: 20, y: 676, width: 70, size: 6, upright: false };
  expect(paragraphs([...lines(40, 700, left), turned])).toEqual([left.join(' '), 'Photo: A. Lund']);
});

test('a page without text, and one with very many pieces', () => {
  expect(writeParagraphs([[]]).text).toBe('');
  const many = Array.from({ length: 40_000 }, (_, i) =>
    lines(40 + (i % 50) * 10, 700 - Math.floor(i / 50), ['a'], 4),
  ).flat();
  const begin = performance.now();
  expect(writeParagraphs([linesOf(many)]).text.length).toBeGreaterThan(1000);
  expect(performance.now() - begin).toBeLessThan(10_000);
});
