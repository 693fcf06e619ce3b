// What the reader pastes and corrects is kept in this browser: saved as it changes, there again after a reload or a crash, and
// the same in every window. Where the reader wants nothing kept, or the browser keeps nothing, the page goes on without.
import { untrack } from 'svelte';
import { forgetShared } from '../../shared/shared';
import type { Controller } from '../controller.svelte';
import { keepTaught } from '../dictionary';
import { newId } from '../newId';
import type { Reading } from '../types';
import { Autosave } from './autosave';
import { chooseToKeep, isPersistent, keepsNothing } from './choice';
import { Database, OvertakenError } from './database';
import { changed, merge } from './merge';
import { OpenHere } from './place';
import { isBlank, savedDraft, type Draft, type Saved, type SavedDraft, type Summary } from './saved';
import { summarize } from './summary';
import { Windows } from './windows';

export type Keeping =
  { is: 'starting' } | { is: 'keeping' } | { is: 'nothing' } | { is: 'failing'; why: 'full' | 'forbidden' };

interface Known {
  saved: Saved;
  summary: Summary;
}

export class Kept {
  state = $state.raw<Keeping>({ is: 'starting' });
  /** So many articles are saved. */
  count = $state(0);
  /** Grows whenever the list of them is another. */
  changes = $state(0);
  /** Another window changed the article; `parted`: what is open here is kept beside that. */
  elsewhere = $state.raw<{ id: string; parted: boolean } | null>(null);
  /** The browser may clear what is saved; null where that is not known. */
  mayBeCleared = $state<boolean | null>(null);

  #controller: Controller;
  #scope: string;
  #db: Database | null = null;
  #opening: Promise<Database> | undefined;
  #autosave = new Autosave((draft) => void this.#save(draft));
  // What this window has seen of the articles that it had open. Nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #known = new Map<string, Known>();
  #windows: Windows;
  #here: OpenHere;
  // Something could not be saved.
  #unsaved = false;

