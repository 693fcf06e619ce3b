// What a fact-checker goes through, in the order of what is most in need of it: whose words are these, who is the unnamed
// source, is the figure right, is the date, was it said in these words. Each is one line with a place in the text.
import { speakerName } from './speakers';
import { timeWords } from './timeWords';
import type { Analysis, Picked, Quotation, Reading, Span } from './types';

export type CheckKind = 'speaker' | 'source' | 'figure' | 'time' | 'quotation';

export interface Check {
  /** The same as long as the words stand in the text, whatever stands around them. */
  key: string;
  words: string;
  note: string;
  place: Span;
  pick: Picked | null;
}

export interface CheckGroup {
  kind: CheckKind;
  checks: Check[];
}

export const checkNames: Record<CheckKind, string> = {
  speaker: 'Whose words are these?',
  source: 'Who is the source?',
  figure: 'Is the figure right?',
  time: 'Is the day right?',
  quotation: 'Was it said in these words?',
};

type Draft = Omit<Check, 'key'> & { kind: CheckKind };

/** Only groups that hold something. */
export function checks({ text, analysis }: Reading): CheckGroup[] {
  const words = ({ start, end }: Span) => text.slice(start, end).replace(/\s+/g, ' ').trim();
  const drafts = [
    ...analysis.quotations.flatMap((quotation) => ofQuotation(quotation, analysis, words)),
    ...figuresOf(analysis, words),
    ...timesOf(analysis, words),
  ];
  const seen = new Map<string, number>();
  const all = drafts.map(({ kind, ...draft }) => {
    const name = `${kind} ${draft.words}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { kind, check: { ...draft, key: nth === 1 ? name : `${name} ${nth}` } };
  });
  return (Object.keys(checkNames) as CheckKind[])
    .map((kind) => ({ kind, checks: all.filter((each) => each.kind === kind).map(({ check }) => check) }))
    .filter((group) => group.checks.length);
}

function ofQuotation(quotation: Quotation, analysis: Analysis, words: (span: Span) => string): Draft[] {
  const [first] = quotation.content;
  if (quotation.duplicate_of || !first) return [];
  const { name, doubt } = speakerName(quotation, analysis);
  const { speaker, marks } = quotation;
  const said = quotation.content.map(words).join(' … ');
  const row = {
    words: marks.length ? `“${said}”` : said,
    place: first,
    pick: { kind: 'quotation', id: quotation.id } as const,
  };
  if (!speaker) return [{ kind: 'speaker', ...row, note: 'No speaker found.' }];
  if (doubt) return [{ kind: 'speaker', ...row, note: `Perhaps ${name}.` }];
  if (speaker.class === 'unnamed') return [{ kind: 'source', ...row, note: `Given to “${name}”.` }];
  return marks.length ? [{ kind: 'quotation', ...row, note: name }] : [];
}

// A sum is worth its number: what “$2.1 billion” comes to is easier to compare.
function figuresOf({ figures }: Analysis, words: (span: Span) => string): Draft[] {
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
  return figures.map(({ start, end, kind, value, unit }) => {
    const amount = number.format(Number(value));
    const written = words({ start, end });
    const note = kind === 'money' && unit ? `${amount} ${unit}` : written.includes(amount) ? '' : amount;
    return { kind: 'figure', words: written, place: { start, end }, pick: null, note };
  });
}

// What names a day, a month, a year. “Now” and “every week” are nothing to look up.
function timesOf({ times }: Analysis, words: (span: Span) => string): Draft[] {
  return times
    .filter(({ type, value }) => (type === 'DATE' || type === 'TIME') && !value?.endsWith('_REF'))
    .map((time) => {
      const [written, note] = [words(time), timeWords(time)];
      const { id, start, end } = time;
      return {
        kind: 'time',
        words: written,
        place: { start, end },
        pick: { kind: 'time', id },
        note: written === note ? '' : note,
      };
    });
}
