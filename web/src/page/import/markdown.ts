// Markdown becomes HTML, and that is read like any other. What stands before it between lines of three dashes is YAML that
// tells of the whole.
import { marked } from 'marked';
import { parse } from 'yaml';
import type { PageMetadata } from '../types';
import { dayOf } from './days';
import { readHtml } from './html';
import type { Imported } from './imported';
import { authorsOf, oneLine } from './names';

const frontMatter = /^\uFEFF?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

export function readMarkdown(source: string): Imported {
  const front = frontMatter.exec(source);
  const told = front ? readYaml(front[1] ?? '') : null;
  // A line of dashes may be only a line.
  const body = front && told ? source.slice(front[0].length) : source;
  const html = marked.parse(body, { async: false, gfm: true });
  return { ...readHtml(html, 'document'), metadata: told ? readFront(told) : {} };
}

function readYaml(yaml: string): Record<string, unknown> | null {
  try {
    // As written: a date is no moment yet.
    const value: unknown = parse(yaml, { schema: 'failsafe' });
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function readFront(told: Record<string, unknown>): PageMetadata {
  const all = (...fields: string[]) =>
    fields
      .flatMap((field) => told[field])
      .filter((value) => typeof value === 'string')
      .map(oneLine)
      .filter(Boolean);
  const [title] = all('title');
  const authors = authorsOf(all('author', 'authors', 'byline'), []);
  const published = all('date', 'published', 'pubdate').map(dayOf).find(Boolean);
  const updated = all('updated', 'lastmod', 'modified').map(dayOf).find(Boolean);
  const [site] = all('site', 'publication', 'source');
  const [section] = all('section');
  const url = all('url', 'link', 'source_url', 'canonical_url', 'source').find((each) => /^https?:\/\//.test(each));
  return {
    ...(title && { title }),
    ...(authors.length && { authors }),
    ...(site && !/^https?:/.test(site) && { site }),
    ...(published && { published }),
    ...(updated && { updated }),
    ...(section && { section }),
    ...(url && { url }),
  };
}
