/** The days of a case: numbers from its first day on, ISO dates, and words for them. */

const DAY_MS = 86400000;
/** @param {Intl.DateTimeFormatOptions} options */
const format = (options) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const long = format({ day: 'numeric', month: 'long', year: 'numeric' });
const medium = format({ day: 'numeric', month: 'long' });
const short = format({ day: 'numeric', month: 'short' });

/**
 * The days of a case.
 * @param {{first: string, start: number, last: number}} days its first day as an ISO date; its start and last day as numbers
 */
export function calendar({ first, start, last }) {
  const firstMs = Date.parse(`${first}T00:00:00Z`);
  /** @param {number} day */
  const ms = (day) => firstMs + day * DAY_MS;

  /** ISO date of a day. @param {number} day */
  const iso = (day) => new Date(ms(day)).toISOString().slice(0, 10);

  /** Day of an ISO date, or null if it is none or lies outside the case. @param {unknown} text @returns {number | null} */
  function dayOf(text) {
    if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
    const day = Math.round((Date.parse(`${text}T00:00:00Z`) - firstMs) / DAY_MS);
    return day >= 0 && day <= last && iso(day) === text ? day : null;
  }

  /** "day 7", counted from the case's start, which is day 1; before it "6 days before". @param {number} day */
  function dayNumber(day) {
    const n = day - start;
    if (n >= 0) return `day ${n + 1}`;
    return n === -1 ? 'the day before' : `${-n} days before`;
  }

  return {
    iso,
    dayOf,
    dayNumber,
    /** "12 August 2024". @param {number} day */
    longDate: (day) => long.format(ms(day)),
    /** "12 August". @param {number} day */
    mediumDate: (day) => medium.format(ms(day)),
    /** "12 Aug". @param {number} day */
    shortDate: (day) => short.format(ms(day)),
    /** Whether a day is the first of its month. @param {number} day */
    isMonthStart: (day) => iso(day).endsWith('-01'),
    /** Keep a day inside the case. @param {number} day */
    clamp: (day) => Math.min(last, Math.max(0, day)),
  };
}
