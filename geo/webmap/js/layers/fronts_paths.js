/**
 * Outlines as paths on a canvas. Vertices are kept in Mercator's unit square, so a zoom is one multiplication a vertex;
 * an arc wholly to one side of the canvas is drawn as its chord, which lies on that side too and so changes nothing seen.
 */
/** @import { Frame, ProjectedSeries, Series } from '../types' */
import { arcsIn, ringsIn } from '../data/series.js';

const KEPT = 24;
const MIN_STEP_PX = 0.7;

/**
 * Put a series' vertices into Mercator's unit square and box its arcs.
 * @param {Series} series @returns {ProjectedSeries}
 */
export const projectSeries = (series) => {
  const { x, y, starts, arcs } = series;
  const u = new Float64Array(x.length);
  const v = new Float64Array(x.length);
  for (let i = 0; i < x.length; i += 1) {
    u[i] = x[i] / 3.6e7 + 0.5;
    v[i] = 0.5 - Math.log(Math.tan(Math.PI / 4 + (y[i] * Math.PI) / 3.6e7)) / (2 * Math.PI);
  }
  const boxes = new Float64Array(4 * arcs);
  for (let arc = 0; arc < arcs; arc += 1) {
    const box = [1, 1, 0, 0];
    for (let i = starts[arc]; i < starts[arc + 1]; i += 1) {
      box[0] = Math.min(box[0], u[i]);
      box[1] = Math.min(box[1], v[i]);
      box[2] = Math.max(box[2], u[i]);
      box[3] = Math.max(box[3], v[i]);
    }
    boxes.set(box, 4 * arc);
  }
  return Object.assign(series, { u, v, boxes, kept: new Map() });
};

/**
 * Whether an arc lies wholly beyond one side of a frame.
 * @param {ProjectedSeries} series @param {number} arc @param {Frame} frame
 */
function beside({ boxes }, arc, { scale, x, y, w, h }) {
  const at = 4 * arc;
  const margin = 8;
  return (
    boxes[at + 2] * scale - x < -margin ||
    boxes[at] * scale - x > w + margin ||
    boxes[at + 3] * scale - y < -margin ||
    boxes[at + 1] * scale - y > h + margin
  );
}

/**
 * Follow an arc on a path, from its second point on; backwards if asked.
 * @param {Path2D} path @param {ProjectedSeries} series @param {number} arc @param {Frame} frame @param {boolean} [backwards]
 */
function follow(path, series, arc, frame, backwards = false) {
  const { u, v, starts } = series;
  const { scale, x, y } = frame;
  const step = backwards ? -1 : 1;
  const [from, to] = backwards ? [starts[arc + 1] - 1, starts[arc]] : [starts[arc], starts[arc + 1] - 1];
  let [lastX, lastY] = [u[from] * scale - x, v[from] * scale - y];
  if (!beside(series, arc, frame)) {
    for (let i = from + step; i !== to; i += step) {
      const px = u[i] * scale - x;
      const py = v[i] * scale - y;
      if (Math.abs(px - lastX) + Math.abs(py - lastY) < MIN_STEP_PX) continue;
      path.lineTo(px, py);
      lastX = px;
      lastY = py;
    }
  }
  path.lineTo(u[to] * scale - x, v[to] * scale - y);
}

/** @param {ProjectedSeries} series @param {number} index @param {Frame} frame */
function outline(series, index, frame) {
  const path = new Path2D();
  for (const ring of ringsIn(series, index)) {
    const start = series.starts[ring[0]];
    path.moveTo(series.u[start] * frame.scale - frame.x, series.v[start] * frame.scale - frame.y);
    for (const arc of ring) follow(path, series, arc, frame);
    path.closePath();
  }
  return path;
}

/**
 * A snapshot's outline in a frame; the last few are kept, those of another frame are let go.
 * @param {ProjectedSeries} series @param {number} index @param {Frame} frame @returns {Path2D}
 */
export const outlineOf = (series, index, frame) => {
  const { kept } = series;
  if (series.keptFor !== frame.key) {
    kept.clear();
    series.keptFor = frame.key;
  }
  let path = kept.get(index);
  kept.delete(index);
  if (!path) path = outline(series, index, frame);
  kept.set(index, path);
  if (kept.size > KEPT) kept.delete([...kept.keys()][0]);
  return path;
};

/**
 * Whether a snapshot's ground holds a point, by what winds around it.
 * @param {ProjectedSeries} series @param {number} index @param {number} lon @param {number} lat
 */
export const holdsPoint = (series, index, lon, lat) => {
  const { x, y, starts } = series;
  const [px, py] = [lon * 1e5, lat * 1e5];
  let winding = 0;
  for (const arc of arcsIn(series, index)) {
    for (let i = starts[arc]; i < starts[arc + 1] - 1; i += 1) {
      const up = y[i] <= py && y[i + 1] > py;
      const down = y[i] > py && y[i + 1] <= py;
      if (!up && !down) continue;
      const left = (x[i + 1] - x[i]) * (py - y[i]) - (px - x[i]) * (y[i + 1] - y[i]);
      if (up && left > 0) winding += 1;
      if (down && left < 0) winding -= 1;
    }
  }
  return winding > 0;
};
