/** One line on the map: what the shape, the letter and colour, and the hatching of what is on it mean. */
import { byId, el, fill, svg } from '../core/dom.js';
import { payload } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { chip } from '../layers/chips.js';

const line = byId('marks-key');
const { advancing, target } = payload.case;

/** @param {string} status @param {string} words */
const shape = (status, words) =>
  el(
    'span',
    {},
    svg('svg', { viewBox: '-7 -7 14 14', 'aria-hidden': 'true' }, svg('use', { href: `#sym-${status}` })),
    words,
  );

fill(
  line,
  el('span', { class: 'quiet' }, 'As said:'),
  shape('claimed', `${advancing} holds`),
  shape('lost', `${target} holds`),
  shape('contested', 'fought over'),
  el('span', {}, chip('ukraine'), chip('russia'), chip('independent'), 'letter, colour: who says so'),
  el('span', {}, el('i', { class: 'hatched', 'aria-hidden': 'true' }), 'hatched: claimed, not held'),
);

onPaint((state) => {
  line.hidden = !state.layers.has('places') || payload.events.length === 0;
});
