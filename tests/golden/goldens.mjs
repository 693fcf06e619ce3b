// The golden folders: each holds a request and the analysis that was reviewed and is expected of it.
import { readdirSync, readFileSync } from 'node:fs';

import { pressmark } from '../program.mjs';

export const slugs = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export const fileOf = (slug, name) => new URL(`${slug}/${name}`, import.meta.url);

/** The request as the command line takes it, on one line. It is bytes, for one of them is not UTF-8. */
export function requestLine(slug) {
  // JSON has line ends between its values only, never inside.
  return readFileSync(fileOf(slug, 'request.json')).map((byte) => (byte === 10 ? 32 : byte));
}

/** What the program answers now. */
export function analysisOf(slug) {
  const { status, stdout, stderr } = pressmark(['analyze', '--jsonl'], { input: requestLine(slug) });
  if (status !== 0) throw new Error(`${slug}: ${stderr}`);
  return stdout;
}

/** An analysis as expected.json keeps it: laid out for reviewers, without what changes with every lexicon and model. */
export function forReview(analysis) {
  const { engine, ...rest } = JSON.parse(analysis);
  if (!engine) throw new Error('This is no analysis.');
  const rows = /\{[^{}[\]]*\}|\[[^{}[\]]*\]/g; // the innermost rows go on one line each
  return JSON.stringify(rest, null, 2).replace(rows, (row) => row.replace(/\s*\n\s*/g, ' ')) + '\n';
}
