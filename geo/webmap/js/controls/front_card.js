/** The card of a mapper's front: what it measures on the day, what it rests on, and what it is not. */
/** @import { FrontOn, Track } from '../types' */
import { changeSince, frontOn } from '../rules/fronts.js';
import { el } from '../core/dom.js';
import { longDate, payload, store } from '../core/page.js';
import { counted, formatMeasure } from '../core/text.js';
import { frontStateWords } from '../core/words.js';
import { comparedEnds, comparedWords } from '../data/comparison.js';
import { reachesBeyond } from '../data/curve.js';

const NO_WIDTH = 'not measured as it is today; import the archive again';

/** @param {string} term @param {string} value */
const item = (term, value) => (value ? [el('dt', {}, term), el('dd', {}, value)] : []);

/** @param {Track} track @param {number} index */
function measures(track, index) {
  /** @param {string} name @param {string} unit @param {number} [digits] */
  const figure = (name, unit, digits) => formatMeasure(track.figure(name, index), unit, digits);
  const [chord, along] = [figure('chord', 'km'), figure('along', 'km')];
  const [depth, mean] = [figure('depth', 'km'), figure('depthMean', 'km')];
  const beyond = reachesBeyond(track);
  return [
    item('Area', figure('area', 'km²', 1)),
    beyond ? item('Beyond', `${figure('target', 'km²', 1)} on ${payload.case.target}'s side of the border`) : [],
    item('Depth', depth && `${depth} at most${mean && `; area / straight width ${mean}`}`),
    item('Width', chord ? `${chord} straight, ${along} along the border` : depth && NO_WIDTH),
    item('Fill', track.figure('fill', index) === null ? '' : `${figure('fill', '', 2)} of depth × width`),
  ].flat();
}

/**
 * What was gained and lost since the day before, as known on the day of knowledge, or why that is not said.
 * @param {FrontOn} on
 */
function since(on) {
  if (on.age > 0 || on.dayBefore === null) return 'not computed: there is no drawing of the day before';
  const change = changeSince(on);
  if (change === null) {
    return 'not computed: one of the two days was drawn again later; compare the two days to have it';
  }
  return `gained ${formatMeasure(change[0], 'km²', 2)}, lost ${formatMeasure(change[1], 'km²', 2)}`;
}

/** Why nothing is drawn: `FrontOn.nothing_words` in geo/model/fronts.py. @param {FrontOn} on */
const nothing = ({ state, age }) =>
  state === 'ended'
    ? `Not drawn: the last drawing is ${counted(age, 'day')} old, more than the case’s table of ages lets one stand.`
    : 'No drawing of this day or before, as known then.';

/** @param {Track} track @param {number} index */
function provenance(track, index) {
  const known =
    longDate(track.known[index]) +
    (track.assumedOf(index) ? ' (assumed: the file does not say when it was published)' : '');
  const taken = track.taken?.[index];
  const revision = track.revision?.[index];
  return [
    item('Drawn by', track.mapper),
    item('For', longDate(track.about[index]) + (taken ? `, ${taken.slice(11)} UTC` : '')),
    item('Known', known),
    item('File', track.fileOf(index) + (revision ? `, revision ${revision}` : '')),
    item('SHA-256', `${track.sha[index]}…`),
    item('Licence', track.licence + (track.publish ? '' : '; not to be published')),
    item('Credit', track.attribution),
  ].flat();
}

/** @param {Track} track */
export const frontCard = (track) => {
  const on = frontOn(track, store.state.date, store.state.known);
  const note = el(
    'p',
    { class: 'warn' },
    'A front is what a mapper drew. It is nobody’s claim, and no proof of control.',
  );
  const compared = comparedWords(track);
  const ends = comparedEnds(track);
  if (on.index === null) {
    return {
      kind: 'Mapper’s front',
      title: track.title,
      parts: [note, el('p', {}, nothing(on))],
    };
  }
  return {
    kind: 'Mapper’s front',
    title: track.title,
    parts: [
      note,
      el('p', { class: 'rule' }, frontStateWords(on)),
      el(
        'dl',
        {},
        ...measures(track, on.index),
        ...item('Change', `since the day before: ${since(on)}`),
        ...item('Compared', compared || (ends?.why ?? '')),
      ),
      el('dl', {}, ...provenance(track, on.index)),
    ],
  };
};
