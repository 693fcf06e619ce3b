// The map's code and outlines come when the list is opened for the first time. They belong to the files that come later and are
// kept (shared/later.ts), so that they are there without a network.
import coarseUrl from 'world-atlas/countries-110m.json?url';
import fineUrl from 'world-atlas/countries-50m.json?url';
import { fetchLater } from '../../laterFiles';
import type { Atlas, World } from './map';

export type MapCode = typeof import('./map');

export interface LoadedMap {
  code: MapCode;
  coarse: World;
  /** The outlines for a closer look; null until they have come. */
  fine: () => Promise<World>;
}

/** What did not come is asked for again by the next call. */
export const loadMap = once(async (): Promise<LoadedMap> => {
  const [code, coarse] = await Promise.all([import('./map'), fetchAtlas(coarseUrl)]);
  return {
    code,
    coarse: code.readAtlas(coarse),
    fine: once(async () => code.readAtlas(await fetchAtlas(fineUrl))),
  };
});

async function fetchAtlas(url: string): Promise<Atlas> {
  return (await (await fetchLater(url)).json()) as Atlas;
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () =>
    (loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    }));
}
