// Whether two roles can be of one person. Only what plainly goes apart speaks against it: a mayor and a footballer, mayors of
// two towns. A role that is in no list here speaks neither way.
import { headOf } from '../voices';
import { fold } from './names';

const fields: Record<string, string> = {
  politics:
    'president premier minister chancellor senator congressman congresswoman representative governor mayor councillor mp mep lawmaker ' +
    'legislator politician ambassador diplomat secretary alderman deputy candidate',
  sport:
    'footballer player striker midfielder goalkeeper defender quarterback pitcher coach athlete runner swimmer cyclist boxer golfer ' +
    'cricketer batsman bowler skater racer sprinter gymnast referee jockey skier',
  arts: 'actor actress singer musician guitarist drummer composer conductor painter sculptor novelist poet playwright filmmaker comedian rapper dancer',
  science:
    'scientist physicist chemist biologist geologist astronomer economist historian sociologist epidemiologist mathematician botanist ecologist engineer',
  medicine: 'doctor surgeon nurse physician midwife paramedic dentist psychiatrist',
  law: 'judge magistrate prosecutor sheriff constable detective inspector',
  faith: 'priest bishop archbishop cardinal rabbi imam pastor vicar monk nun pope',
  trade: 'baker farmer fisherman plumber carpenter driver teacher waiter waitress shopkeeper student pupil pensioner',
};
const fieldOf = new Map(
  Object.entries(fields).flatMap(([field, words]) => words.split(' ').map((word) => [word, field] as const)),
);

export function contradict(one: string, other: string): boolean {
  const [head, otherHead] = [headOf(one), headOf(other)];
  if (head && head === otherHead) {
    const [place, otherPlace] = [placeOf(one), placeOf(other)];
    return Boolean(place && otherPlace && place !== otherPlace && fieldOf.get(head) === 'politics');
  }
  const [field, otherField] = [fieldOf.get(head), fieldOf.get(otherHead)];
  return Boolean(field && otherField && field !== otherField);
}

// “mayor of Port Ellery, 44”
function placeOf(role: string): string {
  return fold(/\b(?:of|for) ((?:\p{Lu}[\p{L}’'-]*\s?)+)/u.exec(role)?.[1] ?? '');
}
