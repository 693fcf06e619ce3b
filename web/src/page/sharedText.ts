// What another program shared, as a text or as files.
import type { Imported } from './import/imported';

export type Shared = { files: File[] } | { text: Imported } | { address: string } | null;

/** Files count most; of an address alone there is no text, as the page loads nothing from elsewhere. */
export function readShared(form: FormData): Shared {
  const files = form.getAll('files').filter((each): each is File => each instanceof File && each.size > 0);
  if (files.length) return { files };
  const [title, body, told] = ['title', 'text', 'url'].map((name) => lineOf(form.get(name)));
  // Some programs know of no field for the address, and share it as the text.
  const address = [told, body].find(isAddress);
  const text = body && body !== address ? body : '';
  if (!text) return address ? { address } : null;
  return {
    text: { text, hints: [], metadata: { ...(title && { title }), ...(address && { url: address }) } },
  };
}

// Forms end their lines as DOS did.
function lineOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\/\S+$/.test(text);
}
