/** Evacuation zones, by pattern: what was ordered, for the whole or a part, on an official or approximate extent. */
/** @import { ZoneData } from '../payload' */
/** @import { Description, View } from '../types' */
import { latLngs, map, mediumDate, payload, store, zones } from '../core/page.js';
import { highlighted, onPaint } from '../core/state.js';
import { ORDER_WORDS } from '../core/words.js';
import { pathOptions } from './base.js';
import { listen, markPath, showPath } from './features.js';
import { addLabel, setLabel } from './labels.js';

/** What the tooltip says of a zone. @param {ZoneData} zone @returns {Description} */
function describe(zone) {
  const found = store.view.zones.get(zone.id);
  const extent = zone.extent === 'approximate' ? 'extent approximate, derived by us' : 'official extent';
  if (!found) return { title: zone.name, lines: [extent] };
  const scope = found.scope === 'part' ? ' for a part of it' : '';
  const words = found.words.map((w) => `${w.who}: ${ORDER_WORDS[w.kind]}, from ${mediumDate(w.about)}`);
  return {
    title: zone.name,
    lines: [
      ORDER_WORDS[found.kind] + scope,
      ...words.slice(0, 3),
      found.conflicting ? 'disputed: another word knows of no order' : '',
      extent,
    ],
  };
}

/** @param {ZoneData} zone @param {number[][][]} shape */
function build(zone, shape) {
  const polygon = L.polygon(
    shape.map((rings) => rings.map(latLngs)),
    pathOptions('zones', `off zone ${zone.extent === 'approximate' ? 'zone-approximate' : ''}`, true),
  ).addTo(map);
  listen(polygon, `zone:${zone.id}`, () => describe(zone), `Evacuation zone ${zone.name}`);
  const label = addLabel({ at: polygon.getCenter(), text: zone.name, rank: 100, style: 'zone', anchor: 'center' });
  return { zone, polygon, label };
}

const built = payload.zones.flatMap((zone) => (zone.shape ? [build(zone, zone.shape)] : []));

/** How many zones with a word in force are on the map. @param {View} view */
export const zonesShown = (view) => [...view.zones.keys()].filter((id) => zones.get(id)?.shape).length;

onPaint((state, view) => {
  const lit = highlighted();
  for (const { zone, polygon, label } of built) {
    const found = state.layers.has('zones') ? view.zones.get(zone.id) : undefined;
    const name = `zone:${zone.id}`;
    showPath(polygon, Boolean(found), { lit: lit.has(name), dim: false });
    if (found) markPath(polygon, 'order', `${found.kind}-${found.scope}`);
    setLabel(label, Boolean(found), zone.name);
  }
});
