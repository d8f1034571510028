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
export function crossings(box, from, others) {
  const to = nearestOf(box, from);
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4);
  const strange = others.filter((other) => !overlaps(grown([...from, ...from], 1), other));
  const crossed = new Set();
  for (let i = 1; i < steps; i += 1) {
    const [x, y] = [from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps];
    for (const other of strange) if (overlaps([x - 1, y - 1, x + 1, y + 1], other)) crossed.add(other);
  }
  return crossed.size;
}
