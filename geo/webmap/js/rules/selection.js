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
    return a.about - b.about || a.known - b.known || S.byText(a.id, b.id);
  }

  /** The same of two orders; of one day, known on one day, that for the whole zone is the newer, as geo/model/evacuation.py has it. */
  function byClockAndScope(a, b) {
    return a.about - b.about || a.known - b.known || (a.scope === 'whole') - (b.scope === 'whole') || byClock(a, b);
  }

  /** Records grouped by a key, each group oldest first. */
  function grouped(records, key) {
    const groups = new Map();
    for (const record of [...records].sort(byClock)) {
      const name = key(record);
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(record);
    }
    return groups;
  }

  const claimant = (record) => record.who;
  const advances = [...S.data.advances].sort(byClock);
  const events = grouped(S.data.events, (event) => event.settlement);
  const orders = { oldestFirst: [...S.data.orders].sort(byClock), newestLast: [...S.data.orders].sort(byClockAndScope) };

  /** What two orders have in common that carry one statement: its root, and all that they say by it. */
  const statements = new Map(S.data.orders.map((order) => [order, JSON.stringify([
    order.root ?? order.id, order.zone, order.who, order.kind, order.scope, order.scopeNote, order.settlements, order.modality, order.about, order.end,
  ])]));

  /** Whether a state that is no matter of its date lets a record through: known by then, its side on, its claimant not hidden. */
  S.admitted = (record, state) =>
    (state.known === null || record.known <= state.known) &&
    state.sides.has(record.side) &&
    !state.hidden.has(record.who);

  /** Whether a record is seen in a state: both clocks, its side on, its claimant not hidden. */
  S.seen = (record, state) => record.about <= state.date && S.admitted(record, state);

  /** Records that are seen in a state, the newest first. @param {Object[]} records @param {Object} state */
  S.newestFirst = (records, state) => records.filter((record) => S.seen(record, state)).sort(byClock).reverse();

  /** The last seen record of each key, of records in their order; keys in the order in which they were first seen. */
  function latest(records, key, state) {
    const newest = new Map();
    for (const record of records) if (S.seen(record, state)) newest.set(key(record), record);
    return newest;
  }

  /** Whether nobody had corrected or withdrawn a claim, or what an advance draws, by the day of knowledge. */
  S.stands = (record, state) => record.until === undefined || (state.known !== null && state.known < record.until);

  /**
   * Advances to draw, by id: age in days; whether its line at the claimed distance is still shown. A claimant's newest
   * is drawn; a depth without a width leaves the map when its line does.
   */
  S.advancesOn = (state) => {
    const drawn = new Map();
    for (const advance of latest(advances.filter((a) => S.stands(a, state)), claimant, state).values()) {
      const age = state.date - advance.about;
      const [reach, bands] = [age <= REACH_DAYS, advance.width !== undefined];
      if (bands || reach) drawn.set(advance.id, { age, reach, bands });
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
    const words = [...latest(records, claimant, state).values()].sort(byClock);
    const ahead = records.find((record) => record.about > state.date);
    const last = words[words.length - 1];
    const behind = records.findLast((record) => record.about <= state.date);
    const span = { from: behind ? behind.about : -Infinity, until: ahead ? ahead.about : Infinity };
    return last ? { ...span, status: last.status, side: last.side, about: last.about, age: 0, disputed: disputed(words), words } : { ...span, words };
  }

  /** How each place stands, by id: `standing` is null before the first word. What holds is kept until it no longer does. */
  S.standings = new Map([...events].map(([id, records]) => [id, { id, records, found: null, standing: null }]));
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
      S.byText(a.id, b.id)
    );
  }

  /** The first publication of each statement that is seen: that is when it was known, so it stands for the others. */
  function firstPublications(state) {
    const first = new Map();
    for (const order of orders.oldestFirst) {
      if (S.seen(order, state) && !first.has(statements.get(order))) first.set(statements.get(order), order);
    }
    return first;
  }

  /** A claimant's newest order of a kind about a zone takes the place of the one before it, and leaves none when it ends. */
  function wordsInForce(state) {
    const first = firstPublications(state);
    const words = new Map();
    for (const order of latest(orders.newestLast, ({ zone, kind, who }) => `${zone} ${kind} ${who}`, state).values()) {
      if (order.end !== undefined && order.end < state.date) continue;
      if (!words.has(order.zone)) words.set(order.zone, []);
      words.get(order.zone).push(first.get(statements.get(order)));
    }
    return words;
  }

  /** Zones with a word in force, by id: the strictest is the state. */
  function zonesOf(state) {
    const zones = new Map();
    for (const [id, said] of wordsInForce(state)) {
      const words = said.sort(strictestFirst);
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
