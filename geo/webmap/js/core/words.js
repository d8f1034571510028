/** Figures, states and ages in words. The labels themselves come with the data: geo/model/labels.py holds them once. */
/** @import { AdvanceData, ClaimData, DateBasis } from '../payload' */
/** @import { FrontOn } from '../types' */
import { claims, payload } from './page.js';
import { counted } from './text.js';

const { metric, kind, dayBasis, front } = payload.words;
export const {
  status: STATUS_WORDS,
  order: ORDER_WORDS,
  side: SIDE_WORDS,
  sideLetter: SIDE_LETTERS,
  checked: CHECKED_WORDS,
  band: BAND_WORDS,
} = payload.words;
/** Labels of the layers and of what the plot may show, by their names in an address. */
export const LAYER_WORDS = payload.layerNames;
export const CURVE_WORDS = Object.fromEntries(Object.entries(payload.curves).map(([name, { label }]) => [name, label]));

/** A claim of this case; the data names none other. @param {string} id @returns {ClaimData} */
export function claimOf(id) {
  const claim = claims.get(id);
  if (claim === undefined) throw new RangeError(`claim ${id} is not in this document`);
  return claim;
}

/** What a claim counts and the figure: "depth: about 12 km". @param {ClaimData} claim */
export const claimTitle = (claim) => `${metric[claim.metric]}: ${claim.figure}`;

/** What a figure adds up to. @param {ClaimData} claim */
export const kindWords = (claim) => kind[claim.kind];

/** "stated" or "computed, from …". @param {ClaimData} claim */
export const basisWords = (claim) =>
  claim.basis === 'computed' ? `computed, from ${claim.computedFrom}` : 'stated by the claimant';

/** "carried forward, 3 days old", or '' on its own day. @param {number} age */
export const ageWords = (age) => (age === 0 ? '' : `carried forward, ${counted(age, 'day')} old`);

/** A day that was not on the page says so. @param {DateBasis | undefined} basis */
export const dayBasisWords = (basis) => (basis ? ` (${dayBasis[basis]})` : '');

/** "about 12 km deep × about 40 km wide, claimed". @param {AdvanceData} advance */
export function advanceTitle(advance) {
  const depth = claimOf(advance.depth).figure;
  if (!advance.width) return `${depth} from the border, claimed; no width claimed`;
  return `${depth} deep × ${claimOf(advance.width).figure} wide, claimed`;
}

/** Whether a body was stated or is implied. @type {Record<string, string>} */
export const BODY_BASIS_WORDS = {
  stated: 'stated: depth and width were claimed together',
  implied: 'implied: worked out from what was claimed',
};

/** An interval of km: "12 km", "24–46 km". @param {number[]} span */
function kmWords([low, high]) {
  const [from, to] = [low, high].map((km) => (km >= 10 ? Math.round(km) : Math.round(10 * km) / 10));
  return from === to ? `${from} km` : `${from}–${to} km`;
}

/** @param {number[] | undefined} depth km, least and most */
export const depthWords = (depth) => (depth ? `${kmWords(depth)} deep` : '');

/** A width in both readings. @param {number[] | undefined} chord @param {number[] | undefined} along */
export const widthWords = (chord, along) =>
  chord && along ? `${kmWords(chord)} straight, ${kmWords(along)} along the border` : '';

/** What speaks against taking a drawn figure as it is: worked out by somebody, or not settled. @param {AdvanceData} advance */
export const cautionOf = (advance) => advance.caution ?? '';

/** Figures and caution, short enough to stand on the map, and how old they are. @param {AdvanceData} advance @param {number} age */
export const advanceLabel = (advance, age) => advance.label + (age > 0 ? ` · ${counted(age, 'day')} old` : '');

/** "updated", "carried forward, 13 days old, faded", … @param {FrontOn} on */
export const frontStateWords = ({ state, age, old }) => {
  if (state === 'ended') return `${front.ended}, ${counted(age, 'day')} old`;
  return age > 0 ? ageWords(age) + (old === 'carried' ? '' : `, ${old}`) : front[state];
};
