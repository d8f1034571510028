/** A canvas on the map that keeps its place through pans and zooms; what is on it is for its user to draw. */
/** @import { Frame } from '../types' */
import { el } from '../core/dom.js';

/** The device's pixels for one of CSS. */
const density = () => window.devicePixelRatio || 1;

/**
 * What a canvas shows.
 * @param {L.Map} on @param {L.Bounds} bounds in layer points @returns {Frame}
 */
export function frameOf(on, bounds) {
  const corner = on.getPixelOrigin().add(bounds.min ?? [0, 0]);
  const size = bounds.getSize();
  const scale = 256 * 2 ** on.getZoom();
  const key = `${scale} ${corner.x} ${corner.y} ${size.x} ${size.y}`;
  return { scale, x: corner.x, y: corner.y, w: size.x, h: size.y, key, dpr: density() };
}

/** Something to draw on a canvas with. @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2DSettings} [settings] */
export function penOf(canvas, settings) {
  const pen = canvas.getContext('2d', settings);
  if (pen === null) throw new TypeError('this browser draws on no canvas');
  return pen;
}

/** A canvas; whoever extends it draws in `refresh`. */
export class CanvasLayer extends L.Renderer {
  /** @param {{pane: string, padding: number, name: string}} options padding is a share of the map beyond each edge */
  constructor({ name, ...options }) {
    super(options);
    this.canvas = el('canvas', { class: name, 'aria-hidden': 'true' });
    this.pen = penOf(this.canvas);
  }

  _initContainer() {
    this._container = this.canvas;
  }

  _destroyContainer() {
    this.canvas.remove();
  }

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    super._update();
    if (!this._bounds) return;
    const { canvas } = this;
    const size = this._bounds.getSize();
    L.DomUtil.setPosition(canvas, this._bounds.min ?? L.point(0, 0));
    const [width, height] = [Math.round(size.x * density()), Math.round(size.y * density())];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    this.refresh();
  }

  /** Draw everything anew. */
  refresh() {
    throw new Error('a canvas layer says in refresh what is drawn on it');
  }

  /** Where the canvas lies among the pixels of the world; null before it is on the map. */
  frame() {
    return this._bounds ? frameOf(this._map, this._bounds) : null;
  }

  /** Wipe the canvas and make one unit of the pen a CSS pixel. @param {Frame} frame */
  wipe({ dpr }) {
    this.pen.setTransform(1, 0, 0, 1, 0, 0);
    this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    this.pen.setTransform(dpr, 0, 0, dpr, 0, 0);
  }
}
