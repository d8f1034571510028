/** Go to where a thing lies, without coming closer than the map already is. */
import { advances, claims, latLngs, map, ringsOf, settlements, zones } from '../core/page.js';

/** The ground of a claim's advance, a place or a zone, as points; none where it has no place on the map. @param {string} kind @param {string} id */
function pointsOf(kind, id) {
  const at = kind === 'settlement' ? settlements.get(id)?.at : undefined;
  if (at) return [L.latLng(at[1], at[0])];
  if (kind === 'zone') {
    return (zones.get(id)?.shape ?? [])
      .flat()
      .flatMap(latLngs)
      .map(([lat, lon]) => L.latLng(lat, lon));
  }
  if (!claims.has(id)) return [];
  const drawn = [...advances.values()].filter(({ depth, width }) => depth === id || width === id);
  return drawn.flatMap(({ depthLine, bands }) =>
    (depthLine ? depthLine.map(latLngs) : ringsOf(bands?.outer ?? [])).flat().map(([lat, lon]) => L.latLng(lat, lon)),
  );
}

/** Move the map so that a thing is in view, if it is not. @param {string} kind @param {string} id */
export function goTo(kind, id) {
  const points = pointsOf(kind, id);
  if (!points.length) return;
  const bounds = L.latLngBounds(points);
  if (!map.getBounds().contains(bounds.getCenter())) map.panTo(bounds.getCenter());
}
