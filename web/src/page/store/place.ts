// What is open in this window, and how: not the texts, only their names. The window's own memory outlives reloads and crashes;
// the database knows what was open last in any window, for one that is opened anew. A window holds a lock on what it has
// open, so that two do not both go on with one article by themselves.
import type { Database } from './database';
import { isBlank, type Draft, type Saved } from './saved';

export interface Place {
  /** The open article; null where the box is empty. */
  article: string | null;
  /** What was in the box before something came by itself, the newest first. */
  aside: string[];
  /** The sentence about what came. */
  came: string;
  boxShown: boolean;
}

export interface Left {
  draft: Partial<Draft>;
  boxShown: boolean;
  /** What of it is saved. */
  saved: Saved[];
}

export class OpenHere {
  #scope: string;
  #written = '';
  #held = '';
  #release: () => void = nothing;

  constructor(scope: string) {
    this.#scope = scope;
  }

  /** Notes what is open, where that has changed. */
  see(draft: Draft, boxShown: boolean, db: Database | null): void {
    const article = isBlank(draft) ? null : draft.id;
    const place: Place = { article, aside: asideOf(draft), came: draft.came, boxShown };
    const written = JSON.stringify(place);
    if (written === this.#written) return;
    this.#written = written;
    write(this.#key, written);
    // An empty window beside others is not where to go on.
    if (article ?? this.#held) db?.savePlace(place).catch(nothing);
    if (article !== this.#held) this.#hold(article ?? '');
  }

  /** What was open here, else what was open last and no window has open. */
  async recall(db: Database): Promise<Left | null> {
    const place = this.#own() ?? (await this.#abandoned(db));
    if (!place) return null;
    const load = async (id: string | null) => (id === null ? null : db.load(id));
    const [open = null, ...under] = await Promise.all([place.article, ...place.aside].map(load));
    const aside = under.reduceRight<Draft | null>(
      (below, saved) => (saved ? { ...saved.draft, aside: below, came: '' } : below),
      null,
    );
    if (!open && !aside) return null;
    return {
      draft: { ...open?.draft, aside, came: place.came },
      boxShown: place.boxShown || !open,
      saved: [open, ...under].filter((saved) => saved !== null),
    };
  }

  /** Nothing is noted any more. */
  forget(): void {
    this.#written = '';
    this.#hold('');
    write(this.#key, null);
  }

  get #key(): string {
    return `pressmark.open ${this.#scope}`;
  }

  #own(): Place | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? 'null') as Place | null;
    } catch {
      return null;
    }
  }

  async #abandoned(db: Database): Promise<Place | null> {
    const place = await db.lastPlace();
    if (!place?.article) return null;
    const name = this.#lock(place.article);
    const locks = await lockManager()?.query().catch(nothing);
    return locks?.held?.some((held) => held.name === name) ? null : place;
  }

  #hold(article: string): void {
    this.#release();
    this.#release = nothing;
    this.#held = article;
    if (!article) return;
    const until = new Promise<void>((resolve) => (this.#release = resolve));
    lockManager()
      ?.request(this.#lock(article), { mode: 'shared' }, () => until)
      .catch(nothing);
  }

  #lock(article: string): string {
    return `pressmark ${article} ${this.#scope}`;
  }
}

function asideOf({ aside }: Draft): string[] {
  return aside ? [aside.id, ...asideOf(aside)] : [];
}

// Where the browser forbids it, a reload goes by the database.
function write(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // What may not be written is not there.
  }
}

// Only where the connection is secure.
function lockManager(): LockManager | undefined {
  return (navigator as Partial<Navigator>).locks;
}

function nothing(): void {
  // Nothing hangs on it.
}
