// What part of the world the map shows: the middle of its frame, and how many degrees lie between left and right. A part is
// drawn as seen from above its middle; what is wider than a continent or two is laid flat.
import { geoAzimuthalEqualArea, geoDistance, geoEqualEarth, type GeoProjection } from 'd3-geo';

export type Spot = [lon: number, lat: number];

export interface View {
  middle: Spot;
  span: number;
}

export interface Frame {
  width: number;
  height: number;
}

const degrees = 180 / Math.PI;
const widestPart = 110;
// From here on the whole world is as clear.
const widest = 300;
const narrowest = 2;
// Nobody lives further north, or south.
const [north, south] = [84, -58];

export const wholeWorld: View = { middle: [11, 0], span: 360 };

/** All the places. `least` tells how much is shown around a middle at least, so that one town is not all that is seen. */
export function fitView(spots: Spot[], frame: Frame, least: (middle: Spot) => number): View {
  const above = middleOf(spots);
  if (above && spots.every((spot) => geoDistance(above, spot) * degrees <= widestPart / 2)) {
    const view = around(spots, above, widestPart, frame);
    const span = Math.max(view.span, least(view.middle));
    if (span <= widestPart) return { ...view, span };
  }
  const view = around(spots, [middleLongitude(spots), 0], widest, frame);
  return spots.length && view.span <= widest ? { ...view, span: Math.max(view.span, widestPart + 1) } : wholeWorld;
}

export function zoomIn({ span }: View, middle: Spot): View {
  return { middle, span: Math.max(narrowest, span / 2) };
}

export function zoomOut({ middle, span }: View): View {
  return span * 2 <= widest ? { middle, span: span * 2 } : wholeWorld;
}

export function isNarrowest({ span }: View): boolean {
  return span <= narrowest;
}

export function isWidest({ span }: View): boolean {
  return span > widest;
}

export function projectionOf({ middle, span }: View, { width, height }: Frame): GeoProjection {
  const { projection, unit } = projectionFor(middle, span);
  projection.scale(width / span / unit);
  const y = (lat: number) => projection([middle[0], lat])?.[1] ?? 0;
  // A part may have a pole in its middle; laid flat, the world has an upper edge and a lower one.
  const [top, low] = [y(north) + height / 2, y(south) - height / 2];
  const at = span <= widestPart ? 0 : top > low ? (top + low) / 2 : Math.min(Math.max(y(middle[1]), top), low);
  const beyond = 2;
  return projection.translate([width / 2, height / 2 - at]).clipExtent([
    [-beyond, -beyond],
    [width + beyond, height + beyond],
  ]);
}

/** Where a spot lies in the frame; null where outside. */
export function locate(projection: GeoProjection, { width, height }: Frame, spot: Spot): [number, number] | null {
  const [x, y] = projection(spot) ?? [-1, -1];
  return x >= 0 && x <= width && y >= 0 && y <= height ? [x, y] : null;
}

export function isSeen(view: View, frame: Frame, spot: Spot): boolean {
  return locate(projectionOf(view, frame), frame, spot) !== null;
}

// With its middle at the origin; `unit` is the length of a degree there.
function projectionFor([lon, lat]: Spot, span: number): { projection: GeoProjection; unit: number } {
  if (span <= widestPart) {
    const above = geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(100);
    return { projection: above.translate([0, 0]).scale(1), unit: 1 / degrees };
  }
  const projection = geoEqualEarth().rotate([-lon, 0]).translate([0, 0]).scale(1);
  return { projection, unit: projection([lon + 1, 0])?.[0] ?? 1 };
}

function around(spots: Spot[], start: Spot, span: number, { width, height }: Frame): View {
  const { projection, unit } = projectionFor(start, span);
  // Room at the edges, for dots and names.
  const margin = span <= widestPart ? 1.4 : 1.2;
  const drawn = spots.map((spot): Spot => projection(spot) ?? [0, 0]);
  const [left, right] = ends(drawn.map(([x]) => x));
  const [top, bottom] = ends(drawn.map(([, y]) => y));
  return {
    middle: projection.invert?.([(left + right) / 2, (top + bottom) / 2]) ?? start,
    span: (Math.max(right - left, ((bottom - top) * width) / height) / unit) * margin,
  };
}

// Of spots on a globe; undefined where they lie all around it.
function middleOf(spots: Spot[]): Spot | undefined {
  let [x, y, z] = [0, 0, 0];
  for (const [lon, lat] of spots) {
    x += Math.cos(lat / degrees) * Math.cos(lon / degrees);
    y += Math.cos(lat / degrees) * Math.sin(lon / degrees);
    z += Math.sin(lat / degrees);
  }
  if (Math.hypot(x, y, z) <= 0.1 * spots.length) return undefined;
  return [Math.atan2(y, x) * degrees, Math.atan2(z, Math.hypot(x, y)) * degrees];
}

// The world is cut where it usually is, through the Bering Strait, unless they lie much closer together with another cut.
function middleLongitude(spots: Spot[]): number {
  const lons = spots.map(([lon]) => lon);
  const from = (cut: number) => {
    const [first, last] = ends(lons.map((lon) => (lon - cut + 360) % 360));
    return { width: last - first, middle: cut + (first + last) / 2 };
  };
  const usual = from(wholeWorld.middle[0] - 180);
  const [closest = usual] = lons.map(from).sort((a, b) => a.width - b.width);
  const { middle } = closest.width < 0.7 * usual.width ? closest : usual;
  return ((middle + 180) % 360) - 180;
}

function ends(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
