/** Three bands of claimed ground on the map, whoever they belong to: built once, given other ground as the days go by. */
/** @import { BandRings } from '../payload' */
/** @import { AgeState, Description, Point } from '../types' */
import { latLngs, map, payload, ringsOf } from '../core/page.js';
import { formatNumber } from '../core/text.js';
import { BAND_WORDS } from '../core/words.js';
import { pathOptions } from './base.js';
import { listen, showPath } from './features.js';

/** @typedef {'inner' | 'likely' | 'outer'} Band */

/** The widest is drawn first, the others on it. @type {Band[]} */
const BANDS = /** @type {Band[]} */ (Object.keys(BAND_WORDS)).reverse();
const NARROWEST = 'inner band: the narrowest ground that joins the named places to the border';

/** What a band is called. @param {Band} band @param {BandRings} bands */
function bandWords(band, bands) {
  if (!bands.outer) return NARROWEST;
  return `${band} band${BAND_WORDS[band] ? `: ${BAND_WORDS[band]}` : ''}`;
}

/** "445 km² inner, 585 likely, 964 outer"; a small area with a decimal. @param {number[]} areas */
export function areasWords(areas) {
  const [inner, ...wider] = areas.map((area) => (area >= 10 ? formatNumber(Math.round(area)) : formatNumber(area)));
  const [likely, outer] = wider;
  return likely ? `${inner} km² inner, ${likely} likely, ${outer} outer` : `${inner} km²`;
}

/**
 * Bands that are empty and hidden at first.
 * @param {string} name "type:id" @param {(band: string) => Description} describe
 * @param {() => string} spoken what a screen reader calls them
 */
export function addBands(name, describe, spoken) {
  /** @type {BandRings | null} */
  let held = null;
  const polygons = BANDS.map((band, number) => {
    const polygon = L.polygon([], pathOptions('bands', `off band band-${band}`, true)).addTo(map);
    listen(polygon, name, () => describe(held ? bandWords(band, held) : ''), number === 0 ? spoken() : '');
    return { band, polygon };
  });

  /** Give them other ground. @param {BandRings} bands */
  function lay(bands) {
    if (held === bands) return false;
    held = bands;
    for (const { band, polygon } of polygons) polygon.setLatLngs(placed(bands[band] ?? []));
    return true;
  }

  return {
    name,
    lay,
    /** Put them over all other bands. */
    raise() {
      for (const { polygon } of polygons) polygon.bringToFront();
    },
    /** @param {boolean} on @param {Record<string, boolean>} flags */
    show(on, flags) {
      for (const { band, polygon } of polygons) showPath(polygon, on && Boolean(held?.[band]), flags);
    },
    /** Points of an edge, the outermost unless another is named, those farthest from the border first. @param {Band} [band] @returns {Point[]} */
    farthest: (band = 'outer') => (held ? farthestOf(held[band] ?? held.inner) : []),
  };
}

/** A band's rings as Leaflet has them, made once. @type {WeakMap<number[][], L.LatLng[][]>} */
const made = new WeakMap();

/** @param {number[][]} band */
function placed(band) {
  const rings = made.get(band) ?? ringsOf(band).map((ring) => ring.map(([lat, lon]) => new L.LatLng(lat, lon)));
  made.set(band, rings);
  return rings;
}

/** The classes of a shape by its age. @param {AgeState | undefined} state @returns {Record<string, boolean>} */
export const agedFlags = (state) => ({ faded: state === 'faded', doubtful: state === 'doubtful' });

/** Some of a line's points, evenly taken. @param {Point[]} line @param {number} n @returns {Point[]} */
const sampled = (line, n) => Array.from({ length: n }, (_, i) => line[Math.floor((i * (line.length - 1)) / (n - 1))]);

/** Points of the border. @type {Point[]} */
const border = (payload.border ?? []).flatMap((line) => sampled(latLngs(line), 80));
/** What was worked out of a band's rings before. @type {WeakMap<number[][], Point[]>} */
const worked = new WeakMap();

/** @param {number[][]} band @returns {Point[]} */
function farthestOf(band) {
  const before = worked.get(band);
  if (before) return before;
  /** @param {Point} p */
  const away = (p) => Math.min(...border.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
  const longest = ringsOf(band).reduce((one, other) => (other.length > one.length ? other : one), []);
  const points = sampled(longest, 64).map((point) => ({ point, far: away(point) }));
  const found = points
    .sort((one, other) => other.far - one.far)
    .slice(0, 40)
    .map(({ point }) => point);
  worked.set(band, found);
  return found;
}
