/** What the curve shows of a metric: each mapper's drawings by day, and the claims of it, on both clocks and by the filters. */
/** @import { Kind } from '../payload' */
/** @import { Curve, CurveMetric, CurvePoint, CurveTrack, PlottedClaim, State, Track } from '../types' */
import { isAdmitted, isInEffect } from '../rules/clock.js';
import { frontOn } from '../rules/fronts.js';
import { payload, tracks } from '../core/page.js';
import { formatMeasure } from '../core/text.js';
import { frontStateWords, kindWords } from '../core/words.js';

/**
 * Which of a track's figures stands for a metric of the curve.
 * @type {Record<string, (track: Track) => string>}
 */
const FIGURES = {
  area: (track) => (reachesBeyond(track) ? 'target' : 'area'),
  depth: () => 'depth',
  width: () => 'chord',
};

/**
 * What a metric is called, its unit, the claims' metric, and the tracks' figure for it.
 * @type {Record<string, CurveMetric>}
 */
export const CURVE_METRICS = Object.fromEntries(
  Object.entries(payload.curves).flatMap(([name, { label, metric, unit = '' }]) =>
    metric ? [[name, { title: label, unit, metric, figure: FIGURES[name] }]] : [],
  ),
);

/** Whether a track draws ground beyond the border, so that depth and width are measured on it. @param {Track} track */
export const reachesBeyond = (track) => Boolean(track.figures.depth);

/** The selected track, if a track is selected. @param {State} state */
export const chosenFront = ({ selected }) =>
  selected?.startsWith('front:') ? tracks.get(selected.slice(6)) : undefined;

/**
 * Claims of a metric and kind that the clocks and filters let through: those that stand, and of no zone alone.
 * @param {CurveMetric} curve @param {Kind} kind @param {State} state
 */
function claimsOf(curve, kind, state) {
  /** @type {Map<string, PlottedClaim>} */
  const kept = new Map();
  for (const claim of payload.claims) {
    if (claim.metric !== curve.metric || claim.value === undefined || claim.zone || claim.kind !== kind) continue;
    if (!isAdmitted(claim, state) || !isInEffect(claim, state)) continue;
    const key = JSON.stringify([claim.about, claim.who, claim.value, claim.high, claim.modality, claim.basis]);
    if (!kept.has(key)) kept.set(key, { ...claim, value: claim.value });
  }
  return [...kept.values()];
}

/**
 * The last snapshot of each day that a track drew, as known: [{day, index, value}].
 * @param {Track} track @param {string} name @param {State} state
 */
function drawings(track, name, state) {
  /** @type {Map<number, CurvePoint>} */
  const days = new Map();
  for (let index = 0; index < track.about.length; index += 1) {
    if (state.known !== null && track.known[index] > state.known) continue;
    days.set(track.about[index], { day: track.about[index], index, value: track.figure(name, index) });
  }
  return [...days.values()];
}

/**
 * Everything on the curve of a metric. How much in all is on its axis; what remains is another figure and only told. Claims are of ground beyond the border; a track that lies wholly on the other
 * side of it takes the axis for itself when nothing else is on it, or when it is the selected thing.
 * @param {string} name @param {State} state @returns {Curve}
 */
export const curveOf = (name, state) => {
  const chosen = chosenFront(state);
  const curve = CURVE_METRICS[name];
  const shown = state.layers.has('fronts')
    ? [...tracks.values()].filter((track) => !state.hiddenFronts.has(track.id))
    : [];
  const beyond = shown.filter(reachesBeyond);
  const others = name === 'area' ? shown.filter((track) => !reachesBeyond(track)) : [];
  const drawn = (chosen && others.includes(chosen)) || (beyond.length === 0 && others.length > 0) ? others : beyond;
  const withClaims = drawn !== others || others.length === 0;
  return {
    tracks: drawn
      .map((track) => ({ track, points: drawings(track, curve.figure(track), state) }))
      .filter(({ points }) => points.some((p) => p.value !== null)),
    claims: withClaims ? claimsOf(curve, 'total', state) : [],
    remaining: withClaims ? claimsOf(curve, 'remaining', state) : [],
    left: drawn === others ? [] : others.map((track) => track.title),
  };
};

/**
 * What a track measures on a day: its value and what it knows of the day.
 * @param {CurveTrack} one @param {string} name @param {number} day @param {State} state
 */
function reading({ track }, name, day, state) {
  const on = frontOn(track, day, state.known);
  const value = on.index === null ? null : track.figure(CURVE_METRICS[name].figure(track), on.index);
  return { track, on, value };
}

/**
 * What the curve says of a day, a sentence for each: first what mappers drew, then what was claimed.
 * @param {string} name @param {Curve} found @param {number} day @param {State} state
 */
export const curveReading = (name, found, day, state) => {
  const { unit } = CURVE_METRICS[name];
  const drawn = found.tracks.map((one) => reading(one, name, day, state));
  const claimed = [...found.claims, ...found.remaining].filter((claim) => claim.about === day);
  return [
    ...drawn.map(
      ({ track, on, value }) =>
        `${track.mapper}${track.style.unclear ? ' (unclear)' : ''} ${value === null ? 'no figure' : formatMeasure(value, unit)}, ${frontStateWords(on)}`,
    ),
    ...claimed.map(
      (claim) =>
        `${claim.who} claims ${claim.figure}${claim.basis === 'computed' ? ', computed' : ''}${claim.kind === 'total' ? '' : `, ${kindWords(claim)}: no total, and not on this axis`}`,
    ),
  ];
};
