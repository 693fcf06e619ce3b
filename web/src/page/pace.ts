// How long the analysis of a text will take here. What the machine can do is learnt from the analyses before.

// Only of such texts is it said.
const longWords = 100_000;
// Nobody's word is shorter, with its blank.
const fewestCharacters = 2 * longWords;
// Shorter texts tell more of the start than of the pace.
const telling = 20_000;

export class Pace {
  // Characters a second, on a slow machine.
  #pace = 100_000;

  /** In seconds; null where that is not worth telling. */
  expect(text: string): number | null {
    if (text.length < fewestCharacters || countWords(text) < longWords) return null;
    return Math.max(1, Math.round(text.length / this.#pace));
  }

  learn(text: string, ms: number): void {
    if (text.length >= telling && ms > 0) this.#pace = (1000 * text.length) / ms;
  }
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

export function longText(seconds: number): string {
  return `This is a long text; the analysis takes about ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
}
