// The one controller. Views read its fields and call its verbs; nothing else changes what the page shows.
//
// The typed text is the truth: an analysis that fails, a worker that dies or a model that never comes leave it alone.
import { emptySheet, makeArchive, openSheet, tellSingle, turnTo, type Archive, type Sheet } from './archive';
import { AnalyzerError, type Client, type ClientEvent } from './client';
import { openFile, type OpenedFile } from './import/files';
import { keepReaders } from './import/keepReaders';
import { plainText, UnreadableError, type Imported } from './import/imported';
import { moveHints, sharedEnds } from './input/moveHints';
import type { Placed } from '../shared/protocol';
import type { BlockOverride, Hint, PageMetadata, Picked, Reading } from './types';

export type EngineState =
  { is: 'loading'; loaded: number; total: number | null } | { is: 'ready' } | { is: 'failed'; message: string };

// What a new version of the page takes over from the old one.
export interface Draft extends Sheet {
  archive: Archive | null;
}

const typingPauseMs = 150;
// Before that nobody asks what the page is doing.
const slowAfterMs = 300;

export class Controller {
  text = $state('');
  referenceDate = $state('');
  files = $state.raw<File[]>([]);
  fileName = $state('');
  // The articles that a newspaper archive handed out in one text; null where the text is no such thing.
  archive = $state.raw<Archive | null>(null);
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
  // What an archive tells of the text's lines.
  #blocks: BlockOverride[] = [];
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
    this.#splitSoon();
  }

  // Plain text was pasted: the box holds `text` now. What was known of the old text goes with it.
  pastePlain(text: string, inPlaceOfAll: boolean): void {
    if (inPlaceOfAll) this.#show({ ...emptySheet, text });
    else this.#change(text);
    this.#splitSoon();
  }

  // Another article of the archive, or with null the whole text.
  openArticle(open: number | null): void {
    if (!this.archive || open === this.archive.open) return;
    this.archive = turnTo(this.archive, open, this.#sheet);
    this.#show(openSheet(this.archive));
    this.announcement =
      open === null ? 'The whole text is open.' : `Article ${open + 1} is open: ${this.#metadata.title ?? 'no title'}.`;
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
    return { ...this.#sheet, archive: this.archive };
  }

  // An older version of the page may have known less.
  restore(draft: Partial<Draft>): void {
    this.archive = draft.archive ?? null;
    this.#show({ ...emptySheet, ...draft });
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
      blocks: this.#blocks,
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
    const { text, hints, metadata } = file;
    this.archive = null;
    this.#show({ text, hints, metadata, blocks: [], referenceDate: metadata.published ?? '' });
    this.fileName = file.name;
    this.problem = '';
    const { name, replaced } = file;
    this.notice = replaced
      ? `${replaced === 1 ? 'One character' : `${replaced} characters`} of “${name}” could not be read. Is it saved as UTF-8?`
      : '';
    if (file.name) this.announcement = `${file.name} is open.`;
    this.#splitSoon();
  }

  get #sheet(): Sheet {
    const { text, referenceDate } = this;
    return { text, hints: this.#hints, metadata: this.#metadata, blocks: this.#blocks, referenceDate };
  }

  #show(sheet: Sheet): void {
    this.#change(sheet.text);
    this.#hints = sheet.hints;
    this.#metadata = sheet.metadata;
    this.#blocks = sheet.blocks;
    this.referenceDate = sheet.referenceDate;
    this.picked = null;
  }

  // New text may hold many articles: then the first of them is analysed, else the text.
  #splitSoon(): void {
    void this.#split().then((newest) => (newest ? this.analyze() : undefined));
  }

  // False where something newer was asked for meanwhile.
  async #split(): Promise<boolean> {
    clearTimeout(this.#pause);
    const { text } = this;
    if (!text.trim()) return true;
    this.stale = true;
    try {
      const articles = await this.#client.split(text);
      const [first] = articles;
      if (this.text !== text || !first) return this.text === text;
      if (articles.length === 1) {
        this.#show(tellSingle(this.#sheet, first));
      } else {
        this.archive = makeArchive(this.#sheet, articles);
        this.#show(openSheet(this.archive));
        this.announcement = `${articles.length} articles found. The first is open: ${first.metadata.title ?? 'no title'}.`;
      }
      return true;
    } catch (error) {
      // Whatever else went wrong, the analysis meets it too, and says so.
      return !(error instanceof AnalyzerError && (error.reason === 'superseded' || error.reason === 'disposed'));
    }
  }

  #describe(metadata: PageMetadata): void {
    this.#metadata = metadata;
    if (metadata.published) this.referenceDate = metadata.published;
  }

  #change(text: string): void {
    this.#hints = moveHints(this.#hints, this.text, text);
    this.#blocks = moveHints(this.#blocks, this.text, text);
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
