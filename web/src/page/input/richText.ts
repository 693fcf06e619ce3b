// Copied or saved HTML becomes plain text with a blank line between its blocks, and hints of what the tags told: which
// block is a heading, a list item, a quotation, a caption, a byline or a date, and how much of it is links.
//
// The parser is DOMParser: its document is inert, runs no script and loads nothing; only text is taken out of it.
import type { Hint, PageMetadata } from '../types';

export interface RichText {
  text: string;
  hints: Hint[];
  metadata: PageMetadata;
  published: string | null;
}

const unread = new Set(
  'HEAD SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT SVG MATH CANVAS AUDIO VIDEO PICTURE SELECT TEXTAREA INPUT'.split(
    ' ',
  ),
);
const blocks = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH ' +
    'THEAD TR UL'
  ).split(' '),
);

// What the tags around the current place say. Copied on the way down, so that nothing has to be undone on the way up.
interface Place {
  heading: number;
  list: boolean;
  quote: boolean;
  caption: boolean;
  author: boolean;
  date: boolean;
  link: boolean;
  preformatted: boolean;
}

export function readHtml(html: string): RichText {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const writer = new BlockWriter();
  walk(page.body, writer);
  return { text: writer.text, hints: writer.hints, metadata: readMetadata(page), published: readPublished(page) };
}

// With a stack of its own: pages nest as deep as they like.
function walk(body: HTMLElement, writer: BlockWriter): void {
  const outside: Place = {
    heading: 0,
    list: false,
    quote: false,
    caption: false,
    author: false,
    date: false,
    link: false,
    preformatted: false,
  };
  const stack: { node: Node; place: Place; leave?: boolean }[] = [{ node: body, place: outside }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, place } = top;
    if (top.leave) {
      writer.endBlock();
    } else if (node.nodeType === Node.TEXT_NODE) {
      writer.write(node.nodeValue ?? '', place);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (unread.has(tag) || element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') continue;
      if (tag === 'BR') writer.breakLine();
      const inside = placeIn(element, tag, place);
      if (blocks.has(tag)) {
        writer.endBlock();
        stack.push({ node, place, leave: true });
      }
      for (let child = node.lastChild; child; child = child.previousSibling) stack.push({ node: child, place: inside });
    }
  }
  writer.endBlock();
}

function placeIn(element: Element, tag: string, outer: Place): Place {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('rel') ?? ''}`;
  return {
    heading: /^H[1-6]$/.test(tag) ? Number(tag[1]) : outer.heading,
    list: outer.list || tag === 'LI',
    quote: outer.quote || tag === 'BLOCKQUOTE' || /pull-?quote/i.test(names),
    caption: outer.caption || tag === 'FIGCAPTION' || tag === 'CAPTION',
    author: outer.author || /(^|[\s_-])(byline|author)([\s_-]|$)/i.test(names),
    date: outer.date || tag === 'TIME',
    link: outer.link || (tag === 'A' && element.hasAttribute('href')),
    preformatted: outer.preformatted || tag === 'PRE',
  };
}

class BlockWriter {
  text = '';
  hints: Hint[] = [];
  private run = '';
  private letters = 0;
  private linked = 0;
  private place: Place | null = null;
  private author = false;
  private date = false;

  write(raw: string, place: Place): void {
    let words = place.preformatted ? raw : raw.replace(/[\t\n\f\r ]+/g, ' ');
    if (!this.run || /\s$/.test(this.run)) words = words.replace(/^ /, '');
    if (!words) return;
    this.run += words;
    const letters = words.replace(/\s/g, '').length;
    if (!letters) return;
    this.letters += letters;
    if (place.link) this.linked += letters;
    this.place ??= place;
    this.author ||= place.author;
    this.date ||= place.date;
  }

  breakLine(): void {
    if (this.run) this.run = `${this.run.trimEnd()}\n`;
  }

  endBlock(): void {
    const words = this.run.replace(/^\n+|\s+$/g, '');
    if (words && this.place) {
      if (this.text) this.text += '\n\n';
      const start = this.text.length;
      this.text += words;
      const hint = this.hint(this.place, start);
      if (hint) this.hints.push(hint);
    }
    this.run = '';
    this.letters = this.linked = 0;
    this.place = null;
    this.author = this.date = false;
  }

  private hint(place: Place, start: number): Hint | null {
    const hint: Hint = { start, end: this.text.length };
    if (place.heading) hint.heading = place.heading;
    if (place.list) hint.list = true;
    if (place.quote) hint.quote = true;
    if (place.caption) hint.caption = true;
    if (this.author) hint.author = true;
    if (this.date) hint.date = true;
    if (this.linked) hint.link_density = Math.round((1000 * this.linked) / this.letters) / 1000;
    return Object.keys(hint).length > 2 ? hint : null;
  }
}

function readMetadata(page: Document): PageMetadata {
  const metadata: PageMetadata = {};
  const title = meta(page, 'og:title') ?? page.title.trim();
  const author = meta(page, 'author');
  const site = meta(page, 'og:site_name');
  const url = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta(page, 'og:url');
  const published = readPublished(page);
  if (title) metadata.title = title;
  if (author) metadata.authors = [author];
  if (site) metadata.site = site;
  if (url) metadata.url = url;
  if (published) metadata.published = published;
  return metadata;
}

// The day of publication as YYYY-MM-DD, where the page tells it to machines.
function readPublished(page: Document): string | null {
  const told =
    meta(page, 'article:published_time') ??
    meta(page, 'datePublished') ??
    page.querySelector('time[datetime]')?.getAttribute('datetime');
  return /^\d{4}-\d{2}-\d{2}/.exec(told ?? '')?.[0] ?? null;
}

function meta(page: Document, name: string): string | null {
  const tag = page.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
  const content = tag?.getAttribute('content')?.trim() ?? '';
  return content === '' ? null : content;
}
