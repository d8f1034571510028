/** The card of the selected thing: the claims behind it, each with its source. Standalone only. */
/** @import { AdvanceData, ClaimData, EventData, OrderData, ReportedData, SettlementData, ZoneData } from '../payload' */
/** @import { Child } from '../types' */
import { newestFirst } from '../rules/clock.js';
import { storyRule } from '../rules/story.js';
import { byId, el, fill } from '../core/dom.js';
import { isHosted, longDate, mediumDate, payload, store } from '../core/page.js';
import { onPaint, resolve, update, writeState } from '../core/state.js';
import { distinct, formatNumber } from '../core/text.js';
import {
  CHECKED_WORDS,
  ORDER_WORDS,
  SIDE_WORDS,
  STATUS_WORDS,
  advanceTitle,
  ageWords,
  basisWords,
  claimOf,
  claimTitle,
  dayBasisWords,
  kindWords,
} from '../core/words.js';
import { bodyCard } from './body_card.js';
import { frontCard } from './front_card.js';
import { sourceLink } from './source.js';

const card = byId('card');
const body = byId('card-body');
const storyOf = storyRule(payload, mediumDate);
/** @type {string | null} */
let shown = null;
/** @type {string | null} */
let subject = null;
/** @type {HTMLElement | null} */
let opener = null;

/** @typedef {{kind: string, title: string, parts: (HTMLElement | null)[]}} Card */

/** @param {string} term @param {...(Child | Child[])} value */
const item = (term, ...value) => [el('dt', {}, term), el('dd', {}, ...value)];

/** Who, when, where: what every record has. @param {ReportedData} record */
function provenance(record) {
  return [
    item('Said by', record.who, record.role ? el('span', { class: 'quiet' }, ` · ${record.role}`) : null),
    item('About', longDate(record.about) + dayBasisWords(record.aboutBasis)),
    item('Known', longDate(record.known) + dayBasisWords(record.knownBasis)),
    item('Published', sourceLink(record)),
    record.root ? item('First in', record.root) : [],
    item('Checked', el('span', { class: `checked-${record.checked}` }, CHECKED_WORDS[record.checked])),
  ].flat();
}

/** @param {ReportedData} record @param {string} headline @param {string} sub @param {Child[]} extra */
function entry(record, headline, sub, extra) {
  return el(
    'article',
    { class: `entry side-${record.side}` },
    el('h3', {}, headline),
    sub ? el('p', { class: 'quiet' }, sub) : null,
    record.summary ? el('p', {}, record.summary) : null,
    el('dl', {}, ...extra, ...provenance(record)),
  );
}

/** @param {ClaimData} claim */
function claimEntry(claim) {
  const extra = claim.place ? item('Where', claim.place) : [];
  if (claim.grade) extra.push(...item('Grade', claim.grade));
  return entry(claim, claimTitle(claim), `${kindWords(claim)} · ${basisWords(claim)}`, extra);
}

/** @param {EventData} event */
const eventEntry = (event) => entry(event, `${event.who}: ${STATUS_WORDS[event.status]}`, ageOf(event), []);

/** @param {OrderData} order */
function orderEntry(order) {
  const extra = order.scopeNote ? item('Covers', order.scopeNote) : [];
  if (order.settlements) extra.push(...item('Settlements', formatNumber(order.settlements)));
  if (order.end !== undefined) extra.push(...item('Until', longDate(order.end)));
  return entry(
    order,
    `${order.who}: ${ORDER_WORDS[order.kind]}`,
    order.scope === 'part' ? 'a part of the zone' : 'the whole zone',
    extra,
  );
}

/** @param {ReportedData} record */
const ageOf = (record) => ageWords(Math.max(0, store.state.date - record.about));

/** @param {AdvanceData} advance @returns {Card} */
function advanceCard(advance) {
  const drawn = distinct([advance.depth, advance.width]).map(claimOf);
  const drawing = [
    ...item('Placed by', `${advance.placedBy}, because ${advance.reason}`),
    ...item('Stretch', advance.sectionText ?? ''),
    ...item('Bands', advance.convention ?? ''),
  ];
  if (advance.areas) {
    const [inner, likely, outer] = advance.areas.map((area) => formatNumber(Math.round(area)));
    drawing.push(
      ...item('Area', `${inner} km² inner, ${likely} likely, ${outer} outer: computed from the drawing, not claimed`),
    );
  }
  return {
    kind: 'Claimed advance',
    title: advanceTitle(advance),
    parts: [
      el('p', { class: 'warn' }, 'A reconstruction of claimed figures. It does not show control.'),
      ...drawn.map(claimEntry),
      el('h3', { class: 'rule' }, 'How it is drawn'),
      el('dl', {}, ...drawing),
    ],
  };
}

