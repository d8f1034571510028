/** Labels that do not collide: the more important are placed first, the rest stay unwritten. */
/** @import { Box, Label, LabelSpec, Point } from '../types' */
import { el } from '../core/dom.js';
import { map } from '../core/page.js';
import { penOf } from './canvas_layer.js';
import { moveTo } from './features.js';
import { onOverlays, overlays } from './overlays.js';

const FONT = { country: '600 13px', town: '500 12px', place: '500 11.5px', zone: '600 11px', claim: '600 11.5px' };
/** @type {Partial<Record<LabelSpec['style'], number>>} */
const SPACED = { zone: 0.5, country: 4 };
const PAD = 2;
const TOWN_RANK = 980;
const family = getComputedStyle(document.body).fontFamily;
const pen = penOf(document.createElement('canvas'));
const pane = map.getPane('s-labels') ?? map.getContainer();
pane.classList.add('leaflet-zoom-hide');
/** @type {Label[]} */
const labels = [];
let waiting = 0;
let unsorted = false;
/** @type {{key: string, at: L.Point[], radius: number}} */
let kept = { key: '', at: [], radius: 0 };

/** @param {string} text @param {LabelSpec['style']} style */
function widthOf(text, style) {
  pen.font = `${FONT[style]} ${family}`;
  return pen.measureText(text).width + text.length * (SPACED[style] ?? 0) + (style === 'claim' ? 8 : 0);
}

/**
 * Add a label, hidden at first.
 * @param {LabelSpec} spec @returns {Label}
 */
export const addLabel = (spec) => {
  const node = el('span', { class: `label label-${spec.style} off`, 'aria-hidden': 'true' }, spec.text);
  const dot = spec.dot ? el('span', { class: 'town-dot off' }) : null;
  pane.append(node);
  if (dot) pane.append(dot);
  /** @type {Label} */
  const label = { ...spec, node, dot, wanted: false, hidden: true, width: widthOf(spec.text, spec.style) };
  labels.push(label);
  unsorted = true;
  return label;
};

/**
 * Say whether a label is wanted, and what it says.
 * @param {Label} label @param {boolean} wanted @param {string} text
 */
export const setLabel = (label, wanted, text) => {
  const fresh = wanted && label.text !== text;
  if (fresh) {
    label.text = text;
    label.node.textContent = text;
    label.width = widthOf(text, label.style);
  }
  if (label.wanted === wanted && (!wanted || !fresh)) return;
  label.wanted = wanted;
  placeLabelsSoon();
};

/** Lay the labels anew with the next picture. */
export const placeLabelsSoon = () => {
  if (!waiting) waiting = requestAnimationFrame(placeLabels);
};

/** Keep names off round marks that have none. @param {L.Point[]} at pixels of the world at this zoom @param {number} radius */
export const keepClear = (at, radius) => {
  const key = at.map(({ x, y }) => `${x} ${y}`).join();
  if (key === kept.key) return;
  kept = { key, at, radius };
  placeLabelsSoon();
};

/**
 * Corners of the places a label may stand in, best first.
 * @param {Label} label @param {number} x @param {number} y @returns {Point[]}
 */
function candidates(label, x, y) {
  const [w, h, gap] = [label.width, 14, (label.clear ?? 0) + 3];
  if (label.anchor === 'center') {
    return [
      [x - w / 2, y - h / 2],
      [x - w / 2, y - h - 6],
      [x - w / 2, y + 6],
    ];
  }
  /** @type {Point[]} */
  const near = [
    [x + gap, y - h / 2],
    [x - gap - w, y - h / 2],
    [x - w / 2, y - gap - h],
    [x - w / 2, y + gap],
  ];
  /** @type {Point[]} */
  const slant = [
    [x + gap, y - h - 2],
    [x + gap, y + 2],
    [x - gap - w, y - h - 2],
    [x - gap - w, y + 2],
  ];
  return [...near, ...slant];
}

