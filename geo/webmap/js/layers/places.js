/**
 * Which places have a mark: those that stand and are in sight; where they are too many, those in one spot share one.
 * Marks are made when a place is first in sight, so that ten thousand places cost no more than those on the screen.
 */
/** @import { SettlementData, Side } from '../payload' */
/** @import { PlaceSlot } from '../types' */
import { map, payload, placeSlots, store } from '../core/page.js';
import { highlighted, onPaint } from '../core/state.js';
import { baseLabels, pathOptions } from './base.js';
import { addLabel, setLabel } from './labels.js';
import { showCrowds } from './place_crowds.js';
import { paintMark, placeMark } from './place_marks.js';

/** @typedef {SettlementData & {at: number[]}} PlacedSettlement */
/** @typedef {{count: number, disputed: boolean, last: InSight | null, sides: Partial<Record<Side, number>>}} Together */
/** @typedef {Together & {spot: {x: number, y: number}, at: L.Point}} Cell */
/** @typedef {{place: PlacedSettlement, slot: PlaceSlot, cell: Cell, name: string}} InSight */

/** So many places in sight have a mark each; of more, those in one spot share one. */
export const MOST_ALONE = 250;
const CELL_PX = 58;
const AROUND = 0.15;
const CIRCLE_FROM_PX = 14;
/** @returns {Together} */
const NOBODY = () => ({ count: 0, disputed: false, last: null, sides: {} });
/** @type {Map<string, ReturnType<typeof placeMark>>} */
const marks = new Map();
/** @type {Map<string, L.Circle>} */
const circles = new Map();
/** @type {Map<string, PlacedSettlement>} */
let shown = new Map();
let waiting = 0;
/** @type {{places: InSight[], cells: Cell[]} | null} */
let sight = null;

/** The more was said of a place and the more people lived there, the sooner its name is written; towns before all. */
const rank = (() => {
  /** @type {Map<string, number>} */
  const said = new Map();
  for (const { settlement } of payload.events) said.set(settlement, (said.get(settlement) ?? 0) + 1);
  const seats = new Set(baseLabels.map((base) => base.name));
  /** @param {SettlementData} place */
  const people = (place) => Math.min(40 * Math.log10(1 + (place.population ?? 0)), 200);
  /** @param {SettlementData} place */
  return (place) => 200 + Math.min(said.get(place.id) ?? 0, 90) + people(place) + (seats.has(place.name) ? 800 : 0);
})();

const towns = baseLabels.map((base) => ({
  base,
  label: addLabel({
    at: base.at,
    text: base.name,
    rank: base.seat ? 980 : 990,
    style: 'town',
    anchor: 'side',
    dot: true,
    clear: [-3, -3, 3, 3],
  }),
}));

for (const { name, at } of payload.grounds.names) {
  const label = addLabel({
    at: [at[1], at[0]],
    text: name.toUpperCase(),
    rank: 10,
    style: 'country',
    anchor: 'center',
  });
  setLabel(label, true, label.text);
}

/** Every place that is ever spoken of, on the square world of zoom 0, 256 pixels wide: projected once. */
const worlds = payload.settlements.flatMap((place) => {
  const slot = placeSlots.get(place.id);
  if (!place.at || !slot) return [];
  return [{ place: { ...place, at: place.at }, slot, world: map.project([place.at[1], place.at[0]], 0) }];
});

/** Places in sight, or nearly, each with its cell of the screen; anew when the map moves. */
function look() {
  const bounds = map.getBounds().pad(AROUND);
  const [south, west, north, east] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  const scale = 2 ** map.getZoom() / CELL_PX;
  /** @type {Map<number, Cell>} */
  const cells = new Map();
  /** @type {InSight[]} */
  const places = [];
  for (const { place, slot, world } of worlds) {
    const [lon, lat] = place.at;
    if (lon < west || lon > east || lat < south || lat > north) continue;
    const spot = { x: Math.floor(world.x * scale), y: Math.floor(world.y * scale) };
    const key = spot.x * 1e7 + spot.y;
    const cell = cells.get(key) ?? { spot, at: L.point(spot.x + 0.5, spot.y + 0.5).multiplyBy(CELL_PX), ...NOBODY() };
    cells.set(key, cell);
    places.push({ place, slot, cell, name: `settlement:${place.id}` });
  }
  // In the order of their spots, so that from day to day a shared mark stays where it is.
  const ordered = [...cells.values()].sort((a, b) => a.spot.y - b.spot.y || a.spot.x - b.spot.x);
  return { places, cells: ordered };
}

