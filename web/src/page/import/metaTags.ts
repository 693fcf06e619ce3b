// <meta>, <link> and <title>: OpenGraph, Twitter's, Dublin Core, and those of news systems.
import type { Told } from './metadata';

export function readMetaTags(page: Document): Told {
  const tags = new Map<string, string[]>();
  for (const tag of page.querySelectorAll('meta[content]')) {
    const content = tag.getAttribute('content') ?? '';
    for (const kind of ['property', 'name', 'itemprop']) {
      const name = tag.getAttribute(kind)?.toLowerCase();
      if (name) tags.set(name, [...(tags.get(name) ?? []), content]);
    }
  }
  const all = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? []);
  const addresses = [...page.querySelectorAll('link[rel~="canonical" i][href]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
  // Only the first kind of tag that is there: each names all authors.
  const authors = [
    'article:author_name',
    'author',
    'byl',
    'sailthru.author',
    'parsely-author',
    'dc.creator',
    'dcterms.creator',
    'article:author',
    'twitter:creator',
  ]
    .map((name) => all(name).filter(isName))
    .find(({ length }) => length);
  return {
    titles: [
      ...all('og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'headline'),
      page.title,
    ],
    authors: authors ?? [],
    published: all(
      'article:published_time',
      'article:published',
      'datepublished',
      'og:published_time',
      'parsely-pub-date',
      'sailthru.date',
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.date',
      'pubdate',
      'publish-date',
      'publish_date',
      'date',
    ),
    updated: all('article:modified_time', 'og:updated_time', 'datemodified', 'dcterms.modified', 'lastmod'),
    sites: all('og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher'),
    sections: all('article:section', 'parsely-section'),
    urls: [...addresses, ...all('og:url', 'twitter:url', 'parsely-link')],
  };
}

// Some put addresses and account names there.
function isName(content: string): boolean {
  return !/^(https?:)?\/\/|^@|^\S+\.\w{2,}\/|^www\./i.test(content.trim());
}
