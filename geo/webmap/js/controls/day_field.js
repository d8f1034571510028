/** A date field bound to a day of the case: a date outside of it is not kept, and the range is said. */
import { byId } from '../core/dom.js';
import { dayOf, iso, longDate, payload } from '../core/page.js';
import { showNotice } from './notice.js';

// A browser reports a date at every key: a year of which "20" is typed, a month of which "1" is. So a date outside of
// the case is left a moment to become another one.
const TYPING_MS = 1500;

/**
 * Bind a field to a day.
 * @param {HTMLInputElement} field @param {() => number | null} get the state's day
 * @param {(day: number | null) => void} put
 * @returns {() => void} shows the state's day, unless a date is being typed
 */
export const dayField = (field, get, put) => {
  let timer = 0;
  field.min = iso(0);
  field.max = iso(payload.last);

  const unfinished = () => field.validity.badInput || (field.value !== '' && dayOf(field.value) === null);

  function show() {
    if (timer) return;
    const day = get();
    const text = day === null ? '' : iso(day);
    if (field.value !== text) field.value = text;
  }

  /** Give up what is not a day of the case. */
  function restore() {
    clearTimeout(timer);
    timer = 0;
    if (!unfinished()) return;
    const refused = field.validity.badInput ? 'That is no whole date' : `${field.value} is outside this case`;
    // Only another value makes a browser drop a date of which a part is typed.
    field.value = field.min;
    show();
    const words = `${refused}; choose a day from ${longDate(0)} to ${longDate(payload.last)}`;
    showNotice(words);
    byId('live').textContent = words;
  }

  function read() {
    clearTimeout(timer);
    timer = 0;
    if (unfinished()) timer = setTimeout(restore, TYPING_MS);
    else put(dayOf(field.value));
  }

  field.addEventListener('change', read);
  field.addEventListener('blur', restore);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') restore();
  });
  return show;
};
