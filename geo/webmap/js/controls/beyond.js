/** What lies before and after the days on the time bar: how many claims, and a button that goes to the next of them. */
/** @import { Child, State } from '../types' */
import { isAdmitted } from '../rules/clock.js';
import { byId, el, fill } from '../core/dom.js';
import { isFramed, isHosted, longDate, payload } from '../core/page.js';
import { onPaint, update } from '../core/state.js';
import { counted } from '../core/text.js';
import { axis } from './axis.js';

const WHEEL_MS = 250;
const before = byId('days-before', HTMLButtonElement);
const after = byId('days-after', HTMLButtonElement);
const fewer = byId('fewer-days');
const more = byId('more-days');
let drawnFor = '';
let turned = 0;
/** @type {{before: number[], after: number[]}} */
let off = { before: [], after: [] };

/** @param {State} state */
function count(state) {
  const { first, last } = axis.span;
  const days = payload.claims.filter((claim) => isAdmitted(claim, state)).map((claim) => claim.known);
  off = {
    before: days.filter((day) => day >= 0 && day < first),
    after: days.filter((day) => day > last && day <= payload.last),
  };
}

/**
 * Say in a button how many claims lie beyond, or hide it.
 * @param {HTMLButtonElement} button @param {number[]} days @param {number} next @param {Child[]} words
 */
function word(button, days, next, ...words) {
  button.hidden = days.length === 0;
  if (button.hidden) return;
  fill(button, el('span', {}, ...words));
  button.title = `${counted(days.length, 'claim')} became known ${button === before ? 'before' : 'after'} the days on the bar; go to ${longDate(next)}`;
}

/** A word for which a phone has no room. @param {string} text */
const wide = (text) => el('span', { class: 'wide' }, text);

onPaint((state) => {
  const wanted = JSON.stringify([axis.span, state.known, [...state.sides], [...state.hidden]]);
  if (wanted === drawnFor) return;
  drawnFor = wanted;
  count(state);
  word(before, off.before, Math.max(...off.before), `‹ ${off.before.length}`, wide(' earlier'));
  word(after, off.after, Math.min(...off.after), `${off.after.length}`, wide(' later'), ' ›');
});

before.addEventListener('click', () => update({ date: Math.max(...off.before) }));
after.addEventListener('click', () => update({ date: Math.min(...off.after) }));

// Inside another page the plain wheel is that page's, as on the map.
byId('track').addEventListener(
  'wheel',
  (event) => {
    if ((isHosted || isFramed) && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (event.timeStamp - turned < WHEEL_MS || event.deltaY === 0 || byId('spans').hidden) return;
    turned = event.timeStamp;
    (event.deltaY < 0 ? fewer : more).click();
  },
  { passive: false },
);
