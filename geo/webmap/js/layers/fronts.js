/** Mappers' fronts on the map: a canvas under zones and claims that is painted anew only when what it shows changes. */
/** @import { DrawnFront, Frame, FrontOn, KnownFront, State, View } from '../types' */
import { map, store, tracks } from '../core/page.js';
import { highlighted, onPaint, paint } from '../core/state.js';
import { onTheme } from '../core/theme.js';
import { comparedEnds } from '../data/comparison.js';
import { differenceOf, pathOfWalks } from '../data/difference.js';
import { canInflate, readSeries } from '../data/series.js';
import { CanvasLayer } from './canvas_layer.js';
import { holdsPoint, outlineOf, projectSeries } from './fronts_paths.js';
import { AGE_LOOK, differenceStroke, frontFill, frontStroke } from './fronts_style.js';

const PADDING = 0.12;
let trouble = '';

/** Tracks that the layers and filters let through, with what they know of the day. @param {State} state @param {View} view */
export const frontsShown = (state, view) =>
  state.layers.has('fronts') ? [...view.fronts.values()].filter(({ track }) => !state.hiddenFronts.has(track.id)) : [];

/** Whether a track has a drawing for the day. @type {(on: FrontOn) => on is KnownFront} */
export const isKnown = (on) => on.index !== null;

/** Whether it can be drawn. @type {(on: FrontOn) => on is DrawnFront} */
const isDrawable = (on) => on.track.series !== null && isKnown(on);

/** What can be drawn in the present state, in the order of the tracks. */
export const drawable = () => frontsShown(store.state, store.view).filter(isDrawable);

/** Where a pattern is pinned: the corner of the world's pixels, so that it stays on the ground while the map moves. @param {Frame} frame */
const pinned = (frame) => ({ dpr: frame.dpr, x: -frame.x, y: -frame.y });

/** @param {CanvasRenderingContext2D} pen @param {DrawnFront} on @param {Frame} frame @param {Set<string>} lit */
function drawFront(pen, { track, index, old }, frame, lit) {
  const path = outlineOf(track.series, index, frame);
  const own = lit.has(`front:${track.id}`);
  pen.globalAlpha = AGE_LOOK[old].alpha;
  if (AGE_LOOK[old].filled) {
    pen.fillStyle = frontFill(pen, track, '', pinned(frame));
    pen.fill(path);
  }
  frontStroke(pen, path, track, { old, lit: own });
  pen.globalAlpha = 1;
}

/**
 * Draw what a track gained and lost between the two days that are compared, each within the ground it belongs to.
 * @param {CanvasRenderingContext2D} pen @param {DrawnFront} on @param {Frame} frame
 */
function drawDifference(pen, { track }, frame) {
  const ends = comparedEnds(track);
  if (!ends || ends.why !== undefined) return;
  const { walks } = differenceOf(track.series, ends.before, ends.after);
  const path = pathOfWalks(walks, frame);
  /** @type {['gained' | 'lost', number][]} */
  const kinds = [
    ['gained', ends.after],
    ['lost', ends.before],
  ];
  for (const [kind, index] of kinds) {
    pen.save();
    pen.clip(outlineOf(track.series, index, frame));
    pen.fillStyle = frontFill(pen, track, kind, pinned(frame));
    pen.fill(path);
    differenceStroke(pen, path, track, kind);
    pen.restore();
  }
}

class Fronts extends CanvasLayer {
  shown = '';

  /** Paint the state, unless that is what the canvas shows. */
  paint() {
    const frame = this.frame();
    if (!frame) return;
    const found = drawable();
    const lit = highlighted();
    const drawn = found.map(({ track, index, old }) => [track.id, index, old, lit.has(`front:${track.id}`)]);
    const wanted = JSON.stringify([frame.key, store.state.compare, drawn]);
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.wipe(frame);
    for (const on of found) drawFront(this.pen, on, frame, lit);
    for (const on of found) drawDifference(this.pen, on, frame);
  }

  /** Forget the picture, as after a move or a change of theme. */
  refresh() {
    this.shown = '';
    this.paint();
  }
}

export const frontsLayer = new Fronts({ pane: 's-fronts', padding: PADDING, name: 'fronts' });
frontsLayer.addTo(map);
onPaint(() => frontsLayer.paint());
onTheme(() => frontsLayer.refresh());

/** Why the fronts are not drawn, or ''. */
export const frontsTrouble = () => trouble;

/** Unpack every series; the rest of the map is on the screen by then. */
export async function loadFronts() {
  if (!canInflate() && tracks.size > 0) {
    trouble = 'This browser is too old to unpack the fronts; their figures are complete, the map shows none of them.';
    paint();
    return;
  }
  for (const track of tracks.values()) {
    try {
      track.series = projectSeries(await readSeries(track.series64));
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError || error instanceof DOMException)) throw error;
      trouble = `The front of ${track.mapper} can't be unpacked (${error.message}).`;
    }
    paint();
  }
}

/** The drawn tracks that hold a place, the last drawn first. @param {L.LatLng} at @returns {DrawnFront[]} */
export const frontsAt = ({ lat, lng }) =>
  drawable()
    .filter(({ track, index }) => holdsPoint(track.series, index, lng, lat))
    .reverse();
