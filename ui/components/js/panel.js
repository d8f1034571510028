/** Draws the day's panel from plain data; a click asks the map document to select. */
/** @import { Clocks, Component, Group, Measured, PanelData } from "./types" */
import { choose, el, entryRow, figureRow, fold, hiddenNote, orderRow, rootOf, statementRow } from './shared/records.js';
import { selectionCard } from './shared/selection_card.js';
import { strip } from './shared/strip.js';
import { showGround, verdictSection } from './shared/verdicts.js';

const FEW_LATER = 3;

/** A metric: its title, its strip, its figures. @param {Group} group */
function groupSection(group) {
  const rows = el('ul', 'rows', ...group.figures.map(figureRow));
  const fronts = el('ul', 'rows fronts', ...group.measured.map(measuredRow));
  return el(
    'section',
    'group',
    el('h3', '', group.title, group.unit ? el('span', 'unit', ` ${group.unit}`) : ''),
    strip(group),
    rows,
    group.measured.length ? fronts : null,
  );
}

/** What was measured on a mapper's front: the value selects it. @param {Measured} mark */
function measuredRow(mark) {
  const value = el('button', 'value', mark.text);
  value.onclick = () => choose(mark.name);
  return el(
    'li',
    'row front',
    el('span', 'bar', '┃'),
    el('div', 'body', el('div', 'first', value, el('span', 'who', `${mark.who}, ${mark.state}`))),
  );
}

/** How to read the marks, said once. */
function key() {
  const sides = [
    ['ukraine', "Ukraine's side"],
    ['russia', "Russia's side"],
    ['independent', 'independent'],
  ];
  return el(
    'p',
    'key',
    ...sides.map(([side, text]) => el('span', `row ${side}`, el('span', 'mark'), text)),
    "■ exact · ● about · ▸ at least · ◂ up to · ├┤ range · hollow: computed, not stated · ┃ measured on a mapper's front",
  );
}

/** A line that counts the verdicts and leads to them. @param {string} counts */
function jump(counts) {
  const button = el('button', 'jump', `True together? ${counts}`);
  button.onclick = () =>
    /** @type {ShadowRoot | Document} */ (button.getRootNode())
      .querySelector('.verdicts')
      ?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  return button;
}

/** What today's knowledge of the day has more, or no longer has; nothing where the clock stands on today. @param {Clocks | null} later */
function clocks(later) {
  if (!later) return null;
  const rows = later.entries.map((entry) => entryRow(entry, true));
  if (!rows.length) return el('p', 'quiet', later.drawn.join(' ') || later.words);
  const list = el('details', 'fold', el('summary', '', `As known today: ${later.words}`), el('ul', 'rows', ...rows));
  list.open = rows.length <= FEW_LATER;
  return el(
    'section',
    'clocks',
    list,
    ...later.drawn.map((words) => el('p', 'quiet', words)),
    el('p', 'quiet', 'What only today’s knowledge shows is outlined on the map with dots.'),
  );
}

/** The whole panel. @param {PanelData} data */
function draw(data) {
  const quiet = !data.groups.length && !data.carried.length;
  return el(
    'div',
    'panel',
    data.selection ? selectionCard(data.selection) : null,
    el(
      'header',
      data.today ? 'day' : 'day past',
      el('h2', '', `${data.day} · ${data.number}`),
      el('span', 'known', data.known),
    ),
    el('p', 'sentence', data.sentence),
    clocks(data.later),
    data.verdictCounts ? jump(data.verdictCounts) : null,
    data.hidden ? hiddenNote(data.hidden) : null,
    data.groups.length ? key() : null,
    ...data.groups.map(groupSection),
    verdictSection(data.verdicts, data.verdictCounts),
    quiet ? null : fold('Evacuation, about this day', data.orders.map(orderRow), true),
    fold('Said without a number', data.statements.map(statementRow), false),
    fold('Carried forward from earlier days', data.carried.map(figureRow), !data.groups.length),
    fold(
      'Became known on this day',
      data.news.map((entry) => entryRow(entry, true)),
      false,
    ),
  );
}

const drawn = new WeakMap();

/** @param {Component<PanelData>} component */
export default function (component) {
  const { data, parentElement } = component;
  const text = JSON.stringify(data);
  if (drawn.get(parentElement) === text) return;
  drawn.set(parentElement, text);
  const root = rootOf(parentElement);
  root.replaceChildren(draw(data));
  // What a verdict of the panel before had shown on the map goes with its button.
  showGround(null);
  if (data.selection) root.scrollTop = 0;
}
