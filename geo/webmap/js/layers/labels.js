/**
 * Labels that touch no other, no mark and no border, and stand on the ground of their thing: the more important are
 * placed first, the rest stay unwritten.
 */
/** @import { Box, Label, LabelSpec, Point, Spot } from '../types' */
import { el, svg } from '../core/dom.js';
import { map } from '../core/page.js';
import { moveTo } from './features.js';
import { isOnGround, look, sideAt } from './ground_raster.js';
import { crossings, grown, hits, moved, nearestOf } from './label_boxes.js';
import { LED_RANK, least, spotsOf } from './label_spots.js';
import { written } from './label_text.js';
import { onOverlays, overlays } from './overlays.js';

const APART_PX = 2;
const ARC_STEP_PX = 9;
const MOST_CROSSED = 2;
/** How far another claim's name keeps off the end of a line, where that line's own name may stand. */
const ARC_END_PX = 8;
const pane = map.getPane('s-labels') ?? map.getContainer();
pane.classList.add('leaflet-zoom-hide');
const leaders = svg('svg', { class: 'leaders', width: 1, height: 1, 'aria-hidden': 'true' });
pane.append(leaders);
/** @type {Label[]} */
const labels = [];
let waiting = 0;
let unsorted = false;
/** All that the labels were last laid by; while that is the same they stay where they are. @type {number[]} */
let laid = [];
/** @type {{key: string, at: L.Point[], radius: number, number: number}} */
let kept = { key: '', at: [], radius: 0, number: 0 };

/**
 * Add a label, hidden at first.
 * @param {LabelSpec} spec @returns {Label}
 */
export const addLabel = (spec) => {
  const { lines, width, height } = written(spec.text, spec.style);
  const node = el('span', { class: `label label-${spec.style} off`, 'aria-hidden': 'true' }, lines);
  const dot = spec.dot ? el('span', { class: 'town-dot off' }) : null;
  const led = spec.along || spec.rank >= LED_RANK;
  const leader = led ? svg('path', { class: `leader leader-${spec.style} off` }) : null;
  pane.append(node);
  if (dot) pane.append(dot);
  if (leader) leaders.append(leader);
  /** @type {Label} */
  const label = { ...spec, node, dot, leader, wanted: false, hidden: true, width, height, number: labels.length };
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
    const { lines, width, height } = written(text, label.style);
    Object.assign(label, { text, width, height });
    label.node.textContent = lines;
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
  kept = { key, at, radius, number: kept.number + 1 };
  placeLabelsSoon();
};

/** @typedef {{of: Label, end: boolean, box: Box}} Arc */
/** What stands in the way of labels, in pixels of the layer. @typedef {{taken: Box[], marks: Box[], arcs: Arc[], named: number, corner: Point, end: Point}} Field */

/** Lay every wanted label anew; called after a paint, a move or a zoom. */
export const placeLabels = () => {
  waiting = 0;
  if (unsorted) labels.sort((a, b) => b.rank - a.rank);
  unsorted = false;
  const size = map.getSize();
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const over = overlays().map((box) => moved(box, [left, top]));
  /** @type {[Label, Point[]][]} */
  const items = [];
  for (const label of labels) {
    const points = label.wanted ? pointsOf(label, size) : [];
    if (points.length === 0) hide(label);
    else items.push([label, points]);
  }
  const wanted = [left, top, size.x, size.y, map.getZoom(), kept.number, ...over.flat()];
  for (const [{ number, width, height, clear = [] }, points] of items) {
    wanted.push(number, width, height, ...clear);
    for (const point of points) wanted.push(point[0], point[1]);
  }
  if (wanted.length === laid.length && wanted.every((value, i) => value === laid[i])) return;
  laid = wanted;
  look();
  /** @type {Field} */
  const field = {
    taken: [...over],
    marks: keptBoxes(),
    arcs: [],
    named: 0,
    corner: [left, top],
    end: [left + size.x, top + size.y],
  };
  for (const [label, points] of items) {
    if (label.clear) field.marks.push(moved(label.clear, points[0]));
    if (label.along) field.arcs.push(...arcsOf(label));
  }
  for (const [label, points] of items) placeOne(label, points, field, over);
};

/** The points of a label's thing that are in sight. @param {Label} label @param {L.Point} size @returns {Point[]} */
function pointsOf(label, size) {
  const spots = label.ats ?? (label.at ? [label.at] : []);
  return spots
    .map((at) => map.latLngToLayerPoint(at))
    .filter((point) => inside(point, size))
    .map(({ x, y }) => [x, y]);
}

