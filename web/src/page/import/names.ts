// Names of authors, out of the many forms that pages tell them in.

export const oneLine = (text: string): string => text.replace(/[\s\u00A0]+/g, ' ').trim();

// Persons as they sign: two words or more, the first and last with a capital.
const person = /^\p{Lu}[\p{L}.’'-]*( [\p{L}.’'-]+)* \p{Lu}[\p{L}.’'-]*$/u;
// What they are, which some lists name beside them.
const job = /\b(writer|reporter|editor|correspondent|contributor|columnist|producer|staff)s?$/i;
const nobody = /^(admin|administrator|editor|staff|web ?master|null|undefined|none|unknown|anonymous|n\/a)$/i;

// `sites`: what the site calls itself; it does not sign.
export function authorsOf(told: string[], sites: string[]): string[] {
  const names = told.flatMap((each) => split(oneLine(each).replace(/^by:? /i, '')));
  const own = new Set(sites.map((site) => site.toLowerCase()));
  const good = names.filter((name) => isName(name) && !own.has(name.toLowerCase()));
  const keys = good.map((name) => name.toLowerCase());
  return good.filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

function isName(name: string): boolean {
  return (
    /\p{L}/u.test(name) &&
    !/[@/\\<>{}]|https?:|www\./i.test(name) &&
    !/^[\p{Ll}\p{N}._-]+$/u.test(name) && // an account's
    !nobody.test(name) &&
    !job.test(name) &&
    name.length <= 100
  );
}

// "A, B and C"; but "A, Staff Writer" and "Lee and Sons News" are one.
function split(names: string): string[] {
  const parts = names
    .split(/\s*[;|]\s*|,? (?:and|&) |, /i)
    .map((part) => part.trim())
    .filter(Boolean);
  if (/[;|]/.test(names) || parts.every((part) => person.test(part))) return parts;
  return [names];
}
