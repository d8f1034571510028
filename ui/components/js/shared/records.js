/** Rows of records, shared by the panel, the ledger and the day sheet. All text goes in as text. */
/** @import { Badged, Child, Entry, Figure, Hidden, OrderEntry, Said, Source } from "../types" */

/**
 * Make an element with a class and children; strings become text nodes.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} className @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, className, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.append(...children.flatMap((child) => child || []));
  return node;
}

/** The element in which a component draws. @param {HTMLElement | ShadowRoot} parent @returns {HTMLElement} */
export function rootOf(parent) {
  const found = parent.querySelector('.root');
  if (!(found instanceof HTMLElement)) throw new TypeError("the component's page has no element of class root");
  return found;
}

/** Ask the map document to select a thing, or nothing. @param {string | null} name */
export function choose(name) {
  window.dispatchEvent(new CustomEvent('salient:set', { detail: { selected: name } }));
}

/** Say what the filters hide, with a button that shows it. @param {Hidden} hidden */
export function hiddenNote({ words, reset }) {
  const button = el('button', 'show-hidden', 'Show what is hidden');
  button.onclick = () => window.dispatchEvent(new CustomEvent('salient:set', { detail: reset }));
  return el('p', 'hidden-note', words, ' ', button);
}

/** A link to a publication; only web addresses become links. @param {Source} source */
export function sourceLink(source) {
  if (!/^https?:\/\//i.test(source.url)) return el('span', '', source.publisher);
  const link = el('a', '', source.publisher);
  link.href = source.url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.title = [source.title, `published ${source.day}`].filter(Boolean).join(' · ');
  return link;
}

/** The publications behind a figure: the first two by name, the others behind a count. @param {Source[]} sources */
export function sourceList(sources) {
  const line = el('span', 'sources');
  /** @param {Element} into @param {Source[]} list */
  const join = (into, list) => list.forEach((source, at) => into.append(at ? ', ' : '', sourceLink(source)));
  join(line, sources.slice(0, 2));
  if (sources.length > 2) {
    const rest = el('span', 'rest');
    rest.hidden = true;
    rest.append(', ');
    join(rest, sources.slice(2));
    const more = el('button', 'more', `+${sources.length - 2} more`);
    more.onclick = () => {
      rest.hidden = false;
      more.remove();
    };
    line.append(rest, ' ', more);
  }
  return line;
}

/** The small words beside a figure: kind, basis, days, doubts. @param {Badged} figure */
function badges(figure) {
  /** @type {[unknown, string | undefined, string][]} */
  const words = [
    [figure.total === false, figure.kind, 'kind'],
    [figure.total === true, 'total', 'plain'],
    [figure.computed === true, 'computed', 'computed'],
    [figure.computed === false, 'stated', 'plain'],
    [Boolean(figure.age), `${figure.age} old`, 'age'],
    [figure.late && !figure.age, `known ${figure.known}`, 'age'],
    [Boolean(figure.dayNote), figure.dayNote, 'doubt'],
    [figure.unchecked, figure.checked, 'doubt'],
  ];
  return words.filter(([holds]) => holds).map(([, text, name]) => el('span', `badge ${name}`, text));
}

/** One figure as a row: value, who, provenance. @param {Figure} figure */
export function figureRow(figure) {
  const value = el('button', 'value', figure.text);
  value.onclick = () => choose(figure.name);
  value.setAttribute('aria-label', `${figure.metric}: ${figure.text}, ${figure.who}. Show what is behind it.`);
  const who = el('span', 'who', figure.who);
  who.title = [figure.role, figure.sideWords].filter(Boolean).join(' · ');
  const details = [
    figure.label,
    ...figure.parts,
    figure.place,
    figure.computed ? `from ${figure.computedFrom}` : '',
    figure.wordings.length ? `also given as ${figure.wordings.join(', ')}` : '',
  ].filter(Boolean);
  const row = el(
    'li',
    `row ${figure.side}`,
    el('span', 'mark'),
    el(
      'div',
      'body',
      el('div', 'first', value, who, ...badges(figure)),
      details.length ? el('div', 'details', details.join(' · ')) : null,
      el('div', 'published', sourceList(figure.sources)),
    ),
  );
  row.title = figure.summary;
  return row;
}

/** A record under the selected thing or in the news. @param {Entry} entry @param {boolean} withName */
export function entryRow(entry, withName) {
  const head = withName && entry.name ? el('button', 'value', entry.text) : el('span', 'value', entry.text);
  if (withName && entry.name) head.onclick = () => choose(entry.name);
  const days =
    entry.about === entry.known ? `about and known ${entry.about}` : `about ${entry.about}, known ${entry.known}`;
  const row = el(
    'li',
    `row ${entry.side}`,
    el('span', 'mark'),
    el(
      'div',
      'body',
      el('div', 'first', head, el('span', 'who', entry.who), ...badges(entry)),
      el('div', 'details', [days, entry.role].filter(Boolean).join(' · ')),
      entry.summary ? el('div', 'summary', entry.summary) : null,
      el('div', 'published', sourceList(entry.sources)),
    ),
  );
  return row;
}

/** A foldable list with its count in the heading. @param {string} title @param {Node[]} rows @param {boolean} open */
export function fold(title, rows, open) {
  if (!rows.length) return null;
  const details = el('details', 'fold', el('summary', '', `${title} (${rows.length})`), el('ul', 'rows', ...rows));
  details.open = open;
  return details;
}

/** One statement without a number. @param {Said} said */
export function statementRow(said) {
  return el(
    'li',
    `row ${said.side}`,
    el('span', 'mark'),
    el(
      'div',
      'body',
      el('div', 'first', el('span', 'who strong', said.who), el('span', 'who', said.role)),
      el('div', 'summary', said.summary),
      el('div', 'published', sourceList(said.sources)),
    ),
  );
}

/** An order of this day, with the zone's name first. @param {OrderEntry} order */
export function orderRow(order) {
  return entryRow({ ...order, text: `${order.zone}: ${order.text}` }, true);
}
