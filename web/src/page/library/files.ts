// Session files, out and in: the articles that are kept as a file of the reader's own, and such a file among others opened.
import type { Controller } from '../controller.svelte';
import { kindOf } from '../import/fileTypes';
import { UnreadableError } from '../import/imported';
import type { Kept } from '../store/kept.svelte';
import { savedDraft, type Saved } from '../store/saved';
import type { Article } from '../store/session';
import { summarize } from '../store/summary';

const load = () => import('../store/session');

/** Texts go to the box, sessions among the saved articles. `came`: by itself. */
export async function openAll(controller: Controller, kept: Kept, files: File[], came = false): Promise<void> {
  const isSession = (file: File) => kindOf(file) === 'session';
  const texts = files.filter((file) => !isSession(file));
  if (texts.length) await controller.openFiles(texts, came);
  for (const file of files.filter(isSession)) await openSession(controller, kept, file);
}

async function openSession(controller: Controller, kept: Kept, file: File): Promise<void> {
  try {
    const { readSessionFile } = await load();
    const articles = await readSessionFile(file);
    const [first] = articles;
    if (!first) return;
    if (kept.state.is === 'keeping') {
      await (await kept.database()).putAll(articles);
      await kept.tellChanged();
      await kept.show(first.saved.id, '');
      controller.inform(`“${file.name}”: ${counted(articles.length)} saved here now.${only(articles.length, false)}`);
      return;
    }
    controller.turnTo(first.saved.draft, '');
    controller.inform(`“${first.summary.title}” is open.${only(articles.length, true)}`);
  } catch (error) {
    const why = error instanceof UnreadableError ? error.message : 'could not be read.';
    controller.inform(`The file “${file.name}” ${why} Nothing is changed.`);
  }
}

function counted(articles: number): string {
  return articles === 1 ? 'one article is' : `${articles} articles are`;
}

function only(articles: number, nothingKept: boolean): string {
  if (articles === 1) return '';
  return nothingKept ? ` The other ${articles - 1} are not, as nothing is kept here.` : ' The first is open.';
}

/** What is open, whether it is saved or not. */
export async function saveOpen(controller: Controller, kept: Kept): Promise<void> {
  void kept.flush();
  const draft = savedDraft(controller.draft);
  const now = Date.now();
  const saved: Saved = { id: draft.id, revision: 1, created: now, changed: now, draft };
  await saveFile([{ saved, summary: summarize(draft, controller.reading, saved) }]);
}

export async function saveFile(articles: Article[]): Promise<void> {
  const { writeSession } = await load();
  const [first] = articles;
  const name = articles.length === 1 && first ? fileName(first.summary.title) : `${articles.length} articles`;
  const url = URL.createObjectURL(new Blob([writeSession(articles)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.pressmark.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function fileName(title: string): string {
  return (
    title
      .replace(/[^\p{L}\p{N} -]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 60) || 'article'
  );
}
