// @ts-check
// Floors: what each figure has reached once, in tenths of a percent. They only ever rise, and nothing may fall below.

/** @typedef {Record<string, number>} Named  figures or floors by name, in percent */

/** Whole tenths, rounded down, so that a floor is never above what was measured. @param {number} figure */
const tenths = (figure) => Math.floor(figure * 10 + 1e-6) / 10;

/** One sentence for each figure below its floor, and for each floor whose figure is gone. @param {Named} figures @param {Named} floors */
export function fallenBelow(figures, floors) {
  return Object.entries(floors).flatMap(([name, floor]) => {
    if (!(name in figures)) return [`${name}: has a floor of ${floor.toFixed(1)} but is not measured any longer`];
    return tenths(figures[name]) < floor
      ? [`${name}: ${figures[name].toFixed(1)} is below its floor of ${floor.toFixed(1)}`]
      : [];
  });
}

/** @param {Named} figures @param {Named} floors @returns {Named} */
export function raised(figures, floors) {
  return {
    ...floors,
    ...Object.fromEntries(
      Object.entries(figures).map(([name, figure]) => [name, Math.max(floors[name] ?? 0, tenths(figure))]),
    ),
  };
}
