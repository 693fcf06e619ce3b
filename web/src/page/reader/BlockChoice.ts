// Which blocks the reader means: those that she selected, the one with the focus, the one that she tapped or points at. Shows
// the tools beside them and passes on what she says.
import { nameOf, type BlockKind } from '../blockKinds';
import { findEdit, moveSpans } from '../input/moveSpans';
import type { Block, Reading, Span } from '../types';
import { BlockTools, type MarkKind } from './BlockTools';
import { isOpen, setOpen } from './fold';
import type { Placed, ReaderView } from './ReaderView';

const restMs = 60;

export type Say = (reading: Reading, blocks: Block[], kind: BlockKind | 'kept') => void;
export type Mark = (reading: Reading, words: Span, kind: MarkKind) => void;

export class BlockChoice {
  readonly #root: HTMLElement;
  readonly #view: ReaderView;
  readonly #say: Say;
  readonly #mark: Mark;
  readonly #tools: BlockTools;
  #tapped: HTMLElement | undefined;
  #shown: HTMLElement[] = []; // those that the tools are for
  // Where the focus stands, to come back to when that is drawn anew.
  #stood: { element: Element; place: Placed } | undefined;

  constructor(root: HTMLElement, view: ReaderView, say: Say, mark: Mark) {
    this.#root = root;
    this.#view = view;
    this.#say = say;
    this.#mark = mark;
    this.#tools = new BlockTools(
      (kind) => {
        this.say(kind);
      },
      (kind) => {
        this.mark(kind);
      },
      (block) => {
        focus(block);
      },
    );
    // A text that scrolls under the pointer is not pointed at.
    let still: ReturnType<typeof setTimeout> | undefined;
    root.addEventListener('pointerover', ({ target, buttons, pointerType }) => {
      clearTimeout(still);
      if (buttons !== 0 || pointerType !== 'mouse') return;
      still = setTimeout(() => {
        this.#point(target as Element);
      }, restMs);
    });
    root.addEventListener('pointerleave', () => {
      clearTimeout(still);
      if (!this.#tools.used) this.#showFor(this.#tapped);
    });
    root.addEventListener('focusin', ({ target }) => {
      const element = target as Element;
      const place = view.placeOf(lineOf(element) ?? linesIn(element.closest('.fold'))[0]);
      this.#stood = place && { element, place };
      if (!this.#tools.used) this.#tap(lineOf(element));
    });
    root.addEventListener('focusout', ({ target }) => {
      // Who goes elsewhere is not called back; who was drawn anew is.
      queueMicrotask(() => {
        if ((target as Element).isConnected && !root.contains(document.activeElement)) this.#stood = undefined;
      });
    });
    root.addEventListener('click', ({ target }) => {
      const all = (target as Element).closest('[data-all]');
      if (all) this.#sayOf(linesIn(all.closest('.fold')), 'kept');
      else if (!this.#tools.used) this.#tap(lineOf(target as Element));
    });
    // Selecting by touch or keyboard is no click.
    let rest: ReturnType<typeof setTimeout> | undefined;
    document.addEventListener('selectionchange', () => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        const selected = this.#selected();
        if (this.#tools.used) return;
        if (selected.length) this.#showFor(selected.length > 1 ? this.#tapped : selected[0]);
      }, 250);
    });
    new ResizeObserver(() => {
      this.#tools.stay();
    }).observe(root);
  }

  // Brings back what is set aside, and sends away what is not; of several, all go if one of them does.
  toggle(): void {
    const lines = this.#meant();
    if (lines.length) this.#sayOf(lines, this.#isKept(lines) ? 'chrome' : 'kept');
  }

  say(kind: BlockKind | 'kept'): void {
    this.#sayOf(this.#meant(), kind);
  }

  // The words that are selected in one block become a mark, or none.
  mark(kind: MarkKind): boolean {
    const [line, ...others] = this.#selected();
    const place = this.#view.placeOf(line);
    const words = line && !others.length && selectedIn(line);
    if (!place || !words) return false;
    const { start } = place.block;
    this.#mark(place.reading, { start: start + words.start, end: start + words.end }, kind);
    getSelection()?.removeAllRanges();
    return true;
  }

  // The next or the previous paragraph, or folded run, gets the focus.
  step(by: 1 | -1): void {
    const stops = [...this.#root.querySelectorAll<HTMLElement>('.block, .fold .toggle')].filter((stop) =>
      stop.checkVisibility({ contentVisibilityAuto: false }),
    );
    const { activeElement } = document;
    const from = activeElement?.closest<HTMLElement>('.toggle') ?? this.#meant().at(by > 0 ? -1 : 0);
    const at = from ? stops.indexOf(from) : by > 0 ? -1 : stops.length;
    const next = stops[at + by];
    if (next) focus(next);
  }

