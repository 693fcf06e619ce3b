// Words in their sentence, cut to a line or two: “… the council said | last Tuesday |, ending a dispute …”
import type { Analysis, Span } from '../types';

export interface Snippet {
  before: string;
  words: string;
  after: string;
}

const beforeLength = 40;
const afterLength = 50;

export function snippet(text: string, { sentences }: Analysis, { start, end }: Span): Snippet {
  const sentence = sentences.find(([from, to]) => from <= start && to >= end);
  const [from, to] = sentence ?? [start, end];
  return {
    before: cutStart(oneLine(text.slice(from, start)).trimStart()),
    words: oneLine(text.slice(start, end)),
    after: cutEnd(oneLine(text.slice(end, to)).trimEnd()),
  };
}

function cutStart(words: string): string {
  if (words.length <= beforeLength) return words;
  return `… ${words.slice(-beforeLength).replace(/^\S*\s+/, '')}`;
}

function cutEnd(words: string): string {
  if (words.length <= afterLength) return words;
  return `${words.slice(0, afterLength).replace(/[\s,;:—–-]+\S*$/, '')} …`;
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ');
}