/** @param {Box} a @param {Box} b */
const overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Lay every wanted label anew; called after a paint, a move or a zoom. */
export const placeLabels = () => {
  waiting = 0;
  if (unsorted) labels.sort((a, b) => b.rank - a.rank);
  unsorted = false;
  const size = map.getSize();
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const over = overlays().map((box) => /** @type {Box} */ ([box[0] + left, box[1] + top, box[2] + left, box[3] + top]));
  const taken = [...over];
  const marks = keptBoxes();
  /** @type {[Label, L.Point[]][]} */
  const items = [];
  for (const label of labels) {
    if (!label.wanted) {
      hide(label);
      continue;
    }
    const spots = label.ats ?? (label.at ? [label.at] : []);
    const points = spots.map((at) => map.latLngToLayerPoint(at)).filter((point) => inside(point, size));
    if (points.length === 0) {
      hide(label);
      continue;
    }
    items.push([label, points]);
    const { x, y } = points[0];
    if (label.clear) marks.push([x - label.clear, y - label.clear, x + label.clear, y + label.clear]);
  }
  for (const [label, points] of items) placeOne(label, points, { taken, marks, over });
};

/** @returns {Box[]} */
function keptBoxes() {
  const origin = map.getPixelOrigin();
  return kept.at.map(({ x, y }) => [
    x - origin.x - kept.radius,
    y - origin.y - kept.radius,
    x - origin.x + kept.radius,
    y - origin.y + kept.radius,
  ]);
}

/** @param {Label} label */
function hide(label) {
  if (label.hidden) return;
  label.hidden = true;
  label.node.classList.add('off');
  if (label.dot) label.dot.classList.add('off');
}

/** Whether a point of the layer is in sight, or close to it. @param {L.Point} point @param {L.Point} size */
function inside(point, size) {
  const seen = map.layerPointToContainerPoint(point);
  return seen.x > -60 && seen.y > -20 && seen.x < size.x + 60 && seen.y < size.y + 20;
}

/**
 * The first corner where a label is wholly in sight and touches no other label, no mark and nothing that lies over the
 * map. A town may be written over marks if there is no such corner.
 * @param {Label} label @param {L.Point[]} points @param {Box[]} taken @param {Box[]} marks
 */
function opening(label, points, taken, marks) {
  const origin = map.containerPointToLayerPoint([0, 0]);
  const end = origin.add(map.getSize());
  const free = points
    .flatMap(({ x, y }) => candidates(label, x, y))
    .filter(([x, y]) => {
      /** @type {Box} */
      const box = [x - PAD, y, x + label.width + PAD, y + 14];
      if (box[0] < origin.x || box[1] < origin.y || box[2] > end.x || box[3] > end.y) return false;
      return !taken.some((other) => overlaps(box, other));
    });
  const clear = free.find(([x, y]) => !marks.some((mark) => overlaps([x, y, x + label.width, y + 14], mark)));
  return clear || (label.rank >= TOWN_RANK ? free[0] : undefined);
}

/** @param {Label} label @param {L.Point[]} points @param {{taken: Box[], marks: Box[], over: Box[]}} within */
function placeOne(label, points, { taken, marks, over }) {
  label.hidden = false;
  const open = opening(label, points, taken, marks);
  label.node.classList.toggle('off', !open);
  if (label.dot) {
    const { x, y } = points[0];
    label.dot.classList.toggle(
      'off',
      over.some((box) => overlaps([x, y, x, y], box)),
    );
    moveTo(label.dot, points[0].round());
  }
  if (!open) return;
  taken.push([open[0] - PAD, open[1], open[0] + label.width + PAD, open[1] + 14]);
  moveTo(label.node, L.point(Math.round(open[0]), Math.round(open[1])));
}

map.on('zoomend moveend resize', placeLabelsSoon);
onOverlays(placeLabelsSoon);
