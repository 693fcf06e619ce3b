// JSON-LD: a page may hold several scripts of it, each an object, a list, or a graph, and one of them broken. The article
// among all that is the one with a type of article; where there are several, the one that the page calls its main thing, or
// whose headline the page's title has.
import type { Told } from './metadata';
import { oneLine } from './names';

type Node = Record<string, unknown>;

const articleType = /(Article|BlogPosting|Report|LiveBlogPosting)$/;
// What lies deeper is no article of this page.
const deepest = 6;

export function readJsonLd(page: Document): Told {
  const nodes = [...page.querySelectorAll('script[type*="ld+json" i]')].flatMap(({ textContent }) =>
    parse(textContent),
  );
  // A node may stand for another, by its name alone, that is written out elsewhere.
  const isReference = (node: Node) => Object.keys(node).length === 1 && typeof node['@id'] === 'string';
  const byId = new Map(nodes.filter((node) => !isReference(node)).map((node) => [node['@id'], node]));
  const follow = (value: unknown) => (isNode(value) && isReference(value) ? (byId.get(value['@id']) ?? value) : value);
  const list = (value: unknown) => toList(value).map(follow);
  const names = (value: unknown) => list(value).flatMap((each) => strings(isNode(each) ? each.name : each));

  const articles = nodes.filter(isArticle);
  const article =
    articles.find((node) => isOfPage(node, page)) ?? (articles.length === 1 ? articles[0] : undefined) ?? {};
  const authors = [article.author, article.creator]
    .flatMap(list)
    .filter((author) => !isNode(author) || !isBody(author));
  return {
    titles: [article.headline, article.name, article.alternativeHeadline].flatMap(strings),
    authors: names(authors),
    published: [article.datePublished, article.dateCreated].flatMap(strings),
    updated: strings(article.dateModified),
    sites: names(article.publisher),
    sections: strings(article.articleSection).slice(0, 1),
    urls: [
      article.url,
      ...list(article.mainEntityOfPage).map((of) => (isNode(of) ? (of['@id'] ?? of.url) : of)),
    ].flatMap(strings),
  };
}

// Scripts are often wrapped in comments or CDATA, and broken by line ends within strings; what is still no JSON is left.
function parse(source: string): Node[] {
  const json = source
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    // eslint-disable-next-line no-control-regex -- these are what JSON does not take
    .replace(/[\u0000-\u001F]+/g, ' ');
  try {
    return gather(JSON.parse(json));
  } catch {
    return [];
  }
}

// All nodes, those within others too, the outer ones first.
function gather(value: unknown): Node[] {
  const found: Node[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; level.length && depth < deepest; depth++) {
    const nodes = level.flatMap(toList).filter(isNode);
    found.push(...nodes);
    level = nodes.flatMap((node) => Object.values(node).filter((inner) => typeof inner === 'object'));
  }
  return found;
}

function isArticle(node: Node): boolean {
  return (
    strings(node['@type']).some((type) => articleType.test(type)) && strings(node.headline ?? node.name).length > 0
  );
}

function isOfPage(node: Node, page: Document): boolean {
  const title = oneLine(page.title);
  const headings = [...page.querySelectorAll('h1')].map(({ textContent }) => oneLine(textContent));
  return strings(node.headline ?? node.name).some(
    (told) => title.startsWith(oneLine(told)) || headings.includes(oneLine(told)),
  );
}

function isBody(author: Node): boolean {
  return strings(author['@type']).some((type) => type.endsWith('Organization'));
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const toList = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value == null ? [] : [value];
const strings = (value: unknown): string[] => toList(value).filter((each) => typeof each === 'string');
