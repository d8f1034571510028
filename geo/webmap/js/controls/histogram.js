/** Claims by the day they were known, stacked by side, drawn along the travel of the thumb below them. */
/** @import { Side } from '../payload' */
/** @import { State } from '../types' */
import { isAdmitted, isInEffect } from '../rules/clock.js';
import { byId, svg } from '../core/dom.js';
import { payload, store } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { axis, onAxis } from './axis.js';

/** @type {Side[]} */
const ORDER = ['ukraine', 'russia', 'independent'];
const chart = byId('histogram');
const days = payload.last + 1;
const layers = ORDER.map((side) => svg('path', { class: `bar bar-${side}` }));
const ticks = svg('path', { class: 'advance-ticks' });
chart.append(...layers, ticks);
let drawnFor = '';

/** Claims per day known and side. @param {State} state @returns {Record<string, number[]>} */
function counts(state) {
  const found = Object.fromEntries(ORDER.map((side) => [side, new Array(days).fill(0)]));
  for (const claim of payload.claims) {
    if (isAdmitted(claim, state) && claim.known >= 0 && claim.known < days) found[claim.side][claim.known] += 1;
  }
  return found;
}

/** Half of a bar's width in days: most of its day, but no broader than a bar should be. */
let half = 0.38;
const BAR_PX = 24;

/** @param {number} day @param {number} from @param {number} to */
const bar = (day, from, to) => `M${day - half} ${1 - from}H${day + half}V${1 - to}H${day - half}Z`;

const STRIPE = 0.075;

/** Whose a part of a bar is shows by its form too: solid Ukraine's, striped Russia's, slim where independent. @type {Record<Side, typeof bar>} */
const PARTS = {
  ukraine: bar,
  russia: (day, from, to) => {
    let path = '';
    for (let low = from; low < to; low += STRIPE) path += bar(day, low, Math.min(to, low + 0.6 * STRIPE));
    return path;
  },
  independent: (day, from, to) => {
    const slim = 0.4 * half;
    return `M${day - slim} ${1 - from}H${day + slim}V${1 - to}H${day - slim}Z`;
  },
};

/** @param {State} state */
function draw(state) {
  const found = counts(state);
  const base = new Array(days).fill(0);
  const most = Math.max(1, ...base.map((_, day) => ORDER.reduce((sum, side) => sum + found[side][day], 0)));
  // A square root keeps a day with one claim visible beside a day with sixty; the title says so.
  /** @param {number} n */
  const height = (n) => 0.96 * Math.sqrt(n / most);
  ORDER.forEach((side, i) => {
    let path = '';
    for (let day = 0; day < days; day += 1) {
      const n = found[side][day];
      if (n > 0) path += PARTS[side](day, height(base[day]), height(base[day] + n));
      base[day] += n;
    }
    layers[i].setAttribute('d', path);
  });
  const drawn = payload.advances.filter((advance) => isAdmitted(advance, state) && isInEffect(advance, state));
  const about = [...new Set(drawn.map((advance) => advance.about))].filter((day) => day >= 0 && day < days);
  ticks.setAttribute('d', about.map((day) => bar(day, -0.03, -0.12)).join(''));
}

/** Fit the bars to the days that the bar spans and to the room there is. */
function fit() {
  const { first, last } = axis.span;
  const length = Math.max(1, last - first);
  chart.setAttribute('viewBox', `${first} 0 ${length} 1`);
  half = Math.min(0.38, (BAR_PX * length) / 2 / Math.max(1, chart.clientWidth));
}

onAxis(fit);
new ResizeObserver(() => {
  fit();
  show(store.state);
}).observe(byId('plot'));
/** Draw again where something else is asked for. @param {State} state */
function show(state) {
  const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden], half]);
  if (wanted === drawnFor) return;
  drawnFor = wanted;
  draw(state);
}
onPaint(show);
