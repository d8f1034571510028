/** The field that finds a place and flies the map there: a combobox with a list, for pointer, keyboard and screen reader. */
/** @import { Match, Thing } from '../types' */
import { PlaceIndex } from '../rules/place_index.js';
import { isCyrillic } from '../rules/spelling.js';
import { byId, el, fill } from '../core/dom.js';
import { latLngs, map, payload } from '../core/page.js';
import { update } from '../core/state.js';
import { distinct } from '../core/text.js';
import { showNotice } from './notice.js';

const CLOSE_ZOOM = 11.5;
const box = byId('search');
const field = byId('find', HTMLInputElement);
const list = byId('found');
const opener = byId('search-button');
/** @type {Match[]} */
let shown = [];
let chosen = -1;
/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** Everything that has a name. @returns {Thing[]} */
function things() {
  /** @type {Map<string, number>} */
  const said = new Map();
  for (const { settlement } of payload.events) said.set(settlement, (said.get(settlement) ?? 0) + 1);
  /** @param {{name: string, ru?: string, uk?: string}} record */
  const names = ({ name, ru, uk }) => distinct([name, ru, uk]);
  const places = payload.settlements.map((place) => ({
    kind: 'settlement',
    id: place.id,
    names: names(place),
    weight: said.get(place.id) ?? 0,
    at: place.at,
    about: [place.district && `${place.district} district`, place.oblast].filter(Boolean).join(', '),
  }));
  const zoned = payload.zones.map((zone) => ({
    kind: 'zone',
    id: zone.id,
    names: names(zone),
    weight: 0,
    shape: zone.shape,
    about: 'evacuation zone',
  }));
  const known = new Set(places.flatMap((place) => place.names));
  const towns = payload.base.flatMap(({ at, nameEn, nameRu, nameUk }) =>
    at && nameEn && !known.has(nameEn)
      ? [{ kind: 'town', id: nameEn, names: distinct([nameEn, nameRu, nameUk]), weight: 0, at, about: 'town' }]
      : [],
  );
  return [...places, ...zoned, ...towns];
}

/** The case's names, folded while the browser is idle. */
export const placeIndex = new PlaceIndex(things(), payload.spelling);

/** Fold names while the browser has nothing else to do; one that can't say so folds them when the field is entered. */
export function foldIdly() {
  if (!window.requestIdleCallback || placeIndex.isReady) return;
  window.requestIdleCallback((idle) => {
    while (!placeIndex.isReady && idle.timeRemaining() > 1) placeIndex.foldNext();
    foldIdly();
  });
}

/** @param {Thing} thing */
const onMap = (thing) => Boolean(thing.at || thing.shape);

/** @param {Thing} thing @param {number} number */
function option(thing, number) {
  const [first, ...rest] = thing.names;
  const other = rest.find((name) => isCyrillic(name) !== isCyrillic(first));
  const where = [thing.about, onMap(thing) ? '' : 'not on the map'].filter(Boolean).join(' · ');
  const row = el(
    'li',
    { role: 'option', id: `found-${number}`, 'aria-selected': 'false' },
    el('span', {}, first, other ? el('span', { class: 'quiet' }, ` ${other}`) : null),
    el('span', { class: 'quiet' }, where),
  );
  row.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    take(thing);
  });
  return row;
}

/** @param {Match[]} matches */
function open(matches) {
  shown = matches;
  chosen = matches.length ? 0 : -1;
  fill(
    list,
    ...matches.map(option),
    matches.length || !field.value.trim() ? null : el('li', { class: 'quiet' }, 'No place of that name'),
  );
  list.hidden = !field.value.trim();
  field.setAttribute('aria-expanded', String(!list.hidden));
  mark();
}

function mark() {
  [...list.children].forEach((row, number) => row.setAttribute('aria-selected', String(number === chosen)));
  if (chosen < 0) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', `found-${chosen}`);
  list.children[chosen]?.scrollIntoView?.({ block: 'nearest' });
}

function close() {
  list.hidden = true;
  field.setAttribute('aria-expanded', 'false');
}

/**
 * Open the field or fold it away, where the map is too narrow for it to stand open: there is a button for it there.
 * @param {boolean} on
 */
function unfold(on) {
  box.classList.toggle('open', on);
  opener.setAttribute('aria-expanded', String(on));
}

/** Fold the field away and go to its button, where there is one. */
function leave() {
  unfold(false);
  opener.focus();
}

/** Go to a thing: the map flies there, and what can be selected is. @param {Thing} thing */
function take(thing) {
  field.value = thing.names[0];
  close();
  leave();
  if (thing.kind !== 'town') update({ selected: `${thing.kind}:${thing.id}` });
  if (thing.at) map.setView([thing.at[1], thing.at[0]], Math.max(map.getZoom(), CLOSE_ZOOM));
  else if (thing.shape) map.fitBounds(L.latLngBounds(thing.shape.flat().flatMap(latLngs)), { maxZoom: CLOSE_ZOOM });
  const note = onMap(thing) ? '' : ', not on the map: its place is not established';
  byId('live').textContent = `${thing.names[0]}${note}`;
  if (!onMap(thing)) showNotice(`${thing.names[0]} is not on the map: its place is not established`);
}

field.addEventListener('input', () => open(placeIndex.find(field.value)));
field.addEventListener('focus', () => {
  placeIndex.makeReady();
  if (field.value.trim()) open(placeIndex.find(field.value));
});
field.addEventListener('blur', () => {
  close();
  unfold(false);
});
opener.addEventListener('click', () => {
  unfold(true);
  field.focus();
  field.select();
});
field.addEventListener('keydown', (event) => {
  const step = STEPS[event.key];
  if (step && shown.length && !list.hidden) {
    event.preventDefault();
    chosen = (chosen + step + shown.length) % shown.length;
    mark();
  }
  if (event.key === 'Enter' && chosen >= 0 && !list.hidden) {
    // The button that then has the focus is not to take the key for its own.
    event.preventDefault();
    take(shown[chosen]);
  }
  if (event.key === 'Escape') {
    event.stopPropagation();
    event.preventDefault();
    if (list.hidden) {
      field.value = '';
      leave();
    }
    close();
  }
});
box.hidden = payload.settlements.length + payload.zones.length === 0;
