// @ts-check
// The gold articles of this folder: news written by hand with its entities, speakers and quotations marked in the
// running text (README.md shows the markup), read here into plain text and half-open UTF-16 spans over it.
//
// A mistake in the gold would poison every figure measured against it, so the reader is strict: whatever it cannot
// understand, or what breaks a rule of README.md, is an error that names the file and the line.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markedRegions } from './gold-marks.mjs';
import { letters } from './phrase.mjs';

/**
 * @typedef {[number, number]} Span  UTF-16 offsets, half-open
 * @typedef {{source: Span[], cue: Span[], content: Span[], type: "direct" | "mixed" | "indirect"}} Attribution
 * @typedef {{type: string, mentions: [number, number, "name" | "pronoun"][]}} Chain
 * @typedef {import("./gold-marks.mjs").Region} Region
 * @typedef {object} GoldArticle
 * @property {string} id
 * @property {string | undefined} date
 * @property {string} style
 * @property {boolean} raw            a paste with its chrome, its blocks labelled; otherwise the text is the article
 * @property {string} text
 * @property {Span[]} paragraphs      the paragraphs of the article itself, without title, byline, chrome ...
 * @property {[number, number, string][]} ents
 * @property {Attribution[]} attributions
 * @property {Chain[]} chains
 * @property {[number, number, string][]} blocks   empty unless `raw`
 * @property {Region[]} regions       what stands between quotation marks, outermost pairs
 */

