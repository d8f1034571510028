/**
 * How a mapper's track looks. The mapper is told by line (single, double, beaded) and hue; held ground is washed and has
 * a dense pattern under a strong line, unclear ground a sparse one under a thin line. The line is whole because a mapper
 * drew it; what is carried forward from an earlier day is fainter and dashed, once faded an outline without a fill, once
 * doubtful a thin one of dots.
 */
/** @import { Side } from '../payload' */
/** @import { FrontAge, FrontStyle, Track } from '../types' */
import { el } from '../core/dom.js';
import { tracks } from '../core/page.js';
import { onTheme, themeColour } from '../core/theme.js';
import { penOf } from './canvas_layer.js';

/**
 * How a drawing looks by its age: how much of itself it keeps, whether its ground is filled, its dashes, how thin its line.
 * @type {Record<FrontAge, {alpha: number, filled: boolean, dash: number[], thin: number}>}
 */
export const AGE_LOOK = {
  fresh: { alpha: 1, filled: true, dash: [], thin: 1 },
  carried: { alpha: 0.55, filled: true, dash: [7, 5], thin: 1 },
  faded: { alpha: 0.7, filled: false, dash: [7, 5], thin: 1 },
  doubtful: { alpha: 0.7, filled: false, dash: [2, 5], thin: 0.6 },
};
const LINES = ['single', 'double', 'beaded'];
const TILE = 8;
const WASH = { gained: 0.38, lost: 0.72 };
/** @typedef {'' | 'gained' | 'lost'} Change */

/** @type {Map<string, {number: number, holder: Side}>} */
const slots = new Map();
/** @type {Map<string, {pattern: CanvasPattern, size: number, scale: number}>} */
let tiles = new Map();

/**
 * A mapper's number in order of appearance, and whether the ground is another holder's than the mapper's first.
 * @param {Track} track
 */
function slotOf(track) {
  const slot = slots.get(track.mapper) ?? { number: slots.size, holder: track.holder };
  slots.set(track.mapper, slot);
  const { number, holder } = slot;
  return { number, other: track.holder !== holder };
}

for (const track of tracks.values()) {
  const { number, other } = slotOf(track);
  track.style = { hue: `--front-${number % 3}`, line: LINES[number % 3], other, unclear: track.status === 'unclear' };
}

/**
 * The mark of a pattern's tile: strokes that neither claims (rising) nor zones (level) use.
 * @param {CanvasRenderingContext2D} pen @param {number} size @param {FrontStyle} style
 */
function mark(pen, size, { line, other }) {
  const half = size / 2;
  pen.beginPath();
  if (other) {
    pen.moveTo(half, 0);
    pen.lineTo(half, size);
  } else if (line === 'single') {
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, 0);
      pen.lineTo(shift + size, size);
    }
  } else if (line === 'double') {
    pen.moveTo(half - 2, half - 1);
    pen.lineTo(half, half + 1.5);
    pen.lineTo(half + 2, half - 1);
  } else {
    pen.arc(half, half, 1.6, 0, 7);
  }
  pen.stroke();
}

/**
 * The signs of a difference: a plus for gained, a minus for lost.
 * @param {CanvasRenderingContext2D} pen @param {number} size @param {Change} kind
 */
function sign(pen, size, kind) {
  const half = size / 2;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(half - 3, half);
  pen.lineTo(half + 3, half);
  if (kind === 'gained') {
    pen.moveTo(half, half - 3);
    pen.lineTo(half, half + 3);
  }
  pen.stroke();
}

/** @param {Track} track @param {Change} kind @param {number} dpr */
function tile(track, kind, dpr) {
  const { style } = track;
  const size = kind ? 12 : style.unclear ? 2 * TILE : TILE;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(size * dpr);
  const pen = penOf(canvas);
  pen.scale(canvas.width / size, canvas.height / size);
  pen.fillStyle = kind === 'lost' ? themeColour('--paper') : themeColour(style.hue);
  pen.globalAlpha = kind ? WASH[kind] : style.unclear ? 0.05 : 0.13;
  pen.fillRect(0, 0, size, size);
  pen.globalAlpha = kind ? 1 : 0.5;
  pen.strokeStyle = themeColour(style.hue);
  pen.lineWidth = 1;
  if (kind) sign(pen, size, kind);
  else mark(pen, size, style);
  return { canvas, size };
}

