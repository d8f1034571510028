/** How numbers are written. */

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** "1,000". @param {number} value */
export const formatNumber = (value) => plain.format(value);

/** "3 places". @param {number} n @param {string} one @param {string} [many] */
export const counted = (n, one, many = `${one}s`) => `${formatNumber(n)} ${n === 1 ? one : many}`;

/** Texts that are there, each once. @param {(string | undefined)[]} texts @returns {string[]} */
export const distinct = (texts) => [...new Set(texts.flatMap((text) => text || []))];

/** A figure with its unit, or '' where there is none. @param {number | null} value @param {string} unit @param {number} [digits] */
export function formatMeasure(value, unit, digits = 1) {
  if (value === null) return '';
  const maximumFractionDigits = Math.abs(value) >= 100 ? 0 : digits;
  return `${value.toLocaleString('en-GB', { maximumFractionDigits })} ${unit}`.trim();
}
