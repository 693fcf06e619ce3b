// Draws a reading as real text with <mark> elements, into an element that it owns. Plain DOM: a long article is thousands
// of marks, so paragraphs that did not change stay as they are, and the others are drawn in slices between which the page
// answers to keys and scrolling.
import { findEdit, moveSpans } from '../input/moveSpans';
import type { Block, Reading, Span } from '../types';
import { chipOf, drawParagraph, keyOf } from './drawBlock';
import { drawFold, isOpen } from './fold';
import { runs, type Run } from './runs';
import { paragraphs } from './segments';

const sliceMs = 8;

// A run as it stands in the root: folded, or a paragraph.
interface Drawn {
  key: string;
  element: HTMLElement;
  lines: HTMLElement[];
}

// An element's block, and the reading that it is of.
export interface Placed {
  block: Block;
  reading: Reading;
}

export class ReaderView {
  readonly #root: HTMLElement;
  #drawn: Drawn[] = []; // what stands in the root, in order
  #generation = 0;
  readonly #placed = new WeakMap<HTMLElement, Placed>();
  #opened: Span[] = []; // the runs that stand unfolded, in the text of `#reading`
  #reading: Reading | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  // True when all of it stands on the page; false when a newer update took over.
  async update(reading: Reading): Promise<boolean> {
    const generation = ++this.#generation;
    // The lists are drawn in this task already.
    await nextTask();
    if (generation !== this.#generation) return false;
    const { text, analysis, said } = reading;
    const chips = new Map(analysis.quotations.map((quotation) => [quotation.id, chipOf(quotation, analysis)]));
    const found = runs(paragraphs(text, analysis, said)).map((run) => ({ run, key: keyOfRun(run) }));
    const drawn = this.#drawn;
    const { first, last } = commonEnds(drawn, found);
    this.#moveOpened(reading);
    const blocks = new Map(analysis.blocks.map((block) => [block.start, block]));
    const place = ({ rows }: Run, lines: HTMLElement[]) => {
      for (const [i, { start }] of rows.entries()) {
        const [line, block] = [lines[i], blocks.get(start)];
        if (line && block) this.#placed.set(line, { block, reading });
      }
    };

    let sliceEnd = performance.now() + sliceMs;
    for (const [at, { run, key }] of found.entries()) {
      if (at < first || at >= found.length - last) {
        place(run, drawn[at < first ? at : drawn.length - found.length + at]?.lines ?? []);
        continue;
      }
      const lines = run.rows.map((row) => drawParagraph(row, chips));
      const element = run.folds ? drawFold(run, lines, this.#wasOpen(run)) : lines[0];
      if (!element) continue;
      place(run, lines);
      const old = at < drawn.length - last ? drawn[at] : undefined;
      if (old) old.element.replaceWith(element);
      else this.#root.insertBefore(element, drawn[at]?.element ?? null);
      drawn.splice(at, old ? 1 : 0, { key, element, lines });
      if (performance.now() > sliceEnd) {
        await nextTask();
        if (generation !== this.#generation) return false;
        sliceEnd = performance.now() + sliceMs;
      }
    }
    for (const { element } of drawn.splice(found.length - last, drawn.length - found.length)) element.remove();
    return true;

    function keyOfRun({ rows, folds }: Run): string {
      return [folds, ...rows.map((row) => keyOf(row, chips))].join('\u0002');
    }
  }

  clear(): void {
    this.#generation++;
    this.#drawn = [];
    this.#opened = [];
    this.#reading = null;
    this.#root.replaceChildren();
  }

  // The block that an element draws or stands in.
  placeOf(element: Element | null | undefined): Placed | undefined {
    const line = element?.closest<HTMLElement>('.block');
    return line ? this.#placed.get(line) : undefined;
  }

  // All blocks as they stand, folded ones too.
  get lines(): HTMLElement[] {
    return this.#drawn.flatMap(({ lines }) => lines);
  }

  // The element in which an offset of the last reading stands.
  lineAt(offset: number): HTMLElement | undefined {
    return this.lines.find((line) => (this.#placed.get(line)?.block.end ?? 0) > offset);
  }

  // The words of a stretch of the last reading, within the block that it starts in.
  rangeOf({ start, end }: Span): Range | undefined {
    const line = this.lineAt(start);
    const block = this.placeOf(line)?.block;
    if (!line || !block || start < block.start) return undefined;
    const range = document.createRange();
    range.setStart(...pointIn(line, start - block.start));
    range.setEnd(...pointIn(line, Math.min(end, block.end) - block.start));
    return range;
  }

  // Which runs are open is a matter of the page alone; it is taken over into the new reading by their places.
  #moveOpened(reading: Reading): void {
    for (const { element, lines } of this.#drawn) {
      const [first, last] = [this.placeOf(lines[0]), this.placeOf(lines.at(-1))];
      if (!first || !last || first.reading !== this.#reading || !element.matches('.fold')) continue;
      const span = { start: first.block.start, end: last.block.end };
      this.#opened = this.#opened.filter(({ start, end }) => start >= span.end || end <= span.start);
      if (isOpen(element)) this.#opened.push(span);
    }
    if (this.#reading) this.#opened = moveSpans(this.#opened, findEdit(this.#reading.text, reading.text));
    this.#reading = reading;
  }

  #wasOpen({ rows }: Run): boolean {
    const [start, end] = [rows[0]?.start ?? 0, rows.at(-1)?.end ?? 0];
    return this.#opened.some((opened) => opened.start < end && opened.end > start);
  }
}

function pointIn(line: HTMLElement, offset: number): [Node, number] {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return [node, left];
    left -= length;
  }
  return [line, line.childNodes.length];
}

// How many rows at the start and, of the rest, at the end are as they were.
function commonEnds(before: { key: string }[], after: { key: string }[]): { first: number; last: number } {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first]?.key === after[first]?.key) first++;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last)?.key === after.at(-1 - last)?.key) last++;
  return { first, last };
}

// Lets input, scrolling and painting go first.
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
