/** Where the map looks, as text: "lon,lat,zoom". Absent while nobody has moved it from its opening view. */
import { byId } from '../core/dom.js';
import { isHome, look } from '../core/look.js';
import { map, payload } from '../core/page.js';

const FORM = /^-?\d{1,3}(\.\d{1,10})?,-?\d{1,2}(\.\d{1,10})?,\d{1,2}(\.\d{1,4})?$/;
const SETTLE_MS = 250;
/** @type {((at: string | null) => void)[]} */
const listeners = [];
let touched = false;
let timer = 0;

/** @param {L.LatLng} center @param {number} zoom */
const textOf = (center, zoom) => [center.lng.toFixed(5), center.lat.toFixed(5), zoom.toFixed(2)].map(Number).join(',');

/** The view as text, or null where it is the opening one. @returns {?string} */
export const viewpoint = () => (touched && !isHome() ? textOf(map.getCenter(), map.getZoom()) : null);

/** Look where a text says, if it is well formed and inside the case. @param {unknown} text @returns {boolean} */
export const lookAt = (text) => {
  if (typeof text !== 'string' || !FORM.test(text)) return false;
  const [lon, lat, zoom] = text.split(',').map(Number);
  const [west, south, east, north] = payload.area;
  if (lon < west || lon > east || lat < south || lat > north || zoom < 1 || zoom > 20) return false;
  touched = true;
  look.asked = { center: [lat, lon], zoom };
  map.setView([lat, lon], zoom, { animate: false });
  return true;
};

/** Call a function with the view once a person has moved the map. @param {(at: string | null) => void} listener */
export const onLook = (listener) => listeners.push(listener);

for (const gesture of ['pointerdown', 'wheel', 'keydown', 'touchstart']) {
  byId('stage').addEventListener(
    gesture,
    () => {
      touched = true;
    },
    { capture: true, passive: true },
  );
}
map.on('moveend', () => {
  if (!touched) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => listeners.forEach((listener) => listener(viewpoint())), SETTLE_MS);
});
