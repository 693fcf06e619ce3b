// The map and the list of places: what is said of each, what part of the world is shown, and where names find room.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Entity } from '../../wasm/src/schema';
import { placeLabels } from '../../web/src/page/rail/where/labels';
import { draw, leastSpan, readAtlas, type Atlas } from '../../web/src/page/rail/where/map';
import { countryName, mapInWords, placeRows, pointsOf } from '../../web/src/page/rail/where/rows';
import { sceneOf } from '../../web/src/page/rail/where/scene';
import {
  fitView,
  isNarrowest,
  isSeen,
  isWidest,
  locate,
  projectionOf,
  wholeWorld,
  zoomIn,
  zoomOut,
  type Spot,
} from '../../web/src/page/rail/where/view';
import { analysis, entity } from './analysis';

type Geo = NonNullable<Entity['geo']>;

const text =
  'Oslo and Bergen quarrel. Norway pays, Sweden waits. The Oslo Opera closed, the Bank of Norway did not, ' +
  'Port Library burned, and nobody knows Vik. Oslo said no. The Oslo Times saw it.';

function geo(geonames_id: number, kind: Geo['kind'], country: string | null, score = 1): Geo {
  return { geonames_id, lat: 60, lon: 10, country, kind, score };
}

function place(id: string, name: string, where: Geo | null, type: Entity['type'] = 'LOC'): Entity {
  return { ...entity(text, id, name, type), geo: where };
}

function mentioned(row: Entity, times: number, metonyms = 0): Entity {
  const [mention] = row.mentions;
  if (!mention) throw new Error('It has no mention.');
  return { ...row, mentions: Array.from({ length: times }, (_, i) => ({ ...mention, metonym: i < metonyms })) };
}

const norway = place('e2', 'Norway', geo(2, 'country', 'NO'));
const oslo = { ...mentioned(place('e0', 'Oslo', geo(1, 'capital', 'NO')), 3, 1), stands_for: 'e2' };
const bergen = place('e1', 'Bergen', geo(3, 'city', 'NO', 0.69));
const opera = place('e3', 'Oslo Opera', geo(1, 'capital', 'NO', 0.8), 'FAC');
const bank = place('e4', 'Bank of Norway', geo(2, 'country', 'NO', 0.8), 'ORG');
const library = place('e5', 'Port Library', null, 'FAC');
const vik = place('e6', 'Vik', null);
const times = mentioned(place('e7', 'Oslo Times', geo(1, 'capital', 'NO', 0.6), 'ORG'), 2);
const all = analysis(text, { entities: [bergen, oslo, norway, opera, bank, library, vik, times] });

describe('rows', () => {
  const rows = placeRows(all, true);
  const row = (name: string) => rows.find((each) => each.name === name);

  test('the most mentioned come first, others in the order of the text', () => {
    expect(rows.map(({ name }) => name)).toEqual([
      'Oslo',
      'Oslo Times',
      'Bergen',
      'Norway',
      'Oslo Opera',
      'Port Library',
      'Vik',
    ]);
  });

  test('say what a place is, and its country where that is not its name', () => {
    expect(row('Bergen')?.what).toBe('Town or city, Norway');
    expect(row('Norway')?.what).toBe('Country');
    expect(row('Vik')).toMatchObject({ what: 'Not on the map', shape: null });
  });

  test('say that a body or building lies in a place only by its name, and leave out those of a whole country', () => {
    expect(row('Oslo Opera')?.what).toBe('Building or site, by its name in Oslo, Norway');
    expect(row('Oslo Times')?.what).toBe('Organization, by its name in Oslo, Norway');
    expect(row('Port Library')?.what).toBe('Building or site, not on the map');
    expect(row('Bank of Norway')).toBeUndefined();
  });

  test('name no town twice where the article does not name it by itself', () => {
    const [alone] = placeRows(analysis(text, { entities: [opera] }), true);
    expect(alone?.what).toBe('Building or site, by its name in a capital, Norway');
  });

  test('tell doubt below the score that is doubt everywhere', () => {
    expect(rows.filter(({ doubt }) => doubt).map(({ name }) => name)).toEqual(['Oslo Times', 'Bergen']);
  });

  test('tell for whom a place acts, and how often', () => {
    expect(row('Oslo')?.acts).toBe('acts for Norway in 1 of 3 mentions');
    expect(row('Norway')?.acts).toBe('');
    const [acting] = placeRows(analysis(text, { entities: [mentioned(norway, 1, 1)] }), true);
    expect(acting?.acts).toBe('acts or speaks');
  });

  test('do not say that a place is not on the map before the places have come', () => {
    const early = placeRows(analysis(text, { entities: [{ ...bergen, geo: null }, vik] }), false);
    expect(early.map(({ what }) => what)).toEqual(['', '']);
  });

  test('give a country by its code where it has no name', () => {
    expect(countryName('UA')).toBe('Ukraine');
    expect(countryName('XK')).toBe('Kosovo');
    expect(countryName('not a code')).toBe('not a code');
    expect(countryName(null)).toBe('');
  });
});

