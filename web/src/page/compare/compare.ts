// The whole comparison, in steps: the page answers to keys and scrolling between them.
import { voicesOf, type Article } from './article';
import { onlyHere, type OnlyHere } from './onlyHere';
import { groupsByEntity, matchingSteps, type Answers, type Doubt } from './people';
import { alignSayings, type SayingGroup } from './sayings';
import { compareSources, type Sources } from './sources';

export interface Compared {
  articles: readonly Article[];
  doubts: Doubt[];
  sources: Sources;
  sayings: SayingGroup[];
  /** One list for each article. */
  only: OnlyHere[][];
}

const sliceMs = 8;

export function* compareAll(articles: readonly Article[], answers: Answers): Generator<undefined, Compared> {
  for (const article of articles) {
    voicesOf(article);
    yield;
  }
  const { groups, doubts } = yield* matchingSteps(articles, answers);
  const groupOf = groupsByEntity(groups);
  const sources = compareSources(articles, groupOf);
  yield;
  const sayings = yield* alignSayings(articles, groupOf);
  return { articles, doubts, sources, sayings, only: onlyHere(articles, sources, sayings, doubts) };
}

/** Null where it is not wanted any more. */
export async function inSlices<T>(steps: Generator<undefined, T>, isWanted: () => boolean): Promise<T | null> {
  for (;;) {
    const end = performance.now() + sliceMs;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) return null;
  }
}
