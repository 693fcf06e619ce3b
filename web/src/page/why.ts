// Why this speaker: what in the text speaks for it, in words and with its places, and what is missing.
//
//     “They promised us training,” he said.
//     cue      “said” is a word of saying.
//     speaker  “he” stands where such a sentence names its speaker; the trained tagger sees the speaker there, too.
//     chain    “he” means Rajesh Iyer, who is named here: “Rajesh Iyer”.
import { doubtful, entitiesById, nameBefore } from './speakers';
import type { Analysis, Quotation, Reading, Span } from './types';

export interface Reason {
  sign: 'cue' | 'speaker' | 'chain';
  words: string;
  place: Span;
}

export interface Why {
  reasons: Reason[];
  /** What speaks against it, or is missing; empty where nothing is in doubt. */
  doubts: string[];
}

type Evidence = NonNullable<Quotation['speaker']>['evidence'][number];

export function why(quotation: Quotation, { text, analysis }: Reading): Why {
  const { speaker, cue } = quotation;
  const quote = ({ start, end }: Span) => `“${text.slice(start, end).replace(/\s+/g, ' ')}”`;
  if (!speaker) {
    return {
      reasons: cue ? [{ sign: 'cue', words: `${quote(cue)} is a word of saying.`, place: cue }] : [],
      doubts: [cue ? 'Nobody is named beside it.' : 'There is no word of saying, and nobody is named beside it.'],
    };
  }
  const reasons = [
    ...speaker.evidence
      .filter(({ kind }) => kind === 'cue')
      .map((place) => reason('cue', `${quote(place)} is a word of saying.`, place)),
    ...gathered(speaker.evidence.filter(({ kind }) => kind !== 'cue')).map(({ kinds, place }) =>
      reason(kinds.includes('chain') ? 'chain' : 'speaker', said(kinds, quote(place)), place),
    ),
    ...chains(speaker, analysis).map(({ name, place }) =>
      reason(
        'chain',
        `${quote(speakerPlace(speaker) ?? place)} means ${name}, who is named here: ${quote(place)}.`,
        place,
      ),
    ),
  ];
  return { reasons, doubts: speaker.score < doubtful ? doubtsOf(speaker.evidence) : [] };
}

function reason(sign: Reason['sign'], words: string, { start, end }: Span): Reason {
  return { sign, words, place: { start, end } };
}

// The same words may be found in several ways.
function gathered(evidence: Evidence[]): { kinds: string[]; place: Span }[] {
  const found = new Map<string, { kinds: string[]; place: Span }>();
  for (const { kind, start, end } of evidence) {
    const key = `${start}-${end}`;
    found.set(key, { kinds: [...(found.get(key)?.kinds ?? []), kind], place: { start, end } });
  }
  return [...found.values()];
}

function said(kinds: string[], words: string): string {
  const has = (kind: string) => kinds.includes(kind);
  if (has('previous_speaker')) return `It goes on from the quotation before it, which is by ${words}.`;
  if (has('chain')) return `${words} is the last who is named before it.`;
  if (has('frame') && has('tag')) {
    return `${words} stands where such a sentence names its speaker, and the trained tagger sees the speaker there, too.`;
  }
  return has('frame')
    ? `${words} stands where such a sentence names its speaker.`
    : `The trained tagger sees the speaker in ${words}.`;
}

function doubtsOf(evidence: Evidence[]): string[] {
  const has = (...kinds: string[]) => evidence.some(({ kind }) => kinds.includes(kind));
  const doubts = [
    has('cue') ? '' : 'There is no word of saying.',
    has('frame') ? '' : 'The sentence is not built in a way that shows its speaker.',
    has('tag') ? '' : 'The trained tagger sees no speaker there.',
  ].filter(Boolean);
  return doubts.length ? doubts : ['The words allow for another reading.'];
}

// Where the phrase is not the name itself, the last name before it that means the same.
function chains(speaker: NonNullable<Quotation['speaker']>, analysis: Analysis): { name: string; place: Span }[] {
  const phrase = speakerPlace(speaker);
  if (!phrase) return [];
  return speaker.entities.flatMap((id) => {
    const entity = entitiesById(analysis).get(id);
    const names = entity?.mentions.filter(({ kind }) => kind === 'name') ?? [];
    if (!entity || names.some(({ start, end }) => start < phrase.end && end > phrase.start)) return [];
    const place = nameBefore(entity, phrase.start);
    return place ? [{ name: entity.name, place: { start: place.start, end: place.end } }] : [];
  });
}

function speakerPlace({ start, end }: NonNullable<Quotation['speaker']>): Span | null {
  return start === null || end === null ? null : { start, end };
}
