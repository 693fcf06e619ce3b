// What is picked is known by its number in one analysis; in another it is found again by where it stands.
import type { Analysis, Picked, Span } from './types';

export function placeOfPick(analysis: Analysis, { kind, id }: Picked): Span | null {
  switch (kind) {
    case 'entity':
      return analysis.entities.find((entity) => entity.id === id)?.mentions[0] ?? null;
    case 'quotation':
      return analysis.quotations.find((quotation) => quotation.id === id)?.content[0] ?? null;
    case 'time':
      return analysis.times.find((time) => time.id === id) ?? null;
    case 'voice':
      return null;
  }
}

export function pickAt(analysis: Analysis, kind: Picked['kind'], place: Span): Picked | null {
  const covers = ({ start, end }: Span) => start < place.end && end > place.start;
  const found = {
    entity: () => analysis.entities.find(({ mentions }) => mentions.some(covers)),
    quotation: () => analysis.quotations.find(({ content }) => content.some(covers)),
    time: () => analysis.times.find(covers),
    voice: () => undefined,
  }[kind]();
  return found ? { kind, id: found.id } : null;
}
