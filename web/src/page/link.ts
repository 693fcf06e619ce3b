// A text in an address, behind the #, which browsers send to no server.
//
//     #z=<base64url of the deflated UTF-8>&published=2026-03-04    as “Copy a link” makes it
//     #text=<percent-encoded>&published=2026-03-04                 for links that are made by hand, as by a bookmarklet
import { dayOf } from './import/days';

export interface LinkedText {
  text: string;
  /** The day of publication; empty where the link does not tell. */
  published: string;
}

/** A link that cannot be made or read. The message is a sentence about it, for the reader. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

// Mail programs and messengers cut longer ones, or take no part of them for a link.
const longestLink = 8_000;
// Also what a few characters may unfold to.
const mostBytes = 200_000;

const damaged = 'The text in this link cannot be read: the link is damaged or cut short.';
const tooMuch = `The text in this link is too long: it has more than ${thousands(mostBytes)} bytes.`;

export async function writeLink(page: string, { text, published }: LinkedText): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > mostBytes) {
    throw new LinkError(`This text is too long for a link, which holds ${thousands(mostBytes)} bytes at most.`);
  }
  const deflated = await collect(through(bytes, new CompressionStream('deflate-raw')), mostBytes);
  const link = `${page}#z=${toBase64Url(deflated)}${published && `&published=${published}`}`;
  if (link.length > longestLink) {
    throw new LinkError(
      `This text is too long for a link: it would have ${thousands(link.length)} characters, and more than ` +
        `${thousands(longestLink)} do not come through everywhere.`,
    );
  }
  return link;
}

/** What a fragment holds, with or without its #; null where it is no such link. */
export async function readLink(fragment: string): Promise<LinkedText | null> {
  const fields = new Map(
    fragment
      .replace(/^#/, '')
      .split('&')
      .flatMap((field) => {
        const [, name, value] = /^(z|text|published)=(.*)$/s.exec(field) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      }),
  );
  const packed = fields.get('z');
  const plain = fields.get('text');
  if (packed === undefined && plain === undefined) return null;
  const text = packed === undefined ? decodePercent(plain ?? '') : await unpack(packed);
  if (!text.trim()) throw new LinkError('This link holds no text.');
  return { text: text.replace(/\r\n?/g, '\n'), published: dayOf(fields.get('published') ?? '') ?? '' };
}

function decodePercent(encoded: string): string {
  // No text is longer than its encoding, in bytes.
  if (encoded.length > 3 * mostBytes) throw new LinkError(tooMuch);
  let text: string;
  try {
    text = decodeURIComponent(encoded);
  } catch {
    throw new LinkError(damaged);
  }
  if (new TextEncoder().encode(text).length > mostBytes) throw new LinkError(tooMuch);
  return text;
}

async function unpack(packed: string): Promise<string> {
  try {
    const bytes = await collect(through(fromBase64Url(packed), new DecompressionStream('deflate-raw')), mostBytes);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof LinkError ? error : new LinkError(damaged);
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): ReadableStream<Bytes> {
  return new Blob([bytes]).stream().pipeThrough(stream);
}

// Stops where there is more than that, however much would still come.
async function collect(stream: ReadableStream<Bytes>, most: number): Promise<Bytes> {
  const bytes = new Uint8Array(most);
  let length = 0;
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    if (length + chunk.value.length > most) {
      await reader.cancel();
      throw new LinkError(tooMuch);
    }
    bytes.set(chunk.value, length);
    length += chunk.value.length;
  }
  return bytes.subarray(0, length);
}

function toBase64Url(bytes: Bytes): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(encoded: string): Bytes {
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (each) => each.charCodeAt(0));
}

function thousands(count: number): string {
  return count.toLocaleString('en');
}
