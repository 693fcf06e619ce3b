// @ts-check
// The shared evaluation: its own Python scripts over its development files, and what was judged by hand of these, where
// a checkout has them beside it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArticles, readLines } from './judging.mjs';
import { runProgram } from './program.mjs';
import { readJudged, reportSpeakers } from './score-speakers.mjs';

/** Which script and task measures what; the file may be measured more than once. @type {[file: string, ...arguments: string[]][]} */
const TASKS = [
  ['seed.quotations', 'marks'],
  ['seed.quotations', 'quotations'],
  ['seed.entities', 'entities', '--map', 'worldwide'],
  ['seed.chains', 'chains'],
  ['seed.times', 'times'],
  ['seed.structure', 'structure'],
  ['quotations.polnear', 'marks'],
  ['quotations.polnear', 'quotations'],
  ['quotations.polnear', 'speakers'],
  ['entities.worldwide', 'entities', '--map', 'worldwide'],
  ['entities.conll', 'entities', '--map', 'conll'],
  ['times.timebank', 'times'],
  ['chains.gum-news', 'chains'],
  ['pronouns.gap', 'pronouns'],
  ['structure.articles', 'structure'],
  ['structure.metadata', 'structure'],
];

/**
 * Prints the figures of every task; the analyses stay in `work` for a closer look.
 * @param {{shared: string, program: string, work: string, errors: number}} options
 */
export function measureShared({ shared, program, work, errors }) {
  const missing = whyNot(shared);
  if (missing) {
    console.log(`The shared evaluation is left out: ${missing}.`);
    return;
  }
  mkdirSync(work, { recursive: true });
  /** @type {Map<string, string>} */
  const analyses = new Map();
  for (const [file, task, ...options] of TASKS) {
    const gold = join(shared, 'dev', `${file}.jsonl`);
    if (!existsSync(gold)) {
      console.log(`\n== ${file}: not there`);
      continue;
    }
    if (!analyses.has(file)) {
      const predicted = join(work, `${file}.jsonl`);
      writeFileSync(
        predicted,
        runProgram(program, python(join(shared, 'score.py'), 'input', gold), ['--offsets', 'codepoint']),
      );
      analyses.set(file, predicted);
    }
    const predicted = /** @type {string} */ (analyses.get(file));
    console.log(`\n== ${file} ${task}`);
    const figures =
      task === 'speakers'
        ? reportSpeakers(readJudged(), readArticles(gold), readLines(predicted), errors).join('\n')
        : task === 'marks'
          ? python(join(shared, 'score_marks.py'), gold, predicted, '--errors', String(errors))
          : python(join(shared, 'score.py'), task, gold, predicted, ...options);
    console.log(figures.trimEnd());
  }
}

/** Why the shared evaluation cannot run here, or null. @param {string} shared */
export function whyNot(shared) {
  if (!existsSync(join(shared, 'score.py'))) return `${shared} is not there`;
  return spawnSync('python3', ['--version']).status === 0 ? null : 'python3 is not there';
}

/** @param {...string} args */
export function python(...args) {
  const run = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 2 ** 31 });
  if (run.status !== 0) throw new Error(`python3 ${args.join(' ')} failed: ${run.stderr.slice(-500)}`);
  return run.stdout;
}
