/**
 * Hosts the map document in a frame that may run scripts and nothing else, and passes messages of one fixed form.
 * The document travels once: later runs of the page find the same digest and leave the frame alone.
 */
/** @import { Component, FrameData, MapState, SpokenGround } from "./types" */

import { writeAddress } from '../../../geo/webmap/js/rules/address.js';

const STATE_KEYS = [
  'date',
  'known',
  'layers',
  'sides',
  'hidden',
  'hiddenFronts',
  'compare',
  'curve',
  'bodies',
  'selected',
];
const VIEWPOINT = /^-?[\d.]{1,14},-?[\d.]{1,14},[\d.]{1,6}$/;
const LIST_KEYS = ['layers', 'sides', 'hidden', 'hiddenFronts'];

/**
 * Keep the agreed fields of a state, each of its agreed type; null when there are none.
 * @param {unknown} raw @returns {Partial<MapState> | null}
 */
function checkedState(raw) {
  if (raw === null || typeof raw !== 'object') return null;
  /** @type {Record<string, unknown>} */
  const state = {};
  for (const key of STATE_KEYS) {
    const value = /** @type {Record<string, unknown>} */ (raw)[key];
    const isText = value === null || (typeof value === 'string' && value.length < 300);
    const isList = Array.isArray(value) && value.length < 500 && value.every((item) => typeof item === 'string');
    if (LIST_KEYS.includes(key) ? isList : isText) state[key] = value;
  }
  return Object.keys(state).length ? /** @type {Partial<MapState>} */ (state) : null;
}

/**
 * Keep a ground that a verdict speaks of, if it has its agreed form; undefined when it has not.
 * @param {any} raw @returns {SpokenGround | null | undefined}
 */
function checkedGround(raw) {
  if (raw === null) return null;
  const { name, reason, form, parts } = raw ?? {};
  const isSaid = [name, reason, form].every((text) => typeof text === 'string' && text.length < 600);
  return isSaid && Array.isArray(parts) ? { name, reason, form, parts } : undefined;
}

/** Write a state into the page's address, without a step in the browser's history. @param {MapState} state */
function showAddress({ at, ...state }) {
  const query = `?${writeAddress(state, at)}`;
  if (window.location.search !== query) window.history.replaceState(window.history.state, '', query);
}

/** Whether the page around is dark, by the lightness of its background. @param {Element} element */
function pageTheme(element) {
  const probe = document.createElement('canvas').getContext('2d');
  if (!probe) return 'light';
  probe.fillStyle = getComputedStyle(element).getPropertyValue('--st-background-color').trim() || '#ffffff';
  const hex = probe.fillStyle;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

/** @typedef {{digest: string, post: (state: MapState) => void, state: MapState, close: () => void}} Hosted */

/**
 * Make the frame once and wire it; its record stays on the element between runs.
 * @param {HTMLElement | ShadowRoot} root @param {FrameData} data @param {(state: MapState) => void} post @returns {Hosted}
 */
function openFrame(root, data, post) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('title', data.title);
  frame.srcdoc = data.document;
  /** @type {Hosted} */
  const record = { digest: data.digest, post, state: { ...data.initial, at: data.at }, close: () => {} };
  let posted = data.at;
  /** @param {object} message */
  const send = (message) => frame.contentWindow?.postMessage({ salient: 1, ...message }, '*');
  const host = root instanceof ShadowRoot ? root.host : root;
  /** @param {MessageEvent} event */
  const onMessage = (event) => {
    if (event.source !== frame.contentWindow || event.data?.salient !== 1) return;
    if (event.data.type === 'ready') {
      send({ type: 'theme', theme: pageTheme(host) });
      send({ type: 'set', state: data.initial });
      if (data.at) send({ type: 'at', at: data.at });
      showAddress(record.state);
    } else if (event.data.type === 'at') {
      const { at } = event.data;
      record.state = { ...record.state, at: typeof at === 'string' && VIEWPOINT.test(at) ? at : null };
      showAddress(record.state);
    } else if (event.data.type === 'state') {
      const state = checkedState(event.data.state);
      if (state) tell(state);
    }
  };
  /** @param {Partial<MapState>} part */
  const tell = (part) => {
    record.state = { ...record.state, ...part };
    showAddress(record.state);
    posted = record.state.at;
    record.post(record.state);
  };
  // Moving the map asks the server for nothing; it is told where the map looks when the pointer is back on the page.
  const onLeave = () => {
    if (record.state.at !== posted) tell({});
  };
  const leaving = ['pointermove', 'pointerdown'];
  for (const name of leaving) window.addEventListener(name, onLeave, { passive: true });
  /** @param {Event} event */
  const onSet = (event) => {
    const state = checkedState(/** @type {CustomEvent} */ (event).detail);
    if (!state) return;
    send({ type: 'set', state });
    tell(state);
  };
  /** @param {Event} event */
  const onShow = (event) => {
    const ground = checkedGround(/** @type {CustomEvent} */ (event).detail);
    if (ground === undefined) return;
    send({ type: 'show', ground });
    // On a phone the map is above the verdicts.
    if (ground) frame.scrollIntoView({ block: 'nearest' });
  };
  const themeWatch = new MutationObserver(() => send({ type: 'theme', theme: pageTheme(host) }));
  window.addEventListener('message', onMessage);
  window.addEventListener('salient:set', onSet);
  window.addEventListener('salient:show', onShow);
  themeWatch.observe(document.documentElement, { attributes: true, subtree: false });
  themeWatch.observe(document.head, { childList: true });
  record.close = () => {
    window.removeEventListener('message', onMessage);
    window.removeEventListener('salient:set', onSet);
    window.removeEventListener('salient:show', onShow);
    for (const name of leaving) window.removeEventListener(name, onLeave);
    themeWatch.disconnect();
    frame.remove();
  };
  root.querySelector('.frame')?.append(frame);
  return record;
}

/** @type {WeakMap<HTMLElement | ShadowRoot, Hosted>} */
const records = new WeakMap();

/** @param {Component<FrameData>} component */
export default function (component) {
  const { data, parentElement, setStateValue } = component;
  /** @param {MapState} state */
  const post = (state) => setStateValue('view', state);
  let record = records.get(parentElement);
  if (record && record.digest === data.digest) {
    record.post = post;
  } else {
    record?.close();
    record = openFrame(parentElement, data, post);
    records.set(parentElement, record);
  }
  return () => {
    records.get(parentElement)?.close();
    records.delete(parentElement);
  };
}
