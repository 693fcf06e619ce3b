// @ts-check
// Runs the native program over many requests: a request a line in, an analysis a line out.

import { spawnSync } from 'node:child_process';

/**
 * @param {string} program @param {string} input  JSON Lines of requests @param {string[]} [options]
 * @returns {string} JSON Lines of analyses
 */
export function runProgram(program, input, options = []) {
  const run = spawnSync(program, ['analyze', '--jsonl', ...options], { input, encoding: 'utf8', maxBuffer: 2 ** 31 });
  if (run.error)
    throw new Error(
      `${program} cannot be run (${run.error.message}); is it built? Another one is given with --program`,
    );
  // 1 means that some document failed: its line says so, and it counts as empty.
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`${program} ended with ${run.signal ?? run.status}: ${run.stderr.trim().slice(-500)}`);
  return run.stdout;
}

/**
 * Pairs each gold article with its analysis.
 * @param {string} program @param {import("./gold.mjs").GoldArticle[]} gold @returns {import("./score.mjs").Pair[]}
 */
export function analyzeGold(program, gold) {
  const requests = gold.map(({ id, text, date, raw }) => ({
    id,
    text,
    ...(date && { reference_date: date }),
    ...(!raw && { clean: true }),
    offsets: 'utf16',
  }));
  const output = runProgram(program, requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const analyses = new Map(
    output
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map((analysis) => [analysis.id, analysis]),
  );
  return gold.map((article) => {
    const analysis = analyses.get(article.id);
    if (!analysis || analysis.error)
      console.error(`${article.id}: ${analysis ? analysis.error.message : 'has no analysis'}; it counts as empty`);
    return [article, analysis ?? { id: article.id }];
  });
}
