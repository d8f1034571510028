/** Claims by the day they were known, stacked by side, drawn along the travel of the thumb below them. */
/** @import { Side } from '../payload' */
/** @import { State } from '../types' */
import { isAdmitted, isInEffect } from '../rules/clock.js';
import { byId, svg } from '../core/dom.js';
import { payload } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { onAxis } from './axis.js';

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

/** @param {number} day @param {number} from @param {number} to */
const bar = (day, from, to) => `M${day - 0.38} ${1 - from}H${day + 0.38}V${1 - to}H${day - 0.38}Z`;

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
      if (n > 0) path += bar(day, height(base[day]), height(base[day] + n));
      base[day] += n;
    }
    layers[i].setAttribute('d', path);
  });
  const drawn = payload.advances.filter((advance) => isAdmitted(advance, state) && isInEffect(advance, state));
  const about = [...new Set(drawn.map((advance) => advance.about))].filter((day) => day >= 0 && day < days);
  ticks.setAttribute('d', about.map((day) => `M${day - 0.38} 1.03H${day + 0.38}V1.12H${day - 0.38}Z`).join(''));
}

onAxis(({ first, last }) => chart.setAttribute('viewBox', `${first} 0 ${Math.max(1, last - first)} 1`));
onPaint((state) => {
  const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden]]);
  if (wanted === drawnFor) return;
  drawnFor = wanted;
  draw(state);
});
