/** The card of a mapper's front: what it measures on the day, what it rests on, and what it is not. */
((S) => {
  'use strict';

  const item = (term, value) => (value ? [S.el('dt', {}, term), S.el('dd', {}, value)] : []);

  function measures(track, index) {
    const figure = (name, unit, digits) => S.measured(track.figure(name, index), unit, digits);
    const [chord, along] = [figure('chord', 'km'), figure('along', 'km')];
    const beyond = S.reachesBeyond(track);
    return [
      item('Area', figure('area', 'km²', 1)),
      beyond ? item('Beyond', `${figure('target', 'km²', 1)} on ${S.data.case.target}'s side of the border`) : [],
      item('Depth', figure('depth', 'km') && `${figure('depth', 'km')} at most, ${figure('depthMean', 'km')} on average`),
      item('Width', chord && `${chord} straight, ${along} along the border`),
      item('Fill', track.figure('fill', index) === null ? '' : `${figure('fill', '', 2)} of depth × width`),
    ].flat();
  }

  /** What was gained and lost since the day before, as known on the day of knowledge, or why that is not said. */
  function since(on) {
    if (on.age > 0 || on.dayBefore === null) return 'not computed: there is no drawing of the day before';
    const change = S.changeSince(on);
    if (change === null) return 'not computed: one of the two days was drawn again later; compare the two days to have it';
    return `gained ${S.measured(change[0], 'km²', 2)}, lost ${S.measured(change[1], 'km²', 2)}`;
  }

  function provenance(track, index) {
    const known = S.longDate(track.known[index]) + (track.assumedOf(index) ? ' (assumed: the file does not say when it was published)' : '');
    const taken = track.taken?.[index];
    const revision = track.revision?.[index];
    return [
      item('Drawn by', track.mapper),
      item('For', S.longDate(track.about[index]) + (taken ? `, ${taken.slice(11)} UTC` : '')),
      item('Known', known),
      item('File', track.fileOf(index) + (revision ? `, revision ${revision}` : '')),
      item('SHA-256', `${track.sha[index]}…`),
      item('Licence', track.licence + (track.publish ? '' : '; not to be published')),
      item('Credit', track.attribution),
    ].flat();
  }

  /** @param {Object} track */
  S.frontCard = (track) => {
    const on = S.frontOn(track, S.state.date, S.state.known);
    const note = S.el('p', { class: 'warn' }, 'A front is what a mapper drew. It is nobody’s claim, and no proof of control.');
    const compared = S.comparedWords(track);
    const ends = S.comparedEnds(track);
    if (on.index === null) return { kind: 'Mapper’s front', title: track.title, parts: [note, S.el('p', {}, 'No drawing of this day or before, as known then.')] };
    return {
      kind: 'Mapper’s front',
      title: track.title,
      parts: [
        note,
        S.el('p', { class: 'rule' }, S.frontState(on)),
        S.el('dl', {}, ...measures(track, on.index), ...item('Change', `since the day before: ${since(on)}`), ...item('Compared', compared || ends?.why || '')),
        S.el('dl', {}, ...provenance(track, on.index)),
      ],
    };
  };
})(Salient);
