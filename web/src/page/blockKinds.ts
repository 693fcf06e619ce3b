// What the reader says of blocks: this is set aside, that is the headline. Her word goes to the analyzer with the text and
// overrides its own; where she says what the analyzer thinks anyway, nothing is kept.
//
//     log = say(log, [block], 'chrome');    // set aside
//     log = say(log, [block], 'kept');      // brought back, as whatever the analyzer took it for
//     log = takeBack(log);                  // as it was before the last word
import { moveSpans, type Edit } from './input/moveSpans';
import type { Block, Span } from './types';

export type BlockKind = Block['kind'];

export interface SaidBlock extends Span {
  kind: BlockKind;
  // What the analyzer had made of it.
  was: BlockKind;
}

// `now` is in the order of the text and does not overlap; `before`: what it was before each word, the last one last.
export interface KindLog {
  readonly now: SaidBlock[];
  readonly before: SaidBlock[][];
}

export const nothingSaid: KindLog = { now: [], before: [] };

const keptSteps = 50;

export const kindNames: Record<BlockKind, string> = {
  title: 'Headline',
  subtitle: 'Subtitle',
  kicker: 'Kicker',
  byline: 'Byline',
  dateline: 'Dateline',
  date: 'Date',
  body: 'Text',
  section: 'Section heading',
  list: 'List',
  pull_quote: 'Pull quote',
  caption: 'Caption',
  copyright: 'Copyright line',
  chrome: 'Set aside',
};

type Judged = Span & { kind: BlockKind };

// There is one headline: what had been taken for it is set aside, where the reader does not choose it too. `all`: the blocks
// of the same analysis.
export function say(log: KindLog, blocks: Judged[], kind: BlockKind | 'kept', all: Judged[] = []): KindLog {
  let now = log.now;
  for (const block of blocks) now = put(now, block, kind);
  if (kind === 'title') {
    const others = all.filter((block) => block.kind === 'title' && !blocks.includes(block));
    for (const other of others) now = put(now, other, 'chrome');
  }
  return step(log, now);
}

export function takeBack(log: KindLog): KindLog {
  const last = log.before.at(-1);
  return last ? { now: last, before: log.before.slice(0, -1) } : log;
}

// As the analyzer saw it; this too can be taken back.
export function forget(log: KindLog): KindLog {
  return step(log, []);
}

export function moveLog(log: KindLog, edit: Edit | null): KindLog {
  if (!edit || (!log.now.length && !log.before.length)) return log;
  return { now: moveSpans(log.now, edit), before: log.before.map((said) => moveSpans(said, edit)) };
}

function step(log: KindLog, now: SaidBlock[]): KindLog {
  return { now, before: [...log.before, log.now].slice(-keptSteps) };
}

// What had been said of a stretch that reaches beyond the block still holds for the rest of it.
function put(said: SaidBlock[], block: Judged, kind: BlockKind | 'kept'): SaidBlock[] {
  const over = said.find(({ start, end }) => start < block.end && end > block.start);
  const was = over?.was ?? block.kind;
  const meant = kind !== 'kept' ? kind : was === 'chrome' ? 'body' : was;
  const others = said.flatMap((other) => {
    if (other.start >= block.end || other.end <= block.start) return [other];
    return [
      { ...other, end: block.start },
      { ...other, start: block.end },
    ].filter(({ start, end }) => start < end);
  });
  if (meant === was) return others;
  const { start, end } = block;
  return [...others, { start, end, kind: meant, was }].sort((a, b) => a.start - b.start);
}

// For the ear: “Set aside: Home · News · Sport.”
export function describe(blocks: Judged[], text: string, kind: BlockKind | 'kept'): string {
  const verb = kind === 'kept' ? 'Brought back' : kindNames[kind];
  return `${verb}: ${nameOf(blocks, text)}.`;
}

// A few words by which one knows the blocks again.
export function nameOf(blocks: Span[], text: string): string {
  const [first] = blocks;
  if (!first) return 'nothing';
  if (blocks.length > 1) return `${blocks.length} paragraphs`;
  return `“${opening(text.slice(first.start, first.end).replace(/^[“"‘'«„]/, ''), 40)}”`;
}

export function opening(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/[\s,;:.·]*\S*$/, '') || line.slice(0, most)} …`;
}
