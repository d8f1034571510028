/** What is drawn on the curve: its scale, a track's line, a claim's mark, the axis. */
/** @import { Curve, CurvePoint, CurveTrack, PlottedClaim } from '../types' */
import { svg } from '../core/dom.js';
import { payload } from '../core/page.js';
import { SIDE_LETTERS } from '../core/words.js';
import { axisShare } from './axis.js';

const HEAD = 6;
/** How far a mark on the first or last day may reach beyond the plot, px. */
const SPILL = 6;

/** A round number at or above a value. @param {number} value */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= value) ?? 10 * power;
}

/**
 * From zero to a round end; far from zero, as for a whole country's front, from near the lowest value.
 * @param {number[]} values @returns {[number, number]}
 */
function rangeOf(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!Number.isFinite(most) || most <= 0) return [0, 1];
  if (least < most / 2) return [0, roundUp(most)];
  const step = roundUp((most - least || most / 10) / 2);
  return [Math.floor(least / step) * step, Math.ceil(most / step) * step];
}

/** @param {CurvePoint[]} points */
export const valuesOf = (points) => points.flatMap(({ value }) => value ?? []);

/** @typedef {ReturnType<typeof scaleOf>} Scale */

/** Where a day and a value stand on a plot of a size, px. @param {Curve} found @param {{w: number, h: number}} size */
export function scaleOf(found, { w, h }) {
  const drawn = found.tracks.flatMap(({ points }) => valuesOf(points));
  const claimed = found.claims.flatMap((claim) => [claim.value, claim.high ?? claim.value]);
  const [low, high] = rangeOf([...drawn, ...claimed]);
  return {
    low,
    high,
    w,
    h,
    /** @param {number} day */
    x: (day) => axisShare(day) * w,
    /** @param {number} value */
    y: (value) => h - 1 - ((value - low) / (high - low)) * (h - 1 - HEAD),
  };
}

/** @param {number} value */
const n1 = (value) => value.toFixed(1);

/**
 * A track's paths: whole between days that follow one another, dashed and level while carried forward, a dot for a lone day.
 * @param {CurvePoint[]} points @param {Scale} scale
 */
function pathsOf(points, scale) {
  const paths = { whole: '', carried: '', lone: '' };
  points.forEach((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    const joined = Boolean(before && before.value !== null && before.day === point.day - 1);
    const joins = Boolean(after && after.value !== null && after.day === point.day + 1);
    if (point.value === null) return;
    const [x, y] = [n1(scale.x(point.day)), n1(scale.y(point.value))];
    paths.whole += `${joined ? 'L' : 'M'}${x} ${y}`;
    if (!joined && !joins) paths.lone += `M${x} ${y}h0`;
    const until = after ? after.day : payload.last;
    if (until > point.day + 1 || (!after && until > point.day)) paths.carried += `M${x} ${y}H${n1(scale.x(until))}`;
  });
  return paths;
}

/** A track's line. @param {CurveTrack} one @param {Scale} scale */
export function lineOf({ track, points }, scale) {
  const { whole, carried, lone } = pathsOf(points, scale);
  const group = svg(
    'g',
    { class: `curve-track curve-${track.style.line} ${track.style.unclear ? 'curve-unclear' : ''}` },
    svg('path', { class: 'curve-whole', d: whole }),
    track.style.line === 'double' ? svg('path', { class: 'curve-inner', d: whole }) : null,
    svg('path', { class: 'curve-carried', d: carried }),
    svg('path', { class: 'curve-lone', d: lone }),
  );
  group.style.setProperty('--hue', `var(${track.style.hue})`);
  return group;
}

/** @param {PlottedClaim} claim @param {Scale} scale @returns {SVGElement} */
function shapeOf(claim, scale) {
  const [x, y] = [scale.x(claim.about), scale.y(claim.value)];
  switch (claim.modality) {
    case 'at_least':
      return svg('path', { d: `M${x - 4} ${y - 4.5}L${x + 5} ${y}L${x - 4} ${y + 4.5}Z` });
    case 'up_to':
      return svg('path', { d: `M${x + 4} ${y - 4.5}L${x - 5} ${y}L${x + 4} ${y + 4.5}Z` });
    case 'exact':
      return svg('rect', { x: x - 3.6, y: y - 3.6, width: 7.2, height: 7.2 });
    case 'range': {
      const high = scale.y(claim.high ?? claim.value);
      return svg('path', {
        class: 'range',
        d: `M${x - 3.5} ${y}H${x + 3.5}M${x} ${y}V${high}M${x - 3.5} ${high}H${x + 3.5}`,
      });
    }
    default:
      return svg('circle', { cx: x, cy: y, r: 3.8 });
  }
}

/**
 * A claim's mark, by modality as on the strip: ● about, ■ exact, ▸ at least, ◂ up to, a bar for a range; hollow if computed;
 * beside it the letter of its side.
 * @param {PlottedClaim} claim @param {Scale} scale
 */
export function markOf(claim, scale) {
  const mark = shapeOf(claim, scale);
  mark.classList.add('curve-claim', `said-${claim.side}`);
  if (claim.basis === 'computed') mark.classList.add('hollow');
  const [x, y] = [scale.x(claim.about), scale.y(claim.value)];
  const letter = svg('text', { class: 'curve-letter', x: x + 5, y: y - 3.5 }, SIDE_LETTERS[claim.side]);
  return svg('g', {}, mark, letter);
}

/**
 * What is drawn between the bar's first and last day; days before and after stay out of the figures beside it.
 * @param {Scale} scale @param {SVGElement[]} drawn
 */
export const insideOf = ({ w, h }, drawn) => {
  const box = { x: -SPILL, y: -SPILL, width: w + 2 * SPILL, height: h + 2 * SPILL };
  const viewBox = `${box.x} ${box.y} ${box.width} ${box.height}`;
  return svg('svg', { ...box, viewBox, class: 'curve-inside' }, ...drawn);
};

/** Lines and figures of the axis. @param {string} unit @param {Scale} scale */
export function axisOf(unit, scale) {
  const middle = (scale.low + scale.high) / 2;
  /** @param {number} value */
  const short = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return [scale.high, middle, scale.low].flatMap((value, i) => {
    const y = scale.y(value);
    const text =
      i === 1 && scale.h < 60
        ? []
        : [
            svg(
              'text',
              { class: 'curve-tick', x: -8, y: y + 3.5, 'text-anchor': 'end' },
              `${short(value)}${i === 0 ? ` ${unit}` : ''}`,
            ),
          ];
    return [svg('path', { class: 'curve-grid', d: `M0 ${n1(y)}H${scale.w}` }), ...text];
  });
}
