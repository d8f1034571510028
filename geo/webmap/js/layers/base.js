/** The ground: panes, renderers, the border and what lies around it. Nothing here changes with the date. */
((S) => {
  'use strict';

  const LEAST_ROOM_PX = 200;
  const PANES = { ground: 240, zones: 320, bands: 340, border: 350, reach: 360, places: 610, labels: 620 };
  S.map.createPane('s-fronts').style.zIndex = 300;
  S.renderers = {};
  for (const [name, level] of Object.entries(PANES)) {
    const pane = S.map.createPane(`s-${name}`);
    pane.style.zIndex = level;
    S.renderers[name] = L.svg({ pane: `s-${name}`, padding: 0.3 });
  }

  /**
   * Options of a path that CSS alone paints.
   * @param {string} pane @param {string} className @param {boolean} [interactive]
   */
  S.pathOptions = (pane, className, interactive = false) => ({
    pane: `s-${pane}`,
    renderer: S.renderers[pane],
    className,
    interactive,
    bubblingMouseEvents: false,
    smoothFactor: 1,
  });

  /** A line on the ground. @param {number[][]} lines @param {string} className @param {string} [pane] */
  S.line = (lines, className, pane = 'ground') =>
    L.polyline(lines.map(S.latLngs), { ...S.pathOptions(pane, className), fill: false });

  if (S.data.grounds.target) {
    const rings = S.data.grounds.target.map((polygon) => polygon.map(S.latLngs));
    L.polygon(rings, S.pathOptions('ground', 'ground-target')).addTo(S.map);
  }
  const [west, south, east, north] = S.data.area;
  S.map.setMaxBounds(L.latLngBounds([south, west], [north, east]).pad(0.25));

  S.baseLabels = [];
  for (const feature of S.data.base) {
    if (feature.lines) {
      S.line(feature.lines, `ground ground-${(feature.kind || '').startsWith('oblast') ? 'oblast' : 'line'}`).addTo(S.map);
    } else if (feature.at && feature.name_en) {
      S.baseLabels.push({ name: feature.name_en, at: [feature.at[1], feature.at[0]], seat: feature.kind === 'district_seat' });
    }
  }
  if (S.data.border) {
    S.line(S.data.border, 'border-casing', 'border').addTo(S.map);
    S.line(S.data.border, 'border-line', 'border').addTo(S.map);
  }
  if (S.data.tiles) {
    const pane = S.map.createPane('s-tiles');
    pane.style.zIndex = 200;
    L.tileLayer(S.data.tiles.url, { pane: 's-tiles' }).addTo(S.map);
  }

  // The map keeps its place on the ground when the room around it changes; the first room it is given, which may come
  // after the script, it opens on its home view.
  let roomed = false;
  let width = 0;
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = S.map.getContainer();
    if (!clientWidth || !clientHeight) return;
    const atHome = S.isHome();
    S.map.invalidateSize({ pan: false });
    // A frame may be a sliver for a moment before it has its size: what was fitted into that is no opening view.
    if (!roomed || (clientWidth !== width && atHome)) S.openView();
    roomed ||= clientHeight >= LEAST_ROOM_PX;
    width = clientWidth;
  }).observe(S.map.getContainer());

  L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 120 }).addTo(S.map);
})(Salient);
