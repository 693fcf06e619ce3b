// @ts-check
// Measures the native program: over this folder's own gold, where no figure may fall below its floor, and over the
// shared evaluation where that is there.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fallenBelow, raised } from './floors.mjs';
import { readGoldFolder } from './gold.mjs';
import { scorePlaces } from './judge-places.mjs';
import { scoreStructure } from './judge-structure.mjs';
import { canJudge } from './judging.mjs';
import { listErrors, measure } from './measure.mjs';
import { analyzeGold } from './program.mjs';
import { measureShared } from './shared.mjs';

const HELP = `node tests/eval/eval.mjs [--own] [--update-floors] [--errors N] [--program FILE] [--floors FILE] [--gold FOLDER]

  --own            only the gold of tests/eval/gold, without the shared evaluation
  --update-floors  raises the floors to what is measured now; none is ever lowered
  --errors N       prints the first N errors, too
  --program FILE   the program to measure (build/native/core/cli/pressmark)
  --floors FILE    the floors (tests/eval/floors.json)
  --gold FOLDER    the gold articles (tests/eval/gold)

Exit status: 0 done, 1 a figure fell below its floor or the program failed, 2 wrong usage.`;

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

process.exitCode = await main();

async function main() {
  const options = readOptions();
  if (!options) return 2;
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  try {
    const fallen = measureOwn(options);
    if (!options.own) {
      const { program, errors } = options;
      measureShared({ shared: join(root, '..', 'shared', 'eval'), program, work: join(root, 'build', 'eval'), errors });
      // Only here does it take what npm installs.
      const { measurePages } = await import('./pages.mjs');
      await measurePages({ program });
      if (canJudge()) {
        scorePlaces({ program, errors: errors > 0 });
        scoreStructure({ program, errors: errors > 0 });
      }
    }
    return fallen ? 1 : 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        own: { type: 'boolean', default: false },
        'update-floors': { type: 'boolean', default: false },
        errors: { type: 'string', default: '0' },
        program: { type: 'string', default: join(root, 'build/native/core/cli/pressmark') },
        floors: { type: 'string', default: join(here, 'floors.json') },
        gold: { type: 'string', default: join(here, 'gold') },
        help: { type: 'boolean', default: false },
      },
    });
    if (!/^\d+$/.test(values.errors)) throw new Error(`--errors wants a number, not ${values.errors}`);
    return { ...values, errors: Number(values.errors) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    return null;
  }
}

/** Prints the figures; is any below its floor? @param {NonNullable<ReturnType<typeof readOptions>>} options */
function measureOwn(options) {
  const gold = readGoldFolder(options.gold);
  const pairs = analyzeGold(options.program, gold);
  const figures = measure(pairs);
  const floors = JSON.parse(readFileSync(options.floors, 'utf8'));
  const paragraphs = gold.reduce((sum, article) => sum + article.paragraphs.length, 0);
  console.log(`Own gold: ${gold.length} articles, ${paragraphs} paragraphs`);
  console.log(`${''.padEnd(46)}     now   floor`);
  for (const [name, figure] of Object.entries(figures))
    console.log(`${name.padEnd(46)} ${figure.toFixed(1).padStart(7)} ${(floors[name] ?? 0).toFixed(1).padStart(7)}`);
  for (const line of listErrors(pairs).slice(0, options.errors)) console.log(line);
  const fallen = fallenBelow(figures, floors);
  for (const line of fallen) console.error(`FELL ${line}`);
  if (options['update-floors']) writeFileSync(options.floors, `${JSON.stringify(raised(figures, floors), null, 2)}\n`);
  return fallen.length > 0;
}
