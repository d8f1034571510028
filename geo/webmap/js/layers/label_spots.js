/** The places that a label may stand in, best first: beside its thing, or farther off with a line that leads to it. */
/** @import { Box, Label, Point, Spot } from '../types' */

const GAP_PX = 3;
const RINGS_PX = [22, 40, 62, 90, 125, 170];
const DIRECTIONS = 16;
const MOST_LED = 6;
const MOST_WEIGHED = 40;
/** A town's name stands no farther off. */
const FAR_PX = 60;
/** A name of so high a rank is written even where there is room for it only farther off. */
export const LED_RANK = 980;

/** @param {number} x @param {number} y @param {Label} label @returns {Box} */
const boxAt = (x, y, { width, height }) => [x, y, x + width, y + height];

/**
 * Beside a thing that covers a box around its point: right, left, over, under, and the corners.
 * @param {Label} label @param {Point} at @returns {Box[]}
 */
function beside(label, [x, y]) {
  const { width: w, height: h, clear = [0, 0, 0, 0] } = label;
  const [left, top, right, bottom] = [
    x + clear[0] - GAP_PX - w,
    y + clear[1] - GAP_PX - h,
    x + clear[2] + GAP_PX,
    y + clear[3] + GAP_PX,
  ];
  const [middle, level] = [x - w / 2, y - h / 2];
  /** @type {Point[]} */
  const corners = [
    [right, level],
    [left, level],
    [middle, top],
    [middle, bottom],
    [right, y - h - 1],
    [right, y + 1],
    [left, y - h - 1],
    [left, y + 1],
    [x - w * 0.2, top],
    [x - w * 0.8, top],
    [x - w * 0.2, bottom],
    [x - w * 0.8, bottom],
  ];
  return corners.map(([cx, cy]) => boxAt(cx, cy, label));
}

/** On a point, or a little over or under it. @param {Label} label @param {Point} at @returns {Box[]} */
function upon(label, [x, y]) {
  const { width: w, height: h } = label;
  return [y - h / 2, y - h - 6, y + 6].map((top) => boxAt(x - w / 2, top, label));
}

/** @param {Box} box @returns {Point} */
const middleOf = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];

/** Around a point at a distance, those that lie outward first. @param {Label} label @param {Point} at @param {Point} out @param {number} px @returns {Box[]} */
function around(label, at, out, px) {
  const { width: w, height: h } = label;
  const first = Math.atan2(out[1], out[0]);
  return Array.from({ length: DIRECTIONS }, (_, i) => {
    const turn = first + ((i % 2 ? 1 : -1) * Math.ceil(i / 2) * 2 * Math.PI) / DIRECTIONS;
    const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
    // So far out that the nearest edge of the box is `px` away.
    const [x, y] = [at[0] + dx * (px + w / 2), at[1] + dy * (px + h / 2)];
    return boxAt(x - w / 2, y - h / 2, label);
  });
}

/**
 * Beside the ends of a line, outward first, then farther and farther off.
 * @param {Label} label @param {Point[]} points the ends first @returns {Generator<Spot>}
 */
function* led(label, points) {
  /** @type {Point} */
  const core = [
    points.reduce((sum, [x]) => sum + x, 0) / points.length,
    points.reduce((sum, [, y]) => sum + y, 0) / points.length,
  ];
  // Of a line its ends come first; of an edge any point is as good, so they are taken from all of it.
  const spread = label.along?.length ? 1 : Math.max(1, Math.floor(points.length / MOST_LED));
  const anchors = points.filter((_, i) => i % spread === 0).slice(0, MOST_LED);
  /** @param {Point} at @returns {Point} */
  const outward = ([x, y]) => [x - core[0] || 0, y - core[1] || -1];
  for (const at of anchors) {
    const out = outward(at);
    /** @param {Box} box */
    const share = (box) => {
      const [x, y] = middleOf(box);
      return ((x - at[0]) * out[0] + (y - at[1]) * out[1]) / Math.hypot(x - at[0], y - at[1]);
    };
    const near = beside(label, at).map((box) => ({ box, out: share(box) }));
    near.sort((one, other) => other.out - one.out);
    for (const { box } of near.slice(0, 6)) yield { box, from: at };
  }
  for (const px of RINGS_PX) {
    for (const at of anchors) for (const box of around(label, at, outward(at), px)) yield { box, from: at };
  }
}

/**
 * Where a label may stand, best first; made as they are asked for, since mostly one of the first will do.
 * @param {Label} label @param {Point[]} points of its thing, pixels of the layer @returns {Generator<Spot>}
 */
export function* spotsOf(label, points) {
  if (label.along) {
    yield* led(label, points);
    return;
  }
  for (const at of points) {
    const boxes = label.anchor === 'center' ? upon(label, at) : beside(label, at);
    for (const box of boxes) yield { box, from: null };
  }
  const isCountry = label.style === 'country';
  if (!isCountry && label.rank < LED_RANK) return;
  for (const px of isCountry ? RINGS_PX : RINGS_PX.filter((ring) => ring < FAR_PX)) {
    for (const box of around(label, points[0], [1, 0], px)) yield { box, from: isCountry ? null : points[0] };
  }
}

/**
 * Of the first spots that will do the one that costs least; one that costs nothing at once.
 * @param {Iterable<Spot>} spots @param {(spot: Spot) => boolean} willDo @param {(spot: Spot) => number} cost
 * @returns {Spot | undefined}
 */
export function least(spots, willDo, cost) {
  let best;
  let price = Infinity;
  let weighed = 0;
  for (const spot of spots) {
    if (!willDo(spot)) continue;
    const own = cost(spot);
    if (own < price) [best, price] = [spot, own];
    weighed += 1;
    if (price === 0 || weighed === MOST_WEIGHED) break;
  }
  return best;
}