/** @param {CanvasRenderingContext2D} pen @param {Track} track @param {Change} kind @param {number} dpr */
function patternOf(pen, track, kind, dpr) {
  const { canvas, size } = tile(track, kind, dpr);
  const pattern = pen.createPattern(canvas, 'repeat');
  if (pattern === null) throw new TypeError('a tile without a pixel makes no pattern');
  return { pattern, size, scale: size / canvas.width };
}

/**
 * The pattern that fills a track's ground, or what it gained or lost.
 * @param {CanvasRenderingContext2D} pen @param {Track} track @param {Change} kind
 * @param {{dpr: number, x: number, y: number}} frame where on the canvas the pattern is pinned to the ground
 */
export const frontFill = (pen, track, kind, { dpr, x, y }) => {
  const key = `${track.id} ${kind} ${dpr}`;
  const made = tiles.get(key) ?? patternOf(pen, track, kind, dpr);
  tiles.set(key, made);
  const { pattern, size, scale } = made;
  pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, x % size, y % size]));
  return pattern;
};

/**
 * Draw a track's outline.
 * @param {CanvasRenderingContext2D} pen @param {Path2D} path @param {Track} track
 * @param {{old: FrontAge, lit: boolean}} flags
 */
export const frontStroke = (pen, path, track, { old, lit }) => {
  const { hue, line, unclear } = track.style;
  const { dash, thin } = AGE_LOOK[old];
  const strong = (unclear ? 1.1 : 2) * thin + (lit ? 1.2 : 0);
  /** @param {number} width @param {string} name @param {number[]} [pattern] */
  const stroke = (width, name, pattern = dash) => {
    pen.lineWidth = width;
    pen.strokeStyle = themeColour(name);
    pen.setLineDash(pattern);
    pen.stroke(path);
  };
  pen.lineJoin = 'round';
  pen.lineCap = 'butt';
  if (line === 'double') {
    stroke(strong + (unclear ? 1.8 : 2.6), hue);
    stroke(unclear ? 1.2 : 1.8, '--paper', []);
  } else {
    stroke(line === 'beaded' ? 1 + (lit ? 1 : 0) : strong, hue);
  }
  if (line !== 'beaded') return;
  pen.lineCap = 'round';
  stroke(strong + 2.4, hue, [0, old === 'fresh' ? 9 : 14]);
};

/** A picture of a track for legends and lists. @param {Track} track @param {{age?: FrontAge, kind?: Change}} [as] */
export const frontKey = (track, as = {}) => {
  const canvas = el('canvas', { class: 'key front-key', width: 60, height: 32, 'aria-hidden': 'true' });
  const draw = () => {
    const pen = penOf(canvas);
    pen.setTransform(2, 0, 0, 2, 0, 0);
    pen.clearRect(0, 0, 30, 16);
    const path = new Path2D();
    path.rect(3, 3, 24, 10);
    const old = as.age ?? 'fresh';
    pen.globalAlpha = AGE_LOOK[old].alpha;
    pen.fillStyle = frontFill(pen, track, as.kind ?? '', { dpr: 2, x: 0, y: 0 });
    if (AGE_LOOK[old].filled) pen.fill(path);
    if (as.kind) differenceStroke(pen, path, track, as.kind);
    else frontStroke(pen, path, track, { old, lit: false });
  };
  draw();
  onTheme(draw);
  return canvas;
};

/**
 * The edge of what was gained or lost.
 * @param {CanvasRenderingContext2D} pen @param {Path2D} path @param {Track} track @param {Change} kind
 */
export const differenceStroke = (pen, path, track, kind) => {
  pen.lineWidth = 1.2;
  pen.strokeStyle = themeColour(track.style.hue);
  pen.setLineDash(kind === 'lost' ? [3, 3] : []);
  pen.stroke(path);
};

onTheme(() => {
  tiles = new Map();
});