  // The text is drawn anew, as this reading.
  drawn({ text }: Reading): void {
    if (!this.#tapped?.isConnected) this.#tapped = undefined;
    const stood = this.#stood;
    const lost = stood && !stood.element.isConnected && document.activeElement === document.body;
    if (!lost && !this.#tools.used) {
      this.#showFor(this.#tapped);
      return;
    }
    const [block] = stood ? moveSpans([stood.place.block], findEdit(stood.place.reading.text, text)) : [];
    const line = block && this.#view.lineAt(block.start);
    const fold = line?.closest('.fold');
    const next = fold && !isOpen(fold) ? fold.querySelector<HTMLElement>('.toggle') : line;
    if (next) focus(next);
    else this.#showFor(undefined);
  }

  #point(target: Element): void {
    if (this.#tools.used || this.#tools.element.contains(target)) return;
    const line = lineOf(target);
    if (line && this.#shown.length < 2) this.#showFor(line);
  }

  #tap(line: HTMLElement | undefined): void {
    this.#tapped = line;
    this.#showFor(line);
  }

  #showFor(line: HTMLElement | undefined): void {
    const selected = this.#selected();
    const lines = selected.length > 1 ? selected : line ? [line] : [];
    // Read before anything is written, or the whole text would be laid out anew.
    const top = lines.at(-1)?.offsetTop ?? 0;
    for (const old of this.#shown) old.classList.remove('meant');
    for (const now of lines) now.classList.add('meant');
    this.#shown = lines;
    const last = lines.at(-1);
    const blocks = lines.flatMap((each) => this.#view.placeOf(each)?.block ?? []);
    const text = this.#view.placeOf(last)?.reading.text;
    if (!last || text === undefined) {
      this.#tools.hide();
      return;
    }
    const kinds = new Set(blocks.map(({ kind }) => kind));
    const kind = kinds.size === 1 ? (blocks[0]?.kind ?? null) : null;
    this.#tools.show(last, top, {
      name: nameOf(blocks, text),
      kind,
      kept: this.#isKept(lines),
      words: wordsOf(selected, this.#isKept(lines)),
    });
  }

  #isKept(lines: HTMLElement[]): boolean {
    return lines.some((line) => this.#view.placeOf(line)?.block.kind !== 'chrome');
  }

  #sayOf(lines: HTMLElement[], kind: BlockKind | 'kept'): void {
    const places = lines.flatMap((line) => this.#view.placeOf(line) ?? []);
    const [first] = places;
    if (!first) return;
    this.#say(
      first.reading,
      places.filter(({ reading }) => reading === first.reading).map(({ block }) => block),
      kind,
    );
  }

  #meant(): HTMLElement[] {
    const selected = this.#selected();
    if (selected.length > 1) return selected;
    const shown = this.#tools.beside ? this.#shown.filter((line) => line.isConnected) : [];
    if (shown.length) return shown;
    const fold = document.activeElement?.closest('.fold .head')?.parentElement;
    if (fold) return linesIn(fold);
    const picked = lineOf(this.#root.querySelector('.picked, .picked-name'));
    return picked ? [picked] : selected;
  }

  #selected(): HTMLElement[] {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return [];
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.#root)) return [];
    return this.#view.lines.filter((line) => touches(range, line));
  }
}

// More than by its border.
export function touches(range: Range, line: HTMLElement): boolean {
  if (!range.intersectsNode(line)) return false;
  return withinLine(range, line).toString() !== '';
}

export function withinLine(range: Range, line: HTMLElement): Range {
  const part = document.createRange();
  part.selectNodeContents(line);
  if (line.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (line.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

// How many characters of a line stand before a range in it.
export function lengthBefore(line: HTMLElement, { startContainer, startOffset }: Range): number {
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(startContainer, startOffset);
  return before.toString().length;
}

// What is selected of a line, without the white space at its ends.
function selectedIn(line: HTMLElement): Span | null {
  const range = getSelection()?.getRangeAt(0);
  if (!range) return null;
  const part = withinLine(range, line);
  const words = part.toString();
  const start = lengthBefore(line, part) + words.length - words.trimStart().length;
  return words.trim() ? { start, end: start + words.trim().length } : null;
}

function wordsOf([line, ...others]: HTMLElement[], kept: boolean): string {
  const words = kept && line && !others.length ? selectedIn(line) : null;
  return words && line ? line.textContent.slice(words.start, words.end).slice(0, 40) : '';
}

// A fold that holds the line is opened first.
export function focus(element: HTMLElement): void {
  const fold = element.closest('.fold .inside')?.parentElement;
  if (fold) setOpen(fold, true);
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}

function lineOf(element: Element | null): HTMLElement | undefined {
  const tools = element?.closest('.block-tools');
  return (
    (tools ? (tools.previousElementSibling as HTMLElement | null) : element?.closest<HTMLElement>('.block')) ??
    undefined
  );
}

function linesIn(fold: Element | null): HTMLElement[] {
  return [...(fold?.querySelectorAll<HTMLElement>('.block') ?? [])];
}
