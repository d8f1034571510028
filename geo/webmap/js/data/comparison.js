/** What each front gained and lost between the two days that are compared. */
/** @import { Difference, Ends, State, Track } from '../types' */
import { endsOfDifference } from '../rules/fronts.js';
import { iso, mediumDate, store } from '../core/page.js';
import { formatMeasure } from '../core/text.js';
import { differenceOf } from './difference.js';

/** The two days that are compared, the earlier first; null without a second one. @param {State} state @returns {[number, number] | null} */
export const comparedDays = ({ date, compare }) =>
  compare === null ? null : [Math.min(date, compare), Math.max(date, compare)];

/** The ends of a track's difference in the present state; null without a second date. @param {Track} track @returns {Ends | null} */
export function comparedEnds(track) {
  const days = comparedDays(store.state);
  if (days === null) return null;
  return endsOfDifference(track, { first: days[0], last: days[1], known: store.state.known }, iso);
}

/** The difference of a track between the days that are compared; null where there is none. @param {Track} track @returns {Difference | null} */
export function comparedDifference(track) {
  const ends = comparedEnds(track);
  if (!ends || ends.why !== undefined || !track.series) return null;
  return differenceOf(track.series, ends.before, ends.after);
}

/** "gained 12.3 km², lost 0.4 km²", once it was measured; what a tooltip says of a track's difference. @param {Track} track */
export function comparedWords(track) {
  const areas = comparedDifference(track)?.areas;
  const days = comparedDays(store.state);
  if (!areas || !days) return '';
  const words = `gained ${formatMeasure(areas.gained, 'km²', 2)}, lost ${formatMeasure(areas.lost, 'km²', 2)}`;
  return `${words}, ${mediumDate(days[0])} to ${mediumDate(days[1])}`;
}
