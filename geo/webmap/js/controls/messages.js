/**
 * How the state leaves and enters: messages with the page around us when isHosted, the address when alone.
 *
 * out: {salient: 1, type: 'ready'} · {salient: 1, type: 'state', state} · {salient: 1, type: 'at', at}
 * in:  {salient: 1, type: 'show', ground: SpokenGround | null} ·
 *      {salient: 1, type: 'set', state: part} · {salient: 1, type: 'at', at: 'lon,lat,zoom'} · {salient: 1, type: 'theme', theme: 'light' | 'dark'}
 */
import { lookOf, readAddress, writeAddress } from '../rules/address.js';
import { byId } from '../core/dom.js';
import { isFramed, isHosted, store } from '../core/page.js';
import { onSettle, reader, update, writeState } from '../core/state.js';
import { CURVE_WORDS, LAYER_WORDS, SIDE_WORDS } from '../core/words.js';
import { readGround, showSpoken } from '../layers/spoken_ground.js';
import { showNotice } from './notice.js';
import { lookAt, onLook, viewpoint } from './viewpoint.js';

const root = document.documentElement;
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const [FIRST_CURVE] = Object.keys(CURVE_WORDS);
let told = '';

/** Paint in a theme. @param {string} theme */
function setTheme(theme) {
  root.dataset.theme = theme;
}

/** @param {object} message @param {string} keys in their order */
const hasExactly = (message, keys) => Object.keys(message).sort().join() === keys;

/** Show a ground, or none; what has another form is left alone. @param {unknown} raw */
function receiveGround(raw) {
  const ground = readGround(raw);
  if (raw === null || ground !== null) showSpoken(ground);
}

/** Take over a part of a state. @param {unknown} raw */
function receiveState(raw) {
  const change = reader.readState(raw);
  if (change === null) return;
  update(change, 'never');
  told = JSON.stringify(writeState());
}

/**
 * What a message may be: by its type the one field it has, and what is done with that.
 * @type {Record<string, [field: string, act: (value: any) => void]>}
 */
const RECEIVED = {
  theme: ['theme', (theme) => ['light', 'dark'].includes(theme) && setTheme(theme)],
  at: ['at', lookAt],
  show: ['ground', receiveGround],
  set: ['state', receiveState],
};

/** Act on a message of the page around us; anything else is left alone. @param {MessageEvent} event */
function receive(event) {
  const message = event.data;
  if (event.source !== window.parent || message === null || typeof message !== 'object' || message.salient !== 1) {
    return;
  }
  if (typeof message.type !== 'string' || !Object.hasOwn(RECEIVED, message.type)) return;
  const [field, act] = RECEIVED[message.type];
  if (hasExactly(message, [field, 'salient', 'type'].sort().join())) act(message[field]);
}

/**
 * A sandboxed frame has no origin of its own and can't know its parent's; nothing secret is in the message.
 * @param {object} message
 */
const send = (message) => window.parent.postMessage({ salient: 1, ...message }, '*');

function tell() {
  const state = writeState();
  const text = JSON.stringify(state);
  if (text === told) return;
  told = text;
  send({ type: 'state', state });
}

/** The address's part after #, as a change of state, and what of it can't be read. */
function fromAddress() {
  const defaults = {
    known: null,
    selected: null,
    layers: new Set(Object.keys(LAYER_WORDS)),
    sides: new Set(Object.keys(SIDE_WORDS)),
    hidden: new Set(),
    hiddenFronts: new Set(),
    compare: null,
    curve: FIRST_CURVE,
  };
  return readAddress(location.hash.slice(1), defaults, reader);
}

/** Look where the address says; what of that can't be read. @returns {string[]} */
function lookFromAddress() {
  const look = lookOf(location.hash.slice(1));
  return !look || lookAt(look.at) ? [] : [look.words];
}

/** Say what of the address can't be read. @param {string[]} unread */
function complain(unread) {
  if (unread.length === 0) return;
  const words = `Not understood in the address, and left out: ${unread.join('; ')}`;
  showNotice(words);
  byId('live').textContent = words;
}

function toAddress() {
  const hash = `#${writeAddress(writeState(), viewpoint())}`;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}

function followAddress() {
  const { change, unread } = fromAddress();
  if (location.hash.length > 1) Object.assign(store.state, change);
  unread.push(...lookFromAddress());
  onSettle(toAddress);
  onLook(toAddress);
  window.addEventListener('hashchange', () => {
    const missed = lookFromAddress();
    const { change: next, unread: others } = fromAddress();
    update(next);
    complain([...others, ...missed]);
  });
  return unread;
}

function followHost() {
  window.addEventListener('message', receive);
  onSettle(tell);
  onLook((at) => send({ type: 'at', at }));
  told = JSON.stringify(writeState());
}

setTheme(dark.matches ? 'dark' : 'light');
if (isHosted) followHost();
else dark.addEventListener('change', () => setTheme(dark.matches ? 'dark' : 'light'));
const unreadAtFirst = isHosted || isFramed ? [] : followAddress();

/** Once the map is on the screen, tell the page around us, or the reader what of the address was left out. */
export function sayReady() {
  if (isHosted) send({ type: 'ready' });
  else complain(unreadAtFirst);
}
