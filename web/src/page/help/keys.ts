// What the keys do, once: the page acts by this table and the help shows it.

// Single letters, which the reader can switch off.
export const letters = {
  j: 'Next quotation',
  k: 'Previous quotation',
  d: 'Next speaker in doubt',
  n: 'Next paragraph, or line of what is set aside',
  p: 'Previous paragraph',
  b: 'Set the paragraph aside, or bring it back; all that is selected, or a folded run',
  h: 'Hide or show the marks',
  '?': 'This help',
} as const;

export type Letter = keyof typeof letters;

export function isLetter(key: string): key is Letter {
  return Object.hasOwn(letters, key);
}

const others: [keys: string, does: string][] = [
  [
    '1 … 8',
    'What is selected, or the name with the focus, is a person, an organization, a place …: the order of the types',
  ],
  ['Del', 'It is no name'],
  ['Ctrl Y', 'Do again what was undone'],
  ['Ctrl Z', 'Undo the last correction, or what was last said of a paragraph; or else what was last pasted or typed'],
  ['Ctrl Enter', 'Analyse now, from the text box'],
  ['← →', 'In the article from mark to mark, Enter opens its card; between the lists, from their tabs'],
  ['Esc', 'Back from a mark to the article; close this help'],
];

export const keyTable: [keys: string, does: string][] = [
  ...Object.entries(letters).map(([key, does]): [string, string] => [key.toUpperCase(), does]),
  ...others,
];
