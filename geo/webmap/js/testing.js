/** What the browser's tests and benchmarks reach into, as `Salient`; nothing in the page uses it. */
export { map, payload, dayOf, iso, tracks, store } from './core/page.js';
export { reader, update, writeState } from './core/state.js';
export { SIDE_WORDS } from './core/words.js';
export { onlyToday } from './data/later.js';
export { areasOf, differenceOf } from './data/difference.js';
export { ringsIn } from './data/series.js';
export { frontKey } from './layers/fronts_style.js';
export { frameOf } from './layers/canvas_layer.js';
export { outlineOf } from './layers/fronts_paths.js';
export { frontsLayer, loadFronts } from './layers/fronts.js';
export { endsOfDifference, frontOn } from './rules/fronts.js';
export { placeIndex } from './controls/search.js';
