/** How a label is written: how wide it is, and where a long one is broken in two. */
/** @import { LabelSpec } from '../types' */
import { map } from '../core/page.js';
import { penOf } from './canvas_layer.js';

const FONT = { country: '600 13px', town: '500 12px', place: '500 11.5px', zone: '600 11px', claim: '600 11.5px' };
/** @type {Partial<Record<LabelSpec['style'], number>>} */
const SPACED = { zone: 0.5, country: 4 };
const LINE_PX = 14;
const INSIDE_PX = 2;
/** A longer name of a claim is broken in two. */
const BREAK_FROM_PX = 190;
/** On a narrower map a name of a claim leaves it to the title over it, "Claimed advances", that it is one, and a faint line has none. */
export const NARROW_PX = 500;
const family = getComputedStyle(document.body).fontFamily;
const pen = penOf(document.createElement('canvas'));

/** What a word was measured to be before: from day to day a label's words are mostly the same. @type {Map<string, number>} */
const measured = new Map();

/** @param {string} word @param {LabelSpec['style']} style */
function wordWidth(word, style) {
  const key = `${style} ${word}`;
  let width = measured.get(key);
  if (width === undefined) {
    pen.font = `${FONT[style]} ${family}`;
    width = pen.measureText(word).width;
    measured.set(key, width);
  }
  return width;
}

/** @param {string} line @param {LabelSpec['style']} style */
function lineWidth(line, style) {
  const words = line.split(' ');
  const gaps = (words.length - 1) * wordWidth(' ', style);
  return words.reduce((sum, word) => sum + wordWidth(word, style), gaps) + line.length * (SPACED[style] ?? 0);
}

/** @param {string} text @param {LabelSpec['style']} style */
const widthOf = (text, style) =>
  Math.ceil(Math.max(...text.split('\n').map((line) => lineWidth(line, style)))) + 2 * INSIDE_PX;

/** Break a long name of a claim where its remark or its age begins. @param {string} text @param {LabelSpec['style']} style */
function broken(text, style) {
  if (style !== 'claim' || widthOf(text, style) <= Math.min(BREAK_FROM_PX, 0.33 * map.getSize().x)) return text;
  const breaks = [...text.matchAll(/ (?=[(·])|, |(?<=×) /g)].map(({ index, 0: { length } }) => [
    index,
    index + length - 1,
  ]);
  const ways = breaks.map(
    ([end, next]) => `${text.slice(0, text[end] === ',' ? end + 1 : end)}\n${text.slice(next + 1).replace(/^· /, '')}`,
  );
  return ways.sort((a, b) => widthOf(a, style) - widthOf(b, style))[0] ?? text;
}

/** The lines of a label and their size, pixels. @param {string} text @param {LabelSpec['style']} style */
export function written(text, style) {
  const narrow = style === 'claim' && map.getSize().x < NARROW_PX;
  const lines = broken(narrow ? text.replace(', claimed', '') : text, style);
  return { lines, width: widthOf(lines, style), height: LINE_PX * lines.split('\n').length };
}
