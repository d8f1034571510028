/** What today's knowledge of the day shows that the day of knowledge does not, for the list and for the map. */
/** @import { Later, PlaceState, State, View, ZoneState } from '../types' */
import { idsWithGround, isOtherGround } from '../rules/bodies.js';
import { laterRule } from '../rules/later.js';
import { advances, bodiesOn, payload, tracks } from '../core/page.js';
import { otherView } from './other_view.js';

/** @type {ReturnType<typeof laterRule> | null} */
let rule = null;

/** The statements that the two clocks show differently, by the filters. @param {State} state @returns {Later[]} */
export function laterOn(state) {
  if (state.known === null) return [];
  rule ??= laterRule(payload, tracks.values());
  return rule(state, (track) => state.layers.has('fronts') && !state.hiddenFronts.has(track.id));
}

/** @param {PlaceState | undefined} then @param {PlaceState} now */
const placeDiffers = (then, now) =>
  !then || then.status !== now.status || then.side !== now.side || then.disputed !== now.disputed;
/** @param {ZoneState | undefined} then @param {ZoneState} now */
const zoneDiffers = (then, now) =>
  !then || then.kind !== now.kind || then.scope !== now.scope || then.conflicting !== now.conflicting;

/**
 * Ids of the advances that are drawn only by today's knowledge: what goes into a body is the body's.
 * @param {View['advances']} then @param {View['advances']} now @param {Set<string>} inBodies
 */
const advancesToday = (then, now, inBodies) =>
  [...now.keys()].filter((id) => !then.has(id) && !inBodies.has(advances.get(id)?.depth ?? ''));

/** A speaker's body that is on the map. @param {View} then @param {string} id */
function shownThen({ bodies }, id) {
  const found = bodies.get(id);
  return found?.shown ? found : undefined;
}

/**
 * The bodies, and ids of the advances, places and zones, that are on the map, or look otherwise, only by today's knowledge.
 * @param {State} state @param {View} then what the day of knowledge shows
 */
export function onlyToday(state, then) {
  if (state.known === null) return { bodies: [], advances: [], places: [], zones: [] };
  const asToday = { ...state, known: null };
  const today = otherView(asToday);
  const bodies = [...bodiesOn(asToday)].filter(([, { shown }]) => shown);
  const { layers } = state;
  return {
    bodies: layers.has('advances') ? bodies.filter(([id, now]) => isOtherGround(shownThen(then, id), now)) : [],
    advances: layers.has('advances')
      ? advancesToday(then.advances, today.advances, idsWithGround(bodies.map(([, found]) => found)))
      : [],
    places: layers.has('places')
      ? [...today.places].filter(([id, now]) => placeDiffers(then.places.get(id), now)).map(([id]) => id)
      : [],
    zones: layers.has('zones')
      ? [...today.zones].filter(([id, now]) => zoneDiffers(then.zones.get(id), now)).map(([id]) => id)
      : [],
  };
}
