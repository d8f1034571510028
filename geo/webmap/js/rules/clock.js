/** What can be seen on both dates and through the filters, and in which order: the rule of geo/model/asof.py. */
/** @import { AsOf, Dated } from '../types' */
import { byText } from './text.js';

/** Order of two records: by day spoken of, day known, id. @param {Dated} a @param {Dated} b */
export const byClock = (a, b) => a.about - b.about || a.known - b.known || byText(a.id, b.id);

/**
 * Whether a state that is no matter of its date lets a record through: known by then, its side on, its claimant not hidden.
 * @param {Dated} record @param {Omit<AsOf, 'date'>} state
 */
export const isAdmitted = (record, state) =>
  (state.known === null || record.known <= state.known) &&
  state.sides.has(record.side) &&
  !state.hidden.has(record.who);

/** Whether a record is seen in a state: both dates, its side on, its claimant not hidden. @param {Dated} record @param {AsOf} state */
export const isSeen = (record, state) => record.about <= state.date && isAdmitted(record, state);

/**
 * Whether nobody had corrected or withdrawn a claim, or what an advance draws, by the day of knowledge.
 * @param {{until?: number}} record @param {{known: number | null}} state
 */
export const isInEffect = (record, state) =>
  record.until === undefined || (state.known !== null && state.known < record.until);

/**
 * The last seen record of each key, of records in their order; keys in the order in which they were first seen.
 * @template {Dated} R
 * @param {Iterable<R>} records @param {(record: R) => string} key @param {AsOf} state @returns {Map<string, R>}
 */
export function latest(records, key, state) {
  const newest = new Map();
  for (const record of records) if (isSeen(record, state)) newest.set(key(record), record);
  return newest;
}

/** Records that are seen in a state, the newest first. @template {Dated} R @param {R[]} records @param {AsOf} state */
export const newestFirst = (records, state) =>
  records
    .filter((record) => isSeen(record, state))
    .sort(byClock)
    .reverse();

/** Records by id. @template {{id: string}} R @param {Iterable<R>} records @returns {Map<string, R>} */
export const indexed = (records) => new Map(Array.from(records, (record) => [record.id, record]));
