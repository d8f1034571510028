/** A plain table of the day, the map's equal: read by screen readers, sorted by a click on a column's head. */
/** @import { Component, TableData } from "./types" */
import { el, hiddenNote, rootOf } from './shared/records.js';

/** A cell: a link where it holds one, text otherwise. @param {string | number} value @param {string} column */
function cell(value, column) {
  if (column === 'Link' && typeof value === 'string' && /^https?:\/\//i.test(value)) {
    const link = el('a', '', 'open');
    link.href = value;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return el('td', '', link);
  }
  return el('td', typeof value === 'number' ? 'number' : '', String(value));
}

/**
 * Fill the body in the order of the rows.
 * @param {HTMLElement} body @param {TableData} data @param {TableData['rows']} rows
 */
function fill(body, data, rows) {
  body.replaceChildren(...rows.map((row) => el('tr', '', ...row.map((value, at) => cell(value, data.columns[at])))));
}

/**
 * A head that sorts: first upwards, then downwards; numbers as numbers.
 * @param {TableData} data @param {HTMLElement} body
 */
function head(data, body) {
  const row = el('tr', '');
  data.columns.forEach((column, at) => {
    const button = el('button', '', column);
    const th = el('th', '', button);
    th.scope = 'col';
    button.onclick = () => {
      const down = th.getAttribute('aria-sort') === 'ascending';
      for (const other of row.children) other.removeAttribute('aria-sort');
      th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      /** @param {TableData['rows'][number]} a @param {TableData['rows'][number]} b */
      const order = (a, b) =>
        typeof a[at] === 'number'
          ? Number(a[at]) - Number(b[at])
          : String(a[at]).localeCompare(String(b[at]), 'en', { numeric: true });
      fill(
        body,
        data,
        [...data.rows].sort((a, b) => (down ? order(b, a) : order(a, b))),
      );
    };
    row.append(th);
  });
  return el('thead', '', row);
}

/** @param {Component<TableData>} component */
export default function (component) {
  const { data, parentElement } = component;
  const body = el('tbody', '');
  fill(body, data, data.rows);
  const table = el('table', '', el('caption', 'sr', data.caption), head(data, body), body);
  const note = data.hidden ? hiddenNote(data.hidden) : el('p', 'quiet', data.empty);
  rootOf(parentElement).replaceChildren(...(data.rows.length ? [table] : [note]));
}
