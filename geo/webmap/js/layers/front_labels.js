/** A front's name on the map, on its outline where that is in sight; it stays about where it was while the days go by. */
((S) => {
  'use strict';

  const SPOTS = 12;
  const labels = [...S.tracks.values()].map((track) => {
    const label = S.addLabel({ ats: [], text: track.title, rank: 850, style: 'zone', anchor: 'center' });
    label.node.classList.add('label-front');
    label.node.style.setProperty('--hue', `var(${track.style.hue})`);
    return { track, label, wanted: '', near: null };
  });

  /** Vertices of a snapshot's outline within the map's bounds, [lat, lon], some of them evenly taken. */
  function spotsOf({ series }, index) {
    const bounds = S.map.getBounds();
    // A name is written around its spot, so a spot at the very edge would lose half of it.
    const inset = 0.15 * (bounds.getEast() - bounds.getWest());
    const [west, east, south, north] = [bounds.getWest() + inset, bounds.getEast() - inset, bounds.getSouth(), bounds.getNorth()].map((deg) => deg * 1e5);
    const found = [];
    for (const arc of S.arcsIn(series, index)) {
      for (let i = series.starts[arc]; i < series.starts[arc + 1]; i += 1) {
        if (series.x[i] > west && series.x[i] < east && series.y[i] > south && series.y[i] < north) found.push(i);
      }
    }
    const step = Math.max(1, Math.floor(found.length / SPOTS));
    return found.filter((_, i) => i % step === 0).slice(0, SPOTS).map((i) => [series.y[i] / 1e5, series.x[i] / 1e5]);
  }

  function place(item, on) {
    const bounds = S.map.getBounds().toBBoxString();
    const wanted = `${on.index} ${bounds}`;
    if (item.wanted === wanted) return;
    item.wanted = wanted;
    const spots = spotsOf(item.track, on.index);
    if (item.near) {
      const far = ([lat, lon]) => (lat - item.near[0]) ** 2 + (0.6 * (lon - item.near[1])) ** 2;
      spots.sort((a, b) => far(a) - far(b));
    }
    item.near = spots[0] || item.near;
    item.label.ats = spots;
  }

  function paint(state, view) {
    const shown = new Map(S.frontsShown(state, view).map((on) => [on.track.id, on]));
    for (const item of labels) {
      const on = shown.get(item.track.id);
      const drawn = Boolean(on && on.index !== null && item.track.series);
      if (drawn) place(item, on);
      S.setLabel(item.label, drawn && item.label.ats.length > 0, drawn ? S.frontLabel(on) : '');
    }
  }

  S.onPaint(paint);
  S.map.on('moveend', () => {
    if (S.current) paint(S.state, S.current);
  });
})(Salient);
