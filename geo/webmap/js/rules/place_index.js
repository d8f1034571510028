/** Which place does a typed text mean: the rule of geo/search/place_index.py over places, zones and towns. */
((S) => {
  'use strict';

  const MATCH = { same: 0, otherHand: 1, beginning: 2, laterWord: 3, slip: 4, slipInBeginning: 5 };
  const LIMIT = 80;
  let index = null;

  /** Everything that has a name: {kind, id, names, weight, at, about}. */
  function things() {
    const said = new Map();
    for (const event of S.data.events) said.set(event.settlement, (said.get(event.settlement) || 0) + 1);
    const names = (record) => [...new Set([record.name, record.ru, record.uk].filter(Boolean))];
    const places = S.data.settlements.map((place) => ({
      kind: 'settlement', id: place.id, names: names(place), weight: said.get(place.id) || 0, at: place.at,
      about: [place.district && `${place.district} district`, place.oblast].filter(Boolean).join(', '),
    }));
    const zones = S.data.zones.map((zone) => ({ kind: 'zone', id: zone.id, names: names(zone), weight: 0, shape: zone.shape, about: 'evacuation zone' }));
    const known = new Set(places.flatMap((place) => place.names));
    const towns = S.data.base.filter((base) => base.at && base.name_en && !known.has(base.name_en));
    return [...places, ...zones, ...towns.map((base) => ({
      kind: 'town', id: base.name_en, names: [base.name_en, base.name_ru, base.name_uk].filter(Boolean), weight: 0, at: base.at, about: 'town',
    }))];
  }

  /** Which letters a text holds, a bit each: what two texts can't share they need slips for. */
  function lettersOf(text) {
    let bits = 0;
    for (let i = 0; i < text.length; i += 1) bits |= 1 << text.charCodeAt(i) % 31;
    return bits;
  }

  function bitsIn(number) {
    let n = number - ((number >>> 1) & 0x55555555);
    n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
    return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }

  /** Fold the names of one thing more. */
  function foldNext() {
    const row = index.keys.length;
    const { names } = index.items[row];
    const spelt = new Set(names.flatMap(S.spellings));
    const keys = [...new Set([...spelt].map(S.skeletonOf))];
    const later = names.flatMap((name) => name.split(/[\s-]+/).slice(1)).flatMap(S.spellings).map(S.skeletonOf);
    index.spelt.push(spelt);
    index.keys.push(keys);
    index.later.push([...new Set(later)]);
    for (const key of new Set([...keys, ...spelt])) index.near.push({ key, row, letters: lettersOf(key) });
  }

  const started = () => {
    index ??= { items: things(), spelt: [], keys: [], later: [], near: [] };
    return index;
  };
  const unfolded = () => started().keys.length < index.items.length;

  const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

  /** Take a match if it is better than what the row has. */
  function keep(best, row, match, slips) {
    const had = best.get(row);
    if (had === undefined || match < had[0] || (match === had[0] && slips < had[1])) best.set(row, [match, slips]);
  }

  function byName(best, asked, wanted) {
    index.items.forEach((_, row) => {
      if (asked.some((spelling) => index.spelt[row].has(spelling))) keep(best, row, MATCH.same, 0);
      for (const key of index.keys[row]) {
        if (wanted.includes(key)) keep(best, row, MATCH.otherHand, 0);
        else if (wanted.some((text) => key.startsWith(text))) keep(best, row, MATCH.beginning, 0);
      }
      for (const key of index.later[row]) if (wanted.some((text) => key.startsWith(text))) keep(best, row, MATCH.laterWord, 0);
    });
  }

  function bySlips(best, texts) {
    for (const text of texts) {
      const most = allowed(text.length);
      if (most === 0) continue;
      const letters = lettersOf(text);
      for (const { key, row, letters: own } of index.near) {
        if (bitsIn(letters & ~own) > most) continue;
        const whole = S.slipsBetween(text, key, most);
        if (whole <= most) keep(best, row, MATCH.slip, whole);
        const begun = S.slipsBetween(text, key.slice(0, text.length), most);
        if (begun <= most) keep(best, row, MATCH.slipInBeginning, begun);
      }
    }
  }

  /** Fold every name that is left, before the first letter is typed. */
  S.readyPlaces = () => {
    while (unfolded()) foldNext();
  };

  /** Fold names while the browser has nothing else to do; one that can't say so folds them when the field is entered. */
  S.foldIdly = () => {
    if (!window.requestIdleCallback || !unfolded()) return;
    window.requestIdleCallback((idle) => {
      while (unfolded() && idle.timeRemaining() > 1) foldNext();
      S.foldIdly();
    });
  };

  /**
   * The things that a text may mean, the best match first; none for a text without a letter or digit.
   * @param {string} text @param {number} [limit] @returns {Object[]}
   */
  S.findPlaces = (text, limit = 8) => {
    S.readyPlaces();
    const asked = S.spellings(text.slice(0, LIMIT));
    const wanted = [...new Set(asked.map(S.skeletonOf))].filter(Boolean);
    if (wanted.length === 0) return [];
    const best = new Map();
    byName(best, asked, wanted);
    if (best.size < limit) bySlips(best, new Set([...wanted, ...asked]));
    const ranked = [...best].map(([row, [match, slips]]) => ({ ...index.items[row], match, slips }));
    ranked.sort((a, b) => a.match - b.match || a.slips - b.slips || b.weight - a.weight || S.byText(a.names[0], b.names[0]) || S.byText(a.id, b.id));
    return ranked.slice(0, limit);
  };
})(Salient);
