// A Word document (.docx): mammoth makes HTML of it, by its styles, and that is read like any other.
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { PageMetadata } from '../types';
import { readHtml } from './html';
import { UnreadableError, type Imported } from './imported';
import { authorsOf, oneLine } from './names';

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
];

export async function readDocx(bytes: ArrayBuffer): Promise<Imported> {
  const zip = await open(bytes);
  let html: string;
  try {
    const noImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    html = (await mammoth.convertToHtml({ arrayBuffer: bytes }, { styleMap: styles, convertImage: noImage })).value;
  } catch {
    throw new UnreadableError('is damaged, or is no Word document.');
  }
  const imported = readHtml(html, 'document');
  if (!imported.text) throw new UnreadableError('holds no text.');
  return { ...imported, metadata: await readProperties(zip) };
}

// A password makes another kind of file of it, which old Word documents are, too.
async function open(bytes: ArrayBuffer): Promise<JSZip> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xd0 && second === 0xcf) {
    throw new UnreadableError('is locked by a password, or is of an old kind of Word. Save it as .docx without one.');
  }
  try {
    return await JSZip.loadAsync(bytes);
  } catch {
    throw new UnreadableError('is damaged, or is no Word document.');
  }
}

// The title and the author that Word keeps beside the text. The day of saving is none of publication.
async function readProperties(zip: JSZip): Promise<PageMetadata> {
  const xml = await zip.file('docProps/core.xml')?.async('string');
  if (!xml) return {};
  const properties = new DOMParser().parseFromString(xml, 'application/xml');
  const text = (name: string) => oneLine(properties.getElementsByTagNameNS('*', name)[0]?.textContent ?? '');
  const title = text('title');
  const authors = authorsOf([text('creator')], []);
  return { ...(title && { title }), ...(authors.length && { authors }) };
}