/** Small boxes along the lines of a label, larger at their ends, for names to keep off. @param {Label} label @returns {Arc[]} */
function arcsOf(label) {
  /** @type {Arc[]} */
  const boxes = [];
  for (const line of label.along ?? []) {
    let last = L.point(-1e9, -1e9);
    line.forEach((at, i) => {
      const point = map.latLngToLayerPoint(at);
      const end = i === 0 || i === line.length - 1;
      if (!end && point.distanceTo(last) < ARC_STEP_PX) return;
      last = point;
      boxes.push({ of: label, end, box: grown([point.x, point.y, point.x, point.y], end ? ARC_END_PX : 2) });
    });
  }
  return boxes;
}

/** @returns {Box[]} */
function keptBoxes() {
  const origin = map.getPixelOrigin();
  return kept.at.map(({ x, y }) => grown([x - origin.x, y - origin.y, x - origin.x, y - origin.y], kept.radius));
}

/** @param {Label} label */
function hide(label) {
  if (label.hidden) return;
  label.hidden = true;
  for (const node of [label.node, label.dot, label.leader]) node?.classList.add('off');
}

/** Whether a point of the layer is in sight, or close to it. @param {L.Point} point @param {L.Point} size */
function inside(point, size) {
  const seen = map.layerPointToContainerPoint(point);
  return seen.x > -60 && seen.y > -20 && seen.x < size.x + 60 && seen.y < size.y + 20;
}

/**
 * Where a label is written: wholly in sight, on the ground of its thing, and free. A claim's name stands on no line of
 * a claim, and its leader crosses as few of them as may be.
 * @param {Label} label @param {Point[]} points @param {Field} field
 */
function opening(label, points, { taken, marks, arcs, named, corner, end: limit }) {
  const own = sideAt(points[0][0] - corner[0], points[0][1] - corner[1]);
  const lines = label.along ? arcs.filter(({ of, end }) => of !== label || !end).map(({ box }) => box) : [];
  /** @param {Spot} spot */
  const hasRoom = ({ box }) => {
    if (box[0] < corner[0] || box[1] < corner[1] || box[2] > limit[0] || box[3] > limit[1]) return false;
    if (!isOnGround(moved(box, [-corner[0], -corner[1]]), own)) return false;
    return !hits(grown(box, APART_PX), taken) && !hits(box, marks);
  };
  /** @param {Spot} spot @param {Box[]} what */
  const crossed = ({ box, from }, what) => (from ? crossings(box, from, what) : 0);
  /** @param {Spot} spot */
  const inTheWay = (spot) => crossed(spot, taken) + crossed(spot, marks);
  /** @param {Spot} spot */
  const isOpen = (spot) => hasRoom(spot) && inTheWay(spot) === 0;
  if (!label.along) return least(spotsOf(label, points), isOpen, () => 0);
  const others = arcs.filter(({ of }) => of !== label).map(({ box }) => box);
  /** @param {Spot} spot */
  const across = (spot) => crossed(spot, others);
  const open = least(spotsOf(label, points), (spot) => !hits(spot.box, lines) && isOpen(spot), across);
  if (open) return open;
  // Where the lines fill the map, as on a phone, a name lies on one of them, close to its own.
  const close = least(spotsOf(label, points), isOpen, across);
  if (close && (!named || across(close) <= MOST_CROSSED)) return close;
  // The first claim of all is named wherever there is room, and led to past as few marks as may be.
  return named ? undefined : least(spotsOf(label, points), hasRoom, inTheWay);
}

/** @param {Label} label @param {Spot | undefined} spot */
function lead(label, spot) {
  if (!label.leader) return;
  label.leader.classList.toggle('off', !spot?.from);
  if (!spot?.from) return;
  const [x, y] = nearestOf(spot.box, spot.from);
  label.leader.setAttribute('d', `M${spot.from[0]} ${spot.from[1]}L${x} ${y}`);
}

/** @param {Label} label @param {Point[]} points @param {Field} field @param {Box[]} over */
function placeOne(label, points, field, over) {
  label.hidden = false;
  const covered = hits([...points[0], ...points[0]], over);
  const spot = covered && label.rank >= LED_RANK ? undefined : opening(label, points, field);
  label.node.classList.toggle('off', !spot);
  lead(label, spot);
  if (label.dot) {
    const [x, y] = points[0];
    label.dot.classList.toggle('off', covered);
    moveTo(label.dot, L.point(Math.round(x), Math.round(y)));
  }
  if (!spot) return;
  if (label.along) field.named += 1;
  const [x, y] = [Math.round(spot.box[0]), Math.round(spot.box[1])];
  field.taken.push([x, y, x + label.width, y + label.height]);
  const spotKey = x * 1e5 + y;
  if (label.stands === spotKey) return;
  label.stands = spotKey;
  moveTo(label.node, L.point(x, y));
}

map.on('zoomend moveend resize', placeLabelsSoon);
onOverlays(placeLabelsSoon);
