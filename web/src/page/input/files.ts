// Dropped or picked files become texts. Bytes that are not of the file's encoding become U+FFFD, which is counted and told.
import { readHtml, type RichText } from './richText';

export interface OpenedFile extends RichText {
  name: string;
  replaced: number;
}

export const accepted = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,text/plain,text/markdown,text/html';

export async function openFile(file: File): Promise<OpenedFile> {
  const bytes = await file.arrayBuffer();
  if (/\.x?html?$/i.test(file.name) || file.type === 'text/html') {
    const html = decode(bytes, charsetOf(bytes));
    const rich = readHtml(html);
    return { ...rich, name: file.name, replaced: countReplaced(html) };
  }
  const text = decode(bytes, 'utf-8').replace(/\r\n?/g, '\n');
  return { text, hints: [], metadata: {}, published: null, name: file.name, replaced: countReplaced(text) };
}

function decode(bytes: ArrayBuffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

// An HTML file names its encoding within its first kilobyte.
function charsetOf(bytes: ArrayBuffer): string {
  const opening = new TextDecoder('latin1').decode(bytes.slice(0, 1024));
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(opening)?.[1] ?? 'utf-8';
}

function countReplaced(text: string): number {
  return text.split('\uFFFD').length - 1;
}
