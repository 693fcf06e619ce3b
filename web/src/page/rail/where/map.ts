// The drawing of the map: Natural Earth's countries as world-atlas has them, projected by d3-geo. All of it comes later than
// the page, as a file of its own (see loadMap.ts).
import { geoDistance, geoGraticule, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { locate, projectionOf, type Frame, type Spot, type View } from './view';

export { fitView, isNarrowest, isSeen, isWidest, zoomIn, zoomOut } from './view';

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface World {
  land: GeoPermissibleObjects;
  borders: GeoPermissibleObjects;
  /** By ISO 3166-1, of two letters. */
  countries: Map<string, GeoPermissibleObjects>;
  /** Of coasts and borders. */
  corners: Spot[];
}

export interface Drawing {
  globe: string;
  grid: string;
  land: string;
  borders: string;
  /** Of the countries asked for that are large enough to be seen. */
  countries: Map<string, string>;
  /** Where a spot lies in the frame; null where outside. */
  locate: (spot: Spot) => [number, number] | null;
}

export function readAtlas(atlas: Atlas): World {
  const { countries, land } = atlas.objects;
  const { features } = feature(atlas, countries);
  return {
    land: feature(atlas, land),
    borders: mesh(atlas, countries, (a, b) => a !== b),
    countries: new Map(features.map((each) => [codeOf(each.id, each.properties.name), each])),
    corners: mesh(atlas, countries).coordinates.flat() as Spot[],
  };
}

// World-atlas has the three digits of ISO 3166-1, and none for Kosovo, whose two letters are agreed on only by use.
function codeOf(digits: string | number | undefined, name: string): string {
  if (digits === undefined) return name === 'Kosovo' ? 'XK' : name;
  return new Intl.Locale(`und-${digits}`).region ?? name;
}

/** How many degrees there must be, for a coast or a border to be seen. */
export function leastSpan({ corners }: World, middle: Spot): number {
  let nearest = Infinity;
  for (const corner of corners) nearest = Math.min(nearest, geoDistance(corner, middle));
  return Math.min(60, Math.max(9, nearest * (180 / Math.PI) * 5));
}

/** The coarse outlines are too coarse for that. */
export function needsFine({ span }: View): boolean {
  return span < 50;
}

// In square pixels: a smaller country is a dot.
const smallest = 30;

export function draw(world: World, view: View, frame: Frame, codes: Iterable<string>): Drawing {
  const projection = projectionOf(view, frame);
  const path = geoPath(projection).digits(1);
  const line = (object: GeoPermissibleObjects) => path(object) ?? '';
  const step = view.span < 25 ? 5 : view.span < 150 ? 10 : 30;
  const countries = new Map<string, string>();
  for (const code of codes) {
    const country = world.countries.get(code);
    if (country && path.area(country) > smallest) countries.set(code, line(country));
  }
  return {
    globe: line({ type: 'Sphere' }),
    grid: line(geoGraticule().step([step, step])()),
    land: line(world.land),
    borders: line(world.borders),
    countries,
    locate: (spot) => locate(projection, frame, spot),
  };
}
