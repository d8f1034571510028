/** Claimed advances: three dashed, hatched bands, the section of border, the line at the claimed distance. */
/** @import { AdvanceData } from '../payload' */
/** @import { Description, LabelSpec, Point } from '../types' */
import { latLngs, map, mediumDate, payload, store } from '../core/page.js';
import { highlighted, onPaint } from '../core/state.js';
import { BAND_WORDS, SIDE_WORDS, advanceLabel, advanceTitle, ageWords, cautionOf } from '../core/words.js';
import { groundLine, pathOptions } from './base.js';
import { elementOf, listen, showPath } from './features.js';
import { addLabel, setLabel } from './labels.js';

/** @typedef {'inner' | 'likely' | 'outer'} Band */

/** The widest is drawn first, the others on it. @type {[Band, string][]} */
const BANDS = /** @type {[Band, string][]} */ (Object.entries(BAND_WORDS))
  .reverse()
  .map(([band, words]) => [band, `${band} band${words ? `: ${words}` : ''}`]);

/** What the tooltip says of an advance. @param {AdvanceData} advance @param {string} band @returns {Description} */
function describe(advance, band) {
  const drawn = store.view.advances.get(advance.id);
  const age = drawn ? ageWords(drawn.age) : '';
  const who = `${advance.who} · ${SIDE_WORDS[advance.side]} · about ${mediumDate(advance.about)}`;
  return { title: advanceTitle(advance), lines: [who, cautionOf(advance), band, 'a reconstruction, not control', age] };
}

/** @param {AdvanceData} advance */
const spoken = (advance) => `Claimed advance, ${advanceTitle(advance)}, by ${advance.who}`;

/** @param {AdvanceData} advance @param {string} name */
function buildBands(advance, name) {
  return BANDS.flatMap(([band, words]) => {
    const shape = advance[band];
    if (!shape) return [];
    const rings = shape.map((polygon) => polygon.map(latLngs));
    const polygon = L.polygon(rings, pathOptions('bands', `off band band-${band}`, true)).addTo(map);
    listen(polygon, name, () => describe(advance, words), band === 'outer' ? spoken(advance) : '');
    return [polygon];
  });
}

/** @param {AdvanceData} advance @param {string} name */
function buildDepthLine(advance, name) {
  if (!advance.depthLine) return [];
  const line = groundLine(advance.depthLine, `off reach ${advance.outer ? '' : 'reach-alone'}`, 'reach').addTo(map);
  const halo = L.polyline(advance.depthLine.map(latLngs), {
    ...pathOptions('reach', 'off reach-halo', true),
    fill: false,
  }).addTo(map);
  listen(
    halo,
    name,
    () => describe(advance, 'line at the claimed distance from the border'),
    advance.outer ? '' : spoken(advance),
  );
  return [line, halo];
}

/** The section of border that an advance is drawn on. @param {AdvanceData} advance */
const sectionOf = (advance) => payload.sections[advance.section] ?? [];

/** The polygons, border section and depth line of one advance, hidden until they stand. @param {AdvanceData} advance */
function build(advance) {
  const name = `advance:${advance.id}`;
  const bands = buildBands(advance, name);
  const depthLine = buildDepthLine(advance, name);
  const section = groundLine(sectionOf(advance), `off stretch ${advance.width ? '' : 'stretch-alone'}`, 'border').addTo(
    map,
  );
  return { advance, name, bands, depthLine, section, label: addLabel(labelOf(advance)) };
}

/** Some of a line's points, evenly taken. @param {Point[]} line @param {number} n */
const sampled = (line, n) => Array.from({ length: n }, (_, i) => line[Math.floor((i * (line.length - 1)) / (n - 1))]);

/** Points of an outer band's edge, those farthest from the border first. @param {AdvanceData} advance */
function farthest(advance) {
  const border = sampled(sectionOf(advance).flatMap(latLngs), 24);
  /** @param {Point} p */
  const away = (p) => Math.min(...border.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
  const edge = (advance.outer ?? []).map((rings) => rings[0]).flatMap(latLngs);
  return sampled(edge, 48)
    .sort((p, q) => away(q) - away(p))
    .slice(0, 20);
}

/** Where the advance's label may stand, best first: at an end of its farthest line, else at its edge far from the border. @param {AdvanceData} advance @returns {LabelSpec} */
function labelOf(advance) {
  const along = (advance.depthLine ?? []).map(latLngs).reverse();
  const ends = along.flatMap((line) => [line[line.length - 1], line[0]]);
  const between = along.length ? sampled(along[0], 9).slice(1, -1) : [];
  const ats = along.length ? [...ends, ...between] : farthest(advance);
  // Of lines alone the newer first.
  const rank = advance.width ? 950 : 900 + Math.min(45, 0.3 * advance.about);
  return { ats, along, text: advanceLabel(advance, 0), rank, style: 'claim', anchor: 'center' };
}

const built = [...payload.advances].sort((a, b) => a.about - b.about).map(build);

onPaint((state, view) => {
  const lit = highlighted();
  const on = state.layers.has('advances');
  for (const { advance, name, bands, depthLine, section, label } of built) {
    const drawn = view.advances.get(advance.id);
    const flags = { carried: Boolean(drawn && drawn.age > 0), lit: lit.has(name), dim: lit.size > 0 && !lit.has(name) };
    for (const shape of bands) showPath(shape, Boolean(on && drawn), flags);
    for (const shape of depthLine) {
      if (drawn) elementOf(shape).style.setProperty('--age', String(drawn.age));
      showPath(shape, Boolean(on && drawn?.depthLine), flags);
    }
    showPath(section, Boolean(state.layers.has('stretches') && drawn), flags);
    setLabel(label, Boolean(on && drawn), drawn ? advanceLabel(advance, drawn.age) : '');
  }
});