const TYPES = new Set(['PERSON', 'ORG', 'LOC', 'FAC', 'NORP', 'MISC', 'PRODUCT', 'MONEY']);
const BLOCK_KINDS = new Set(
  ['title', 'subtitle', 'kicker', 'byline', 'dateline', 'date', 'body', 'section'].concat([
    'list',
    'pull_quote',
    'caption',
    'copyright',
    'chrome',
  ]),
);
const HEADERS = new Set(['id', 'date', 'style', 'covers', 'unclosed']);
const OPENING = /\[([A-Z]+)(?::([^\s\]]+))? |\[=([^\s\]]+) |\{([CSQ])(\d+(?:,\d+)*)(?:<(\d+))? /y;
const LABEL = /^@([a-z_]+) /;

/** Reads every `*.gold` of a folder, in the order of their names. @param {string} folder @returns {GoldArticle[]} */
export function readGoldFolder(folder) {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.gold'))
    .sort();
  return names.map((name) => parseGold(readFileSync(join(folder, name), 'utf8'), name));
}

/** @param {string} source @param {string} [name] what the error messages call it @returns {GoldArticle} */
export function parseGold(source, name = 'gold') {
  const lines = source.replace(/\s+$/, '').split('\n');
  const { headers, first } = readHeaders(lines, name);
  const reader = new MarkupReader(name);
  const blocks = readBlocks(lines, first, reader, name);
  const { text } = reader;
  const raw = blocks.some((block) => block.labelled);
  const regions = markedRegions(text, blocks, reader.escaped);
  const stillOpen = regions.filter((region) => region.unclosed).length;
  if (stillOpen !== Number(headers.unclosed ?? 0)) {
    const where = regions
      .filter((region) => region.unclosed)
      .map((region) => text.slice(region.start, region.start + 30));
    throw new Error(
      `${name}: ${stillOpen} quotation marks stay open (${where.join(' | ')}); escape apostrophes as \\' or say "unclosed: ${stillOpen}"`,
    );
  }
  const article = {
    id: headers.id,
    date: headers.date,
    style: headers.style ?? '',
    raw,
    text,
    paragraphs: blocks
      .filter((block) => block.kind === 'body')
      .map((block) => /** @type {Span} */ ([block.start, block.end])),
    ents: reader.names.map(
      (mention) => /** @type {[number, number, string]} */ ([mention.start, mention.end, mention.type]),
    ),
    attributions: buildAttributions(reader.pieces, text, regions, blocks, name),
    chains: buildChains(reader.names, reader.pronouns, name),
    blocks: raw
      ? blocks.map((block) => /** @type {[number, number, string]} */ ([block.start, block.end, block.kind]))
      : [],
    regions: regions.filter((region) => region.depth === 0),
  };
  checkChrome(article, blocks, name);
  return article;
}

/** @param {string[]} lines @param {string} name */
function readHeaders(lines, name) {
  /** @type {Record<string, string>} */
  const headers = {};
  let first = 0;
  for (; first < lines.length && lines[first].trim(); first++) {
    const match = /^([a-z]+): (.+)$/.exec(lines[first]);
    if (!match || !HEADERS.has(match[1])) throw new Error(`${name}:${first + 1}: not a header line: ${lines[first]}`);
    headers[match[1]] = match[2];
  }
  if (!headers.id) throw new Error(`${name}: has no id`);
  if (headers.date && !/^\d{4}-\d\d-\d\d$/.test(headers.date)) throw new Error(`${name}: the date is not YYYY-MM-DD`);
  return { headers, first };
}

/** @typedef {{start: number, end: number, kind: string, labelled: boolean}} Block */

/**
 * Blocks end at blank lines and before a labelled line; markup never crosses a block's end.
 * @param {string[]} lines @param {number} first @param {MarkupReader} reader @param {string} name @returns {Block[]}
 */
function readBlocks(lines, first, reader, name) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {Block | null} */
  let open = null;
  const close = (/** @type {number} */ line) => {
    if (!open) return;
    reader.finishBlock(line);
    open.end = reader.text.length;
    blocks.push(open);
    open = null;
  };
  let blankLines = 0;
  for (let i = first; i < lines.length; i++) {
    if (!lines[i].trim()) {
      close(i);
      blankLines++;
      continue;
    }
    const label = LABEL.exec(lines[i]);
    if (label && !BLOCK_KINDS.has(label[1])) throw new Error(`${name}:${i + 1}: no such block kind: ${label[1]}`);
    if (label) close(i);
    if (blocks.length || open) reader.text += '\n'.repeat(open ? 1 : blankLines + 1);
    open ??= { start: reader.text.length, end: 0, kind: label ? label[1] : 'body', labelled: Boolean(label) };
    blankLines = 0;
    reader.readLine(label ? lines[i].slice(label[0].length) : lines[i], i + 1);
  }
  close(lines.length);
  return blocks;
}

/** Takes the markup out of the lines it is given and remembers where it stood. */
class MarkupReader {
  text = '';
  /** @type {Set<number>} the offsets of escaped characters: a quotation mark there is none */
  escaped = new Set();
  /** @type {{start: number, end: number, type: string, chain: string}[]} */
  names = [];
  /** @type {{start: number, end: number, chain: string, line: number}[]} */
  pronouns = [];
  /** @type {{role: string, numbers: number[], continues: number | null, start: number, end: number, line: number}[]} */
  pieces = [];
  /** @type {{closer: string, start: number, line: number, match: RegExpExecArray}[]} */
  #stack = [];

  /** @param {string} name */
  constructor(name) {
    this.name = name;
  }

  /** @param {string} line @param {number} number */
  readLine(line, number) {
    let i = 0;
    while (i < line.length) {
      const c = line[i];
      if (c === '\\') {
        if (i + 1 === line.length) this.fail(number, 'a backslash ends the line');
        this.escaped.add(this.text.length);
        this.text += line[i + 1];
        i += 2;
      } else if (c === '[' || c === '{') {
        OPENING.lastIndex = i;
        const match = OPENING.exec(line);
        if (!match)
          this.fail(number, `not understood: ${line.slice(i, i + 20)} (escape a literal bracket with a backslash)`);
        this.#stack.push({ closer: c === '[' ? ']' : '}', start: this.text.length, line: number, match });
        i = OPENING.lastIndex;
      } else if (c === ']' || c === '}') {
        const top = this.#stack.pop();
        if (!top || top.closer !== c) this.fail(number, `${c} closes nothing, or not the innermost markup`);
        this.#finish(top);
        i++;
      } else {
        this.text += c;
        i++;
      }
    }
  }

