// The places of an article in words: the rows of the list, and the points of the map that they share.
import type { Analysis } from '../../../../../wasm/src/schema';
import { doubtful, entitiesById } from '../../speakers';
import type { Entity } from '../../types';

type Geo = NonNullable<Entity['geo']>;

/** How a place is drawn: a town as a dot, a country as its land, all that has no outline here by a sign at its middle. */
export type Shape = 'town' | 'country' | 'area';

export interface PlaceRow {
  id: string; // of its entity
  name: string;
  what: string; // “City, Ukraine”; empty until that is known
  acts: string; // “acts for Russia in 2 of 5 mentions”
  mentions: number;
  geo: Geo | null;
  shape: Shape | null; // null where it is not on the map
  doubt: boolean;
}

/** What lies in one spot of the map. */
export interface Point {
  place: number; // its number at geonames.org
  name: string;
  ids: string[]; // of the entities there, the most mentioned first
  lon: number;
  lat: number;
  country: string | null;
  shape: Shape;
  mentions: number;
  doubt: boolean;
}

const kindNames: Record<Geo['kind'], string> = {
  continent: 'Continent',
  region: 'Sea or region',
  country: 'Country',
  capital: 'Capital',
  admin1: 'State or province',
  admin2: 'County or district',
  city: 'Town or city',
  district: 'Part of a city',
};

const shapes: Record<Geo['kind'], Shape> = {
  continent: 'area',
  region: 'area',
  country: 'country',
  capital: 'town',
  admin1: 'area',
  admin2: 'area',
  city: 'town',
  district: 'town',
};

const bodyNames: Partial<Record<Entity['type'], string>> = { FAC: 'Building or site', ORG: 'Organization' };

/** The most mentioned first. `placed`: the places have come. */
export function placeRows(analysis: Analysis, placed: boolean): PlaceRow[] {
  return analysis.entities
    .filter(isPlace)
    .map((entity) => rowOf(entity, analysis, placed))
    .sort((a, b) => b.mentions - a.mentions);
}

// A body lies in the town that it is named after; one that is named after a whole state lies nowhere in particular.
function isPlace({ type, geo }: Entity): boolean {
  return type === 'LOC' || type === 'FAC' || (type === 'ORG' && geo !== null && shapes[geo.kind] === 'town');
}

function rowOf(entity: Entity, analysis: Analysis, placed: boolean): PlaceRow {
  const { id, name, geo, mentions, type } = entity;
  const shape = geo && (type === 'LOC' || shapes[geo.kind] === 'town') ? shapes[geo.kind] : null;
  return {
    id,
    name,
    what: placed ? whatItIs(entity, analysis, shape !== null) : '',
    acts: howItActs(entity, analysis),
    mentions: mentions.length,
    geo,
    shape,
    doubt: shape !== null && geo !== null && geo.score < doubtful,
  };
}

function whatItIs({ name, type, geo }: Entity, { entities }: Analysis, onMap: boolean): string {
  const body = bodyNames[type];
  if (!geo || !onMap) return body ? `${body}, not on the map` : 'Not on the map';
  const country = countryName(geo.country);
  const kind = kindNames[geo.kind];
  const words = country && country.toLowerCase() !== name.toLowerCase() ? `${kind}, ${country}` : kind;
  if (!body) return words;
  const seat = entities.find((each) => each.type === 'LOC' && each.geo?.geonames_id === geo.geonames_id);
  return `${body}, by its name in ${seat?.name ?? `a ${kind.toLowerCase()}`}${country && `, ${country}`}`;
}

function howItActs({ stands_for, mentions }: Entity, analysis: Analysis): string {
  const acting = mentions.filter(({ metonym }) => metonym).length;
  const state = stands_for ? entitiesById(analysis).get(stands_for)?.name : undefined;
  if (!acting) return '';
  const share = mentions.length === 1 ? '' : ` in ${acting} of ${mentions.length} mentions`;
  return state ? `acts for ${state}${share}` : `acts or speaks${share}`;
}

export function countryName(code: string | null): string {
  if (!code) return '';
  try {
    return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** One a spot, the most mentioned first: a town and the bodies that lie there share theirs. */
export function pointsOf(rows: PlaceRow[]): Point[] {
  const points = new Map<number, Point>();
  for (const { id, name, geo, shape, mentions, doubt } of rows) {
    if (!geo || !shape) continue;
    const { lon, lat, country } = geo;
    // What the reader has placed has no number there.
    const place = geo.geonames_id ?? -1 - Math.round((lat + 90) * 1000) * 360_001 - Math.round((lon + 180) * 1000);
    const point = points.get(place);
    if (point) {
      point.ids.push(id);
      point.mentions += mentions;
      point.doubt &&= doubt;
    } else {
      points.set(place, { place, name, ids: [id], lon, lat, country, shape, mentions, doubt });
    }
  }
  return [...points.values()].sort((a, b) => b.mentions - a.mentions);
}

/** What the map shows, for those who do not see it. */
export function mapInWords(points: Point[]): string {
  const names = points.slice(0, 3).map(({ name }) => name);
  const more = points.length - names.length;
  const listed = more ? `${names.join(', ')} and ${more} more` : names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  const doubts = points.filter(({ doubt }) => doubt).length;
  const unsure = doubts ? ` ${doubts === 1 ? 'One is' : `${doubts} are`} in doubt.` : '';
  return `Map with ${points.length === 1 ? 'one place' : `${points.length} places`}: ${listed}.${unsure} The list below tells the same.`;
}
