// Marks in the text why a speaker is the speaker, without touching it: the browser's own highlights lie over the words.
// Where it has none, the list of reasons still leads to each place.
import type { Reason } from '../why';

const signs = ['cue', 'speaker', 'chain'] as const;

export function showEvidence(reasons: Reason[], rangeOf: (place: Reason['place']) => Range | undefined): void {
  if (!('highlights' in CSS)) return;
  for (const sign of signs) {
    const ranges = reasons.filter((reason) => reason.sign === sign).flatMap(({ place }) => rangeOf(place) ?? []);
    if (ranges.length) CSS.highlights.set(`why-${sign}`, new Highlight(...ranges));
    else CSS.highlights.delete(`why-${sign}`);
  }
}
