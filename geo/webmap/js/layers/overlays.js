/** What lies over the map: where title, tools, legend, scale and credits cover it. */
/** @import { Box } from '../types' */
import { byId } from '../core/dom.js';
import { map } from '../core/page.js';

const CLEAR_PX = 3;
const stage = byId('stage');
const names = [
  '#masthead',
  '#find',
  '#search-button',
  '#layers-button',
  '#zoom',
  '#legend',
  '#swatches',
  '#age-notice',
  '#marks-key',
  '#attribution',
  '.leaflet-control-scale',
];
const covers = names.flatMap((name) => stage.querySelector(name) ?? []);
/** @type {(() => void)[]} */
const listeners = [];
/** @type {Box[] | null} */
let boxes = null;

/** Call a function when something else is covered. @param {() => void} listener */
export const onOverlays = (listener) => listeners.push(listener);

/** Boxes [left, top, right, bottom] on the map, in its pixels, that something covers; measured once until one changes. */
export const overlays = () => {
  boxes ??= measure();
  return boxes;
};

/** @returns {Box[]} */
function measure() {
  const stand = map.getContainer().getBoundingClientRect();
  return covers
    .map((node) => node.getBoundingClientRect())
    .filter((box) => box.width > 0)
    .map((box) => [
      box.left - stand.left - CLEAR_PX,
      box.top - stand.top - CLEAR_PX,
      box.right - stand.left + CLEAR_PX,
      box.bottom - stand.top + CLEAR_PX,
    ]);
}

// The card moves the tools aside; the map's own size moves what hangs at its edges.
const watch = new ResizeObserver(() => {
  boxes = null;
  for (const listener of listeners) listener();
});
for (const node of [...covers, byId('card'), stage]) watch.observe(node);
