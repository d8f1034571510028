/**
 * One mark for the many places in one spot: how many, and by whose latest word, as a ring. Hundreds of them change from
 * day to day, so they are painted on a canvas, each alone when it changes; what a pointer and the keyboard meet is an
 * empty element of the page on top of each.
 */
/** @import { Side } from '../payload' */
/** @import { Description } from '../types' */
import { el } from '../core/dom.js';
import { map } from '../core/page.js';
import { counted, formatNumber } from '../core/text.js';
import { onTheme, themeColour } from '../core/theme.js';
import { tooltip } from '../core/tooltip.js';
import { SIDE_WORDS } from '../core/words.js';
import { SIDES } from '../rules/places.js';
import { CanvasLayer, penOf } from './canvas_layer.js';
import { PlaneMarker, elementOf } from './features.js';
import { keepClear } from './labels.js';

/** @typedef {{count: number, disputed: boolean, sides: Partial<Record<Side, number>>}} Face */
/** @typedef {Face & {spot: {x: number, y: number}, at: L.Point}} Crowd */
/** @typedef {{marker: L.Marker, crowd: Crowd | null, count: number}} Target */

const RADIUS_PX = 14;
const RING_PX = 3.5;
/** How the ring of each side is broken, so that it is not told by hue alone; pixels. */
const RING_DASHES = { ukraine: [], russia: [3, 1.5], independent: [1, 1.5] };
const HALF_PX = RADIUS_PX + 2;
const family = getComputedStyle(document.body).fontFamily;
const MOST_FACES = 600;
/** @type {Map<string, Target>} */
const targets = new Map();
/** @type {Target[]} */
const spare = [];
/** @type {Map<string, HTMLCanvasElement>} */
const faces = new Map();
/** @type {Map<string, Crowd>} */
let crowds = new Map();
/** @type {number | undefined} */
let zoom;

/** @extends {L.Icon<L.BaseIconOptions>} */
class TargetIcon extends L.Icon {
  constructor() {
    super(/** @type {any} */ ({ iconSize: [2 * RADIUS_PX, 2 * RADIUS_PX], className: 'crowd' }));
  }

  createIcon() {
    const icon = el('div', {});
    this._setIconStyles(icon, 'icon');
    return icon;
  }

  /** A mark throws none. @returns {any} */
  createShadow() {
    return null;
  }
}

/** What is seen of a crowd; the same face need not be painted again. @param {Face} face */
const faceOf = ({ count, disputed, sides }) => `${count} ${disputed} ${SIDES.map((side) => sides[side] ?? 0)}`;

/** "35 places; latest word · Ukraine's side: 20; …". @param {Face} face @returns {Description} */
function describe({ count, disputed, sides }) {
  const lines = SIDES.filter((side) => sides[side]).map(
    (side) => `latest word · ${SIDE_WORDS[side]}: ${formatNumber(sides[side] ?? 0)}`,
  );
  return { title: counted(count, 'place'), lines: [...lines, disputed ? 'some disputed' : '', 'click to go closer'] };
}

class Crowds extends CanvasLayer {
  /** @type {Map<string, {x: number, y: number, face: string}>} */
  painted = new Map();
  key = '';

