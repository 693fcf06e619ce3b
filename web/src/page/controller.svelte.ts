// The one controller. Views read its fields and call its verbs; nothing else changes what the page shows.
//
// The typed text is the truth: an analysis that fails, a worker that dies or a model that never comes leave it alone.
import { describe, forget, moveLog, nothingSaid, say, takeBack, type BlockKind, type KindLog } from './blockKinds';
import { AnalyzerError, type Client, type ClientEvent } from './client';
import { openFile, type OpenedFile } from './input/files';
import { findEdit, moveSpans } from './input/moveSpans';
import type { RichText } from './input/richText';
import type { Placed } from '../shared/protocol';
import type { Block, Hint, PageMetadata, Picked, Reading } from './types';

export type EngineState =
  { is: 'loading'; loaded: number; total: number | null } | { is: 'ready' } | { is: 'failed'; message: string };

// What a new version of the page takes over from the old one.
export interface Draft {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
  referenceDate: string;
  kinds: KindLog;
}

const typingPauseMs = 150;

export class Controller {
  text = $state('');
  referenceDate = $state('');
  files = $state.raw<File[]>([]);
  fileName = $state('');
  engine = $state.raw<EngineState>({ is: 'loading', loaded: 0, total: null });
  reading = $state.raw<Reading | null>(null);
  // Where the reading is older than the text.
  stale = $state(false);
  // What the reader said of blocks, with offsets of the text as it is now.
  kinds = $state.raw<KindLog>(nothingSaid);
  problem = $state('');
  notice = $state('');
  picked = $state.raw<Picked | null>(null);
  marksShown = $state(true);
  boxShown = $state(true);
  keysOn = $state(true);
  // Read out by screen readers, once, whenever it changes.
  announcement = $state('');

  #client: Client;
  #hints: Hint[] = [];
  #metadata: PageMetadata = {};
  #pause: ReturnType<typeof setTimeout> | undefined;
  #requests = 0;

