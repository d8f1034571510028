/** Which values each field of the state may hold: what comes from outside is read here, or refused. */
/** @import { ListField, PlainState, State } from '../types' */

/**
 * How a case reads a state.
 * @param {object} known
 * @param {(text: unknown) => number | null} known.dayOf
 * @param {(day: number) => string} known.iso
 * @param {Record<ListField, (name: string) => boolean>} known.names which names each list may hold
 * @param {readonly string[]} known.curves
 * @param {readonly string[]} known.bodies
 * @param {(selected: string) => boolean} known.isSelectable
 */
export function stateReader({ dayOf, iso, names, curves, bodies, isSelectable }) {
  /** @param {ListField} field @returns {(value: unknown) => Set<string> | undefined} */
  const listOf = (field) => (value) =>
    Array.isArray(value) && value.every((name) => typeof name === 'string' && names[field](name))
      ? new Set(value)
      : undefined;
  /** @param {unknown} value */
  const dayOrNone = (value) => (value === null ? null : (dayOf(value) ?? undefined));

  /** @type {Record<string, (value: unknown) => unknown>} */
  const read = {
    date: (value) => dayOf(value) ?? undefined,
    known: dayOrNone,
    layers: listOf('layers'),
    sides: listOf('sides'),
    hidden: listOf('hidden'),
    hiddenFronts: listOf('hiddenFronts'),
    compare: dayOrNone,
    curve: (value) => (typeof value === 'string' && curves.includes(value) ? value : undefined),
    bodies: (value) => (typeof value === 'string' && bodies.includes(value) ? value : undefined),
    selected: (value) => (value === null || (typeof value === 'string' && isSelectable(value)) ? value : undefined),
  };

  /**
   * Read a state that came from outside. Null unless every field is known and well formed.
   * @param {unknown} outside @returns {Partial<State> | null}
   */
  function readState(outside) {
    if (outside === null || typeof outside !== 'object' || Array.isArray(outside)) return null;
    /** @type {Record<string, unknown>} */
    const change = {};
    for (const [field, value] of Object.entries(outside)) {
      if (!Object.hasOwn(read, field)) return null;
      change[field] = read[field](value);
      if (change[field] === undefined) return null;
    }
    return change;
  }

  /**
   * Names that a list may hold, and the others.
   * @param {ListField} field @param {string[]} given
   */
  const sortNames = (field, given) => ({
    kept: given.filter((name) => names[field](name)),
    unknown: given.filter((name) => !names[field](name)),
  });

  /** The state as plain data. @param {State} state @returns {PlainState} */
  const writeState = (state) => ({
    date: iso(state.date),
    known: state.known === null ? null : iso(state.known),
    layers: [...state.layers],
    sides: [...state.sides],
    hidden: [...state.hidden],
    hiddenFronts: [...state.hiddenFronts],
    compare: state.compare === null ? null : iso(state.compare),
    curve: state.curve,
    bodies: state.bodies,
    selected: state.selected,
  });

  return { readState, sortNames, writeState };
}
