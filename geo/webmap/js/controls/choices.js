/** A small list of the places that are too close to tell apart with a pointer: an arrow chooses, Escape closes. */
/** @import { SettlementData } from '../payload' */
import { byId, el, fill, svg } from '../core/dom.js';
import { map, store } from '../core/page.js';
import { onPaint, selectThing } from '../core/state.js';
import { counted } from '../core/text.js';
import { STATUS_WORDS } from '../core/words.js';
import { chip } from '../layers/chips.js';

const EDGE_PX = 6;
const list = byId('choices');
let day = store.state.date;

/** @param {SettlementData} place */
function choice(place) {
  const found = store.view.places.get(place.id);
  const symbol = svg(
    'svg',
    { class: 'key place-key', viewBox: '-13 -10 26 20', 'aria-hidden': 'true' },
    svg('use', { href: `#sym-${found?.status ?? 'claimed'}` }),
  );
  const button = el(
    'button',
    { type: 'button', role: 'menuitem', tabindex: -1, 'data-name': `settlement:${place.id}` },
    symbol,
    el('span', { class: 'grow' }, place.name),
    el('span', { class: 'quiet' }, found ? STATUS_WORDS[found.status] : ''),
    ...(found?.saidBy ?? []).map(chip),
  );
  button.addEventListener('click', () => {
    close(true);
    selectThing(`settlement:${place.id}`);
  });
  return button;
}

/** @param {boolean} back whether the keyboard goes back to the map */
function close(back) {
  if (list.hidden) return;
  const inside = list.contains(document.activeElement);
  list.hidden = true;
  if (back && inside) map.getContainer().focus({ preventScroll: true });
}

/** Offer places at a point of the map's container. @param {SettlementData[]} places @param {L.Point} at */
export function choose(places, at) {
  fill(list, ...places.map(choice));
  list.setAttribute('aria-label', `${counted(places.length, 'place')} here: choose one`);
  list.hidden = false;
  day = store.state.date;
  const size = map.getSize();
  const [w, h] = [list.offsetWidth, list.offsetHeight];
  const right = at.x + 14 + w + EDGE_PX <= size.x ? at.x + 14 : at.x - 14 - w;
  list.style.left = `${Math.min(Math.max(right, EDGE_PX), Math.max(EDGE_PX, size.x - w - EDGE_PX))}px`;
  list.style.top = `${Math.min(Math.max(at.y - h / 2, EDGE_PX), Math.max(EDGE_PX, size.y - h - EDGE_PX))}px`;
  list.querySelector('button')?.focus({ preventScroll: true });
}

const STEPS = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || list.hidden) return;
    close(true);
    // The list alone is closed, not what else Escape would close.
    event.stopPropagation();
  },
  { capture: true },
);
list.addEventListener('keydown', (event) => {
  const items = [...list.querySelectorAll('button')];
  const here = items.findIndex((item) => item === document.activeElement);
  const next = { Home: 0, End: items.length - 1 }[event.key] ?? (STEPS[event.key] ? here + STEPS[event.key] : null);
  if (event.key === 'Tab') close(false);
  if (next === null) return;
  items[(next + items.length) % items.length].focus();
  event.preventDefault();
  event.stopPropagation();
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!(target instanceof Node && list.contains(target))) close(false);
});
map.on('movestart zoomstart', () => close(false));
onPaint((state) => {
  if (state.date !== day) close(false);
});
