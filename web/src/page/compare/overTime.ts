// Who is quoted how often and with how many words, month by month or year by year. Who is not named is counted apart, and so
// are articles whose day is not known.
import { groupName, isNamed, sum, total, type Grouping, type Voice, type Words } from '../voices';
import { voicesOf, type Article } from './article';
import type { Group } from './people';
import { groupsOf } from './sources';

export type By = 'who' | Exclude<Grouping, 'none'>;
export type Step = 'month' | 'year';

export interface Cell extends Words {
  times: number;
}

export interface Row extends Cell {
  name: string;
  /** One for each period. */
  cells: Cell[];
}

export interface Period {
  /** “2026-03” or “2026” */
  key: string;
  name: string;
  articles: number;
}

export interface OverTime {
  step: Step;
  periods: Period[];
  /** By how many words. */
  rows: Row[];
  unnamed: Row;
  /** Quotations whose speaker nobody can tell. */
  nobody: Row;
  undated: Article[];
}

// More columns nobody can read.
const mostMonths = 36;

export function overTime(
  articles: readonly Article[],
  groupOf: ReadonlyMap<string, Group>,
  by: By,
  wanted: Step | null = null,
): OverTime {
  const dated = articles.filter(({ published }) => monthOf(published) !== null);
  const months = dated.map(({ published }) => monthOf(published) ?? 0);
  const span = months.length ? Math.max(...months) - Math.min(...months) + 1 : 0;
  const step = wanted === 'month' && span > mostMonths ? 'year' : (wanted ?? (span > mostMonths ? 'year' : 'month'));
  const at = months.map((month) => (step === 'year' ? Math.floor(month / 12) : month));
  const first = at.length ? Math.min(...at) : 0;
  const periods = Array.from({ length: at.length ? Math.max(...at) - first + 1 : 0 }, (_, i) => {
    return { ...nameOf(first + i, step), articles: at.filter((each) => each === first + i).length };
  });

  const rows = new Map<string, Row>();
  const rowOf = (key: string, name: string) => {
    const row = rows.get(key) ?? { name, ...nothing(), cells: periods.map(nothing) };
    rows.set(key, row);
    return row;
  };
  const [unnamed, unknown] = [rowOf('\nunnamed', 'Not named'), rowOf('\nnobody', 'No speaker found')];
  for (const [i, article] of dated.entries()) {
    for (const voice of voicesOf(article)) {
      const row = rowFor(voice, article);
      add(row, voice);
      const cell = row.cells[(at[i] ?? first) - first];
      if (cell) add(cell, voice);
    }
  }
  rows.delete('\nunnamed');
  rows.delete('\nnobody');
  return {
    step,
    periods,
    rows: [...rows.values()].sort((a, b) => total(b) - total(a) || b.times - a.times),
    unnamed,
    nobody: unknown,
    undated: articles.filter(({ published }) => monthOf(published) === null),
  };

  function rowFor(voice: Voice, article: Article): Row {
    if (voice.kind === 'nobody') return unknown;
    if (!isNamed(voice)) return unnamed;
    if (by !== 'who') return rowOf(groupName(by, voice), groupName(by, voice));
    const groups = groupsOf(voice, article.id, groupOf);
    const name = groups?.map((group) => group.name).join(' and ') ?? voice.name;
    return rowOf(groups?.map(({ key }) => key).join(' + ') ?? `${article.id}\n${voice.id}`, name);
  }
}

function nothing(): Cell {
  return { times: 0, quoted: 0, reported: 0 };
}

function add(cell: Cell, voice: Voice): void {
  Object.assign(cell, sum([cell, voice]), { times: cell.times + voice.quotations.length });
}

// Months numbered through.
function monthOf(published: string): number | null {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(published) ?? [];
  const number = Number(month);
  return year && number >= 1 && number <= 12 ? Number(year) * 12 + number - 1 : null;
}

function nameOf(number: number, step: Step): { key: string; name: string } {
  const year = String(step === 'year' ? number : Math.floor(number / 12)).padStart(4, '0');
  if (step === 'year') return { key: year, name: year };
  const key = `${year}-${String((number % 12) + 1).padStart(2, '0')}`;
  const format = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return { key, name: format.format(new Date(`${key}-01T00:00:00Z`)) };
}
