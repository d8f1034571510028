/** Areas that nobody placed: as large as a disk, to the map's scale in a corner, and nowhere on the ground. */
/** @import { BodyState } from '../types' */
import { byId, el, fill, svg } from '../core/dom.js';
import { map, store } from '../core/page.js';
import { onPaint, selectThing } from '../core/state.js';
import { agedFlags } from '../layers/bands.js';
import { bodiesShown, bodyLabel } from '../layers/bodies.js';

const EARTH_M = 40075016.686;
const MOST_SHARE = 0.34;
const box = byId('swatches');
let shown = '';

/** Pixels to a kilometre in the middle of the map. */
const pxPerKm = () => (1e3 * 2 ** (map.getZoom() + 8)) / (EARTH_M * Math.cos((map.getCenter().lat * Math.PI) / 180));

/** The disks one in another, standing on one line. @param {[number, BodyState][]} disks radius in pixels, the largest first */
function drawing(disks) {
  const most = disks[0][0];
  const side = 2 * most + 4;
  const circles = disks.map(([r, { state }]) =>
    svg('circle', {
      class: ['swatch-disk', ...Object.entries(agedFlags(state)).flatMap(([name, on]) => (on ? [name] : []))].join(' '),
      cx: most + 2,
      cy: side - 2 - r,
      r,
    }),
  );
  return svg('svg', { width: side, height: side, viewBox: `0 0 ${side} ${side}`, 'aria-hidden': 'true' }, ...circles);
}

/** @param {string} id @param {BodyState} found */
function line(id, found) {
  const button = el('button', { type: 'button', class: 'link' }, bodyLabel(found));
  button.addEventListener('click', () => selectThing(`body:${id}`));
  return el('li', {}, button);
}

/** Draw what is to be drawn, where it is other than what is drawn. */
function draw() {
  const { state, view } = store;
  const all = state.layers.has('advances') ? bodiesShown(state, view) : [];
  const found = all
    .filter(([, { body }]) => body.swatch)
    .sort(([, a], [, b]) => Number(b.body.swatch) - Number(a.body.swatch));
  const scale = pxPerKm();
  const key = JSON.stringify([scale, found.map(([id, one]) => [id, one.body.swatch, one.age])]);
  if (key === shown) return;
  shown = key;
  box.hidden = found.length === 0;
  if (box.hidden) return;
  const { x, y } = map.getSize();
  const disks = found.map(([, one]) => /** @type {[number, BodyState]} */ ([Number(one.body.swatch) * scale, one]));
  const fits = disks.filter(([r]) => 2 * r <= MOST_SHARE * Math.min(x, y));
  const words = fits.length < disks.length ? ' Too large to draw at this zoom, where no disk is shown.' : '';
  fill(
    box,
    fits.length ? drawing(fits) : null,
    el('p', {}, `As large as this, to the map’s scale; nobody says where.${words}`),
    el('ul', {}, ...found.map(([id, one]) => line(id, one))),
  );
}

onPaint(draw);
map.on('zoomend resize moveend', draw);
