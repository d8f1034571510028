/** The map's rules say what production Python says, in every vector that it wrote. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { areasOf, differenceOf } from '../../geo/webmap/js/data/difference.js';
import { readSeries, ringsIn } from '../../geo/webmap/js/data/series.js';
import { readAddress, valuesOf, writeAddress } from '../../geo/webmap/js/rules/address.js';
import { calendar } from '../../geo/webmap/js/rules/calendar.js';
import { bodySentence, noticeOf, pieceSentence, staleWords } from '../../geo/webmap/js/rules/bodies.js';
import { newestFirst } from '../../geo/webmap/js/rules/clock.js';
import { changeSince, endsOfDifference, tracksOf } from '../../geo/webmap/js/rules/fronts.js';
import { laterRule, laterWords } from '../../geo/webmap/js/rules/later.js';
import { PlaceIndex } from '../../geo/webmap/js/rules/place_index.js';
import { selectionOf } from '../../geo/webmap/js/rules/selection.js';
import { normalized, speller } from '../../geo/webmap/js/rules/spelling.js';
import { stateReader } from '../../geo/webmap/js/rules/state.js';
import { storyRule } from '../../geo/webmap/js/rules/story.js';
import { byText } from '../../geo/webmap/js/rules/text.js';
import { cyclic, same, vectorsOf } from './vectors.js';

/** @param {{id: string}[]} records */
const ids = (records) => records.map(({ id }) => id);

/** What is in effect, in the form of the vectors. */
function inEffect({ payload, viewOn }, state, cards) {
  const { advances, places, zones, fronts } = viewOn(state);
  const records = { settlement: payload.events, zone: payload.orders };
  const told = Object.keys(cards).map((name) => {
    const [kind, id] = name.split(':');
    return [
      name,
      ids(
        newestFirst(
          records[kind].filter((record) => record[kind] === id),
          state,
        ),
      ),
    ];
  });
  const placed = [...places].sort(([a], [b]) => byText(a, b));
  return {
    advances: [...advances].map(([id, { age, state: aged, bands }]) => [id, age, aged, bands]),
    places: Object.fromEntries(
      placed.map(([id, { status, side, age, disputed, saidBy, words }]) => [
        id,
        [status, side, age, disputed, saidBy, ids(words)],
      ]),
    ),
    zones: [...zones].map(([id, { kind, scope, age, conflicting, words }]) => [
      id,
      kind,
      scope,
      age,
      conflicting,
      ids(words),
    ]),
    fronts: [...fronts].map(([id, on]) => [id, on.state, on.index, on.age, on.dayBefore, changeSince(on)]),
    told: Object.fromEntries(told),
  };
}

/** Which bodies stand, in the form of the vectors. */
function standing({ payload, viewOn }, state, longDate) {
  const found = [...viewOn(state).bodies.values()];
  const drawn = found.filter(({ shown, body }) => shown && body.bands);
  const { date } = state;
  return [
    noticeOf(drawn, payload.ages),
    ...found.map((one) => [
      one.body.id,
      one.age,
      one.state,
      one.shown,
      one.body.areas ?? [],
      bodySentence(one.body, date, longDate),
      staleWords(one, date, payload.ages),
      (one.body.leftOut ?? []).map((piece) => `${pieceSentence(piece, date, longDate)}: not taken, ${piece.why}`),
    ]),
  ];
}

for (const [name, { payload, filters, states, results }] of vectorsOf('selection')) {
  test(`what is in effect in ${name} on every pair of days`, () => {
    const rules = { payload, ...selectionOf(payload) };
    const { longDate } = calendar(payload);
    for (const [date, known, filter, result] of states) {
      const { sides, hidden, bodies } = filters[filter];
      const state = { date, known, sides: new Set(sides), hidden: new Set(hidden), bodies };
      const { bodies: expected, ...others } = results[result];
      if (expected) {
        same(standing(rules, state, longDate), expected, `bodies, day ${date}, known ${known}, filter ${filter}`);
      }
      same(inEffect(rules, state, others.told), others, `day ${date}, known ${known}, filter ${filter}`);
    }
  });
}

for (const [name, { payload, states }] of vectorsOf('later')) {
  test(`what two clocks show differently in ${name}`, () => {
    const laterOn = laterRule(payload, tracksOf(payload.fronts, payload.ages).values());
    for (const [date, known, { sides, hidden }, expected, words] of states) {
      const found = laterOn({ date, known, sides: new Set(sides), hidden: new Set(hidden) });
      const plain = found.map((one) => [one.change, one.kind, one.subject, one.ids, one.about, one.known]);
      same([plain, laterWords(found)], [expected, words], `day ${date}, known ${known}`);
    }
  });
}

