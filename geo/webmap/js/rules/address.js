/** Write a state as an address, and read one, by the grammar of geo/reports/address.py. */
/** @import { ListField, PlainState, State } from '../types' */
import { GRAMMAR } from './grammar.js';
import { byText } from './text.js';

/** @typedef {ReturnType<typeof import('./state.js').stateReader>} StateReader */
/** @typedef {(typeof GRAMMAR)[number]} Part */

const FEW_SIGNS = 40;

/** The values that a part may have, the default first or all. @param {string} key @returns {readonly string[]} */
export const valuesOf = (key) => GRAMMAR.find((part) => part.key === key)?.values ?? [];

/** Names as an address has them: of a fixed list in its order, of a case's own sorted. @param {Part} part @param {string[]} names */
const inOrder = ({ form, values }, names) =>
  form === 'some' ? values.filter((name) => names.includes(name)) : [...names].sort(byText);

/**
 * The texts of a part of a state; none where it is the default.
 * @param {Part} part @param {PlainState} state @param {string | null} at @returns {string[]}
 */
function textsOf(part, state, at) {
  if (part.form === 'viewpoint') return at ? [at] : [];
  const value = state[/** @type {keyof PlainState} */ (part.key)];
  if (Array.isArray(value)) {
    const names = inOrder(part, value);
    if (part.form === 'names') return names;
    return names.length === part.values.length ? [] : [names.join(',')];
  }
  return !value || (part.form === 'one' && value === part.values[0]) ? [] : [value];
}

/** A text as it stands in an address: commas and colons need no sign of their own. @param {string} text */
const quoted = (text) => encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%3A', ':');

/** Write a state as an address; what is as by default is left out. @param {PlainState} state @param {string | null} at where the map looks */
export const writeAddress = (state, at) =>
  GRAMMAR.flatMap((part) => textsOf(part, state, at).map((text) => `${part.name}=${quoted(text)}`)).join('&');

/**
 * Read an address as a change of state, and what of it can't be read. Such a part takes its default; of a list, the
 * names that are known are kept, and it takes its default if none is.
 * @param {string} address @param {Partial<State>} defaults @param {StateReader} reader
 * @returns {{change: Partial<State>, unread: string[]}}
 */
export function readAddress(address, defaults, { readState, sortNames }) {
  const change = { ...defaults };
  const given = new URLSearchParams(address);
  const unread = [];
  for (const { name, key, form } of GRAMMAR) {
    if (form === 'viewpoint' || !given.has(name)) continue;
    if (form === 'some' || form === 'names') {
      const field = /** @type {ListField} */ (key);
      const asked = form === 'names' ? given.getAll(name) : (given.get(name) ?? '').split(',').filter(Boolean);
      const { kept, unknown } = sortNames(field, asked);
      if (unknown.length) unread.push(`${name} ${unknown.join(', ').slice(0, FEW_SIGNS)}`);
      if (kept.length || !unknown.length) change[field] = new Set(kept);
      continue;
    }
    const value = given.get(name);
    if (!value) continue;
    const read = readState({ [key]: value });
    if (read) Object.assign(change, read);
    else unread.push(`${name} ${value.slice(0, FEW_SIGNS)}`);
  }
  return { change, unread };
}

/** The part of an address that says where the map looks, and how it is called when it can't be read. @param {string} address */
export function lookOf(address) {
  const at = new URLSearchParams(address).get('at');
  return at ? { at, words: `at ${at.slice(0, FEW_SIGNS)}` } : null;
}
