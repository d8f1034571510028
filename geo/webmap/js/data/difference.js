/**
 * What was gained and lost between two snapshots of one series, from the edges that differ alone, as geo/geometry/topology/diff.py
 * does it. The later outline followed forwards and the earlier one backwards wind once around what was gained, minus once
 * around what was lost, and around nothing else. Taking one day's fill out of the other's on a second canvas would leave a
 * seam of half-covered pixels along every edge that both share; these edges are not drawn at all.
 */
/** @import { Areas, Difference, Edge, Series } from '../types' */
import { arcsIn } from './series.js';

/** @typedef {{x: number, y: number, top: number, slope: number, way: number}} RisingEdge */

const KEPT = 8;
// WGS 84: the ellipsoid's half axis in metres, and its eccentricity.
const A_M = 6378137;
const E = Math.sqrt(0.00669437999014);

/**
 * Edges [x1, y1, x2, y2] that stand in one snapshot only, turned round where they are of the earlier one.
 * @param {Series} series @param {number} before @param {number} after
 */
function differingEdges(series, before, after) {
  const [old, now] = [new Set(arcsIn(series, before)), new Set(arcsIn(series, after))];
  /** @type {Map<string, {way: Edge, count: number}>} */
  const net = new Map();
  /** @param {number} arc @param {number} sign */
  const add = (arc, sign) => {
    for (let i = series.starts[arc]; i < series.starts[arc + 1] - 1; i += 1) {
      /** @type {Edge} */
      const edge = [series.x[i], series.y[i], series.x[i + 1], series.y[i + 1]];
      const forward = edge[0] < edge[2] || (edge[0] === edge[2] && edge[1] < edge[3]);
      /** @type {Edge} */
      const way = forward ? edge : [edge[2], edge[3], edge[0], edge[1]];
      const key = way.join(' ');
      const found = net.get(key) ?? { way, count: 0 };
      found.count += forward ? sign : -sign;
      net.set(key, found);
    }
  };
  for (const arc of now) if (!old.has(arc)) add(arc, 1);
  for (const arc of old) if (!now.has(arc)) add(arc, -1);
  /** @type {Edge[]} */
  const edges = [];
  for (const { way, count } of net.values()) {
    /** @type {Edge} */
    const edge = count > 0 ? way : [way[2], way[3], way[0], way[1]];
    for (let n = Math.abs(count); n > 0; n -= 1) edges.push(edge);
  }
  return edges;
}

/**
 * Join edges into closed walks; as many edges leave every point as arrive, so each walk comes home.
 * @param {Edge[]} edges
 */
function walksOf(edges) {
  /** @type {Map<string, Edge[]>} */
  const leaving = new Map();
  for (const edge of edges) {
    const key = `${edge[0]} ${edge[1]}`;
    const there = leaving.get(key) ?? [];
    there.push(edge);
    leaving.set(key, there);
  }
  const walks = [];
  for (const waiting of leaving.values()) {
    while (waiting.length > 0) {
      const walk = [];
      /** @type {Edge[] | undefined} */
      let next = waiting;
      while (next && next.length > 0) {
        const [x, y, toX, toY] = /** @type {Edge} */ (next.pop());
        walk.push(x / 3.6e7 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 3.6e7)) / (2 * Math.PI));
        next = leaving.get(`${toX} ${toY}`);
      }
      walks.push(walk);
    }
  }
  return walks;
}

/** A series' difference between two snapshots; the last few are kept. @param {Series} series @param {number} before @param {number} after */
export function differenceOf(series, before, after) {
  series.differences ??= new Map();
  const key = `${before} ${after}`;
  const kept = series.differences.get(key);
  if (kept) return kept;
  const edges = differingEdges(series, before, after);
  /** @type {Difference} */
  const found = { edges, walks: walksOf(edges) };
  series.differences.set(key, found);
  if (series.differences.size > KEPT) series.differences.delete([...series.differences.keys()][0]);
  return found;
}

/**
 * The closed walks as a path in a frame.
 * @param {number[][]} walks in Mercator's unit square @param {{scale: number, x: number, y: number}} frame
 */
