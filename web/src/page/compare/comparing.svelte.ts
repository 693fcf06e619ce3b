// The comparison that is open, or on its way: articles are gathered, analysed one after the other, and shown in the place of
// the reader until somebody goes back or does something else.
import type { Controller } from '../controller.svelte';
import type { ArchivedArticle } from '../types';
import type { Article } from './article';
import { articlesOf, asArticle, openAll, type Gathered } from './gather';
import type { Answer, Answers } from './people';

export type Comparison =
  // So many of so many are read.
  { is: 'reading'; done: number; total: number | null } | { is: 'ready'; articles: Article[]; gathered: Gathered[] };

export class Comparing {
  now = $state.raw<Comparison | null>(null);
  // Who is whom, as the reader says; while the page is open.
  answers = $state.raw<Answers>({});

  readonly #controller: Controller;
  readonly #split: (text: string) => Promise<ArchivedArticle[]>;
  #runs = 0;

  constructor(controller: Controller, split: (text: string) => Promise<ArchivedArticle[]>) {
    this.#controller = controller;
    this.#split = split;
  }

  /** All opened files, or the articles of the archive. */
  async start(what: 'files' | 'archive'): Promise<void> {
    const controller = this.#controller;
    const run = ++this.#runs;
    const isNewest = () => run === this.#runs;
    this.now = { is: 'reading', done: 0, total: null };
    controller.announcement = 'The articles are read, to be compared.';
    try {
      const { gathered, unread } = await this.#gather(what, isNewest);
      if (!isNewest()) return;
      const requests = gathered.map(({ sheet }) => controller.requestOf(sheet));
      const analyses = await controller.analyzeAll(requests, (done) => {
        this.now = { is: 'reading', done, total: requests.length };
      });
      if (!isNewest()) return;
      if (!analyses) {
        this.forget();
        return;
      }
      const articles = analyses.flatMap((analysis, at) => {
        const each = gathered[at];
        return each ? [asArticle(each, analysis, at)] : [];
      });
      this.now = { is: 'ready', articles, gathered };
      controller.boxShown = false;
      if (unread.length) controller.notice = `Left out, as nothing in it can be read: ${unread.join(', ')}.`;
      controller.announcement = `${articles.length} articles are compared.`;
    } catch (error) {
      if (!isNewest()) return;
      this.forget();
      const reason = error instanceof Error ? error.message : String(error);
      controller.inform(`The articles could not be compared: ${reason}`);
    }
  }

  /** Back to the article, also before the comparison is there. What was left undone for it is done then. */
  leave(): void {
    const controller = this.#controller;
    const overtakes = this.now?.is === 'reading' || controller.stale;
    this.forget();
    controller.announcement = 'Back to the article.';
    if (overtakes) void controller.analyze();
  }

  forget(): void {
    ++this.#runs;
    this.now = null;
  }

  async open(id: string): Promise<void> {
    if (this.now?.is !== 'ready') return;
    const { articles, gathered } = this.now;
    const chosen = gathered[articles.findIndex((article) => article.id === id)];
    if (chosen) await this.#controller.openGathered(chosen);
  }

  answer(key: string, answer: Answer): void {
    this.answers = { ...this.answers, [key]: answer };
    this.#controller.announcement = answer === 'same' ? 'They are one.' : 'They are two.';
  }

  #gather(what: 'files' | 'archive', isNewest: () => boolean) {
    const { files, gathered: box } = this.#controller;
    if (what === 'archive') return Promise.resolve({ gathered: articlesOf(box), unread: [] });
    // Whoever did something else meanwhile is not held up.
    return openAll(files, box, (text) => (isNewest() ? this.#split(text) : Promise.resolve([])));
  }
}
