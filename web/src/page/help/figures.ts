// How well Pressmark works, as it was measured. The project says the same elsewhere, and `stands` tells where: a test looks
// each number up there (tests/web/figures.test.ts), so that one does not change without the other.

export const measuredOn = '2026-11-25';

export type Measure = 'precision' | 'recall' | 'f1';

/** Where a figure stands in a table of the project. */
export interface Stands {
  file: 'README.md' | 'core/model/MODEL_CARD.md' | 'tests/eval/README.md';
  /** How the row begins. */
  row: string;
  /** Which of the row's figures each number is, counted from 0. */
  at: Partial<Record<Measure, number>>;
  /** It says 83 there where the figure is 82.7. */
  rounded?: true;
}

// In percent.
export interface Figure extends Partial<Record<Measure, number>> {
  what: string;
  on: string;
  f1: number;
  stands: Stands[];
}

// So many of so many were right when somebody looked at each.
export interface Judged {
  what: string;
  right: number;
  of: number;
  stands: { row: string; at: number };
}

const readme = (row: string, f1: number): Stands => ({ file: 'README.md', row, at: { f1 } });
const three = { precision: 0, recall: 1, f1: 2 };
const card = (row: string): Stands => ({ file: 'core/model/MODEL_CARD.md', row, at: three });
const measured = (row: string): Stands => ({ file: 'tests/eval/README.md', row, at: three });

const polnear = '84 articles of US political news (PolNeAR)';
const worldwide = '81 articles from outside the West (Worldwide)';
const gum = '16 articles of Wikinews (GUM)';
const timebank = '65 articles of newswire (TimeBank)';
const pages = '51 pages of news';
const own = 'our own 34 articles';

export const marks: Figure = {
  what: 'Words in quotation marks, found',
  on: polnear,
  precision: 97.8,
  recall: 97.8,
  f1: 97.8,
  stands: [readme('words in quotation marks', 0), measured('words in quotation marks, found')],
};

export const speakers: Figure = {
  what: 'Words in quotation marks, with the right speaker',
  on: polnear,
  precision: 91.6,
  recall: 91.6,
  f1: 91.6,
  stands: [readme('words in quotation marks', 1), measured('words in quotation marks, with')],
};

export const quotations: Figure = {
  what: 'All quotations, reported words too',
  on: polnear,
  precision: 82.7,
  recall: 69.3,
  f1: 75.4,
  stands: [
    { file: 'README.md', row: 'all quotations', at: { precision: 0, recall: 1 }, rounded: true },
    measured('content of all quotations'),
  ],
};

export const reported: Figure = {
  what: 'Reported words alone, without quotation marks',
  on: polnear,
  precision: 78.2,
  recall: 57.9,
  f1: 66.5,
  stands: [measured('content of indirect quotations')],
};

export const names: Figure = {
  what: 'Names with borders and type, eight types',
  on: worldwide,
  precision: 88,
  recall: 87.2,
  f1: 87.6,
  stands: [readme('names with their type', 0), card('whole program, Worldwide')],
};

const newswire: Figure = {
  what: 'People, organizations and places',
  on: 'Reuters stories of 1996 (CoNLL-2003)',
  precision: 95,
  recall: 94.5,
  f1: 94.7,
  stands: [readme('names with their type', 1), card('whole program, CoNLL')],
};

const type = (what: string, code: string, precision: number, recall: number, f1: number): Figure => ({
  what,
  on: worldwide,
  precision,
  recall,
  f1,
  stands: [measured(`names, ${code}`)],
});

const links: Figure = {
  what: 'Names of one person or body, drawn together',
  on: gum,
  precision: 92.6,
  recall: 93.5,
  f1: 93.1,
  stands: [readme('he and she put', 2), measured('names drawn together')],
};

const pronouns: Figure = {
  what: 'Pronouns, put to the right name',
  on: gum,
  precision: 89.3,
  recall: 74.4,
  f1: 81.2,
  stands: [readme('he and she put', 1), card('whole program, GUM news')],
};

const hardPronouns: Figure = {
  what: 'He and she, in sentences chosen because they are hard',
  on: 'passages of Wikipedia (GAP)',
  precision: 74.4,
  recall: 68.9,
  f1: 71.5,
  stands: [readme('he and she put', 0), card('whole program, GAP')],
};

export const times: Figure = {
  what: 'Dates and times, found',
  on: timebank,
  precision: 88.9,
  recall: 95.5,
  f1: 92.1,
  stands: [readme('time expressions', 1), measured('time expressions, overlapping')],
};

export const timeValues: Figure = {
  what: 'Dates and times, with the right day',
  on: timebank,
  precision: 73.7,
  recall: 79.1,
  f1: 76.3,
  stands: [readme('time expressions', 2), measured('time expressions, with')],
};

const types: Figure[] = [
  type('People', 'PERSON', 93.7, 96.7, 95.2),
  type('Sums of money', 'MONEY', 94, 90.4, 92.2),
  type('Places', 'LOC', 88.6, 90.7, 89.6),
  type('Peoples, faiths, parties', 'NORP', 91.2, 87.8, 89.5),
  type('Organizations', 'ORG', 84.1, 86.1, 85.1),
  type('Works, laws, events', 'MISC', 61.5, 46.7, 53.1),
  type('Buildings and sites', 'FAC', 64.7, 35.5, 45.8),
  type('Products', 'PRODUCT', 33.3, 4.5, 8),
];

const alone = (what: string, on: string, f1: number, row: string, at: number): Figure => ({
  what,
  on,
  f1,
  stands: [readme(row, at)],
});

export const groups: { name: string; figures: Figure[] }[] = [
  { name: 'Quotations', figures: [marks, speakers, quotations, reported] },
  { name: 'Names', figures: [names, newswire] },
  { name: 'Names, type by type', figures: types },
  { name: 'Who is meant', figures: [links, pronouns, hardPronouns] },
  { name: 'Dates and times', figures: [times, timeValues] },
  {
    name: 'The article among the rest of a page',
    figures: [
      alone('Pasted', pages, 95.2, 'the article out of', 0),
      alone('From its HTML', pages, 97.4, 'the article out of', 1),
    ],
  },
  {
    name: 'The same on our own articles',
    figures: [
      alone('Names with borders and type', own, 89.7, 'the same on our own', 0),
      alone('Words in quotation marks, with the right speaker', own, 92.8, 'the same on our own', 1),
      alone('Reported words alone', own, 81.3, 'the same on our own', 2),
    ],
  },
];

const judge = (what: string, right: number, of: number, row: string, at: number): Judged => ({
  what,
  right,
  of,
  stands: { row, at },
});

export const speakingPronouns = judge('Pronouns that speak, put to the right one', 93, 100, 'pronouns that speak', 0);
export const roles = judge('Roles beside names', 98, 100, 'pronouns that speak', 1);
export const places = judge('Places with the right pin, or rightly none', 87, 100, 'places on the map', 0);
export const pins = judge('Pins on the map', 83, 85, 'places on the map', 1);
export const headlines = judge('Headlines of pasted pages', 88, 100, 'the article out of', 2);
export const authors = judge('Authors of pasted pages', 88, 100, 'the article out of', 3);
export const days = judge('Days of publication of pasted pages', 94, 100, 'the article out of', 4);

export const judged = [speakingPronouns, roles, places, pins, headlines, authors, days];
