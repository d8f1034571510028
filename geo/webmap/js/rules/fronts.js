/**
 * What a mapper's track says of a day: the rule of geo/model/fronts.py, in the browser.
 *
 * The last snapshot of the latest day up to `date`, known by `known` (null: today), is taken. It is updated or unchanged
 * if it speaks of that very day, carried forward if it is older. A difference needs a drawing of its own at both ends.
 */
((S) => {
  'use strict';

  /** Running sums. @param {number[]} steps */
  function summed(steps) {
    let day = 0;
    return steps.map((step) => (day += step));
  }

  const metric = (track, name) => track.figures[name] || [];

  const plain = (track) => `${track.mapper}: ${track.words}`;

  /** A track with its columns unfolded; two of one mapper and kind are told apart by their archives. */
  function unfolded(track) {
    const about = summed(track.about);
    return {
      ...track,
      series: null,
      series64: track.series,
      about,
      known: track.known ? summed(track.known) : about,
      title: plain(track) + (S.data.fronts.filter((other) => plain(other) === plain(track)).length > 1 ? ` (${track.archive})` : ''),
      fileOf: (index) => track.file.head + track.file.middle[index] + track.file.tail,
      assumedOf: (index) => !track.assumed || track.assumed[index] === '1',
      figure: (name, index) => metric(track, name)[index] ?? null,
      drawing: summed(track.drawing),
    };
  }

  S.FRONT_STATE = S.data.words.front;
  /** The tracks by id, in the order of the case. */
  S.tracks = S.indexed(S.data.fronts.map(unfolded));

  /**
   * What a track knows of a day.
   * @param {Object} track @param {number} date @param {?number} known
   * @returns {{track: Object, state: string, index: ?number, age: number, dayBefore: ?number}}
   */
  S.frontOn = (track, date, known) => {
    const seen = (i) => track.about[i] <= date && (known === null || track.known[i] <= known);
    let index = track.about.length - 1;
    while (index >= 0 && !seen(index)) index -= 1;
    if (index < 0) return { track, state: 'no_data', index: null, age: 0, dayBefore: null };
    const age = date - track.about[index];
    if (age > 0) return { track, state: 'carried_forward', index, age, dayBefore: null };
    let earlier = index - 1;
    while (earlier >= 0 && !(seen(earlier) && track.about[earlier] < date)) earlier -= 1;
    const same = earlier >= 0 && track.drawing[earlier] === track.drawing[index];
    const dayBefore = earlier >= 0 && track.about[earlier] === date - 1 ? earlier : null;
    return { track, state: same ? 'unchanged' : 'updated', index, age: 0, dayBefore };
  };

  /** What every track knows of a state's day, by id. @param {Object} state @returns {Map<string, Object>} */
  S.frontsOn = (state) => new Map([...S.tracks].map(([id, track]) => [id, S.frontOn(track, state.date, state.known)]));

  /** The snapshot against which one was measured: the newest of the day before. */
  function measuredAgainst(track, index) {
    const day = track.about[index];
    const earlier = track.about.findLastIndex((about) => about < day);
    return earlier >= 0 && track.about[earlier] === day - 1 ? earlier : null;
  }

  /**
   * What was gained and lost since the day before, km², as known then; null where that can't be said: there is no drawing
   * of the day before, or one of the two days was drawn again since they were measured.
   * @returns {?[number, number]}
   */
  S.changeSince = ({ track, index, age, dayBefore }) => {
    if (index === null || dayBefore === null || age > 0) return null;
    if (track.drawing[dayBefore] === track.drawing[index]) return [0, 0];
    const gained = track.figure('gained', index);
    if (gained === null || measuredAgainst(track, index) !== dayBefore) return null;
    return [gained, track.figure('lost', index) ?? 0];
  };

  function ownDrawing(track, date, known) {
    const { index, age } = S.frontOn(track, date, known);
    if (index === null) return { why: `${track.mapper} has no drawing of ${S.iso(date)} or before; choose a later day` };
    if (age === 0) return { index };
    const last = S.iso(track.about[index]);
    return {
      why: `${track.mapper} has no drawing of ${S.iso(date)}, only one of ${last} carried forward; ` +
        `a difference across a gap is not computed. Choose ${last} or a day that was drawn`,
    };
  }

  /**
   * The two snapshots between which a track's difference may be computed, or why there is none.
   * @param {Object} track @param {number} first @param {number} last @param {?number} known
   * @returns {{before: number, after: number}|{why: string}}
   */
  S.endsOfDifference = (track, first, last, known) => {
    if (first >= last) return { why: `the first day is ${S.iso(first)} and the last ${S.iso(last)}; the first must come before the last` };
    const before = ownDrawing(track, first, known);
    const after = ownDrawing(track, last, known);
    const why = before.why || after.why;
    return why ? { why } : { before: before.index, after: after.index };
  };

  /** "updated", "carried forward, 3 days old", … @param {{state: string, age: number}} on */
  S.frontState = (on) => (on.age > 0 ? S.ageWords(on.age) : S.FRONT_STATE[on.state]);
})(Salient);
