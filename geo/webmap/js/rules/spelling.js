/**
 * Names across scripts and hands, as geo/search/transliteration.py has them: its tables come with the data, so that both
 * fold alike.
 */
/** @import { Spelling } from '../payload' */

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LETTER = /\p{L}/u;
const LONGEST = 90;
const rows = [new Uint8Array(LONGEST + 6), new Uint8Array(LONGEST + 6), new Uint8Array(LONGEST + 6)];

/** Lower case, as Python folds case: two letters have another form at the end of a word, or stand for two. @param {string} text */
const lower = (text) => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');

/** Lower case, without accents, signs, spaces and hyphens; ё is е. @param {string} text */
export const normalized = (text) =>
  lower(text)
    .replaceAll('й', '\0')
    .replaceAll('ё', 'е')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\0', 'й')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a text holds a Cyrillic letter. @param {string} text */
export const isCyrillic = (text) => CYRILLIC.test(text);

/**
 * A Cyrillic text in Latin letters, letter by letter; a key of two characters is its last letter after the first.
 * @param {string} text @param {Record<string, string>} table
 */
function transliterated(text, table) {
  let out = '';
  let before = '^';
  for (const letter of lower(text)) {
    out += table[before + letter] ?? table[letter] ?? letter;
    before = LETTER.test(letter) ? letter : '^';
  }
  return out;
}

/** How names are folded by some tables. @param {Spelling} tables */
export function speller({ schemes, fuzzyKey: folds }) {
  /** Every normalized spelling of a name: itself, and its transliterations where it is Cyrillic. @param {string} name */
  function spellings(name) {
    const found = [normalized(name)];
    if (isCyrillic(name)) for (const table of schemes) found.push(normalized(transliterated(name, table)));
    return [...new Set(found)].filter(Boolean);
  }

  /** What all hands have in common of a normalized spelling. @param {string} spelling */
  const fuzzyKey = (spelling) => folds.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), spelling);

  return { spellings, fuzzyKey };
}

/**
 * Letters left out, added, changed or swapped between two texts (optimal string alignment), `most` + 1 where there
 * are more than `most`.
 * @param {string} a @param {string} b @param {number} most
 */
export function typosBetween(a, b, most) {
  if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return most + 1;
  let [older, old, fresh] = rows;
  for (let j = 0; j <= b.length; j += 1) old[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    fresh[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(old[j] + 1, fresh[j - 1] + 1, old[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2] + 1);
      fresh[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    [older, old, fresh] = [old, fresh, older];
  }
  return Math.min(old[b.length], most + 1);
}
