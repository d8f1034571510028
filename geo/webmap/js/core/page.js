/** What the page brings along: the case's data, the map that folium made, and both made easy to use. */
/** @import { DocumentPayload } from '../payload' */
/** @import { State, View } from '../types' */
import { calendar } from '../rules/calendar.js';
import { indexed } from '../rules/clock.js';
import { selectionOf } from '../rules/selection.js';
import { byId } from './dom.js';

/** @type {DocumentPayload} */
export const payload = JSON.parse(byId('salient-data').textContent ?? '');
export const map = map_salient;
export const isFramed = window.parent !== window;
export const isHosted = payload.hosted;

export const { iso, dayOf, dayNumber, longDate, mediumDate, shortDate, isMonthStart, clamp } = calendar(payload);
export const { tracks, placeSlots, advancesOn, bodiesOn, viewOn } = selectionOf(payload);

export const claims = indexed(payload.claims);
export const settlements = indexed(payload.settlements);
export const zones = indexed(payload.zones);
export const advances = indexed(payload.advances);
/** Every speaker's first body: whose they are, in their order. */
export const speakers = new Map([...payload.bodies].reverse().map((body) => [body.id, body]));

/**
 * What is shown: the state, and what is in effect in it.
 * @type {{state: State, view: View}}
 */
export const store = {
  state: {
    date: payload.on,
    known: payload.knownOn,
    layers: new Set(Object.keys(payload.layerNames)),
    sides: new Set(Object.keys(payload.words.side)),
    hidden: new Set(),
    hiddenFronts: new Set(),
    compare: null,
    curve: Object.keys(payload.curves)[0],
    bodies: Object.keys(payload.bodyChoices)[0],
    selected: null,
  },
  view: {
    advances: new Map(),
    bodies: new Map(),
    places: new Map(),
    placesOnMap: 0,
    zones: new Map(),
    fronts: new Map(),
  },
};

/**
 * Decode a line of integer differences into Leaflet's [lat, lon] pairs.
 * @param {number[]} line @returns {[number, number][]}
 */
export function latLngs(line) {
  /** @type {[number, number][]} */
  const points = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < line.length; i += 2) {
    x += line[i];
    y += line[i + 1];
    points.push([y / 1e5, x / 1e5]);
  }
  return points;
}

/** The payload's arcs as pairs, each decoded when it is first asked for. @type {[number, number][][]} */
const arcs = [];

/**
 * The rings of a band as Leaflet's [lat, lon] pairs.
 * @param {number[][]} rings the numbers of the arcs along each @returns {[number, number][][]}
 */
export const ringsOf = (rings) =>
  rings.map((ring) => ring.flatMap((arc) => (arcs[arc] ??= latLngs(payload.arcs[arc])).slice(1)));
