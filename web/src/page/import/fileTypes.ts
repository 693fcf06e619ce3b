// Which kinds of files the page reads, and by what they are known: for the reader of files, the file picker, and what the
// manifest tells the operating system.

export type TextKind = 'html' | 'markdown' | 'word' | 'pdf' | 'text';
/** A session holds articles as the page keeps them (store/session.ts). */
export type FileKind = TextKind | 'session';

interface FileType {
  kind: FileKind;
  type: string;
  extensions: string[];
}

export const fileTypes: readonly FileType[] = [
  { kind: 'text', type: 'text/plain', extensions: ['.txt', '.text'] },
  { kind: 'markdown', type: 'text/markdown', extensions: ['.md', '.markdown'] },
  { kind: 'html', type: 'text/html', extensions: ['.html', '.htm'] },
  { kind: 'html', type: 'application/xhtml+xml', extensions: ['.xhtml', '.xhtm'] },
  {
    kind: 'word',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx'],
  },
  { kind: 'pdf', type: 'application/pdf', extensions: ['.pdf'] },
  { kind: 'session', type: 'application/json', extensions: ['.pressmark.json'] },
];

/** Extensions and types, as file pickers and share targets want them. */
export const accepted: readonly string[] = fileTypes.flatMap(({ type, extensions }) => [...extensions, type]);

/** By its name, else by its type; what is of no known kind may be text. */
export function kindOf({ name, type }: { name: string; type: string }): FileKind {
  const lower = name.toLowerCase();
  const named = fileTypes.find(({ extensions }) => extensions.some((extension) => lower.endsWith(extension)));
  return (named ?? fileTypes.find((each) => each.type === type))?.kind ?? 'text';
}