describe('points', () => {
  const points = pointsOf(placeRows(all, true));

  test('gather what lies in one spot, under the name of the most mentioned', () => {
    expect(points.map(({ name, ids, mentions, shape }) => ({ name, ids, mentions, shape }))).toEqual([
      { name: 'Oslo', ids: ['e0', 'e7', 'e3'], mentions: 6, shape: 'town' },
      { name: 'Bergen', ids: ['e1'], mentions: 1, shape: 'town' },
      { name: 'Norway', ids: ['e2'], mentions: 1, shape: 'country' },
    ]);
  });

  test('are in doubt where all that lies there is', () => {
    expect(points.map(({ doubt }) => doubt)).toEqual([false, true, false]);
  });

  test('are told in one sentence or two', () => {
    expect(mapInWords(points)).toBe(
      'Map with 3 places: Oslo, Bergen and Norway. One is in doubt. The list below tells the same.',
    );
    expect(mapInWords(points.slice(0, 1))).toBe('Map with one place: Oslo. The list below tells the same.');
    expect(mapInWords([...points, ...points])).toContain('6 places: Oslo, Bergen, Norway and 3 more.');
  });
});

const [kyiv, oslofjord, fiji, samoa, denver, tokyo, lima]: [Spot, Spot, Spot, Spot, Spot, Spot, Spot] = [
  [30.5, 50.5],
  [10.7, 59.9],
  [178.1, -17.6],
  [-172.1, -13.9],
  [-105, 39.7],
  [139.7, 35.7],
  [-77, -12],
];
const frame = { width: 360, height: 240 };

describe('the part of the world that is shown', () => {
  const fit = (...spots: Spot[]) => fitView(spots, frame, () => 9);

  test('holds all places, with room around them', () => {
    for (const spots of [
      [kyiv, oslofjord],
      [fiji, samoa],
      [denver, lima],
      [kyiv, tokyo],
      [kyiv, tokyo, denver, lima, fiji],
    ]) {
      const projection = projectionOf(fit(...spots), frame);
      for (const spot of spots) {
        const [x, y] = locate(projection, frame, spot) ?? [0, 0];
        expect(Math.min(x, frame.width - x, y, frame.height - y)).toBeGreaterThan(8);
      }
    }
  });

  test('is no more than they need', () => {
    const { middle, span } = fit(kyiv, oslofjord);
    expect(span).toBeLessThan(25);
    expect(middle[0]).toBeGreaterThan(10.7);
    expect(middle[0]).toBeLessThan(30.5);
  });

  test('does not go round the globe for neighbours on both sides of the date line', () => {
    expect(fit(fiji, samoa).span).toBeLessThan(20);
    const { middle, span } = fit(tokyo, lima);
    expect(span).toBeLessThan(300);
    expect(Math.abs(middle[0])).toBeGreaterThan(140);
  });

  test('is cut where maps usually are, as long as that does not tear neighbours apart', () => {
    const { middle } = fit(kyiv, tokyo, denver, [-30, 0], [170, 0]);
    expect(middle[0]).toBeGreaterThan(0);
    expect(middle[0]).toBeLessThan(60);
  });

  test('is the whole world where they lie all around it, and where there is none', () => {
    const round: Spot[] = [-165, -110, -60, 0, 60, 120, 180].map((lon) => [lon, 0]);
    expect(fit(...round)).toBe(wholeWorld);
    expect(fit()).toBe(wholeWorld);
  });

  test('around one place is as wide as is asked for', () => {
    expect(fitView([denver], frame, () => 40)).toMatchObject({ span: 40 });
  });

  test('can be changed step by step, to an end', () => {
    let view = zoomIn(wholeWorld, kyiv);
    expect(view).toEqual({ middle: kyiv, span: 180 });
    expect(isSeen(view, frame, kyiv)).toBe(true);
    expect(zoomOut(view)).toBe(wholeWorld);
    expect(isWidest(zoomOut(view))).toBe(true);
    for (let i = 0; i < 12; i++) view = zoomIn(view, kyiv);
    expect(isNarrowest(view)).toBe(true);
    expect(isSeen(view, frame, kyiv)).toBe(true);
    expect(isSeen(view, frame, oslofjord)).toBe(false);
  });

  test('laid flat goes no further than the world does', () => {
    const tall = projectionOf({ middle: [20, 80], span: 200 }, frame);
    const [, y = 0] = tall([20, 84]) ?? [];
    expect(y).toBeCloseTo(0, 3);
  });
});

