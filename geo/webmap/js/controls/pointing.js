/** What a pointer does on the map beside its features: a click selects the front under it, a hover says which it is. */
import { map, store } from '../core/page.js';
import { update } from '../core/state.js';
import { tooltip } from '../core/tooltip.js';
import { describeFronts } from '../layers/front_words.js';
import { frontsAt } from '../layers/fronts.js';

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
