// News articles of any length, made from templates: the same words for the same seed on every machine. They hold what
// real ones hold (names with titles, direct, mixed and indirect quotations, pronouns, dates, figures), so that every pass
// has its usual work.

const people: [first: string, last: string, pronoun: string, role: string][] = [
  ['Amara', 'Okafor', 'she', 'the transport minister'],
  ['Henrik', 'Dahlgren', 'he', 'a spokesman for the harbour authority'],
  ['Lucía', 'Benavides', 'she', 'the union’s general secretary'],
  ['Tomasz', 'Wieczorek', 'he', 'chief engineer at Norbridge Water'],
  ['Priya', 'Raman', 'she', 'an economist at Halden University'],
  ['Declan', 'Moriarty', 'he', 'who has fished the bay for 30 years'],
  ['Yuki', 'Hasegawa', 'she', 'director of the city museum'],
  ['Samuel', 'Adeyemi', 'he', 'the opposition leader'],
];
const organizations = [
  'Norbridge Water',
  'the Ministry of Transport',
  'Halden University',
  'the Port Workers’ Union',
  'Orsted Rail',
];
const places = ['Halden', 'Port Calder', 'Bristol', 'Lagos', 'Gdansk', 'the Vale of Arden', 'Montevideo'];
const days = ['on Monday', 'late on Thursday', 'last week', 'in early March', 'on Sept. 14', 'at 7:30 a.m. Tuesday'];
const subjects = [
  'the new bridge',
  'the flood barrier',
  'the night ferry',
  'the old tram depot',
  'the reservoir',
  'the fishing quota',
];
const claims = [
  'will be finished two years late',
  'has already cost more than £41.5 million',
  'was never safe to begin with',
  'needs the consent of every town on the river',
  'could carry 12,000 people a day',
  'is the best thing that has happened here in a generation',
];
const verbs = ['said', 'told reporters', 'insisted', 'warned', 'added', 'conceded'];
const asides = [
  'No one asked us',
  'It is not a question of money',
  'We have waited long enough',
  'You cannot build on sand',
  'That is what the figures show',
];

type Pick = <T>(list: readonly T[]) => T;

export function generateArticle({ words, seed }: { words: number; seed: number }): string {
  const random = generator(seed);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  const paragraphs = [
    `${capital(pick(subjects))} ${pick(claims)}, inquiry finds`,
    `By ${pick(people).slice(0, 2).join(' ')}`,
  ];
  let count = 0;
  while (count < words) {
    const paragraph = makeParagraph(pick);
    paragraphs.push(paragraph);
    count += countWords(paragraph);
  }
  return `${paragraphs.join('\n\n')}\n`;
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function makeParagraph(pick: Pick): string {
  const [first, last, pronoun, role] = pick(people);
  const [subject, claim, place, day] = [pick(subjects), pick(claims), pick(places), pick(days)];
  const makers = [
    () =>
      `“${capital(subject)} ${claim},” ${first} ${last}, ${role}, ${pick(verbs)} ${day}. “${pick(asides)},” ${pronoun} added.`,
    () =>
      `${first} ${last} ${pick(verbs)} that ${subject} ${claim}, and that ${pick(organizations)} had known of it since the spring.`,
    () => `Dr. ${last} called ${subject} “a promise to ${place}” but said it ${pick(claims)}.`,
    () =>
      `According to ${pick(organizations)}, ${subject} ${claim}; about 54 per cent of those asked in ${place} agree.`,
    () =>
      `${capital(pick(organizations))} did not answer questions sent ${day}. A second report, seen by two officials, puts the bill at $3.2 billion and calls the timetable “optimistic.”`,
    () =>
      `Residents of ${place} gathered ${day} near the U.S. consulate, where buses had stopped running. Some carried lamps; others, with children, went home before dark.`,
    () => `“${pick(asides)}. ${pick(asides)},” ${pronoun} said. “${capital(subject)} ${claim}.”`,
  ];
  return pick(makers)();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// A linear congruential generator (the constants of Numerical Recipes): small, and the same everywhere.
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
