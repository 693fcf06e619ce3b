// Who in one article is who in another. Names that are the same in full are one; what is only likely (initials, nicknames,
// the same name with another calling) is a doubt, which the reader may settle. The machine never settles one.
//
// Names are found by their last word, and each distinct name is looked at once, however many articles have it.
import type { Entity } from '../types';
import type { Article } from './article';
import { bodyForm, fullForm, initialsOf, personForm, type PersonForm } from './names';
import { contradict } from './roles';

export interface Member {
  article: string;
  entity: string;
  name: string;
  role: string;
}

export interface Group {
  key: string;
  type: Entity['type'];
  /** The fullest. */
  name: string;
  role: string;
  members: Member[];
}

export interface Doubt {
  /** By names, so that an answer holds for other articles, too. */
  key: string;
  one: Group;
  other: Group;
  /** “One gives an initial only.” */
  reason: string;
}

export type Answer = 'same' | 'not same';
export type Answers = Readonly<Record<string, Answer>>;

export interface People {
  groups: Group[];
  doubts: Doubt[];
}

interface Named extends Group {
  /** Which came first. */
  order: number;
  person: PersonForm | null;
  form: string;
  aliases: string[];
}

// More questions about one name nobody would answer.
const mostDoubts = 4;
const told: ReadonlySet<Entity['type']> = new Set(['PERSON', 'ORG', 'NORP', 'LOC', 'FAC', 'MISC']);

// After so many doubts, a breath.
const slice = 256;