describe('the drawing', () => {
  const world = readAtlas(
    JSON.parse(
      readFileSync(new URL('../../node_modules/world-atlas/countries-110m.json', import.meta.url), 'utf8'),
    ) as Atlas,
  );

  test('knows countries by the letters that places have', () => {
    for (const code of ['UA', 'CH', 'US', 'XK', 'FR', 'ZA']) expect(world.countries.has(code)).toBe(true);
  });

  test('has those that are named and can be seen', () => {
    const view = { middle: oslofjord, span: 60 };
    const { countries, land, borders } = draw(world, view, frame, ['NO', 'LU', 'ZA', 'nowhere']);
    expect([...countries.keys()]).toEqual(['NO']);
    expect(land.length).toBeGreaterThan(1000);
    expect(borders.length).toBeGreaterThan(1000);
  });

  test('shows more around a place that lies far from any coast and border', () => {
    const [inland, coast] = [leastSpan(world, denver), leastSpan(world, [4.9, 52.4])];
    expect(coast).toBe(9);
    expect(inland).toBeGreaterThan(30);
    const { locate: at } = draw(world, { middle: denver, span: inland }, frame, []);
    expect(world.corners.some((corner) => at(corner))).toBe(true);
  });
});

describe('the scene', () => {
  const drawing = {
    globe: '',
    grid: '',
    land: '',
    borders: '',
    countries: new Map([['NO', 'M0,0Z']]),
    locate: ([lon]: Spot): [number, number] | null => (lon > 90 ? null : [100 + lon, 100]),
  };
  const points = pointsOf(placeRows(all, true));

  test('has a land for a country, and a sign for every other place in the frame', () => {
    const { lands, signs } = sceneOf(points, drawing, undefined, frame, 12);
    expect(lands.map(({ point }) => point.name)).toEqual(['Norway']);
    expect(signs.map(({ point }) => point.name)).toEqual(['Oslo', 'Bergen']);
    const beyond = points.map((point) => ({ ...point, lon: 100 }));
    expect(sceneOf(beyond, drawing, undefined, frame, 12).signs).toEqual([]);
  });

  test('draws what is wide and what is large first, and makes what is mentioned more often larger', () => {
    const [oslofjord, bergen, country] = points;
    if (!oslofjord || !bergen || !country) throw new Error('There are fewer points.');
    const sure = { ...bergen, doubt: false };
    const foreign = { ...country, country: 'XX' };
    const { signs } = sceneOf([oslofjord, sure, foreign], drawing, undefined, frame, 12);
    expect(signs.map(({ point }) => point.name)).toEqual(['Norway', 'Oslo', 'Bergen']);
    expect(signs[1]?.r).toBeGreaterThan(signs[2]?.r ?? Infinity);
  });

  test('never leaves out the name of the place that is picked', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => ({
      ...points[0],
      place: i,
      name: `Town ${i}`,
    })) as typeof points;
    const named = (lit?: (typeof points)[0]) => sceneOf(crowd, drawing, lit, frame, 12).labels.map(({ text }) => text);
    expect(named()).not.toContain('Town 19');
    expect(named(crowd[19])).toContain('Town 19');
  });
});

describe('labels', () => {
  const point = (key: number, x: number, y: number, r = 4) => ({ key, text: 'Tromsø', x, y, r });

  test('stand at the right of a dot, or at its left where there is no room', () => {
    const [first, second] = placeLabels([point(1, 100, 100), point(2, 350, 200)], frame, 12);
    expect(first).toMatchObject({ anchor: 'start', y: 100 });
    expect(first?.x).toBeGreaterThan(104);
    expect(second).toMatchObject({ anchor: 'end', y: 200 });
    expect(second?.x).toBeLessThan(346);
  });

  test('cover neither each other nor a dot, and the first is never left out', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => point(i, 100 + (i % 8) * 12, 60 + Math.floor(i / 8) * 12));
    const labels = placeLabels(crowd, frame, 12);
    expect(labels[0]?.key).toBe(0);
    expect(labels.length).toBeLessThan(crowd.length);
    const boxes = labels.map(({ x, y, anchor }) => {
      const width = 6 * 12 * 0.5;
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { left, right: left + width, top: y - 6, bottom: y + 6 };
    });
    for (const [i, box] of boxes.entries()) {
      for (const other of boxes.slice(i + 1)) {
        const apart =
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        expect(apart).toBe(true);
      }
      for (const { x, y, r } of crowd) {
        const covered = box.left < x + r && x - r < box.right && box.top < y + r && y - r < box.bottom;
        expect(covered).toBe(false);
      }
    }
  });

  test('of a land stand on it, or just above or below', () => {
    const [land, other] = placeLabels([point(1, 180, 120, 0), point(2, 182, 121, 0)], frame, 12);
    expect(land).toMatchObject({ anchor: 'middle', x: 180, y: 120 });
    expect(Math.abs((other?.y ?? 0) - 121)).toBeCloseTo(13.2);
  });
});
