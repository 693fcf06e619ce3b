// Draws a reading as real text with <mark> elements, into an element that it owns. Plain DOM: a long article is thousands
// of marks, so paragraphs that did not change stay as they are, and the others are drawn in slices between which the page
// answers to keys and scrolling.
//
// What is for the eye only (letter tags, speakers' names) is content of CSS: copied text is the article and nothing else.
import type { Quotation, Reading } from '../types';
import { paragraphs, segments, type Paragraph, type Segment } from './segments';
import { speakerName } from '../speakers';

const sliceMs = 8;

interface Drawn {
  key: string;
  element: HTMLElement;
}

export class ReaderView {
  readonly #root: HTMLElement;
  #drawn: Drawn[] = []; // what stands in the root, in order
  #generation = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  // True when all of it stands on the page; false when a newer update took over.
  async update({ text, analysis }: Reading): Promise<boolean> {
    const generation = ++this.#generation;
    // The lists are drawn in this task already.
    await nextTask();
    if (generation !== this.#generation) return false;
    const chips = new Map(analysis.quotations.map((quotation) => [quotation.id, chipOf(quotation, analysis)]));
    const rows = paragraphs(text, analysis).map((row) => ({ row, key: keyOf(row, chips) }));
    const drawn = this.#drawn;
    const { first, last } = commonEnds(drawn, rows);

    let sliceEnd = performance.now() + sliceMs;
    for (const [at, { row, key }] of rows.entries()) {
      if (at < first || at >= rows.length - last) continue;
      const element = drawParagraph(row, chips);
      const old = at < drawn.length - last ? drawn[at] : undefined;
      if (old) old.element.replaceWith(element);
      else this.#root.insertBefore(element, drawn[at]?.element ?? null);
      drawn.splice(at, old ? 1 : 0, { key, element });
      if (performance.now() > sliceEnd) {
        await nextTask();
        if (generation !== this.#generation) return false;
        sliceEnd = performance.now() + sliceMs;
      }
    }
    for (const { element } of drawn.splice(rows.length - last, drawn.length - rows.length)) element.remove();
    return true;
  }

  clear(): void {
    this.#generation++;
    this.#drawn = [];
    this.#root.replaceChildren();
  }
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

// Everything that a paragraph's picture depends on, with offsets from its own start: text typed above it does not count.
function keyOf(row: Paragraph, chips: Map<string, Chip>): string {
  const covers = row.covers.map(
    (cover) =>
      `${cover.layer}${cover.id}${'type' in cover ? cover.type + cover.mention : cover.kind}${cover.start - row.start}-${cover.end - row.start}`,
  );
  const ends = row.ends.map(({ at, quotation }) => {
    const chip = chips.get(quotation);
    return `${quotation}${at - row.start}${chip?.name ?? ''}${chip?.voice ?? ''}${chip?.doubt ? '?' : ''}`;
  });
  return [row.kind, row.level, row.text, ...covers, ...ends].join('\u0001');
}

interface Chip {
  quotation: string;
  name: string;
  voice: string;
  doubt: boolean;
}

function chipOf(quotation: Quotation, analysis: Reading['analysis']): Chip {
  const { name, voice, doubt } = speakerName(quotation, analysis);
  return { quotation: quotation.id, name, voice, doubt };
}

function drawParagraph(row: Paragraph, chips: Map<string, Chip>): HTMLElement {
  const element = document.createElement('p');
  element.className = `block ${row.kind}`;
  if (row.kind === 'title' || row.kind === 'section') {
    // Not an <h3>: browsers copy a heading at the top without the blank line behind it.
    element.role = 'heading';
    element.ariaLevel = row.kind === 'title' ? '3' : '4';
  }
  element.classList.toggle('quoted', row.quoted);
  for (const segment of segments(row)) {
    element.append(drawSegment(segment, row));
    for (const end of row.ends) {
      const chip = chips.get(end.quotation);
      if (chip && end.at === segment.end) element.append(drawChip(chip));
    }
  }
  return element;
}

function drawSegment({ start, end, covers }: Segment, row: Paragraph): Node {
  const words = row.text.slice(start - row.start, end - row.start);
  if (!covers.length) return document.createTextNode(words);
  const mark = document.createElement('mark');
  mark.textContent = words;
  const ids: Record<'entity' | 'quotation' | 'cue' | 'speaker', string[]> = {
    entity: [],
    quotation: [],
    cue: [],
    speaker: [],
  };
  for (const cover of covers) {
    mark.classList.add(cover.layer);
    if (cover.layer === 'entity') {
      ids.entity.push(cover.id);
      // Two names over one another: the smaller one gives the colour.
      if (ids.entity.length === 1) {
        mark.classList.add(cover.type, cover.mention);
        if (cover.end === end) mark.classList.add('last');
      }
    } else {
      ids[cover.layer === 'content' ? 'quotation' : cover.layer].push(cover.id);
      if (cover.layer === 'content') mark.classList.add(cover.kind);
    }
  }
  for (const [name, list] of Object.entries(ids)) if (list.length) mark.dataset[name] = list.join(' ');
  const [smallest] = covers;
  if (smallest) mark.dataset.pick = `${smallest.layer === 'entity' ? 'entity' : 'quotation'} ${smallest.id}`;
  return mark;
}

function drawChip({ quotation, name, voice, doubt }: Chip): HTMLElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = doubt ? 'chip doubt' : 'chip';
  chip.dataset.name = name;
  chip.dataset.pick = `voice ${voice}`;
  chip.dataset.of = quotation;
  chip.setAttribute('aria-label', doubt ? `Speaker in doubt: ${name}` : `Speaker: ${name}`);
  return chip;
}

// Lets input, scrolling and painting go first.
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
