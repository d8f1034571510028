/** How much of each layer stands on the day; where the filters leave nothing, how much they hide, with a button that shows it. */
/** @import { State, View } from '../types' */
import { byId, el } from '../core/dom.js';
import { mediumDate, payload, tracks } from '../core/page.js';
import { update } from '../core/state.js';
import { counted, formatNumber } from '../core/text.js';
import { LAYER_WORDS, SIDE_WORDS } from '../core/words.js';
import { otherView } from '../data/other_view.js';
import { frontsOn } from '../rules/fronts.js';
import { frontsShown, isKnown } from '../layers/fronts.js';
import { zonesShown } from '../layers/zones.js';

/** Layers that hold what is said of a day, each with a count of all and of what is on the map, and its word. */
/** @typedef {[layer: string, all: number, onMap: number, what: string]} Count */

const line = byId('summary');
let shown = '';

/**
 * "28 places (14 on the map)": all that stand, as the pages count them, and where fewer are on the map, how many.
 * @param {number} all @param {number} onMap @param {string} what
 */
const inEffect = (all, onMap, what) => counted(all, what) + (onMap < all ? ` (${formatNumber(onMap)} on the map)` : '');

/** @param {State} state @param {View} view @returns {Count[]} */
function countsOf(state, view) {
  const drawn = frontsShown(state, view).filter(isKnown).length;
  /** @type {Count[]} */
  const layers = [
    ['advances', view.advances.size, view.advances.size, 'claimed advance'],
    ['places', view.places.size, view.placesOnMap, 'place'],
    ['zones', view.zones.size, zonesShown(view), 'evacuation zone'],
    ['fronts', drawn, drawn, 'front'],
  ];
  return layers.filter(([layer]) => state.layers.has(layer) && (layer !== 'fronts' || tracks.size > 0));
}

/** All filters taken off. */
const UNFILTERED = () => ({
  layers: new Set(Object.keys(LAYER_WORDS)),
  sides: new Set(Object.keys(SIDE_WORDS)),
  hidden: /** @type {Set<string>} */ (new Set()),
  hiddenFronts: /** @type {Set<string>} */ (new Set()),
});

/** What would stand without filters: "6 claimed advances, 24 places"; empty where nothing would. @param {State} state */
function hiddenBy(state) {
  const all = otherView({ ...state, ...UNFILTERED() });
  const fronts = [...frontsOn(tracks, state).values()].filter(isKnown).length;
  /** @type {[number, string][]} */
  const counts = [
    [all.advances.size, 'claimed advance'],
    [all.places.size, 'place'],
    [all.zones.size, 'evacuation zone'],
    [fronts, 'front'],
  ];
  return counts.flatMap(([n, what]) => (n ? counted(n, what) : [])).join(', ');
}

/** Why there is nothing, if there is nothing: "Hidden by the filters: 24 places". @param {State} state @param {Count[]} counts */
function emptyWords(state, counts) {
  if (counts.some(([, n]) => n > 0)) return null;
  const hidden = hiddenBy(state);
  if (hidden) return { words: `Hidden by the filters: ${hidden}`, filtered: true };
  return {
    words: state.known === null ? 'Nothing claimed by this day' : 'Nothing of this day was known by then',
    filtered: false,
  };
}

/** "2 claimed advances, 28 places (14 on the map), 5 evacuation zones". @param {State} state @param {View} view */
export function summary(state, view) {
  const counts = countsOf(state, view);
  const end = state.date > payload.until ? `; the ledger ends on ${mediumDate(payload.until)}` : '';
  const words = emptyWords(state, counts)?.words ?? counts.map(([, ...rest]) => inEffect(...rest)).join(', ');
  return words + end;
}

/** Write the summary, and where the filters hide all, the way to show it. @param {State} state @param {View} view */
export function showSummary(state, view) {
  const empty = emptyWords(state, countsOf(state, view));
  const words = summary(state, view);
  const wanted = `${words} ${empty?.filtered ?? false}`;
  if (wanted === shown) return;
  shown = wanted;
  line.replaceChildren(words);
  line.classList.toggle('is-empty', Boolean(empty?.filtered));
  if (!empty?.filtered) return;
  const button = el('button', { type: 'button', class: 'link', id: 'show-hidden' }, 'Show what is hidden');
  button.addEventListener('click', () => update(UNFILTERED()));
  line.append(' ', button);
}
