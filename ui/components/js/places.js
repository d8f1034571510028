/** The places of a day: questions, and counts of settlements against those that are named. */
/** @import { Component, Count, PlacesData } from "./types" */
import { el, rootOf } from './shared/records.js';
import { answersSection, citedRow, nameList, shareBar } from './shared/reports.js';

/** One count of settlements, held against those that are named. @param {Count} count */
function countCard(count) {
  const named = count.claimed.length + count.entered.length;
  const words = `${count.claimed.length} named as held, ${count.entered.length} more as entered or shown, ${count.unnamed ? `at least ${count.unnamed} not named` : 'so all of them may be named'}`;
  const rows = count.within
    .filter((one) => one.inside.length || one.edge.length)
    .map((one) =>
      el(
        'tr',
        '',
        el('th', '', one.label),
        el('td', 'n', String(one.inside.length)),
        el('td', '', nameList(one.inside)),
        el('td', 'n', String(one.edge.length)),
        el('td', '', nameList(one.edge)),
      ),
    );
  const table = rows.length
    ? el(
        'div',
        'scroll',
        el(
          'table',
          'plain',
          el(
            'thead',
            '',
            el(
              'tr',
              '',
              ...['Claimed ground or front', 'Inside', '', 'On its edge', ''].map((name) => el('th', '', name)),
            ),
          ),
          el('tbody', '', ...rows),
        ),
      )
    : null;
  return el(
    'article',
    'card',
    el('ul', 'rows', citedRow({ ...count.cited, said: `${count.cited.said}${count.age ? `, ${count.age} old` : ''}` })),
    shareBar(named / Math.max(1, count.value), words),
    el(
      'p',
      'quiet',
      `By the counting claimant itself ${count.bySelf} are named, by its side ${count.bySide}.`,
      count.offMap.length ? ` Without established coordinates, so not on the map: ${count.offMap.join(', ')}.` : '',
    ),
    el(
      'details',
      'fold',
      el('summary', '', 'Which are named, and where they lie'),
      el('p', 'details', el('b', '', 'Held: '), nameList(count.claimed)),
      el('p', 'details', el('b', '', 'Entered or shown: '), nameList(count.entered)),
      table,
    ),
  );
}

/** @param {Component<PlacesData>} component */
export default function (component) {
  const { data, parentElement } = component;
  const counts = data.counts.length
    ? el('section', 'part', el('h2', '', 'Counted and named'), ...data.counts.map(countCard))
    : null;
  rootOf(parentElement).replaceChildren(
    el(
      'div',
      'report',
      el('p', 'lead', data.summary),
      ...[answersSection(data.answers, data.heading), counts].filter(Boolean),
    ),
  );
}
