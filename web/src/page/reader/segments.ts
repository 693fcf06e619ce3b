// From spans that nest and cross to a flat row of segments that can be drawn.
//
//     text      “No,” Ms. Diallo said.
//     covers     [content]             q1
//                     [speaker  ]      q1
//                         [entity]     e1
//                                [cue] q1
//     segments  “|No|,” |Ms. |Diallo| |said|.
//
// Every segment knows all the covers over it, the smallest first: that one wins the click.
import { timeWords } from '../timeWords';
import type { Analysis, Block, Entity, Quotation, Span } from '../types';

export type Cover =
  | { layer: 'entity'; id: string; type: Entity['type']; mention: string; by: boolean; start: number; end: number }
  | { layer: 'time'; id: string; words: string; start: number; end: number }
  | { layer: 'content' | 'cue' | 'speaker'; id: string; kind: Quotation['kind']; start: number; end: number };

export interface Segment extends Span {
  covers: Cover[];
}

// A block of the text with all that is to be drawn in it. `ends`: where quotations end, which is where their speaker is
// named; past the closing mark, so that the name does not stand inside the quotation.
export interface Paragraph extends Span {
  kind: Block['kind'];
  level: number;
  text: string;
  covers: Cover[];
  ends: { at: number; quotation: string }[];
  quoted: boolean;
  said: boolean; // the reader said what it is
  repeats: boolean; // it stands in the text once more
}

// What closes a quotation behind its content: marks, and the stop of the sentence.
const closing = /^[,.;:!?…”’"'»“‘›]+/u;

export function paragraphs(text: string, analysis: Analysis, said: Span[] = []): Paragraph[] {
  const rows = analysis.blocks.map((block): Paragraph => ({
    start: block.start,
    end: block.end,
    kind: block.kind,
    level: block.level ?? 0,
    text: text.slice(block.start, block.end),
    covers: [],
    ends: [],
    quoted: false,
    said: false,
    repeats: block.duplicate_of !== null,
  }));
  const place = placer(rows);
  for (const span of said) for (const row of place(span)) row.said = true;
  for (const cover of coversOf(analysis)) {
    for (const row of place(cover)) {
      row.covers.push({ ...cover, start: Math.max(cover.start, row.start), end: Math.min(cover.end, row.end) });
    }
  }
  for (const quotation of analysis.quotations) {
    const last = quotation.content.at(-1);
    if (!last) continue;
    for (const row of place(last).slice(-1)) {
      const end = Math.min(last.end, row.end);
      const after = closing.exec(text.slice(end, Math.min(end + 8, row.end)))?.[0].length ?? 0;
      row.ends.push({ at: end + after, quotation: quotation.id });
    }
    if (quotation.marks.length) {
      for (const piece of quotation.content) for (const row of place(piece)) row.quoted = true;
    }
  }
  return rows;
}

export function segments(paragraph: Paragraph): Segment[] {
  const covers = paragraph.covers.filter((cover) => cover.start < cover.end);
  const borders = new Set([paragraph.start, paragraph.end]);
  for (const { start, end } of covers) borders.add(start).add(end);
  for (const { at } of paragraph.ends) borders.add(at);
  const sorted = [...borders].sort((a, b) => a - b);

  const starting = [...covers].sort((a, b) => a.start - b.start);
  const row: Segment[] = [];
  let next = 0;
  let open: Cover[] = [];
  sorted.forEach((start, i) => {
    const end = sorted[i + 1];
    if (end === undefined) return;
    open = open.filter((cover) => cover.end > start);
    for (let cover = starting[next]; cover && cover.start <= start; cover = starting[++next]) open.push(cover);
    row.push({ start, end, covers: [...open].sort((a, b) => a.end - a.start - (b.end - b.start)) });
  });
  return row;
}

function coversOf(analysis: Analysis): Cover[] {
  const covers: Cover[] = [];
  for (const { id, type, mentions } of analysis.entities) {
    for (const { start, end, kind, by } of mentions) {
      covers.push({ layer: 'entity', id, type, mention: kind, by: by !== undefined, start, end });
    }
  }
  for (const { id, kind, content, cue, speaker } of analysis.quotations) {
    for (const { start, end } of content) covers.push({ layer: 'content', id, kind, start, end });
    if (cue) covers.push({ layer: 'cue', id, kind, start: cue.start, end: cue.end });
    const { start, end } = speaker ?? {};
    if (start != null && end != null) covers.push({ layer: 'speaker', id, kind, start, end });
  }
  for (const time of analysis.times) {
    covers.push({ layer: 'time', id: time.id, words: timeWords(time), start: time.start, end: time.end });
  }
  return covers;
}

// Finds the paragraphs, in order, that a span reaches into.
function placer(rows: Paragraph[]): (span: Span) => Paragraph[] {
  return ({ start, end }) => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: Paragraph[] = [];
    for (let row = rows[low]; row && row.start < end; row = rows[++low]) found.push(row);
    return found;
  };
}
