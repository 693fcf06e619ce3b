// What the list of saved articles shows of one and is searched by: from the analysis where there is one of this text, else
// from what is known without.
import { opening } from '../blockKinds';
import type { Reading } from '../types';
import { isNamed, voices } from '../voices';
import type { SavedDraft, Summary } from './saved';

type Found = Pick<Summary, 'quotations' | 'voices' | 'people'> & { title: string; site: string; published: string };

const nothingFound: Found = { title: '', site: '', published: '', quotations: 0, voices: [], people: [] };

/** `before`: the article's last summary, which holds until the text is read again. */
export function summarize(
  draft: SavedDraft,
  reading: Reading | null,
  { created, changed }: Pick<Summary, 'created' | 'changed'>,
  before: Summary | null = null,
): Summary {
  const { id, text, metadata, referenceDate, archive } = draft;
  const fresh = reading?.text === text;
  const found = fresh ? foundIn(reading) : { ...(before ?? nothingFound), title: '', site: '', published: '' };
  return {
    id,
    title: [found.title, metadata.title, firstWords(text), before?.title].find(Boolean) ?? 'No title',
    created,
    changed,
    words: text.match(/\S+/g)?.length ?? 0,
    quotations: found.quotations,
    voices: found.voices,
    people: found.people,
    site: found.site || (metadata.site ?? ''),
    published: referenceDate || found.published,
    articles: archive?.articles.length ?? 0,
  };
}

function foundIn({ text, analysis }: Reading): Found {
  const { metadata, quotations, entities, reference_date } = analysis;
  return {
    title: metadata.title?.value ?? '',
    site: metadata.site?.value ?? metadata.agency?.value ?? '',
    published: reference_date.value ?? '',
    quotations: quotations.filter((each) => !each.duplicate_of).length,
    voices: voices(text, analysis).filter(isNamed).map(nameOf),
    people: entities.filter(({ type }) => type === 'PERSON').map(nameOf),
  };
}

function nameOf({ name }: { name: string }): string {
  return name;
}

function firstWords(text: string): string {
  const line = text.split('\n').find((each) => each.trim()) ?? '';
  return opening(line, 80);
}