export const pathOfWalks = (walks, { scale, x, y }) => {
  const path = new Path2D();
  for (const walk of walks) {
    path.moveTo(walk[0] * scale - x, walk[1] * scale - y);
    for (let i = 2; i < walk.length; i += 2) path.lineTo(walk[i] * scale - x, walk[i + 1] * scale - y);
    path.closePath();
  }
  return path;
};

/**
 * A point on a plane where areas are as on the ellipsoid (cylindrical equal-area), metres.
 * @param {number} x @param {number} y
 */
function level(x, y) {
  const sine = Math.sin((y * Math.PI) / 1.8e7);
  const q =
    ((1 - E * E) / 2) * (sine / (1 - E * E * sine * sine) + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
  return [(A_M * x * Math.PI) / 1.8e7, A_M * q];
}

/**
 * Edges on the plane, upwards, with the way they went: {x, y, slope, top, way}; level ones wind around nothing.
 * @param {Edge[]} edges @returns {RisingEdge[]}
 */
function risingEdges(edges) {
  const rising = [];
  for (const [x1, y1, x2, y2] of edges) {
    if (y1 === y2) continue;
    const [from, to] = [level(x1, y1), level(x2, y2)];
    const [low, high, way] = from[1] < to[1] ? [from, to, 1] : [to, from, -1];
    rising.push({ x: low[0], y: low[1], top: high[1], slope: (high[0] - low[0]) / (high[1] - low[1]), way });
  }
  return rising.sort((a, b) => a.y - b.y);
}

/** @param {RisingEdge} edge @param {number} y */
const at = (edge, y) => edge.x + (y - edge.y) * edge.slope;

/** Heights at which something begins, ends or crosses, upwards. @param {RisingEdge[]} rising */
function heightsOf(rising) {
  const heights = [];
  for (let i = 0; i < rising.length; i += 1) {
    const a = rising[i];
    heights.push(a.y, a.top);
    for (let j = i + 1; j < rising.length && rising[j].y < a.top; j += 1) {
      const b = rising[j];
      const [low, high] = [b.y, Math.min(a.top, b.top)];
      const [before, after] = [at(a, low) - at(b, low), at(a, high) - at(b, high)];
      if (before * after < 0) heights.push(low + ((high - low) * before) / (before - after));
    }
  }
  return heights.sort((a, b) => a - b);
}

/**
 * Add up, between two heights where no edges cross, the ground that is wound around once and minus once, m².
 * @param {RisingEdge[]} active @param {number} low @param {number} high @param {number[]} sums
 */
function slab(active, low, high, sums) {
  const middle = (low + high) / 2;
  const crossed = active.map((edge) => [at(edge, middle), edge.way]).sort((a, b) => a[0] - b[0]);
  // An edge going up has its ground on the left, so what lies to the right of it is wound around once less.
  let winding = 0;
  for (let i = 0; i < crossed.length - 1; i += 1) {
    winding -= crossed[i][1];
    const area = (crossed[i + 1][0] - crossed[i][0]) * (high - low);
    if (winding > 0) sums[0] += area;
    if (winding < 0) sums[1] += area;
  }
}

/**
 * Areas of what was gained and lost, km²: strips between the heights at which edges begin, end or cross.
 * @param {Edge[]} edges @returns {Areas}
 */
export const areasOf = (edges) => {
  const rising = risingEdges(edges);
  const heights = heightsOf(rising);
  const sums = [0, 0];
  /** @type {RisingEdge[]} */
  let active = [];
  let next = 0;
  for (let i = 0; i < heights.length - 1; i += 1) {
    const [low, high] = [heights[i], heights[i + 1]];
    if (high - low < 1e-9) continue;
    active = active.filter((edge) => edge.top > low);
    for (; next < rising.length && rising[next].y <= low; next += 1) {
      if (rising[next].top > low) active.push(rising[next]);
    }
    if (active.length > 0) slab(active, low, high, sums);
  }
  return { gained: sums[0] / 1e6, lost: sums[1] / 1e6 };
};
