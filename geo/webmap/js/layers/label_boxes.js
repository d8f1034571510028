/** Boxes [left, top, right, bottom] of the map, in pixels. */
/** @import { Box, Point } from '../types' */

/** Whether two boxes share ground. @param {Box} a @param {Box} b */
export const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
/** A box with a margin. @param {Box} box @param {number} px @returns {Box} */
export const grown = ([left, top, right, bottom], px) => [left - px, top - px, right + px, bottom + px];
/** A box elsewhere. @param {Box} box @param {Point} by @returns {Box} */
export const moved = ([left, top, right, bottom], [x, y]) => [left + x, top + y, right + x, bottom + y];

/** The end of a leader: the point of a box that is nearest to another. @param {Box} box @param {Point} from @returns {Point} */
export const nearestOf = ([left, top, right, bottom], [x, y]) => [
  Math.min(Math.max(x, left), right),
  Math.min(Math.max(y, top), bottom),
];

/** Whether a box shares ground with any of others. @param {Box} box @param {Box[]} others */
export const hits = (box, others) => others.some((other) => overlaps(box, other));

/** How many of others a leader from a point to a box crosses, those around the point itself left out. @param {Box} box @param {Point} from @param {Box[]} others */
export function crossings(box, [x0, y0], others) {
  const [x1, y1] = nearestOf(box, [x0, y0]);
  const [dx, dy] = [x1 - x0, y1 - y0];
  let found = 0;
  for (const [left, top, right, bottom] of others) {
    // Clipped to the box, after Liang and Barsky, once it is known to be near; 1 px of room.
    if (Math.max(x0, x1) < left - 1 || Math.min(x0, x1) > right + 1) continue;
    if (Math.max(y0, y1) < top - 1 || Math.min(y0, y1) > bottom + 1) continue;
    if (x0 > left - 1 && x0 < right + 1 && y0 > top - 1 && y0 < bottom + 1) continue;
    const [atX, atY] = [span(x0, dx, left - 1, right + 1), span(y0, dy, top - 1, bottom + 1)];
    if (Math.max(atX[0], atY[0], 0) < Math.min(atX[1], atY[1], 0.98)) found += 1;
  }
  return found;
}

/** Between which shares of a step from a place it lies between two others. @param {number} from @param {number} step @param {number} low @param {number} high */
function span(from, step, low, high) {
  if (step === 0) return from > low && from < high ? [-Infinity, Infinity] : [Infinity, -Infinity];
  const [a, b] = [(low - from) / step, (high - from) / step];
  return a < b ? [a, b] : [b, a];
}
