// Who gets how much of the say. Words between quotation marks are `quoted`, those told in the reporter's own words `reported`;
// a quotation that stands in another, or that repeats one, is not counted again.
import { entitiesById, nobody, speakerName } from './speakers';
import type { Analysis, Quotation, Span } from './types';

export interface Words {
  quoted: number;
  reported: number;
}

export interface Voice extends Words {
  id: string;
  name: string;
  role: string;
  kind: VoiceKind;
  /** she, he, they: as the text itself has it. */
  pronouns: string | null;
  quotations: string[];
  /** Where it is heard first: “headline”, “paragraph 3”. */
  first: string;
}

export type VoiceKind = 'person' | 'organization' | 'collective' | 'document' | 'unnamed' | 'nobody';

export interface VoiceGroup extends Words {
  name: string;
  voices: Voice[];
}

export type Grouping = 'none' | 'kind' | 'pronouns' | 'role';

/** In the order of how much they are quoted with; what nobody is given for comes last. */
export function voices(text: string, analysis: Analysis): Voice[] {
  const found = new Map<string, Voice>();
  const places = placesOf(analysis);
  for (const quotation of analysis.quotations) {
    if (quotation.duplicate_of || quotation.parent) continue;
    const { voice: id, name, role, entities } = speakerName(quotation, analysis);
    const [only] = entities.length === 1 ? entities : [];
    const voice = found.get(id) ?? {
      id,
      name,
      role,
      kind: kindOf(quotation),
      pronouns: (only && entitiesById(analysis).get(only)?.pronouns) ?? null,
      quotations: [],
      first: places.get(quotation.block) ?? '',
      quoted: 0,
      reported: 0,
    };
    found.set(id, voice);
    const quoted = countWords(text, quotation.marks);
    voice.quotations.push(quotation.id);
    voice.quoted += quoted;
    voice.reported += Math.max(0, countWords(text, quotation.content) - quoted);
  }
  return [...found.values()].sort((a, b) => Number(a.id === nobody) - Number(b.id === nobody) || total(b) - total(a));
}

export function total({ quoted, reported }: Words): number {
  return quoted + reported;
}

export function sum(all: Words[]): Words {
  return {
    quoted: all.reduce((words, { quoted }) => words + quoted, 0),
    reported: all.reduce((words, { reported }) => words + reported, 0),
  };
}

export function isNamed({ kind, id }: Voice): boolean {
  return kind !== 'unnamed' && kind !== 'nobody' && !id.startsWith('“');
}

/** Groups in the order of their words; in each the order of the voices stays. */
export function grouped(all: Voice[], by: Grouping): VoiceGroup[] {
  const groups = new Map<string, Voice[]>();
  for (const voice of all) {
    const name = groupNames[by](voice);
    groups.set(name, [...(groups.get(name) ?? []), voice]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, voices: members, ...sum(members) }))
    .sort((a, b) => total(b) - total(a));
}

const kindNames: Record<VoiceKind, string> = {
  person: 'People by name',
  organization: 'Organizations',
  collective: 'Groups',
  document: 'Documents',
  unnamed: 'Not named',
  nobody: 'No speaker found',
};

const groupNames: Record<Grouping, (voice: Voice) => string> = {
  none: () => '',
  kind: (voice) => (voice.kind === 'person' && !isNamed(voice) ? kindNames.unnamed : kindNames[voice.kind]),
  pronouns: (voice) =>
    voice.kind === 'person' && isNamed(voice) ? (voice.pronouns ?? 'No pronoun in the text') : 'Not one named person',
  role: ({ role }) => headOf(role) || 'No role in the text',
};

export function groupName(by: Grouping, voice: Voice): string {
  return groupNames[by](voice);
}

/** The word that a role turns on: “Kremlin spokesman” and “a spokesman for the police” are a “spokesman” both. */
export function headOf(role: string): string {
  const [head = ''] = role.split(/,| (?:of|for|at|in|from|with|on|to|who|that|which|and)\b/);
  return (/^who\b/.test(role) ? '' : (/[\p{L}’'-]+$/u.exec(head.trim())?.[0] ?? '')).toLowerCase();
}

function kindOf({ speaker }: Quotation): VoiceKind {
  return speaker ? speaker.class : 'nobody';
}

// Paragraphs are counted as a reader counts them: the text of the article, without headline, captions and what is set aside.
function placesOf({ blocks }: Analysis): Map<string, string> {
  let paragraph = 0;
  const names = { title: 'headline', subtitle: 'subtitle', caption: 'a caption', pull_quote: 'a pull quote' };
  return new Map(
    blocks.map(({ id, kind }) => {
      if (kind === 'body' || kind === 'list') return [id, `paragraph ${++paragraph}`];
      return [id, kind in names ? names[kind as keyof typeof names] : ''];
    }),
  );
}

function countWords(text: string, spans: Span[]): number {
  return spans.reduce(
    (words, { start, end }) => words + (text.slice(start, end).match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0),
    0,
  );
}
