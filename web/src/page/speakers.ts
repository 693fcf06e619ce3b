// Who speaks, for the reader's eye: a name for every quotation, and how sure that is.
import type { Analysis } from '../../../wasm/src/schema';
import type { Entity, Mention, Quotation } from './types';

// Below this the page shows doubt, not a fact.
export const doubtful = 0.7;
export const nobody = 'nobody';

export interface SpeakerName {
  voice: string; // the same for all quotations of one speaker
  name: string;
  role: string;
  doubt: boolean;
  entities: string[];
}

const entityMaps = new WeakMap<Analysis, Map<string, Entity>>();

export function entitiesById(analysis: Analysis): Map<string, Entity> {
  let map = entityMaps.get(analysis);
  if (!map) entityMaps.set(analysis, (map = new Map(analysis.entities.map((entity) => [entity.id, entity]))));
  return map;
}

/** The name of an entity that stands nearest before a place, or else its first. */
export function nameBefore(entity: Entity | undefined, place: number): Mention | undefined {
  const names = entity?.mentions.filter(({ kind }) => kind === 'name') ?? [];
  return names.filter(({ end }) => end <= place).at(-1) ?? names[0];
}

export function speakerName({ speaker }: Quotation, analysis: Analysis): SpeakerName {
  if (!speaker) return { voice: nobody, name: 'Unattributed', role: '', doubt: true, entities: [] };
  const entities = speaker.entities.flatMap((id) => entitiesById(analysis).get(id) ?? []);
  const names = entities.map((entity) => entity.name);
  const name = names.length ? names.join(' and ') : (speaker.text ?? 'Unnamed');
  return {
    voice: names.length ? speaker.entities.join('+') : `“${name.toLowerCase()}”`,
    name,
    role: entities.length === 1 ? (entities[0]?.roles[0]?.text ?? '') : '',
    doubt: speaker.score < doubtful,
    entities: speaker.entities,
  };
}

/** Whose speaker has to be looked at: nobody knows who it is, or it may be somebody else. Repetitions have the first one's. */
export function doubtfulOnes({ quotations }: Analysis): Quotation[] {
  return quotations.filter(({ speaker, duplicate_of: first }) => !first && (!speaker || speaker.score < doubtful));
}

// A score from 0 to 1, as one would say it.
export function inWords(score: number): string {
  if (score >= 0.9) return 'certain';
  if (score >= doubtful) return 'likely';
  if (score >= 0.5) return 'unsure';
  return 'in doubt';
}
