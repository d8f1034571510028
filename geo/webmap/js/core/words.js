/** Figures, states and ages in words. The labels themselves come with the data: geo/model/labels.py holds them once. */
((S) => {
  'use strict';

  const { metric, kind, checked, dayBasis, side, status, order, band } = S.data.words;
  const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
  S.STATUS = status;
  S.ORDER = order;
  S.SIDE = side;
  S.CHECKED = checked;
  S.BAND = band;

  /** "1,000". @param {number} value */
  S.number = (value) => plain.format(value);

  /** "3 places". @param {number} n @param {string} one @param {string} [many] */
  S.count = (n, one, many = one + 's') => `${S.number(n)} ${n === 1 ? one : many}`;

  /** What a claim counts and the figure: "depth: about 12 km". @param {Object} claim */
  S.claimTitle = (claim) => `${metric[claim.metric]}: ${claim.figure}`;

  /** What a figure adds up to. @param {Object} claim */
  S.kind = (claim) => kind[claim.kind];

  /** "stated" or "computed, from …". @param {Object} claim */
  S.basis = (claim) => (claim.basis === 'computed' ? `computed, from ${claim.from}` : 'stated by the claimant');

  /** "carried forward, 3 days old", or '' on its own day. @param {number} age */
  S.ageWords = (age) => (age === 0 ? '' : `carried forward, ${S.count(age, 'day')} old`);

  /** A day that was not on the page says so. @param {string|undefined} basis */
  S.dayBasis = (basis) => (basis ? ` (${dayBasis[basis]})` : '');

  /** "about 12 km deep × about 40 km wide, claimed". @param {Object} advance */
  S.advanceTitle = (advance) => {
    const depth = S.claims.get(advance.depth).figure;
    if (!advance.width) return `${depth} from the border, claimed; no width claimed`;
    return `${depth} deep × ${S.claims.get(advance.width).figure} wide, claimed`;
  };

  /** What speaks against taking a drawn figure as it is: worked out by somebody, or not settled. @param {Object} advance */
  S.caution = (advance) => advance.caution || '';

  /** Figures and caution, short enough to stand on the map, and how old they are. @param {Object} advance @param {number} age */
  S.advanceLabel = (advance, age) => advance.label + (age > 0 ? ` · ${S.count(age, 'day')} old` : '');
})(Salient);
