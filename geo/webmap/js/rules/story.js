/** A place's story in short sentences: the rule of geo/analysis/story.py. */
/** @import { EventData, Payload, SettlementData } from '../payload' */
/** @import { AdvanceState, AsOf } from '../types' */
import { byClock, isSeen } from './clock.js';

const MOST_TOLD = 5;

/** @param {number} n @param {string} one */
const counted = (n, one) => `${n} ${n === 1 ? one : `${one}s`}`;

/**
 * Words that say something new of their claimant, in the order of their days.
 * @param {EventData[]} events
 */
function withoutRepeats(events) {
  /** @type {Map<string, string>} */
  const last = new Map();
  return events.filter(({ who, status }) => {
    const isNew = last.get(who) !== status;
    last.set(who, status);
    return isNew;
  });
}

/**
 * How the stories of a case's places are told.
 * @param {Payload} payload @param {(day: number) => string} dayWords "12 August"
 */
export function storyRule(payload, dayWords) {
  /** @param {EventData} event */
  const days = ({ about, known }) => dayWords(about) + (known === about ? '' : `, published ${dayWords(known)}`);

  /** @param {EventData} event */
  const word = (event) => `${event.who}, ${days(event)}: ${payload.words.status[event.status]}`;

  /** @param {EventData[]} events */
  function wordsTold(events) {
    const said = withoutRepeats(events);
    const then = said.slice(1).filter(({ status }) => status !== 'denied');
    const leftOut = new Set(then.length > MOST_TOLD ? then.slice(MOST_TOLD - 1, -1) : []);
    return said.flatMap((event, number) => {
      if (number === 0) return [`First said by ${word(event)}.`];
      if (event.status === 'denied') return [`Denied by ${event.who}, ${days(event)}.`];
      if (!leftOut.has(event)) return [`Then by ${word(event)}.`];
      return event === then[MOST_TOLD - 1] ? [`${counted(leftOut.size, 'more word')} in between.`] : [];
    });
  }

  /** @param {SettlementData} place */
  function where({ at, offsetKm, near }) {
    if (!at || offsetKm === undefined) return ['Its coordinates are not established.'];
    return [`${offsetKm.toFixed(1)} km from the border in a straight line${near ? ', on the near side' : ''}.`];
  }

  /** @param {SettlementData} place @param {Map<string, AdvanceState>} drawn */
  function bands({ id, at }, drawn) {
    const standing = payload.advances.filter((advance) => drawn.get(advance.id)?.bands);
    if (!at || standing.length === 0) return [];
    const order = [...drawn.keys()];
    const sentences = standing
      .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
      .flatMap(({ id: advance, who, about, places }) => {
        const held = places?.[id];
        if (!held) return [];
        const age = drawn.get(advance)?.age ?? 0;
        const old = age ? `, ${counted(age, 'day')} old` : '';
        const surely = !held.endsWith('?');
        const band = surely ? held : held.slice(0, -1);
        return [`${surely ? 'In' : 'Perhaps in'} the ${band} band of ${who}’s claim of ${dayWords(about)}${old}.`];
      });
    return sentences.length ? sentences : ['In no claimed band of this day.'];
  }

  /**
   * Sentences on a place in a state of which `drawn` are the advances.
   * @param {SettlementData} place @param {AsOf} state @param {Map<string, AdvanceState>} drawn @returns {string[]}
   */
  return (place, state, drawn) => {
    const events = payload.events
      .filter((event) => event.settlement === place.id && isSeen(event, state))
      .sort(byClock);
    return [...wordsTold(events), ...where(place), ...bands(place, drawn)];
  };
}
