/** Whose ground lies under a box of the map, and whether the border runs through it: looked up in a coarse picture. */
/** @import { Box } from '../types' */
import { map, payload, latLngs } from '../core/page.js';
import { penOf } from './canvas_layer.js';

const CELL_PX = 4;
const [HOME, TARGET, BORDER] = [0, 1, 2];
const pen = penOf(document.createElement('canvas'), { willReadFrequently: true });
const target = (payload.grounds.target ?? []).map((polygon) => polygon.map(latLngs));
const border = (payload.border ?? []).map(latLngs);
let key = '';
let wide = 0;
let high = 0;
/** @type {Uint8Array} */
let cells = new Uint8Array(0);

/** @param {L.LatLngExpression[]} line */
function trace(line) {
  line.forEach((at, i) => {
    const { x, y } = map.latLngToContainerPoint(at);
    if (i === 0) pen.moveTo(x / CELL_PX, y / CELL_PX);
    else pen.lineTo(x / CELL_PX, y / CELL_PX);
  });
}

/** Draw the ground of the target's side red and the border green, and read what came of it. */
function draw() {
  const { x, y } = map.getSize();
  [wide, high] = [Math.ceil(x / CELL_PX), Math.ceil(y / CELL_PX)];
  pen.canvas.width = wide;
  pen.canvas.height = high;
  pen.fillStyle = 'red';
  pen.strokeStyle = 'lime';
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const rings of target) rings.forEach(trace);
  pen.fill('evenodd');
  pen.beginPath();
  border.forEach(trace);
  pen.stroke();
  const { data } = pen.getImageData(0, 0, wide, high);
  cells = new Uint8Array(wide * high);
  for (let i = 0; i < cells.length; i += 1) {
    if (data[4 * i + 1] > 60) cells[i] = BORDER;
    else cells[i] = data[4 * i] > 127 ? TARGET : HOME;
  }
}

/** Bring the picture up to what the map shows. */
export function look() {
  const size = map.getSize();
  const wanted = `${map.getBounds().toBBoxString()} ${size.x} ${size.y}`;
  if (wanted === key || size.x === 0 || size.y === 0) return;
  key = wanted;
  draw();
}

/** @param {number} px @param {number} end */
const cell = (px, end) => Math.min(Math.max(Math.floor(px / CELL_PX), 0), end - 1);

/** Whose ground a point of the map's container lies on; of a point on the border the greater part around it. @param {number} x @param {number} y */
export function sideAt(x, y) {
  let [home, beyond] = [0, 0];
  const own = cells[cell(y, high) * wide + cell(x, wide)];
  if (own !== BORDER) return own;
  for (let dy = -2; dy <= 2; dy += 1) {
    for (let dx = -2; dx <= 2; dx += 1) {
      const found = cells[cell(y + dy * CELL_PX, high) * wide + cell(x + dx * CELL_PX, wide)];
      if (found === HOME) home += 1;
      if (found === TARGET) beyond += 1;
    }
  }
  return beyond > home ? TARGET : HOME;
}

/** Whether a box, in pixels of the map's container, lies on one side's ground alone and off the border. @param {Box} box @param {number} side */
export function isOnGround([left, top, right, bottom], side) {
  const [x0, x1] = [cell(left, wide), cell(right, wide)];
  for (let y = cell(top, high); y <= cell(bottom, high); y += 1) {
    for (let x = x0; x <= x1; x += 1) if (cells[y * wide + x] !== side) return false;
  }
  return true;
}
