/**
 * Names across scripts and hands, as geo/search/transliteration.py has them: its tables come with the data, so that both fold alike.
 */
((S) => {
  'use strict';

  const { schemes, skeleton } = S.data.spelling;
  const CYRILLIC = /\p{Script=Cyrillic}/u;
  const LETTER = /\p{L}/u;

  /** Lower case, as Python folds case: two letters have another form at the end of a word, or stand for two. */
  const lower = (text) => text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');

  /** Lower case, without accents, signs, spaces and hyphens; ё is е. @param {string} text */
  S.folded = (text) =>
    lower(text).replaceAll('й', '\0').replaceAll('ё', 'е').normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('\0', 'й').replace(/[^\p{L}\p{N}]/gu, '');

  /** A Cyrillic text in Latin letters, letter by letter; a key of two characters is its last letter after the first. */
  function transliterated(text, table) {
    let out = '';
    let before = '^';
    for (const letter of lower(text)) {
      out += table[before + letter] ?? table[letter] ?? letter;
      before = LETTER.test(letter) ? letter : '^';
    }
    return out;
  }

  /** Every folded spelling of a name: itself, and its transliterations where it is Cyrillic. @param {string} name */
  S.spellings = (name) => {
    const found = [S.folded(name)];
    if (CYRILLIC.test(name)) for (const table of schemes) found.push(S.folded(transliterated(name, table)));
    return [...new Set(found)].filter(Boolean);
  };

  /** What all hands have in common of a folded spelling. @param {string} spelling */
  S.skeletonOf = (spelling) => skeleton.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), spelling);

  const rows = [new Uint8Array(96), new Uint8Array(96), new Uint8Array(96)];

  /**
   * Letters left out, added, changed or swapped between two texts (optimal string alignment), `most` + 1 where there
   * are more than `most`.
   */
  S.slipsBetween = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most || a.length > 90 || b.length > 90) return most + 1;
    let [older, old, fresh] = rows;
    for (let j = 0; j <= b.length; j += 1) old[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      fresh[0] = i;
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        let best = Math.min(old[j] + 1, fresh[j - 1] + 1, old[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2] + 1);
        fresh[j] = best;
        if (best < least) least = best;
      }
      if (least > most) return most + 1;
      [older, old, fresh] = [old, fresh, older];
    }
    return Math.min(old[b.length], most + 1);
  };
})(Salient);
