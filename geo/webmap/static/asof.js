/**
 * What stands on a day, as known on a day: the rule of geo/model/asof.py, in the browser.
 *
 * A record is seen when it speaks of a day up to `date` and was known by `known` (null: today). Of the records of one
 * series the last by (about, known, id) holds.
 */
((S) => {
  'use strict';

  const REACH_DAYS = S.data.reachDays;
  const HELD = new Set(S.data.held);
  const STRICTNESS = S.data.strictness;

  /** Order of two records: by day spoken of, day known, id. */
  function byClock(a, b) {
    return a.about - b.about || a.known - b.known || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  }

  /** The same of two orders; of one day, known on one day, that for the whole zone is the newer, as geo/model/evacuation.py has it. */
  function byClockAndScope(a, b) {
    return a.about - b.about || a.known - b.known || (a.scope === 'whole') - (b.scope === 'whole') || byClock(a, b);
  }

  /** Records grouped by a key, each group oldest first. */
  function grouped(records, key, order = byClock) {
    const groups = new Map();
    for (const record of [...records].sort(order)) {
      const name = key(record);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(record);
    }
    return groups;
  }

  const claimant = (record) => record.who;
  const series = {
    advances: grouped(S.data.advances, claimant),
    events: grouped(S.data.events, (event) => event.settlement),
    orders: grouped(S.data.orders, (order) => order.zone, byClockAndScope),
  };

  /** Whether a state that is no matter of its date lets a record through: known by then, its side on, its claimant not hidden. */
  S.admitted = (record, state) =>
    (state.known === null || record.known <= state.known) &&
    state.sides.has(record.side) &&
    !state.hidden.has(record.who);

  /** Whether a record is seen in a state: both clocks, its side on, its claimant not hidden. */
  S.seen = (record, state) => record.about <= state.date && S.admitted(record, state);

  /** The latest seen record of each series in a group, oldest first. */
  function latest(records, key, state) {
    const newest = new Map();
    for (const record of records) if (S.seen(record, state)) newest.set(key(record), record);
    return [...newest.values()].sort(byClock);
  }

  /** Whether nobody had corrected or withdrawn a claim, or what an advance draws, by the day of knowledge. */
  S.stands = (record, state) => record.until === undefined || (state.known !== null && state.known < record.until);

  /** Advances to draw, by id: age in days; whether its line at the claimed distance is still shown. */
  S.advancesOn = (state) => {
    const drawn = new Map();
    for (const records of series.advances.values()) {
      const advance = latest(records.filter((a) => S.stands(a, state)), claimant, state).pop();
      if (!advance) continue;
      const age = state.date - advance.about;
      const reach = age <= REACH_DAYS;
      if (advance.outer || reach) drawn.set(advance.id, { age, reach, bands: Boolean(advance.outer) });
    }
    return drawn;
  };

  /** Whether a hold is denied outright, or claimed on the day of a loss or after it. @param {Object[]} words */
  function disputed(words) {
    const days = (status) => words.filter((w) => w.status === status).map((w) => w.about);
    const held = words.filter((w) => HELD.has(w.status)).map((w) => w.about);
    const lost = days('lost');
    return held.length > 0 && (days('denied').length > 0 || (lost.length > 0 && Math.max(...held) >= Math.min(...lost)));
  }

  /** How one place stands, and for which days that holds as long as the filters stay: from `from` until before `until`. */
  function standingOf(records, state) {
    const words = latest(records, claimant, state);
    const ahead = records.find((record) => record.about > state.date);
    const last = words[words.length - 1];
    const behind = records.findLast((record) => record.about <= state.date);
    const span = { from: behind ? behind.about : -Infinity, until: ahead ? ahead.about : Infinity };
    return last ? { ...span, status: last.status, side: last.side, about: last.about, age: 0, disputed: disputed(words), words } : { ...span, words };
  }

  /** How each place stands, by id: `standing` is null before the first word. What holds is kept until it no longer does. */
  S.standings = new Map([...series.events].map(([id, records]) => [id, { id, records, found: null, standing: null }]));
  const slots = [...S.standings.values()];
  const kept = { filter: '', places: new Map(), onMap: 0 };

  function stand(slot, found) {
    const before = slot.standing;
    slot.found = found;
    slot.standing = found.words.length > 0 ? found : null;
    if (slot.standing) kept.places.set(slot.id, found);
    else kept.places.delete(slot.id);
    if (S.settlements.get(slot.id)?.at) kept.onMap += Boolean(slot.standing) - Boolean(before);
  }

  /**
   * Places with a word about them, by id: the latest word, every claimant's last word, whether they disagree. From one
   * day to the next few places change, so only those are looked at again.
   */
  function placesOf(state) {
    const filter = JSON.stringify([state.known, [...state.sides], [...state.hidden]]);
    const anew = filter !== kept.filter;
    kept.filter = filter;
    for (const slot of slots) {
      const { found } = slot;
      if (anew || state.date < found.from || state.date >= found.until) stand(slot, standingOf(slot.records, state));
      slot.found.age = state.date - slot.found.about;
    }
    return { places: kept.places, placesOnMap: kept.onMap };
  }

  /** Order of two words about a zone: the strictest first, then for the whole zone, the newest, the first known. */
  function strictestFirst(a, b) {
    return (
      STRICTNESS.indexOf(a.kind) - STRICTNESS.indexOf(b.kind) ||
      (a.scope === 'part') - (b.scope === 'part') ||
      b.about - a.about ||
      a.known - b.known ||
      (a.id < b.id ? -1 : 1)
    );
  }

  /** Zones with a word in force, by id: a claimant's newest order of a kind stands until its end; the strictest is the state. */
  function zonesOf(state) {
    const zones = new Map();
    const key = (order) => `${order.kind} ${order.who}`;
    for (const [id, records] of series.orders) {
      const inForce = (order) => order.end === undefined || order.end >= state.date;
      const words = latest(records, key, state).filter(inForce).sort(strictestFirst);
      if (words.length === 0) continue;
      const [{ kind, scope, about }] = words;
      const conflicting = words.some((w) => w.kind === 'no_order') && words.some((w) => w.kind === 'mandatory');
      zones.set(id, { kind, scope, age: state.date - about, conflicting, words });
    }
    return zones;
  }

  /**
   * Everything that stands in a state.
   * @returns {{advances: Map, places: Map, placesOnMap: number, zones: Map, fronts: Map}}
   */
  S.view = (state) => ({ advances: S.advancesOn(state), ...placesOf(state), zones: zonesOf(state), fronts: S.frontsOn(state) });
})(Salient);
