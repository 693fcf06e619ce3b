// Corrections as a session file has them, looked at before the page tells of them or the core applies them.
import { typeNames } from '../entityTypes';

type Row = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isYes: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => Number.isFinite(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

// Where it stands is found by its words, so it need not lie within the text.
const isPlace: Check = (value) =>
  isRow(value) &&
  [value.start, value.end].every((each) => Number.isSafeInteger(each) && (each as number) >= 0) &&
  isText(value.quote) &&
  [value.before, value.after].every((each) => each === undefined || isText(each));
const isGeo: Check = (value) => isRow(value) && isNumber(value.lat) && isNumber(value.lon);
const isValue: Check = (value) => isText(value) || (Array.isArray(value) && value.every(isText));
const isType: Check = (value) => isText(value) && Object.hasOwn(typeNames, value as string);

// Of whatever operation, a field is of one sort.
const sorts: Record<string, Check> = {
  at: isPlace,
  as: orNull(isPlace),
  role: orNull(isPlace),
  speaker: orNull(isPlace),
  geo: orNull(isGeo),
  value: orNull(isValue),
  name: isText,
  kind: isText,
  act: isText,
  field: isText,
  of: isText,
  all: isYes,
  unnamed: isYes,
};

/** What each operation must have. */
const needs: Record<string, string[]> = {
  name: ['at'],
  no_name: ['at'],
  type: ['at', 'type'],
  rename: ['at', 'name'],
  same: ['at', 'as'],
  other: ['at'],
  role: ['at', 'role'],
  quotation: ['at'],
  no_quotation: ['at'],
  speaker: ['at'],
  time: ['at', 'value'],
  place: ['at', 'geo'],
  block: ['at', 'kind'],
  metadata: ['field', 'value'],
  undo: ['of'],
};

export function isPin(value: unknown): boolean {
  if (!isRow(value) || !isText(value.id)) return false;
  const { op } = value;
  const needed = typeof op === 'string' && Object.hasOwn(needs, op) ? needs[op] : undefined;
  if (!needed?.every((name) => Object.hasOwn(value, name)) || (op === 'same' && value.as === null)) return false;
  return Object.entries(value).every(([name, each]) => {
    if (name === 'type') return op === 'time' ? isText(each) : isType(each);
    return !Object.hasOwn(sorts, name) || sorts[name]?.(each) === true;
  });
}
