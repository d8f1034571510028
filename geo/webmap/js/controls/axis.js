/** Which days the time bar spans: all of them, or fewer around the day looked at, so that a busy month is not a smudge. */
import { byId, el, fill } from '../core/dom.js';
import { clamp, isMonthStart, iso, payload, shortDate, store } from '../core/page.js';
import { onPaint, paint } from '../core/state.js';
import { counted } from '../core/text.js';

const SPANS = [182, 61, 21];
const MARKS = 3;
const ROOM_PX = 46;
const range = byId('date', HTMLInputElement);
const holder = byId('axis');
const fewer = byId('fewer-days', HTMLButtonElement);
const more = byId('more-days', HTMLButtonElement);
const choices = [payload.last, ...SPANS.filter((days) => days < payload.last)];
/** @typedef {{first: number, last: number}} Span */

/** @type {((span: Span) => void)[]} */
const listeners = [];
let choice = 0;
let held = false;

/** The bar's first and last day. */
export const axis = { span: { first: 0, last: payload.last } };

/** Where on the bar a day lies: 0 its first day, 1 its last; outside of that it is off the bar. @param {number} day */
export const axisShare = (day) => (day - axis.span.first) / Math.max(1, axis.span.last - axis.span.first);

/** The day at a share of the bar. @param {number} share @returns {number} */
export const axisDay = (share) => clamp(Math.round(axis.span.first + share * (axis.span.last - axis.span.first)));

/** Put a line where a day lies, or nowhere. @param {HTMLElement} line @param {number | null} day */
export const putOnAxis = (line, day) => {
  const share = day === null ? -1 : axisShare(day);
  line.hidden = share < 0 || share > 1;
  line.style.left = `${100 * share}%`;
};

/** Call a function whenever the bar spans other days. @param {(span: Span) => void} listener */
export const onAxis = (listener) => listeners.push(listener);

/**
 * Days to name under the bar: the start, the months, with few of those every seventh day; each where it has room.
 * @param {Span} span
 */
function marksOf({ first, last }) {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const months = days.filter(isMonthStart);
  const weeks = months.length < MARKS ? days.filter((day) => ['08', '15', '22'].includes(iso(day).slice(8))) : [];
  const room = (ROOM_PX * (last - first)) / Math.max(1, holder.clientWidth);
  /** @type {number[]} */
  const kept = [];
  for (const day of [payload.start, ...months, ...weeks]) {
    if (day >= first && day <= last && kept.every((other) => Math.abs(other - day) >= room)) kept.push(day);
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

function place() {
  const days = choices[choice];
  const first = Math.min(payload.last - days, Math.max(0, store.state.date - Math.round(days / 2)));
  axis.span = { first, last: first + days };
  range.min = String(axis.span.first);
  range.max = String(axis.span.last);
  range.value = String(store.state.date);
  mark();
  fewer.disabled = choice === choices.length - 1;
  more.disabled = choice === 0;
  for (const draw of listeners) draw(axis.span);
}

/** @param {number} by */
function zoom(by) {
  choice += by;
  place();
  paint();
  byId('live').textContent =
    choice === 0 ? 'The time bar spans all days' : `The time bar spans ${counted(choices[choice] + 1, 'day')}`;
}

fewer.addEventListener('click', () => zoom(1));
more.addEventListener('click', () => zoom(-1));
byId('spans').hidden = choices.length === 1;

// Under the thumb the bar stands still; let go near its end, it goes on from there.
range.addEventListener('pointerdown', () => {
  held = true;
});
for (const type of ['pointerup', 'pointercancel', 'change']) {
  range.addEventListener(type, () => {
    held = false;
  });
}

/** Whether the day has come to an end of the bar beyond which there are more days. @param {number} day */
const atEnd = (day) =>
  (day <= axis.span.first && axis.span.first > 0) || (day >= axis.span.last && axis.span.last < payload.last);

new ResizeObserver(mark).observe(holder);

/** Draw the bar for the first time, once everything on it listens. */
export const openAxis = () => place();
onPaint((state) => {
  if (!held && atEnd(state.date)) place();
});
