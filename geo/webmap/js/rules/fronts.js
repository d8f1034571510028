/**
 * What a mapper's track says of a day: the rule of geo/model/fronts.py.
 *
 * The last snapshot of the latest day up to `date`, known by `known` (null: today), is taken. It is updated or unchanged
 * if it speaks of that very day, carried forward if it is older, ended (and drawn no more) where the case's table of ages
 * lets none that old stand. A difference needs a drawing of its own at both ends.
 */
/** @import { AgesData, TrackData } from '../payload' */
/** @import { Ends, FrontAge, FrontOn, Track } from '../types' */
import { indexed } from './clock.js';

/** Running sums. @param {number[]} steps */
function summed(steps) {
  let day = 0;
  return steps.map((step) => (day += step));
}

/** @param {TrackData} track */
const plainTitle = (track) => `${track.mapper}: ${track.words}`;

/**
 * A track with its columns unfolded; two of one mapper and kind are told apart by their archives.
 * @param {TrackData} track @param {TrackData[]} all @param {AgesData} ages @returns {Track}
 */
function unfolded(track, all, ages) {
  const about = summed(track.about);
  const alike = all.filter((other) => plainTitle(other) === plainTitle(track)).length;
  return {
    ...track,
    ages,
    series: null,
    series64: track.series,
    about,
    known: track.known ? summed(track.known) : about,
    title: plainTitle(track) + (alike > 1 ? ` (${track.archive})` : ''),
    style: { hue: '', line: '', other: false, unclear: track.status === 'unclear' },
    fileOf: (index) => track.file.head + track.file.middle[index] + track.file.tail,
    assumedOf: (index) => !track.assumed || track.assumed[index] === '1',
    figure: (name, index) => track.figures[name]?.[index] ?? null,
    drawing: summed(track.drawing),
  };
}

/** The tracks by id, in the order of the case. @param {TrackData[]} fronts @param {AgesData} ages */
export const tracksOf = (fronts, ages) => indexed(fronts.map((track) => unfolded(track, fronts, ages)));

/**
 * What a drawing is by its age, for how it is drawn and named.
 * @param {number} age @param {AgesData} ages @returns {FrontAge}
 */
export function frontAge(age, { fades, doubtful }) {
  if (age === 0) return 'fresh';
  if (age <= fades) return 'carried';
  return age <= doubtful ? 'faded' : 'doubtful';
}

/**
 * What a track knows of a day.
 * @param {Track} track @param {number} date @param {number | null} known @param {number} [ended] days that a drawing stands
 * @returns {FrontOn}
 */
export function frontOn(track, date, known, ended = track.ages.ended) {
  /** @param {number} i */
  const isSeen = (i) => track.about[i] <= date && (known === null || track.known[i] <= known);
  let index = track.about.length - 1;
  while (index >= 0 && !isSeen(index)) index -= 1;
  if (index < 0) return { track, state: 'no_data', index: null, age: 0, old: 'fresh', dayBefore: null };
  const age = date - track.about[index];
  const old = frontAge(age, track.ages);
  if (age > ended) return { track, state: 'ended', index: null, age, old, dayBefore: null };
  if (age > 0) return { track, state: 'carried_forward', index, age, old, dayBefore: null };
  let earlier = index - 1;
  while (earlier >= 0 && !(isSeen(earlier) && track.about[earlier] < date)) earlier -= 1;
  const isSame = earlier >= 0 && track.drawing[earlier] === track.drawing[index];
  const dayBefore = earlier >= 0 && track.about[earlier] === date - 1 ? earlier : null;
  return { track, state: isSame ? 'unchanged' : 'updated', index, age: 0, old, dayBefore };
}

/**
 * What every track knows of a day, by id.
 * @param {Map<string, Track>} tracks @param {{date: number, known: number | null}} state @returns {Map<string, FrontOn>}
 */
export const frontsOn = (tracks, state) =>
  new Map([...tracks].map(([id, track]) => [id, frontOn(track, state.date, state.known)]));

/** The snapshot against which one was measured: the newest of the day before. @param {Track} track @param {number} index */
function measuredAgainst(track, index) {
  const day = track.about[index];
  const earlier = track.about.findLastIndex((about) => about < day);
  return earlier >= 0 && track.about[earlier] === day - 1 ? earlier : null;
}

/**
 * What was gained and lost since the day before, km², as known then; null where that can't be said: there is no drawing
 * of the day before, or one of the two days was drawn again since they were measured.
 * @param {FrontOn} on @returns {[number, number] | null}
 */
export function changeSince({ track, index, age, dayBefore }) {
  if (index === null || dayBefore === null || age > 0) return null;
  if (track.drawing[dayBefore] === track.drawing[index]) return [0, 0];
  const gained = track.figure('gained', index);
  if (gained === null || measuredAgainst(track, index) !== dayBefore) return null;
  return [gained, track.figure('lost', index) ?? 0];
}

/**
 * The snapshot of a day that has a drawing of its own, or why there is none.
 * @param {Track} track @param {number} date @param {number | null} known @param {(day: number) => string} iso
 * @returns {{index: number, why?: undefined} | {why: string}}
 */
function ownDrawing(track, date, known, iso) {
  const { index, age } = frontOn(track, date, known, Infinity);
  if (index === null) return { why: `${track.mapper} has no drawing of ${iso(date)} or before; choose a later day` };
  if (age === 0) return { index };
  const last = iso(track.about[index]);
  return {
    why:
      `${track.mapper} has no drawing of ${iso(date)}, only one of ${last} carried forward; ` +
      `a difference across a gap is not computed. Choose ${last} or a day that was drawn`,
  };
}

/**
 * The two snapshots between which a track's difference may be computed, or why there is none.
 * @param {Track} track @param {{first: number, last: number, known: number | null}} days @param {(day: number) => string} iso
 * @returns {Ends}
 */
export function endsOfDifference(track, { first, last, known }, iso) {
  if (first >= last) {
    return { why: `the first day is ${iso(first)} and the last ${iso(last)}; the first must come before the last` };
  }
  const before = ownDrawing(track, first, known, iso);
  if (before.why !== undefined) return { why: before.why };
  const after = ownDrawing(track, last, known, iso);
  if (after.why !== undefined) return { why: after.why };
  return { before: before.index, after: after.index };
}
