/** What the pages on places and on evacuation share: cited records, questions with their answers, small tables. */
/** @import { Answer, Cited } from "../types" */
import { el, fold, sourceLink } from './records.js';

/** One cited record: what was said, by whom, when, where published. @param {Cited} cited */
export function citedRow(cited) {
  const days =
    cited.about === cited.known ? `about and known ${cited.about}` : `about ${cited.about}, known ${cited.known}`;
  return el(
    'li',
    `row ${cited.side}`,
    el('span', 'mark'),
    el(
      'div',
      'body',
      el(
        'div',
        'first',
        el('span', 'value', cited.said),
        el('span', 'who', cited.who),
        cited.doubt ? el('span', 'badge doubt', cited.doubt) : null,
        cited.dayNote ? el('span', 'badge doubt', cited.dayNote) : null,
      ),
      el('div', 'details', days, ' · ', sourceLink(cited.source)),
    ),
  );
}

/** Records behind something, folded; nothing when there are none. @param {string} title @param {Cited[]} list */
export function citedFold(title, list) {
  return fold(title, list.map(citedRow), false);
}

/**
 * A reader's questions, each with its answer and what the answer rests on.
 * @param {Answer[]} answers @param {string} heading
 */
export function answersSection(answers, heading) {
  if (!answers.length) return null;
  return el(
    'section',
    'part',
    el('h2', '', heading),
    el(
      'dl',
      'answers',
      ...answers.flatMap((one) => [
        el('dt', '', one.question),
        el(
          'dd',
          '',
          el(
            'p',
            '',
            one.text,
            one.computed ? ' ' : null,
            one.computed ? el('span', 'badge computed', 'computed') : null,
          ),
          citedFold('Sources', one.cited),
        ),
      ]),
    ),
  );
}

/** A share as a bar, with words beside it. @param {number} share @param {string} words @param {string} [className] */
export function shareBar(share, words, className) {
  const fill = el('i', `fill ${className || ''}`);
  fill.style.width = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return el('span', 'share', el('span', 'track', fill), el('span', 'share-words', words));
}

/** Names in a row, folded past a dozen. @param {string[]} names */
export function nameList(names) {
  if (names.length <= 12) return el('span', '', names.join(', ') || 'none');
  const more = el('details', 'behind inline', el('summary', '', `${names.length} names`), names.join(', '));
  return more;
}
