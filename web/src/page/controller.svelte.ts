// The one controller. Views read its fields and call its verbs; nothing else changes what the page shows.
//
// The typed text is the truth: an analysis that fails, a worker that dies or a model that never comes leave it alone.
import { AnalyzerError, type Client, type ClientEvent } from './client';
import { openFile, type OpenedFile } from './import/files';
import { keepReaders } from './import/keepReaders';
import { plainText, UnreadableError, type Imported } from './import/imported';
import { moveHints, sharedEnds } from './input/moveHints';
import type { Placed } from '../shared/protocol';
import type { Hint, PageMetadata, Picked, Reading } from './types';

export type EngineState =
  { is: 'loading'; loaded: number; total: number | null } | { is: 'ready' } | { is: 'failed'; message: string };

// What a new version of the page takes over from the old one.
export interface Draft {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
  referenceDate: string;
}

const typingPauseMs = 150;
// Before that nobody asks what the page is doing.
const slowAfterMs = 300;

export class Controller {
  text = $state('');
  referenceDate = $state('');
  files = $state.raw<File[]>([]);
  fileName = $state('');
  engine = $state.raw<EngineState>({ is: 'loading', loaded: 0, total: null });
  reading = $state.raw<Reading | null>(null);
  // Where the reading is older than the text.
  stale = $state(false);
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
  #openings = 0;

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
  pasteRich(text: string, rich: Imported, at: number): void {
    this.#change(text);
    if (text.trim() === rich.text.trim()) this.#describe(rich.metadata);
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

  // A large file takes a while, and the text may be changed meanwhile: then that is the newest word.
  async openFile(file: File): Promise<void> {
    const { text } = this;
    const opening = ++this.#openings;
    const isNewest = () => opening === this.#openings && this.text === text;
    const wait = setTimeout(() => {
      if (isNewest()) this.notice = `Reading “${file.name}”…`;
    }, slowAfterMs);
    try {
      const opened = await openFile(file);
      if (isNewest()) this.#open(opened);
    } catch (error) {
      if (!isNewest()) return;
      const why = error instanceof UnreadableError ? error.message : 'could not be read.';
      this.notice = '';
      this.problem = `The file “${file.name}” ${why} Your text is as it was.`;
      this.announcement = this.problem;
    } finally {
      clearTimeout(wait);
    }
  }

  openSample(text: string): void {
    this.files = [];
    this.#open({ ...plainText(text), name: '', replaced: 0 });
  }

  changeDate(date: string): void {
    this.referenceDate = date;
    this.#analyzeSoon();
  }

  clear(): void {
    this.boxShown = true;
    this.files = [];
    this.#open({ ...plainText(''), name: '', replaced: 0 });
    this.announcement = 'The text was cleared.';
  }

  get draft(): Draft {
    return { text: this.text, hints: this.#hints, metadata: this.#metadata, referenceDate: this.referenceDate };
  }

  restore(draft: Draft): void {
    this.text = draft.text;
    this.referenceDate = draft.referenceDate;
    this.#hints = draft.hints;
    this.#metadata = draft.metadata;
    this.#analyzeSoon();
  }

  // The reading is on the page: now is the time for what can wait.
  drawn(reading: Reading): void {
    performance.mark('pressmark:analysis', { detail: { id: reading.analysis.id } });
    void this.#client.loadPlaces().then(keepReaders);
  }

  pick(picked: Picked | null): void {
    this.picked = picked;
  }

  async analyze(): Promise<void> {
    clearTimeout(this.#pause);
    const { text } = this;
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
      ...(this.referenceDate && { reference_date: this.referenceDate }),
    };
    try {
      const analysis = await this.#client.analyze(request);
      this.reading = { text, analysis };
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
    this.fileName = file.name;
    this.referenceDate = '';
    this.#describe(file.metadata);
    this.problem = '';
    this.picked = null;
    const { name, replaced } = file;
    this.notice = replaced
      ? `${replaced === 1 ? 'One character' : `${replaced} characters`} of “${name}” could not be read. Is it saved as UTF-8?`
      : '';
    if (file.name) this.announcement = `${file.name} is open.`;
    this.#analyzeSoon();
  }

  #describe(metadata: PageMetadata): void {
    this.#metadata = metadata;
    if (metadata.published) this.referenceDate = metadata.published;
  }

  #change(text: string): void {
    this.#hints = moveHints(this.#hints, this.text, text);
    // Where hardly anything of the text is left, what was told of it is of another.
    const { prefix, suffix } = sharedEnds(this.text, text);
    if (10 * (prefix + suffix) < this.text.length) this.#metadata = {};
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