/**
 * Places alone in their cell, and the cells with several; what is selected always stands alone.
 * @param {{places: InSight[], cells: Cell[]}} within @param {Set<string>} lit
 */
function sorted({ places, cells }, lit) {
  for (const cell of cells) Object.assign(cell, NOBODY());
  const inEffect = places.filter(({ slot }) => slot.inEffect);
  if (inEffect.length <= MOST_ALONE) return { alone: inEffect, crowded: [] };
  const alone = [];
  for (const one of inEffect) {
    if (lit.has(one.name)) alone.push(one);
    else join(one.cell, one);
  }
  for (const cell of cells) if (cell.count === 1 && cell.last) alone.push(cell.last);
  return { alone, crowded: cells.filter((cell) => cell.count > 1) };
}

/** @param {Cell} cell @param {InSight} one */
function join(cell, one) {
  if (!one.slot.inEffect) return;
  const { side, disputed } = one.slot.inEffect;
  cell.count += 1;
  cell.last = one;
  cell.disputed ||= disputed;
  cell.sides[side] = (cell.sides[side] ?? 0) + 1;
}

/** How far off a point may be, drawn once that is wider than its mark. @param {InSight[]} alone */
function showCircles(alone) {
  const metres = (40075016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180)) / 2 ** (map.getZoom() + 8);
  const wide = alone.filter(({ place }) => (place.precision ?? 0) / metres >= CIRCLE_FROM_PX);
  const wanted = new Map(wide.map(({ place }) => [place.id, place]));
  for (const [id, circle] of circles) {
    if (wanted.has(id)) continue;
    circle.remove();
    circles.delete(id);
  }
  for (const [id, place] of wanted) {
    if (circles.has(id)) continue;
    const circle = L.circle([place.at[1], place.at[0]], {
      ...pathOptions('reach', 'precision'),
      radius: place.precision ?? 0,
    });
    circles.set(id, circle.addTo(map));
  }
}

/** The mark of a place, made when it is first wanted. @param {PlacedSettlement} place */
function markOf(place) {
  const mark = marks.get(place.id) ?? placeMark(place, rank(place));
  marks.set(place.id, mark);
  return mark;
}

/**
 * The places with a mark of their own whose middle is within reach of a point of the map's container, the nearest first.
 * @param {L.Point} at @param {number} reach pixels
 */
export function placesNear(at, reach) {
  return [...shown.values()]
    .map((place) => ({ place, px: map.latLngToContainerPoint([place.at[1], place.at[0]]).distanceTo(at) }))
    .filter(({ px }) => px <= reach)
    .sort((a, b) => a.px - b.px);
}

function arrange() {
  waiting = 0;
  const { state } = store;
  const lit = highlighted();
  sight ??= look();
  const { alone, crowded } = state.layers.has('places') ? sorted(sight, lit) : { alone: [], crowded: [] };
  /** @type {typeof shown} */
  const now = new Map();
  for (const { place, slot } of alone) {
    paintMark(markOf(place), slot.inEffect, lit);
    now.set(place.id, place);
  }
  for (const [id, place] of shown) if (!now.has(id)) paintMark(markOf(place), null, lit);
  shown = now;
  showCrowds(crowded);
  showCircles(alone);
  const written = new Set(Array.from(now.values(), (place) => place.name));
  for (const { base, label } of towns) setLabel(label, state.layers.has('towns') && !written.has(base.name), base.name);
}

onPaint(arrange);
map.on('moveend zoomend resize', () => {
  sight = null;
  if (!waiting) waiting = requestAnimationFrame(arrange);
});
