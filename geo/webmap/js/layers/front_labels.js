/** A front's name on the map, on its outline where that is in sight; it stays about where it was while the days go by. */
/** @import { DrawnFront, Label, Point, ProjectedSeries, Track } from '../types' */
import { map, tracks } from '../core/page.js';
import { onPaint } from '../core/state.js';
import { arcsIn } from '../data/series.js';
import { frontLabel } from './front_words.js';
import { drawable } from './fronts.js';
import { addLabel, setLabel } from './labels.js';

/** @typedef {{track: Track, label: Label, wanted: string, near: Point | null}} FrontLabel */

const SPOTS = 12;
const labels = [...tracks.values()].map((track) => {
  const label = addLabel({ ats: [], text: track.title, rank: 850, style: 'zone', anchor: 'center' });
  label.node.classList.add('label-front');
  label.node.style.setProperty('--hue', `var(${track.style.hue})`);
  /** @type {FrontLabel} */
  const item = { track, label, wanted: '', near: null };
  return item;
});

/**
 * Vertices of a snapshot's outline within the map's bounds, [lat, lon], some of them evenly taken.
 * @param {ProjectedSeries} series @param {number} index
 */
function spotsOf(series, index) {
  const bounds = map.getBounds();
  // A name is written around its spot, so a spot at the very edge would lose half of it.
  const inset = 0.15 * (bounds.getEast() - bounds.getWest());
  const [west, east, south, north] = [
    bounds.getWest() + inset,
    bounds.getEast() - inset,
    bounds.getSouth(),
    bounds.getNorth(),
  ].map((deg) => deg * 1e5);
  const found = [];
  for (const arc of arcsIn(series, index)) {
    for (let i = series.starts[arc]; i < series.starts[arc + 1]; i += 1) {
      if (series.x[i] > west && series.x[i] < east && series.y[i] > south && series.y[i] < north) found.push(i);
    }
  }
  const step = Math.max(1, Math.floor(found.length / SPOTS));
  return found
    .filter((_, i) => i % step === 0)
    .slice(0, SPOTS)
    .map((i) => /** @type {Point} */ ([series.y[i] / 1e5, series.x[i] / 1e5]));
}

/** @param {FrontLabel} item @param {DrawnFront} on */
function place(item, { track, index }) {
  const wanted = `${index} ${map.getBounds().toBBoxString()}`;
  if (item.wanted === wanted) return;
  item.wanted = wanted;
  const spots = spotsOf(track.series, index);
  const { near } = item;
  if (near) {
    /** @param {Point} spot */
    const far = ([lat, lon]) => (lat - near[0]) ** 2 + (0.6 * (lon - near[1])) ** 2;
    spots.sort((a, b) => far(a) - far(b));
  }
  item.near = spots[0] ?? near;
  item.label.ats = spots;
}

function write() {
  const shown = new Map(drawable().map((on) => [on.track.id, on]));
  for (const item of labels) {
    const on = shown.get(item.track.id);
    if (on) place(item, on);
    setLabel(item.label, on !== undefined && (item.label.ats?.length ?? 0) > 0, on ? frontLabel(on) : '');
  }
}

onPaint(write);
map.on('moveend', write);
