// The reader's corrections as a log: each is an operation that says by words where it stands, an undo is one, too, and nothing
// is ever taken out. The core applies the log (core/include/pressmark/pins.h); here operations are made and counted.
import type { EntityType, Pin, PinPlace, Span } from './types';

export type Log = readonly Pin[];

// Of each kind of operation, without its number.
type Numberless<One> = One extends unknown ? Omit<One, 'id'> : never;
export type Correction = Numberless<Pin>;

const contextLength = 32;

/** Where words stand, so that they are found again in another text. */
export function placeOf(text: string, { start, end }: Span): PinPlace {
  return {
    start,
    end,
    quote: text.slice(start, end),
    before: whole(text.slice(Math.max(0, start - contextLength), start)),
    after: whole(text.slice(end, end + contextLength)),
  };
}

// A character of two units that is cut in half is none.
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '').replace(/[\ud800-\udbff]$/, '');
}

export function add(log: Log, correction: Correction): Log {
  return [...log, { ...correction, id: String(log.length + 1) }];
}

interface Standing {
  /** What holds, the last one last. */
  done: Pin[];
  /** What was taken back since the last new one, each with the undo that did it. */
  undone: { undo: string; pin: Pin }[];
}

export function standing(log: Log): Standing {
  const byId = new Map(log.map((pin) => [pin.id, pin]));
  let done: Pin[] = [];
  let undone: Standing['undone'] = [];
  for (const pin of log) {
    if (pin.op !== 'undo') {
      done.push(pin);
      undone = [];
      continue;
    }
    const again = undone.find(({ undo }) => undo === pin.of);
    const target = byId.get(pin.of);
    if (again) {
      undone = undone.filter((each) => each !== again);
      done.push(again.pin);
    } else if (target && done.includes(target)) {
      done = done.filter((each) => each !== target);
      undone.push({ undo: pin.id, pin: target });
    }
  }
  return { done, undone };
}

/** Null where there is nothing to take back. */
export function undo(log: Log): Log | null {
  const last = standing(log).done.at(-1);
  return last ? add(log, { op: 'undo', of: last.id }) : null;
}

export function redo(log: Log): Log | null {
  const last = standing(log).undone.at(-1);
  return last ? add(log, { op: 'undo', of: last.undo }) : null;
}

/** For the ear and for the list: “Lund” is a person. */
export function describe(pin: Correction, names: Record<EntityType, { one: string }>): string {
  const at = 'at' in pin ? `“${short(pin.at.quote)}”` : '';
  const all = 'all' in pin && pin.all ? ', everywhere' : '';
  switch (pin.op) {
    case 'name':
      return pin.as ? `${at} is “${short(pin.as.quote)}”${all}.` : `${at} is a name: ${typeName(pin.type)}${all}.`;
    case 'no_name':
      return `${at} is no name${all}.`;
    case 'type':
      return `${at} is a name of this type: ${typeName(pin.type)}.`;
    case 'rename':
      return `${at} is called “${pin.name}”.`;
    case 'same':
      return `${at} is the same as “${short(pin.as.quote)}”.`;
    case 'other':
      return pin.as ? `${at} means “${short(pin.as.quote)}”${all}.` : `${at} is somebody else${all}.`;
    case 'role':
      return pin.role ? `${at} is “${short(pin.role.quote)}”.` : `${at} is no role.`;
    case 'quotation':
      return `${at} is a quotation.`;
    case 'no_quotation':
      return `${at} is no quotation.`;
    case 'speaker':
      return pin.as || pin.speaker
        ? `${at} is said by “${short((pin.as ?? pin.speaker)?.quote ?? '')}”${all}.`
        : `${at}: nobody can tell who says it${all}.`;
    case 'time':
      return pin.value === null ? `${at} is no time.` : `${at} is ${pin.value}.`;
    case 'place':
      return pin.geo ? `${at} lies somewhere else.` : `${at} is no place of the map.`;
    case 'block':
      return `${at}: ${pin.kind}.`;
    case 'metadata':
      return `${pin.field}: ${pin.value === null ? 'none' : [pin.value].flat().join(', ')}.`;
    case 'undo':
      return 'Taken back.';
  }

  function typeName(type: EntityType | undefined): string {
    return type ? names[type].one.toLowerCase() : 'other name';
  }
}

function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 48 ? `${line.slice(0, 45).replace(/\s+\S*$/, '')} …` : line;
}
