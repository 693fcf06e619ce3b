// Where the article comes from, as far as it is known: the values with their places in the text, how much of the text was
// read, and a citation.
import { languageName } from './language';
import { doubtful } from './speakers';
import type { Analysis, Reading, Span } from './types';

type Field = NonNullable<Analysis['metadata']['title']>;

export interface SourceRow {
  label: string;
  values: { text: string; place: Span | null; doubt: boolean; link: string | null }[];
}

export function sourceRows({ metadata, language }: Analysis): SourceRow[] {
  const { title, subtitle, kicker, authors, agency, site, section, published, updated, dateline, copyright, url } =
    metadata;
  const rows: SourceRow[] = [
    row('Headline', [title]),
    row('Subtitle', [subtitle]),
    row('Kicker', [kicker]),
    row(authors.length > 1 ? 'Authors' : 'Author', authors),
    row('Agency', [agency]),
    row('Site', [site]),
    row('Section', [section]),
    row('Published', [published], day),
    row('Updated', [updated], day),
    row('Dateline', [dateline]),
    row('Copyright', [copyright]),
    row('Address', [url]),
  ];
  if (language.code) {
    const text = languageName(language.code);
    rows.push({ label: 'Language', values: [{ text, place: null, doubt: language.score < doubtful, link: null }] });
  }
  return rows.filter(({ values }) => values.length);
}

function row(label: string, fields: (Field | null)[], write = (value: string) => value): SourceRow {
  return {
    label,
    values: fields.flatMap((field) => {
      if (!field?.value) return [];
      const { value, start, end, score } = field;
      return {
        text: write(value),
        place: start === null || end === null ? null : { start, end },
        doubt: score < doubtful,
        link: label === 'Address' && /^https?:\/\//i.test(value) ? value : null,
      };
    }),
  };
}

// “2026-03-04T08:00Z” is read by people as “4 March 2026”; what is no date stays as it is.
export function day(value: string): string {
  const [iso] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? [];
  const date = new Date(iso ?? NaN);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

export function coverage({ text, analysis }: Reading): string {
  const aside = analysis.blocks.reduce((sum, { kind, start, end }) => sum + (kind === 'chrome' ? end - start : 0), 0);
  const read = `All ${text.length.toLocaleString('en')} characters read`;
  return aside ? `${read}; ${aside.toLocaleString('en')} set aside as the page around the article.` : `${read}.`;
}

// Authors, “Headline”, site, date. Address. Only what is known and not in doubt; `given`: the day that the reader gave.
export function citation({ metadata }: Analysis, given: string): string {
  const sure = (field: Field | null) =>
    field && field.score >= doubtful ? field.value.replace(/\s+/g, ' ').trim() : '';
  const authors = metadata.authors.map(sure).filter(Boolean);
  const agency = sure(metadata.agency);
  const site = sure(metadata.site);
  const title = sure(metadata.title);
  const published = given || sure(metadata.published);
  const parts = [
    authors.length ? new Intl.ListFormat('en', { type: 'conjunction' }).format(authors) : agency && site ? agency : '',
    title && `“${title}”`,
    site || agency,
    published && day(published),
  ].filter(Boolean);
  const url = sure(metadata.url);
  return [parts.length ? `${parts.join(', ')}.` : '', url].filter(Boolean).join(' ');
}
