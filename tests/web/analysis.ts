// Analyses written by hand, one short text each: spans are given as the words that they cover.
import type { Analysis, Block, Entity, Quotation, TimeExpression } from '../../wasm/src/schema';

export function span(text: string, words: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not in the text.`);
  return { start, end: start + words.length };
}

export function block(text: string, words: string, kind: Block['kind'] = 'body'): Block {
  return { id: words, ...span(text, words), kind, level: null, score: 1, duplicate_of: null };
}

export function entity(text: string, id: string, name: string, type: Entity['type'] = 'PERSON'): Entity {
  const mention = { ...span(text, name), kind: 'name' as const, score: 1, metonym: false };
  return {
    id,
    type,
    name,
    aliases: [],
    roles: [],
    pronouns: null,
    geo: null,
    salience: 0,
    stands_for: null,
    mentions: [mention],
  };
}

export function time(text: string, id: string, words: string, value: string): TimeExpression {
  return { id, ...span(text, words), type: 'DATE', value, mod: null, grain: null, range: null, anchor: null };
}

export function quotation(
  text: string,
  id: string,
  parts: { content: string[]; marks?: string[]; cue?: string; speaker?: string; entities?: string[]; score?: number },
): Quotation {
  const content = parts.content.map((words) => span(text, words));
  const marks = (parts.marks ?? []).map((words) => span(text, words));
  return {
    id,
    kind: marks.length ? 'direct' : 'indirect',
    act: 'said',
    block: 'b1',
    start: content[0]?.start ?? 0,
    end: content.at(-1)?.end ?? 0,
    content,
    marks,
    cue: parts.cue === undefined ? null : { ...span(text, parts.cue), lemma: 'say', stance: null },
    speaker:
      parts.speaker === undefined
        ? null
        : {
            ...span(text, parts.speaker),
            text: parts.speaker,
            entities: parts.entities ?? [],
            class: 'person',
            score: parts.score ?? 1,
            evidence: [],
          },
    via: null,
    addressee: null,
    parent: null,
    duplicate_of: null,
    score: 1,
  };
}

export function analysis(
  text: string,
  rows: { blocks?: Block[]; entities?: Entity[]; quotations?: Quotation[]; times?: TimeExpression[] },
): Analysis {
  return {
    schema: 'pressmark.analysis/1',
    id: null,
    engine: { version: '', model: '', lexicons: '' },
    text: { length: text.length, sha256: '' },
    offsets: 'utf16',
    reference_date: { value: null, source: null },
    language: { code: 'en', score: 1 },
    warnings: [],
    metadata: {
      title: null,
      subtitle: null,
      kicker: null,
      authors: [],
      agency: null,
      site: null,
      section: null,
      published: null,
      updated: null,
      dateline: null,
      copyright: null,
      url: null,
    },
    blocks: rows.blocks ?? [block(text, text)],
    sentences: [],
    entities: rows.entities ?? [],
    quotations: rows.quotations ?? [],
    times: rows.times ?? [],
    figures: [],
    pins: [],
  };
}
