// How a name is written, so far as it says who is meant: without accents, case, dots, titles. “Mayor José O’Neill, Jr.” is
// first name `jose`, last name `oneill`, with `jr` behind.

export interface PersonForm {
  /** All of it, folded: what two full names must share. */
  full: string;
  first: string;
  /** Between first and last. */
  middle: string[];
  last: string;
  /** jr, sr, ii … */
  suffix: string;
}

const letters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const suffixes = new Set(['jr', 'sr', 'junior', 'senior', 'ii', 'iii', 'iv']);
const titles = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess king queen prince princess president ' +
    'chancellor premier prime minister secretary senator sen representative rep congressman congresswoman governor gov mayor mp mep ' +
    'councillor councilman councilwoman alderman ambassador judge justice chief general gen colonel col major captain capt ' +
    'lieutenant lt sergeant sgt commander admiral officer detective inspector constable sheriff pope cardinal archbishop bishop ' +
    'father rev reverend rabbi imam sheikh saint st coach former then'
  ).split(' '),
);
const legal = new Set('inc ltd llc plc corp co company corporation limited gmbh ag sa nv bv'.split(' '));
const small = new Set('the of for and on in at to de la le des du'.split(' '));

/** Lower case without accents, dots and apostrophes; what else is no letter or digit parts words. */
export function fold(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}|[.'’ʼ]/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Null where one name alone is given: a surname says who is meant only within its own article. */
export function personForm(name: string): PersonForm | null {
  // “J.K. Rowling” has two initials, “J. K. Rowling” the same ones.
  const parts = fold(name.replace(/\b(\p{L})\.(?=\p{L})/gu, '$1. ')).split(' ');
  while (parts.length > 1 && titles.has(parts[0] ?? '')) parts.shift();
  const suffix = parts.length > 2 && suffixes.has(parts.at(-1) ?? '') ? (parts.pop() ?? '') : '';
  const [first, ...rest] = parts;
  const last = rest.pop();
  if (!first || !last) return null;
  return { full: [first, ...rest, last].join(' '), first, middle: rest, last, suffix };
}

export function bodyForm(name: string): string {
  const parts = fold(name).split(' ');
  if (parts.length > 1 && parts[0] === 'the') parts.shift();
  while (parts.length > 1 && legal.has(parts.at(-1) ?? '')) parts.pop();
  return parts.join(' ');
}

/** “national health service” is `nhs`; empty where a name has too few words for that. */
export function initialsOf(form: string): string {
  const parts = form.split(' ').filter((word) => !small.has(word));
  return parts.length < 2 ? '' : parts.map((word) => word[0]).join('');
}

const nicknames = [
  'abigail abby', 'alexander alex sasha', 'alexandra alex sandra', 'andrew andy drew', 'anthony tony', 'benjamin ben', 'catherine cathy kate',
  'charles charlie chuck', 'christopher chris', 'christine chris', 'daniel dan danny', 'david dave', 'deborah debbie deb', 'donald don',
  'edward ed eddie ted', 'elizabeth liz beth betty', 'francis frank', 'frederick fred', 'gerald gerry jerry', 'gregory greg',
  'james jim jimmy jamie', 'jeffrey jeff', 'jennifer jen jenny', 'jonathan jon', 'john jack johnny', 'joseph joe', 'joshua josh',
  'katherine kate kathy katie', 'kenneth ken', 'lawrence larry', 'margaret maggie peggy meg', 'matthew matt', 'michael mike mick',
  'nicholas nick', 'patricia pat patty tricia', 'patrick pat', 'peter pete', 'philip phil', 'rebecca becky', 'richard rick dick rich',
  'robert bob bobby rob', 'ronald ron', 'samuel sam', 'samantha sam', 'stephen steve', 'steven steve', 'susan sue', 'theodore ted teddy',
  'theresa terry', 'thomas tom tommy', 'timothy tim', 'victoria vicky', 'vincent vince', 'walter walt', 'william bill billy will',
].map((line) => line.split(' ')); // prettier-ignore

const fullForms = new Map<string, string[]>();
for (const names of nicknames) {
  for (const name of names) fullForms.set(name, [...(fullForms.get(name) ?? []), names[0] ?? name]);
}

/** The names that a first name may stand for, itself among them. */
export function fullForm(first: string): string[] {
  return [...new Set([first, ...(fullForms.get(first) ?? [])])];
}
