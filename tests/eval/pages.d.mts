import type { Imported } from './importer.mjs';

export interface PageOfGold {
  gold: Record<string, string>;
  imported: Imported;
}

/** Why pages cannot be measured here, or null. */
export function whyNoPages(): string | null;
export function readPages(wanted: (id: string) => boolean): Promise<PageOfGold[]>;
export function isEven(id: string): boolean;
/** Prints the figures of the importer alone and, where there is the program, of both. */
export function measurePages(options: {
  program: string;
  wanted?: (id: string) => boolean;
  write?: string | undefined;
}): Promise<void>;
/** Requests as the page makes them, JSON Lines. */
export function requestsOf(pages: PageOfGold[]): string;
export function throughProgram(pages: PageOfGold[], program?: string): string | null;
/** Analyses, JSON Lines, as if the importer's word were all there is. */
export function importerAlone(pages: PageOfGold[]): string;
/** What `score.py structure` prints of these analyses. */
export function scorePages(name: string, pages: PageOfGold[], analyses: string): string;
/** The body's F1 from 0 to 1, the others in per cent. */
export function figuresOf(printed: string): { body: number; title: number; byline: number; published: number };
