/**
 * The matrix place × claimant × date: a lane a claimant, a run a status that fades by steps with age, the chosen day as a
 * rule, disagreement marked.
 */
/** @import { AgeStep, Component, Lane, MatrixData, MatrixPlace, Span } from "./types" */
import { el, rootOf } from './shared/records.js';
import { citedRow } from './shared/reports.js';

/**
 * A link to the map with a place selected, on the day and clock of this page.
 * @param {string} name @param {string} text
 */
function mapLink(name, text) {
  const here = new URLSearchParams(window.location.search);
  const kept = new URLSearchParams();
  for (const clock of ['on', 'known']) {
    const value = here.get(clock);
    if (value !== null) kept.set(clock, value);
  }
  kept.set('sel', name);
  const link = el('a', '', text);
  link.href = `./?${kept}`;
  link.target = '_self';
  link.title = 'show on the map';
  return link;
}

/** @param {number} day @param {number} days */
const percent = (day, days) => `${(100 * day) / days}%`;

/**
 * One step of a run of a status in a lane; its words and its source in its title and in its row below.
 * @param {Span} span @param {AgeStep} step @param {MatrixData} data
 */
function run(span, step, { days, ages }) {
  const [from, to, age] = step;
  const isLast = step === span.steps.at(-1);
  const node = el('span', `run ${span.status} ${age}${span.open && isLast ? ' open' : ''}`);
  node.style.left = percent(from, days);
  node.style.width = percent(to - from + 1, days);
  node.title = `${span.words} (${ages[age]}). Published by ${span.cited.source.publisher}, ${span.cited.known}`;
  return node;
}

/** @param {MatrixData} data */
function rule(data) {
  const node = el('i', 'rule');
  node.style.left = percent(data.on + 0.5, data.days);
  return node;
}

/** @param {MatrixData} data @param {Lane} one */
function lane(data, one) {
  const line = el(
    'div',
    'lane',
    ...one.spans.flatMap((span) => span.steps.map((step) => run(span, step, data))),
    rule(data),
  );
  line.setAttribute('role', 'img');
  line.setAttribute('aria-label', one.spans.map((span) => span.words).join('; '));
  const sources = el(
    'details',
    'behind',
    el('summary', '', String(one.spans.length)),
    el('ul', 'rows', ...one.spans.map((span) => citedRow({ ...span.cited, said: span.words }))),
  );
  sources.querySelector('summary')?.setAttribute('aria-label', `${one.spans.length} sources of ${one.who}`);
  return el(
    'tr',
    `lane-row ${one.side}`,
    el('td', 'who-cell', el('span', 'mark'), el('span', '', one.who)),
    el('td', 'time', line),
    el('td', 'now', one.now || 'not yet', one.doubt ? el('span', 'badge doubt', one.doubt) : null),
    el('td', 'src', sources),
  );
}

/** A place: its name, state and who was first; then its lanes. @param {MatrixData} data @param {MatrixPlace} place */
function group(data, place) {
  const flags = [
    place.disputed ? el('span', 'flag', '⚡ disputed on this day') : null,
    !place.disputed && place.disputedDays ? el('span', 'flag past-flag', `disputed for ${place.disputedDays}`) : null,
    place.disputed && place.disputedDays ? el('span', 'badge', `for ${place.disputedDays} so far`) : null,
    place.onMap ? null : el('span', 'flag off-map', 'not on the map'),
  ];
  const name = place.onMap ? mapLink(`settlement:${place.id}`, place.name) : el('span', '', place.name);
  const head = el(
    'th',
    '',
    el(
      'div',
      'head',
      el('span', 'place-name', name, ' ', el('span', 'others', place.others)),
      el('span', 'where', place.where),
      ...flags,
      el('span', 'status', place.status),
      place.first.length ? el('span', 'first-by', `first published: ${place.first.join('; ')}`) : null,
    ),
  );
  head.colSpan = 4;
  head.scope = 'rowgroup';
  return el(
    'tbody',
    place.disputed ? 'disputed' : '',
    el('tr', 'head-row', head),
    ...place.lanes.map((one) => lane(data, one)),
  );
}

/** @param {MatrixData} data */
function axis(data) {
  const line = el('div', 'lane axis', rule(data));
  data.months.forEach(([day, words]) => {
    const tick = el('span', 'tick', words);
    tick.style.left = percent(day, data.days);
    line.append(tick);
  });
  /** @type {[string | Node, string][]} */
  const heads = [
    ['Claimant', 'who-cell'],
    [line, 'time'],
    [`On ${data.onWords}`, 'now'],
    ['Sources', 'src'],
  ];
  return el(
    'thead',
    '',
    el(
      'tr',
      '',
      ...heads.map(([held, name]) => {
        const th = el('th', name, held);
        th.scope = 'col';
        return th;
      }),
    ),
  );
}

/** @param {MatrixData} data */
function key(data) {
  /** @param {string} look @param {string} words */
  const item = (look, words) => el('span', 'item', el('span', `${look} sample`), words);
  const statuses = Object.entries(data.words).map(([status, words]) => item(`run ${status}`, words));
  const ages = Object.entries(data.ages).map(([age, words]) => item(`run claimed ${age}`, words));
  return el('p', 'key', ...statuses, ...ages, item('rule', data.onWords));
}

/** @param {Component<MatrixData>} component */
export default function (component) {
  const { data, parentElement } = component;
  const root = rootOf(parentElement);
  if (!data.places.length) {
    root.replaceChildren(el('p', 'quiet', data.empty));
    return;
  }
  const table = el(
    'table',
    '',
    el('caption', 'sr', 'Who says what of which place, from day to day'),
    axis(data),
    ...data.places.map((place) => group(data, place)),
  );
  root.replaceChildren(key(data), table);
}
