/** The ground, line or place that a verdict speaks of: outlined over the map and named, until another is or the day changes. */
/** @import { Point, SpokenGround } from '../types' */
import { byId } from '../core/dom.js';
import { map, store } from '../core/page.js';
import { onPaint } from '../core/state.js';

const MOST_NUMBERS = 40000;
const LONGEST = 600;
const FORMS = ['area', 'line', 'point'];
const PADDING_PX = 48;
const PLACE_ZOOM = 11;
/** @type {L.TooltipOptions} */
const TIP = { permanent: true, direction: 'top', className: 'spoken-name' };
/** @type {L.FeatureGroup | null} */
let shown = null;
let shownOn = '';

/** @param {unknown} part @returns {part is number[]} */
const isPart = (part) =>
  Array.isArray(part) && part.length >= 2 && part.length % 2 === 0 && part.every((deg) => Number.isFinite(deg));

/**
 * A ground from outside, if all of it has its agreed form; null otherwise.
 * @param {any} raw @returns {SpokenGround | null}
 */
export function readGround(raw) {
  const { name, reason, form, parts } = raw ?? {};
  const isSaid = [name, reason].every((text) => typeof text === 'string' && text.length < LONGEST);
  if (!isSaid || !FORMS.includes(form) || !Array.isArray(parts) || !parts.every(isPart)) return null;
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  return count > 0 && count <= MOST_NUMBERS ? { name, reason, form, parts } : null;
}

/** @param {number[]} part @returns {Point[]} */
function pointsOf(part) {
  /** @type {Point[]} */
  const points = [];
  for (let i = 0; i < part.length; i += 2) points.push([part[i + 1], part[i]]);
  return points;
}

/** @param {SpokenGround} ground @returns {(L.Path)[]} */
function shapesOf({ form, parts }) {
  const lines = parts.map(pointsOf);
  const look = { className: `spoken spoken-${form}`, interactive: false };
  if (form === 'area') return [L.polygon(lines, look)];
  if (form === 'line') return lines.map((line) => L.polyline(line, look));
  return lines.map(([at]) => L.circleMarker(at, { ...look, radius: 12 }));
}

/** The name as a node, so that text stays text. @param {string} name */
function nameOf(name) {
  const node = document.createElement('span');
  node.textContent = name;
  return node;
}

const dayShown = () => `${store.state.date} ${store.state.known}`;

/** Take away what is shown. */
function clear() {
  shown?.remove();
  shown = null;
}

/** Show a ground and look at it, or none. @param {SpokenGround | null} ground */
export function showSpoken(ground) {
  clear();
  if (ground === null) return;
  const shapes = shapesOf(ground);
  shown = L.featureGroup(shapes).addTo(map);
  shownOn = dayShown();
  const bounds = shown.getBounds();
  if (!map.getBounds().contains(bounds)) {
    map.fitBounds(bounds, { padding: [PADDING_PX, PADDING_PX], maxZoom: PLACE_ZOOM, animate: false });
  }
  const top = L.latLng(bounds.getNorth(), bounds.getCenter().lng);
  shapes[0].bindTooltip(nameOf(ground.name), TIP).openTooltip(top);
  byId('live').textContent = `Shown on the map: ${ground.name}. ${ground.reason}`;
}

onPaint(() => {
  if (shown && shownOn !== dayShown()) clear();
});