  constructor(controller: Controller, scope: string) {
    this.#controller = controller;
    this.#scope = scope;
    this.#here = new OpenHere(scope);
    this.#windows = new Windows(scope, {
      saved: (id, revision) => void this.#hearSaved(id, revision),
      changed: () => void this.recount(),
      emptied: () => this.#startOver('All saved articles were deleted in another window.'),
      keeps: (keep) => (keep ? void this.#goOn() : this.#stop()),
    });
  }

  /** Brings back what was open. Never fails. */
  async start(): Promise<void> {
    if (keepsNothing(this.#scope)) {
      this.state = { is: 'nothing' };
      return;
    }
    try {
      await this.#restore(await this.#open());
      this.state = { is: 'keeping' };
      await this.recount();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** From now on saves what changes. */
  watch(): void {
    $effect.root(() => {
      $effect(() => {
        const { draft, boxShown } = this.#controller;
        untrack(() => this.#see(draft, boxShown));
      });
      $effect(() => {
        const { reading } = this.#controller;
        untrack(() => void this.#learn(reading));
      });
    });
    addEventListener('pagehide', () => void this.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.flush();
    });
    if (this.count) void this.#learnWhetherItLasts(false);
  }

  /** The open database; throws where there is none. */
  async database(): Promise<Database> {
    return this.#db ?? this.#open();
  }

  /** Saves what is not saved yet; whether all of it is. Asks for it before this returns. */
  async flush(): Promise<boolean> {
    const { draft, boxShown } = this.#controller;
    if (this.state.is === 'nothing') return isBlank(draft);
    this.#see(draft, boxShown);
    if (this.#unsaved && !this.#autosave.waiting) await this.#save(savedDraft(draft));
    else this.#autosave.flush();
    await this.#saving;
    return !this.#unsaved;
  }

  /** Opens an article that is saved; false where it is gone. */
  async show(id: string, announcement: string): Promise<boolean> {
    await this.flush();
    const db = await this.database();
    const saved = await db.load(id);
    if (!saved) return false;
    this.#remember(saved, await db.summary(id));
    this.#controller.turnTo(saved.draft, announcement);
    this.#autosave.know(savedDraft(this.#controller.draft));
    this.elsewhere = null;
    return true;
  }

  async showElsewhere(): Promise<void> {
    if (this.elsewhere)
      await this.show(this.elsewhere.id, 'This is the article as it was changed in the other window.');
  }

  /** The list of saved articles is another. */
  async tellChanged(): Promise<void> {
    this.#windows.tell({ type: 'changed' });
    await this.recount();
  }

  /** Deletes all that is saved and was taught, here and in every window. */
  async empty(): Promise<void> {
    this.#startOver('Everything that was saved is deleted.');
    keepTaught([]);
    this.#here.forget();
    await (await this.database()).clear();
    await forgetShared(this.#scope).catch(() => undefined);
    this.#windows.tell({ type: 'emptied' });
    await this.recount();
  }

  /** From now on nothing is kept, and what was is deleted; or all is kept again. False where something could not be deleted. */
  async choose(keep: boolean): Promise<boolean> {
    chooseToKeep(this.#scope, keep);
    this.#windows.tell({ type: 'keeps', keep });
    if (keep) {
      await this.#goOn();
      return true;
    }
    const db = await this.database().catch(() => null);
    this.#stop(false);
    keepTaught([]);
    await forgetShared(this.#scope).catch(() => undefined);
    return (
      (await db?.destroy().then(
        () => true,
        () => false,
      )) ?? true
    );
  }

  async recount(): Promise<void> {
    this.count = (await this.#db?.count().catch(() => this.count)) ?? 0;
    this.changes++;
  }

  #open(): Promise<Database> {
    this.#opening ??= Database.open(`pressmark ${this.#scope}`, () => (this.#db = null))
      .then((db) => (this.#db = db))
      .finally(() => (this.#opening = undefined));
    return this.#opening;
  }

  async #restore(db: Database): Promise<void> {
    const left = await this.#here.recall(db);
    if (!left) return;
    for (const saved of left.saved) this.#remember(saved, await db.summary(saved.id));
    this.#controller.restore(left.draft);
    this.#controller.boxShown = left.boxShown;
    this.#autosave.know(savedDraft(this.#controller.draft));
  }

  #see(draft: Draft, boxShown: boolean): void {
    if (this.state.is === 'nothing') return;
    if (this.elsewhere && !this.elsewhere.parted && this.elsewhere.id !== draft.id) this.elsewhere = null;
    this.#autosave.see(draft);
    this.#here.see(draft, boxShown, this.#db);
  }

  // What an analysis tells of the article goes into its summary.
  async #learn(reading: Reading | null): Promise<void> {
    const known = this.#known.get(this.#controller.id);
    if (!known || reading?.text !== known.saved.draft.text || !this.#db) return;
    const summary = summarize(known.saved.draft, reading, known.summary, known.summary);
    if (JSON.stringify(summary) === JSON.stringify(known.summary)) return;
    known.summary = summary;
    await this.#db.saveSummary(summary).catch(() => undefined);
    this.changes++;
  }

  #saving: Promise<void> = Promise.resolve();

  #save(draft: SavedDraft): Promise<void> {
    const saving = this.#write(draft);
    this.#saving = Promise.all([this.#saving, saving]).then(() => undefined);
    return saving;
  }

  async #write(draft: SavedDraft): Promise<void> {
    const { id } = draft;
    const before = this.#known.get(id);
    const now = Date.now();
    const revision = (before?.saved.revision ?? 0) + 1;
    const saved: Saved = { id, revision, created: before?.saved.created ?? now, changed: now, draft };
    const known = { saved, summary: summarize(draft, this.#controller.reading, saved, before?.summary) };
    this.#known.set(id, known);
    try {
      const db = this.#db ?? (await this.#open());
      if (this.state.is === 'nothing') return;
      await db.save(saved, known.summary);
      this.#succeed(id, revision);
    } catch (error) {
      if (error instanceof OvertakenError) {
        await this.#settle(draft, before);
        return;
      }
      if (this.#known.get(id) === known) {
        if (before) this.#known.set(id, before);
        else this.#known.delete(id);
      }
      this.#fail(error);
    }
  }

  #succeed(id: string, revision: number): void {
    this.#unsaved = false;
    this.state = { is: 'keeping' };
    this.#windows.tell({ type: 'saved', id, revision });
    if (this.mayBeCleared === null) void this.#learnWhetherItLasts(true);
    if (revision === 1) void this.recount();
    else this.changes++;
  }

  // Another window has saved the same article meanwhile.
  async #settle(draft: SavedDraft, before: Known | undefined): Promise<void> {
    const db = await this.database();
    const { id } = draft;
    const theirs = await db.load(id);
    if (!theirs) return;
    this.#remember(theirs, await db.summary(id));
    const merged = before ? merge(before.saved.draft, draft, theirs.draft) : null;
    const isOpen = this.#controller.id === id;
    if (merged) {
      if (isOpen) {
        this.#take(merged);
        this.#autosave.know(savedDraft(this.#controller.draft));
      }
      await this.#save(merged);
      return;
    }
    this.elsewhere = { id, parted: true };
    // What is open is seen again under its new name, and saved so.
    if (isOpen) {
      this.#autosave.forget();
      this.#controller.part();
    } else await this.#save({ ...draft, id: newId() });
  }

  async #hearSaved(id: string, revision: number): Promise<void> {
    void this.recount();
    const known = this.#known.get(id);
    if (id !== this.#controller.id || !known || revision <= known.saved.revision) return;
    const db = await this.database();
    const theirs = await db.load(id);
    // What is told below is not known here: whoever goes on with the old one is asked when that is saved.
    if (!theirs || this.#known.get(id) !== known) return;
    const mine = savedDraft(this.#controller.draft);
    const merged = changed(known.saved.draft, theirs.draft).text ? null : merge(known.saved.draft, mine, theirs.draft);
    if (!merged) {
      this.elsewhere = { id, parted: false };
      return;
    }
    this.#remember(theirs, await db.summary(id));
    this.#take(merged);
    if (!this.#autosave.waiting) this.#autosave.know(savedDraft(this.#controller.draft));
  }

  // Shows what was put together.
  #take(merged: SavedDraft): void {
    const { draft, boxShown } = this.#controller;
    if (!changed(savedDraft(draft), merged).text) {
      this.#controller.adopt(merged);
      return;
    }
    this.#controller.restore({ ...merged, aside: draft.aside, came: draft.came });
    this.#controller.boxShown = boxShown;
    this.elsewhere = null;
  }

  #remember(saved: Saved, summary: Summary | null): void {
    this.#known.set(saved.id, { saved, summary: summary ?? summarize(saved.draft, null, saved) });
  }

  async #learnWhetherItLasts(ask: boolean): Promise<void> {
    this.mayBeCleared = !(await isPersistent(ask));
  }

  #startOver(announcement: string): void {
    this.#autosave.forget();
    this.#known.clear();
    this.elsewhere = null;
    this.#unsaved = false;
    this.#controller.startNew(announcement);
    this.#controller.aside = null;
    this.#controller.putRight.taught = [];
  }

  #stop(close = true): void {
    this.state = { is: 'nothing' };
    this.#autosave.forget();
    this.#known.clear();
    this.#here.forget();
    this.elsewhere = null;
    this.#unsaved = false;
    this.count = 0;
    if (close) this.#db?.close();
    this.#db = null;
    this.changes++;
  }

  async #goOn(): Promise<void> {
    this.state = { is: 'starting' };
    try {
      await this.#open();
      this.state = { is: 'keeping' };
      const { draft, boxShown } = this.#controller;
      this.#see(draft, boxShown);
      if (!isBlank(draft)) await this.#save(savedDraft(draft));
      await this.recount();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    this.state = { is: 'failing', why: name === 'QuotaExceededError' ? 'full' : 'forbidden' };
    this.#unsaved = !isBlank(this.#controller.draft);
    if (name === 'InvalidStateError') this.#db = null;
  }
}
