// The database of saved articles in the browser: its schema, and what is done with it.
//
// An article's key holds its revision. Who saves adds the next one, which fails where another window has done so already; so
// nothing is overwritten unseen, and saving needs no answer first: it can be asked for while the page goes away.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Place } from './place';
import { completed, type Saved, type Summary } from './saved';

interface Schema extends DBSchema {
  articles: { key: [string, number]; value: Saved };
  summaries: { key: string; value: Summary };
  place: { key: 'last'; value: Place };
}

/** Another window saved the article meanwhile. */
export class OvertakenError extends Error {
  override readonly name = 'OvertakenError';
}

const patienceMs = 2000;
const all = ['articles', 'summaries', 'place'] as const;

export class Database {
  #db: IDBPDatabase<Schema>;

  private constructor(db: IDBPDatabase<Schema>) {
    this.#db = db;
  }

  /** `onLost`: the browser has closed it, or another window wants to delete it. */
  static async open(name: string, onLost: () => void): Promise<Database> {
    const opening = openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('articles', { keyPath: ['id', 'revision'] });
        db.createObjectStore('summaries', { keyPath: 'id' });
        db.createObjectStore('place');
      },
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        onLost();
      },
      terminated: onLost,
    });
    const tooLong = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('The browser does not answer.')), patienceMs),
    );
    return new Database(await Promise.race([opening, tooLong]));
  }

  close(): void {
    this.#db.close();
  }

  /** With all that is in it. */
  async destroy(): Promise<void> {
    await this.clear();
    this.#db.close();
    await Promise.race([deleteDB(this.#db.name), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
  }

  /** The request is made before this returns. */
  async save(saved: Saved, summary: Summary): Promise<void> {
    const { id, revision } = saved;
    const tx = this.#db.transaction(['articles', 'summaries'], 'readwrite');
    const { done } = tx;
    done.catch(() => undefined);
    const deeds = [
      tx.objectStore('articles').add(saved),
      tx.objectStore('articles').delete([id, revision - 1]),
      tx.objectStore('summaries').put(summary),
    ];
    tx.commit();
    const failed = (await Promise.allSettled<unknown>(deeds)).find((deed) => deed.status === 'rejected');
    if (failed) throw isConstraint(failed.reason) ? new OvertakenError() : failed.reason;
    await done;
  }

  async savePlace(place: Place): Promise<void> {
    await this.#db.put('place', place, 'last');
  }

  async lastPlace(): Promise<Place | null> {
    return (await this.#db.get('place', 'last')) ?? null;
  }

  /** Where the article is still there. */
  async saveSummary(summary: Summary): Promise<void> {
    const tx = this.#db.transaction('summaries', 'readwrite');
    if (await tx.store.get(summary.id)) await tx.store.put(summary);
    await tx.done;
  }

  async load(id: string): Promise<Saved | null> {
    const saved = (await this.#db.getAll('articles', revisionsOf(id))).at(-1);
    return saved ? { ...saved, draft: completed(saved.draft) } : null;
  }

  async summary(id: string): Promise<Summary | null> {
    return (await this.#db.get('summaries', id)) ?? null;
  }

  summaries(): Promise<Summary[]> {
    return this.#db.getAll('summaries');
  }

  count(): Promise<number> {
    return this.#db.count('summaries');
  }

  /** All articles, some at a time. */
  async *articles(): AsyncGenerator<Saved[]> {
    const some = 100;
    let after: IDBKeyRange | null = null;
    for (;;) {
      const batch: Saved[] = await this.#db.getAll('articles', after, some);
      yield batch;
      const last = batch.at(-1);
      if (!last || batch.length < some) return;
      after = IDBKeyRange.lowerBound([last.id, last.revision], true);
    }
  }

  /** All or none. */
  async putAll(articles: { saved: Saved; summary: Summary }[]): Promise<void> {
    const tx = this.#db.transaction(['articles', 'summaries'], 'readwrite');
    const { done } = tx;
    done.catch(() => undefined);
    try {
      for (const { saved, summary } of articles) {
        await tx.objectStore('articles').put(saved);
        await tx.objectStore('summaries').put(summary);
      }
    } catch (error) {
      // What cannot be put at all does not end the transaction by itself.
      try {
        tx.abort();
      } catch {
        // It has ended.
      }
      throw error;
    }
    await done;
  }

  async remove(id: string): Promise<void> {
    const tx = this.#db.transaction(['articles', 'summaries'], 'readwrite');
    await Promise.all([
      tx.objectStore('articles').delete(revisionsOf(id)),
      tx.objectStore('summaries').delete(id),
      tx.done,
    ]);
  }

  async clear(): Promise<void> {
    const tx = this.#db.transaction(all, 'readwrite');
    await Promise.all([...all.map((name) => tx.objectStore(name).clear()), tx.done]);
  }
}

function revisionsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

function isConstraint(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'ConstraintError';
}
