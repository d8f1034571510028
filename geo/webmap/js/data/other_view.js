/** What another state than the present one shows: by rules of its own, so that what is kept for the present one stays. */
/** @import { AsOf, View } from '../types' */
import { advanceRule } from '../rules/advances.js';
import { placeRule } from '../rules/places.js';
import { zoneRule } from '../rules/zones.js';
import { payload, settlements } from '../core/page.js';

/** @typedef {Pick<View, 'advances' | 'places' | 'placesOnMap' | 'zones'>} OtherView */

/** @type {((state: AsOf) => OtherView) | null} */
let rule = null;

/** @returns {(state: AsOf) => OtherView} */
function made() {
  const advancesOn = advanceRule(payload.advances, payload.ages);
  const zonesOn = zoneRule(payload.orders, payload.strictness);
  const { placesOn } = placeRule(payload.events, payload.hands, (id) => Boolean(settlements.get(id)?.at));
  return (state) => ({ advances: advancesOn(state), ...placesOn(state), zones: zonesOn(state) });
}

/** What is in effect in another state; the rules are made when first asked. @param {AsOf} state */
export function otherView(state) {
  rule ??= made();
  return rule(state);
}