  constructor(startEngine: (onEvent: (event: ClientEvent) => void) => Client) {
    this.#client = startEngine((event) => {
      this.#receive(event);
    });
  }

  // The text box was typed in.
  edit(text: string): void {
    this.#change(text);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      void this.analyze();
    }, typingPauseMs);
  }

  // Rich text was pasted: `text` is what the box holds now, and the pasted part starts at `at`.
  pasteRich(text: string, rich: RichText, at: number): void {
    this.#change(text);
    const pasted = rich.hints.map((hint) => ({ ...hint, start: hint.start + at, end: hint.end + at }));
    const end = at + rich.text.length;
    this.#hints = [...this.#hints.filter((hint) => hint.end <= at || hint.start >= end), ...pasted].sort(
      (a, b) => a.start - b.start,
    );
    this.#analyzeSoon();
  }

  async openFiles(files: File[]): Promise<void> {
    const [first] = files;
    if (!first) return;
    this.files = files;
    await this.openFile(first);
  }

  async openFile(file: File): Promise<void> {
    try {
      this.#open(await openFile(file));
    } catch {
      this.problem = `The file “${file.name}” could not be read. Your text is as it was.`;
    }
  }

  openSample(text: string): void {
    this.files = [];
    this.#open({ text, hints: [], metadata: {}, published: null, name: '', replaced: 0 });
  }

  changeDate(date: string): void {
    this.referenceDate = date;
    this.#analyzeSoon();
  }

  // The reader says what blocks of a reading are, or brings them back; the analysis follows.
  sayKind({ text, analysis }: Reading, blocks: Block[], kind: BlockKind | 'kept'): void {
    const edit = findEdit(text, this.text);
    const moved = moveSpans(blocks, edit);
    const others = moveSpans(
      analysis.blocks.filter((block) => !blocks.includes(block)),
      edit,
    );
    this.kinds = say(this.kinds, moved, kind, others);
    this.announcement = describe(blocks, text, kind);
    this.#analyzeSoon();
  }

  takeBackKind(): void {
    if (!this.kinds.before.length) return;
    this.kinds = takeBack(this.kinds);
    this.announcement = 'Your last word on a paragraph is taken back.';
    this.#analyzeSoon();
  }

  forgetKinds(): void {
    this.kinds = forget(this.kinds);
    this.announcement = 'All paragraphs are as Pressmark saw them.';
    this.#analyzeSoon();
  }

  clear(): void {
    this.boxShown = true;
    this.files = [];
    this.#open({ text: '', hints: [], metadata: {}, published: null, name: '', replaced: 0 });
    this.announcement = 'The text was cleared.';
  }

  get draft(): Draft {
    const { text, referenceDate, kinds } = this;
    return { text, hints: this.#hints, metadata: this.#metadata, referenceDate, kinds };
  }

  restore(draft: Draft): void {
    this.text = draft.text;
    this.referenceDate = draft.referenceDate;
    this.#hints = draft.hints;
    this.#metadata = draft.metadata;
    // A draft of an older version has none.
    this.kinds = (draft as Partial<Draft>).kinds ?? nothingSaid;
    this.#analyzeSoon();
  }

  // The reading is on the page: now is the time for what can wait.
  drawn(reading: Reading): void {
    performance.mark('pressmark:analysis', { detail: { id: reading.analysis.id } });
    void this.#client.loadPlaces();
  }

  pick(picked: Picked | null): void {
    this.picked = picked;
  }

  async analyze(): Promise<void> {
    clearTimeout(this.#pause);
    const { text } = this;
    const said = this.kinds.now;
    if (!text.trim()) {
      this.reading = null;
      this.stale = false;
      return;
    }
    this.stale = true;
    const request = {
      id: String(++this.#requests),
      text,
      hints: this.#hints,
      metadata: this.#metadata,
      blocks: said.map(({ start, end, kind }) => ({ start, end, kind })),
      ...(this.referenceDate && { reference_date: this.referenceDate }),
    };
    try {
      const analysis = await this.#client.analyze(request);
      this.reading = { text, analysis, said };
      this.stale = this.text !== text;
      this.problem = '';
    } catch (error) {
      if (error instanceof AnalyzerError && (error.reason === 'superseded' || error.reason === 'disposed')) return;
      this.stale = false;
      const reason = error instanceof Error ? error.message : String(error);
      this.problem = `${reason} Your text is still here; change it, or try again.`;
      this.announcement = this.problem;
    }
  }

  #open(file: OpenedFile): void {
    this.#change(file.text);
    this.#hints = file.hints;
    this.#metadata = file.metadata;
    this.kinds = nothingSaid;
    this.fileName = file.name;
    this.referenceDate = file.published ?? '';
    this.picked = null;
    const { name, replaced } = file;
    this.notice = replaced
      ? `${replaced === 1 ? 'One character' : `${replaced} characters`} of “${name}” could not be read. Is it saved as UTF-8?`
      : '';
    if (file.name) this.announcement = `${file.name} is open.`;
    this.#analyzeSoon();
  }

  #change(text: string): void {
    const edit = findEdit(this.text, text);
    this.#hints = moveSpans(this.#hints, edit);
    this.kinds = moveLog(this.kinds, edit);
    if (!text) this.#metadata = {};
    this.text = text;
    this.stale = text !== this.reading?.text;
  }

  #analyzeSoon(): void {
    void this.analyze();
  }

  // The views of text and lists show nothing of it, so nothing is drawn anew.
  #place({ analysis, geo }: Placed): void {
    const current = this.reading?.analysis;
    if (current?.id !== analysis) return;
    for (const [i, entity] of current.entities.entries()) entity.geo = geo[i] ?? null;
    performance.mark('pressmark:places', { detail: { id: analysis, places: geo.filter(Boolean).length } });
  }

  #receive(event: ClientEvent): void {
    switch (event.type) {
      case 'loading':
        this.engine = { is: 'loading', loaded: event.loaded, total: event.total };
        return;
      case 'ready':
        this.engine = { is: 'ready' };
        return;
      case 'failed':
        this.engine = { is: 'failed', message: event.message };
        return;
      case 'placed':
        this.#place(event);
        return;
      case 'restarting':
        return;
    }
  }
}
