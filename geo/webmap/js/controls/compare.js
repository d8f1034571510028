/** A second date to compare with: what each mapper's front gained and lost between the two days, or why that can't be said. */
/** @import { FrontOn, State, View } from '../types' */
import { frontOn } from '../rules/fronts.js';
import { byId, el, fill } from '../core/dom.js';
import { longDate, store, tracks } from '../core/page.js';
import { onPaint, update } from '../core/state.js';
import { formatMeasure } from '../core/text.js';
import { comparedDays, comparedDifference, comparedEnds } from '../data/comparison.js';
import { areasOf } from '../data/difference.js';
import { frontsShown } from '../layers/fronts.js';
import { frontKey } from '../layers/fronts_style.js';
import { putOnAxis } from './axis.js';
import { dayField } from './day_field.js';
import { drawer } from './drawer.js';

const MEASURE_AFTER_MS = 150;
const box = byId('compare-box');
const field = byId('compare', HTMLInputElement);
const rows = byId('difference-rows');
const elsewhere = byId('difference-elsewhere');
const fold = drawer('difference');
const title = byId('difference-title');
const line = byId('compare-line');
let timer = 0;
let shown = '';

box.hidden = tracks.size === 0;
const showField = dayField(
  field,
  () => store.state.compare,
  (day) => update({ compare: day }),
);

/** Measure what has not been measured yet; a drag that goes on puts it off. */
function measureSoon() {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    for (const { track } of frontsShown(store.state, store.view)) {
      const difference = comparedDifference(track);
      if (difference) difference.areas ??= areasOf(difference.edges);
    }
    shown = '';
    draw(store.state, store.view);
    byId('difference-live').textContent = [...rows.children, ...elsewhere.children]
      .map((row) => row.textContent)
      .join('. ');
  }, MEASURE_AFTER_MS);
}

/** @param {FrontOn} on */
function rowOf({ track }) {
  const name = el('strong', {}, track.title);
  const why = comparedEnds(track)?.why;
  if (why !== undefined) return el('li', {}, name, el('span', { class: 'quiet' }, why));
  const areas = comparedDifference(track)?.areas;
  /** @param {'gained' | 'lost'} kind */
  const entry = (kind) =>
    el(
      'span',
      { class: 'change' },
      frontKey(track, { kind }),
      kind,
      ' ',
      el('b', {}, areas ? formatMeasure(areas[kind], 'km²', 2) : '…'),
    );
  return el('li', {}, name, el('span', { class: 'changes' }, entry('gained'), entry('lost')));
}

/**
 * Whether a track has ground beyond the border on one of the days that are compared.
 * @param {FrontOn} on @param {State} state
 */
function isBeyond({ track }, { date, compare, known }) {
  return [date, compare].some((day) => {
    if (day === null) return false;
    const { index } = frontOn(track, day, known);
    return index !== null && track.figure('depth', index) !== null;
  });
}

/**
 * Show the second list where it has rows: folded, unless there is no other, and then as it was left.
 * @param {number} count @param {boolean} alone
 */
function showElsewhere(count, alone) {
  const others = byId('difference-others', HTMLDetailsElement);
  others.hidden = count === 0;
  if (others.dataset.alone !== String(alone)) others.open = alone;
  others.dataset.alone = String(alone);
  byId('difference-count').textContent = ` (${count})`;
}

/**
 * Put the tracks in the panel: what lies beyond the border is what the case is about, the others stand after it.
 * @param {FrontOn[]} found @param {State} state
 */
function list(found, state) {
  const beyond = found.filter((on) => isBeyond(on, state));
  const others = found.filter((on) => !beyond.includes(on));
  fill(rows, ...beyond.map(rowOf), found.length ? null : el('li', { class: 'quiet' }, 'No front is switched on.'));
  fill(elsewhere, ...others.map(rowOf));
  showElsewhere(others.length, beyond.length === 0);
  const note = ['Of all that was drawn, on both sides of the border.'];
  if (found.length > 1) {
    note.unshift('Each mapper is compared with itself: what one drew and another did not is no gain or loss.');
  }
  byId('difference-note').textContent = note.join(' ');
}

/** @param {State} state @param {View} view */
function draw(state, view) {
  const days = comparedDays(state);
  fold.show(days !== null);
  putOnAxis(line, state.compare);
  showField();
  box.classList.toggle('is-off', days === null);
  if (days === null) return;
  /** @param {FrontOn} on */
  const apart = (on) => Number(comparedEnds(on.track)?.why !== undefined);
  const found = frontsShown(state, view).sort((a, b) => apart(a) - apart(b));
  const wanted = JSON.stringify([
    state.date,
    state.compare,
    state.known,
    found.map(({ track }) => [track.id, Boolean(track.series)]),
  ]);
  if (wanted === shown) return;
  shown = wanted;
  const [first, last] = days;
  title.textContent = first === last ? 'Both days are the same' : `${longDate(first)} to ${longDate(last)}`;
  list(found, state);
}

byId('difference-close').addEventListener('click', () => update({ compare: null }));

onPaint((state, view) => {
  const before = shown;
  draw(state, view);
  if (state.compare !== null && shown !== before) measureSoon();
});
