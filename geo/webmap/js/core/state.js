/** The one state of the document, and the only way to change it. */
/** @import { AdvanceData, BodyData, ClaimData, SettlementData, Side, ZoneData } from '../payload' */
/** @import { State, Track, View } from '../types' */
import { stateReader } from '../rules/state.js';
import { byText } from '../rules/text.js';
import { advances, claims, dayOf, iso, payload, settlements, speakers, store, tracks, viewOn, zones } from './page.js';
import { CURVE_WORDS, LAYER_WORDS, SIDE_WORDS } from './words.js';

const SETTLE_MS = 350;
/** @type {Record<string, Map<string, object>>} */
const SELECTABLE = {
  advance: advances,
  body: speakers,
  settlement: settlements,
  zone: zones,
  claim: claims,
  front: tracks,
};
/** @type {((state: State, view: View) => void)[]} */
const painters = [];
/** @type {((state: State) => void)[]} */
const settlers = [];
let timer = 0;

/** Every claimant with the number of its records and its side, most records first. */
export const claimants = (() => {
  /** @type {Map<string, {who: string, side: Side, n: number}>} */
  const found = new Map();
  for (const record of [...payload.claims, ...payload.events, ...payload.orders]) {
    const entry = found.get(record.who) ?? { who: record.who, side: record.side, n: 0 };
    entry.n += 1;
    found.set(record.who, entry);
  }
  return [...found.values()].sort((a, b) => b.n - a.n || byText(a.who, b.who));
})();
const names = new Set(claimants.map(({ who }) => who));

/** Call a function with (state, view) after every change. @param {(state: State, view: View) => void} painter */
export const onPaint = (painter) => painters.push(painter);
/** Call a function once the state has come to rest. @param {(state: State) => void} settler */
export const onSettle = (settler) => settlers.push(settler);

/** Work out what is in effect and let every part of the page show it. */
export function paint() {
  store.view = viewOn(store.state);
  for (const painter of painters) painter(store.state, store.view);
}

/**
 * Change the state and paint.
 * @param {Partial<State>} change @param {'now' | 'soon' | 'never'} [settling] when others are told
 */
export function update(change, settling = 'now') {
  Object.assign(store.state, change);
  paint();
  if (settling === 'now') settle();
  if (settling === 'soon') {
    clearTimeout(timer);
    timer = window.setTimeout(settle, SETTLE_MS);
  }
}

/** Tell the others that the state has come to rest. */
export function settle() {
  clearTimeout(timer);
  for (const settler of settlers) settler(store.state);
}

/** The two halves of "type:id". @param {string} selected */
function parted(selected) {
  const cut = selected.indexOf(':');
  return { type: selected.slice(0, cut), id: selected.slice(cut + 1) };
}

/** Whether "type:id" names something in this case. @param {string} selected */
function isSelectable(selected) {
  const { type, id } = parted(selected);
  return Object.hasOwn(SELECTABLE, type) && SELECTABLE[type].has(id);
}

/**
 * The record behind "type:id".
 * @param {string} selected
 * @returns {{type: 'advance', id: string, record: AdvanceData} | {type: 'body', id: string, record: BodyData} | {type: 'settlement', id: string, record: SettlementData}
 *   | {type: 'zone', id: string, record: ZoneData} | {type: 'claim', id: string, record: ClaimData}
 *   | {type: 'front', id: string, record: Track}}
 */
export function resolve(selected) {
  const { type, id } = parted(selected);
  return /** @type {ReturnType<typeof resolve>} */ ({ type, id, record: SELECTABLE[type].get(id) });
}

/** Select something, or the same thing again to let go of it. @param {string | null} selected */
export const selectThing = (selected) => update({ selected: store.state.selected === selected ? null : selected });

/** The bodies of the day that a claim goes into, or that an advance is. @param {string} type @param {string} id */
const bodiesMadeOf = (type, id) =>
  [...store.view.bodies.values()].flatMap(({ body }) => {
    const holds = type === 'claim' && body.pieces.some(({ ids }) => ids.includes(id));
    return holds || (type === 'advance' && body.advance === id) ? [`body:${body.id}`] : [];
  });

/** What is to be highlighted for the selection: a claim lights everything that was drawn from it. */
export function highlighted() {
  /** @type {Set<string>} */
  const lit = new Set();
  if (store.state.selected === null) return lit;
  const found = resolve(store.state.selected);
  lit.add(store.state.selected);
  const { type, id: selected } = found;
  for (const name of bodiesMadeOf(type, selected)) lit.add(name);
  if (found.type !== 'claim') return lit;
  const { id, record } = found;
  for (const advance of payload.advances) {
    if (advance.depth === id || advance.width === id) lit.add(`advance:${advance.id}`);
  }
  for (const event of payload.events) if (event.claim === id) lit.add(`settlement:${event.settlement}`);
  for (const order of payload.orders) if (order.claim === id) lit.add(`zone:${order.zone}`);
  if (record.zone) lit.add(`zone:${record.zone}`);
  return lit;
}

/** How a state that comes from outside is read, and written as plain data. */
export const reader = stateReader({
  dayOf,
  iso,
  names: {
    layers: (name) => Object.hasOwn(LAYER_WORDS, name),
    sides: (name) => Object.hasOwn(SIDE_WORDS, name),
    hidden: (name) => names.has(name),
    hiddenFronts: (name) => tracks.has(name),
  },
  curves: Object.keys(CURVE_WORDS),
  bodies: Object.keys(payload.bodyChoices),
  isSelectable,
});

/** The state as plain data. */
export const writeState = () => reader.writeState(store.state);
