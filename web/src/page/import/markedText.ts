// What is marked in the text itself: itemprop, rel=author, <time>.
import type { Told } from './metadata';

export function readMarked(page: Document): Told {
  const texts = (selector: string) => [...page.body.querySelectorAll(selector)].map(textOf);
  const authors = page.body.querySelectorAll('[itemprop~="author"]');
  return {
    titles: texts('[itemprop~="headline"]').slice(0, 1),
    authors: authors.length
      ? [...authors].map((author) => textOf(author.querySelector('[itemprop~="name"]') ?? author))
      : texts('[rel~="author"]'),
    published: [...texts('[itemprop~="datePublished"], time[pubdate]'), ...timeOfArticle(page)],
    updated: texts('[itemprop~="dateModified"]').slice(0, 1),
    sites: [],
    sections: [],
    urls: [],
  };
}

// The first <time> behind the page's only main heading. Others may be of articles that it only points to.
function timeOfArticle(page: Document): string[] {
  const [heading, another] = page.body.querySelectorAll('h1');
  if (!heading || another) return [];
  const time = [...page.body.querySelectorAll('time[datetime]')].find(
    (each) => heading.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return time ? [textOf(time)] : [];
}

// A machine's form, where there is one, else the words.
function textOf(element: Element): string {
  return element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent;
}
