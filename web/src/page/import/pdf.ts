// A PDF: pdf.js gives the pieces of text with their places on each page, and pdfLines and pdfParagraphs make text of these.
//
// Nothing but text is asked for, so fonts are not loaded. Files of pdf.js that are left out: the CMaps of old East Asian
// fonts (1.7 MB) and the fonts to draw with (0.8 MB). Its worker is a file of the page's own.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import Worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker';
import type { PageMetadata } from '../types';
import { UnreadableError, type Imported } from './imported';
import { authorsOf, oneLine } from './names';
import { linesOf, type Piece } from './pdfLines';
import { writeParagraphs } from './pdfParagraphs';

const mostPages = 500;

export async function readPdf(bytes: ArrayBuffer): Promise<Imported> {
  const port = new Worker();
  GlobalWorkerOptions.workerPort = port;
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  });
  try {
    return await read(await loading.promise);
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(why(error));
  } finally {
    await loading.destroy();
    port.terminate();
  }
}

function why(error: unknown): string {
  if (error instanceof Error && error.name === 'PasswordException')
    return 'is locked by a password. Save it without one, or copy its text.';
  return 'is damaged, or is no PDF.';
}

async function read(pdf: PDFDocumentProxy): Promise<Imported> {
  if (pdf.numPages > mostPages) {
    throw new UnreadableError(`has ${pdf.numPages} pages, which is too much for one article.`);
  }
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: false });
    pages.push(
      items.flatMap((item) => ('str' in item ? pieceOf(item.str, item.transform as number[], item.width) : [])),
    );
    page.cleanup();
  }
  const written = writeParagraphs(pages.map(linesOf));
  if (!written.text) throw new UnreadableError('holds no text: its pages are pictures.');
  const { info } = await pdf.getMetadata();
  return { ...written, metadata: readInfo(info, written.text) };
}

function pieceOf(text: string, transform: number[], width: number): Piece[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  const upright = Math.abs(b) < 0.2 * Math.abs(a);
  return text.trim() && size > 0 ? [{ text, x, y, width, size, upright }] : [];
}

// Programs fill these in by themselves, with names of files and of whoever owns the machine: so only what the first page
// shows counts.
function readInfo({ Title, Author }: { Title?: unknown; Author?: unknown }, text: string): PageMetadata {
  const opening = oneLine(text.slice(0, 4000)).toLowerCase();
  const shown = (words: string) => opening.includes(words.toLowerCase());
  const title = typeof Title === 'string' ? oneLine(Title) : '';
  const authors = typeof Author === 'string' ? authorsOf([Author], []).filter(shown) : [];
  return { ...(title.includes(' ') && shown(title) && { title }), ...(authors.length && { authors }) };
}
