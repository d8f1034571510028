/**
 * What a pointer does on the map: a click selects the place whose middle is nearest within reach, or offers those that
 * it can't tell apart; else the front under it. A hover says which front it is.
 */
import { map, store } from '../core/page.js';
import { selectThing, update } from '../core/state.js';
import { tooltip } from '../core/tooltip.js';
import { describeFronts } from '../layers/front_words.js';
import { frontsAt } from '../layers/fronts.js';
import { placesNear } from '../layers/places.js';
import { choose } from './choices.js';

/** How far off the middle of a mark a click may be, and by how much nearer one must be than the next; pixels. */
const REACH_PX = { mouse: { reach: 12, apart: 5 }, touch: { reach: 22, apart: 10 } };
const holder = map.getContainer();

/** Select the front under a place, and with each further click the one under that. Whether there was one to select. @param {L.LatLng} at */
function selectFrontAt(at) {
  const names = frontsAt(at).map(({ track }) => `front:${track.id}`);
  const next = names[names.findIndex((name) => name === store.state.selected) + 1];
  if (next === undefined) return false;
  update({ selected: next });
  return true;
}

let hovered = 0;
map.on('mousemove', ({ latlng, originalEvent }) => {
  cancelAnimationFrame(hovered);
  hovered = requestAnimationFrame(() => point(latlng, originalEvent));
});
map.on('mouseout movestart', () => {
  cancelAnimationFrame(hovered);
  leave();
});

function leave() {
  if (!holder.classList.contains('over-front')) return;
  holder.classList.remove('over-front');
  tooltip.hide();
}

/** @param {L.LatLng} at @param {MouseEvent} event */
function point(at, event) {
  if (event.target instanceof Element && event.target.closest('.leaflet-interactive')) {
    holder.classList.remove('over-front');
    return;
  }
  const under = frontsAt(at);
  if (under.length === 0) {
    leave();
    return;
  }
  holder.classList.add('over-front');
  tooltip.show(describeFronts(under), event);
}

map.on('click', (event) => {
  if (selectFrontAt(event.latlng)) return;
  if (store.state.selected !== null) update({ selected: null });
});

// Before Leaflet hands the click to what lies on top: of marks that overlap that need not be the one that was meant.
holder.addEventListener(
  'click',
  (event) => {
    const { target } = event;
    const own = target instanceof Element && !target.closest('.crowd, .leaflet-control, a');
    // A key on a mark is no click of a pointer; nor is the end of a drag.
    if (!own || event.detail === 0 || map.dragging?.moved?.()) return;
    const { reach, apart } =
      REACH_PX[event instanceof PointerEvent && event.pointerType === 'touch' ? 'touch' : 'mouse'];
    const at = map.mouseEventToContainerPoint(event);
    const near = placesNear(at, reach);
    if (near.length === 0) return;
    event.stopPropagation();
    tooltip.hide();
    const rivals = near.filter(({ px }) => px - near[0].px <= apart).map(({ place }) => place);
    if (rivals.length === 1) selectThing(`settlement:${rivals[0].id}`);
    else choose(rivals, at);
  },
  { capture: true },
);
