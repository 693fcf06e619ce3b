// The articles that are to be compared, before they are analysed: the opened files, each of which may hold several, or the
// articles of an archive.
import { makeArchive, tellSingle, turnTo, type Archive } from '../archive';
import { openFile } from '../import/files';
import { sheetOf, type Sheet } from '../sheet';
import type { Analysis, ArchivedArticle } from '../types';
import type { Article } from './article';

export interface Gathered {
  sheet: Sheet;
  fileName: string;
  /** Where it is one of an archive's: the archive with that one open. */
  archive: Archive | null;
}

export function articlesOf({ archive, sheet, fileName }: Gathered): Gathered[] {
  if (!archive) return [{ sheet, fileName, archive }];
  const now = turnTo(archive, archive.open, sheet);
  return now.articles.map((each, open) => ({ sheet: each, fileName, archive: { ...now, open } }));
}

/** What is in the box is taken as it is there. Files that cannot be read are named. */
export async function openAll(
  files: readonly File[],
  box: Gathered,
  split: (text: string) => Promise<ArchivedArticle[]>,
): Promise<{ gathered: Gathered[]; unread: string[] }> {
  const gathered: Gathered[] = [];
  const unread: string[] = [];
  for (const file of files) {
    const { name: fileName } = file;
    if (fileName === box.fileName) {
      gathered.push(...articlesOf(box));
      continue;
    }
    const opened = await openFile(file).catch(() => null);
    if (!opened?.text.trim()) {
      unread.push(fileName);
      continue;
    }
    const sheet = sheetOf(opened);
    const found = await split(sheet.text);
    const [only] = found;
    if (found.length > 1) {
      const archive = makeArchive(sheet, found);
      gathered.push(...articlesOf({ archive, sheet: archive.articles[0] ?? sheet, fileName }));
    } else {
      gathered.push({ sheet: only ? tellSingle(sheet, only) : sheet, fileName, archive: null });
    }
  }
  return { gathered, unread };
}

export function asArticle({ sheet, fileName }: Gathered, analysis: Analysis, at: number): Article {
  const { title, site, published } = analysis.metadata;
  return {
    id: String(at),
    title: (title?.value ?? sheet.metadata.title ?? fileName) || `Article ${at + 1}`,
    site: site?.value ?? sheet.metadata.site ?? '',
    published: sheet.referenceDate || (published?.value ?? analysis.reference_date.value ?? ''),
    reading: { text: sheet.text, analysis },
  };
}
