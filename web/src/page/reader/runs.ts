// What is set aside comes in runs: a menu of two hundred lines between two paragraphs. A long run is folded to one line
// that tells what it holds; one or two short lines stand where they are.
//
//     title body body | chrome chrome chrome | body | chrome   ->   [title] [body] [body] {chrome × 3} [body] [chrome]
import type { Paragraph } from './segments';

export interface Run {
  rows: Paragraph[];
  folds: boolean;
}

const fewLines = 3;
const fewCharacters = 240;
const glimpseLength = 64;

export function runs(paragraphs: Paragraph[]): Run[] {
  const found: Run[] = [];
  for (let at = 0; at < paragraphs.length;) {
    const end = endOfRun(paragraphs, at);
    const rows = paragraphs.slice(at, end);
    if (isLong(rows)) found.push({ rows, folds: true });
    else for (const row of rows) found.push({ rows: [row], folds: false });
    at = end;
  }
  return found;
}

function endOfRun(paragraphs: Paragraph[], at: number): number {
  let end = at;
  while (paragraphs[end]?.kind === 'chrome') end++;
  return Math.max(end, at + 1);
}

function isLong(rows: Paragraph[]): boolean {
  if (rows[0]?.kind !== 'chrome') return false;
  return countLines(rows) >= fewLines || rows.reduce((sum, { text }) => sum + text.length, 0) > fewCharacters;
}

function countLines(rows: Paragraph[]): number {
  return rows.reduce((sum, { text }) => sum + text.split('\n').length, 0);
}

export function howMuch(rows: Paragraph[]): string {
  const lines = countLines(rows);
  return lines === 1 ? 'A paragraph' : `${lines} lines`;
}

// The first words of a run: “Home · News · Sport …”
export function glimpse(rows: Paragraph[]): string {
  let seen = '';
  for (const { text } of rows) {
    for (const line of text.split('\n')) {
      const more = seen + (seen && ' · ') + line.replace(/\s+/g, ' ').trim();
      if (more.length > glimpseLength) return `${seen || more.slice(0, glimpseLength).replace(/\s+\S*$/, '')} …`;
      seen = more;
    }
  }
  return seen;
}
