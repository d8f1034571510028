/** What is said of each place on a day: the rule of geo/model/places.py. */
/** @import { EventData, Hands, Side, Status } from '../payload' */
/** @import { AsOf, PlaceSlot, PlaceState } from '../types' */
import { byClock, latest } from './clock.js';

/** In the order of geo/model/claims.py. @type {Side[]} */
export const SIDES = ['ukraine', 'russia', 'independent'];

/**
 * Records by place, each group oldest first.
 * @param {EventData[]} events @returns {Map<string, EventData[]>}
 */
function grouped(events) {
  const groups = new Map();
  for (const event of [...events].sort(byClock)) {
    if (!groups.has(event.settlement)) groups.set(event.settlement, []);
    groups.get(event.settlement).push(event);
  }
  return groups;
}

/**
 * Places with a word about them: the latest word, every claimant's last word, whether they disagree. From one day to
 * the next few places change, so only those are looked at again; what holds is kept until it no longer does.
 * @param {EventData[]} events @param {Record<Status, Hands>} hands @param {(id: string) => boolean} isOnMap
 */
export function placeRule(events, hands, isOnMap) {
  /** @type {PlaceSlot[]} */
  const slots = [...grouped(events)].map(([id, records]) => ({ id, records, found: null, inEffect: null }));
  /** @type {Map<string, PlaceState>} */
  const places = new Map();
  let filter = '';
  let placesOnMap = 0;

  /** Whether a hold is denied outright, or claimed on the day of a loss or after it. @param {EventData[]} words */
  function isDisputed(words) {
    const holds = words.filter((word) => hands[word.status] !== 'defending').map((word) => word.about);
    const losses = words.filter((word) => word.status === 'lost').map((word) => word.about);
    const isDenied = words.some((word) => word.status === 'denied');
    return holds.length > 0 && (isDenied || (losses.length > 0 && Math.max(...holds) >= Math.min(...losses)));
  }

  /** The sides by whose latest words it is in the hands that a status puts it in. @param {EventData[]} words @param {Status} status */
  const saidBy = (words, status) =>
    SIDES.filter((side) => words.some((word) => word.side === side && hands[word.status] === hands[status]));

  /**
   * How one place stands, and for which days that holds as long as the filters stay.
   * @param {EventData[]} records @param {AsOf} state @returns {PlaceState}
   */
  function stateOf(records, state) {
    const words = [...latest(records, ({ who }) => who, state).values()].sort(byClock);
    const ahead = records.find((record) => record.about > state.date);
    const behind = records.findLast((record) => record.about <= state.date);
    const { status, side, about } = words.at(-1) ?? records[0];
    const span = { from: behind ? behind.about : -Infinity, until: ahead ? ahead.about : Infinity };
    return { ...span, status, side, about, age: 0, disputed: isDisputed(words), saidBy: saidBy(words, status), words };
  }

  /** @param {PlaceSlot} slot @param {PlaceState} found */
  function take(slot, found) {
    const before = slot.inEffect;
    slot.found = found;
    slot.inEffect = found.words.length > 0 ? found : null;
    if (slot.inEffect) places.set(slot.id, found);
    else places.delete(slot.id);
    if (isOnMap(slot.id)) placesOnMap += Number(Boolean(slot.inEffect)) - Number(Boolean(before));
  }

  /** Places that somebody has spoken of in a state, by id. @param {AsOf} state */
  function placesOn(state) {
    const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden]]);
    const anew = wanted !== filter;
    filter = wanted;
    for (const slot of slots) {
      let { found } = slot;
      if (anew || found === null || state.date < found.from || state.date >= found.until) {
        found = stateOf(slot.records, state);
        take(slot, found);
      }
      found.age = state.date - found.about;
    }
    return { places, placesOnMap };
  }

  return { slots: new Map(slots.map((slot) => [slot.id, slot])), placesOn };
}
