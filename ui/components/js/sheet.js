/** The day sheet: a briefing to be read from top to bottom, and printed. */
/** @import { Component, SheetData } from "./types" */
import { el, entryRow, figureRow, orderRow, rootOf, statementRow } from './shared/records.js';
import { verdictRow } from './shared/verdicts.js';

/** A side's column: its figures, one under the other. @param {SheetData['sides'][number]} side */
function sideColumn(side) {
  const quiet = el('p', 'quiet', side.hidden ? `${side.hidden} hidden by the filters.` : 'Nothing about this day.');
  return el(
    'section',
    `side ${side.side}`,
    el('h3', '', el('span', 'mark'), side.title),
    side.figures.length
      ? el('ul', 'rows', ...side.figures.map((figure) => figureRow({ ...figure, label: figure.metric })))
      : quiet,
  );
}

/** A titled part of the sheet, left out when there is nothing in it. @param {string} title @param {Node | null} node */
function part(title, node) {
  return node ? el('section', 'part', el('h2', '', title), node) : null;
}

/** The whole sheet. @param {SheetData} data */
function sheet(data) {
  /** @param {Node[]} rows */
  const list = (rows) => (rows.length ? el('ul', 'rows', ...rows) : null);
  const loud = data.verdicts.filter((verdict) => !['consistent', 'not_comparable'].includes(verdict.kind));
  const rest = data.verdicts.filter((verdict) => ['consistent', 'not_comparable'].includes(verdict.kind));
  return el(
    'article',
    'sheet',
    el(
      'header',
      data.today ? '' : 'past',
      el('h2', 'day', `${data.day} · ${data.number}`),
      el('p', 'known', data.known),
    ),
    el('p', 'lead', data.sentence),
    part('What each side claims', el('div', 'sides', ...data.sides.map(sideColumn))),
    part(
      "What can't be true together, or only if",
      list(loud.map(verdictRow)) ?? el('p', 'quiet', 'Nothing of this day contradicts anything else.'),
    ),
    part('What can stand together, or is not to be compared', list(rest.map(verdictRow))),
    part('Evacuation', list(data.orders.map(orderRow))),
    part('Said without a number', list(data.statements.map(statementRow))),
    part('New on this day', list(data.news.map((entry) => entryRow(entry, false)))),
    part('Still standing from earlier days', list(data.carried.map(figureRow))),
  );
}

/** @param {Component<SheetData>} component */
export default function (component) {
  const { data, parentElement } = component;
  rootOf(parentElement).replaceChildren(sheet(data));
}
