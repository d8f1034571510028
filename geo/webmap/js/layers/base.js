/** The ground: panes, renderers, the border and what lies around it. Nothing here changes with the date. */
/** @import { Point } from '../types' */
import { latLngs, map, payload } from '../core/page.js';

const PANES = { ground: 240, zones: 320, bands: 340, border: 350, reach: 360, places: 610, labels: 620 };
map.createPane('s-fronts').style.zIndex = '300';
/** @type {Record<string, L.Renderer>} */
const renderers = {};
for (const [name, level] of Object.entries(PANES)) {
  const pane = map.createPane(`s-${name}`);
  pane.style.zIndex = String(level);
  renderers[name] = L.svg({ pane: `s-${name}`, padding: 0.3 });
}

/**
 * Options of a path that CSS alone paints.
 * @param {string} pane @param {string} className @param {boolean} [interactive]
 */
export const pathOptions = (pane, className, interactive = false) => ({
  pane: `s-${pane}`,
  renderer: renderers[pane],
  className,
  interactive,
  bubblingMouseEvents: false,
  smoothFactor: 1,
});

/** A line on the ground. @param {number[][]} lines @param {string} className @param {string} [pane] */
export const groundLine = (lines, className, pane = 'ground') =>
  L.polyline(lines.map(latLngs), { ...pathOptions(pane, className), fill: false });

if (payload.grounds.target) {
  const rings = payload.grounds.target.map((polygon) => polygon.map(latLngs));
  L.polygon(rings, pathOptions('ground', 'ground-target')).addTo(map);
}
const [west, south, east, north] = payload.area;
map.setMaxBounds(L.latLngBounds([south, west], [north, east]).pad(0.25));

/** Towns by name, [lat, lon] degrees; a seat is that of a district. @type {{name: string, at: Point, seat: boolean}[]} */
export const baseLabels = [];
for (const feature of payload.base) {
  if (feature.lines) {
    groundLine(feature.lines, `ground ground-${(feature.kind ?? '').startsWith('oblast') ? 'oblast' : 'line'}`).addTo(
      map,
    );
  } else if (feature.at && feature.nameEn) {
    baseLabels.push({
      name: feature.nameEn,
      at: [feature.at[1], feature.at[0]],
      seat: feature.kind === 'district_seat',
    });
  }
}
if (payload.border) {
  groundLine(payload.border, 'border-casing', 'border').addTo(map);
  groundLine(payload.border, 'border-line', 'border').addTo(map);
}
if (payload.tiles) {
  const pane = map.createPane('s-tiles');
  pane.style.zIndex = '200';
  L.tileLayer(payload.tiles.url, { pane: 's-tiles' }).addTo(map);
}

L.control.scale({ imperial: false, position: 'bottomleft', maxWidth: 120 }).addTo(map);
