// One block of the text as an element: a paragraph with <mark> elements and the speakers' chips.
//
// What is for the eye only (letter tags, speakers' names) is content of CSS: copied text is the article and nothing else.
import type { Picked, Quotation, Reading } from '../types';
import { segments, type Cover, type Paragraph, type Segment } from './segments';
import { speakerName } from '../speakers';

// Everything that a paragraph's picture depends on, with offsets from its own start: text typed above it does not count.
export function keyOf(row: Paragraph, chips: Map<string, Chip>): string {
  const covers = row.covers.map(
    (cover) => `${cover.layer}${cover.id}${looksOf(cover)}${cover.start - row.start}-${cover.end - row.start}`,
  );
  const ends = row.ends.map(({ at, quotation }) => {
    const chip = chips.get(quotation);
    return `${quotation}${at - row.start}${chip?.name ?? ''}${chip?.voice ?? ''}${chip?.doubt ? '?' : ''}${chip?.by ? '!' : ''}`;
  });
  return [row.kind, row.level, row.said, row.repeats, row.text, ...covers, ...ends].join('\u0001');
}

function looksOf(cover: Cover): string {
  if (cover.layer === 'entity') return cover.type + cover.mention + String(cover.by);
  return cover.layer === 'time' ? cover.words : cover.kind;
}

export interface Chip {
  quotation: string;
  name: string;
  voice: string;
  doubt: boolean;
  by: boolean; // the reader says so
}

export function chipOf(quotation: Quotation, analysis: Reading['analysis']): Chip {
  const { name, voice, doubt } = speakerName(quotation, analysis);
  const by = quotation.speaker?.by !== undefined;
  return { quotation: quotation.id, name, voice, doubt, by };
}

// A line of a list that brings its own sign needs none of ours.
const ownBullet = /^(?:[•*·▪‣◦–—-]|\d+[.)])/u;

export function drawParagraph(row: Paragraph, chips: Map<string, Chip>): HTMLElement {
  const element = document.createElement('p');
  element.className = `block ${row.kind}`;
  if (row.kind === 'title' || row.kind === 'section') {
    // Not an <h3>: browsers copy a heading at the top without the blank line behind it.
    element.role = 'heading';
    element.ariaLevel = row.kind === 'title' ? '3' : '4';
  }
  element.classList.toggle('quoted', row.quoted);
  element.classList.toggle('said', row.said);
  element.classList.toggle('repeats', row.repeats);
  element.classList.toggle('bare', row.kind === 'list' && !ownBullet.test(row.text));
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
    if (cover.layer === 'time') {
      showTime(mark, cover, end);
    } else if (cover.layer === 'entity') {
      ids.entity.push(cover.id);
      // Two names over one another: the smaller one gives the colour.
      if (ids.entity.length === 1) {
        mark.classList.add(cover.type, cover.mention);
        if (cover.by) mark.classList.add('by-reader');
        if (cover.end === end) mark.classList.add('last');
      }
    } else {
      ids[cover.layer === 'content' ? 'quotation' : cover.layer].push(cover.id);
      if (cover.layer === 'content') mark.classList.add(cover.kind);
    }
  }
  for (const [name, list] of Object.entries(ids)) if (list.length) mark.dataset[name] = list.join(' ');
  // A name that holds a time, or a sum that is one, is picked before it.
  const smallest = covers.find(({ layer }) => layer === 'entity') ?? covers[0];
  if (smallest) mark.dataset.pick = `${pickedKind(smallest)} ${smallest.id}`;
  return mark;
}

function pickedKind({ layer }: Cover): Picked['kind'] {
  return layer === 'entity' || layer === 'time' ? layer : 'quotation';
}

// When it was is told at once, to pointer, finger and key.
function showTime(mark: HTMLElement, time: Extract<Cover, { layer: 'time' }>, end: number): void {
  mark.title = time.words;
  mark.dataset.time = time.id;
  if (time.end === end) mark.classList.add('ends');
}

function drawChip({ quotation, name, voice, doubt, by }: Chip): HTMLElement {
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.tabIndex = -1; // see MarkKeys
  chip.className = doubt ? 'chip doubt' : by ? 'chip by-reader' : 'chip';
  chip.dataset.name = name;
  chip.dataset.pick = `voice ${voice}`;
  chip.dataset.of = quotation;
  const label = doubt ? 'Speaker in doubt' : by ? 'Speaker, set by you' : 'Speaker';
  chip.setAttribute('aria-label', `${label}: ${name}`);
  return chip;
}
