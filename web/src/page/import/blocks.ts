// The blocks of an HTML tree as a reader sees them: text with a blank line between blocks, and hints of what the tags told,
// which block is a heading, a list item, a quotation, a caption, a byline or a date, and how much of it is links.
// Nothing that is visible is left out.
import type { Imported } from './imported';
import { BlockWriter, type Place } from './blockWriter';
import { breaksLines, isDataTable, isUnread } from './elements';

const outside: Place = {
  heading: 0,
  list: false,
  quote: false,
  caption: false,
  author: false,
  date: false,
  link: null,
  preformatted: false,
};

interface Step {
  node: Node;
  place: Place;
  table: boolean; // in a table of data, where cells and rows are no blocks of their own
  leave?: boolean;
}

// With a stack of its own: pages nest as deep as they like. `article`: the texts that make it up, where that is known.
export function writeBlocks(body: HTMLElement, article: ReadonlySet<Node> | null): Omit<Imported, 'metadata'> {
  const writer = new BlockWriter();
  const stack: Step[] = [{ node: body, place: outside, table: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, place, table } = step;
    if (step.leave) {
      leave(node as Element, table, writer);
    } else if (node.nodeType === Node.TEXT_NODE) {
      writer.write(node.nodeValue ?? '', place, article?.has(node) ?? false);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (isUnread(element)) continue;
      if (element.tagName === 'BR') writer.breakLine();
      const inside = placeIn(element, place);
      const isTable = table || isDataTable(element);
      if (breaksLines(element)) {
        if (!table) writer.endBlock();
        stack.push({ node, place, table, leave: true });
      }
      for (let child = node.lastChild; child; child = child.previousSibling) {
        stack.push({ node: child, place: inside, table: isTable });
      }
    }
  }
  writer.endBlock();
  return { text: writer.text, hints: writer.hints };
}

function leave(element: Element, table: boolean, writer: BlockWriter): void {
  const tag = element.tagName;
  if (!table || tag === 'CAPTION') writer.endBlock();
  else if (tag === 'TD' || tag === 'TH') writer.endCell();
  else if (tag === 'TR') writer.endRow();
  else writer.space();
}

const quoted = /pull-?_?quote/i;
const captioned =
  /(image|img|photo|picture|media|video|figure|wp)[-_]*(caption|credit)|(^|[\s_-])caption(-text)?(\s|$)/i;
const authored = /(^|[\s_-])(byline|author)([\s_-]|$)/i;
const dated = /(^|\s)date(Published|Modified|Created)(\s|$)/;

// The author's name may stand on the whole page, too, which is then no byline.
const longestByline = 200;
const isShort = (element: Element): boolean => element.textContent.trim().length <= longestByline;

function placeIn(element: Element, outer: Place): Place {
  const tag = element.tagName;
  const names = ['class', 'itemprop', 'rel'].map((name) => element.getAttribute(name) ?? '').join(' ');
  return {
    heading: /^H[1-6]$/.test(tag) ? Number(tag[1]) : outer.heading,
    list: outer.list || tag === 'LI' || tag === 'DT' || tag === 'DD',
    quote: outer.quote || tag === 'BLOCKQUOTE' || quoted.test(names),
    caption: outer.caption || tag === 'FIGCAPTION' || tag === 'CAPTION' || captioned.test(names),
    author: outer.author || (authored.test(names) && isShort(element)),
    date: outer.date || ((tag === 'TIME' || dated.test(names)) && isShort(element)),
    link: tag === 'A' && element.hasAttribute('href') ? element : outer.link,
    preformatted: outer.preformatted || tag === 'PRE',
  };
}
