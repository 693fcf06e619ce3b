// The one controller. Views read its fields and call its verbs; nothing else changes what the page shows.
//
// The typed text is the truth: an analysis that fails, a worker that dies or a model that never comes leave it alone.
import { makeArchive, openSheet, tellSingle, turnTo, type Archive } from './archive';
import { AnalyzerError, type Client, type ClientEvent } from './client';
import { Comparing } from './compare/comparing.svelte';
import type { Gathered } from './compare/gather';
import { openFile, type OpenedFile } from './import/files';
import { plainText, UnreadableError, type Imported } from './import/imported';
import { longText, Pace } from './pace';
import { pickAt, placeOfPick } from './picks';
import { newId } from './newId';
import { PutRight } from './putRight.svelte';
import { Layers } from './reader/layers.svelte';
import { checkedIn, checkIn, editSheet, emptySheet, pasteInto, requestFor, sheetOf, type Sheet } from './sheet';
import type { Draft } from './store/saved';
import { dayInFull } from './timeWords';
import type { Variant } from '../../../wasm/src/variant';
import type { Placed } from '../shared/protocol';
import type { Analysis, ArchivedArticle, Picked, Reading, Request } from './types';

export type EngineState =
  | { is: 'loading'; loaded: number; total: number | null }
  | { is: 'ready'; variant: Variant }
  | { is: 'failed'; message: string };

export interface Problem {
  message: string;
  /** Tries again what went wrong. */
  again: () => Promise<void>;
}

const typingPauseMs = 150;
// Before that nobody asks what the page is doing.
const slowAfterMs = 300;

export class Controller {
  files = $state.raw<File[]>([]);
  fileName = $state('');
  // The articles that a newspaper archive handed out in one text; null where the text is no such thing.
  archive = $state.raw<Archive | null>(null);
  engine = $state.raw<EngineState>({ is: 'loading', loaded: 0, total: null });
  reading = $state.raw<Reading | null>(null);
  // Where the reading is older than the text.
  stale = $state(false);
  problem = $state.raw<Problem | null>(null);
  notice = $state('');
  // The text that made room for what came by itself, which may have done so itself.
  aside = $state.raw<Draft | null>(null);
  // A sentence about what came by itself and is open now.
  came = $state('');
  // So many seconds the analysis that runs will take, where that is long.
  expected = $state<number | null>(null);
  // The reader has stopped the analysis.
  stopped = $state(false);
  // The id of the analysis whose entities have their places on the map.
  placed = $state.raw<string | null>(null);
  picked = $state.raw<Picked | null>(null);
  // The quotation whose evidence is marked in the text.
  explained = $state.raw<string | null>(null);
  readonly layers = new Layers();
  readonly putRight = new PutRight({
    sheet: () => this.#sheet,
    put: (sheet, then, announcement) => {
      this.#sheet = sheet;
      this.announcement = announcement;
      if (then === 'apply') void this.#applyPins();
      else this.#analyzeSoon();
    },
    inform: (notice) => {
      this.notice = notice;
    },
  });
  readonly comparing: Comparing;
  boxShown = $state(true);
  keysOn = $state(true);
  // Read out by screen readers, once, whenever it changes.
  announcement = $state('');

  #client: Client;
  #whenDrawn: () => void;
  #pace = new Pace();
  #sheet = $state.raw(emptySheet);
  #id = $state(newId());
  // The text is new here, and nobody has looked yet whether it holds many articles.
  #unsplit = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #requests = 0;
  #openings = 0;

