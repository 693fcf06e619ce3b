// Who speaks, for the reader's eye: a name for every quotation, the voices of an article, and how much each gets to say.
import type { Analysis } from '../../../wasm/src/schema';
import type { Entity, Quotation, Span } from './types';

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

export interface Voice {
  id: string;
  name: string;
  role: string;
  named: boolean;
  quotations: string[];
  markedWords: number; // between quotation marks
  reportedWords: number; // told in the reporter's own words
}

const entityMaps = new WeakMap<Analysis, Map<string, Entity>>();

export function entitiesById(analysis: Analysis): Map<string, Entity> {
  let map = entityMaps.get(analysis);
  if (!map) entityMaps.set(analysis, (map = new Map(analysis.entities.map((entity) => [entity.id, entity]))));
  return map;
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

// In the order of how much they are quoted with; what nobody is given for comes last.
export function voices(text: string, analysis: Analysis): Voice[] {
  const found = new Map<string, Voice>();
  for (const quotation of analysis.quotations) {
    if (quotation.duplicate_of || quotation.parent) continue;
    const { voice: id, name, role, entities } = speakerName(quotation, analysis);
    const voice = found.get(id) ?? {
      id,
      name,
      role,
      named: entities.length > 0,
      quotations: [],
      markedWords: 0,
      reportedWords: 0,
    };
    found.set(id, voice);
    const marked = countWords(text, quotation.marks);
    voice.quotations.push(quotation.id);
    voice.markedWords += marked;
    voice.reportedWords += Math.max(0, countWords(text, quotation.content) - marked);
  }
  const total = (voice: Voice) => voice.markedWords + voice.reportedWords;
  return [...found.values()].sort((a, b) => Number(a.id === nobody) - Number(b.id === nobody) || total(b) - total(a));
}

function countWords(text: string, spans: Span[]): number {
  return spans.reduce(
    (sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0),
    0,
  );
}

// A score from 0 to 1, as one would say it.
export function inWords(score: number): string {
  if (score >= 0.9) return 'certain';
  if (score >= doubtful) return 'likely';
  if (score >= 0.5) return 'unsure';
  return 'in doubt';
}
