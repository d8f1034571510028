/** Which claimed advances are drawn on a day: the rule of geo/analysis/reconstruction.py. */
/** @import { AdvanceData } from '../payload' */
/** @import { AdvanceState, AsOf } from '../types' */
import { byClock, isInEffect, latest } from './clock.js';

/**
 * A claimant's newest advance is drawn; a depth without a width leaves the map when its line does.
 * @param {AdvanceData[]} advances @param {number} depthLineDays
 * @returns {(state: AsOf) => Map<string, AdvanceState>} advances to draw, by id
 */
export function advanceRule(advances, depthLineDays) {
  const sorted = [...advances].sort(byClock);
  return (state) => {
    const drawn = new Map();
    const inEffect = sorted.filter((advance) => isInEffect(advance, state));
    for (const { id, about, width } of latest(inEffect, ({ who }) => who, state).values()) {
      const age = state.date - about;
      const [depthLine, bands] = [age <= depthLineDays, width !== undefined];
      if (bands || depthLine) drawn.set(id, { age, depthLine, bands });
    }
    return drawn;
  };
}
