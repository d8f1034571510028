/** What is in force in each evacuation zone on a day: the rule of geo/model/evacuation.py. */
/** @import { OrderData, OrderKind } from '../payload' */
/** @import { AsOf, ZoneState } from '../types' */
import { byText } from './text.js';
import { byClock, isSeen, latest } from './clock.js';

/**
 * Order of two orders; of one day, known on one day, that for the whole zone is the newer.
 * @param {OrderData} a @param {OrderData} b
 */
const newestLast = (a, b) =>
  a.about - b.about || a.known - b.known || Number(a.scope === 'whole') - Number(b.scope === 'whole') || byClock(a, b);

/** What two orders have in common that carry one statement: its root, and all that they say by it. @param {OrderData} order */
const statementOf = ({ id, root, zone, who, kind, scope, scopeNote, settlements, modality, about, end }) =>
  JSON.stringify([root ?? id, zone, who, kind, scope, scopeNote, settlements, modality, about, end]);

/**
 * The strictest word in force is a zone's state.
 * @param {OrderData[]} orders @param {OrderKind[]} strictness from the most to the least binding
 * @returns {(state: AsOf) => Map<string, ZoneState>} zones with a word in force, by id
 */
export function zoneRule(orders, strictness) {
  const oldestFirst = [...orders].sort(byClock);
  const replacing = [...orders].sort(newestLast);
  const statements = new Map(orders.map((order) => [order, statementOf(order)]));

  /** The strictest first, then for the whole zone, the newest, the first known. @param {OrderData} a @param {OrderData} b */
  const strictestFirst = (a, b) =>
    strictness.indexOf(a.kind) - strictness.indexOf(b.kind) ||
    Number(a.scope === 'part') - Number(b.scope === 'part') ||
    b.about - a.about ||
    a.known - b.known ||
    byText(a.id, b.id);

  /** The first publication of each statement that is seen: that is when it was known, so it stands for the others. @param {AsOf} state */
  function firstPublications(state) {
    /** @type {Map<string | undefined, OrderData>} */
    const first = new Map();
    for (const order of oldestFirst) {
      const statement = statements.get(order);
      if (!first.has(statement) && isSeen(order, state)) first.set(statement, order);
    }
    return first;
  }

  /**
   * A claimant's newest order of a kind about a zone takes the place of the one before it, and leaves none when it ends.
   * @param {AsOf} state @returns {Map<string, OrderData[]>}
   */
  function wordsInForce(state) {
    const first = firstPublications(state);
    const words = new Map();
    for (const order of latest(replacing, ({ zone, kind, who }) => `${zone} ${kind} ${who}`, state).values()) {
      if (order.end !== undefined && order.end < state.date) continue;
      if (!words.has(order.zone)) words.set(order.zone, []);
      words.get(order.zone).push(first.get(statements.get(order)));
    }
    return words;
  }

  return (state) => {
    const zones = new Map();
    for (const [id, said] of wordsInForce(state)) {
      const words = said.sort(strictestFirst);
      const [{ kind, scope, about }] = words;
      const conflicting =
        words.some((word) => word.kind === 'no_order') && words.some((word) => word.kind === 'mandatory');
      zones.set(id, { kind, scope, age: state.date - about, conflicting, words });
    }
    return zones;
  };
}
