/** The order of texts. */

/** Surrogates, of which characters beyond the first plane are written, rank after all of that plane. @param {number} unit */
const rankOf = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/**
 * Order of two texts by code points, as Python has it: JavaScript's own order puts what lies beyond the first plane
 * before the last characters of that plane.
 * @param {string} a @param {string} b @returns {number}
 */
export function byText(a, b) {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i += 1) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return a.length - b.length;
}
