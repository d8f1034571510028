/** The legend: what each mark that is in view now means, and what is not on the map. */
/** @import { Side } from '../payload' */
/** @import { Track } from '../types' */
import { byId, el, fill, svg } from '../core/dom.js';
import { isHosted, map, payload, placeSlots, tracks } from '../core/page.js';
import { onPaint, selectThing } from '../core/state.js';
import { counted } from '../core/text.js';
import { BAND_WORDS, ORDER_WORDS, SIDE_WORDS, STATUS_WORDS } from '../core/words.js';
import { chip } from '../layers/chips.js';
import { frontsTrouble } from '../layers/fronts.js';
import { frontKey } from '../layers/fronts_style.js';
import { crowdKey } from '../layers/place_crowds.js';
import { MOST_ALONE } from '../layers/places.js';
import { zonesShown } from '../layers/zones.js';

/** @typedef {import('../core/dom.js').Attributes} Attributes */

const legend = byId('legend', HTMLDetailsElement);
const body = byId('legend-body');

/** What is listed, by what on the map it explains. @type {{item: HTMLElement, selector: string}[]} */
const listed = [];

/** What on the map looks like a sample: a path of its classes, or a place's mark of its symbol. @param {Element} mark */
function likeSample(mark) {
  const sample = mark.querySelector('rect, path');
  if (mark.classList.contains('place-key')) {
    if (mark.classList.contains('disputed')) return '.place.disputed:not(.off)';
    const status = mark.querySelector('use')?.getAttribute('href')?.replace('#sym-', '');
    return `.place:not(.off)[data-status="${status}"]`;
  }
  // Leaflet draws nothing of a path that is far out of sight.
  return sample ? `path.${[...sample.classList].join('.')}:not(.off):not([d="M0 0"])` : '';
}

/**
 * A sample and what it means, listed while something on the map that is like it is in view.
 * @param {Element} mark @param {string} text @param {string} [selector] of what it explains; empty: it is always listed
 */
function key(mark, text, selector = likeSample(mark)) {
  const item = el('li', {}, mark, el('span', {}, text));
  if (selector) listed.push({ item, selector });
  return item;
}
/** @param {string} className @param {Attributes} [attributes] */
const box = (className, attributes = {}) =>
  svg(
    'svg',
    { class: 'key', viewBox: '0 0 30 16', 'aria-hidden': 'true' },
    svg('rect', { class: className, x: 1, y: 1, width: 28, height: 14, ...attributes }),
  );
/** @param {string} className */
const stroke = (className) =>
  svg(
    'svg',
    { class: 'key', viewBox: '0 0 30 16', 'aria-hidden': 'true' },
    svg('path', { class: className, d: 'M1 8H29', fill: 'none' }),
  );
/** @param {string} status @param {boolean} [disputed] */
const symbol = (status, disputed = false) =>
  svg(
    'svg',
    { class: `key place-key ${disputed ? 'disputed' : ''}`, viewBox: '-15 -12 30 24', 'aria-hidden': 'true' },
    svg('circle', { class: 'ring', r: 10 }),
    svg('use', { href: `#sym-${status}` }),
  );
/** @param {string} title @param {string | null} note @param {Node[]} items */
const section = (title, note, items) =>
  el('section', {}, el('h3', {}, title), note ? el('p', {}, note) : null, el('ul', {}, ...items));

function advances() {
  const { fades, doubtful, ended } = payload.ages;
  return section('Claimed ground', 'Made of claimed figures. Never control.', [
    ...Object.entries(BAND_WORDS).map(([band, words]) =>
      key(box(`band band-${band}`), words ? `${band}: ${words}` : band),
    ),
    key(box('band band-likely implied'), 'broken hatch: implied, not stated'),
    key(box('band band-likely faded'), `outline: over ${fades} days old`),
    key(box('band band-likely doubtful'), `thin: over ${doubtful}; goes after ${ended}`),
    key(stroke('reach'), `claimed distance; goes after ${fades} days`),
    key(stroke('stretch'), 'stretch of border it is drawn on'),
  ]);
}

function places() {
  const statuses = new Set(payload.events.map(({ status }) => /** @type {string} */ (status)));
  const items = Object.entries(STATUS_WORDS)
    .filter(([status]) => statuses.has(status))
    .map(([status, words]) => key(symbol(status), words));
  if (items.length === 0) return null;
  items.push(key(symbol('claimed', true), 'disputed: latest words contradict'));
  if (placeSlots.size > MOST_ALONE) {
    items.push(key(crowdKey(), 'several in one spot, by whose latest word; a click goes closer', '.crowd'));
  }
  if (payload.settlements.some((place) => place.precision)) {
    items.push(key(box('precision', { rx: 7 }), 'how far off a point may be'));
  }
  return el(
    'section',
    {},
    el('h3', {}, 'Places, by the latest word'),
    el('ul', {}, ...items),
    el('ul', { class: 'sides' }, ...sides()),
  );
}