  /** @param {number} line */
  finishBlock(line) {
    const top = this.#stack.pop();
    if (top) this.fail(line, `the markup opened in line ${top.line} (${top.match[0]}) is not closed in its paragraph`);
  }

  /** @param {{start: number, line: number, match: RegExpExecArray}} piece */
  #finish({ start, line, match }) {
    const [, type, id, pronounOf, role, numbers, continues] = match;
    const end = this.text.length;
    const said = this.text.slice(start, end);
    if (!said || said !== said.trim()) this.fail(line, `the piece "${said}" is empty, or has spaces at its ends`);
    if (role) {
      if (continues && role !== 'C') this.fail(line, 'only content continues another attribution');
      if (role === 'C' && hasLooseMark(said))
        this.fail(line, `the quotation marks around content stay outside its braces: ${said}`);
      this.pieces.push({
        role,
        numbers: numbers.split(',').map(Number),
        continues: continues ? Number(continues) : null,
        start,
        end,
        line,
      });
      return;
    }
    if (this.#stack.some((outer) => outer.closer === ']')) this.fail(line, `an entity in an entity: ${said}`);
    if (pronounOf) {
      this.pronouns.push({ start, end, chain: pronounOf, line });
      return;
    }
    if (!TYPES.has(type)) this.fail(line, `no such entity type: ${type}`);
    if (/^the |['’]s$/.test(said)) this.fail(line, `a name has neither "the" nor a possessive: ${said}`);
    this.names.push({ start, end, type, chain: id ?? defaultChain(type, said) });
  }

  /** @param {number} line @param {string} message @returns {never} */
  fail(line, message) {
    throw new Error(`${this.name}:${line}: ${message}`);
  }
}

/** Does a piece begin or end with a mark whose partner is not inside it, or is it one marked whole? @param {string} said */
function hasLooseMark(said) {
  const closing = { '“': '”', '«': '»', '„': '“', '‘': '’', '"': '"' }[said[0]];
  const partner = closing ? said.replace(/(?<=\p{L})’(?=\p{L})/gu, '-').indexOf(closing, 1) : 0;
  if (partner === -1 || (closing && partner === said.length - 1)) return true;
  const opening = { '”': '“', '»': '«', '"': '"' }[said[said.length - 1]];
  return opening !== undefined && !said.slice(0, -1).includes(opening);
}

/** People are known by their last word, everything else by all of its words. @param {string} type @param {string} said */
function defaultChain(type, said) {
  return type === 'PERSON' ? (said.split(/\s+/).at(-1) ?? said) : said;
}

/**
 * @param {MarkupReader["pieces"]} pieces @param {string} text @param {Region[]} regions @param {Block[]} blocks
 * @param {string} name @returns {Attribution[]}
 */
function buildAttributions(pieces, text, regions, blocks, name) {
  const count = Math.max(0, ...pieces.flatMap((piece) => piece.numbers));
  /** @type {Attribution[]} */
  const all = [];
  for (let number = 1; number <= count; number++) {
    const own = pieces.filter((piece) => piece.numbers.includes(number)).sort((a, b) => a.start - b.start);
    const spans = (/** @type {string} */ role) =>
      own.filter((piece) => piece.role === role).map((piece) => /** @type {Span} */ ([piece.start, piece.end]));
    const where = `${name}:${own[0]?.line ?? '?'}: attribution ${number}`;
    const content = spans('C');
    if (!content.length) throw new Error(`${where} has no content`);
    for (const group of [content, spans('S'), spans('Q')])
      if (group.some((span, i) => i > 0 && span[0] < group[i - 1][1]))
        throw new Error(`${where} has pieces that overlap`);
    if (blocks.filter((block) => content.some(([start]) => start >= block.start && start < block.end)).length > 1)
      throw new Error(`${where} runs over two paragraphs: the second is an attribution of its own that continues it`);
    const continues = own.find((piece) => piece.continues !== null)?.continues ?? null;
    if (continues !== null && (spans('S').length || !all[continues - 1]))
      throw new Error(`${where} continues ${continues}, which must come before it and lend it its speaker`);
    const source = continues === null ? spans('S') : all[continues - 1].source;
    all.push({
      source,
      cue: spans('Q'),
      content: content.map((span) => withMarks(text, span, regions)),
      type: kindOf(text, content, regions),
    });
  }
  all.forEach((outer, i) => {
    const inner = all.findIndex((other, j) => j > i && isWithin(other.content, outer.content));
    if (inner >= 0)
      throw new Error(`${name}: attribution ${inner + 1} is nested in ${i + 1} and must have the lower number`);
  });
  return all;
}

/**
 * Content takes in the quotation marks at its ends, with what punctuation stands between, as in other corpora.
 * @param {string} text @param {Span} span @param {Region[]} regions @returns {Span}
 */
function withMarks(text, [start, end], regions) {
  const nothingSaid = (/** @type {number} */ from, /** @type {number} */ to) => letters(text, [[from, to]]).size === 0;
  const opening = regions.findLast((region) => region.start <= start && nothingSaid(region.start, start));
  const closing = regions.findLast((region) => region.closed && region.end >= end && nothingSaid(end, region.end));
  return [
    opening && opening.end > start ? opening.start - 1 : start,
    closing && closing.start < end ? closing.end + 1 : end,
  ];
}

/** @param {Span[]} inner @param {Span[]} outer */
function isWithin(inner, outer) {
  return inner.every(([start, end]) => outer.some(([from, to]) => from <= start && end <= to));
}

/** @param {string} text @param {Span[]} content @param {Region[]} regions */
function kindOf(text, content, regions) {
  const said = letters(text, content);
  const marked = letters(
    text,
    regions.map((region) => [region.start, region.end]),
  );
  const share = [...said].filter((i) => marked.has(i)).length / Math.max(1, said.size);
  return share > 0.95 ? 'direct' : share > 0 ? 'mixed' : 'indirect';
}

/** @param {MarkupReader["names"]} names @param {MarkupReader["pronouns"]} pronouns @param {string} name @returns {Chain[]} */
function buildChains(names, pronouns, name) {
  /** @type {Map<string, Chain>} */
  const chains = new Map();
  for (const { start, end, type, chain } of names.filter((mention) => mention.type !== 'MONEY')) {
    const known = chains.get(chain) ?? { type, mentions: [] };
    if (known.type !== type) throw new Error(`${name}: ${chain} is both ${known.type} and ${type}`);
    known.mentions.push([start, end, 'name']);
    chains.set(chain, known);
  }
  for (const { start, end, chain, line } of pronouns) {
    const known = chains.get(chain);
    if (!known) throw new Error(`${name}:${line}: a pronoun means ${chain}, whom no name has as its chain`);
    known.mentions.push([start, end, 'pronoun']);
  }
  return [...chains.values()].map((chain) => ({ ...chain, mentions: chain.mentions.sort((a, b) => a[0] - b[0]) }));
}

/** Nothing in chrome is gold: it is no part of the article. @param {GoldArticle} article @param {Block[]} blocks @param {string} name */
function checkChrome(article, blocks, name) {
  for (const { start, end } of blocks.filter((block) => block.kind === 'chrome'))
    if (article.ents.some((ent) => ent[0] >= start && ent[1] <= end))
      throw new Error(`${name}: an entity in chrome: ${article.text.slice(start, end)}`);
}
