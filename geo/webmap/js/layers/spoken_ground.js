/** The ground, line or place that a verdict speaks of: outlined over the map and named, until another is or the day changes. */
/** @import { Point, SpokenGround } from '../types' */
import { byId } from '../core/dom.js';
import { map, store } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { addLabel, placeLabelsSoon, setLabel } from './labels.js';

const MOST_NUMBERS = 40000;
const LONGEST = 600;
const FORMS = ['area', 'line', 'point'];
const PADDING_PX = 48;
const PLACE_ZOOM = 11;
const SPOTS = 12;
const RANK = 5000;
const label = addLabel({ ats: [], text: '', rank: RANK, style: 'zone', anchor: 'center' });
label.node.classList.add('spoken-name');
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

/** Points at which the name may stand: the ground's rim from the top on, or the place. @param {SpokenGround} ground @returns {Point[]} */
function spotsOf({ parts }) {
  const points = parts.flatMap(pointsOf).sort(([one], [other]) => other - one);
  const step = Math.max(1, Math.floor(points.length / SPOTS));
  return points.filter((_, i) => i % step === 0);
}

const dayShown = () => `${store.state.date} ${store.state.known}`;

/** Take away what is shown. */
function clear() {
  shown?.remove();
  shown = null;
  setLabel(label, false, '');
}

/** Show a ground and look at it, or none. @param {SpokenGround | null} ground */
export function showSpoken(ground) {
  clear();
  if (ground === null) return;
  shown = L.featureGroup(shapesOf(ground)).addTo(map);
  shownOn = dayShown();
  const bounds = shown.getBounds();
  if (!map.getBounds().contains(bounds)) {
    map.fitBounds(bounds, { padding: [PADDING_PX, PADDING_PX], maxZoom: PLACE_ZOOM, animate: false });
  }
  label.ats = spotsOf(ground);
  setLabel(label, true, ground.name);
  placeLabelsSoon();
  byId('live').textContent = `Shown on the map: ${ground.name}. ${ground.reason}`;
}

onPaint(() => {
  if (shown && shownOn !== dayShown()) clear();
});
