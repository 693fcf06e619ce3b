// What the box holds, and what is known of it: told by the document that it came in, told by a newspaper archive, said by the
// reader. What is known of a stretch of the text moves along when the text is edited.
import { moveLog, nothingSaid, type KindLog } from './blockKinds';
import type { Imported } from './import/imported';
import { findEdit, moveSpans } from './input/moveSpans';
import type { Log } from './corrections';
import type { DictionaryEntry } from '../../../wasm/src/schema';
import type { BlockOverride, Hint, PageMetadata, Request } from './types';

export interface Sheet {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
  /** What an archive tells of the text's lines. */
  blocks: BlockOverride[];
  /** What the reader says of them. */
  kinds: KindLog;
  /** What the reader has put right. */
  pins: Log;
  /** Of her words on blocks and her corrections, which came when. */
  steps: readonly ('kind' | 'pin')[];
  /** What the reader has ticked off of what is to be checked, by its key (checks.ts). */
  checked: string[];
  /** The day of publication, where reader or document tell it. */
  referenceDate: string;
}

export interface Pasted {
  sheet: Sheet;
  inPlaceOfAll: boolean;
}

export const emptySheet: Sheet = {
  text: '',
  hints: [],
  metadata: {},
  blocks: [],
  kinds: nothingSaid,
  pins: [],
  steps: [],
  checked: [],
  referenceDate: '',
};

export function sheetOf({ text, hints, metadata }: Imported): Sheet {
  return { ...emptySheet, text, hints, metadata, referenceDate: metadata.published ?? '' };
}

/** The same with its text edited. Where hardly anything is left of it, what a document told of itself is of another text. */
export function editSheet(sheet: Sheet, text: string): Sheet {
  const edit = findEdit(sheet.text, text);
  if (!edit) return sheet;
  const left = edit.start + sheet.text.length - edit.removedTo;
  const told = 10 * left < sheet.text.length ? withoutTold(sheet) : sheet;
  return {
    ...told,
    text,
    hints: moveSpans(sheet.hints, edit),
    blocks: moveSpans(sheet.blocks, edit),
    kinds: moveLog(sheet.kinds, edit),
  };
}

function withoutTold(sheet: Sheet): Sheet {
  const { referenceDate, metadata } = sheet;
  return { ...sheet, metadata: {}, referenceDate: referenceDate === metadata.published ? '' : referenceDate };
}

/**
 * Rich text was pasted: `text` is what the box holds now, and the pasted part starts at `at`. Where that is all, only what was
 * pasted tells anything of it.
 */
export function pasteInto(sheet: Sheet, text: string, rich: Imported, at: number): Pasted {
  const hints = rich.hints.map((hint) => ({ ...hint, start: hint.start + at, end: hint.end + at }));
  if (text.trim() === rich.text.trim()) return { sheet: sheetOf({ ...rich, text, hints }), inPlaceOfAll: true };
  const changed = editSheet(sheet, text);
  const end = at + rich.text.length;
  const around = changed.hints.filter((hint) => hint.end <= at || hint.start >= end);
  const all = [...around, ...hints].sort((a, b) => a.start - b.start);
  return { sheet: { ...changed, hints: all }, inPlaceOfAll: false };
}

/** The reader's word comes last and so overrides the archive's. */
export function requestFor(sheet: Sheet, id: string, dictionary: DictionaryEntry[] = []): Request {
  const { text, hints, metadata, blocks, kinds, pins, referenceDate } = sheet;
  const said = kinds.now.map(({ start, end, kind }) => ({ start, end, kind }));
  return {
    id,
    text,
    hints,
    metadata,
    blocks: [...blocks, ...said],
    ...(pins.length > 0 && { pins: [...pins] }),
    ...(dictionary.length > 0 && { dictionary }),
    ...(referenceDate && { reference_date: referenceDate }),
  };
}

/** The keys of what is ticked off. */
export function checkedIn({ checked }: Sheet): ReadonlySet<string> {
  return new Set(checked);
}

export function checkIn(sheet: Sheet, key: string, done: boolean): Sheet {
  const others = sheet.checked.filter((other) => other !== key);
  return { ...sheet, checked: done ? [...others, key] : others };
}
