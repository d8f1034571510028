/** The card of the selected thing: its facts, its entries, the same claimant's history, the verdicts on it. */
/** @import { Selection } from "../types" */
import { choose, el, entryRow, fold } from './records.js';
import { verdictOnMap, verdictRow } from './verdicts.js';

/** The card of the selected thing. @param {Selection} selection */
export function selectionCard(selection) {
  const close = el('button', 'close', 'Close');
  close.onclick = () => choose(null);
  const facts = el('dl', 'facts');
  for (const [label, text] of selection.facts) facts.append(el('dt', '', label), el('dd', '', text));
  const none =
    selection.entries.length || selection.kind === 'front'
      ? null
      : el('p', 'quiet', 'Nothing was known about it by this day.');
  const card = el(
    'section',
    'selection',
    el('header', '', el('h3', '', selection.title), selection.fixed ? null : close),
    selection.story.length ? el('ul', 'story', ...selection.story.map((sentence) => el('li', '', sentence))) : null,
    facts,
    el('ul', 'rows', ...selection.entries.map((entry) => entryRow(entry, false))),
    none,
    selection.history.length
      ? fold(
          'The same claimant on the same thing',
          selection.history.map((entry) => entryRow(entry, false)),
          false,
        )
      : null,
    selection.verdicts.length
      ? el('ul', 'rows', ...selection.verdicts.map(selection.fixed ? verdictRow : verdictOnMap))
      : null,
  );
  card.setAttribute('aria-label', `Selected: ${selection.title}`);
  return card;
}
