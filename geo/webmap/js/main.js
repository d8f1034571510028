/** The first paint, and what tests may look at. */
((S) => {
  'use strict';

  /** What is on the map now, by layer and id; a copy, so that nothing can be changed through it. */
  function snapshot() {
    const { layers } = S.state;
    const entries = (on, found, pick) => Object.fromEntries(on ? [...found].map(([id, value]) => [id, pick(value)]) : []);
    const drawn = (found, records, geometry) => [...found].filter(([id]) => records.get(id)?.[geometry]);
    const ids = (words) => words.map(({ id }) => id);
    const center = S.map.getCenter();
    return {
      ...S.writeState(),
      advances: entries(layers.has('advances'), S.current.advances, ({ age, reach, bands }) => ({ age, reach, bands })),
      settlements: entries(layers.has('places'), drawn(S.current.places, S.settlements, 'at'), ({ status, side, age, disputed, words }) => ({ status, side, age, disputed, words: ids(words) })),
      zones: entries(layers.has('zones'), drawn(S.current.zones, S.zones, 'shape'), ({ kind, scope, age, conflicting, words }) => ({ kind, scope, age, conflicting, words: ids(words) })),
      fronts: entries(layers.has('fronts'), S.frontsShown(S.state, S.current).map((on) => [on.track.id, on]), ({ track, state, index, age }) => ({ state, index, age, drawn: track.series !== null && index !== null })),
      view: { lat: center.lat, lon: center.lng, zoom: S.map.getZoom() },
    };
  }

  window.salient = Object.freeze({ snapshot });
  S.openAxis();
  S.paint();
  S.settle();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    S.ready();
    S.loadFronts();
    S.foldIdly();
  }));
})(Salient);
