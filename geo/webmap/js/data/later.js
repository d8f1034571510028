/** What today's knowledge of the day shows that the day of knowledge does not, for the list and for the map. */
/** @import { Later, PlaceState, State, View, ZoneState } from '../types' */
import { laterRule } from '../rules/later.js';
import { payload, tracks } from '../core/page.js';
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
 * Ids of the advances, places and zones that are on the map, or look otherwise, only by today's knowledge.
 * @param {State} state @param {View} then what the day of knowledge shows
 */
export function onlyToday(state, then) {
  if (state.known === null) return { advances: [], places: [], zones: [] };
  const today = otherView({ ...state, known: null });
  const { layers } = state;
  return {
    advances: layers.has('advances') ? [...today.advances.keys()].filter((id) => !then.advances.has(id)) : [],
    places: layers.has('places')
      ? [...today.places].filter(([id, now]) => placeDiffers(then.places.get(id), now)).map(([id]) => id)
      : [],
    zones: layers.has('zones')
      ? [...today.zones].filter(([id, now]) => zoneDiffers(then.zones.get(id), now)).map(([id]) => id)
      : [],
  };
}
