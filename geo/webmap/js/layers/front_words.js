/** What is said of a front: in its tooltip, on the map, in lists. */
((S) => {
  'use strict';

  /** A figure with its unit, or '' where there is none. @param {?number} value @param {string} unit @param {number} [digits] */
  S.measured = (value, unit, digits = 1) =>
    value === null ? '' : `${value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : digits })} ${unit}`.trim();

  const noted = (what, value) => (value ? `${value} ${what}` : '');

  /** "314 km² · 19 km deep · 38 km wide, measured on this drawing"; only the area where nothing lies beyond the border. */
  S.frontFigures = ({ track, index }) => {
    const figure = (name) => track.figure(name, index);
    const area = S.measured(figure('depth') === null ? figure('area') : figure('target'), 'km²');
    return [area, noted('deep', S.measured(figure('depth'), 'km')), noted('wide', S.measured(figure('chord'), 'km'))].filter(Boolean).join(' · ');
  };

  function linesOf(on) {
    const { track, index } = on;
    const differs = S.comparedWords(track);
    return [`drawn for ${S.mediumDate(track.about[index])}, ${S.frontState(on)}`, S.frontFigures(on), differs];
  }

  /** The tooltip of the fronts under the pointer, the uppermost first. @param {Object[]} under */
  S.describeFronts = (under) => {
    const [first, ...rest] = under;
    const others = rest.flatMap((on) => [`also ${on.track.title}`, ...linesOf(on)]);
    return { title: first.track.title, sub: 'drawn by a mapper, measured here', lines: [...linesOf(first), ...others] };
  };

  /** The label on the map: "DeepState: held by Russia, 3 days old". */
  S.frontLabel = ({ track, age }) => `${track.title}${age > 0 ? `, ${S.count(age, 'day')} old` : ''}`;
})(Salient);
