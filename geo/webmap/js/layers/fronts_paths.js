/**
 * Outlines as paths on a canvas. Vertices are kept in Mercator's unit square, so a zoom is one multiplication a vertex;
 * an arc wholly to one side of the canvas is drawn as its chord, which lies on that side too and so changes nothing seen.
 */
((S) => {
  'use strict';

  const KEPT = 24;
  const MIN_STEP_PX = 0.7;

  /** Put a series' vertices into Mercator's unit square and box its arcs. @param {Object} series */
  S.projectSeries = (series) => {
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
   * What a canvas shows: pixels of the whole world, the canvas' corner in them, its size.
   * @param {L.Map} map @param {L.Bounds} bounds in layer points
   */
  S.frameOf = (map, bounds) => {
    const corner = map.getPixelOrigin().add(bounds.min);
    const size = bounds.getSize();
    const scale = 256 * 2 ** map.getZoom();
    return { scale, x: corner.x, y: corner.y, w: size.x, h: size.y, key: `${scale} ${corner.x} ${corner.y} ${size.x} ${size.y}` };
  };

  /** Whether an arc lies wholly beyond one side of a frame. */
  function beside({ boxes }, arc, { scale, x, y, w, h }) {
    const at = 4 * arc;
    const margin = 8;
    return (
      boxes[at + 2] * scale - x < -margin || boxes[at] * scale - x > w + margin ||
      boxes[at + 3] * scale - y < -margin || boxes[at + 1] * scale - y > h + margin
    );
  }

  /** Follow an arc on a path, from its second point on; backwards if asked. */
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

  function outline(series, index, frame) {
    const path = new Path2D();
    for (const ring of S.ringsIn(series, index)) {
      const start = series.starts[ring[0]];
      path.moveTo(series.u[start] * frame.scale - frame.x, series.v[start] * frame.scale - frame.y);
      for (const arc of ring) follow(path, series, arc, frame);
      path.closePath();
    }
    return path;
  }

  /**
   * A snapshot's outline in a frame; the last few are kept, those of another frame are let go.
   * @param {Object} series @param {number} index @param {Object} frame @returns {Path2D}
   */
  S.outlineOf = (series, index, frame) => {
    const { kept } = series;
    if (series.keptFor !== frame.key) {
      kept.clear();
      series.keptFor = frame.key;
    }
    let path = kept.get(index);
    kept.delete(index);
    if (!path) path = outline(series, index, frame);
    kept.set(index, path);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    return path;
  };

  /** Whether a snapshot's ground holds a point, by what winds around it. @param {number} lon @param {number} lat */
  S.holds = (series, index, lon, lat) => {
    const { x, y, starts } = series;
    const [px, py] = [lon * 1e5, lat * 1e5];
    let winding = 0;
    for (const arc of S.arcsIn(series, index)) {
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
})(Salient);
