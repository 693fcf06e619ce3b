// HTML that was copied, dropped or made from another kind of document becomes text with hints and metadata.
//
// DOMParser's document is inert: it runs no script and loads nothing. What the page tells machines is read first, then
// DOMPurify takes out all that is no text, and only text is taken out of what is left.
import DOMPurify from 'dompurify';
import { findArticle } from './article';
import { writeBlocks } from './blocks';
import { removeInvisible, withoutForbidden } from './elements';
import type { Imported } from './imported';
import { readMetadata } from './metadata';
import { isWholePage } from './wholePage';

// Where it comes from: a file may be a whole page, and so may what was copied; what another reader made is none.
export type Source = 'file' | 'clipboard' | 'document';

export function readHtml(html: string, source: Source): Imported {
  const page = new DOMParser().parseFromString(withoutForbidden(html), 'text/html');
  const metadata = source === 'document' ? {} : readMetadata(page);
  sanitize(page.body);
  removeInvisible(page.body);
  const article = isWholePage(page, source) ? findArticle(page) : null;
  return { ...writeBlocks(page.body, article), metadata };
}

// `itemprop` and `rel` say who wrote it and when.
function sanitize(body: HTMLElement): void {
  DOMPurify.sanitize(body, { IN_PLACE: true, ADD_ATTR: ['itemprop', 'rel'] });
}
