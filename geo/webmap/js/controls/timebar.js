/** The two clocks: the day looked at, with its range, steps and play; and the day of knowledge. */
import { byId } from '../core/dom.js';
import { clamp, dayNumber, longDate, mediumDate, payload, store } from '../core/page.js';
import { onPaint, onSettle, update } from '../core/state.js';
import { showSummary, summary } from './summary.js';
import { putOnAxis } from './axis.js';
import { dayField } from './day_field.js';

const PLAY_MS = 700;
/** @type {Record<string, number>} */
const ARROWS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
/** @type {Record<string, number>} */
const PAGES = { PageDown: -7, PageUp: 7 };
const range = byId('date', HTMLInputElement);
const known = byId('known', HTMLInputElement);
const play = byId('play');
let byKey = false;
let playing = 0;
let frame = 0;

const showKnown = dayField(
  known,
  () => store.state.known,
  (day) => update({ known: day }),
);

/** Go to a day and tell others later. @param {number} days */
function step(days) {
  update({ date: clamp(store.state.date + days) }, 'soon');
}

function stop() {
  clearInterval(playing);
  playing = 0;
  play.setAttribute('aria-pressed', 'false');
  play.setAttribute('aria-label', 'Play');
}

function start() {
  if (store.state.date >= payload.last) update({ date: clamp(payload.start) }, 'soon');
  play.setAttribute('aria-pressed', 'true');
  play.setAttribute('aria-label', 'Pause');
  playing = window.setInterval(() => (store.state.date >= payload.last ? stop() : step(1)), PLAY_MS);
}

range.addEventListener('input', () => {
  if (playing) stop();
  if (!frame) frame = requestAnimationFrame(follow);
});

/** Show the day under the thumb, once a frame at most. */
function follow() {
  frame = 0;
  update({ date: Number(range.value) }, byKey ? 'soon' : 'never');
}

range.addEventListener('change', () => {
  cancelAnimationFrame(frame);
  frame = 0;
  update({ date: Number(range.value) }, byKey ? 'soon' : 'now');
});
range.addEventListener('pointerdown', () => {
  byKey = false;
});
range.addEventListener('keydown', (event) => {
  byKey = true;
  // The bar may span a part of the case; its ends are those of the case all the same.
  const end = { Home: -payload.last, End: payload.last }[event.key];
  const days = end ?? PAGES[event.key] ?? (event.shiftKey ? 7 * (ARROWS[event.key] ?? 0) : 0);
  if (!days) return;
  event.preventDefault();
  step(days);
});

byId('previous').addEventListener('click', (event) => step(event.shiftKey ? -7 : -1));
byId('next').addEventListener('click', (event) => step(event.shiftKey ? 7 : 1));
play.addEventListener('click', () => (playing ? stop() : start()));

byId('known-today').addEventListener('click', () => update({ known: null }));
byId('known-that-day').addEventListener('click', () => update({ known: store.state.date }));

onPaint((state, view) => {
  const words = `${longDate(state.date)}, ${dayNumber(state.date)}`;
  if (Number(range.value) !== state.date) range.value = String(state.date);
  range.setAttribute('aria-valuetext', words);
  byId('day').textContent = longDate(state.date);
  byId('day-number').textContent = dayNumber(state.date);
  showSummary(state, view);
  const now = state.known === null;
  byId('bar').classList.toggle('past', !now);
  showKnown();
  byId('known-box').classList.toggle('is-today', now);
  byId('known-today').hidden = now;
  byId('known-that-day').hidden = state.known === state.date;
  byId('known-words').textContent = state.known === null ? '' : `as known on ${mediumDate(state.known)}`;
  putOnAxis(byId('now-line'), state.date);
  byId('previous', HTMLButtonElement).disabled = state.date === 0;
  byId('next', HTMLButtonElement).disabled = state.date === payload.last;
});

onSettle((state) => {
  const clock = state.known === null ? '' : `, as known on ${longDate(state.known)}`;
  byId('live').textContent = `${longDate(state.date)}${clock}: ${summary(state, store.view)}`;
});
