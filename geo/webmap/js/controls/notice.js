/** A few words over the map that go by themselves. */
import { byId } from '../core/dom.js';

const HINT_MS = 1600;
const READ_MS_A_LETTER = 50;
const hint = byId('hint');
let timer = 0;

/** Show some words for a moment. @param {string} text */
export const showNotice = (text) => {
  hint.textContent = text;
  hint.classList.add('shown');
  clearTimeout(timer);
  timer = setTimeout(() => hint.classList.remove('shown'), Math.max(HINT_MS, READ_MS_A_LETTER * text.length));
};
