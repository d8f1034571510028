/** Two clocks compared: the rule of geo/analysis/later.py. */
/** @import { ClaimData, EventData, OrderData, Payload } from '../payload' */
/** @import { AsOf, Later, Track } from '../types' */
import { frontOn } from './fronts.js';
import { isInEffect } from './clock.js';
import { byText } from './text.js';

const CHANGES = ['withdrawn', 'corrected', 'added'];
const KINDS = ['claim', 'settlement', 'zone', 'front'];

/** @typedef {{kind: 'claim' | 'settlement' | 'zone', subject: string, record: ClaimData | EventData | OrderData, until?: number, gone?: string}} Told */
/** @typedef {Told[]} Statement */

/** What all publications of one statement have in common, and the statement's records, the first known first. @param {Payload} payload */
function statementsOf(payload) {
  /** @type {Map<string, Statement>} */
  const groups = new Map();
  /** @param {unknown[]} key @param {Told} told */
  const put = (key, told) => {
    const name = JSON.stringify([told.kind, told.record.who, told.record.about, ...key]);
    groups.set(name, [...(groups.get(name) ?? []), told]);
  };
  for (const record of payload.claims) {
    const { id, metric, figure, kind, basis, place, zone, until, gone } = record;
    put([metric, figure, kind, basis, place, zone], { kind: 'claim', subject: id, record, until, gone });
  }
  for (const record of payload.events) {
    put([record.settlement, record.status], { kind: 'settlement', subject: record.settlement, record });
  }
  for (const record of payload.orders) {
    const { zone, kind, scope, scopeNote } = record;
    put([zone, kind, scope, scopeNote], { kind: 'zone', subject: zone, record });
  }
  const byKnown = (/** @type {Told} */ a, /** @type {Told} */ b) =>
    a.record.known - b.record.known || byText(a.record.id, b.record.id);
  return [...groups.values()].map((told) => told.sort(byKnown));
}

/** @param {Later} a @param {Later} b */
const inOrder = (a, b) =>
  CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) ||
  a.known - b.known ||
  KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
  byText(a.subject, b.subject) ||
  byText(a.ids[0] ?? '', b.ids[0] ?? '');

/**
 * What today's knowledge has, or no longer has, that the day of knowledge had not, or had. Only the filters on records
 * count here; which tracks are compared is asked of `isCompared`.
 * @param {Payload} payload @param {Iterable<Track>} tracks
 * @returns {(state: AsOf, isCompared?: (track: Track) => boolean) => Later[]}
 */
export function laterRule(payload, tracks) {
  const statements = statementsOf(payload);
  const drawn = [...tracks];

  /** @param {Told[]} records @param {number} known @returns {Later[]} */
  function ofStatement(records, known) {
    const then = records.filter((told) => told.record.known <= known && isInEffect(told, { known }));
    const now = records.filter((told) => isInEffect(told, { known: null }));
    /** @param {Later['change']} change @param {Told[]} of @param {number} day @returns {Later} */
    const later = (change, of, day) => ({
      change,
      kind: of[0].kind,
      subject: of[0].subject,
      ids: of.map((told) => told.record.id),
      about: of[0].record.about,
      known: day,
    });
    if (now.length && records[0].record.known > known) return [later('added', now, now[0].record.known)];
    if (!then.length || now.length) return [];
    const first = [...then].sort(
      (a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || byText(a.record.id, b.record.id),
    )[0];
    return [later(/** @type {Later['change']} */ (first.gone), then, first.until ?? first.record.known)];
  }

  /** @param {Track} track @param {number} date @param {number} known @returns {Later[]} */
  function ofTrack(track, date, known) {
    const { index } = frontOn(track, date, null);
    if (index === null || index === frontOn(track, date, known).index) return [];
    const [about, day] = [track.about[index], track.known[index]];
    return [{ change: 'added', kind: 'front', subject: track.id, ids: [], about, known: day }];
  }

  return ({ date, known, sides, hidden }, isCompared = () => true) => {
    if (known === null) return [];
    const found = statements.flatMap((statement) =>
      ofStatement(
        statement.filter(({ record }) => record.about <= date && sides.has(record.side) && !hidden.has(record.who)),
        known,
      ),
    );
    return [...found, ...drawn.filter(isCompared).flatMap((track) => ofTrack(track, date, known))].sort(inOrder);
  };
}

/** "3 things became known later, 1 was corrected." @param {Later[]} found */
export function laterWords(found) {
  /** @param {string} change */
  const count = (change) => found.filter((one) => one.change === change).length;
  const added = count('added');
  const parts = added ? [`${added} ${added === 1 ? 'thing' : 'things'} became known later`] : [];
  for (const change of ['corrected', 'withdrawn']) {
    const n = count(change);
    if (n) parts.push(`${n} ${n === 1 ? 'was' : 'were'} ${change}`);
  }
  return parts.length ? `${parts.join(', ')}.` : 'Nothing more is known today.';
}
