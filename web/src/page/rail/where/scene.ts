// What stands on the map: the lands that are named, a sign for every other place that can be seen, and names.
import { placeLabels, type Label } from './labels';
import type { Drawing } from './map';
import type { Point, Shape } from './rows';
import type { Frame, Spot } from './view';

export interface Sign {
  point: Point;
  x: number;
  y: number;
  r: number;
}

export interface Scene {
  lands: { point: Point; d: string }[];
  /** In the order in which they are drawn. */
  signs: Sign[];
  labels: Label[];
}

// Towns stand before what is wider, and small dots before large ones.
const order: Shape[] = ['country', 'area', 'town'];
// Around the sign of a place that is picked.
export const ringGap = 4;

/** `lit`: the place whose name is shown before all others. */
export function sceneOf(
  points: Point[],
  { countries, locate }: Drawing,
  lit: Point | undefined,
  frame: Frame,
  typeSize: number,
): Scene {
  const lands = points.flatMap((point) => {
    const d = point.shape === 'country' && point.country ? countries.get(point.country) : undefined;
    return d ? [{ point, d }] : [];
  });
  const drawn = new Set(lands.map(({ point }) => point));
  const seen = points.flatMap((point) => {
    const at = locate(spotOf(point));
    return at ? [{ point, x: at[0], y: at[1], r: drawn.has(point) ? 0 : radiusOf(point) }] : [];
  });
  const named = seen
    .map(({ point, x, y, r }) => {
      const ring = r && point === lit ? ringGap + 1 : 0;
      return { key: point.place, text: point.name, x, y, r: r + ring };
    })
    .sort((a, b) => Number(b.key === lit?.place) - Number(a.key === lit?.place));
  return {
    lands,
    signs: seen
      .filter(({ r }) => r)
      .sort((a, b) => order.indexOf(a.point.shape) - order.indexOf(b.point.shape) || b.r - a.r),
    labels: placeLabels(named, frame, typeSize),
  };
}

export function spotOf({ lon, lat }: Point): Spot {
  return [lon, lat];
}

// There is a question mark in one that is in doubt.
function radiusOf({ mentions, doubt }: Point): number {
  return Math.max(doubt ? 6.5 : 0, Math.min(3.5 + 1.6 * Math.log2(mentions), 10));
}