export function matchPeople(articles: readonly Article[], answers: Answers = {}): People {
  const steps = matchingSteps(articles, answers);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, between which others may go on. */
export function* matchingSteps(articles: readonly Article[], answers: Answers): Generator<undefined, People> {
  const named = yield* gather(articles);
  const doubts: Doubt[] = [];
  for (const find of [sameNames, likePersons, likeBodies]) {
    for (const doubt of find(named)) {
      if (doubts.push(doubt) % slice === 0) yield;
    }
    yield;
  }
  return settle(named, doubts, answers);
}

/** The group of an entity of an article. */
export function groupsByEntity(groups: readonly Group[]): Map<string, Group> {
  return new Map(
    groups.flatMap((group) => group.members.map(({ article, entity }) => [placeKey(article, entity), group] as const)),
  );
}

export function placeKey(article: string, entity: string): string {
  return `${article}\n${entity}`;
}

// All of one name and one calling, over all articles.
function* gather(articles: readonly Article[]): Generator<undefined, Named[]> {
  const byName = new Map<string, Named[]>();
  let order = 0;
  for (const { id, reading } of articles) {
    yield;
    for (const entity of reading.analysis.entities) {
      if (!told.has(entity.type)) continue;
      const { name, type } = entity;
      const person = type === 'PERSON' ? personForm(name) : null;
      const form = person ? `${person.full} ${person.suffix}`.trim() : bodyForm(name);
      const role = entity.roles[0]?.text ?? '';
      const member = { article: id, entity: entity.id, name, role };
      // One name alone, or one with an initial, says nothing beyond its article.
      const alone = type === 'PERSON' && (!person || isBare(person));
      const key = alone ? `${type} ${form} ${id}` : `${type} ${form}`;
      const same = byName.get(key) ?? [];
      byName.set(key, same);
      const home = same.find((group) => fits(group, id, entity.id, role));
      if (home) {
        home.members.push(member);
        home.aliases.push(...entity.aliases.map(bodyForm));
        if (!home.role) home.role = role;
        if (name.length > home.name.length) home.name = name;
      } else {
        const aliases = entity.aliases.map(bodyForm);
        const numbered = same.length ? `${key} ${same.length + 1}` : key;
        same.push({ order: order++, key: numbered, type, name, role, members: [member], person, form, aliases });
      }
    }
  }
  return [...byName.values()].flat();
}

// Two of one article are two, as that article tells them apart.
function fits({ role: known, members }: Named, article: string, entity: string, role: string): boolean {
  const last = members.at(-1);
  if (last?.article === article && last.entity !== entity) return false;
  return !known || !role || !contradict(known, role);
}

function* sameNames(named: Named[]): Generator<Doubt> {
  for (const same of by(named, ({ type, form, person }) => (type === 'PERSON' && !person ? [] : [`${type} ${form}`]))) {
    yield* pairs(same, (one, other) => {
      if (contradict(one.role, other.role)) return `One is ${one.role}, the other ${other.role}.`;
      return one.person && isBare(one.person) ? 'Both give an initial only.' : null;
    });
  }
}

// “A. Reyes”; “J. K. Rowling” is as good as a name.
function isBare({ first, middle }: PersonForm): boolean {
  return first.length === 1 && !middle.length;
}

function* likePersons(named: Named[]): Generator<Doubt> {
  const persons = named.filter(({ person }) => person);
  // Each is found by all first names that its own may stand for, and those that may be shortened by their first letter.
  const keys = ({ person }: Named) => (person ? fullForm(person.first).map((first) => `${person.last} ${first}`) : []);
  const initials = ({ person }: Named) => (person ? [`${person.last} ${person.first[0]}`] : []);
  const seen = new Set<string>();
  for (const bucket of [...by(persons, keys), ...withInitials(by(persons, initials))]) {
    for (const doubt of pairs(bucket, whyLike)) {
      if (!seen.has(doubt.key)) yield doubt;
      seen.add(doubt.key);
    }
  }
}

// Of a bucket only those with a bare initial meet the others.
function withInitials(buckets: Named[][]): Named[][] {
  return buckets.flatMap((bucket) => {
    const bare = bucket.filter(({ person }) => person?.first.length === 1);
    const full = bucket.filter(({ person }) => person && person.first.length > 1);
    return bare.slice(0, mostDoubts).map((one) => [one, ...full.slice(0, mostDoubts)]);
  });
}

function whyLike(
  { person: a, name, form }: Named,
  { person: b, name: otherName, form: otherForm }: Named,
): string | null {
  if (!a || !b || form === otherForm) return null;
  const shared = fullForm(a.first).some((first) => fullForm(b.first).includes(first));
  const initial = a.first.length === 1 || b.first.length === 1;
  if (!shared && !(initial && a.first[0] === b.first[0])) return null;
  if (!middlesAgree(a.middle, b.middle)) return null;
  if (a.suffix !== b.suffix)
    return a.suffix && b.suffix ? null : `Only “${a.suffix ? name : otherName}” has “${a.suffix || b.suffix}”.`;
  if (a.first === b.first) return `Only one gives the middle name in full.`;
  return initial
    ? `“${a.first.length === 1 ? name : otherName}” gives an initial only.`
    : `“${capital(a.first)}” may be short for “${capital(b.first)}”, or the other way round.`;
}

function middlesAgree(one: string[], other: string[]): boolean {
  return one.every((word, i) => {
    const against = other[i];
    if (against === undefined || word === against) return true;
    return (word.length === 1 || against.length === 1) && word[0] === against[0];
  });
}

function* likeBodies(named: Named[]): Generator<Doubt> {
  const bodies = named.filter(({ type }) => type === 'ORG');
  const keys = ({ form, aliases }: Named) => [
    ...new Set([form, initialsOf(form), ...aliases].filter((key) => key && !key.includes(' '))),
  ];
  for (const bucket of by(bodies, keys)) {
    const short = bucket.filter(({ form }) => !form.includes(' ')).slice(0, 1);
    const long = bucket.filter(({ form }) => form.includes(' ')).slice(0, mostDoubts);
    for (const one of short) {
      for (const other of long) {
        const doubt = doubtOf(one, other, `“${one.name}” may be short for “${other.name}”.`);
        if (doubt) yield doubt;
      }
    }
  }
}

function by(named: Named[], keysOf: (one: Named) => string[]): Named[][] {
  const buckets = new Map<string, Named[]>();
  for (const one of named) {
    for (const key of keysOf(one)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(one);
      else buckets.set(key, [one]);
    }
  }
  return [...buckets.values()].filter((bucket) => bucket.length > 1);
}

// Of many, each is asked about with the next few only.
function* pairs(bucket: Named[], why: (one: Named, other: Named) => string | null): Generator<Doubt> {
  for (const [i, one] of bucket.entries()) {
    for (const other of bucket.slice(i + 1, i + 1 + mostDoubts)) {
      const reason = why(one, other);
      const doubt = reason && doubtOf(one, other, reason);
      if (doubt) yield doubt;
    }
  }
}

// Who stand in the same article and nowhere else are told apart there.
function doubtOf(one: Named, other: Named, reason: string): Doubt | null {
  const articles = new Set([...one.members, ...other.members].map(({ article }) => article));
  if (articles.size < 2) return null;
  const key = [one, other].map(({ form, role, name }) => (one.form === other.form ? `${name}, ${role}` : form));
  const [first, second] = one.order < other.order ? [one, other] : [other, one];
  return { key: `${one.type}: ${key.sort().join(' = ')}`, one: first, other: second, reason };
}

function settle(named: Named[], doubts: Doubt[], answers: Answers): People {
  const homes = new Map<Group, Group>(named.map((group) => [group, { ...tidy(group) }]));
  const home = (group: Group): Group => homes.get(group) ?? group;
  for (const { key, one, other } of doubts) {
    const [into, from] = [home(one), home(other)];
    if (answers[key] !== 'same' || into === from) continue;
    into.members = [...into.members, ...from.members];
    if (from.name.length > into.name.length) into.name = from.name;
    into.role ||= from.role;
    for (const [group, its] of homes) if (its === from) homes.set(group, into);
  }
  const open = doubts.filter(({ key, one, other }) => !answers[key] && home(one) !== home(other));
  return {
    groups: [...new Set(homes.values())],
    doubts: open.map((doubt) => ({ ...doubt, one: home(doubt.one), other: home(doubt.other) })),
  };
}

function tidy({ key, type, name, role, members }: Named): Group {
  return { key, type, name, role, members };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
