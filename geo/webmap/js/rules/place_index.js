/** Find the place that a query names: the rule of geo/search/place_index.py. */
/** @import { Spelling } from '../payload' */
/** @import { Match, Thing } from '../types' */
import { byText } from './text.js';
import { speller, typosBetween } from './spelling.js';

/** How a name answers a text, the best first. */
const MATCH = { same: 0, otherHand: 1, beginning: 2, laterWord: 3, typo: 4, typoInBeginning: 5 };
const LIMIT = 80;

/** How many typos a text may hold: short names are too near to one another for any. @param {number} length */
const typosAllowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Which letters a text holds, a bit each: what two texts can't share they need typos for. @param {string} text */
function lettersOf(text) {
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) bits |= 1 << (text.charCodeAt(i) % 31);
  return bits;
}

/** @param {number} number */
function bitsIn(number) {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/**
 * The names of one thing, folded.
 * @param {string[]} names @param {ReturnType<typeof speller>} spell
 */
function folded(names, { spellings, fuzzyKey }) {
  const spelt = new Set(names.flatMap(spellings));
  const keys = new Set([...spelt].map(fuzzyKey));
  const words = names.flatMap((name) => name.split(/[\s-]+/).slice(1));
  return {
    spelt,
    keys: [...keys],
    later: [...new Set(words.flatMap(spellings).map(fuzzyKey))],
    near: [...new Set([...keys, ...spelt])].map((key) => ({ key, letters: lettersOf(key) })),
  };
}

/** The best match of each row so far. */
class Best {
  constructor() {
    /** @type {Map<number, [number, number]>} */
    this.rows = new Map();
  }

  /** Take a match if it is better than what the row has. @param {number} row @param {number} match @param {number} typos */
  keep(row, match, typos) {
    const had = this.rows.get(row);
    if (had === undefined || match < had[0] || (match === had[0] && typos < had[1])) this.rows.set(row, [match, typos]);
  }
}

/** Things to search by name, folded as they are needed. */
export class PlaceIndex {
  /** @param {Thing[]} things @param {Spelling} tables */
  constructor(things, tables) {
    this.things = things;
    this.spell = speller(tables);
    /** @type {ReturnType<typeof folded>[]} */
    this.folded = [];
  }

  /** Whether every name is folded. */
  get isReady() {
    return this.folded.length === this.things.length;
  }

  /** Fold the names of one thing more. */
  foldNext() {
    this.folded.push(folded(this.things[this.folded.length].names, this.spell));
  }

  /** Fold every name that is left, before the first letter is typed. */
  makeReady() {
    while (!this.isReady) this.foldNext();
  }

  /**
   * The things that a text may mean, the best match first; none for a text without a letter or digit.
   * @param {string} text @param {number} [limit] @returns {Match[]}
   */
  find(text, limit = 8) {
    this.makeReady();
    const asked = this.spell.spellings(text.slice(0, LIMIT));
    const wanted = [...new Set(asked.map(this.spell.fuzzyKey))].filter(Boolean);
    if (wanted.length === 0) return [];
    const best = new Best();
    this.#byName(best, asked, wanted);
    if (best.rows.size < limit) this.#byTypos(best, new Set([...wanted, ...asked]));
    const ranked = Array.from(best.rows, ([row, [match, typos]]) => ({ ...this.things[row], match, typos }));
    ranked.sort(
      (a, b) =>
        a.match - b.match ||
        a.typos - b.typos ||
        b.weight - a.weight ||
        byText(a.names[0], b.names[0]) ||
        byText(a.id, b.id),
    );
    return ranked.slice(0, limit);
  }

  /** @param {Best} best @param {string[]} asked @param {string[]} wanted */
  #byName(best, asked, wanted) {
    this.folded.forEach(({ spelt, keys, later }, row) => {
      if (asked.some((spelling) => spelt.has(spelling))) best.keep(row, MATCH.same, 0);
      for (const key of keys) {
        if (wanted.includes(key)) best.keep(row, MATCH.otherHand, 0);
        else if (wanted.some((text) => key.startsWith(text))) best.keep(row, MATCH.beginning, 0);
      }
      for (const key of later) if (wanted.some((text) => key.startsWith(text))) best.keep(row, MATCH.laterWord, 0);
    });
  }

  /** @param {Best} best @param {Iterable<string>} texts */
  #byTypos(best, texts) {
    for (const text of texts) {
      const most = typosAllowed(text.length);
      if (most === 0) continue;
      const letters = lettersOf(text);
      this.folded.forEach(({ near }, row) => {
        for (const { key, letters: own } of near) {
          if (bitsIn(letters & ~own) > most) continue;
          const whole = typosBetween(text, key, most);
          if (whole <= most) best.keep(row, MATCH.typo, whole);
          const begun = typosBetween(text, key.slice(0, text.length), most);
          if (begun <= most) best.keep(row, MATCH.typoInBeginning, begun);
        }
      });
    }
  }
}