  /** Paint the crowds whose face has changed, and wipe those that are gone. */
  paint() {
    const frame = this.frame();
    if (!frame) return;
    if (frame.key !== this.key) this.refresh();
    for (const [key, { x, y, face }] of this.painted) {
      const crowd = crowds.get(key);
      if (crowd && face === faceOf(crowd)) continue;
      this.pen.clearRect(x - HALF_PX, y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
      this.painted.delete(key);
    }
    for (const [key, crowd] of crowds) {
      if (this.painted.has(key)) continue;
      const at = { x: crowd.at.x - frame.x, y: crowd.at.y - frame.y, face: faceOf(crowd) };
      this.pen.drawImage(pictureOf(crowd, frame.dpr), at.x - HALF_PX, at.y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
      this.painted.set(key, at);
    }
  }

  /** Forget what is painted, as after a move or a change of theme. */
  refresh() {
    const frame = this.frame();
    if (!frame) return;
    this.key = frame.key;
    this.painted = new Map();
    faces.clear();
    this.wipe(frame);
    // After a zoom the crowds are of another zoom until the places have been arranged anew.
    if (zoom === this._map.getZoom()) this.paint();
  }
}

/** A crowd's disc, drawn once for all crowds that look alike. @param {Face} crowd @param {number} dpr */
function pictureOf(crowd, dpr) {
  const face = `${faceOf(crowd)} ${dpr}`;
  const kept = faces.get(face);
  if (kept) return kept;
  if (faces.size >= MOST_FACES) faces.clear();
  const drawn = picture(crowd, dpr);
  faces.set(face, drawn);
  return drawn;
}

/** @param {Face} crowd @param {number} dpr */
function picture(crowd, dpr) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(2 * HALF_PX * dpr);
  const pen = penOf(canvas);
  pen.scale(canvas.width / (2 * HALF_PX), canvas.height / (2 * HALF_PX));
  pen.translate(HALF_PX, HALF_PX);
  disc(pen, crowd);
  return canvas;
}

/** @param {CanvasRenderingContext2D} pen @param {Face} face */
function disc(pen, { count, disputed, sides }) {
  pen.beginPath();
  pen.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
  pen.fillStyle = themeColour('--sheet');
  pen.fill();
  ring(pen, sides);
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
  pen.lineWidth = disputed ? 1.6 : 1;
  pen.strokeStyle = themeColour('--disputed');
  pen.setLineDash(disputed ? [2.5, 2] : []);
  pen.stroke();
  pen.fillStyle = themeColour('--ink');
  pen.font = `650 ${count < 1000 ? 11 : 9}px ${family}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(formatNumber(count), 0, 0.5);
}

/** The share of each side's words, clockwise from the top. @param {CanvasRenderingContext2D} pen @param {Face['sides']} sides */
function ring(pen, sides) {
  const all = SIDES.reduce((sum, side) => sum + (sides[side] ?? 0), 0);
  let from = -Math.PI / 2;
  pen.lineWidth = RING_PX;
  for (const side of SIDES.filter((name) => sides[name])) {
    const until = from + (2 * Math.PI * (sides[side] ?? 0)) / all;
    pen.beginPath();
    pen.arc(0, 0, RADIUS_PX - RING_PX / 2 - 0.5, from, until);
    pen.strokeStyle = themeColour(`--${side}`);
    pen.setLineDash(RING_DASHES[side]);
    pen.stroke();
    from = until;
  }
}

/** @returns {Target} */
function makeTarget() {
  const marker = new PlaneMarker([0, 0], {
    pane: 's-places',
    icon: new TargetIcon(),
    keyboard: true,
    bubblingMouseEvents: false,
  });
  /** @type {Target} */
  const target = { marker, crowd: null, count: 0 };
  marker.on('click', () => map.setView(marker.getLatLng(), map.getZoom() + 1.5));
  marker.on('mouseover', (event) => {
    if (target.crowd) tooltip.show(describe(target.crowd), event.originalEvent);
  });
  marker.on('mousemove', (event) => tooltip.move(event.originalEvent));
  marker.on('mouseout', () => tooltip.hide());
  return target;
}

/** Put an element over each crowd, and take away those over none. */
function putTargets() {
  for (const [key, target] of targets) {
    if (crowds.has(key)) continue;
    target.marker.remove();
    spare.push(target);
    targets.delete(key);
  }
  for (const [key, crowd] of crowds) {
    let target = targets.get(key);
    if (!target) {
      target = spare.pop() ?? makeTarget();
      target.marker.setLatLng(map.unproject(crowd.at, zoom)).addTo(map);
      target.count = 0;
      targets.set(key, target);
    }
    if (target.count !== crowd.count) {
      elementOf(target.marker).setAttribute('aria-label', `${counted(crowd.count, 'place')} here; go closer`);
    }
    Object.assign(target, { crowd, count: crowd.count });
  }
}

/** A picture of a crowd for the legend. */
export function crowdKey() {
  const holder = el('span', { class: 'crowd-key', 'aria-hidden': 'true' });
  const draw = () =>
    holder.replaceChildren(
      picture({ count: 12, disputed: false, sides: { ukraine: 6, russia: 4, independent: 2 } }, 2),
    );
  draw();
  onTheme(draw);
  return holder;
}

const layer = new Crowds({ pane: 's-places', padding: 0.15, name: 'crowds' });
layer.addTo(map);
onTheme(() => layer.refresh());

/** Show these crowds and no others. @param {Crowd[]} wanted `at` in pixels of the world at the map's zoom */
export function showCrowds(wanted) {
  zoom = map.getZoom();
  crowds = new Map(wanted.map((crowd) => [`${crowd.spot.x} ${crowd.spot.y} ${zoom}`, crowd]));
  putTargets();
  layer.paint();
  keepClear(
    wanted.map(({ at }) => at),
    RADIUS_PX,
  );
}
