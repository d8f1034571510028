/** Where the map looks: its opening view, and what was asked for instead. */
import { map } from './page.js';

/** @typedef {{center: L.LatLngExpression, zoom: number}} Look */

/**
 * The opening view, and the one that the address or the page around us asks for.
 * @type {{home: Look, asked: Look | null}}
 */
export const look = { home: { center: map.getCenter(), zoom: map.getZoom() }, asked: null };

/** Whether the map looks at its opening view; Leaflet keeps middles on whole pixels, so to two of them. */
export function isHome() {
  const off = map.latLngToContainerPoint(look.home.center).distanceTo(map.getSize().divideBy(2));
  return off < 2 && map.getZoom() === look.home.zoom;
}
