/** The map's rules say what production Python says, in every vector that it wrote. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { scripts } from './engine.js';
import { cyclic, same, vectorsOf } from './vectors.js';

const EMPTY = {
  first: '2024-08-01', start: 0, last: 150, claims: [], settlements: [], zones: [], advances: [], events: [], orders: [],
  fronts: [], base: [], words: { front: {} }, held: [], strictness: [], reachDays: 7,
};
const ids = (records) => records.map(({ id }) => id);

/** What stands, in the form of the vectors. */
function inEffect(S, state, cards) {
  const { advances, places, zones, fronts } = S.view(state);
  const records = { settlement: S.data.events, zone: S.data.orders };
  const told = Object.keys(cards).map((name) => {
    const [kind, id] = name.split(':');
    return [name, ids(S.newestFirst(records[kind].filter((record) => record[kind] === id), state))];
  });
  return {
    advances: [...advances].map(([id, { age, bands }]) => [id, age, bands]),
    places: Object.fromEntries([...places].sort(([a], [b]) => S.byText(a, b)).map(([id, { status, side, age, disputed, words }]) => [id, [status, side, age, disputed, ids(words)]])),
    zones: [...zones].map(([id, { kind, scope, age, conflicting, words }]) => [id, kind, scope, age, conflicting, ids(words)]),
    fronts: [...fronts].map(([id, on]) => [id, on.state, on.index, on.age, on.dayBefore, S.changeSince(on)]),
    told: Object.fromEntries(told),
  };
}

for (const [name, { payload, filters, states, results }] of vectorsOf('selection')) {
  test(`what stands in ${name} on every pair of days`, () => {
    const S = scripts(payload, ['core/page', 'core/words', 'rules/selection', 'rules/fronts']);
    for (const [date, known, filter, result] of states) {
      const { sides, hidden } = filters[filter];
      const state = { date, known, sides: new Set(sides), hidden: new Set(hidden) };
      same(inEffect(S, state, results[result].told), results[result], `day ${date}, known ${known}, filter ${filter}`);
    }
  });
}

for (const [name, { series: text, rings }] of vectorsOf('codec')) {
  test(`the rings that ${name} unpacks to`, async () => {
    const S = scripts(EMPTY, ['core/page', 'data/series']);
    const series = await S.readSeries(text);
    const points = (arc) => Array.from({ length: series.starts[arc + 1] - 1 - series.starts[arc] }, (_, i) => [series.x[series.starts[arc] + i], series.y[series.starts[arc] + i]]);
    assert.equal(series.count, rings.length);
    rings.forEach((expected, index) => {
      const found = S.ringsIn(series, index).map((ring) => cyclic(ring.flatMap(points)));
      same(found.sort(), expected.map(cyclic).sort(), `snapshot ${index}`);
    });
  });
}

for (const [name, { series: text, areas, payload, ends }] of vectorsOf('difference')) {
  test(`what is gained and lost in ${name}`, { skip: !areas && 'this one holds ends' }, async () => {
    const S = scripts(EMPTY, ['core/page', 'data/series', 'data/difference']);
    const series = await S.readSeries(text);
    for (const [before, after, gained, lost] of areas) {
      const found = S.areasOf(S.differenceOf(series, before, after).edges);
      for (const [mine, theirs] of [[found.gained, gained], [found.lost, lost]]) {
        assert.ok(Math.abs(mine - theirs) <= 1e-3 * theirs + 1e-4, `${before} to ${after}: ${mine} km², in Python ${theirs}`);
      }
    }
  });
  test(`between which drawings ${name} compares`, { skip: !ends && 'this one holds areas' }, () => {
    const S = scripts(payload, ['core/page', 'core/words', 'rules/fronts']);
    for (const [id, first, last, known, expected] of ends) {
      same(S.endsOfDifference(S.tracks.get(id), first, last, known), expected, `${id}, ${first} to ${last}, known ${known}`);
    }
  });
}

for (const [name, { tables, names, things, found }] of vectorsOf('spelling')) {
  const spelling = { schemes: tables.schemes, skeleton: tables.fuzzyKey };
  test(`how names fold in ${name}`, { skip: !names && 'this one holds an index' }, () => {
    const S = scripts({ ...EMPTY, spelling }, ['core/page', 'rules/spelling']);
    for (const [text, normalized, spellings, key] of names) {
      same([S.folded(text), [...S.spellings(text)].sort(S.byText), S.skeletonOf(normalized)], [normalized, spellings, key], text);
    }
  });
  test(`which places a text finds in ${name}`, { skip: !found && 'this one holds names' }, () => {
    const settlements = things.map(({ id, names: [one, ru, uk] }) => ({ id, name: one, ru, uk }));
    const events = things.flatMap(({ id, weight }) => Array.from({ length: weight }, () => ({ id: '', settlement: id })));
    const S = scripts({ ...EMPTY, spelling, settlements, events }, ['core/page', 'rules/spelling', 'rules/place_index']);
    for (const [text, limit, expected] of found) {
      same(S.findPlaces(text, limit).map(({ id, match, slips }) => [id, match, slips]), expected, `${text}, at most ${limit}`);
    }
  });
}
