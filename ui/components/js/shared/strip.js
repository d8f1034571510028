/** The strip of a metric: every figure of a day on one axis. */
/** @import { Figure, Group, Measured } from "../types" */
import { choose } from './records.js';

/**
 * What stands on the strip: a figure, or what was measured on a front.
 * @typedef {{x: number, label: string, line: number, figure?: Figure, front?: Measured}} Mark
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Make an SVG element with attributes.
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag @param {Record<string, string | number>} attributes
 * @returns {SVGElementTagNameMap[K]}
 */
function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}

/** The letters of `SIDE_LETTERS` in geo/model/labels.py, as in records.css. @type {Record<string, string>} */
const LETTERS = { ukraine: 'U', russia: 'R', independent: 'I' };

/** A round number at or above a value, so that an axis ends well. @param {number} value */
function niceEnd(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return (
    [1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10].map((step) => step * power).find((end) => end >= value) ?? 10 * power
  );
}

/**
 * The shape of a mark by modality: a dot, an arrow for a bound, a bar for a range.
 * @param {Figure} figure @param {number} x @param {number} y @param {(value: number) => number} scale @returns {SVGElement}
 */
function markShape(figure, x, y, scale) {
  if (figure.modality === 'range') {
    const end = scale(figure.high ?? figure.value);
    return svg('path', { d: `M${x} ${y - 5}V${y + 5}M${x} ${y}H${end}M${end} ${y - 5}V${y + 5}`, class: 'range' });
  }
  if (figure.modality === 'at_least') return svg('path', { d: `M${x - 5} ${y - 6}L${x + 6} ${y}L${x - 5} ${y + 6}Z` });
  if (figure.modality === 'up_to') return svg('path', { d: `M${x + 5} ${y - 6}L${x - 6} ${y}L${x + 5} ${y + 6}Z` });
  if (figure.modality === 'exact') return svg('rect', { x: x - 5, y: y - 5, width: 10, height: 10 });
  return svg('circle', { cx: x, cy: y, r: 5.5 });
}

/** Put labels that would overlap on a second and third line. @param {Mark[]} marks */
function labelLines(marks) {
  /** @type {number[]} */
  const ends = [];
  for (const mark of marks) {
    const half = mark.label.length * 3.6 + 3;
    let line = ends.findIndex((end) => end < mark.x - half);
    if (line < 0) line = ends.length;
    ends[line] = mark.x + half;
    mark.line = Math.min(line, 2);
  }
  return Math.min(ends.length, 3);
}

/**
 * A bar across the axis: what was measured on a mapper's front, broken where it was carried forward.
 * @param {Mark & {front: Measured}} mark @param {number} axis
 */
function measuredMark({ front, x, label, line }, axis) {
  const hit = svg('g', { class: 'hit measured' });
  const tip = svg('title', {});
  tip.textContent = `${front.text} · ${front.who} · measured, ${front.state}`;
  const text = svg('text', { x, y: axis - 11 - line * 12, class: 'label', 'text-anchor': 'middle' });
  text.textContent = label;
  hit.append(
    tip,
    svg('path', { d: `M${x} ${axis - 8}V${axis + 8}`, class: front.carried ? 'front carried' : 'front' }),
    text,
  );
  hit.addEventListener('click', () => choose(front.name));
  return hit;
}

/**
 * A figure's mark, by side and modality, hollow when computed.
 * @param {Mark & {figure: Figure}} mark @param {number} axis @param {(value: number) => number} scale
 */
function figureMark({ figure, x, label, line }, axis, scale) {
  const shape = markShape(figure, x, axis, scale);
  shape.setAttribute('class', `${figure.side}${figure.computed ? ' hollow' : ''} ${shape.getAttribute('class') ?? ''}`);
  const text = svg('text', { x, y: axis - 9 - line * 12, class: 'label', 'text-anchor': 'middle' });
  text.textContent = label;
  const hit = svg('g', { class: 'hit' });
  const tip = svg('title', {});
  const basis = figure.computed ? 'computed' : 'stated';
  tip.textContent = `${figure.text} · ${figure.who} · ${figure.kind}, ${basis} · ${figure.sources[0].publisher}`;
  // On the mark, or beside the bar of a range: the side is told by its letter, not by its hue alone.
  const isRange = figure.modality === 'range';
  const letter = svg('text', {
    x: isRange ? x - 6 : x,
    y: axis + 2.8,
    class: `letter ${figure.side}${figure.computed || isRange ? ' bare' : ''}`,
    'text-anchor': isRange ? 'end' : 'middle',
  });
  letter.textContent = LETTERS[figure.side];
  hit.append(tip, shape, letter, text);
  hit.addEventListener('click', () => choose(figure.name));
  return hit;
}

/**
 * The strip of a metric: every figure of the day on one axis, by side and modality, hollow when computed.
 * @param {Group} group
 */
export function strip(group) {
  const figures = group.figures.filter((figure) => figure.kind !== 'additional' && figure.kind !== 'a part only');
  if (figures.length + group.measured.length < 1) return null;
  const width = 400;
  const end = niceEnd(
    1.04 *
      Math.max(...figures.map((figure) => figure.high ?? figure.value), ...group.measured.map((mark) => mark.value), 1),
  );
  /** @param {number} value */
  const scale = (value) => 14 + (value / end) * (width - 28);
  /** @param {number} value */
  const short = (value) => (value >= 10000 ? `${Math.round(value / 1000)}k` : value.toLocaleString('en'));
  /** @type {Mark[]} */
  const marks = [
    ...figures.map((figure) => ({
      figure,
      x: scale(figure.value),
      label: short(figure.value) + (figure.high ? `–${short(figure.high)}` : ''),
      line: 0,
    })),
    ...group.measured.map((front) => ({
      front,
      x: scale(front.value),
      label: short(Math.round(front.value)),
      line: 0,
    })),
  ].sort((a, b) => a.x - b.x);
  const lines = labelLines(marks);
  const axis = 10 + lines * 12;
  const height = axis + 24;
  const image = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'strip' });
  const title = svg('title', {});
  title.textContent = `${group.title}: ${figures
    .map((f) => `${f.text}, ${f.who}${f.computed ? ', computed' : ''}`)
    .concat(group.measured.map((m) => `measured on a mapper's front: ${m.text} (${m.who}, ${m.state})`))
    .join('; ')}`;
  image.append(title, svg('line', { x1: 14, x2: width - 14, y1: axis, y2: axis, class: 'axis' }));
  /** @type {[number, string][]} */
  const ticks = [
    [0, 'start'],
    [end, 'end'],
  ];
  for (const [value, anchor] of ticks) {
    const text = svg('text', { x: value ? width - 8 : 8, y: axis + 19, class: 'tick', 'text-anchor': anchor });
    text.textContent = short(value) + (value && group.unit ? ` ${group.unit}` : '');
    image.append(text);
  }
  for (const { front, ...mark } of marks) if (front) image.append(measuredMark({ ...mark, front }, axis));
  for (const { figure, ...mark } of marks) if (figure) image.append(figureMark({ ...mark, figure }, axis, scale));
  return image;
}
