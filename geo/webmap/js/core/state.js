/** The one state of the document, and the only way to change it. */
((S) => {
  'use strict';

  S.LAYERS = { advances: 'Claimed advances', stretches: 'Border stretch', fronts: 'Mappers’ fronts', places: 'Places', zones: 'Evacuation zones', towns: 'Towns' };
  /** What the time bar's plot may show. */
  S.CURVES = ['claims', 'area', 'depth', 'width'];
  const SETTLE_MS = 350;
  const SELECTABLE = { advance: S.advances, settlement: S.settlements, zone: S.zones, claim: S.claims, front: S.tracks };
  const painters = [];
  const settlers = [];
  let timer = 0;

  S.state = {
    date: S.data.on,
    known: S.data.knownOn,
    layers: new Set(Object.keys(S.LAYERS)),
    sides: new Set(Object.keys(S.SIDE)),
    hidden: new Set(),
    hiddenFronts: new Set(),
    compare: null,
    curve: 'claims',
    selected: null,
  };

  /** Every claimant with the number of its records and its side, most records first. */
  S.claimants = (() => {
    const found = new Map();
    for (const record of [...S.data.claims, ...S.data.events, ...S.data.orders]) {
      const entry = found.get(record.who) || { who: record.who, side: record.side, n: 0 };
      entry.n += 1;
      found.set(record.who, entry);
    }
    return [...found.values()].sort((a, b) => b.n - a.n || S.byText(a.who, b.who));
  })();
  const names = new Set(S.claimants.map((c) => c.who));

  /** Call a function with (state, view) after every change. @param {function} paint */
  S.onPaint = (paint) => painters.push(paint);
  /** Call a function once the state has come to rest. @param {function} settle */
  S.onSettle = (settle) => settlers.push(settle);

  /** Compute what stands and let every part of the page show it. */
  S.paint = () => {
    S.current = S.view(S.state);
    for (const paint of painters) paint(S.state, S.current);
  };

  /**
   * Change the state and paint.
   * @param {Object} change part of the state @param {('now'|'soon'|'never')} [settle] when others are told
   */
  S.update = (change, settle = 'now') => {
    Object.assign(S.state, change);
    S.paint();
    if (settle === 'now') S.settle();
    if (settle === 'soon') {
      clearTimeout(timer);
      timer = setTimeout(S.settle, SETTLE_MS);
    }
  };

  /** Tell the others that the state has come to rest. */
  S.settle = () => {
    clearTimeout(timer);
    for (const settle of settlers) settle(S.state);
  };

  /** Keep a day index inside the case. @param {number} day */
  S.clamp = (day) => Math.min(S.data.last, Math.max(0, day));

  /** Whether "type:id" names something in this case. @param {*} selected */
  S.isSelectable = (selected) => {
    if (typeof selected !== 'string') return false;
    const cut = selected.indexOf(':');
    const type = selected.slice(0, cut);
    return Object.hasOwn(SELECTABLE, type) && SELECTABLE[type].has(selected.slice(cut + 1));
  };

  /** The record behind "type:id". @param {string} selected @returns {{type: string, id: string, record: Object}} */
  S.resolve = (selected) => {
    const cut = selected.indexOf(':');
    const [type, id] = [selected.slice(0, cut), selected.slice(cut + 1)];
    return { type, id, record: SELECTABLE[type].get(id) };
  };

  /** Select something, or the same thing again to let go of it. @param {?string} selected */
  S.select = (selected) => S.update({ selected: S.state.selected === selected ? null : selected });

  /** What is to be highlighted for the selection: a claim lights everything that was drawn from it. */
  S.highlighted = () => {
    const lit = new Set();
    if (S.state.selected === null) return lit;
    const { type, id, record } = S.resolve(S.state.selected);
    lit.add(S.state.selected);
    if (type !== 'claim') return lit;
    for (const a of S.data.advances) if (a.depth === id || a.width === id) lit.add(`advance:${a.id}`);
    for (const e of S.data.events) if (e.claim === id) lit.add(`settlement:${e.settlement}`);
    for (const o of S.data.orders) if (o.claim === id) lit.add(`zone:${o.zone}`);
    if (record.zone) lit.add(`zone:${record.zone}`);
    return lit;
  };

  const NAMED = {
    layers: (name) => Object.hasOwn(S.LAYERS, name),
    sides: (name) => Object.hasOwn(S.SIDE, name),
    hidden: (name) => names.has(name),
    hiddenFronts: (name) => S.tracks.has(name),
  };
  const listOf = (field) => (value) =>
    Array.isArray(value) && value.every((v) => typeof v === 'string' && NAMED[field](v)) ? new Set(value) : undefined;
  const READ = {
    date: (value) => S.dayOf(value) ?? undefined,
    known: (value) => (value === null ? null : S.dayOf(value) ?? undefined),
    layers: listOf('layers'),
    sides: listOf('sides'),
    hidden: listOf('hidden'),
    hiddenFronts: listOf('hiddenFronts'),
    compare: (value) => (value === null ? null : S.dayOf(value) ?? undefined),
    curve: (value) => (S.CURVES.includes(value) ? value : undefined),
    selected: (value) => (value === null || S.isSelectable(value) ? value : undefined),
  };

  /**
   * Read a state that came from outside. Null unless every field is known and well formed.
   * @param {*} outside @returns {?Object}
   */
  S.readState = (outside) => {
    if (outside === null || typeof outside !== 'object' || Array.isArray(outside)) return null;
    const change = {};
    for (const [field, value] of Object.entries(outside)) {
      if (!Object.hasOwn(READ, field)) return null;
      change[field] = READ[field](value);
      if (change[field] === undefined) return null;
    }
    return change;
  };

  /**
   * Names that a field of the state may hold, and the others.
   * @param {string} field @param {string[]} given @returns {{kept: string[], unknown: string[]}}
   */
  S.sortNames = (field, given) => ({ kept: given.filter(NAMED[field]), unknown: given.filter((name) => !NAMED[field](name)) });

  /** The state as plain data. */
  S.writeState = () => ({
    date: S.iso(S.state.date),
    known: S.state.known === null ? null : S.iso(S.state.known),
    layers: [...S.state.layers],
    sides: [...S.state.sides],
    hidden: [...S.state.hidden],
    hiddenFronts: [...S.state.hiddenFronts],
    compare: S.state.compare === null ? null : S.iso(S.state.compare),
    curve: S.state.curve,
    selected: S.state.selected,
  });
})(Salient);
