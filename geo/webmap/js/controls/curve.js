/** A mapper's area, depth or width over time on the time bar's own axis, with the claims of it as points beside the lines. */
/** @import { Curve, State } from '../types' */
import { byId, el, fill, svg } from '../core/dom.js';
import { longDate, store } from '../core/page.js';
import { onPaint, onSettle, paint, update } from '../core/state.js';
import { counted, formatMeasure } from '../core/text.js';
import { tooltip } from '../core/tooltip.js';
import { CURVE_WORDS } from '../core/words.js';
import { CURVE_METRICS, chosenFront, curveOf, curveReading } from '../data/curve.js';
import { axis, axisDay } from './axis.js';
import { axisOf, insideOf, lineOf, markOf, scaleOf, valuesOf } from './curve_marks.js';

const plot = byId('plot');
const chart = byId('curve');
const names = byId('curve-names');
const readingLine = byId('reading');
const bars = byId('histogram');
let drawnFor = '';
/** @type {Curve} */
let found = { tracks: [], claims: [], remaining: [], left: [] };

/** The sentence that stands for the picture. @param {string} name */
function sentence(name) {
  const { title, unit } = CURVE_METRICS[name];
  const spans = found.tracks.map(({ track, points }) => {
    const values = valuesOf(points);
    return `${track.title}, from ${formatMeasure(Math.min(...values), unit)} to ${formatMeasure(Math.max(...values), unit)} on ${counted(points.length, 'drawn day')}`;
  });
  const left = found.left.length
    ? ` Not on this axis, being no ground beyond the border: ${found.left.join(', ')}.`
    : '';
  const remaining = found.remaining.length
    ? ` Not on this axis, being no total but what remains: ${counted(found.remaining.length, 'claim')}.`
    : '';
  return `${title} over time, ${unit}. ${spans.join('; ') || 'No front is measured'}. ${counted(found.claims.length, 'claim')} as points.${remaining}${left}`;
}

/** @param {State} state */
function draw(state) {
  const name = state.curve;
  found = curveOf(name, state);
  const scale = scaleOf(found, { w: plot.clientWidth, h: plot.clientHeight });
  chart.setAttribute('viewBox', `0 0 ${Math.max(1, scale.w)} ${Math.max(1, scale.h)}`);
  const marks = [...found.claims]
    .sort((a, b) => (a.basis === 'computed' ? -1 : 1) - (b.basis === 'computed' ? -1 : 1))
    .map((claim) => markOf(claim, scale));
  fill(
    chart,
    ...axisOf(CURVE_METRICS[name].unit, scale),
    insideOf(scale, [
      ...found.tracks.map((track) => lineOf(track, scale)),
      svg('g', { class: 'curve-claims' }, ...marks),
    ]),
  );
  chart.setAttribute('aria-label', sentence(name));
}

/** What the current day's line reads, in the bar. @param {State} state */
function read(state) {
  const on = state.curve !== 'claims';
  const lines = on ? curveReading(state.curve, found, state.date, state) : [];
  const text = on ? lines.join(' · ') || 'No figure on this day' : '';
  if (readingLine.textContent !== text) readingLine.textContent = text;
}

onPaint((state) => {
  const on = state.curve !== 'claims';
  byId('bar').classList.toggle('with-curve', on);
  bars.toggleAttribute('hidden', on);
  chart.toggleAttribute('hidden', !on);
  for (const button of names.children) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-curve') === state.curve));
  }
  const wanted = on
    ? JSON.stringify([
        state.curve,
        state.known,
        state.layers.has('fronts'),
        chosenFront(state)?.id,
        [...state.hiddenFronts],
        [...state.sides],
        [...state.hidden],
        axis.span.first,
        axis.span.last,
        plot.clientWidth,
        plot.clientHeight,
      ])
    : '';
  if (on && wanted !== drawnFor) draw(state);
  drawnFor = wanted;
  read(state);
});
onSettle((state) => {
  if (state.curve === 'claims') return;
  const lines = curveReading(state.curve, found, state.date, state);
  byId('live').textContent += `. ${CURVE_METRICS[state.curve].title}: ${lines.join('; ') || 'no figure on this day'}`;
});
new ResizeObserver(() => {
  if (store.state.curve !== 'claims') {
    drawnFor = '';
    paint();
  }
}).observe(plot);

for (const [curve, label] of Object.entries(CURVE_WORDS)) {
  const button = el('button', { type: 'button', 'aria-pressed': 'false', 'data-curve': curve }, label);
  button.addEventListener('click', () => update({ curve }));
  names.append(button);
}

/** @param {MouseEvent} event */
const dayUnder = (event) => axisDay((event.clientX - plot.getBoundingClientRect().left) / plot.clientWidth);
plot.addEventListener('pointermove', (event) => {
  if (store.state.curve === 'claims') return;
  const day = dayUnder(event);
  const lines = curveReading(store.state.curve, found, day, store.state);
  tooltip.show(
    {
      title: longDate(day),
      sub: `${CURVE_METRICS[store.state.curve].title}, ${CURVE_METRICS[store.state.curve].unit}`,
      lines: lines.length ? lines : ['No figure on this day'],
    },
    event,
  );
});
plot.addEventListener('pointerleave', () => tooltip.hide());
plot.addEventListener('click', (event) => update({ date: dayUnder(event) }));
