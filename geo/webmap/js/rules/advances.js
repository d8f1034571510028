/** Which claimed advances are drawn on a day: the rule of geo/analysis/reconstruction.py. */
/** @import { AdvanceData, AgesData } from '../payload' */
/** @import { AdvanceState, AsOf } from '../types' */
import { ageState } from './bodies.js';
import { byClock, isInEffect, latest } from './clock.js';

/**
 * A claimant's newest advance is drawn; a depth without a width leaves the map when it has faded, bands when they ended.
 * @param {AdvanceData[]} advances @param {AgesData} ages
 * @returns {(state: AsOf) => Map<string, AdvanceState>} advances to draw, by id
 */
export function advanceRule(advances, ages) {
  const sorted = [...advances].sort(byClock);
  return (asOf) => {
    const drawn = new Map();
    const inEffect = sorted.filter((advance) => isInEffect(advance, asOf));
    for (const { id, about, width } of latest(inEffect, ({ who }) => who, asOf).values()) {
      const age = asOf.date - about;
      const state = ageState(ages, age);
      const bands = width !== undefined;
      if (bands ? state !== 'ended' : state === 'fresh') drawn.set(id, { age, state, bands });
    }
    return drawn;
  };
}
