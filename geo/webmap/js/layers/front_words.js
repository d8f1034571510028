/** What is said of a front: in its tooltip, on the map, in lists. */
/** @import { Description, DrawnFront, FrontOn, KnownFront } from '../types' */
import { mediumDate } from '../core/page.js';
import { counted, formatMeasure } from '../core/text.js';
import { frontStateWords } from '../core/words.js';
import { comparedWords } from '../data/comparison.js';

/** @param {string} what @param {string} value */
const noted = (what, value) => (value ? `${value} ${what}` : '');

/**
 * "314 km² · 19 km deep · 38 km wide, measured on this drawing"; only the area where nothing lies beyond the border.
 * @param {KnownFront} on
 */
export const frontFigures = ({ track, index }) => {
  /** @param {string} name */
  const figure = (name) => track.figure(name, index);
  const area = formatMeasure(figure('depth') === null ? figure('area') : figure('target'), 'km²');
  return [
    area,
    noted('deep', formatMeasure(figure('depth'), 'km')),
    noted('wide', formatMeasure(figure('chord'), 'km')),
  ]
    .filter(Boolean)
    .join(' · ');
};

/** @param {DrawnFront} on */
function linesOf(on) {
  const { track, index } = on;
  const differs = comparedWords(track);
  return [`drawn for ${mediumDate(track.about[index])}, ${frontStateWords(on)}`, frontFigures(on), differs];
}

/**
 * The tooltip of the fronts under the pointer, the uppermost first.
 * @param {DrawnFront[]} under @returns {Description}
 */
export const describeFronts = (under) => {
  const [first, ...rest] = under;
  const others = rest.flatMap((on) => [`also ${on.track.title}`, ...linesOf(on)]);
  return { title: first.track.title, sub: 'drawn by a mapper, measured here', lines: [...linesOf(first), ...others] };
};

/** The label on the map: "DeepState: held by Russia, 40 days old, doubtful". @param {FrontOn} on */
export const frontLabel = ({ track, age, old }) =>
  [track.title, age > 0 ? `${counted(age, 'day')} old` : '', old === 'doubtful' ? 'doubtful' : '']
    .filter(Boolean)
    .join(', ');
