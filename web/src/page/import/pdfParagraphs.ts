// From the lines of a PDF's pages to paragraphs.
//
// A paragraph ends where the space below a line is wide, the letters change their size, the next line is indented, or a
// sentence ends before the line is full. It goes on in the next column or on the next page where no sentence has ended. What
// stands at the head or foot of page after page, and page numbers, are kept as blocks of their own, behind the paragraph that
// they would have cut in two.
import type { Hint } from '../types';
import { greatest, least, type Line } from './pdfLines';

interface Paragraph {
  text: string;
  size: number;
}

// In sizes of the letters.
const indent = 0.8;
const slack = 1;
const longestHeading = 300;

export function writeParagraphs(pages: Line[][]): { text: string; hints: Hint[] } {
  const lines = pages.flat();
  const size = middle(lines.flatMap((line) => Array<number>(Math.ceil(line.text.length / 10)).fill(line.size)));
  const paragraphs = paragraphsOf(pages, leadingOf(pages, size), hyphenatedWords(lines));
  const largest = greatest(paragraphs, (paragraph) => paragraph.size);
  let text = '';
  const hints: Hint[] = [];
  for (const paragraph of paragraphs) {
    if (text) text += '\n\n';
    const start = text.length;
    text += paragraph.text;
    if (paragraph.size > 1.15 * size && paragraph.text.length <= longestHeading) {
      hints.push({ start, end: text.length, heading: paragraph.size > 0.95 * largest ? 1 : 2 });
    }
  }
  return { text, hints };
}

function paragraphsOf(pages: Line[][], leading: number, hyphenated: ReadonlySet<string>): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const aside: Paragraph[] = []; // heads and feet of pages, until the paragraph ends
  let current: Paragraph | null = null;
  let before: Line | null = null;
  const running = runningLines(pages);
  for (const page of pages) {
    const outer = page.filter((line) => running.has(line));
    const middleOfPage = middle(page.map(({ y }) => y));
    aside.push(...outer.filter(({ y }) => y > middleOfPage));
    for (const line of page) {
      if (running.has(line)) continue;
      if (current && before && goesOn(before, line, leading)) {
        current.text = join(current.text, line.text, hyphenated);
      } else {
        paragraphs.push(...aside.splice(0));
        current = { text: line.text, size: line.size };
        paragraphs.push(current);
      }
      before = line;
    }
    aside.push(...outer.filter(({ y }) => y <= middleOfPage));
  }
  return [...paragraphs, ...aside];
}

function goesOn(before: Line, line: Line, leading: number): boolean {
  if (Math.abs(before.size - line.size) > 0.1 * Math.max(before.size, line.size)) return false;
  const ended = /[.!?:…]["'”’»)\]]*$/.test(before.text);
  if (before.column !== line.column) return !ended && /^[\p{Ll}\p{N}“"‘'(]/u.test(line.text);
  if (before.y - line.y > 1.3 * leading * Math.max(1, line.size / before.size)) return false;
  const { left, right } = line.column;
  const indented = line.left - left > indent * line.size;
  if (indented && before.left - left <= indent * line.size) return false;
  return !(ended && right - before.right > firstWordOf(line) + slack * line.size);
}

// How wide it is, about: where it would have fitted into the line before, that line was not full.
function firstWordOf({ text, left, right }: Line): number {
  return ((right - left) * (text.indexOf(' ') + 1 || text.length)) / text.length;
}

function join(text: string, next: string, hyphenated: ReadonlySet<string>): string {
  const end = /(\p{L}+)[-\u2010\u00AD]$/u.exec(text);
  const start = /^\p{Ll}\p{L}*/u.exec(next);
  if (!end || !start)
    return /[-\u2010–—/]$/.test(text) && !/\s[-\u2010–—]$/.test(text) ? text + next : `${text} ${next}`;
  const kept = hyphenated.has(`${end[1]}-${start[0]}`.toLowerCase());
  return (kept ? text : text.slice(0, -1)) + next;
}

// Words that have a hyphen within a line: where a line ends at it, it stays.
function hyphenatedWords(lines: Line[]): Set<string> {
  return new Set(
    lines
      .flatMap(({ text }) => text.match(/\p{L}+[-\u2010]\p{L}+/gu) ?? [])
      .map((word) => word.replace('\u2010', '-').toLowerCase()),
  );
}

// Of the topmost and lowest lines of pages: those that come again, apart from their numbers, and mere page numbers.
function runningLines(pages: Line[][]): Set<Line> {
  const outer = pages.map((page) => {
    const top = greatest(page, ({ y }) => y);
    const bottom = least(page, ({ y }) => y);
    return page.filter(({ y, size }) => top - y < size / 2 || y - bottom < size / 2);
  });
  const key = ({ text }: Line) => text.replace(/\d+/g, '#').toLowerCase();
  const pagesWith = new Map<string, number>();
  for (const lines of outer)
    for (const each of new Set(lines.map(key))) pagesWith.set(each, (pagesWith.get(each) ?? 0) + 1);
  const isNumber = (line: Line) =>
    /^([-–—|]\s*)?(page\s+)?(\d{1,4}|[ivxl]+)(\s*(of|\/)\s*\d{1,4})?(\s*[-–—|])?$/i.test(line.text);
  return new Set(
    outer.flatMap((lines) => lines.filter((line) => isNumber(line) || (pagesWith.get(key(line)) ?? 0) > 1)),
  );
}

// From line to line in running text.
function leadingOf(pages: Line[][], size: number): number {
  const steps = pages.flatMap((page) =>
    page.flatMap((line, i) => {
      const next = page[i + 1];
      if (next?.column !== line.column) return [];
      const step = line.y - next.y;
      return step > 0.5 * size && step < 3 * size ? [step] : [];
    }),
  );
  return middle(steps) || 1.3 * size;
}

function middle(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;
}
