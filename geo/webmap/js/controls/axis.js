/** Which days the time bar spans: first the busiest, so that a busy month is not a smudge; fewer, more, or all of them. */
import { byId, el, fill } from '../core/dom.js';
import { clamp, iso, payload, shortDate, store } from '../core/page.js';
import { onPaint, paint } from '../core/state.js';
import { counted } from '../core/text.js';

const SPANS = [182, 61, 21];
const ROOM_PX = 52;
const range = byId('date', HTMLInputElement);
const holder = byId('axis');
const fewer = byId('fewer-days', HTMLButtonElement);
const more = byId('more-days', HTMLButtonElement);
const whole = byId('whole-period', HTMLButtonElement);
/** How many days lie between a span's first and last, the longest first. */
const lengths = [payload.last, ...SPANS.filter((days) => days < payload.last)];
/** @typedef {{first: number, last: number}} Span */

/** @type {Span} */
const busiest = { first: payload.busiest[0], last: payload.busiest[1] };
/** @param {Span} span */
const lengthOf = ({ first, last }) => last - first;
/** @param {Span} span @param {number} day */
const holds = ({ first, last }, day) => day >= first && day <= last;

/** @type {((span: Span) => void)[]} */
const listeners = [];
let held = false;

/** The bar's first and last day. */
export const axis = { span: { first: 0, last: payload.last } };

/** Where on the bar a day lies: 0 its first day, 1 its last; outside of that it is off the bar. @param {number} day */
export const axisShare = (day) => (day - axis.span.first) / Math.max(1, lengthOf(axis.span));

/** The day at a share of the bar. @param {number} share @returns {number} */
export const axisDay = (share) => clamp(Math.round(axis.span.first + share * lengthOf(axis.span)));

/** Put a line where a day lies, or nowhere. @param {HTMLElement} line @param {number | null} day */
export const putOnAxis = (line, day) => {
  const share = day === null ? -1 : axisShare(day);
  line.hidden = share < 0 || share > 1;
  line.style.left = `${100 * share}%`;
};

/** Call a function whenever the bar spans other days. @param {(span: Span) => void} listener */
export const onAxis = (listener) => listeners.push(listener);

/** Days of a month that are named under the bar, the fewest first; the first set of most that has room is taken. */
const NAMED = [['01'], ['01', '15'], ['01', '08', '15', '22'], null];

/**
 * Days to name under the bar: the case's start, and as many others, evenly, as have room.
 * @param {Span} span
 */
function marksOf({ first, last }) {
  const room = (ROOM_PX * (last - first)) / Math.max(1, holder.clientWidth);
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  /** @param {number[]} marks */
  const fits = (marks) => marks.every((day, i) => i === 0 || day - marks[i - 1] >= room);
  const sets = NAMED.map((named) => days.filter((day) => named === null || named.includes(iso(day).slice(8))));
  const found = sets.findLast(fits) ?? sets[0];
  /** @type {number[]} */
  const kept = [];
  for (const day of [payload.start, ...found, first, last]) {
    if (holds({ first, last }, day) && kept.every((other) => Math.abs(other - day) >= room)) kept.push(day);
  }
  return kept;
}

function mark() {
  fill(
    holder,
    ...marksOf(axis.span).map((day) => {
      const name = el('span', {}, shortDate(day));
      name.style.left = `${100 * axisShare(day)}%`;
      return name;
    }),
  );
}

/** @param {Span} span */
function show(span) {
  axis.span = span;
  range.min = String(span.first);
  range.max = String(span.last);
  range.value = String(store.state.date);
  mark();
  const length = lengthOf(span);
  fewer.disabled = length <= lengths[lengths.length - 1];
  more.disabled = length >= payload.last;
  whole.setAttribute('aria-pressed', String(more.disabled));
  for (const draw of listeners) draw(span);
}

/** So many days around the day looked at. @param {number} length @returns {Span} */
function around(length) {
  const first = Math.min(payload.last - length, Math.max(0, store.state.date - Math.round(length / 2)));
  return { first, last: first + length };
}

/** The busiest days, or as many around the day looked at if that is not one of them. */
const opening = () => (holds(busiest, store.state.date) ? busiest : around(lengthOf(busiest)));

/** @param {Span} span */
function choose(span) {
  show(span);
  paint();
  byId('live').textContent =
    lengthOf(span) === payload.last
      ? 'The time bar spans all days'
      : `The time bar spans ${counted(lengthOf(span) + 1, 'day')}, ${shortDate(span.first)} to ${shortDate(span.last)}`;
}

/** Fewer days, or more. @param {1 | -1} by */
function zoom(by) {
  const now = lengthOf(axis.span);
  const length = by > 0 ? lengths.find((days) => days < now) : lengths.findLast((days) => days > now);
  if (length !== undefined) choose(around(length));
}

/** All days; from there back to few. */
function toggleWhole() {
  const few = lengthOf(busiest) < payload.last ? opening() : around(lengths[Math.min(1, lengths.length - 1)]);
  choose(lengthOf(axis.span) < payload.last ? { first: 0, last: payload.last } : few);
}

fewer.addEventListener('click', () => zoom(1));
more.addEventListener('click', () => zoom(-1));
whole.addEventListener('click', toggleWhole);
byId('spans').hidden = lengths.length === 1;
/** @type {Record<string, () => void>} */
const KEYS = { '+': () => zoom(1), '=': () => zoom(1), '-': () => zoom(-1), '−': () => zoom(-1), 0: toggleWhole };
range.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
});

// Under the thumb the bar stands still; let go near its end, it goes on from there.
range.addEventListener('pointerdown', () => {
  held = true;
});
for (const type of ['pointerup', 'pointercancel', 'change']) {
  range.addEventListener(type, () => {
    held = false;
  });
}

/** Whether the day is off the bar, or at an end beyond which there are more days. @param {number} day */
const atEnd = (day) =>
  (day <= axis.span.first && axis.span.first > 0) || (day >= axis.span.last && axis.span.last < payload.last);

new ResizeObserver(mark).observe(holder);

/** Draw the bar for the first time, once everything on it listens. */
export const openAxis = () => show(opening());
onPaint((state) => {
  if (!held && atEnd(state.date)) show(around(lengthOf(axis.span)));
});
