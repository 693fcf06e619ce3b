// What the reader puts right, with a way back: what a block is, what is a name, who speaks; for this article, or always.
import { describe as describeBlocks, forget, say, takeBack, type BlockKind, type KindLog } from './blockKinds';
import { add, describe, placeOf, redo, undo, type Correction, type Log } from './corrections';
import { keepTaught, readTaught, teach } from './dictionary';
import { typeNames } from './entityTypes';
import { findEdit, moveSpans } from './input/moveSpans';
import type { MarkKind } from './reader/BlockTools';
import type { Sheet } from './sheet';
import type { DictionaryEntry } from '../../../wasm/src/schema';
import type { Block, Reading, Span } from './types';

// Where what is put right takes effect: the log of corrections is applied to the analysis; all else needs a new one.
export interface Desk {
  sheet: () => Sheet;
  put: (sheet: Sheet, then: 'apply' | 'analyze', announcement: string) => void;
  inform: (notice: string) => void;
}

type Step = Sheet['steps'][number];

export class PutRight {
  // For every article, until it is forgotten.
  taught = $state.raw(readTaught());

  #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  // What the reader said of blocks, with offsets of the text as it is now.
  get kinds(): KindLog {
    return this.#desk.sheet().kinds;
  }

  get pins(): Log {
    return this.#desk.sheet().pins;
  }

  // The reader says what blocks of a reading are, or brings them back; the analysis follows.
  sayKind({ text, analysis }: Reading, blocks: Block[], kind: BlockKind | 'kept'): void {
    const edit = findEdit(text, this.#desk.sheet().text);
    const moved = moveSpans(blocks, edit);
    const others = moveSpans(
      analysis.blocks.filter((block) => !blocks.includes(block)),
      edit,
    );
    this.#setKinds(say(this.kinds, moved, kind, others), describeBlocks(blocks, text, kind), this.#with('kind'));
  }

  takeBackKind(): void {
    if (!this.kinds.before.length) return;
    this.#setKinds(takeBack(this.kinds), 'Your last word on a paragraph is taken back.', this.#without('kind'));
  }

  forgetKinds(): void {
    this.#setKinds(forget(this.kinds), 'All paragraphs are as Pressmark saw them.', this.#with('kind'));
  }

  correct(correction: Correction): void {
    this.#setPins(add(this.pins, correction), describe(correction, typeNames), this.#with('pin'));
  }

  // Words of a reading are a name of this type, or what somebody says, or no name.
  mark({ text }: Reading, { start, end }: Span, kind: MarkKind): void {
    const now = this.#desk.sheet().text;
    const [moved] = moveSpans([{ start, end }], findEdit(text, now));
    if (!moved) return;
    const at = placeOf(now, moved);
    if (kind === 'quotation') this.correct({ op: 'quotation', at });
    else if (kind === 'none') this.correct({ op: 'no_name', at });
    else this.correct({ op: 'name', at, type: kind });
  }

  // One that need not be the last.
  takeBack(id: string): void {
    this.#setPins(add(this.pins, { op: 'undo', of: id }), 'Taken back.', this.#without('pin'));
  }

  undoCorrection(): void {
    const log = undo(this.pins);
    if (log) this.#setPins(log, 'Taken back.', this.#without('pin'));
  }

  redoCorrection(): void {
    const log = redo(this.pins);
    if (log) this.#setPins(log, 'Done again.', this.#with('pin'));
  }

  // Whichever came last; false where there is nothing to take back.
  undo(): boolean {
    const last = this.#desk.sheet().steps.at(-1);
    if (last === 'pin') this.undoCorrection();
    else if (this.kinds.before.length) this.takeBackKind();
    else return false;
    return true;
  }

  // Always: the dictionary goes with every request.
  teach(entry: DictionaryEntry): void {
    this.#setTaught(teach(this.taught, entry), `“${entry.name}” is learnt for every article.`);
  }

  forgetTaught(name: string): void {
    this.#setTaught(
      this.taught.filter((entry) => entry.name !== name),
      `“${name}” is forgotten.`,
    );
  }

  #setKinds(kinds: KindLog, announcement: string, steps: Sheet['steps']): void {
    this.#desk.put({ ...this.#desk.sheet(), kinds, steps }, 'analyze', announcement);
  }

  #setPins(pins: Log, announcement: string, steps: Sheet['steps']): void {
    this.#desk.put({ ...this.#desk.sheet(), pins, steps }, 'apply', announcement);
  }

  #setTaught(entries: DictionaryEntry[], announcement: string): void {
    this.taught = entries;
    if (!keepTaught(entries)) {
      this.#desk.inform('This browser does not keep what you taught: it is forgotten with this page.');
    }
    this.#desk.put(this.#desk.sheet(), 'analyze', announcement);
  }

  // Of words on blocks and corrections, which came when.
  #with(step: Step): Sheet['steps'] {
    return [...this.#desk.sheet().steps, step];
  }

  #without(step: Step): Sheet['steps'] {
    const { steps } = this.#desk.sheet();
    const at = steps.lastIndexOf(step);
    return steps.filter((_, i) => i !== at);
  }
}
