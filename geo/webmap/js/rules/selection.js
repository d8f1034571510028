/** Everything that is in effect on a day, as known on a day: the rules of all layers together. */
/** @import { Payload } from '../payload' */
/** @import { AsOf, View } from '../types' */
import { advanceRule } from './advances.js';
import { bodyRule } from './bodies.js';
import { frontsOn, tracksOf } from './fronts.js';
import { placeRule } from './places.js';
import { zoneRule } from './zones.js';

/** The rules of a case. @param {Payload} payload */
export function selectionOf(payload) {
  const onMap = new Set(payload.settlements.filter((place) => place.at).map((place) => place.id));
  const tracks = tracksOf(payload.fronts, payload.ages);
  const advancesOn = advanceRule(payload.advances, payload.ages);
  const bodiesOn = bodyRule(payload.bodies, payload.ages);
  const zonesOn = zoneRule(payload.orders, payload.strictness);
  const { slots, placesOn } = placeRule(payload.events, payload.hands, (id) => onMap.has(id));

  /** @param {AsOf} state @returns {View} */
  const viewOn = (state) => ({
    advances: advancesOn(state),
    bodies: bodiesOn(state),
    ...placesOn(state),
    zones: zonesOn(state),
    fronts: frontsOn(tracks, state),
  });

  return { tracks, placeSlots: slots, advancesOn, bodiesOn, viewOn };
}