for (const [name, { payload, stories }] of vectorsOf('story')) {
  test(`the stories of the places of ${name}`, () => {
    const { mediumDate } = calendar(payload);
    const [{ advancesOn }, storyOf] = [selectionOf(payload), storyRule(payload, mediumDate)];
    for (const [date, known, { sides, hidden }, told] of stories) {
      const state = { date, known, sides: new Set(sides), hidden: new Set(hidden) };
      for (const place of payload.settlements) {
        same(storyOf(place, state, advancesOn(state)), told[place.id], `${place.id}, day ${date}, known ${known}`);
      }
    }
  });
}

for (const [name, { series: text, rings }] of vectorsOf('codec')) {
  test(`the rings that ${name} unpacks to`, async () => {
    const series = await readSeries(text);
    const { x, y, starts } = series;
    const points = (arc) =>
      Array.from({ length: starts[arc + 1] - 1 - starts[arc] }, (_, i) => [x[starts[arc] + i], y[starts[arc] + i]]);
    assert.equal(series.count, rings.length);
    rings.forEach((expected, index) => {
      const found = ringsIn(series, index).map((ring) => cyclic(ring.flatMap(points)));
      same(found.sort(), expected.map(cyclic).sort(), `snapshot ${index}`);
    });
  });
}

for (const [name, held] of vectorsOf('difference')) {
  if (held.areas) {
    test(`what is gained and lost in ${name}`, async () => {
      const series = await readSeries(held.series);
      for (const [before, after, gained, lost] of held.areas) {
        const found = areasOf(differenceOf(series, before, after).edges);
        for (const [mine, theirs] of [
          [found.gained, gained],
          [found.lost, lost],
        ]) {
          const close = Math.abs(mine - theirs) <= 1e-3 * theirs + 1e-4;
          assert.ok(close, `${before} to ${after}: ${mine} km², in Python ${theirs}`);
        }
      }
    });
  } else {
    test(`between which drawings ${name} compares`, () => {
      const { iso } = calendar(held.payload);
      const tracks = tracksOf(held.payload.fronts, held.payload.ages);
      for (const [id, first, last, known, expected] of held.ends) {
        const found = endsOfDifference(tracks.get(id), { first, last, known }, iso);
        same(found, expected, `${id}, ${first} to ${last}, known ${known}`);
      }
    });
  }
}

for (const [name, { tables, names, things, found }] of vectorsOf('spelling')) {
  if (names) {
    test(`how names fold in ${name}`, () => {
      const { spellings, fuzzyKey } = speller(tables);
      for (const [text, plain, spelt, key] of names) {
        same([normalized(text), spellings(text).sort(byText), fuzzyKey(plain)], [plain, spelt, key], text);
      }
    });
  } else {
    test(`which places a text finds in ${name}`, () => {
      const index = new PlaceIndex(things, tables);
      for (const [text, limit, expected] of found) {
        const mine = index.find(text, limit).map(({ id, match, typos }) => [id, match, typos]);
        same(mine, expected, `${text}, at most ${limit}`);
      }
    });
  }
}

for (const [name, { days, known, views }] of vectorsOf('address')) {
  test(`views of ${name} as addresses, there and back`, () => {
    const has = (list) => (one) => list.includes(one);
    const reader = stateReader({
      ...calendar(days),
      names: {
        layers: has(valuesOf('layers')),
        sides: has(valuesOf('sides')),
        hidden: has(known.hidden),
        hiddenFronts: has(known.hiddenFronts),
      },
      curves: valuesOf('curve'),
      bodies: valuesOf('bodies'),
      isSelectable: has(known.selected),
    });
    const defaults = {
      known: null,
      selected: null,
      compare: null,
      curve: valuesOf('curve')[0],
      bodies: valuesOf('bodies')[0],
      layers: new Set(valuesOf('layers')),
      sides: new Set(valuesOf('sides')),
      hidden: new Set(),
      hiddenFronts: new Set(),
    };
    for (const { state, at, address } of views) {
      same(writeAddress(state, at), address, JSON.stringify(state));
      const { change, unread } = readAddress(address, defaults, reader);
      assert.deepEqual(reader.writeState(change), state, address);
      assert.deepEqual(unread, []);
    }
  });
}