  // `whenDrawn`: an analysis is on the page, and its places have come.
  constructor(startEngine: (onEvent: (event: ClientEvent) => void) => Client, whenDrawn: () => void) {
    this.#whenDrawn = whenDrawn;
    this.#client = startEngine((event) => {
      this.#receive(event);
    });
    this.comparing = new Comparing(this, (text) => this.#client.split(text));
  }

  get text(): string {
    return this.#sheet.text;
  }

  get referenceDate(): string {
    return this.#sheet.referenceDate;
  }

  get id(): string {
    return this.#id;
  }

  // The keys of what is ticked off.
  readonly checked = $derived(checkedIn(this.#sheet));

  // The text box was typed in.
  edit(text: string): void {
    // What was emptied is kept as it was; what is written then is something else.
    if (!this.text.trim()) this.#id = newId();
    this.#hold(editSheet(this.#sheet, text));
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      void this.analyze();
    }, typingPauseMs);
  }

  // Rich text was pasted: `text` is what the box holds now, and the pasted part starts at `at`.
  pasteRich(text: string, rich: Imported, at: number): void {
    const { sheet, inPlaceOfAll } = pasteInto(this.#sheet, text, rich, at);
    this.#paste(sheet, inPlaceOfAll);
  }

  // Plain text was pasted: the box holds `text` now.
  pastePlain(text: string, inPlaceOfAll: boolean): void {
    this.#paste(inPlaceOfAll ? { ...emptySheet, text } : editSheet(this.#sheet, text), inPlaceOfAll);
  }

  // Another article of the archive, or with null the whole text.
  openArticle(open: number | null): void {
    if (!this.archive || open === this.archive.open) return;
    this.archive = turnTo(this.archive, open, this.#sheet);
    this.#show(openSheet(this.archive));
    this.announcement =
      open === null ? 'The whole text is open.' : `Article ${open + 1} is open: ${titleOf(this.#sheet)}.`;
    this.#analyzeSoon();
  }

  // `came`: by itself, so that what the box holds is laid aside for the reader to come back to.
  async openFiles(files: File[], came = false): Promise<void> {
    const [first] = files;
    if (!first) return;
    this.files = files;
    await this.openFile(first, came);
  }

  // A large file takes a while, and the text may be changed meanwhile: then that is the newest word.
  async openFile(file: File, came = false): Promise<void> {
    const { text } = this;
    this.announcement = '';
    const opening = ++this.#openings;
    const isNewest = () => opening === this.#openings && this.text === text;
    const wait = setTimeout(() => {
      if (isNewest()) this.notice = `Reading “${file.name}”…`;
    }, slowAfterMs);
    try {
      const opened = await openFile(file);
      if (isNewest()) this.#open(opened, came ? `“${file.name}” is open.` : '');
    } catch (error) {
      if (!isNewest()) return;
      const why = error instanceof UnreadableError ? error.message : 'could not be read.';
      this.notice = '';
      this.#tell(`The file “${file.name}” ${why} Your text is as it was.`, () => this.openFile(file, came));
    } finally {
      clearTimeout(wait);
    }
  }

  openSample(text: string): void {
    this.files = [];
    this.#open({ ...plainText(text), name: '', replaced: 0 });
  }

  // A text that came by itself, and a sentence that says so.
  receive(text: Imported, came: string): void {
    if (text.text === this.text) return;
    this.files = [];
    this.#open({ ...text, name: '', replaced: 0 }, came);
  }

  backToText(): void {
    if (!this.aside) return;
    this.turnTo(this.aside, 'Your text is back.');
  }

  // Another article that was kept.
  turnTo(draft: Partial<Draft>, announcement: string): void {
    this.restore(draft);
    this.files = [];
    this.fileName = this.notice = '';
    this.problem = null;
    this.announcement = announcement;
  }

  // What was changed in another window and hangs on no text.
  adopt({ checked, referenceDate }: Pick<Sheet, 'checked' | 'referenceDate'>): void {
    this.#sheet = { ...this.#sheet, checked };
    if (referenceDate !== this.referenceDate) this.changeDate(referenceDate);
  }

  // What is in the box is an article of its own from now on.
  part(): void {
    this.#id = newId();
  }

  forgetText(): void {
    this.aside = null;
    this.announcement = 'The text before is forgotten.';
  }

  inform(notice: string): void {
    this.notice = this.announcement = notice;
  }

  changeDate(date: string): void {
    this.#sheet = { ...this.#sheet, referenceDate: date };
    void this.#countTimes();
  }

  startNew(announcement = 'A new, empty article.'): void {
    this.files = [];
    this.#open({ ...plainText(''), name: '', replaced: 0 });
    this.announcement = announcement;
  }

  get draft(): Draft {
    return { ...this.#sheet, id: this.#id, archive: this.archive, aside: this.aside, came: this.came };
  }

  // An older version of the page may have known less.
  restore(draft: Partial<Draft>): void {
    const { id, archive, aside, came, ...sheet } = draft;
    this.#id = id ?? newId();
    this.archive = archive ?? null;
    this.aside = aside ?? null;
    this.came = came ?? '';
    this.#show({ ...emptySheet, ...sheet });
    this.boxShown = !this.text;
    this.#analyzeSoon();
  }

  // The reading is on the page: now is the time for what can wait.
  drawn(reading: Reading): void {
    performance.mark('pressmark:analysis', { detail: { id: reading.analysis.id } });
    void this.loadPlaces();
  }

  // Asked for again where they did not come.
  async loadPlaces(): Promise<void> {
    await this.#client.loadPlaces();
    this.#whenDrawn();
  }

  pick(picked: Picked | null): void {
    this.picked = picked;
    if (picked?.id !== this.explained) this.explained = null;
  }

  // Why this speaker: the quotation is picked, and its evidence marked in the text.
  explain(quotation: string | null): void {
    if (quotation) this.picked = { kind: 'quotation', id: quotation };
    this.explained = quotation;
  }

  // Something to check is ticked off, or is not.
  check(key: string, done: boolean): void {
    this.#sheet = checkIn(this.#sheet, key, done);
  }

  // The text as it is in the box, as one to compare.
  get gathered(): Gathered {
    return { sheet: this.#sheet, fileName: this.fileName, archive: this.archive };
  }

  // What was typed and not analysed yet waits for `analyze`.
  requestOf(sheet: Sheet): Request {
    clearTimeout(this.#pause);
    return requestFor(sheet, String(++this.#requests), [...this.putRight.taught]);
  }

  // Analyses one after the other, as a newer request ends an older one; null where the reader did something else meanwhile.
  async analyzeAll(requests: Request[], onProgress: (done: number) => void): Promise<Analysis[] | null> {
    const analyses: Analysis[] = [];
    try {
      for (const request of requests) {
        onProgress(analyses.length);
        analyses.push(await this.#client.analyze(request));
      }
      return analyses;
    } catch (error) {
      if (isOvertaken(error)) return null;
      throw error;
    }
  }

  // One of those that are compared comes into the box.
  async openGathered({ sheet, fileName, archive }: Gathered): Promise<void> {
    this.fileName = fileName;
    this.archive = archive;
    this.#show(sheet);
    this.announcement = `${titleOf(sheet)} is open.`;
    await this.analyze();
  }

  // Stops the analysis. What was read before stays.
  cancel(): void {
    clearTimeout(this.#pause);
    this.#client.cancel();
    this.stopped = true;
    this.announcement = 'Stopped.';
  }

  tryAgain(): void {
    void (this.problem ? this.problem.again() : this.analyze());
  }

  async analyze(): Promise<void> {
    clearTimeout(this.#pause);
    this.comparing.forget();
    this.stopped = false;
    this.expected = null;
    if (!this.text.trim()) {
      this.reading = null;
      this.stale = false;
      return;
    }
    this.stale = true;
    try {
      if (this.#unsplit && !(await this.#split())) return;
      const { text, kinds } = this.#sheet;
      this.#tellExpected(text);
      const wasReady = this.engine.is === 'ready';
      const begin = performance.now();
      const analysis = await this.#client.analyze(
        requestFor(this.#sheet, String(++this.#requests), [...this.putRight.taught]),
      );
      if (wasReady) this.#pace.learn(text, performance.now() - begin);
      this.reading = { text, analysis, said: kinds.now };
      this.placed = this.#client.placed;
      this.stale = this.text !== text;
      this.problem = null;
    } catch (error) {
      if (isOvertaken(error)) return;
      this.stale = false;
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell(`${reason} Your text is still here; change it, or try again.`, () => this.analyze());
    }
  }

  // Of the reading only the times hang on the day of publication. An analysis that is on its way has the old one.
  async #countTimes(): Promise<void> {
    await this.#change(async (id) => {
      const timed = await this.#client.resolveTimes(id, this.referenceDate || null);
      if (timed) this.announcement = countedFrom(timed.reference_date.value);
      return timed;
    });
  }

  // What stands in the analysis is changed; where that cannot be, it is made anew.
  async #change(ask: (analysis: string) => Promise<Partial<Analysis> | null>): Promise<void> {
    const { reading } = this;
    const id = this.stale ? null : reading?.analysis.id;
    try {
      const changed = id ? await ask(id) : null;
      if (reading && changed) {
        this.reading = { ...reading, analysis: { ...reading.analysis, ...changed } };
        return;
      }
    } catch (error) {
      if (isOvertaken(error)) return;
    }
    await this.analyze();
  }

  #tellExpected(text: string): void {
    this.expected = this.#pace.expect(text);
    if (this.expected !== null) this.announcement = longText(this.expected);
  }

  #open(file: OpenedFile, came = ''): void {
    if (came && this.text.trim() && this.text !== file.text) this.aside = this.draft;
    this.came = came;
    this.#paste(sheetOf(file), true);
    const { name, replaced } = file;
    this.fileName = name;
    this.problem = null;
    this.notice = replaced
      ? `${replaced === 1 ? 'One character' : `${replaced} characters`} of “${name}” could not be read. Is it saved as UTF-8?`
      : '';
    if (came || name) this.announcement = came || `${name} is open.`;
  }

  // Text came in from elsewhere. Where it takes the place of all, what was known of the old text goes with that.
  #paste(sheet: Sheet, inPlaceOfAll: boolean): void {
    if (inPlaceOfAll) {
      this.#id = newId();
      this.archive = null;
      this.#show(sheet);
      // It is read in the reader; to have it twice leaves no room for anything else.
      this.boxShown = !sheet.text.trim();
    } else {
      this.#hold(sheet);
    }
    this.#unsplit = true;
    this.#analyzeSoon();
  }

  // Another text is in the box.
  #show(sheet: Sheet): void {
    this.#hold(sheet);
    this.pick(null);
  }

  #hold(sheet: Sheet): void {
    this.#sheet = sheet;
    this.stale = sheet.text !== this.reading?.text;
  }

  // The rows have other numbers then.
  async #applyPins(): Promise<void> {
    const { picked, reading } = this;
    const place = picked && reading && placeOfPick(reading.analysis, picked);
    const wasExplained = picked !== null && picked.id === this.explained;
    await this.#change((id) => this.#client.applyPins(id, [...this.#sheet.pins]));
    if (!place || !this.reading) return;
    this.picked = pickAt(this.reading.analysis, picked.kind, place);
    this.explained = wasExplained ? (this.picked?.id ?? null) : null;
  }

  #tell(message: string, again: () => Promise<void>): void {
    this.problem = { message, again };
    this.announcement = message;
  }

  // New text may hold many articles: then the first of them is shown. False where the text was changed meanwhile, which
  // is looked through in its turn.
  async #split(): Promise<boolean> {
    const { text } = this;
    const articles = await this.#findArticles(text);
    if (this.text !== text) return false;
    this.#unsplit = false;
    const [first] = articles;
    if (!first) return true;
    if (articles.length === 1) {
      this.#hold(tellSingle(this.#sheet, first));
    } else {
      this.archive = makeArchive(this.#sheet, articles);
      this.#show(openSheet(this.archive));
      this.announcement = `${articles.length} articles found. The first is open: ${titleOf(first)}.`;
    }
    return true;
  }

  async #findArticles(text: string): Promise<ArchivedArticle[]> {
    try {
      return await this.#client.split(text);
    } catch (error) {
      if (!(error instanceof AnalyzerError && error.reason === 'crashed')) throw error;
      this.notice = 'Whether this text holds several articles could not be found out. It is read as one.';
      return [];
    }
  }

  #analyzeSoon(): void {
    void this.analyze();
  }

  // Only the map shows it, so nothing else is drawn anew.
  #place({ analysis, geo }: Placed): void {
    const current = this.reading?.analysis;
    if (current?.id !== analysis) return;
    for (const [i, entity] of current.entities.entries()) entity.geo = geo[i] ?? null;
    this.placed = analysis;
    performance.mark('pressmark:places', { detail: { id: analysis, places: geo.filter(Boolean).length } });
  }

  #receive(event: ClientEvent): void {
    switch (event.type) {
      case 'loading':
        this.engine = { is: 'loading', loaded: event.loaded, total: event.total };
        return;
      case 'ready':
        this.engine = { is: 'ready', variant: event.variant };
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

const overtaken: readonly string[] = ['superseded', 'cancelled', 'disposed'];

function isOvertaken(error: unknown): boolean {
  return error instanceof AnalyzerError && overtaken.includes(error.reason);
}

function countedFrom(day: string | null): string {
  return day ? `Times are counted from ${dayInFull(day)}.` : 'When it was published is not known.';
}

function titleOf({ metadata }: Pick<Sheet, 'metadata'>): string {
  return metadata.title ?? 'no title';
}
