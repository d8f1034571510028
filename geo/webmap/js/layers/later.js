/** Outlines of what only today's knowledge shows, over the map as it was known on the day of knowledge. */
/** @import { BodyState, State, View } from '../types' */
import { advances, latLngs, map, ringsOf, settlements, zones } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { onlyToday } from '../data/later.js';
import { pathOptions } from './base.js';

const RING_PX = 11;
const group = L.layerGroup().addTo(map);
let drawnFor = '';

/** @param {string} pane */
const options = (pane) => ({ ...pathOptions(pane, 'only-today'), fill: false });

/** @param {number[][][]} shape */
const outline = (shape) =>
  L.polygon(
    shape.map((rings) => rings.map(latLngs)),
    options('reach'),
  );

/** @param {BodyState} found @returns {L.Path[]} */
const ofBody = ({ body: { bands } }) =>
  bands ? [L.polygon(ringsOf(bands.outer ?? bands.inner), options('reach'))] : [];

/** The outline of an advance that goes into no body: its outer band, or where it has none the line at its depth. @param {string} id @returns {L.Path[]} */
function ofAdvance(id) {
  const advance = advances.get(id);
  if (advance?.bands?.outer && !advance.inBody) return [L.polygon(ringsOf(advance.bands.outer), options('reach'))];
  return advance?.depthLine ? [L.polyline(advance.depthLine.map(latLngs), options('reach'))] : [];
}

/** @param {string} id @returns {L.Path[]} */
function ofPlace(id) {
  const at = settlements.get(id)?.at;
  return at ? [L.circleMarker([at[1], at[0]], { ...options('places'), radius: RING_PX })] : [];
}

/** @param {string} id @returns {L.Path[]} */
function ofZone(id) {
  const shape = zones.get(id)?.shape;
  return shape ? [outline(shape)] : [];
}

/** @param {State} state @param {View} view */
function draw(state, view) {
  const found = onlyToday(state, view);
  group.clearLayers();
  for (const shape of [
    ...found.zones.flatMap(ofZone),
    ...found.bodies.flatMap(([, body]) => ofBody(body)),
    ...found.advances.flatMap(ofAdvance),
    ...found.places.flatMap(ofPlace),
  ]) {
    group.addLayer(shape);
  }
}

onPaint((state, view) => {
  const { date, known, sides, hidden, layers, bodies } = state;
  const wanted = known === null ? '' : JSON.stringify([date, known, bodies, [...sides], [...hidden], [...layers]]);
  if (wanted === drawnFor) return;
  drawnFor = wanted;
  draw(state, view);
});
