// Dropped or picked files become texts. Bytes that are not of the file's encoding become U+FFFD, which is counted and told.
import { kindOf, type TextKind } from './fileTypes';
import { plainText, UnreadableError, type Imported } from './imported';

export interface OpenedFile extends Imported {
  name: string;
  replaced: number;
}

const mebibyte = 1024 * 1024;
// Longer than any newspaper's whole issue; more would only stop the page from answering.
const largest: Record<TextKind, number> = {
  text: 16 * mebibyte,
  markdown: 16 * mebibyte,
  html: 32 * mebibyte,
  word: 64 * mebibyte,
  pdf: 256 * mebibyte,
};

// Throws an UnreadableError that says why, where there is something to say.
export async function openFile(file: File): Promise<OpenedFile> {
  const kind = kindOf(file);
  if (kind === 'session') throw new UnreadableError('holds saved articles, and no text of its own.');
  const limit = largest[kind];
  if (file.size > limit) {
    throw new UnreadableError(`is larger than ${limit / mebibyte} MB, which is too much for one article.`);
  }
  const bytes = await file.arrayBuffer();
  const { name } = file;
  switch (kind) {
    case 'html': {
      const html = decode(bytes, charsetOf(bytes));
      const { readHtml } = await load(import('./html'));
      return { ...readHtml(html, 'file'), name, replaced: countReplaced(html) };
    }
    case 'markdown': {
      const markdown = decodeText(bytes);
      const { readMarkdown } = await load(import('./markdown'));
      return { ...readMarkdown(markdown), name, replaced: countReplaced(markdown) };
    }
    case 'word': {
      const { readDocx } = await load(import('./docx'));
      return { ...(await readDocx(bytes)), name, replaced: 0 };
    }
    case 'pdf': {
      const { readPdf } = await load(import('./pdf'));
      return { ...(await readPdf(bytes)), name, replaced: 0 };
    }
    case 'text': {
      const text = decodeText(bytes);
      return { ...plainText(text), name, replaced: countReplaced(text) };
    }
  }
}

async function load<Reader>(reader: Promise<Reader>): Promise<Reader> {
  try {
    return await reader;
  } catch {
    throw new UnreadableError('needs a part of Pressmark that could not be loaded. Is there a network?');
  }
}

function decodeText(bytes: ArrayBuffer): string {
  const text = decode(bytes, byteOrderOf(bytes) ?? 'utf-8').replace(/\r\n?/g, '\n');
  if (isBinary(text)) throw new UnreadableError('holds no text that can be read here.');
  return text;
}

function decode(bytes: ArrayBuffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function byteOrderOf(bytes: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

// An HTML file names its encoding within its first kilobyte.
function charsetOf(bytes: ArrayBuffer): string {
  const opening = new TextDecoder('latin1').decode(bytes.slice(0, 1024));
  return byteOrderOf(bytes) ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(opening)?.[1] ?? 'utf-8';
}

// Texts hold no zero bytes, and hardly any other controls.
function isBinary(text: string): boolean {
  const opening = text.slice(0, 4096);
  if (opening.includes('\0')) return true;
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  const controls = opening.match(/[\u0001-\u0008\u000E-\u001F]/g)?.length ?? 0;
  return controls > 0.1 * opening.length;
}

function countReplaced(text: string): number {
  return text.split('\uFFFD').length - 1;
}