/** @param {SettlementData} place @returns {Card} */
function placeCard(place) {
  const events = newestFirst(
    payload.events.filter((e) => e.settlement === place.id),
    store.state,
  );
  const story = storyOf(place, store.state, store.view.advances);
  const names = distinct([place.ru, place.uk]).join(' · ');
  const where = [place.district && `${place.district} district`, place.oblast && `${place.oblast} oblast`]
    .filter(Boolean)
    .join(', ');
  const people =
    place.population === undefined ? '' : `population ${formatNumber(place.population)} (${place.populationSource})`;
  const precision = place.precision
    ? `point good to about ${formatNumber(place.precision)} m`
    : 'coordinates not established';
  return {
    kind: 'Place',
    title: place.name,
    parts: [
      el('p', { class: 'quiet' }, [names, where, precision, people].filter(Boolean).join(' · ')),
      el('ul', { class: 'story' }, ...story.map((sentence) => el('li', {}, sentence))),
      ...events.map(eventEntry),
      none(
        events,
        payload.events.filter((e) => e.settlement === place.id),
      ),
    ],
  };
}

/** @param {ZoneData} zone @returns {Card} */
function zoneCard(zone) {
  const orders = newestFirst(
    payload.orders.filter((o) => o.zone === zone.id),
    store.state,
  );
  const extent = zone.extent === 'approximate' ? 'Extent approximate, derived by us' : 'Official extent';
  const origin = [extent, zone.source, zone.licence].filter(Boolean).join(' · ');
  return {
    kind: 'Evacuation zone',
    title: zone.name,
    parts: [
      el('p', { class: 'quiet' }, origin),
      ...orders.map(orderEntry),
      none(
        orders,
        payload.orders.filter((o) => o.zone === zone.id),
      ),
    ],
  };
}

/**
 * Why nothing is told: because nothing was said by then, or because the filters let nothing of it through.
 * @param {ReportedData[]} told @param {ReportedData[]} all
 */
function none(told, all) {
  if (told.length) return null;
  const everybody = { sides: new Set(Object.keys(SIDE_WORDS)), hidden: new Set() };
  const hidden = newestFirst(all, { ...store.state, ...everybody }).length;
  if (!hidden) return el('p', {}, 'Nothing was said of it by this day, as known then.');
  const button = el('button', { type: 'button', class: 'link' }, 'Show what is hidden');
  button.addEventListener('click', () => update(everybody));
  return el('p', {}, `${hidden} ${hidden === 1 ? 'word' : 'words'} about it hidden by the filters. `, button);
}
/** @param {ClaimData} claim @returns {Card} */
const claimCard = (claim) => ({ kind: 'Claim', title: claimTitle(claim), parts: [claimEntry(claim)] });
/** The card of what is selected. @param {string} selected @returns {Card} */
function cardOf(selected) {
  const found = resolve(selected);
  switch (found.type) {
    case 'advance':
      return advanceCard(found.record);
    case 'body':
      return bodyCard(found.record);
    case 'settlement':
      return placeCard(found.record);
    case 'zone':
      return zoneCard(found.record);
    case 'claim':
      return claimCard(found.record);
    case 'front':
      return frontCard(found.record);
  }
}

/** @param {string} selected */
function open(selected) {
  const { kind, title, parts } = cardOf(selected);
  byId('card-kind').textContent = kind;
  byId('card-title').textContent = title;
  fill(body, ...parts);
  const focused = document.activeElement;
  const byKey = focused instanceof Element && focused.matches('[role="button"]:focus-visible');
  if (byKey) opener = /** @type {HTMLElement} */ (focused);
  card.hidden = false;
  if (selected === subject) return;
  subject = selected;
  body.scrollTop = 0;
  if (byKey) byId('card-title').focus();
}

function close() {
  const inside = card.contains(document.activeElement);
  card.hidden = true;
  subject = null;
  if (opener && inside) opener.focus();
  opener = null;
}

byId('card-close').addEventListener('click', () => update({ selected: null }));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && store.state.selected !== null) update({ selected: null });
});

onPaint((state) => {
  if (isHosted) return;
  const wanted = state.selected === null ? null : JSON.stringify(writeState());
  if (wanted === shown) return;
  if (state.selected === null) close();
  else open(state.selected);
  shown = wanted;
});
