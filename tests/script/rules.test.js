/** The script's rules by hand-made examples: order of texts, days, the state that comes from outside, the address. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { lookOf, readAddress, valuesOf, writeAddress } from '../../geo/webmap/js/rules/address.js';
import { calendar } from '../../geo/webmap/js/rules/calendar.js';
import { isAdmitted, isInEffect, isSeen } from '../../geo/webmap/js/rules/clock.js';
import { typosBetween } from '../../geo/webmap/js/rules/spelling.js';
import { stateReader } from '../../geo/webmap/js/rules/state.js';
import { byText } from '../../geo/webmap/js/rules/text.js';

const days = calendar({ first: '2024-08-01', start: 5, last: 60 });
const reader = stateReader({
  ...days,
  names: {
    layers: (name) => valuesOf('layers').includes(name),
    sides: (name) => valuesOf('sides').includes(name),
    hidden: (name) => ['Governor', 'A, B & C'].includes(name),
    hiddenFronts: (name) => name === 'one.ukraine.held',
  },
  curves: valuesOf('curve'),
  bodies: valuesOf('bodies'),
  isSelectable: (selected) => selected === 'zone:z1',
});
const DEFAULTS = {
  known: null,
  selected: null,
  compare: null,
  curve: 'claims',
  bodies: 'sides',
  hidden: new Set(),
  hiddenFronts: new Set(),
  layers: new Set(valuesOf('layers')),
  sides: new Set(valuesOf('sides')),
};

test('texts are ordered by code points, not by UTF-16 units', () => {
  assert.deepEqual(['\u{1F3D4}', '\uF8FF', 'b', 'a', 'ab'].sort(byText), ['a', 'ab', 'b', '\uF8FF', '\u{1F3D4}']);
  assert.equal(byText('same', 'same'), 0);
});

test('a day is an ISO date inside the case, and nothing else', () => {
  assert.equal(days.dayOf('2024-08-12'), 11);
  assert.equal(days.iso(11), '2024-08-12');
  for (const none of ['2024-07-31', '2024-10-01', '2024-02-30', '12 August', '', null, 11]) {
    assert.equal(days.dayOf(none), null);
  }
  assert.deepEqual([3, 4, 5, 11].map(days.dayNumber), ['2 days before', 'the day before', 'day 1', 'day 7']);
  assert.equal(days.longDate(11), '12 August 2024');
  assert.deepEqual([-4, 7, 99].map(days.clamp), [0, 7, 60]);
});

test('a record is seen on its day, once it was known, unless it is filtered out', () => {
  const record = { id: 'a', about: 3, known: 5, who: 'Governor', side: 'russia' };
  const state = { date: 3, known: 5, sides: new Set(['russia']), hidden: new Set() };
  assert.ok(isSeen(record, state));
  assert.ok(!isSeen(record, { ...state, date: 2 }) && isAdmitted(record, { ...state, date: 2 }));
  assert.ok(!isSeen(record, { ...state, known: 4 }));
  assert.ok(!isSeen(record, { ...state, sides: new Set(['ukraine']) }));
  assert.ok(!isSeen(record, { ...state, hidden: new Set(['Governor']) }));
});

test('what is corrected on a day was in effect until the day before', () => {
  assert.ok(isInEffect({ until: 5 }, { known: 4 }));
  assert.ok(!isInEffect({ until: 5 }, { known: 5 }) && !isInEffect({ until: 5 }, { known: null }));
  assert.ok(isInEffect({}, { known: null }));
});

test('a state from outside is taken whole or refused', () => {
  assert.deepEqual(reader.readState({ date: '2024-08-12', known: null, layers: [] }), {
    date: 11,
    known: null,
    layers: new Set(),
  });
  const refused = [
    null,
    'state',
    [],
    { date: '2024-07-01' },
    { date: null },
    { layers: ['advances', 'moon'] },
    { layers: 'advances' },
    { layers: [1] },
    { curve: 'volume' },
    { bodies: 'everybody' },
    { selected: 'zone:z9' },
    { selected: 7 },
    { unknown: 1 },
    { toString: 1 },
  ];
  for (const outside of refused) assert.equal(reader.readState(outside), null, JSON.stringify(outside));
});

test('a state goes into an address and comes back', () => {
  const states = [
    { date: 11, ...DEFAULTS },
    { date: 0, ...DEFAULTS, known: 60, compare: 3, curve: 'area', bodies: 'claimants', selected: 'zone:z1' },
    { date: 60, ...DEFAULTS, layers: new Set(), sides: new Set(['russia']), hidden: new Set(['A, B & C', 'Governor']) },
    { date: 7, ...DEFAULTS, hiddenFronts: new Set(['one.ukraine.held']), layers: new Set(['places']) },
  ];
  for (const state of states) {
    const address = writeAddress(reader.writeState(state), null);
    const { change, unread } = readAddress(address, DEFAULTS, reader);
    assert.deepEqual(reader.writeState({ ...state, ...change }), reader.writeState(state), address);
    assert.deepEqual(unread, []);
  }
});

test('what of an address can not be read takes its default, and is told', () => {
  const { change, unread } = readAddress('on=2031-01-01&layers=places,moon&sides=mars&sel=zone:z9', DEFAULTS, reader);
  assert.deepEqual(unread, ['on 2031-01-01', 'layers moon', 'sides mars', 'sel zone:z9']);
  assert.deepEqual([...change.layers], ['places']);
  assert.deepEqual([...change.sides], [...valuesOf('sides')]);
  assert.equal(change.date, undefined);
  assert.deepEqual(lookOf('on=2024-08-12&at=35,51,9'), { at: '35,51,9', words: 'at 35,51,9' });
  assert.equal(lookOf('on=2024-08-12'), null);
});

test('typos are counted up to what is allowed, a swap as one', () => {
  assert.equal(typosBetween('sudzha', 'sudzah', 2), 1);
  assert.equal(typosBetween('sudzha', 'sudja', 2), 2);
  assert.equal(typosBetween('sudzha', 'korenevo', 2), 3);
  assert.equal(typosBetween('a'.repeat(91), 'a'.repeat(91), 2), 3);
});
