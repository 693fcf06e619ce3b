// Writes the text of a tree block by block, as it is seen: blanks between words are one, what cannot be seen of a word is
// left out of it.
import type { Hint } from '../types';

// What the tags around a piece of text say. Copied on the way down, so that nothing has to be undone on the way up.
export interface Place {
  heading: number;
  list: boolean;
  quote: boolean;
  caption: boolean;
  author: boolean;
  date: boolean;
  link: Element | null;
  preformatted: boolean;
}

// A byline or a date is short. What is longer is text with an author's name or a date in it, or about the author.
const longestLine = 200;
// Soft hyphens, and places where a word may be broken, show only where it is.
const unseen = /[\u00AD\u200B\u2060\uFEFF]/g;

export class BlockWriter {
  text = '';
  hints: Hint[] = [];
  #run = '';
  #letters = 0;
  #linked = 0;
  #kept = 0;
  #place: Place | null = null;
  #author = false;
  #date = false;
  #link: Element | null = null;
  #spaced = true; // nothing was written, or a blank was last
  #broken = false; // the line was broken, and nothing was written since

  // `content`: it belongs to the article.
  write(raw: string, place: Place, content: boolean): void {
    if (place.preformatted) {
      this.#writePreformatted(raw, place, content);
      return;
    }
    let words = raw.replace(unseen, '').replace(/[\t\n\f\r \u00A0]+/g, ' ');
    // Two links side by side are two things, even where only a style sets them apart.
    if (place.link && this.#link && place.link !== this.#link && !this.#spaced && !words.startsWith(' '))
      words = ` ${words}`;
    if (this.#spaced) words = words.replace(/^ /, '');
    this.#add(words, place, content);
  }

  // A second break after nothing but blanks starts a paragraph.
  breakLine(): void {
    if (this.#broken) this.endBlock();
    else if (this.#run) {
      this.#run = `${this.#run.trimEnd()}\n`;
      this.#spaced = this.#broken = true;
    }
  }

  space(): void {
    if (!this.#spaced) this.#run += ' ';
    this.#spaced = true;
  }

  endCell(): void {
    if (!this.#place) return;
    this.#run = `${this.#run.replace(/ $/, '')}\t`;
    this.#spaced = true;
  }

  endRow(): void {
    if (!this.#place) return;
    this.#run = `${this.#run.trimEnd()}\n`;
    this.#spaced = true;
  }

  endBlock(): void {
    const words = this.#run.trimEnd().replace(/^\s*\n/, '');
    if (words && this.#place) {
      if (this.text) this.text += '\n\n';
      const start = this.text.length;
      this.text += words;
      const hint = this.#hint(this.#place, start);
      if (hint) this.hints.push(hint);
    }
    this.#run = '';
    this.#letters = this.#linked = this.#kept = 0;
    this.#place = null;
    this.#link = null;
    this.#author = this.#date = this.#broken = false;
    this.#spaced = true;
  }

  #writePreformatted(raw: string, place: Place, content: boolean): void {
    const paragraphs = raw
      .replace(unseen, '')
      .replaceAll('\u00A0', ' ')
      .split(/\n[ \t]*\n\s*/);
    for (const [i, paragraph] of paragraphs.entries()) {
      if (i > 0) this.endBlock();
      this.#add(paragraph, place, content);
    }
  }

  #add(words: string, place: Place, content: boolean): void {
    if (!words) return;
    this.#run += words;
    this.#spaced = /\s/.test(words.at(-1) ?? '');
    const letters = words.replace(/\s/g, '').length;
    if (!letters) return;
    this.#broken = false;
    this.#letters += letters;
    if (place.link) this.#linked += letters;
    if (content) this.#kept += letters;
    this.#link = place.link;
    this.#place ??= place;
    this.#author ||= place.author;
    this.#date ||= place.date;
  }

  #hint(place: Place, start: number): Hint | null {
    const end = this.text.length;
    const hint: Hint = { start, end };
    const short = end - start <= longestLine;
    if (place.heading) hint.heading = place.heading;
    if (place.list) hint.list = true;
    if (place.quote) hint.quote = true;
    if (place.caption) hint.caption = true;
    if (this.#author && short) hint.author = true;
    if (this.#date && short) hint.date = true;
    if (2 * this.#kept > this.#letters) hint.content = true;
    if (this.#linked) hint.link_density = Math.round((1000 * this.#linked) / this.#letters) / 1000;
    return Object.keys(hint).length > 2 ? hint : null;
  }
}
