// What a page tells machines of itself: title, authors, days, site, section, address.
//
// Asked in the order of trust. JSON-LD is written for the one article and names each thing by its kind. The tags that
// social networks and search engines read come next: they too are of the page, but their titles are written to be shared,
// and their authors may be accounts. Then what is marked in the text itself, which may be of another article beside this one.
// The page's <title> comes last: it often has the site's name in it. Of several titles told, the one that the page shows as
// its heading is the article's own.
import type { PageMetadata } from '../types';
import { dayOf } from './days';
import { readJsonLd } from './jsonLd';
import { readMarked } from './markedText';
import { readMetaTags } from './metaTags';
import { authorsOf, oneLine } from './names';
import { withoutSite } from './siteName';

// What one source tells, as it stands there; the first of each list is the best.
export interface Told {
  titles: string[];
  authors: string[];
  published: string[];
  updated: string[];
  sites: string[];
  sections: string[];
  urls: string[];
}

type Field = keyof Told;

export function readMetadata(page: Document): PageMetadata {
  const sources = [readJsonLd(page), readMetaTags(page), readMarked(page)];
  const told = (field: Field) =>
    sources
      .flatMap((source) => source[field])
      .map(oneLine)
      .filter(Boolean);

  const url = addressOf(told('urls'));
  const sites = told('sites').filter((name) => !name.startsWith('@'));
  const site = sites[0];
  const title = chooseTitle(
    page,
    told('titles').map((each) => withoutSite(each, sites, url)),
  );
  const authors = sources.map((source) => authorsOf(source.authors, sites)).find((names) => names.length);
  const published = told('published').map(dayOf).find(Boolean);
  const updated = told('updated').map(dayOf).find(Boolean);
  const section = told('sections')
    .map((list) => oneLine(list.split(',')[0] ?? ''))
    .find((name) => !name.includes('.'));
  return {
    ...(title && { title }),
    ...(authors && { authors }),
    ...(site && { site }),
    ...(published && { published }),
    ...(updated && published && updated >= published && { updated }),
    ...(section && { section }),
    ...(url && { url }),
  };
}

function chooseTitle(page: Document, titles: string[]): string | undefined {
  const shown = new Set([...page.querySelectorAll('h1, h2')].map(({ textContent }) => key(textContent)));
  return titles.find((title) => shown.has(key(title))) ?? titles[0];
}

// How titles are compared: by their letters and digits.
const key = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// That of the site's first page is the article's only where no other is told.
function addressOf(told: string[]): string | undefined {
  const addresses = told
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address))
    .filter(({ protocol }) => /^https?:$/.test(protocol));
  const best = addresses.find(({ pathname, search }) => pathname !== '/' || search) ?? addresses[0];
  if (best) best.hash = '';
  return best?.href;
}
