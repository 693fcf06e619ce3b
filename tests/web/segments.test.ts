import { describe, expect, test } from 'vitest';
import { paragraphs, segments, type Cover, type Paragraph } from '../../web/src/page/reader/segments';
import { analysis, block, entity, quotation, time } from './analysis';

// One line a paragraph: its segments, each with the ids of its covers, the smallest first.
function dump(text: string, rows: Parameters<typeof analysis>[1]): string[] {
  return paragraphs(text, analysis(text, rows)).map((row) =>
    segments(row)
      .map(({ start, end, covers }) => {
        const over = covers.map((cover) => `${cover.layer}:${cover.id}`).join(' ');
        return over ? `[${text.slice(start, end)}](${over})` : text.slice(start, end);
      })
      .join('|'),
  );
}

describe('segments', () => {
  test('a name inside a speaker phrase wins over the phrase', () => {
    const text = '“No,” Ms. Diallo said.';
    const rows = {
      entities: [entity(text, 'e1', 'Diallo')],
      quotations: [quotation(text, 'q1', { content: ['No'], marks: ['No'], cue: 'said', speaker: 'Ms. Diallo' })],
    };
    expect(dump(text, rows)).toEqual([
      '“|[No](content:q1)|,”| |[Ms. ](speaker:q1)|[Diallo](entity:e1 speaker:q1)| |[said](cue:q1)|.',
    ]);
  });

  test('crossing spans are cut at one another’s borders', () => {
    const text = 'alpha beta gamma';
    const rows = { entities: [entity(text, 'e1', 'alpha beta'), entity(text, 'e2', 'beta gamma')] };
    expect(dump(text, rows)).toEqual(['[alpha ](entity:e1)|[beta](entity:e1 entity:e2)|[ gamma](entity:e2)']);
  });

  test('a span over two blocks is drawn in both, and white space between them in none', () => {
    const text = 'one two\n\nthree four';
    const rows = {
      blocks: [block(text, 'one two'), block(text, 'three four')],
      quotations: [quotation(text, 'q1', { content: ['two\n\nthree'] })],
    };
    expect(dump(text, rows)).toEqual(['one |[two](content:q1)', '[three](content:q1)| four']);
  });

  test('a nested quotation lies over the outer one', () => {
    const text = '“He said ‘never’ to us.”';
    const rows = {
      quotations: [
        quotation(text, 'q1', { content: ['He said ‘never’ to us.'], marks: ['He said ‘never’ to us.'] }),
        quotation(text, 'q2', { content: ['never'], marks: ['never'] }),
      ],
    };
    expect(dump(text, rows)[0]).toContain('[never](content:q2 content:q1)|[’](content:q1)');
  });

  test('a time inside a quotation is a mark of its own, and says when it was', () => {
    const text = '“We met on Tuesday.”';
    const met = 'We met on Tuesday.';
    const rows = {
      quotations: [quotation(text, 'q1', { content: [met], marks: [met] })],
      times: [time(text, 't1', 'Tuesday', '2025-03-11')],
    };
    expect(dump(text, rows)).toEqual(['“|[We met on ](content:q1)|[Tuesday](time:t1 content:q1)|[.](content:q1)|”']);
    const [row] = paragraphs(text, analysis(text, rows));
    expect(row?.covers).toContainEqual(expect.objectContaining({ layer: 'time', words: 'Tuesday, 11 March 2025' }));
  });

  test('offsets are UTF-16 units', () => {
    const text = '😀 “Ça va” — Zoë';
    expect(dump(text, { entities: [entity(text, 'e1', 'Zoë')] })).toEqual(['😀 “Ça va” — |[Zoë](entity:e1)']);
  });

  test('a speaker is named behind the closing mark and the stop', () => {
    const text = '“Yes.” Then he left.';
    const [row] = paragraphs(text, analysis(text, { quotations: [quotation(text, 'q1', { content: ['Yes.'] })] }));
    expect(row?.ends).toEqual([{ at: '“Yes.”'.length, quotation: 'q1' }]);
  });

  test('no text and no cover give nothing to draw', () => {
    expect(dump('', { blocks: [] })).toEqual([]);
    expect(dump('plain', {})).toEqual(['plain']);
  });

  test('segments tile their paragraph whatever covers it, each with exactly the covers over it', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round++) {
      const covers = Array.from({ length: random(12) }, (_, i): Cover => {
        const start = 10 + random(40);
        return { layer: 'content', id: String(i), kind: 'direct', start, end: start + 1 + random(60 - start) };
      });
      const row: Paragraph = {
        start: 10,
        end: 60,
        kind: 'body',
        level: 0,
        text: 'x'.repeat(50),
        covers,
        ends: [{ at: 10 + random(51), quotation: 'q' }],
        quoted: false,
        said: false,
        repeats: false,
      };
      let at = row.start;
      for (const segment of segments(row)) {
        expect(segment.start).toBe(at);
        expect(segment.end).toBeGreaterThan(segment.start);
        at = segment.end;
        const over = covers.filter((cover) => cover.start < segment.end && cover.end > segment.start);
        expect(new Set(segment.covers)).toEqual(new Set(over));
        const sizes = segment.covers.map((cover) => cover.end - cover.start);
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      }
      expect(at).toBe(row.end);
    }
  });
});