/** Whose letter is whose, those in view. */
const sides = () =>
  Object.entries(SIDE_WORDS).map(([side, words]) =>
    key(chip(/** @type {Side} */ (side)), words, `.place:not(.off)[data-said-by~="${side}"], .crowd`),
  );

/** @param {string} which */
const onZones = (which) => `path.zone${which}:not(.off):not([d="M0 0"])`;

function zones() {
  const kinds = new Set(payload.orders.map(({ kind }) => /** @type {string} */ (kind)));
  const items = Object.entries(ORDER_WORDS)
    .filter(([kind]) => kinds.has(kind))
    .map(([kind, words]) =>
      key(box('zone', { 'data-order': `${kind}-whole` }), words, onZones(`[data-order^="${kind}-"]`)),
    );
  if (items.length === 0) return null;
  if (payload.orders.some((o) => o.scope === 'part')) {
    items.push(
      key(
        box('zone', { 'data-order': 'mandatory-part' }),
        'sparser: a part of the zone',
        onZones('[data-order$="-part"]'),
      ),
    );
  }
  if (payload.zones.some((z) => z.extent === 'approximate')) {
    items.push(key(box('zone zone-approximate'), 'dashed: approximate, derived by us'));
  }
  return section('Evacuation zones', null, items);
}

/** A mapper's line in the legend, which also selects its front: the way to it by keyboard. @param {Track} track */
function front(track) {
  const button = el('button', { type: 'button', class: 'front-choice' }, frontKey(track), el('span', {}, track.title));
  button.addEventListener('click', () => selectThing(`front:${track.id}`));
  onPaint((state) => button.setAttribute('aria-pressed', String(state.selected === `front:${track.id}`)));
  return el('li', {}, button);
}

function fronts() {
  const [first] = tracks.values();
  if (!first) return null;
  const items = [...tracks.values()].map(front);
  const compared = el(
    'div',
    {},
    key(frontKey(first, { kind: 'gained' }), 'gained, against the other day', ''),
    key(frontKey(first, { kind: 'lost' }), 'lost', ''),
  );
  onPaint((state) => {
    compared.hidden = state.compare === null;
    byId('fronts-trouble').textContent = frontsTrouble();
  });
  const { fades, doubtful, ended } = payload.ages;
  const carried = [
    key(frontKey(first, { age: 'carried' }), `carried forward, ${fades} days at most`, ''),
    key(frontKey(first, { age: 'faded' }), `older, ${doubtful} days at most`, ''),
    key(frontKey(first, { age: 'doubtful' }), `doubtful by its age; after ${ended} days not drawn`, ''),
  ];
  return [
    section('Mappers’ fronts', 'What a mapper drew: nobody’s claim, no proof of control.', [
      ...items,
      ...carried,
      compared,
    ]),
    el('p', { id: 'fronts-trouble', class: 'warn-text' }),
  ];
}

const missing = el('p', { id: 'missing' });
fill(body, ...[advances(), fronts(), places(), zones()].flat(), missing);
legend.open = window.matchMedia(
  isHosted ? '(min-width: 1200px) and (min-height: 700px)' : '(min-width: 900px) and (min-height: 640px)',
).matches;

const holder = map.getContainer();
const sections = [...body.querySelectorAll('section')];
let looks = '';

/** One of each look that is on the map. @returns {Map<string, Element>} */
function distinctLooks() {
  /** @type {Map<string, Element>} */
  const found = new Map();
  for (const node of holder.querySelectorAll('path:not(.off), .place:not(.off), .crowd')) {
    const { saidBy, status, order } = /** @type {HTMLElement | SVGElement} */ (node).dataset;
    const outOfSight = node.getAttribute('d') === 'M0 0';
    found.set(`${node.getAttribute('class')} ${saidBy} ${status} ${order} ${outOfSight}`, node);
  }
  return found;
}

/** List what is in view, and no section without anything; nothing is done while the same looks are on the map. */
function list() {
  const found = distinctLooks();
  const now = [...found.keys()].sort().join('|');
  if (now === looks) return;
  looks = now;
  const nodes = [...found.values()];
  for (const { item, selector } of listed) {
    item.hidden = !nodes.some((node) => node.matches(selector));
  }
  for (const part of sections) part.hidden = !part.querySelector('li:not([hidden])');
}

map.on('moveend', () => requestAnimationFrame(list));
onPaint((_, view) => {
  const lost = view.places.size - view.placesOnMap;
  const formless = view.zones.size - zonesShown(view);
  const lines = [];
  if (lost > 0) lines.push(`${counted(lost, 'place')} named without established coordinates: not on the map.`);
  if (formless > 0) lines.push(`${counted(formless, 'zone')} named without a known extent: not on the map.`);
  const words = lines.join(' ');
  if (missing.textContent !== words) missing.textContent = words;
  list();
});
