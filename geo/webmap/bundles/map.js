// Made by `npm run build` from the modules named below; not to be edited.
"use strict";
var Salient = (() => {
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __export = (target, all) => {
    for (var name in all)
      __defProp(target, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key2 of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key2) && key2 !== except)
          __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
    }
    return to;
  };
  var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

  // geo/webmap/js/main.js
  var main_exports = {};
  __export(main_exports, {
    SIDE_WORDS: () => SIDE_WORDS,
    areasOf: () => areasOf,
    dayOf: () => dayOf,
    differenceOf: () => differenceOf,
    endsOfDifference: () => endsOfDifference,
    frameOf: () => frameOf,
    frontKey: () => frontKey,
    frontOn: () => frontOn,
    frontsLayer: () => frontsLayer,
    iso: () => iso,
    loadFronts: () => loadFronts,
    map: () => map,
    outlineOf: () => outlineOf,
    payload: () => payload,
    placeIndex: () => placeIndex,
    reader: () => reader,
    ringsIn: () => ringsIn,
    store: () => store,
    tracks: () => tracks,
    update: () => update,
    writeState: () => writeState
  });

  // geo/webmap/js/rules/calendar.js
  var DAY_MS = 864e5;
  var format = (options) => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  var long = format({ day: "numeric", month: "long", year: "numeric" });
  var medium = format({ day: "numeric", month: "long" });
  var short = format({ day: "numeric", month: "short" });
  function calendar({ first: first2, start: start2, last }) {
    const firstMs = Date.parse(`${first2}T00:00:00Z`);
    const ms = (day) => firstMs + day * DAY_MS;
    const iso2 = (day) => new Date(ms(day)).toISOString().slice(0, 10);
    function dayOf2(text) {
      if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
      const day = Math.round((Date.parse(`${text}T00:00:00Z`) - firstMs) / DAY_MS);
      return day >= 0 && day <= last && iso2(day) === text ? day : null;
    }
    function dayNumber2(day) {
      const n = day - start2;
      if (n >= 0) return `day ${n + 1}`;
      return n === -1 ? "the day before" : `${-n} days before`;
    }
    return {
      iso: iso2,
      dayOf: dayOf2,
      dayNumber: dayNumber2,
      /** "12 August 2024". @param {number} day */
      longDate: (day) => long.format(ms(day)),
      /** "12 August". @param {number} day */
      mediumDate: (day) => medium.format(ms(day)),
      /** "12 Aug". @param {number} day */
      shortDate: (day) => short.format(ms(day)),
      /** Whether a day is the first of its month. @param {number} day */
      isMonthStart: (day) => iso2(day).endsWith("-01"),
      /** Keep a day inside the case. @param {number} day */
      clamp: (day) => Math.min(last, Math.max(0, day))
    };
  }

  // geo/webmap/js/rules/text.js
  var rankOf = (unit) => unit >= 55296 && unit <= 57343 ? unit + 65536 : unit;
  function byText(a, b) {
    const end = Math.min(a.length, b.length);
    for (let i = 0; i < end; i += 1) {
      const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
      if (one !== other) return rankOf(one) - rankOf(other);
    }
    return a.length - b.length;
  }

  // geo/webmap/js/rules/clock.js
  var byClock = (a, b) => a.about - b.about || a.known - b.known || byText(a.id, b.id);
  var isAdmitted = (record, state) => (state.known === null || record.known <= state.known) && state.sides.has(record.side) && !state.hidden.has(record.who);
  var isSeen = (record, state) => record.about <= state.date && isAdmitted(record, state);
  var isInEffect = (record, state) => record.until === void 0 || state.known !== null && state.known < record.until;
  function latest(records, key2, state) {
    const newest = /* @__PURE__ */ new Map();
    for (const record of records) if (isSeen(record, state)) newest.set(key2(record), record);
    return newest;
  }
  var newestFirst = (records, state) => records.filter((record) => isSeen(record, state)).sort(byClock).reverse();
  var indexed = (records) => new Map(Array.from(records, (record) => [record.id, record]));

  // geo/webmap/js/rules/advances.js
  function advanceRule(advances3, depthLineDays) {
    const sorted2 = [...advances3].sort(byClock);
    return (state) => {
      const drawn2 = /* @__PURE__ */ new Map();
      const inEffect2 = sorted2.filter((advance) => isInEffect(advance, state));
      for (const { id, about, width: width2 } of latest(inEffect2, ({ who }) => who, state).values()) {
        const age = state.date - about;
        const [depthLine, bands] = [age <= depthLineDays, width2 !== void 0];
        if (bands || depthLine) drawn2.set(id, { age, depthLine, bands });
      }
      return drawn2;
    };
  }

  // geo/webmap/js/rules/fronts.js
  function summed(steps) {
    let day = 0;
    return steps.map((step2) => day += step2);
  }
  var plainTitle = (track) => `${track.mapper}: ${track.words}`;
  function unfolded(track, all, ages) {
    const about = summed(track.about);
    const alike = all.filter((other) => plainTitle(other) === plainTitle(track)).length;
    return {
      ...track,
      ages,
      series: null,
      series64: track.series,
      about,
      known: track.known ? summed(track.known) : about,
      title: plainTitle(track) + (alike > 1 ? ` (${track.archive})` : ""),
      style: { hue: "", line: "", other: false, unclear: track.status === "unclear" },
      fileOf: (index) => track.file.head + track.file.middle[index] + track.file.tail,
      assumedOf: (index) => !track.assumed || track.assumed[index] === "1",
      figure: (name, index) => track.figures[name]?.[index] ?? null,
      drawing: summed(track.drawing)
    };
  }
  var tracksOf = (fronts3, ages) => indexed(fronts3.map((track) => unfolded(track, fronts3, ages)));
  function frontAge(age, { fades, doubtful }) {
    if (age === 0) return "fresh";
    if (age <= fades) return "carried";
    return age <= doubtful ? "faded" : "doubtful";
  }
  function frontOn(track, date, known2, ended = track.ages.ended) {
    const isSeen2 = (i) => track.about[i] <= date && (known2 === null || track.known[i] <= known2);
    let index = track.about.length - 1;
    while (index >= 0 && !isSeen2(index)) index -= 1;
    if (index < 0) return { track, state: "no_data", index: null, age: 0, old: "fresh", dayBefore: null };
    const age = date - track.about[index];
    const old = frontAge(age, track.ages);
    if (age > ended) return { track, state: "ended", index: null, age, old, dayBefore: null };
    if (age > 0) return { track, state: "carried_forward", index, age, old, dayBefore: null };
    let earlier = index - 1;
    while (earlier >= 0 && !(isSeen2(earlier) && track.about[earlier] < date)) earlier -= 1;
    const isSame = earlier >= 0 && track.drawing[earlier] === track.drawing[index];
    const dayBefore = earlier >= 0 && track.about[earlier] === date - 1 ? earlier : null;
    return { track, state: isSame ? "unchanged" : "updated", index, age: 0, old, dayBefore };
  }
  var frontsOn = (tracks2, state) => new Map([...tracks2].map(([id, track]) => [id, frontOn(track, state.date, state.known)]));
  function measuredAgainst(track, index) {
    const day = track.about[index];
    const earlier = track.about.findLastIndex((about) => about < day);
    return earlier >= 0 && track.about[earlier] === day - 1 ? earlier : null;
  }
  function changeSince({ track, index, age, dayBefore }) {
    if (index === null || dayBefore === null || age > 0) return null;
    if (track.drawing[dayBefore] === track.drawing[index]) return [0, 0];
    const gained = track.figure("gained", index);
    if (gained === null || measuredAgainst(track, index) !== dayBefore) return null;
    return [gained, track.figure("lost", index) ?? 0];
  }
  function ownDrawing(track, date, known2, iso2) {
    const { index, age } = frontOn(track, date, known2, Infinity);
    if (index === null) return { why: `${track.mapper} has no drawing of ${iso2(date)} or before; choose a later day` };
    if (age === 0) return { index };
    const last = iso2(track.about[index]);
    return {
      why: `${track.mapper} has no drawing of ${iso2(date)}, only one of ${last} carried forward; a difference across a gap is not computed. Choose ${last} or a day that was drawn`
    };
  }
  function endsOfDifference(track, { first: first2, last, known: known2 }, iso2) {
    if (first2 >= last) {
      return { why: `the first day is ${iso2(first2)} and the last ${iso2(last)}; the first must come before the last` };
    }
    const before = ownDrawing(track, first2, known2, iso2);
    if (before.why !== void 0) return { why: before.why };
    const after = ownDrawing(track, last, known2, iso2);
    if (after.why !== void 0) return { why: after.why };
    return { before: before.index, after: after.index };
  }

  // geo/webmap/js/rules/places.js
  function grouped(events) {
    const groups = /* @__PURE__ */ new Map();
    for (const event of [...events].sort(byClock)) {
      if (!groups.has(event.settlement)) groups.set(event.settlement, []);
      groups.get(event.settlement).push(event);
    }
    return groups;
  }
  function placeRule(events, heldStatuses, isOnMap) {
    const held2 = new Set(heldStatuses);
    const slots2 = [...grouped(events)].map(([id, records]) => ({ id, records, found: null, inEffect: null }));
    const places2 = /* @__PURE__ */ new Map();
    let filter = "";
    let placesOnMap = 0;
    function isDisputed(words) {
      const holds = words.filter((word) => held2.has(word.status)).map((word) => word.about);
      const losses = words.filter((word) => word.status === "lost").map((word) => word.about);
      const isDenied = words.some((word) => word.status === "denied");
      return holds.length > 0 && (isDenied || losses.length > 0 && Math.max(...holds) >= Math.min(...losses));
    }
    function stateOf(records, state) {
      const words = [...latest(records, ({ who }) => who, state).values()].sort(byClock);
      const ahead = records.find((record) => record.about > state.date);
      const behind = records.findLast((record) => record.about <= state.date);
      const { status, side, about } = words.at(-1) ?? records[0];
      const span = { from: behind ? behind.about : -Infinity, until: ahead ? ahead.about : Infinity };
      return { ...span, status, side, about, age: 0, disputed: isDisputed(words), words };
    }
    function take2(slot, found2) {
      const before = slot.inEffect;
      slot.found = found2;
      slot.inEffect = found2.words.length > 0 ? found2 : null;
      if (slot.inEffect) places2.set(slot.id, found2);
      else places2.delete(slot.id);
      if (isOnMap(slot.id)) placesOnMap += Number(Boolean(slot.inEffect)) - Number(Boolean(before));
    }
    function placesOn(state) {
      const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden]]);
      const anew = wanted !== filter;
      filter = wanted;
      for (const slot of slots2) {
        let { found: found2 } = slot;
        if (anew || found2 === null || state.date < found2.from || state.date >= found2.until) {
          found2 = stateOf(slot.records, state);
          take2(slot, found2);
        }
        found2.age = state.date - found2.about;
      }
      return { places: places2, placesOnMap };
    }
    return { slots: new Map(slots2.map((slot) => [slot.id, slot])), placesOn };
  }

  // geo/webmap/js/rules/zones.js
  var newestLast = (a, b) => a.about - b.about || a.known - b.known || Number(a.scope === "whole") - Number(b.scope === "whole") || byClock(a, b);
  var statementOf = ({ id, root: root3, zone, who, kind: kind2, scope, scopeNote, settlements: settlements2, modality, about, end }) => JSON.stringify([root3 ?? id, zone, who, kind2, scope, scopeNote, settlements2, modality, about, end]);
  function zoneRule(orders, strictness) {
    const oldestFirst = [...orders].sort(byClock);
    const replacing = [...orders].sort(newestLast);
    const statements = new Map(orders.map((order) => [order, statementOf(order)]));
    const strictestFirst = (a, b) => strictness.indexOf(a.kind) - strictness.indexOf(b.kind) || Number(a.scope === "part") - Number(b.scope === "part") || b.about - a.about || a.known - b.known || byText(a.id, b.id);
    function firstPublications(state) {
      const first2 = /* @__PURE__ */ new Map();
      for (const order of oldestFirst) {
        const statement = statements.get(order);
        if (!first2.has(statement) && isSeen(order, state)) first2.set(statement, order);
      }
      return first2;
    }
    function wordsInForce(state) {
      const first2 = firstPublications(state);
      const words = /* @__PURE__ */ new Map();
      for (const order of latest(replacing, ({ zone, kind: kind2, who }) => `${zone} ${kind2} ${who}`, state).values()) {
        if (order.end !== void 0 && order.end < state.date) continue;
        if (!words.has(order.zone)) words.set(order.zone, []);
        words.get(order.zone).push(first2.get(statements.get(order)));
      }
      return words;
    }
    return (state) => {
      const zones3 = /* @__PURE__ */ new Map();
      for (const [id, said] of wordsInForce(state)) {
        const words = said.sort(strictestFirst);
        const [{ kind: kind2, scope, about }] = words;
        const conflicting = words.some((word) => word.kind === "no_order") && words.some((word) => word.kind === "mandatory");
        zones3.set(id, { kind: kind2, scope, age: state.date - about, conflicting, words });
      }
      return zones3;
    };
  }

  // geo/webmap/js/rules/selection.js
  function selectionOf(payload2) {
    const onMap2 = new Set(payload2.settlements.filter((place4) => place4.at).map((place4) => place4.id));
    const tracks2 = tracksOf(payload2.fronts, payload2.ages);
    const advancesOn2 = advanceRule(payload2.advances, payload2.ages.fades);
    const zonesOn = zoneRule(payload2.orders, payload2.strictness);
    const { slots: slots2, placesOn } = placeRule(payload2.events, payload2.held, (id) => onMap2.has(id));
    const viewOn2 = (state) => ({
      advances: advancesOn2(state),
      ...placesOn(state),
      zones: zonesOn(state),
      fronts: frontsOn(tracks2, state)
    });
    return { tracks: tracks2, placeSlots: slots2, advancesOn: advancesOn2, viewOn: viewOn2 };
  }

  // geo/webmap/js/core/dom.js
  var SVG = "http://www.w3.org/2000/svg";
  function byId(id, type) {
    const found2 = document.getElementById(id);
    if (found2 === null || type && !(found2 instanceof type)) {
      throw new TypeError(`the page has no ${type?.name ?? "element"} #${id}`);
    }
    return (
      /** @type {T} */
      found2
    );
  }
  var el = (tag, attributes = {}, ...children) => filled(document.createElement(tag), attributes, children);
  var svg = (tag, attributes = {}, ...children) => filled(document.createElementNS(SVG, tag), attributes, children);
  function filled(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === void 0 || value === false) continue;
      if (name.startsWith("on") || name === "style") throw new Error(`attribute ${name} is not allowed`);
      node.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat()) {
      if (child === null || child === void 0 || child === "") continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  }
  var fill = (node, ...children) => node.replaceChildren(...children.flatMap((child) => child || []));
  function webAddress(url) {
    try {
      const parsed = new URL(String(url));
      return parsed.protocol === "https:" || parsed.protocol === "http:" ? parsed.href : null;
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  }

  // geo/webmap/js/core/page.js
  var payload = JSON.parse(byId("salient-data").textContent ?? "");
  var map = map_salient;
  var isFramed = window.parent !== window;
  var isHosted = payload.hosted;
  var { iso, dayOf, dayNumber, longDate, mediumDate, shortDate, isMonthStart, clamp } = calendar(payload);
  var { tracks, placeSlots, advancesOn, viewOn } = selectionOf(payload);
  var claims = indexed(payload.claims);
  var settlements = indexed(payload.settlements);
  var zones = indexed(payload.zones);
  var advances = indexed(payload.advances);
  var store = {
    state: {
      date: payload.on,
      known: payload.knownOn,
      layers: new Set(Object.keys(payload.layerNames)),
      sides: new Set(Object.keys(payload.words.side)),
      hidden: /* @__PURE__ */ new Set(),
      hiddenFronts: /* @__PURE__ */ new Set(),
      compare: null,
      curve: Object.keys(payload.curves)[0],
      selected: null
    },
    view: { advances: /* @__PURE__ */ new Map(), places: /* @__PURE__ */ new Map(), placesOnMap: 0, zones: /* @__PURE__ */ new Map(), fronts: /* @__PURE__ */ new Map() }
  };
  function latLngs(line2) {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < line2.length; i += 2) {
      x += line2[i];
      y += line2[i + 1];
      points.push([y / 1e5, x / 1e5]);
    }
    return points;
  }

  // geo/webmap/js/rules/state.js
  function stateReader({ dayOf: dayOf2, iso: iso2, names: names4, curves, isSelectable: isSelectable2 }) {
    const listOf = (field3) => (value) => Array.isArray(value) && value.every((name) => typeof name === "string" && names4[field3](name)) ? new Set(value) : void 0;
    const dayOrNone = (value) => value === null ? null : dayOf2(value) ?? void 0;
    const read3 = {
      date: (value) => dayOf2(value) ?? void 0,
      known: dayOrNone,
      layers: listOf("layers"),
      sides: listOf("sides"),
      hidden: listOf("hidden"),
      hiddenFronts: listOf("hiddenFronts"),
      compare: dayOrNone,
      curve: (value) => typeof value === "string" && curves.includes(value) ? value : void 0,
      selected: (value) => value === null || typeof value === "string" && isSelectable2(value) ? value : void 0
    };
    function readState(outside) {
      if (outside === null || typeof outside !== "object" || Array.isArray(outside)) return null;
      const change = {};
      for (const [field3, value] of Object.entries(outside)) {
        if (!Object.hasOwn(read3, field3)) return null;
        change[field3] = read3[field3](value);
        if (change[field3] === void 0) return null;
      }
      return change;
    }
    const sortNames = (field3, given) => ({
      kept: given.filter((name) => names4[field3](name)),
      unknown: given.filter((name) => !names4[field3](name))
    });
    const writeState2 = (state) => ({
      date: iso2(state.date),
      known: state.known === null ? null : iso2(state.known),
      layers: [...state.layers],
      sides: [...state.sides],
      hidden: [...state.hidden],
      hiddenFronts: [...state.hiddenFronts],
      compare: state.compare === null ? null : iso2(state.compare),
      curve: state.curve,
      selected: state.selected
    });
    return { readState, sortNames, writeState: writeState2 };
  }

  // geo/webmap/js/core/text.js
  var plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
  var formatNumber = (value) => plain.format(value);
  var counted = (n, one, many = `${one}s`) => `${formatNumber(n)} ${n === 1 ? one : many}`;
  var distinct = (texts) => [...new Set(texts.flatMap((text) => text || []))];
  function formatMeasure(value, unit, digits = 1) {
    if (value === null) return "";
    const maximumFractionDigits = Math.abs(value) >= 100 ? 0 : digits;
    return `${value.toLocaleString("en-GB", { maximumFractionDigits })} ${unit}`.trim();
  }

  // geo/webmap/js/core/words.js
  var { metric, kind, dayBasis, front } = payload.words;
  var {
    status: STATUS_WORDS,
    order: ORDER_WORDS,
    side: SIDE_WORDS,
    checked: CHECKED_WORDS,
    band: BAND_WORDS
  } = payload.words;
  var LAYER_WORDS = payload.layerNames;
  var CURVE_WORDS = Object.fromEntries(Object.entries(payload.curves).map(([name, { label }]) => [name, label]));
  function claimOf(id) {
    const claim = claims.get(id);
    if (claim === void 0) throw new RangeError(`claim ${id} is not in this document`);
    return claim;
  }
  var claimTitle = (claim) => `${metric[claim.metric]}: ${claim.figure}`;
  var kindWords = (claim) => kind[claim.kind];
  var basisWords = (claim) => claim.basis === "computed" ? `computed, from ${claim.computedFrom}` : "stated by the claimant";
  var ageWords = (age) => age === 0 ? "" : `carried forward, ${counted(age, "day")} old`;
  var dayBasisWords = (basis) => basis ? ` (${dayBasis[basis]})` : "";
  function advanceTitle(advance) {
    const depth = claimOf(advance.depth).figure;
    if (!advance.width) return `${depth} from the border, claimed; no width claimed`;
    return `${depth} deep × ${claimOf(advance.width).figure} wide, claimed`;
  }
  var cautionOf = (advance) => advance.caution ?? "";
  var advanceLabel = (advance, age) => advance.label + (age > 0 ? ` · ${counted(age, "day")} old` : "");
  var frontStateWords = ({ state, age, old }) => {
    if (state === "ended") return `${front.ended}, ${counted(age, "day")} old`;
    return age > 0 ? ageWords(age) + (old === "carried" ? "" : `, ${old}`) : front[state];
  };

  // geo/webmap/js/core/state.js
  var SETTLE_MS = 350;
  var SELECTABLE = { advance: advances, settlement: settlements, zone: zones, claim: claims, front: tracks };
  var painters = [];
  var settlers = [];
  var timer = 0;
  var claimants = (() => {
    const found2 = /* @__PURE__ */ new Map();
    for (const record of [...payload.claims, ...payload.events, ...payload.orders]) {
      const entry2 = found2.get(record.who) ?? { who: record.who, side: record.side, n: 0 };
      entry2.n += 1;
      found2.set(record.who, entry2);
    }
    return [...found2.values()].sort((a, b) => b.n - a.n || byText(a.who, b.who));
  })();
  var names = new Set(claimants.map(({ who }) => who));
  var onPaint = (painter) => painters.push(painter);
  var onSettle = (settler) => settlers.push(settler);
  function paint() {
    store.view = viewOn(store.state);
    for (const painter of painters) painter(store.state, store.view);
  }
  function update(change, settling = "now") {
    Object.assign(store.state, change);
    paint();
    if (settling === "now") settle();
    if (settling === "soon") {
      clearTimeout(timer);
      timer = window.setTimeout(settle, SETTLE_MS);
    }
  }
  function settle() {
    clearTimeout(timer);
    for (const settler of settlers) settler(store.state);
  }
  function parted(selected) {
    const cut = selected.indexOf(":");
    return { type: selected.slice(0, cut), id: selected.slice(cut + 1) };
  }
  function isSelectable(selected) {
    const { type, id } = parted(selected);
    return Object.hasOwn(SELECTABLE, type) && SELECTABLE[type].has(id);
  }
  function resolve(selected) {
    const { type, id } = parted(selected);
    return (
      /** @type {ReturnType<typeof resolve>} */
      { type, id, record: SELECTABLE[type].get(id) }
    );
  }
  var selectThing = (selected) => update({ selected: store.state.selected === selected ? null : selected });
  function highlighted() {
    const lit = /* @__PURE__ */ new Set();
    if (store.state.selected === null) return lit;
    const found2 = resolve(store.state.selected);
    lit.add(store.state.selected);
    if (found2.type !== "claim") return lit;
    const { id, record } = found2;
    for (const advance of payload.advances) {
      if (advance.depth === id || advance.width === id) lit.add(`advance:${advance.id}`);
    }
    for (const event of payload.events) if (event.claim === id) lit.add(`settlement:${event.settlement}`);
    for (const order of payload.orders) if (order.claim === id) lit.add(`zone:${order.zone}`);
    if (record.zone) lit.add(`zone:${record.zone}`);
    return lit;
  }
  var reader = stateReader({
    dayOf,
    iso,
    names: {
      layers: (name) => Object.hasOwn(LAYER_WORDS, name),
      sides: (name) => Object.hasOwn(SIDE_WORDS, name),
      hidden: (name) => names.has(name),
      hiddenFronts: (name) => tracks.has(name)
    },
    curves: Object.keys(CURVE_WORDS),
    isSelectable
  });
  var writeState = () => reader.writeState(store.state);

  // geo/webmap/js/layers/base.js
  var PANES = { ground: 240, zones: 320, bands: 340, border: 350, reach: 360, places: 610, labels: 620 };
  map.createPane("s-fronts").style.zIndex = "300";
  var renderers = {};
  for (const [name, level2] of Object.entries(PANES)) {
    const pane2 = map.createPane(`s-${name}`);
    pane2.style.zIndex = String(level2);
    renderers[name] = L.svg({ pane: `s-${name}`, padding: 0.3 });
  }
  var pathOptions = (pane2, className, interactive = false) => ({
    pane: `s-${pane2}`,
    renderer: renderers[pane2],
    className,
    interactive,
    bubblingMouseEvents: false,
    smoothFactor: 1
  });
  var groundLine = (lines, className, pane2 = "ground") => L.polyline(lines.map(latLngs), { ...pathOptions(pane2, className), fill: false });
  if (payload.grounds.target) {
    const rings = payload.grounds.target.map((polygon) => polygon.map(latLngs));
    L.polygon(rings, pathOptions("ground", "ground-target")).addTo(map);
  }
  var [west, south, east, north] = payload.area;
  map.setMaxBounds(L.latLngBounds([south, west], [north, east]).pad(0.25));
  var baseLabels = [];
  for (const feature of payload.base) {
    if (feature.lines) {
      groundLine(feature.lines, `ground ground-${(feature.kind ?? "").startsWith("oblast") ? "oblast" : "line"}`).addTo(
        map
      );
    } else if (feature.at && feature.nameEn) {
      baseLabels.push({
        name: feature.nameEn,
        at: [feature.at[1], feature.at[0]],
        seat: feature.kind === "district_seat"
      });
    }
  }
  if (payload.border) {
    groundLine(payload.border, "border-casing", "border").addTo(map);
    groundLine(payload.border, "border-line", "border").addTo(map);
  }
  if (payload.tiles) {
    const pane2 = map.createPane("s-tiles");
    pane2.style.zIndex = "200";
    L.tileLayer(payload.tiles.url, { pane: "s-tiles" }).addTo(map);
  }
  L.control.scale({ imperial: false, position: "bottomleft", maxWidth: 120 }).addTo(map);

  // geo/webmap/js/layers/overlays.js
  var CLEAR_PX = 3;
  var stage = byId("stage");
  var names2 = [
    "#masthead",
    "#find",
    "#search-button",
    "#layers-button",
    "#zoom",
    "#legend",
    "#attribution",
    ".leaflet-control-scale"
  ];
  var covers = names2.flatMap((name) => stage.querySelector(name) ?? []);
  var listeners = [];
  var boxes = null;
  var onOverlays = (listener) => listeners.push(listener);
  var overlays = () => {
    boxes ??= measure();
    return boxes;
  };
  function measure() {
    const stand = map.getContainer().getBoundingClientRect();
    return covers.map((node) => node.getBoundingClientRect()).filter((box4) => box4.width > 0).map((box4) => [
      box4.left - stand.left - CLEAR_PX,
      box4.top - stand.top - CLEAR_PX,
      box4.right - stand.left + CLEAR_PX,
      box4.bottom - stand.top + CLEAR_PX
    ]);
  }
  var watch = new ResizeObserver(() => {
    boxes = null;
    for (const listener of listeners) listener();
  });
  for (const node of [...covers, byId("card"), stage]) watch.observe(node);

  // geo/webmap/js/layers/canvas_layer.js
  var density = () => window.devicePixelRatio || 1;
  function frameOf(on, bounds) {
    const corner = on.getPixelOrigin().add(bounds.min ?? [0, 0]);
    const size = bounds.getSize();
    const scale = 256 * 2 ** on.getZoom();
    const key2 = `${scale} ${corner.x} ${corner.y} ${size.x} ${size.y}`;
    return { scale, x: corner.x, y: corner.y, w: size.x, h: size.y, key: key2, dpr: density() };
  }
  function penOf(canvas) {
    const pen2 = canvas.getContext("2d");
    if (pen2 === null) throw new TypeError("this browser draws on no canvas");
    return pen2;
  }
  var CanvasLayer = class extends L.Renderer {
    /** @param {{pane: string, padding: number, name: string}} options padding is a share of the map beyond each edge */
    constructor({ name, ...options }) {
      super(options);
      this.canvas = el("canvas", { class: name, "aria-hidden": "true" });
      this.pen = penOf(this.canvas);
    }
    _initContainer() {
      this._container = this.canvas;
    }
    _destroyContainer() {
      this.canvas.remove();
    }
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      super._update();
      if (!this._bounds) return;
      const { canvas } = this;
      const size = this._bounds.getSize();
      L.DomUtil.setPosition(canvas, this._bounds.min ?? L.point(0, 0));
      const [width2, height] = [Math.round(size.x * density()), Math.round(size.y * density())];
      if (canvas.width !== width2 || canvas.height !== height) {
        canvas.width = width2;
        canvas.height = height;
        canvas.style.width = `${size.x}px`;
        canvas.style.height = `${size.y}px`;
      }
      this.refresh();
    }
    /** Draw everything anew. */
    refresh() {
      throw new Error("a canvas layer says in refresh what is drawn on it");
    }
    /** Where the canvas lies among the pixels of the world; null before it is on the map. */
    frame() {
      return this._bounds ? frameOf(this._map, this._bounds) : null;
    }
    /** Wipe the canvas and make one unit of the pen a CSS pixel. @param {Frame} frame */
    wipe({ dpr }) {
      this.pen.setTransform(1, 0, 0, 1, 0, 0);
      this.pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
      this.pen.setTransform(dpr, 0, 0, dpr, 0, 0);
    }
  };

  // geo/webmap/js/core/tooltip.js
  var tip = byId("tooltip");
  var stage2 = byId("stage");
  function place(x, y) {
    const box4 = stage2.getBoundingClientRect();
    const [w, h] = [tip.offsetWidth, tip.offsetHeight];
    const left = x + 16 + w > box4.right ? x - 16 - w : x + 16;
    const top = y + 16 + h > box4.bottom ? y - 12 - h : y + 16;
    tip.style.left = `${Math.max(4, left - box4.left)}px`;
    tip.style.top = `${Math.max(4, top - box4.top)}px`;
  }
  var middle = (node) => {
    const box4 = node.getBoundingClientRect();
    return [box4.left + box4.width / 2, box4.top + box4.height / 2];
  };
  var tooltip = {
    /** Show a description at an event or a node. @param {Description} what @param {MouseEvent | Element} where */
    show(what, where) {
      if (where instanceof PointerEvent && where.pointerType === "touch") return;
      fill(
        tip,
        el("strong", {}, what.title),
        what.sub ? el("span", { class: "tip-sub" }, what.sub) : null,
        ...what.lines.filter(Boolean).map((line2) => el("span", {}, line2))
      );
      tip.hidden = false;
      if (where instanceof Element) place(...middle(where));
      else place(where.clientX, where.clientY);
    },
    /** Follow the pointer. @param {MouseEvent} event */
    move: (event) => place(event.clientX, event.clientY),
    /** Hide it. */
    hide() {
      tip.hidden = true;
    },
    /** The description as one sentence, for screen readers. @param {Description} what */
    words: (what) => [what.title, what.sub, ...what.lines].filter(Boolean).join(". ")
  };

  // geo/webmap/js/layers/features.js
  function elementOf(layer2) {
    const node = layer2.getElement();
    if (!node) throw new TypeError("a feature that is not on the map has no element");
    return (
      /** @type {HTMLElement} */
      node
    );
  }
  function moveTo(node, { x, y }) {
    node.style.transform = `translate(${x}px, ${y}px)`;
  }
  var PlaneMarker = class extends L.Marker {
    /** @param {L.Point} point */
    _setPos(point2) {
      super._setPos(point2);
      moveTo(this._icon, point2);
    }
  };
  function showPath(layer2, on, flags) {
    const node = layer2.getElement();
    if (!node) return;
    node.classList.toggle("off", !on);
    for (const [flag, value] of Object.entries(flags)) node.classList.toggle(flag, on && value);
  }
  function markPath(layer2, name, value) {
    const node = elementOf(layer2);
    if (node.getAttribute(`data-${name}`) !== value) node.setAttribute(`data-${name}`, value);
  }
  function listen(layer2, name, describe5, label) {
    layer2.on("mouseover", (event) => tooltip.show(describe5(), event.originalEvent));
    layer2.on("mousemove", (event) => tooltip.move(event.originalEvent));
    layer2.on("mouseout", () => tooltip.hide());
    layer2.on("click", (event) => {
      L.DomEvent.stop(event.originalEvent);
      selectThing(name);
    });
    const node = layer2.getElement();
    if (label && node) listenToKeys(
      /** @type {HTMLElement} */
      node,
      name,
      describe5,
      label
    );
  }
  function listenToKeys(node, name, describe5, label) {
    node.setAttribute("aria-label", label);
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.addEventListener("focus", () => {
      if (!node.matches(":focus-visible")) return;
      node.setAttribute("aria-label", tooltip.words(describe5()));
      tooltip.show(describe5(), node);
    });
    node.addEventListener("blur", () => tooltip.hide());
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      selectThing(name);
    });
  }

  // geo/webmap/js/layers/labels.js
  var FONT = { country: "600 13px", town: "500 12px", place: "500 11.5px", zone: "600 11px", claim: "600 11.5px" };
  var SPACED = { zone: 0.5, country: 4 };
  var PAD = 2;
  var TOWN_RANK = 980;
  var family = getComputedStyle(document.body).fontFamily;
  var pen = penOf(document.createElement("canvas"));
  var pane = map.getPane("s-labels") ?? map.getContainer();
  pane.classList.add("leaflet-zoom-hide");
  var labels = [];
  var waiting = 0;
  var unsorted = false;
  var kept = { key: "", at: [], radius: 0 };
  function widthOf(text, style) {
    pen.font = `${FONT[style]} ${family}`;
    return pen.measureText(text).width + text.length * (SPACED[style] ?? 0) + (style === "claim" ? 8 : 0);
  }
  var addLabel = (spec) => {
    const node = el("span", { class: `label label-${spec.style} off`, "aria-hidden": "true" }, spec.text);
    const dot = spec.dot ? el("span", { class: "town-dot off" }) : null;
    pane.append(node);
    if (dot) pane.append(dot);
    const label = { ...spec, node, dot, wanted: false, hidden: true, width: widthOf(spec.text, spec.style) };
    labels.push(label);
    unsorted = true;
    return label;
  };
  var setLabel = (label, wanted, text) => {
    const fresh = wanted && label.text !== text;
    if (fresh) {
      label.text = text;
      label.node.textContent = text;
      label.width = widthOf(text, label.style);
    }
    if (label.wanted === wanted && (!wanted || !fresh)) return;
    label.wanted = wanted;
    placeLabelsSoon();
  };
  var placeLabelsSoon = () => {
    if (!waiting) waiting = requestAnimationFrame(placeLabels);
  };
  var keepClear = (at2, radius) => {
    const key2 = at2.map(({ x, y }) => `${x} ${y}`).join();
    if (key2 === kept.key) return;
    kept = { key: key2, at: at2, radius };
    placeLabelsSoon();
  };
  function candidates(label, x, y) {
    const [w, h, gap] = [label.width, 14, (label.clear ?? 0) + 3];
    if (label.anchor === "center") {
      return [
        [x - w / 2, y - h / 2],
        [x - w / 2, y - h - 6],
        [x - w / 2, y + 6]
      ];
    }
    const near = [
      [x + gap, y - h / 2],
      [x - gap - w, y - h / 2],
      [x - w / 2, y - gap - h],
      [x - w / 2, y + gap]
    ];
    const slant = [
      [x + gap, y - h - 2],
      [x + gap, y + 2],
      [x - gap - w, y - h - 2],
      [x - gap - w, y + 2]
    ];
    return [...near, ...slant];
  }
  var overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  var placeLabels = () => {
    waiting = 0;
    if (unsorted) labels.sort((a, b) => b.rank - a.rank);
    unsorted = false;
    const size = map.getSize();
    const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
    const over = overlays().map((box4) => (
      /** @type {Box} */
      [box4[0] + left, box4[1] + top, box4[2] + left, box4[3] + top]
    ));
    const taken = [...over];
    const marks2 = keptBoxes();
    const items = [];
    for (const label of labels) {
      if (!label.wanted) {
        hide(label);
        continue;
      }
      const spots = label.ats ?? (label.at ? [label.at] : []);
      const points = spots.map((at2) => map.latLngToLayerPoint(at2)).filter((point2) => inside(point2, size));
      if (points.length === 0) {
        hide(label);
        continue;
      }
      items.push([label, points]);
      const { x, y } = points[0];
      if (label.clear) marks2.push([x - label.clear, y - label.clear, x + label.clear, y + label.clear]);
    }
    for (const [label, points] of items) placeOne(label, points, { taken, marks: marks2, over });
  };
  function keptBoxes() {
    const origin = map.getPixelOrigin();
    return kept.at.map(({ x, y }) => [
      x - origin.x - kept.radius,
      y - origin.y - kept.radius,
      x - origin.x + kept.radius,
      y - origin.y + kept.radius
    ]);
  }
  function hide(label) {
    if (label.hidden) return;
    label.hidden = true;
    label.node.classList.add("off");
    if (label.dot) label.dot.classList.add("off");
  }
  function inside(point2, size) {
    const seen = map.layerPointToContainerPoint(point2);
    return seen.x > -60 && seen.y > -20 && seen.x < size.x + 60 && seen.y < size.y + 20;
  }
  function opening(label, points, taken, marks2) {
    const origin = map.containerPointToLayerPoint([0, 0]);
    const end = origin.add(map.getSize());
    const free = points.flatMap(({ x, y }) => candidates(label, x, y)).filter(([x, y]) => {
      const box4 = [x - PAD, y, x + label.width + PAD, y + 14];
      if (box4[0] < origin.x || box4[1] < origin.y || box4[2] > end.x || box4[3] > end.y) return false;
      return !taken.some((other) => overlaps(box4, other));
    });
    const clear = free.find(([x, y]) => !marks2.some((mark4) => overlaps([x, y, x + label.width, y + 14], mark4)));
    return clear || (label.rank >= TOWN_RANK ? free[0] : void 0);
  }
  function placeOne(label, points, { taken, marks: marks2, over }) {
    label.hidden = false;
    const open3 = opening(label, points, taken, marks2);
    label.node.classList.toggle("off", !open3);
    if (label.dot) {
      const { x, y } = points[0];
      label.dot.classList.toggle(
        "off",
        over.some((box4) => overlaps([x, y, x, y], box4))
      );
      moveTo(label.dot, points[0].round());
    }
    if (!open3) return;
    taken.push([open3[0] - PAD, open3[1], open3[0] + label.width + PAD, open3[1] + 14]);
    moveTo(label.node, L.point(Math.round(open3[0]), Math.round(open3[1])));
  }
  map.on("zoomend moveend resize", placeLabelsSoon);
  onOverlays(placeLabelsSoon);

  // geo/webmap/js/core/theme.js
  var root = document.documentElement;
  var listeners2 = [];
  var colours = {};
  var themeColour = (name) => {
    if (!colours[name]) colours[name] = getComputedStyle(root).getPropertyValue(name).trim();
    return colours[name];
  };
  var onTheme = (listener) => listeners2.push(listener);
  new MutationObserver(() => {
    colours = {};
    for (const listener of listeners2) listener();
  }).observe(root, { attributes: true, attributeFilter: ["data-theme"] });

  // geo/webmap/js/layers/fronts_style.js
  var AGE_LOOK = {
    fresh: { alpha: 1, filled: true, dash: [], thin: 1 },
    carried: { alpha: 0.55, filled: true, dash: [7, 5], thin: 1 },
    faded: { alpha: 0.7, filled: false, dash: [7, 5], thin: 1 },
    doubtful: { alpha: 0.7, filled: false, dash: [2, 5], thin: 0.6 }
  };
  var LINES = ["single", "double", "beaded"];
  var TILE = 8;
  var WASH = { gained: 0.38, lost: 0.72 };
  var slots = /* @__PURE__ */ new Map();
  var tiles = /* @__PURE__ */ new Map();
  function slotOf(track) {
    const slot = slots.get(track.mapper) ?? { number: slots.size, holder: track.holder };
    slots.set(track.mapper, slot);
    const { number, holder: holder4 } = slot;
    return { number, other: track.holder !== holder4 };
  }
  for (const track of tracks.values()) {
    const { number, other } = slotOf(track);
    track.style = { hue: `--front-${number % 3}`, line: LINES[number % 3], other, unclear: track.status === "unclear" };
  }
  function mark(pen2, size, { line: line2, other }) {
    const half = size / 2;
    pen2.beginPath();
    if (other) {
      pen2.moveTo(half, 0);
      pen2.lineTo(half, size);
    } else if (line2 === "single") {
      for (const shift of [-size, 0, size]) {
        pen2.moveTo(shift, 0);
        pen2.lineTo(shift + size, size);
      }
    } else if (line2 === "double") {
      pen2.moveTo(half - 2, half - 1);
      pen2.lineTo(half, half + 1.5);
      pen2.lineTo(half + 2, half - 1);
    } else {
      pen2.arc(half, half, 1.6, 0, 7);
    }
    pen2.stroke();
  }
  function sign(pen2, size, kind2) {
    const half = size / 2;
    pen2.lineWidth = 1.6;
    pen2.beginPath();
    pen2.moveTo(half - 3, half);
    pen2.lineTo(half + 3, half);
    if (kind2 === "gained") {
      pen2.moveTo(half, half - 3);
      pen2.lineTo(half, half + 3);
    }
    pen2.stroke();
  }
  function tile(track, kind2, dpr) {
    const { style } = track;
    const size = kind2 ? 12 : style.unclear ? 2 * TILE : TILE;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.round(size * dpr);
    const pen2 = penOf(canvas);
    pen2.scale(canvas.width / size, canvas.height / size);
    pen2.fillStyle = kind2 === "lost" ? themeColour("--paper") : themeColour(style.hue);
    pen2.globalAlpha = kind2 ? WASH[kind2] : style.unclear ? 0.05 : 0.13;
    pen2.fillRect(0, 0, size, size);
    pen2.globalAlpha = kind2 ? 1 : 0.5;
    pen2.strokeStyle = themeColour(style.hue);
    pen2.lineWidth = 1;
    if (kind2) sign(pen2, size, kind2);
    else mark(pen2, size, style);
    return { canvas, size };
  }
  function patternOf(pen2, track, kind2, dpr) {
    const { canvas, size } = tile(track, kind2, dpr);
    const pattern = pen2.createPattern(canvas, "repeat");
    if (pattern === null) throw new TypeError("a tile without a pixel makes no pattern");
    return { pattern, size, scale: size / canvas.width };
  }
  var frontFill = (pen2, track, kind2, { dpr, x, y }) => {
    const key2 = `${track.id} ${kind2} ${dpr}`;
    const made = tiles.get(key2) ?? patternOf(pen2, track, kind2, dpr);
    tiles.set(key2, made);
    const { pattern, size, scale } = made;
    pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, x % size, y % size]));
    return pattern;
  };
  var frontStroke = (pen2, path, track, { old, lit }) => {
    const { hue, line: line2, unclear } = track.style;
    const { dash, thin } = AGE_LOOK[old];
    const strong = (unclear ? 1.1 : 2) * thin + (lit ? 1.2 : 0);
    const stroke2 = (width2, name, pattern = dash) => {
      pen2.lineWidth = width2;
      pen2.strokeStyle = themeColour(name);
      pen2.setLineDash(pattern);
      pen2.stroke(path);
    };
    pen2.lineJoin = "round";
    pen2.lineCap = "butt";
    if (line2 === "double") {
      stroke2(strong + (unclear ? 1.8 : 2.6), hue);
      stroke2(unclear ? 1.2 : 1.8, "--paper", []);
    } else {
      stroke2(line2 === "beaded" ? 1 + (lit ? 1 : 0) : strong, hue);
    }
    if (line2 !== "beaded") return;
    pen2.lineCap = "round";
    stroke2(strong + 2.4, hue, [0, old === "fresh" ? 9 : 14]);
  };
  var frontKey = (track, as = {}) => {
    const canvas = el("canvas", { class: "key front-key", width: 60, height: 32, "aria-hidden": "true" });
    const draw4 = () => {
      const pen2 = penOf(canvas);
      pen2.setTransform(2, 0, 0, 2, 0, 0);
      pen2.clearRect(0, 0, 30, 16);
      const path = new Path2D();
      path.rect(3, 3, 24, 10);
      const old = as.age ?? "fresh";
      pen2.globalAlpha = AGE_LOOK[old].alpha;
      pen2.fillStyle = frontFill(pen2, track, as.kind ?? "", { dpr: 2, x: 0, y: 0 });
      if (AGE_LOOK[old].filled) pen2.fill(path);
      if (as.kind) differenceStroke(pen2, path, track, as.kind);
      else frontStroke(pen2, path, track, { old, lit: false });
    };
    draw4();
    onTheme(draw4);
    return canvas;
  };
  var differenceStroke = (pen2, path, track, kind2) => {
    pen2.lineWidth = 1.2;
    pen2.strokeStyle = themeColour(track.style.hue);
    pen2.setLineDash(kind2 === "lost" ? [3, 3] : []);
    pen2.stroke(path);
  };
  onTheme(() => {
    tiles = /* @__PURE__ */ new Map();
  });

  // geo/webmap/js/data/series.js
  var VERSION = 1;
  var PRECISION = 1e5;
  var canInflate = () => typeof DecompressionStream === "function";
  var bytesOf = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  async function inflate(bytes) {
    const stream = new Blob([
      /** @type {Uint8Array<ArrayBuffer>} */
      bytes
    ]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  function numbersOf(bytes) {
    let count = 0;
    for (const byte of bytes) if (byte < 128) count += 1;
    const numbers = new Float64Array(count);
    let at2 = 0;
    let value = 0;
    let place4 = 1;
    for (const byte of bytes) {
      value += (byte & 127) * place4;
      place4 *= 128;
      if (byte >= 128) continue;
      numbers[at2] = value;
      at2 += 1;
      value = 0;
      place4 = 1;
    }
    if (place4 !== 1) throw new RangeError("the series ends within a number");
    return numbers;
  }
  var unzigzag = (n) => n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  function summed2(numbers, from, count) {
    const found2 = new Int32Array(count);
    let value = 0;
    for (let i = 0; i < count; i += 1) {
      value += unzigzag(numbers[from + i]);
      found2[i] = value;
    }
    return found2;
  }
  function spellingsOf(numbers, count) {
    const table = [];
    let at2 = 5;
    for (let i = 0; i < count; i += 1) {
      const spans = [];
      let end = 0;
      const last = at2 + 1 + 2 * numbers[at2];
      for (at2 += 1; at2 < last; at2 += 2) {
        const low = end + numbers[at2];
        end = low + numbers[at2 + 1];
        spans.push([low, end]);
      }
      table.push(spans);
    }
    return { table, at: at2 };
  }
  function endsOf({ arcs, x, y, starts, tags }) {
    const numbers = /* @__PURE__ */ new Map();
    const numberOf = (point2, tag) => {
      const key2 = `${x[point2]} ${y[point2]} ${tag}`;
      const number = numbers.get(key2) ?? numbers.size;
      numbers.set(key2, number);
      return number;
    };
    const first2 = new Int32Array(arcs);
    const last = new Int32Array(arcs);
    for (let arc = 0; arc < arcs; arc += 1) {
      first2[arc] = numberOf(starts[arc], tags[2 * arc]);
      last[arc] = numberOf(starts[arc + 1] - 1, tags[2 * arc + 1]);
    }
    return { first: first2, last, places: numbers.size };
  }
  function read(bytes) {
    const numbers = numbersOf(bytes);
    const [version, precision, count, arcs, spellings] = numbers;
    if (version !== VERSION || precision !== PRECISION) {
      throw new RangeError(`the series has version ${version} and precision ${precision}`);
    }
    const { table, at: lengths } = spellingsOf(numbers, spellings);
    let at2 = lengths;
    const starts = new Int32Array(arcs + 1);
    for (let arc2 = 0; arc2 < arcs; arc2 += 1) starts[arc2 + 1] = starts[arc2] + numbers[at2 + arc2];
    const spans = Array.from({ length: arcs }, (_, arc2) => table[numbers[at2 + arcs + arc2]]);
    at2 += 2 * arcs;
    const total = starts[arcs];
    const x = summed2(numbers, at2, total);
    const y = summed2(numbers, at2 + total, total);
    at2 += 2 * total;
    const tags = new Int32Array(2 * arcs);
    let arc = 0;
    for (let i = at2 + 1; i < at2 + 1 + 3 * numbers[at2]; i += 3) {
      arc += numbers[i];
      tags[2 * arc] = numbers[i + 1];
      tags[2 * arc + 1] = numbers[i + 2];
    }
    return { count, arcs, x, y, starts, spans, ...endsOf({ arcs, x, y, starts, tags }) };
  }
  var readSeries = async (text) => read(await inflate(bytesOf(text)));
  var arcsIn = (series, index) => {
    const found2 = [];
    for (let arc = 0; arc < series.arcs; arc += 1) {
      for (const [low, high] of series.spans[arc]) {
        if (low > index) break;
        if (index <= high) {
          found2.push(arc);
          break;
        }
      }
    }
    return found2;
  };
  var ringsIn = (series, index) => {
    const inEffect2 = arcsIn(series, index);
    const leaving = new Int32Array(series.places).fill(-1);
    for (const arc of inEffect2) leaving[series.first[arc]] = arc;
    const rings = [];
    for (const start2 of inEffect2) {
      let arc = start2;
      const ring2 = [];
      while (leaving[series.first[arc]] === arc) {
        leaving[series.first[arc]] = -1;
        ring2.push(arc);
        if (series.last[arc] === series.first[start2]) break;
        arc = leaving[series.last[arc]];
        if (arc === -1) throw new RangeError(`snapshot ${index} has an outline that does not close`);
      }
      if (ring2.length > 0) rings.push(ring2);
    }
    return rings;
  };

  // geo/webmap/js/data/difference.js
  var KEPT = 8;
  var A_M = 6378137;
  var E = Math.sqrt(0.00669437999014);
  function differingEdges(series, before, after) {
    const [old, now] = [new Set(arcsIn(series, before)), new Set(arcsIn(series, after))];
    const net = /* @__PURE__ */ new Map();
    const add = (arc, sign2) => {
      for (let i = series.starts[arc]; i < series.starts[arc + 1] - 1; i += 1) {
        const edge = [series.x[i], series.y[i], series.x[i + 1], series.y[i + 1]];
        const forward = edge[0] < edge[2] || edge[0] === edge[2] && edge[1] < edge[3];
        const way = forward ? edge : [edge[2], edge[3], edge[0], edge[1]];
        const key2 = way.join(" ");
        const found2 = net.get(key2) ?? { way, count: 0 };
        found2.count += forward ? sign2 : -sign2;
        net.set(key2, found2);
      }
    };
    for (const arc of now) if (!old.has(arc)) add(arc, 1);
    for (const arc of old) if (!now.has(arc)) add(arc, -1);
    const edges2 = [];
    for (const { way, count } of net.values()) {
      const edge = count > 0 ? way : [way[2], way[3], way[0], way[1]];
      for (let n = Math.abs(count); n > 0; n -= 1) edges2.push(edge);
    }
    return edges2;
  }
  function walksOf(edges2) {
    const leaving = /* @__PURE__ */ new Map();
    for (const edge of edges2) {
      const key2 = `${edge[0]} ${edge[1]}`;
      const there = leaving.get(key2) ?? [];
      there.push(edge);
      leaving.set(key2, there);
    }
    const walks = [];
    for (const waiting3 of leaving.values()) {
      while (waiting3.length > 0) {
        const walk = [];
        let next = waiting3;
        while (next && next.length > 0) {
          const [x, y, toX, toY] = (
            /** @type {Edge} */
            next.pop()
          );
          walk.push(x / 36e6 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + y * Math.PI / 36e6)) / (2 * Math.PI));
          next = leaving.get(`${toX} ${toY}`);
        }
        walks.push(walk);
      }
    }
    return walks;
  }
  function differenceOf(series, before, after) {
    series.differences ??= /* @__PURE__ */ new Map();
    const key2 = `${before} ${after}`;
    const kept2 = series.differences.get(key2);
    if (kept2) return kept2;
    const edges2 = differingEdges(series, before, after);
    const found2 = { edges: edges2, walks: walksOf(edges2) };
    series.differences.set(key2, found2);
    if (series.differences.size > KEPT) series.differences.delete([...series.differences.keys()][0]);
    return found2;
  }
  var pathOfWalks = (walks, { scale, x, y }) => {
    const path = new Path2D();
    for (const walk of walks) {
      path.moveTo(walk[0] * scale - x, walk[1] * scale - y);
      for (let i = 2; i < walk.length; i += 2) path.lineTo(walk[i] * scale - x, walk[i + 1] * scale - y);
      path.closePath();
    }
    return path;
  };
  function level(x, y) {
    const sine = Math.sin(y * Math.PI / 18e6);
    const q = (1 - E * E) / 2 * (sine / (1 - E * E * sine * sine) + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E));
    return [A_M * x * Math.PI / 18e6, A_M * q];
  }
  function risingEdges(edges2) {
    const rising = [];
    for (const [x1, y1, x2, y2] of edges2) {
      if (y1 === y2) continue;
      const [from, to] = [level(x1, y1), level(x2, y2)];
      const [low, high, way] = from[1] < to[1] ? [from, to, 1] : [to, from, -1];
      rising.push({ x: low[0], y: low[1], top: high[1], slope: (high[0] - low[0]) / (high[1] - low[1]), way });
    }
    return rising.sort((a, b) => a.y - b.y);
  }
  var at = (edge, y) => edge.x + (y - edge.y) * edge.slope;
  function heightsOf(rising) {
    const heights = [];
    for (let i = 0; i < rising.length; i += 1) {
      const a = rising[i];
      heights.push(a.y, a.top);
      for (let j = i + 1; j < rising.length && rising[j].y < a.top; j += 1) {
        const b = rising[j];
        const [low, high] = [b.y, Math.min(a.top, b.top)];
        const [before, after] = [at(a, low) - at(b, low), at(a, high) - at(b, high)];
        if (before * after < 0) heights.push(low + (high - low) * before / (before - after));
      }
    }
    return heights.sort((a, b) => a - b);
  }
  function slab(active, low, high, sums) {
    const middle2 = (low + high) / 2;
    const crossed = active.map((edge) => [at(edge, middle2), edge.way]).sort((a, b) => a[0] - b[0]);
    let winding = 0;
    for (let i = 0; i < crossed.length - 1; i += 1) {
      winding -= crossed[i][1];
      const area = (crossed[i + 1][0] - crossed[i][0]) * (high - low);
      if (winding > 0) sums[0] += area;
      if (winding < 0) sums[1] += area;
    }
  }
  var areasOf = (edges2) => {
    const rising = risingEdges(edges2);
    const heights = heightsOf(rising);
    const sums = [0, 0];
    let active = [];
    let next = 0;
    for (let i = 0; i < heights.length - 1; i += 1) {
      const [low, high] = [heights[i], heights[i + 1]];
      if (high - low < 1e-9) continue;
      active = active.filter((edge) => edge.top > low);
      for (; next < rising.length && rising[next].y <= low; next += 1) {
        if (rising[next].top > low) active.push(rising[next]);
      }
      if (active.length > 0) slab(active, low, high, sums);
    }
    return { gained: sums[0] / 1e6, lost: sums[1] / 1e6 };
  };

  // geo/webmap/js/data/comparison.js
  var comparedDays = ({ date, compare }) => compare === null ? null : [Math.min(date, compare), Math.max(date, compare)];
  function comparedEnds(track) {
    const days2 = comparedDays(store.state);
    if (days2 === null) return null;
    return endsOfDifference(track, { first: days2[0], last: days2[1], known: store.state.known }, iso);
  }
  function comparedDifference(track) {
    const ends = comparedEnds(track);
    if (!ends || ends.why !== void 0 || !track.series) return null;
    return differenceOf(track.series, ends.before, ends.after);
  }
  function comparedWords(track) {
    const areas = comparedDifference(track)?.areas;
    const days2 = comparedDays(store.state);
    if (!areas || !days2) return "";
    const words = `gained ${formatMeasure(areas.gained, "km²", 2)}, lost ${formatMeasure(areas.lost, "km²", 2)}`;
    return `${words}, ${mediumDate(days2[0])} to ${mediumDate(days2[1])}`;
  }

  // geo/webmap/js/layers/fronts_paths.js
  var KEPT2 = 24;
  var MIN_STEP_PX = 0.7;
  var projectSeries = (series) => {
    const { x, y, starts, arcs } = series;
    const u = new Float64Array(x.length);
    const v = new Float64Array(x.length);
    for (let i = 0; i < x.length; i += 1) {
      u[i] = x[i] / 36e6 + 0.5;
      v[i] = 0.5 - Math.log(Math.tan(Math.PI / 4 + y[i] * Math.PI / 36e6)) / (2 * Math.PI);
    }
    const boxes2 = new Float64Array(4 * arcs);
    for (let arc = 0; arc < arcs; arc += 1) {
      const box4 = [1, 1, 0, 0];
      for (let i = starts[arc]; i < starts[arc + 1]; i += 1) {
        box4[0] = Math.min(box4[0], u[i]);
        box4[1] = Math.min(box4[1], v[i]);
        box4[2] = Math.max(box4[2], u[i]);
        box4[3] = Math.max(box4[3], v[i]);
      }
      boxes2.set(box4, 4 * arc);
    }
    return Object.assign(series, { u, v, boxes: boxes2, kept: /* @__PURE__ */ new Map() });
  };
  function beside({ boxes: boxes2 }, arc, { scale, x, y, w, h }) {
    const at2 = 4 * arc;
    const margin = 8;
    return boxes2[at2 + 2] * scale - x < -margin || boxes2[at2] * scale - x > w + margin || boxes2[at2 + 3] * scale - y < -margin || boxes2[at2 + 1] * scale - y > h + margin;
  }
  function follow(path, series, arc, frame2, backwards = false) {
    const { u, v, starts } = series;
    const { scale, x, y } = frame2;
    const step2 = backwards ? -1 : 1;
    const [from, to] = backwards ? [starts[arc + 1] - 1, starts[arc]] : [starts[arc], starts[arc + 1] - 1];
    let [lastX, lastY] = [u[from] * scale - x, v[from] * scale - y];
    if (!beside(series, arc, frame2)) {
      for (let i = from + step2; i !== to; i += step2) {
        const px = u[i] * scale - x;
        const py = v[i] * scale - y;
        if (Math.abs(px - lastX) + Math.abs(py - lastY) < MIN_STEP_PX) continue;
        path.lineTo(px, py);
        lastX = px;
        lastY = py;
      }
    }
    path.lineTo(u[to] * scale - x, v[to] * scale - y);
  }
  function outline(series, index, frame2) {
    const path = new Path2D();
    for (const ring2 of ringsIn(series, index)) {
      const start2 = series.starts[ring2[0]];
      path.moveTo(series.u[start2] * frame2.scale - frame2.x, series.v[start2] * frame2.scale - frame2.y);
      for (const arc of ring2) follow(path, series, arc, frame2);
      path.closePath();
    }
    return path;
  }
  var outlineOf = (series, index, frame2) => {
    const { kept: kept2 } = series;
    if (series.keptFor !== frame2.key) {
      kept2.clear();
      series.keptFor = frame2.key;
    }
    let path = kept2.get(index);
    kept2.delete(index);
    if (!path) path = outline(series, index, frame2);
    kept2.set(index, path);
    if (kept2.size > KEPT2) kept2.delete([...kept2.keys()][0]);
    return path;
  };
  var holdsPoint = (series, index, lon, lat) => {
    const { x, y, starts } = series;
    const [px, py] = [lon * 1e5, lat * 1e5];
    let winding = 0;
    for (const arc of arcsIn(series, index)) {
      for (let i = starts[arc]; i < starts[arc + 1] - 1; i += 1) {
        const up = y[i] <= py && y[i + 1] > py;
        const down = y[i] > py && y[i + 1] <= py;
        if (!up && !down) continue;
        const left = (x[i + 1] - x[i]) * (py - y[i]) - (px - x[i]) * (y[i + 1] - y[i]);
        if (up && left > 0) winding += 1;
        if (down && left < 0) winding -= 1;
      }
    }
    return winding > 0;
  };

  // geo/webmap/js/layers/fronts.js
  var PADDING = 0.12;
  var trouble = "";
  var frontsShown = (state, view) => state.layers.has("fronts") ? [...view.fronts.values()].filter(({ track }) => !state.hiddenFronts.has(track.id)) : [];
  var isKnown = (on) => on.index !== null;
  var isDrawable = (on) => on.track.series !== null && isKnown(on);
  var drawable = () => frontsShown(store.state, store.view).filter(isDrawable);
  var pinned = (frame2) => ({ dpr: frame2.dpr, x: -frame2.x, y: -frame2.y });
  function drawFront(pen2, { track, index, old }, frame2, lit) {
    const path = outlineOf(track.series, index, frame2);
    const own = lit.has(`front:${track.id}`);
    pen2.globalAlpha = AGE_LOOK[old].alpha;
    if (AGE_LOOK[old].filled) {
      pen2.fillStyle = frontFill(pen2, track, "", pinned(frame2));
      pen2.fill(path);
    }
    frontStroke(pen2, path, track, { old, lit: own });
    pen2.globalAlpha = 1;
  }
  function drawDifference(pen2, { track }, frame2) {
    const ends = comparedEnds(track);
    if (!ends || ends.why !== void 0) return;
    const { walks } = differenceOf(track.series, ends.before, ends.after);
    const path = pathOfWalks(walks, frame2);
    const kinds = [
      ["gained", ends.after],
      ["lost", ends.before]
    ];
    for (const [kind2, index] of kinds) {
      pen2.save();
      pen2.clip(outlineOf(track.series, index, frame2));
      pen2.fillStyle = frontFill(pen2, track, kind2, pinned(frame2));
      pen2.fill(path);
      differenceStroke(pen2, path, track, kind2);
      pen2.restore();
    }
  }
  var Fronts = class extends CanvasLayer {
    shown = "";
    /** Paint the state, unless that is what the canvas shows. */
    paint() {
      const frame2 = this.frame();
      if (!frame2) return;
      const found2 = drawable();
      const lit = highlighted();
      const drawn2 = found2.map(({ track, index, old }) => [track.id, index, old, lit.has(`front:${track.id}`)]);
      const wanted = JSON.stringify([frame2.key, store.state.compare, drawn2]);
      if (wanted === this.shown) return;
      this.shown = wanted;
      this.wipe(frame2);
      for (const on of found2) drawFront(this.pen, on, frame2, lit);
      for (const on of found2) drawDifference(this.pen, on, frame2);
    }
    /** Forget the picture, as after a move or a change of theme. */
    refresh() {
      this.shown = "";
      this.paint();
    }
  };
  var frontsLayer = new Fronts({ pane: "s-fronts", padding: PADDING, name: "fronts" });
  frontsLayer.addTo(map);
  onPaint(() => frontsLayer.paint());
  onTheme(() => frontsLayer.refresh());
  var frontsTrouble = () => trouble;
  async function loadFronts() {
    if (!canInflate() && tracks.size > 0) {
      trouble = "This browser is too old to unpack the fronts; their figures are complete, the map shows none of them.";
      paint();
      return;
    }
    for (const track of tracks.values()) {
      try {
        track.series = projectSeries(await readSeries(track.series64));
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof TypeError || error instanceof DOMException)) throw error;
        trouble = `The front of ${track.mapper} can't be unpacked (${error.message}).`;
      }
      paint();
    }
  }
  var frontsAt = ({ lat, lng }) => drawable().filter(({ track, index }) => holdsPoint(track.series, index, lng, lat)).reverse();

  // geo/webmap/js/layers/front_words.js
  var noted = (what, value) => value ? `${value} ${what}` : "";
  var frontFigures = ({ track, index }) => {
    const figure = (name) => track.figure(name, index);
    const area = formatMeasure(figure("depth") === null ? figure("area") : figure("target"), "km²");
    return [
      area,
      noted("deep", formatMeasure(figure("depth"), "km")),
      noted("wide", formatMeasure(figure("chord"), "km"))
    ].filter(Boolean).join(" · ");
  };
  function linesOf(on) {
    const { track, index } = on;
    const differs = comparedWords(track);
    return [`drawn for ${mediumDate(track.about[index])}, ${frontStateWords(on)}`, frontFigures(on), differs];
  }
  var describeFronts = (under) => {
    const [first2, ...rest] = under;
    const others = rest.flatMap((on) => [`also ${on.track.title}`, ...linesOf(on)]);
    return { title: first2.track.title, sub: "drawn by a mapper, measured here", lines: [...linesOf(first2), ...others] };
  };
  var frontLabel = ({ track, age, old }) => [track.title, age > 0 ? `${counted(age, "day")} old` : "", old === "doubtful" ? "doubtful" : ""].filter(Boolean).join(", ");

  // geo/webmap/js/layers/front_labels.js
  var SPOTS = 12;
  var labels2 = [...tracks.values()].map((track) => {
    const label = addLabel({ ats: [], text: track.title, rank: 850, style: "zone", anchor: "center" });
    label.node.classList.add("label-front");
    label.node.style.setProperty("--hue", `var(${track.style.hue})`);
    const item3 = { track, label, wanted: "", near: null };
    return item3;
  });
  function spotsOf(series, index) {
    const bounds = map.getBounds();
    const inset = 0.15 * (bounds.getEast() - bounds.getWest());
    const [west2, east2, south2, north2] = [
      bounds.getWest() + inset,
      bounds.getEast() - inset,
      bounds.getSouth(),
      bounds.getNorth()
    ].map((deg) => deg * 1e5);
    const found2 = [];
    for (const arc of arcsIn(series, index)) {
      for (let i = series.starts[arc]; i < series.starts[arc + 1]; i += 1) {
        if (series.x[i] > west2 && series.x[i] < east2 && series.y[i] > south2 && series.y[i] < north2) found2.push(i);
      }
    }
    const step2 = Math.max(1, Math.floor(found2.length / SPOTS));
    return found2.filter((_, i) => i % step2 === 0).slice(0, SPOTS).map((i) => (
      /** @type {Point} */
      [series.y[i] / 1e5, series.x[i] / 1e5]
    ));
  }
  function place2(item3, { track, index }) {
    const wanted = `${index} ${map.getBounds().toBBoxString()}`;
    if (item3.wanted === wanted) return;
    item3.wanted = wanted;
    const spots = spotsOf(track.series, index);
    const { near } = item3;
    if (near) {
      const far = ([lat, lon]) => (lat - near[0]) ** 2 + (0.6 * (lon - near[1])) ** 2;
      spots.sort((a, b) => far(a) - far(b));
    }
    item3.near = spots[0] ?? near;
    item3.label.ats = spots;
  }
  function write() {
    const shown5 = new Map(drawable().map((on) => [on.track.id, on]));
    for (const item3 of labels2) {
      const on = shown5.get(item3.track.id);
      if (on) place2(item3, on);
      setLabel(item3.label, on !== void 0 && (item3.label.ats?.length ?? 0) > 0, on ? frontLabel(on) : "");
    }
  }
  onPaint(write);
  map.on("moveend", write);

  // geo/webmap/js/layers/zones.js
  function describe(zone) {
    const found2 = store.view.zones.get(zone.id);
    const extent = zone.extent === "approximate" ? "extent approximate, derived by us" : "official extent";
    if (!found2) return { title: zone.name, lines: [extent] };
    const scope = found2.scope === "part" ? " for a part of it" : "";
    const words = found2.words.map((w) => `${w.who}: ${ORDER_WORDS[w.kind]}, from ${mediumDate(w.about)}`);
    return {
      title: zone.name,
      lines: [
        ORDER_WORDS[found2.kind] + scope,
        ...words.slice(0, 3),
        found2.conflicting ? "disputed: another word knows of no order" : "",
        extent
      ]
    };
  }
  function build(zone, shape) {
    const polygon = L.polygon(
      shape.map((rings) => rings.map(latLngs)),
      pathOptions("zones", `off zone ${zone.extent === "approximate" ? "zone-approximate" : ""}`, true)
    ).addTo(map);
    listen(polygon, `zone:${zone.id}`, () => describe(zone), `Evacuation zone ${zone.name}`);
    const label = addLabel({ at: polygon.getCenter(), text: zone.name, rank: 100, style: "zone", anchor: "center" });
    return { zone, polygon, label };
  }
  var built = payload.zones.flatMap((zone) => zone.shape ? [build(zone, zone.shape)] : []);
  var zonesShown = (view) => [...view.zones.keys()].filter((id) => zones.get(id)?.shape).length;
  onPaint((state, view) => {
    const lit = highlighted();
    for (const { zone, polygon, label } of built) {
      const found2 = state.layers.has("zones") ? view.zones.get(zone.id) : void 0;
      const name = `zone:${zone.id}`;
      showPath(polygon, Boolean(found2), { lit: lit.has(name), dim: false });
      if (found2) markPath(polygon, "order", `${found2.kind}-${found2.scope}`);
      setLabel(label, Boolean(found2), zone.name);
    }
  });

  // geo/webmap/js/layers/advances.js
  var BANDS = (
    /** @type {[Band, string][]} */
    Object.entries(BAND_WORDS).reverse().map(([band, words]) => [band, `${band} band${words ? `: ${words}` : ""}`])
  );
  function describe2(advance, band) {
    const drawn2 = store.view.advances.get(advance.id);
    const age = drawn2 ? ageWords(drawn2.age) : "";
    const who = `${advance.who} · ${SIDE_WORDS[advance.side]} · about ${mediumDate(advance.about)}`;
    return { title: advanceTitle(advance), lines: [who, cautionOf(advance), band, "a reconstruction, not control", age] };
  }
  var spoken = (advance) => `Claimed advance, ${advanceTitle(advance)}, by ${advance.who}`;
  function buildBands(advance, name) {
    return BANDS.flatMap(([band, words]) => {
      const shape = advance[band];
      if (!shape) return [];
      const rings = shape.map((polygon2) => polygon2.map(latLngs));
      const polygon = L.polygon(rings, pathOptions("bands", `off band band-${band}`, true)).addTo(map);
      listen(polygon, name, () => describe2(advance, words), band === "outer" ? spoken(advance) : "");
      return [polygon];
    });
  }
  function buildDepthLine(advance, name) {
    if (!advance.depthLine) return [];
    const line2 = groundLine(advance.depthLine, `off reach ${advance.outer ? "" : "reach-alone"}`, "reach").addTo(map);
    const halo = L.polyline(advance.depthLine.map(latLngs), {
      ...pathOptions("reach", "off reach-halo", true),
      fill: false
    }).addTo(map);
    listen(
      halo,
      name,
      () => describe2(advance, "line at the claimed distance from the border"),
      advance.outer ? "" : spoken(advance)
    );
    return [line2, halo];
  }
  var sectionOf = (advance) => payload.sections[advance.section] ?? [];
  function build2(advance) {
    const name = `advance:${advance.id}`;
    const bands = buildBands(advance, name);
    const depthLine = buildDepthLine(advance, name);
    const section2 = groundLine(sectionOf(advance), `off stretch ${advance.width ? "" : "stretch-alone"}`, "border").addTo(
      map
    );
    return { advance, name, bands, depthLine, section: section2, label: addLabel(labelOf(advance)) };
  }
  var sampled = (line2, n) => Array.from({ length: n }, (_, i) => line2[Math.floor(i * (line2.length - 1) / (n - 1))]);
  function farthest(advance) {
    const border = sampled(sectionOf(advance).flatMap(latLngs), 24);
    const away = (p) => Math.min(...border.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
    const edge = (advance.outer ?? []).map((rings) => rings[0]).flatMap(latLngs);
    return sampled(edge, 48).sort((p, q) => away(q) - away(p)).slice(0, 20);
  }
  function labelOf(advance) {
    const line2 = advance.depthLine?.flatMap(latLngs);
    const ats = line2 ? [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92].map((share2) => line2[Math.floor(share2 * (line2.length - 1))]) : farthest(advance);
    return { ats, text: advanceLabel(advance, 0), rank: advance.width ? 950 : 900, style: "claim", anchor: "center" };
  }
  var built2 = [...payload.advances].sort((a, b) => a.about - b.about).map(build2);
  onPaint((state, view) => {
    const lit = highlighted();
    const on = state.layers.has("advances");
    for (const { advance, name, bands, depthLine, section: section2, label } of built2) {
      const drawn2 = view.advances.get(advance.id);
      const flags = { carried: Boolean(drawn2 && drawn2.age > 0), lit: lit.has(name), dim: lit.size > 0 && !lit.has(name) };
      for (const shape of bands) showPath(shape, Boolean(on && drawn2), flags);
      for (const shape of depthLine) {
        if (drawn2) elementOf(shape).style.setProperty("--age", String(drawn2.age));
        showPath(shape, Boolean(on && drawn2?.depthLine), flags);
      }
      showPath(section2, Boolean(state.layers.has("stretches") && drawn2), flags);
      setLabel(label, Boolean(on && drawn2), drawn2 ? advanceLabel(advance, drawn2.age) : "");
    }
  });

  // geo/webmap/js/layers/place_crowds.js
  var RADIUS_PX = 14;
  var RING_PX = 3;
  var HALF_PX = RADIUS_PX + 2;
  var SIDES = ["ukraine", "russia", "independent"];
  var family2 = getComputedStyle(document.body).fontFamily;
  var MOST_FACES = 600;
  var targets = /* @__PURE__ */ new Map();
  var spare = [];
  var faces = /* @__PURE__ */ new Map();
  var crowds = /* @__PURE__ */ new Map();
  var zoom;
  var TargetIcon = class extends L.Icon {
    constructor() {
      super(
        /** @type {any} */
        { iconSize: [2 * RADIUS_PX, 2 * RADIUS_PX], className: "crowd" }
      );
    }
    createIcon() {
      const icon = el("div", {});
      this._setIconStyles(icon, "icon");
      return icon;
    }
    /** A mark throws none. @returns {any} */
    createShadow() {
      return null;
    }
  };
  var faceOf = ({ count, disputed, sides: sides2 }) => `${count} ${disputed} ${SIDES.map((side) => sides2[side] ?? 0)}`;
  function describe3({ count, disputed, sides: sides2 }) {
    const lines = SIDES.filter((side) => sides2[side]).map(
      (side) => `latest word · ${SIDE_WORDS[side]}: ${formatNumber(sides2[side] ?? 0)}`
    );
    return { title: counted(count, "place"), lines: [...lines, disputed ? "some disputed" : "", "click to go closer"] };
  }
  var Crowds = class extends CanvasLayer {
    /** @type {Map<string, {x: number, y: number, face: string}>} */
    painted = /* @__PURE__ */ new Map();
    key = "";
    /** Paint the crowds whose face has changed, and wipe those that are gone. */
    paint() {
      const frame2 = this.frame();
      if (!frame2) return;
      if (frame2.key !== this.key) this.refresh();
      for (const [key2, { x, y, face }] of this.painted) {
        const crowd = crowds.get(key2);
        if (crowd && face === faceOf(crowd)) continue;
        this.pen.clearRect(x - HALF_PX, y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        this.painted.delete(key2);
      }
      for (const [key2, crowd] of crowds) {
        if (this.painted.has(key2)) continue;
        const at2 = { x: crowd.at.x - frame2.x, y: crowd.at.y - frame2.y, face: faceOf(crowd) };
        this.pen.drawImage(pictureOf(crowd, frame2.dpr), at2.x - HALF_PX, at2.y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        this.painted.set(key2, at2);
      }
    }
    /** Forget what is painted, as after a move or a change of theme. */
    refresh() {
      const frame2 = this.frame();
      if (!frame2) return;
      this.key = frame2.key;
      this.painted = /* @__PURE__ */ new Map();
      faces.clear();
      this.wipe(frame2);
      if (zoom === this._map.getZoom()) this.paint();
    }
  };
  function pictureOf(crowd, dpr) {
    const face = `${faceOf(crowd)} ${dpr}`;
    const kept2 = faces.get(face);
    if (kept2) return kept2;
    if (faces.size >= MOST_FACES) faces.clear();
    const drawn2 = picture(crowd, dpr);
    faces.set(face, drawn2);
    return drawn2;
  }
  function picture(crowd, dpr) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.round(2 * HALF_PX * dpr);
    const pen2 = penOf(canvas);
    pen2.scale(canvas.width / (2 * HALF_PX), canvas.height / (2 * HALF_PX));
    pen2.translate(HALF_PX, HALF_PX);
    disc(pen2, crowd);
    return canvas;
  }
  function disc(pen2, { count, disputed, sides: sides2 }) {
    pen2.beginPath();
    pen2.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
    pen2.fillStyle = themeColour("--sheet");
    pen2.fill();
    ring(pen2, sides2);
    pen2.beginPath();
    pen2.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
    pen2.lineWidth = disputed ? 1.6 : 1;
    pen2.strokeStyle = themeColour("--disputed");
    pen2.setLineDash(disputed ? [2.5, 2] : []);
    pen2.stroke();
    pen2.fillStyle = themeColour("--ink");
    pen2.font = `650 ${count < 1e3 ? 11 : 9}px ${family2}`;
    pen2.textAlign = "center";
    pen2.textBaseline = "middle";
    pen2.fillText(formatNumber(count), 0, 0.5);
  }
  function ring(pen2, sides2) {
    const all = SIDES.reduce((sum, side) => sum + (sides2[side] ?? 0), 0);
    let from = -Math.PI / 2;
    pen2.lineWidth = RING_PX;
    pen2.setLineDash([]);
    for (const side of SIDES.filter((name) => sides2[name])) {
      const until = from + 2 * Math.PI * (sides2[side] ?? 0) / all;
      pen2.beginPath();
      pen2.arc(0, 0, RADIUS_PX - RING_PX / 2 - 0.5, from, until);
      pen2.strokeStyle = themeColour(`--${side}`);
      pen2.stroke();
      from = until;
    }
  }
  function makeTarget() {
    const marker = new PlaneMarker([0, 0], {
      pane: "s-places",
      icon: new TargetIcon(),
      keyboard: true,
      bubblingMouseEvents: false
    });
    const target = { marker, crowd: null, count: 0 };
    marker.on("click", () => map.setView(marker.getLatLng(), map.getZoom() + 1.5));
    marker.on("mouseover", (event) => {
      if (target.crowd) tooltip.show(describe3(target.crowd), event.originalEvent);
    });
    marker.on("mousemove", (event) => tooltip.move(event.originalEvent));
    marker.on("mouseout", () => tooltip.hide());
    return target;
  }
  function putTargets() {
    for (const [key2, target] of targets) {
      if (crowds.has(key2)) continue;
      target.marker.remove();
      spare.push(target);
      targets.delete(key2);
    }
    for (const [key2, crowd] of crowds) {
      let target = targets.get(key2);
      if (!target) {
        target = spare.pop() ?? makeTarget();
        target.marker.setLatLng(map.unproject(crowd.at, zoom)).addTo(map);
        target.count = 0;
        targets.set(key2, target);
      }
      if (target.count !== crowd.count) {
        elementOf(target.marker).setAttribute("aria-label", `${counted(crowd.count, "place")} here; go closer`);
      }
      Object.assign(target, { crowd, count: crowd.count });
    }
  }
  function crowdKey() {
    const holder4 = el("span", { class: "crowd-key", "aria-hidden": "true" });
    const draw4 = () => holder4.replaceChildren(
      picture({ count: 12, disputed: false, sides: { ukraine: 6, russia: 4, independent: 2 } }, 2)
    );
    draw4();
    onTheme(draw4);
    return holder4;
  }
  var layer = new Crowds({ pane: "s-places", padding: 0.15, name: "crowds" });
  layer.addTo(map);
  onTheme(() => layer.refresh());
  function showCrowds(wanted) {
    zoom = map.getZoom();
    crowds = new Map(wanted.map((crowd) => [`${crowd.spot.x} ${crowd.spot.y} ${zoom}`, crowd]));
    putTargets();
    layer.paint();
    keepClear(
      wanted.map(({ at: at2 }) => at2),
      RADIUS_PX
    );
  }

  // geo/webmap/js/layers/place_marks.js
  var PlaceIcon = class extends L.Icon {
    /** @param {string} label */
    constructor(label) {
      super(
        /** @type {any} */
        { iconSize: [24, 24], className: "place off" }
      );
      this.label = label;
      this.use = svg("use", { href: "#sym-claimed" });
    }
    createIcon() {
      const icon = el("div", { "aria-label": this.label });
      icon.append(
        svg(
          "svg",
          { viewBox: "-12 -12 24 24", "aria-hidden": "true" },
          svg("circle", { class: "ring", r: 10 }),
          this.use
        )
      );
      this._setIconStyles(icon, "icon");
      return icon;
    }
    /** A mark throws none. @returns {any} */
    createShadow() {
      return null;
    }
  };
  function describe4(place4) {
    const found2 = store.view.places.get(place4.id);
    if (!found2) return { title: place4.name, lines: [] };
    const words = [...found2.words].reverse();
    const lines = words.slice(0, 4).map((word) => `${word.who}: ${STATUS_WORDS[word.status]}, ${mediumDate(word.about)}`);
    if (words.length > 4) lines.push(`and ${counted(words.length - 4, "more claimant")}`);
    if (found2.disputed) lines.push("disputed: their latest words differ");
    if (found2.age > 0) lines.push(ageWords(found2.age));
    if (place4.precision) lines.push(`point good to about ${formatNumber(place4.precision)} m`);
    return { title: place4.name, sub: distinct([place4.ru, place4.uk]).join(" · "), lines };
  }
  function placeMark(place4, rank2) {
    const at2 = [place4.at[1], place4.at[0]];
    const symbol2 = new PlaceIcon(place4.name);
    const marker = new PlaneMarker(at2, {
      pane: "s-places",
      icon: symbol2,
      keyboard: true,
      bubblingMouseEvents: false
    }).addTo(map);
    listen(marker, `settlement:${place4.id}`, () => describe4(place4), place4.name);
    const label = addLabel({ at: at2, text: place4.name, rank: rank2, style: "place", anchor: "side", clear: 8 });
    return { place: place4, icon: elementOf(marker), use: symbol2.use, label, look: "" };
  }
  function paintMark(mark4, found2, lit) {
    const { place: place4, icon, use, label } = mark4;
    icon.classList.toggle("off", !found2);
    setLabel(label, Boolean(found2), place4.name);
    if (!found2) return;
    const own = lit.has(`settlement:${place4.id}`);
    const look3 = `${found2.status} ${found2.side} ${found2.disputed} ${found2.age > 0} ${own}`;
    if (look3 === mark4.look) return;
    mark4.look = look3;
    use.setAttribute("href", `#sym-${found2.status}`);
    icon.dataset.side = found2.side;
    icon.dataset.status = found2.status;
    icon.classList.toggle("disputed", found2.disputed);
    icon.classList.toggle("carried", found2.age > 0);
    icon.classList.toggle("lit", own);
    const said = `${STATUS_WORDS[found2.status]}${found2.disputed ? ", disputed" : ""}`;
    icon.setAttribute("aria-label", `${place4.name}: ${said}`);
  }

  // geo/webmap/js/layers/places.js
  var MOST_ALONE = 250;
  var CELL_PX = 58;
  var AROUND = 0.15;
  var CIRCLE_FROM_PX = 14;
  var NOBODY = () => ({ count: 0, disputed: false, last: null, sides: {} });
  var marks = /* @__PURE__ */ new Map();
  var circles = /* @__PURE__ */ new Map();
  var shown = /* @__PURE__ */ new Map();
  var waiting2 = 0;
  var sight = null;
  var rank = (() => {
    const said = /* @__PURE__ */ new Map();
    for (const { settlement } of payload.events) said.set(settlement, (said.get(settlement) ?? 0) + 1);
    const seats = new Set(baseLabels.map((base) => base.name));
    const people = (place4) => Math.min(40 * Math.log10(1 + (place4.population ?? 0)), 200);
    return (place4) => 200 + Math.min(said.get(place4.id) ?? 0, 90) + people(place4) + (seats.has(place4.name) ? 800 : 0);
  })();
  var towns = baseLabels.map((base) => ({
    base,
    label: addLabel({
      at: base.at,
      text: base.name,
      rank: base.seat ? 980 : 990,
      style: "town",
      anchor: "side",
      dot: true,
      clear: 4
    })
  }));
  for (const { name, at: at2 } of payload.grounds.names) {
    const label = addLabel({
      at: [at2[1], at2[0]],
      text: name.toUpperCase(),
      rank: 10,
      style: "country",
      anchor: "center"
    });
    setLabel(label, true, label.text);
  }
  var worlds = payload.settlements.flatMap((place4) => {
    const slot = placeSlots.get(place4.id);
    if (!place4.at || !slot) return [];
    return [{ place: { ...place4, at: place4.at }, slot, world: map.project([place4.at[1], place4.at[0]], 0) }];
  });
  function look() {
    const bounds = map.getBounds().pad(AROUND);
    const [south2, west2, north2, east2] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
    const scale = 2 ** map.getZoom() / CELL_PX;
    const cells = /* @__PURE__ */ new Map();
    const places2 = [];
    for (const { place: place4, slot, world } of worlds) {
      const [lon, lat] = place4.at;
      if (lon < west2 || lon > east2 || lat < south2 || lat > north2) continue;
      const spot = { x: Math.floor(world.x * scale), y: Math.floor(world.y * scale) };
      const key2 = spot.x * 1e7 + spot.y;
      const cell = cells.get(key2) ?? { spot, at: L.point(spot.x + 0.5, spot.y + 0.5).multiplyBy(CELL_PX), ...NOBODY() };
      cells.set(key2, cell);
      places2.push({ place: place4, slot, cell, name: `settlement:${place4.id}` });
    }
    const ordered = [...cells.values()].sort((a, b) => a.spot.y - b.spot.y || a.spot.x - b.spot.x);
    return { places: places2, cells: ordered };
  }
  function sorted({ places: places2, cells }, lit) {
    for (const cell of cells) Object.assign(cell, NOBODY());
    const inEffect2 = places2.filter(({ slot }) => slot.inEffect);
    if (inEffect2.length <= MOST_ALONE) return { alone: inEffect2, crowded: [] };
    const alone = [];
    for (const one of inEffect2) {
      if (lit.has(one.name)) alone.push(one);
      else join(one.cell, one);
    }
    for (const cell of cells) if (cell.count === 1 && cell.last) alone.push(cell.last);
    return { alone, crowded: cells.filter((cell) => cell.count > 1) };
  }
  function join(cell, one) {
    if (!one.slot.inEffect) return;
    const { side, disputed } = one.slot.inEffect;
    cell.count += 1;
    cell.last = one;
    cell.disputed ||= disputed;
    cell.sides[side] = (cell.sides[side] ?? 0) + 1;
  }
  function showCircles(alone) {
    const metres = 40075016686e-3 * Math.cos(map.getCenter().lat * Math.PI / 180) / 2 ** (map.getZoom() + 8);
    const wide = alone.filter(({ place: place4 }) => (place4.precision ?? 0) / metres >= CIRCLE_FROM_PX);
    const wanted = new Map(wide.map(({ place: place4 }) => [place4.id, place4]));
    for (const [id, circle] of circles) {
      if (wanted.has(id)) continue;
      circle.remove();
      circles.delete(id);
    }
    for (const [id, place4] of wanted) {
      if (circles.has(id)) continue;
      const circle = L.circle([place4.at[1], place4.at[0]], {
        ...pathOptions("reach", "precision"),
        radius: place4.precision ?? 0
      });
      circles.set(id, circle.addTo(map));
    }
  }
  function markOf(place4) {
    const mark4 = marks.get(place4.id) ?? placeMark(place4, rank(place4));
    marks.set(place4.id, mark4);
    return mark4;
  }
  function arrange() {
    waiting2 = 0;
    const { state } = store;
    const lit = highlighted();
    sight ??= look();
    const { alone, crowded } = state.layers.has("places") ? sorted(sight, lit) : { alone: [], crowded: [] };
    const now = /* @__PURE__ */ new Map();
    for (const { place: place4, slot } of alone) {
      paintMark(markOf(place4), slot.inEffect, lit);
      now.set(place4.id, place4);
    }
    for (const [id, place4] of shown) if (!now.has(id)) paintMark(markOf(place4), null, lit);
    shown = now;
    showCrowds(crowded);
    showCircles(alone);
    const written = new Set(Array.from(now.values(), (place4) => place4.name));
    for (const { base, label } of towns) setLabel(label, state.layers.has("towns") && !written.has(base.name), base.name);
  }
  onPaint(arrange);
  map.on("moveend zoomend resize", () => {
    sight = null;
    if (!waiting2) waiting2 = requestAnimationFrame(arrange);
  });

  // geo/webmap/js/controls/axis.js
  var SPANS = [182, 61, 21];
  var MARKS = 3;
  var ROOM_PX = 46;
  var range = byId("date", HTMLInputElement);
  var holder = byId("axis");
  var fewer = byId("fewer-days", HTMLButtonElement);
  var more = byId("more-days", HTMLButtonElement);
  var choices = [payload.last, ...SPANS.filter((days2) => days2 < payload.last)];
  var listeners3 = [];
  var choice = 0;
  var held = false;
  var axis = { span: { first: 0, last: payload.last } };
  var axisShare = (day) => (day - axis.span.first) / Math.max(1, axis.span.last - axis.span.first);
  var axisDay = (share2) => clamp(Math.round(axis.span.first + share2 * (axis.span.last - axis.span.first)));
  var putOnAxis = (line2, day) => {
    const share2 = day === null ? -1 : axisShare(day);
    line2.hidden = share2 < 0 || share2 > 1;
    line2.style.left = `${100 * share2}%`;
  };
  var onAxis = (listener) => listeners3.push(listener);
  function marksOf({ first: first2, last }) {
    const days2 = Array.from({ length: last - first2 + 1 }, (_, i) => first2 + i);
    const months = days2.filter(isMonthStart);
    const weeks = months.length < MARKS ? days2.filter((day) => ["08", "15", "22"].includes(iso(day).slice(8))) : [];
    const room = ROOM_PX * (last - first2) / Math.max(1, holder.clientWidth);
    const kept2 = [];
    for (const day of [payload.start, ...months, ...weeks]) {
      if (day >= first2 && day <= last && kept2.every((other) => Math.abs(other - day) >= room)) kept2.push(day);
    }
    return kept2;
  }
  function mark2() {
    fill(
      holder,
      ...marksOf(axis.span).map((day) => {
        const name = el("span", {}, shortDate(day));
        name.style.left = `${100 * axisShare(day)}%`;
        return name;
      })
    );
  }
  function place3() {
    const days2 = choices[choice];
    const first2 = Math.min(payload.last - days2, Math.max(0, store.state.date - Math.round(days2 / 2)));
    axis.span = { first: first2, last: first2 + days2 };
    range.min = String(axis.span.first);
    range.max = String(axis.span.last);
    range.value = String(store.state.date);
    mark2();
    fewer.disabled = choice === choices.length - 1;
    more.disabled = choice === 0;
    for (const draw4 of listeners3) draw4(axis.span);
  }
  function zoom2(by) {
    choice += by;
    place3();
    paint();
    byId("live").textContent = choice === 0 ? "The time bar spans all days" : `The time bar spans ${counted(choices[choice] + 1, "day")}`;
  }
  fewer.addEventListener("click", () => zoom2(1));
  more.addEventListener("click", () => zoom2(-1));
  byId("spans").hidden = choices.length === 1;
  range.addEventListener("pointerdown", () => {
    held = true;
  });
  for (const type of ["pointerup", "pointercancel", "change"]) {
    range.addEventListener(type, () => {
      held = false;
    });
  }
  var atEnd = (day) => day <= axis.span.first && axis.span.first > 0 || day >= axis.span.last && axis.span.last < payload.last;
  new ResizeObserver(mark2).observe(holder);
  var openAxis = () => place3();
  onPaint((state) => {
    if (!held && atEnd(state.date)) place3();
  });

  // geo/webmap/js/controls/histogram.js
  var ORDER = ["ukraine", "russia", "independent"];
  var chart = byId("histogram");
  var days = payload.last + 1;
  var layers = ORDER.map((side) => svg("path", { class: `bar bar-${side}` }));
  var ticks = svg("path", { class: "advance-ticks" });
  chart.append(...layers, ticks);
  var drawnFor = "";
  function counts(state) {
    const found2 = Object.fromEntries(ORDER.map((side) => [side, new Array(days).fill(0)]));
    for (const claim of payload.claims) {
      if (isAdmitted(claim, state) && claim.known >= 0 && claim.known < days) found2[claim.side][claim.known] += 1;
    }
    return found2;
  }
  var bar = (day, from, to) => `M${day - 0.38} ${1 - from}H${day + 0.38}V${1 - to}H${day - 0.38}Z`;
  function draw(state) {
    const found2 = counts(state);
    const base = new Array(days).fill(0);
    const most = Math.max(1, ...base.map((_, day) => ORDER.reduce((sum, side) => sum + found2[side][day], 0)));
    const height = (n) => 0.96 * Math.sqrt(n / most);
    ORDER.forEach((side, i) => {
      let path = "";
      for (let day = 0; day < days; day += 1) {
        const n = found2[side][day];
        if (n > 0) path += bar(day, height(base[day]), height(base[day] + n));
        base[day] += n;
      }
      layers[i].setAttribute("d", path);
    });
    const drawn2 = payload.advances.filter((advance) => isAdmitted(advance, state) && isInEffect(advance, state));
    const about = [...new Set(drawn2.map((advance) => advance.about))].filter((day) => day >= 0 && day < days);
    ticks.setAttribute("d", about.map((day) => `M${day - 0.38} 1.03H${day + 0.38}V1.12H${day - 0.38}Z`).join(""));
  }
  onAxis(({ first: first2, last }) => chart.setAttribute("viewBox", `${first2} 0 ${Math.max(1, last - first2)} 1`));
  onPaint((state) => {
    const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden]]);
    if (wanted === drawnFor) return;
    drawnFor = wanted;
    draw(state);
  });

  // geo/webmap/js/controls/notice.js
  var HINT_MS = 1600;
  var READ_MS_A_LETTER = 50;
  var hint = byId("hint");
  var timer2 = 0;
  var showNotice = (text) => {
    hint.textContent = text;
    hint.classList.add("shown");
    clearTimeout(timer2);
    timer2 = setTimeout(() => hint.classList.remove("shown"), Math.max(HINT_MS, READ_MS_A_LETTER * text.length));
  };

  // geo/webmap/js/controls/day_field.js
  var TYPING_MS = 1500;
  var dayField = (field3, get, put) => {
    let timer5 = 0;
    field3.min = iso(0);
    field3.max = iso(payload.last);
    const unfinished = () => field3.validity.badInput || field3.value !== "" && dayOf(field3.value) === null;
    function show() {
      if (timer5) return;
      const day = get();
      field3.value = day === null ? "" : iso(day);
    }
    function restore() {
      clearTimeout(timer5);
      timer5 = 0;
      if (!unfinished()) return;
      const refused = field3.validity.badInput ? "That is no whole date" : `${field3.value} is outside this case`;
      field3.value = field3.min;
      show();
      const words = `${refused}; choose a day from ${longDate(0)} to ${longDate(payload.last)}`;
      showNotice(words);
      byId("live").textContent = words;
    }
    function read3() {
      clearTimeout(timer5);
      timer5 = 0;
      if (unfinished()) timer5 = setTimeout(restore, TYPING_MS);
      else put(dayOf(field3.value));
    }
    field3.addEventListener("change", read3);
    field3.addEventListener("blur", restore);
    field3.addEventListener("keydown", (event) => {
      if (event.key === "Enter") restore();
    });
    return show;
  };

  // geo/webmap/js/controls/timebar.js
  var PLAY_MS = 700;
  var ARROWS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  var PAGES = { PageDown: -7, PageUp: 7 };
  var range2 = byId("date", HTMLInputElement);
  var known = byId("known", HTMLInputElement);
  var play = byId("play");
  var byKey = false;
  var playing = 0;
  var frame = 0;
  var showKnown = dayField(
    known,
    () => store.state.known,
    (day) => update({ known: day })
  );
  function step(days2) {
    update({ date: clamp(store.state.date + days2) }, "soon");
  }
  function stop() {
    clearInterval(playing);
    playing = 0;
    play.setAttribute("aria-pressed", "false");
    play.setAttribute("aria-label", "Play");
  }
  function start() {
    if (store.state.date >= payload.last) update({ date: clamp(payload.start) }, "soon");
    play.setAttribute("aria-pressed", "true");
    play.setAttribute("aria-label", "Pause");
    playing = window.setInterval(() => store.state.date >= payload.last ? stop() : step(1), PLAY_MS);
  }
  range2.addEventListener("input", () => {
    if (playing) stop();
    if (!frame) frame = requestAnimationFrame(follow2);
  });
  function follow2() {
    frame = 0;
    update({ date: Number(range2.value) }, byKey ? "soon" : "never");
  }
  range2.addEventListener("change", () => {
    cancelAnimationFrame(frame);
    frame = 0;
    update({ date: Number(range2.value) }, byKey ? "soon" : "now");
  });
  range2.addEventListener("pointerdown", () => {
    byKey = false;
  });
  range2.addEventListener("keydown", (event) => {
    byKey = true;
    const days2 = PAGES[event.key] ?? (event.shiftKey ? 7 * (ARROWS[event.key] ?? 0) : 0);
    if (!days2) return;
    event.preventDefault();
    step(days2);
  });
  byId("previous").addEventListener("click", (event) => step(event.shiftKey ? -7 : -1));
  byId("next").addEventListener("click", (event) => step(event.shiftKey ? 7 : 1));
  play.addEventListener("click", () => playing ? stop() : start());
  byId("known-today").addEventListener("click", () => update({ known: null }));
  byId("known-that-day").addEventListener("click", () => update({ known: store.state.date }));
  var inEffect = (all, onMap2, what) => counted(all, what) + (onMap2 < all ? ` (${formatNumber(onMap2)} on the map)` : "");
  function summary(state, view) {
    const drawn2 = frontsShown(state, view).filter(isKnown).length;
    const layers3 = [
      ["advances", view.advances.size, view.advances.size, "claimed advance"],
      ["places", view.places.size, view.placesOnMap, "place"],
      ["zones", view.zones.size, zonesShown(view), "evacuation zone"],
      ["fronts", drawn2, drawn2, "front"]
    ];
    const shown5 = layers3.filter(([layer2]) => state.layers.has(layer2) && (layer2 !== "fronts" || tracks.size > 0));
    if (shown5.length === 0) return "Every layer is switched off";
    const end = state.date > payload.until ? `; the ledger ends on ${mediumDate(payload.until)}` : "";
    if (shown5.every(([, n]) => n === 0)) return `Nothing claimed by this day${end}`;
    return shown5.map(([, ...rest]) => inEffect(...rest)).join(", ") + end;
  }
  onPaint((state, view) => {
    const words = `${longDate(state.date)}, ${dayNumber(state.date)}`;
    if (Number(range2.value) !== state.date) range2.value = String(state.date);
    range2.setAttribute("aria-valuetext", words);
    byId("day").textContent = longDate(state.date);
    byId("day-number").textContent = dayNumber(state.date);
    byId("summary").textContent = summary(state, view);
    const now = state.known === null;
    byId("bar").classList.toggle("past", !now);
    showKnown();
    byId("known-box").classList.toggle("is-today", now);
    byId("known-today").hidden = now;
    byId("known-that-day").hidden = state.known === state.date;
    byId("known-words").textContent = state.known === null ? "" : `as known on ${mediumDate(state.known)}`;
    putOnAxis(byId("now-line"), state.date);
    byId("previous", HTMLButtonElement).disabled = state.date === 0;
    byId("next", HTMLButtonElement).disabled = state.date === payload.last;
  });
  onSettle((state) => {
    const clock = state.known === null ? "" : `, as known on ${longDate(state.known)}`;
    byId("live").textContent = `${longDate(state.date)}${clock}: ${summary(state, store.view)}`;
  });

  // geo/webmap/js/core/look.js
  var look2 = { home: { center: map.getCenter(), zoom: map.getZoom() }, asked: null };
  function isHome() {
    const off = map.latLngToContainerPoint(look2.home.center).distanceTo(map.getSize().divideBy(2));
    return off < 2 && map.getZoom() === look2.home.zoom;
  }

  // geo/webmap/js/controls/opening.js
  var SIDE_PX = 8;
  var NARROW_PX = 760;
  var LEAST_ROOM_PX = 200;
  var first = look2.home;
  function drawn() {
    const everybody = { sides: new Set(Object.keys(SIDE_WORDS)), hidden: /* @__PURE__ */ new Set() };
    const shown5 = advancesOn({ date: payload.on, known: payload.knownOn, ...everybody });
    const points = [...shown5].flatMap(([id, { depthLine, bands }]) => {
      const advance = advances.get(id);
      const outer = bands && advance?.outer?.map((rings) => rings[0]) || [];
      return [...outer, ...depthLine && advance?.depthLine || []].flatMap(latLngs);
    });
    return points.length ? L.latLngBounds(points) : null;
  }
  function edges() {
    const { y } = map.getSize();
    const boxes2 = overlays().filter(([, top, , bottom]) => bottom - top < y / 4);
    const above = boxes2.filter(([, top]) => top < y / 8).map(([, , , bottom]) => bottom);
    const below = boxes2.filter(([, , , bottom]) => bottom > y - SIDE_PX * 2).map(([, top]) => y - top);
    return { above: Math.max(SIDE_PX, ...above), below: Math.max(SIDE_PX, ...below) };
  }
  function fit(bounds) {
    const { above, below } = edges();
    const size = map.getSize();
    const [topLeft, bottomRight] = [
      map.latLngToContainerPoint(bounds.getNorthWest()),
      map.latLngToContainerPoint(bounds.getSouthEast())
    ];
    if (topLeft.x >= 0 && topLeft.y >= above && bottomRight.x <= size.x && bottomRight.y <= size.y - below) return;
    map.fitBounds(bounds, {
      paddingTopLeft: [SIDE_PX, above],
      paddingBottomRight: [SIDE_PX, below],
      maxZoom: first.zoom,
      animate: false
    });
  }
  function goHome() {
    const bounds = drawn();
    map.setView(first.center, first.zoom, { animate: false });
    if (bounds && map.getSize().x <= NARROW_PX) fit(bounds);
    look2.home = { center: map.getCenter(), zoom: map.getZoom() };
  }
  var openView = () => {
    goHome();
    if (look2.asked) map.setView(look2.asked.center, look2.asked.zoom, { animate: false });
  };
  var roomChanged = () => {
    const { clientWidth, clientHeight } = map.getContainer();
    if (!clientWidth || !clientHeight || !isHome()) return;
    map.invalidateSize({ pan: false });
    goHome();
  };
  var roomed = false;
  var width = 0;
  new ResizeObserver(() => {
    const { clientWidth, clientHeight } = map.getContainer();
    if (!clientWidth || !clientHeight) return;
    const atHome = isHome();
    map.invalidateSize({ pan: false });
    if (!roomed || clientWidth !== width && atHome) openView();
    roomed ||= clientHeight >= LEAST_ROOM_PX;
    width = clientWidth;
  }).observe(map.getContainer());

  // geo/webmap/js/controls/compare.js
  var MEASURE_AFTER_MS = 150;
  var box = byId("compare-box");
  var field = byId("compare", HTMLInputElement);
  var panel = byId("difference");
  var rows = byId("difference-rows");
  var elsewhere = byId("difference-elsewhere");
  var toggle = byId("difference-toggle");
  var title = byId("difference-title");
  var line = byId("compare-line");
  var timer3 = 0;
  var shown2 = "";
  box.hidden = tracks.size === 0;
  var showField = dayField(
    field,
    () => store.state.compare,
    (day) => update({ compare: day })
  );
  function measureSoon() {
    clearTimeout(timer3);
    timer3 = window.setTimeout(() => {
      for (const { track } of frontsShown(store.state, store.view)) {
        const difference = comparedDifference(track);
        if (difference) difference.areas ??= areasOf(difference.edges);
      }
      shown2 = "";
      draw2(store.state, store.view);
      byId("difference-live").textContent = [...rows.children, ...elsewhere.children].map((row) => row.textContent).join(". ");
    }, MEASURE_AFTER_MS);
  }
  function rowOf({ track }) {
    const name = el("strong", {}, track.title);
    const why = comparedEnds(track)?.why;
    if (why !== void 0) return el("li", {}, name, el("span", { class: "quiet" }, why));
    const areas = comparedDifference(track)?.areas;
    const entry2 = (kind2) => el(
      "span",
      { class: "change" },
      frontKey(track, { kind: kind2 }),
      kind2,
      " ",
      el("b", {}, areas ? formatMeasure(areas[kind2], "km²", 2) : "…")
    );
    return el("li", {}, name, el("span", { class: "changes" }, entry2("gained"), entry2("lost")));
  }
  function isBeyond({ track }, { date, compare, known: known2 }) {
    return [date, compare].some((day) => {
      if (day === null) return false;
      const { index } = frontOn(track, day, known2);
      return index !== null && track.figure("depth", index) !== null;
    });
  }
  function showElsewhere(count, alone) {
    const others = byId("difference-others", HTMLDetailsElement);
    others.hidden = count === 0;
    if (others.dataset.alone !== String(alone)) others.open = alone;
    others.dataset.alone = String(alone);
    byId("difference-count").textContent = ` (${count})`;
  }
  function list(found2, state) {
    const beyond = found2.filter((on) => isBeyond(on, state));
    const others = found2.filter((on) => !beyond.includes(on));
    fill(rows, ...beyond.map(rowOf), found2.length ? null : el("li", { class: "quiet" }, "No front is switched on."));
    fill(elsewhere, ...others.map(rowOf));
    showElsewhere(others.length, beyond.length === 0);
    const note = ["Of all that was drawn, on both sides of the border."];
    if (found2.length > 1) {
      note.unshift("Each mapper is compared with itself: what one drew and another did not is no gain or loss.");
    }
    byId("difference-note").textContent = note.join(" ");
  }
  function draw2(state, view) {
    const days2 = comparedDays(state);
    panel.hidden = days2 === null;
    putOnAxis(line, state.compare);
    showField();
    box.classList.toggle("is-off", days2 === null);
    if (days2 === null) return;
    const apart = (on) => Number(comparedEnds(on.track)?.why !== void 0);
    const found2 = frontsShown(state, view).sort((a, b) => apart(a) - apart(b));
    const wanted = JSON.stringify([
      state.date,
      state.compare,
      state.known,
      found2.map(({ track }) => [track.id, Boolean(track.series)])
    ]);
    if (wanted === shown2) return;
    shown2 = wanted;
    const [first2, last] = days2;
    title.textContent = first2 === last ? "Both days are the same" : `${longDate(first2)} to ${longDate(last)}`;
    list(found2, state);
  }
  function unfold(open3) {
    byId("difference-body").hidden = !open3;
    toggle.setAttribute("aria-expanded", String(open3));
  }
  toggle.addEventListener("click", () => {
    unfold(byId("difference-body").hidden);
    roomChanged();
  });
  unfold(!window.matchMedia("(max-width: 760px)").matches);
  byId("difference-close").addEventListener("click", () => update({ compare: null }));
  onPaint((state, view) => {
    const [before, closed] = [shown2, panel.hidden];
    draw2(state, view);
    if (panel.hidden !== closed) roomChanged();
    if (state.compare !== null && shown2 !== before) measureSoon();
  });

  // geo/webmap/js/data/curve.js
  var KINDS = /* @__PURE__ */ new Set(["total", "remaining"]);
  var FIGURES = {
    area: (track) => reachesBeyond(track) ? "target" : "area",
    depth: () => "depth",
    width: () => "chord"
  };
  var CURVE_METRICS = Object.fromEntries(
    Object.entries(payload.curves).flatMap(
      ([name, { label, metric: metric2, unit = "" }]) => metric2 ? [[name, { title: label, unit, metric: metric2, figure: FIGURES[name] }]] : []
    )
  );
  var reachesBeyond = (track) => Boolean(track.figures.depth);
  var chosenFront = ({ selected }) => selected?.startsWith("front:") ? tracks.get(selected.slice(6)) : void 0;
  function claimsOf(curve, state) {
    const kept2 = /* @__PURE__ */ new Map();
    for (const claim of payload.claims) {
      if (claim.metric !== curve.metric || claim.value === void 0 || claim.zone || !KINDS.has(claim.kind)) continue;
      if (!isAdmitted(claim, state) || !isInEffect(claim, state)) continue;
      const key2 = JSON.stringify([claim.about, claim.who, claim.value, claim.high, claim.modality, claim.basis]);
      if (!kept2.has(key2)) kept2.set(key2, { ...claim, value: claim.value });
    }
    return [...kept2.values()];
  }
  function drawings(track, name, state) {
    const days2 = /* @__PURE__ */ new Map();
    for (let index = 0; index < track.about.length; index += 1) {
      if (state.known !== null && track.known[index] > state.known) continue;
      days2.set(track.about[index], { day: track.about[index], index, value: track.figure(name, index) });
    }
    return [...days2.values()];
  }
  var curveOf = (name, state) => {
    const chosen2 = chosenFront(state);
    const curve = CURVE_METRICS[name];
    const shown5 = state.layers.has("fronts") ? [...tracks.values()].filter((track) => !state.hiddenFronts.has(track.id)) : [];
    const beyond = shown5.filter(reachesBeyond);
    const others = name === "area" ? shown5.filter((track) => !reachesBeyond(track)) : [];
    const drawn2 = chosen2 && others.includes(chosen2) || beyond.length === 0 && others.length > 0 ? others : beyond;
    const withClaims = drawn2 !== others || others.length === 0;
    return {
      tracks: drawn2.map((track) => ({ track, points: drawings(track, curve.figure(track), state) })).filter(({ points }) => points.some((p) => p.value !== null)),
      claims: withClaims ? claimsOf(curve, state) : [],
      left: drawn2 === others ? [] : others.map((track) => track.title)
    };
  };
  function reading({ track }, name, day, state) {
    const on = frontOn(track, day, state.known);
    const value = on.index === null ? null : track.figure(CURVE_METRICS[name].figure(track), on.index);
    return { track, on, value };
  }
  var curveReading = (name, found2, day, state) => {
    const { unit } = CURVE_METRICS[name];
    const drawn2 = found2.tracks.map((one) => reading(one, name, day, state));
    const claimed = found2.claims.filter((claim) => claim.about === day);
    return [
      ...drawn2.map(
        ({ track, on, value }) => `${track.mapper}${track.style.unclear ? " (unclear)" : ""} ${value === null ? "no figure" : formatMeasure(value, unit)}, ${frontStateWords(on)}`
      ),
      ...claimed.map((claim) => `${claim.who} claims ${claim.figure}${claim.basis === "computed" ? ", computed" : ""}`)
    ];
  };

  // geo/webmap/js/controls/curve_marks.js
  var HEAD = 6;
  function roundUp(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step2) => step2 * power).find((end) => end >= value) ?? 10 * power;
  }
  function rangeOf(values) {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    if (!Number.isFinite(most) || most <= 0) return [0, 1];
    if (least < most / 2) return [0, roundUp(most)];
    const step2 = roundUp((most - least || most / 10) / 2);
    return [Math.floor(least / step2) * step2, Math.ceil(most / step2) * step2];
  }
  var valuesOf = (points) => points.flatMap(({ value }) => value ?? []);
  function scaleOf(found2, { w, h }) {
    const drawn2 = found2.tracks.flatMap(({ points }) => valuesOf(points));
    const claimed = found2.claims.flatMap((claim) => [claim.value, claim.high ?? claim.value]);
    const [low, high] = rangeOf([...drawn2, ...claimed]);
    return {
      low,
      high,
      w,
      h,
      /** @param {number} day */
      x: (day) => axisShare(day) * w,
      /** @param {number} value */
      y: (value) => h - 1 - (value - low) / (high - low) * (h - 1 - HEAD)
    };
  }
  var n1 = (value) => value.toFixed(1);
  function pathsOf(points, scale) {
    const paths = { whole: "", carried: "", lone: "" };
    points.forEach((point2, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      const joined = Boolean(before && before.value !== null && before.day === point2.day - 1);
      const joins = Boolean(after && after.value !== null && after.day === point2.day + 1);
      if (point2.value === null) return;
      const [x, y] = [n1(scale.x(point2.day)), n1(scale.y(point2.value))];
      paths.whole += `${joined ? "L" : "M"}${x} ${y}`;
      if (!joined && !joins) paths.lone += `M${x} ${y}h0`;
      const until = after ? after.day : payload.last;
      if (until > point2.day + 1 || !after && until > point2.day) paths.carried += `M${x} ${y}H${n1(scale.x(until))}`;
    });
    return paths;
  }
  function lineOf({ track, points }, scale) {
    const { whole, carried, lone } = pathsOf(points, scale);
    const group = svg(
      "g",
      { class: `curve-track curve-${track.style.line} ${track.style.unclear ? "curve-unclear" : ""}` },
      svg("path", { class: "curve-whole", d: whole }),
      track.style.line === "double" ? svg("path", { class: "curve-inner", d: whole }) : null,
      svg("path", { class: "curve-carried", d: carried }),
      svg("path", { class: "curve-lone", d: lone })
    );
    group.style.setProperty("--hue", `var(${track.style.hue})`);
    return group;
  }
  function shapeOf(claim, scale) {
    const [x, y] = [scale.x(claim.about), scale.y(claim.value)];
    switch (claim.modality) {
      case "at_least":
        return svg("path", { d: `M${x - 4} ${y - 4.5}L${x + 5} ${y}L${x - 4} ${y + 4.5}Z` });
      case "up_to":
        return svg("path", { d: `M${x + 4} ${y - 4.5}L${x - 5} ${y}L${x + 4} ${y + 4.5}Z` });
      case "exact":
        return svg("rect", { x: x - 3.6, y: y - 3.6, width: 7.2, height: 7.2 });
      case "range": {
        const high = scale.y(claim.high ?? claim.value);
        return svg("path", {
          class: "range",
          d: `M${x - 3.5} ${y}H${x + 3.5}M${x} ${y}V${high}M${x - 3.5} ${high}H${x + 3.5}`
        });
      }
      default:
        return svg("circle", { cx: x, cy: y, r: 3.8 });
    }
  }
  function markOf2(claim, scale) {
    const mark4 = shapeOf(claim, scale);
    mark4.classList.add("curve-claim", `said-${claim.side}`);
    if (claim.basis === "computed") mark4.classList.add("hollow");
    return mark4;
  }
  function axisOf(unit, scale) {
    const middle2 = (scale.low + scale.high) / 2;
    const short2 = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: 1 });
    return [scale.high, middle2, scale.low].flatMap((value, i) => {
      const y = scale.y(value);
      const text = i === 1 && scale.h < 60 ? [] : [
        svg(
          "text",
          { class: "curve-tick", x: 0, y: i === 2 ? y - 2 : y + 9 },
          `${short2(value)}${i === 0 ? ` ${unit}` : ""}`
        )
      ];
      return [svg("path", { class: "curve-grid", d: `M0 ${n1(y)}H${scale.w}` }), ...text];
    });
  }

  // geo/webmap/js/controls/curve.js
  var plot = byId("plot");
  var chart2 = byId("curve");
  var names3 = byId("curve-names");
  var readingLine = byId("reading");
  var bars = byId("histogram");
  var drawnFor2 = "";
  var found = { tracks: [], claims: [], left: [] };
  function sentence(name) {
    const { title: title2, unit } = CURVE_METRICS[name];
    const spans = found.tracks.map(({ track, points }) => {
      const values = valuesOf(points);
      return `${track.title}, from ${formatMeasure(Math.min(...values), unit)} to ${formatMeasure(Math.max(...values), unit)} on ${counted(points.length, "drawn day")}`;
    });
    const left = found.left.length ? ` Not on this axis, being no ground beyond the border: ${found.left.join(", ")}.` : "";
    return `${title2} over time, ${unit}. ${spans.join("; ") || "No front is measured"}. ${counted(found.claims.length, "claim")} as points.${left}`;
  }
  function draw3(state) {
    const name = state.curve;
    found = curveOf(name, state);
    const scale = scaleOf(found, { w: plot.clientWidth, h: plot.clientHeight });
    chart2.setAttribute("viewBox", `0 0 ${Math.max(1, scale.w)} ${Math.max(1, scale.h)}`);
    const marks2 = [...found.claims].sort((a, b) => (a.basis === "computed" ? -1 : 1) - (b.basis === "computed" ? -1 : 1)).map((claim) => markOf2(claim, scale));
    fill(
      chart2,
      ...axisOf(CURVE_METRICS[name].unit, scale),
      ...found.tracks.map((track) => lineOf(track, scale)),
      svg("g", { class: "curve-claims" }, ...marks2)
    );
    chart2.setAttribute("aria-label", sentence(name));
  }
  function read2(state) {
    const on = state.curve !== "claims";
    const lines = on ? curveReading(state.curve, found, state.date, state) : [];
    const text = on ? lines.join(" · ") || "No figure on this day" : "";
    if (readingLine.textContent !== text) readingLine.textContent = text;
  }
  onPaint((state) => {
    const on = state.curve !== "claims";
    byId("bar").classList.toggle("with-curve", on);
    bars.toggleAttribute("hidden", on);
    chart2.toggleAttribute("hidden", !on);
    for (const button2 of names3.children) {
      button2.setAttribute("aria-pressed", String(button2.getAttribute("data-curve") === state.curve));
    }
    const wanted = on ? JSON.stringify([
      state.curve,
      state.known,
      state.layers.has("fronts"),
      chosenFront(state)?.id,
      [...state.hiddenFronts],
      [...state.sides],
      [...state.hidden],
      axis.span.first,
      axis.span.last,
      plot.clientWidth,
      plot.clientHeight
    ]) : "";
    if (on && wanted !== drawnFor2) draw3(state);
    drawnFor2 = wanted;
    read2(state);
  });
  onSettle((state) => {
    if (state.curve === "claims") return;
    const lines = curveReading(state.curve, found, state.date, state);
    byId("live").textContent += `. ${CURVE_METRICS[state.curve].title}: ${lines.join("; ") || "no figure on this day"}`;
  });
  new ResizeObserver(() => {
    if (store.state.curve !== "claims") {
      drawnFor2 = "";
      paint();
    }
  }).observe(plot);
  for (const [curve, label] of Object.entries(CURVE_WORDS)) {
    const button2 = el("button", { type: "button", "aria-pressed": "false", "data-curve": curve }, label);
    button2.addEventListener("click", () => update({ curve }));
    names3.append(button2);
  }
  var dayUnder = (event) => axisDay((event.clientX - plot.getBoundingClientRect().left) / plot.clientWidth);
  plot.addEventListener("pointermove", (event) => {
    if (store.state.curve === "claims") return;
    const day = dayUnder(event);
    const lines = curveReading(store.state.curve, found, day, store.state);
    tooltip.show(
      {
        title: longDate(day),
        sub: `${CURVE_METRICS[store.state.curve].title}, ${CURVE_METRICS[store.state.curve].unit}`,
        lines: lines.length ? lines : ["No figure on this day"]
      },
      event
    );
  });
  plot.addEventListener("pointerleave", () => tooltip.hide());
  plot.addEventListener("click", (event) => {
    if (store.state.curve !== "claims") update({ date: dayUnder(event) });
  });

  // geo/webmap/js/controls/panels.js
  var SEARCH_FROM = 12;
  var panel2 = byId("layers-panel");
  var button = byId("layers-button");
  function checkbox(label, field3, value, wants) {
    const input = el("input", { type: "checkbox" });
    input.addEventListener("change", () => {
      const set = new Set(store.state[field3]);
      if (input.checked === wants) set.add(value);
      else set.delete(value);
      update({ [field3]: set });
    });
    onPaint((state) => {
      input.checked = state[field3].has(value) === wants;
    });
    return el("label", { class: "check" }, input, ...label);
  }
  var swatch = (side) => el("i", { class: `swatch swatch-${side}`, "aria-hidden": "true" });
  function claimantRow({ who, side, n }) {
    const row = checkbox(
      [swatch(side), el("span", { class: "grow" }, who), el("span", { class: "n" }, n)],
      "hidden",
      who,
      false
    );
    return { row, text: who.toLowerCase() };
  }
  function claimantsField() {
    const rows3 = claimants.map(claimantRow);
    const list3 = el("div", { class: "claimants" }, ...rows3.map((r) => r.row));
    const all = el("button", { type: "button", class: "link" }, "all");
    const none2 = el("button", { type: "button", class: "link" }, "none");
    all.addEventListener("click", () => update({ hidden: /* @__PURE__ */ new Set() }));
    none2.addEventListener("click", () => update({ hidden: new Set(claimants.map((c) => c.who)) }));
    const field3 = el("fieldset", {}, el("legend", {}, "Claimants"), el("div", { class: "links" }, all, none2));
    if (rows3.length > SEARCH_FROM) {
      const search = el("input", {
        type: "search",
        "aria-label": "Find a claimant",
        placeholder: `Find among ${rows3.length}`
      });
      search.addEventListener("input", () => {
        const wanted = search.value.trim().toLowerCase();
        for (const { row, text } of rows3) row.hidden = !text.includes(wanted);
      });
      field3.append(search);
    }
    field3.append(list3);
    return field3;
  }
  function toggle2(open3) {
    panel2.hidden = !open3;
    button.setAttribute("aria-expanded", String(open3));
    if (open3) panel2.querySelector("input")?.focus();
  }
  button.addEventListener("click", () => toggle2(panel2.hidden));
  panel2.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    toggle2(false);
    button.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    const at2 = (
      /** @type {Node} */
      event.target
    );
    if (!panel2.hidden && !panel2.contains(at2) && !button.contains(at2)) toggle2(false);
  });
  var layers2 = Object.entries(LAYER_WORDS).filter(([value]) => value !== "fronts" || tracks.size > 0).map(([value, label]) => checkbox([el("span", {}, label)], "layers", value, true));
  var fronts = [...tracks.values()].map(
    (track) => checkbox([frontKey(track), el("span", { class: "grow" }, track.title)], "hiddenFronts", track.id, false)
  );
  var sides = Object.entries(SIDE_WORDS).map(
    ([value, label]) => checkbox([swatch(value), el("span", {}, label)], "sides", value, true)
  );
  panel2.append(
    el("fieldset", {}, el("legend", {}, "Layers"), ...layers2),
    fronts.length ? el("fieldset", {}, el("legend", {}, "Mappers’ fronts"), ...fronts) : "",
    el("fieldset", {}, el("legend", {}, "Whose word"), ...sides),
    claimantsField()
  );
  onPaint((state) => {
    const off = Object.keys(LAYER_WORDS).length - state.layers.size + (3 - state.sides.size) + state.hidden.size + state.hiddenFronts.size;
    byId("layers-off").textContent = off === 0 ? "" : ` · ${off} off`;
    button.toggleAttribute("data-off", off > 0);
  });
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("skip").addEventListener("click", () => byId("date").focus());
  byId("zoom-home").addEventListener("click", () => map.setView(look2.home.center, look2.home.zoom));
  byId("title").textContent = payload.case.title;
  var credits = [...payload.attributions, payload.tiles ? payload.tiles.attribution : ""];
  onPaint((state, view) => {
    const mappers = frontsShown(state, view).filter(isKnown).map(({ track }) => track.attribution);
    const words = [.../* @__PURE__ */ new Set([...credits, ...mappers])].filter(Boolean).join(" · ");
    if (byId("attribution").textContent !== words) byId("attribution").textContent = words;
  });
  document.documentElement.classList.toggle("isHosted", isHosted);

  // geo/webmap/js/controls/legend.js
  var legend = byId("legend", HTMLDetailsElement);
  var body = byId("legend-body");
  var key = (mark4, text) => el("li", {}, mark4, el("span", {}, text));
  var box2 = (className, attributes = {}) => svg(
    "svg",
    { class: "key", viewBox: "0 0 30 16", "aria-hidden": "true" },
    svg("rect", { class: className, x: 1, y: 1, width: 28, height: 14, ...attributes })
  );
  var stroke = (className) => svg(
    "svg",
    { class: "key", viewBox: "0 0 30 16", "aria-hidden": "true" },
    svg("path", { class: className, d: "M1 8H29", fill: "none" })
  );
  var symbol = (status, disputed = false) => svg(
    "svg",
    { class: `key place-key ${disputed ? "disputed" : ""}`, viewBox: "-15 -12 30 24", "aria-hidden": "true" },
    svg("circle", { class: "ring", r: 10 }),
    svg("use", { href: `#sym-${status}` })
  );
  var section = (title2, note, items) => el("section", {}, el("h3", {}, title2), note ? el("p", {}, note) : null, el("ul", {}, ...items));
  function advances2() {
    return section("Claimed advances", "Reconstructed from claimed figures. Never control.", [
      ...Object.entries(BAND_WORDS).map(
        ([band, words]) => key(box2(`band band-${band}`), words ? `${band}: ${words}` : band)
      ),
      key(box2("band band-likely carried"), "carried forward from an earlier day"),
      key(stroke("reach"), `claimed distance from the border; leaves the map after ${payload.ages.fades} days`),
      key(stroke("stretch"), "stretch of border it is drawn on")
    ]);
  }
  function places() {
    const statuses = new Set(payload.events.map(({ status }) => (
      /** @type {string} */
      status
    )));
    const items = Object.entries(STATUS_WORDS).filter(([status]) => statuses.has(status)).map(([status, words]) => key(symbol(status), words));
    if (items.length === 0) return null;
    items.push(key(symbol("claimed", true), "disputed: latest words contradict"));
    if (placeSlots.size > MOST_ALONE) {
      items.push(key(crowdKey(), "several in one spot, by whose latest word; a click goes closer"));
    }
    if (payload.settlements.some((place4) => place4.precision)) {
      items.push(key(box2("precision", { rx: 7 }), "how far off a point may be, once that shows"));
    }
    const sides2 = Object.entries(SIDE_WORDS).map(
      ([side, words]) => el("span", {}, el("i", { class: `swatch swatch-${side}` }), words)
    );
    return [
      section("Places, by the latest word", null, items),
      el("div", { class: "sides" }, el("span", {}, "said by"), ...sides2)
    ];
  }
  function zones2() {
    const kinds = new Set(payload.orders.map(({ kind: kind2 }) => (
      /** @type {string} */
      kind2
    )));
    const items = Object.entries(ORDER_WORDS).filter(([kind2]) => kinds.has(kind2)).map(([kind2, words]) => key(box2("zone", { "data-order": `${kind2}-whole` }), words));
    if (items.length === 0) return null;
    if (payload.orders.some((o) => o.scope === "part")) {
      items.push(key(box2("zone", { "data-order": "mandatory-part" }), "sparser: a part of the zone"));
    }
    if (payload.zones.some((z) => z.extent === "approximate")) {
      items.push(key(box2("zone zone-approximate"), "dashed: extent approximate, derived by us"));
    }
    return section("Evacuation zones", null, items);
  }
  function front2(track) {
    const button2 = el("button", { type: "button", class: "front-choice" }, frontKey(track), el("span", {}, track.title));
    button2.addEventListener("click", () => selectThing(`front:${track.id}`));
    onPaint((state) => button2.setAttribute("aria-pressed", String(state.selected === `front:${track.id}`)));
    return el("li", {}, button2);
  }
  function fronts2() {
    const [first2] = tracks.values();
    if (!first2) return null;
    const items = [...tracks.values()].map(front2);
    const compared = el(
      "div",
      {},
      key(frontKey(first2, { kind: "gained" }), "gained, against the other day"),
      key(frontKey(first2, { kind: "lost" }), "lost")
    );
    onPaint((state) => {
      compared.hidden = state.compare === null;
      byId("fronts-trouble").textContent = frontsTrouble();
    });
    const { fades, doubtful, ended } = payload.ages;
    const carried = [
      key(frontKey(first2, { age: "carried" }), `carried forward, ${fades} days at most`),
      key(frontKey(first2, { age: "faded" }), `older, ${doubtful} days at most`),
      key(frontKey(first2, { age: "doubtful" }), `doubtful by its age; after ${ended} days not drawn`)
    ];
    return [
      section("Mappers’ fronts", "What a mapper drew: nobody’s claim, no proof of control.", [
        ...items,
        ...carried,
        compared
      ]),
      el("p", { id: "fronts-trouble", class: "warn-text" })
    ];
  }
  fill(body, ...[advances2(), fronts2(), places(), zones2()].flat(), el("p", { id: "missing" }));
  legend.open = window.matchMedia(
    isHosted ? "(min-width: 1200px) and (min-height: 700px)" : "(min-width: 900px) and (min-height: 640px)"
  ).matches;
  onPaint((_, view) => {
    const lost = view.places.size - view.placesOnMap;
    const formless = view.zones.size - zonesShown(view);
    const lines = [];
    if (lost > 0) lines.push(`${counted(lost, "place")} named without established coordinates: not on the map.`);
    if (formless > 0) lines.push(`${counted(formless, "zone")} named without a known extent: not on the map.`);
    byId("missing").textContent = lines.join(" ");
  });

  // geo/webmap/js/controls/front_card.js
  var NO_WIDTH = "none, as it touches the border nowhere";
  var item = (term, value) => value ? [el("dt", {}, term), el("dd", {}, value)] : [];
  function measures(track, index) {
    const figure = (name, unit, digits) => formatMeasure(track.figure(name, index), unit, digits);
    const [chord, along] = [figure("chord", "km"), figure("along", "km")];
    const [depth, mean] = [figure("depth", "km"), figure("depthMean", "km")];
    const beyond = reachesBeyond(track);
    return [
      item("Area", figure("area", "km²", 1)),
      beyond ? item("Beyond", `${figure("target", "km²", 1)} on ${payload.case.target}'s side of the border`) : [],
      item("Depth", depth && `${depth} at most${mean && `; area / straight width ${mean}`}`),
      item("Width", chord ? `${chord} straight, ${along} along the border` : depth && NO_WIDTH),
      item("Fill", track.figure("fill", index) === null ? "" : `${figure("fill", "", 2)} of depth × width`)
    ].flat();
  }
  function since(on) {
    if (on.age > 0 || on.dayBefore === null) return "not computed: there is no drawing of the day before";
    const change = changeSince(on);
    if (change === null) {
      return "not computed: one of the two days was drawn again later; compare the two days to have it";
    }
    return `gained ${formatMeasure(change[0], "km²", 2)}, lost ${formatMeasure(change[1], "km²", 2)}`;
  }
  var nothing = ({ state, age }) => state === "ended" ? `Not drawn: the last drawing is ${counted(age, "day")} old, more than the case’s table of ages lets one stand.` : "No drawing of this day or before, as known then.";
  function provenance(track, index) {
    const known2 = longDate(track.known[index]) + (track.assumedOf(index) ? " (assumed: the file does not say when it was published)" : "");
    const taken = track.taken?.[index];
    const revision = track.revision?.[index];
    return [
      item("Drawn by", track.mapper),
      item("For", longDate(track.about[index]) + (taken ? `, ${taken.slice(11)} UTC` : "")),
      item("Known", known2),
      item("File", track.fileOf(index) + (revision ? `, revision ${revision}` : "")),
      item("SHA-256", `${track.sha[index]}…`),
      item("Licence", track.licence + (track.publish ? "" : "; not to be published")),
      item("Credit", track.attribution)
    ].flat();
  }
  var frontCard = (track) => {
    const on = frontOn(track, store.state.date, store.state.known);
    const note = el(
      "p",
      { class: "warn" },
      "A front is what a mapper drew. It is nobody’s claim, and no proof of control."
    );
    const compared = comparedWords(track);
    const ends = comparedEnds(track);
    if (on.index === null) {
      return {
        kind: "Mapper’s front",
        title: track.title,
        parts: [note, el("p", {}, nothing(on))]
      };
    }
    return {
      kind: "Mapper’s front",
      title: track.title,
      parts: [
        note,
        el("p", { class: "rule" }, frontStateWords(on)),
        el(
          "dl",
          {},
          ...measures(track, on.index),
          ...item("Change", `since the day before: ${since(on)}`),
          ...item("Compared", compared || (ends?.why ?? ""))
        ),
        el("dl", {}, ...provenance(track, on.index))
      ]
    };
  };

  // geo/webmap/js/controls/card.js
  var card = byId("card");
  var body2 = byId("card-body");
  var shown3 = null;
  var subject = null;
  var opener = null;
  var item2 = (term, ...value) => [el("dt", {}, term), el("dd", {}, ...value)];
  function source(record) {
    const found2 = payload.sources[record.source];
    if (!found2) return record.source;
    const url = webAddress(found2.url);
    if (!url) return found2.publisher;
    const link = el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, found2.publisher);
    return el("span", {}, link, found2.title ? el("span", { class: "quiet" }, ` · ${found2.title}`) : null);
  }
  function provenance2(record) {
    return [
      item2("Said by", record.who, record.role ? el("span", { class: "quiet" }, ` · ${record.role}`) : null),
      item2("About", longDate(record.about) + dayBasisWords(record.aboutBasis)),
      item2("Known", longDate(record.known) + dayBasisWords(record.knownBasis)),
      item2("Published", source(record)),
      record.root ? item2("First in", record.root) : [],
      item2("Checked", el("span", { class: `checked-${record.checked}` }, CHECKED_WORDS[record.checked]))
    ].flat();
  }
  function entry(record, headline, sub, extra) {
    return el(
      "article",
      { class: `entry side-${record.side}` },
      el("h3", {}, headline),
      sub ? el("p", { class: "quiet" }, sub) : null,
      record.summary ? el("p", {}, record.summary) : null,
      el("dl", {}, ...extra, ...provenance2(record))
    );
  }
  function claimEntry(claim) {
    const extra = claim.place ? item2("Where", claim.place) : [];
    if (claim.grade) extra.push(...item2("Grade", claim.grade));
    return entry(claim, claimTitle(claim), `${kindWords(claim)} · ${basisWords(claim)}`, extra);
  }
  var eventEntry = (event) => entry(event, `${event.who}: ${STATUS_WORDS[event.status]}`, ageOf(event), []);
  function orderEntry(order) {
    const extra = order.scopeNote ? item2("Covers", order.scopeNote) : [];
    if (order.settlements) extra.push(...item2("Settlements", formatNumber(order.settlements)));
    if (order.end !== void 0) extra.push(...item2("Until", longDate(order.end)));
    return entry(
      order,
      `${order.who}: ${ORDER_WORDS[order.kind]}`,
      order.scope === "part" ? "a part of the zone" : "the whole zone",
      extra
    );
  }
  var ageOf = (record) => ageWords(Math.max(0, store.state.date - record.about));
  function advanceCard(advance) {
    const drawn2 = distinct([advance.depth, advance.width]).map(claimOf);
    const drawing = [
      ...item2("Placed by", `${advance.placedBy}, because ${advance.reason}`),
      ...item2("Stretch", advance.sectionText ?? ""),
      ...item2("Bands", advance.convention ?? "")
    ];
    if (advance.areas) {
      const [inner, likely, outer] = advance.areas.map((area) => formatNumber(Math.round(area)));
      drawing.push(
        ...item2("Area", `${inner} km² inner, ${likely} likely, ${outer} outer: computed from the drawing, not claimed`)
      );
    }
    return {
      kind: "Claimed advance",
      title: advanceTitle(advance),
      parts: [
        el("p", { class: "warn" }, "A reconstruction of claimed figures. It does not show control."),
        ...drawn2.map(claimEntry),
        el("h3", { class: "rule" }, "How it is drawn"),
        el("dl", {}, ...drawing)
      ]
    };
  }
  function placeCard(place4) {
    const events = newestFirst(
      payload.events.filter((e) => e.settlement === place4.id),
      store.state
    );
    const names4 = distinct([place4.ru, place4.uk]).join(" · ");
    const where = [place4.district && `${place4.district} district`, place4.oblast && `${place4.oblast} oblast`].filter(Boolean).join(", ");
    const people = place4.population === void 0 ? "" : `population ${formatNumber(place4.population)} (${place4.populationSource})`;
    const precision = place4.precision ? `point good to about ${formatNumber(place4.precision)} m` : "coordinates not established";
    return {
      kind: "Place",
      title: place4.name,
      parts: [
        el("p", { class: "quiet" }, [names4, where, precision, people].filter(Boolean).join(" · ")),
        ...events.map(eventEntry),
        none(events)
      ]
    };
  }
  function zoneCard(zone) {
    const orders = newestFirst(
      payload.orders.filter((o) => o.zone === zone.id),
      store.state
    );
    const extent = zone.extent === "approximate" ? "Extent approximate, derived by us" : "Official extent";
    const origin = [extent, zone.source, zone.licence].filter(Boolean).join(" · ");
    return {
      kind: "Evacuation zone",
      title: zone.name,
      parts: [el("p", { class: "quiet" }, origin), ...orders.map(orderEntry), none(orders)]
    };
  }
  var none = (records) => records.length ? null : el("p", {}, "Nothing was said of it by this day, as known then.");
  var claimCard = (claim) => ({ kind: "Claim", title: claimTitle(claim), parts: [claimEntry(claim)] });
  function cardOf(selected) {
    const found2 = resolve(selected);
    switch (found2.type) {
      case "advance":
        return advanceCard(found2.record);
      case "settlement":
        return placeCard(found2.record);
      case "zone":
        return zoneCard(found2.record);
      case "claim":
        return claimCard(found2.record);
      case "front":
        return frontCard(found2.record);
    }
  }
  function open(selected) {
    const { kind: kind2, title: title2, parts } = cardOf(selected);
    byId("card-kind").textContent = kind2;
    byId("card-title").textContent = title2;
    fill(body2, ...parts);
    const focused = document.activeElement;
    const byKey2 = focused instanceof Element && focused.matches('[role="button"]:focus-visible');
    if (byKey2) opener = /** @type {HTMLElement} */
    focused;
    card.hidden = false;
    if (selected === subject) return;
    subject = selected;
    body2.scrollTop = 0;
    if (byKey2) byId("card-title").focus();
  }
  function close() {
    const inside2 = card.contains(document.activeElement);
    card.hidden = true;
    subject = null;
    if (opener && inside2) opener.focus();
    opener = null;
  }
  byId("card-close").addEventListener("click", () => update({ selected: null }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && store.state.selected !== null) update({ selected: null });
  });
  onPaint((state) => {
    if (isHosted) return;
    const wanted = state.selected === null ? null : JSON.stringify(writeState());
    if (wanted === shown3) return;
    if (state.selected === null) close();
    else open(state.selected);
    shown3 = wanted;
  });

  // geo/webmap/js/controls/gestures.js
  var holder2 = map.getContainer();
  function share() {
    holder2.classList.add("shares-gestures");
    const apple = /Mac|iPhone|iPad/.test(navigator.platform);
    holder2.addEventListener(
      "wheel",
      (event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.stopImmediatePropagation();
        showNotice(`Hold ${apple ? "⌘" : "Ctrl"} and scroll to zoom the map`);
      },
      { capture: true, passive: true }
    );
    for (
      const type of
      /** @type {const} */
      ["touchstart", "touchmove"]
    ) {
      holder2.addEventListener(
        type,
        (event) => {
          if (event.touches.length !== 1) return;
          event.stopImmediatePropagation();
          if (type === "touchmove") showNotice("Use two fingers to move the map");
        },
        { capture: true, passive: true }
      );
    }
  }
  if (isHosted || isFramed) share();

  // geo/webmap/js/controls/pointing.js
  var holder3 = map.getContainer();
  function selectFrontAt(at2) {
    const names4 = frontsAt(at2).map(({ track }) => `front:${track.id}`);
    const next = names4[names4.findIndex((name) => name === store.state.selected) + 1];
    if (next === void 0) return false;
    update({ selected: next });
    return true;
  }
  var hovered = 0;
  map.on("mousemove", ({ latlng, originalEvent }) => {
    cancelAnimationFrame(hovered);
    hovered = requestAnimationFrame(() => point(latlng, originalEvent));
  });
  map.on("mouseout movestart", () => {
    cancelAnimationFrame(hovered);
    leave();
  });
  function leave() {
    if (!holder3.classList.contains("over-front")) return;
    holder3.classList.remove("over-front");
    tooltip.hide();
  }
  function point(at2, event) {
    if (event.target instanceof Element && event.target.closest(".leaflet-interactive")) {
      holder3.classList.remove("over-front");
      return;
    }
    const under = frontsAt(at2);
    if (under.length === 0) {
      leave();
      return;
    }
    holder3.classList.add("over-front");
    tooltip.show(describeFronts(under), event);
  }
  map.on("click", (event) => {
    if (selectFrontAt(event.latlng)) return;
    if (store.state.selected !== null) update({ selected: null });
  });

  // geo/webmap/js/rules/spelling.js
  var CYRILLIC = /\p{Script=Cyrillic}/u;
  var LETTER = /\p{L}/u;
  var LONGEST = 90;
  var rows2 = [new Uint8Array(LONGEST + 6), new Uint8Array(LONGEST + 6), new Uint8Array(LONGEST + 6)];
  var lower = (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  var normalized = (text) => lower(text).replaceAll("й", "\0").replaceAll("ё", "е").normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("\0", "й").replace(/[^\p{L}\p{N}]/gu, "");
  var isCyrillic = (text) => CYRILLIC.test(text);
  function transliterated(text, table) {
    let out = "";
    let before = "^";
    for (const letter of lower(text)) {
      out += table[before + letter] ?? table[letter] ?? letter;
      before = LETTER.test(letter) ? letter : "^";
    }
    return out;
  }
  function speller({ schemes, fuzzyKey: folds }) {
    function spellings(name) {
      const found2 = [normalized(name)];
      if (isCyrillic(name)) for (const table of schemes) found2.push(normalized(transliterated(name, table)));
      return [...new Set(found2)].filter(Boolean);
    }
    const fuzzyKey = (spelling) => folds.reduce((text, [old, fresh]) => text.replaceAll(old, fresh), spelling);
    return { spellings, fuzzyKey };
  }
  function typosBetween(a, b, most) {
    if (Math.abs(a.length - b.length) > most || a.length > LONGEST || b.length > LONGEST) return most + 1;
    let [older, old, fresh] = rows2;
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

  // geo/webmap/js/rules/place_index.js
  var MATCH = { same: 0, otherHand: 1, beginning: 2, laterWord: 3, typo: 4, typoInBeginning: 5 };
  var LIMIT = 80;
  var typosAllowed = (length) => length < 4 ? 0 : length < 8 ? 1 : 2;
  function lettersOf(text) {
    let bits = 0;
    for (let i = 0; i < text.length; i += 1) bits |= 1 << text.charCodeAt(i) % 31;
    return bits;
  }
  function bitsIn(number) {
    let n = number - (number >>> 1 & 1431655765);
    n = (n & 858993459) + (n >>> 2 & 858993459);
    return (n + (n >>> 4) & 252645135) * 16843009 >>> 24;
  }
  function folded(names4, { spellings, fuzzyKey }) {
    const spelt = new Set(names4.flatMap(spellings));
    const keys = new Set([...spelt].map(fuzzyKey));
    const words = names4.flatMap((name) => name.split(/[\s-]+/).slice(1));
    return {
      spelt,
      keys: [...keys],
      later: [...new Set(words.flatMap(spellings).map(fuzzyKey))],
      near: [.../* @__PURE__ */ new Set([...keys, ...spelt])].map((key2) => ({ key: key2, letters: lettersOf(key2) }))
    };
  }
  var Best = class {
    constructor() {
      this.rows = /* @__PURE__ */ new Map();
    }
    /** Take a match if it is better than what the row has. @param {number} row @param {number} match @param {number} typos */
    keep(row, match, typos) {
      const had = this.rows.get(row);
      if (had === void 0 || match < had[0] || match === had[0] && typos < had[1]) this.rows.set(row, [match, typos]);
    }
  };
  var PlaceIndex = class {
    /** @param {Thing[]} things @param {Spelling} tables */
    constructor(things2, tables) {
      this.things = things2;
      this.spell = speller(tables);
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
      if (best.rows.size < limit) this.#byTypos(best, /* @__PURE__ */ new Set([...wanted, ...asked]));
      const ranked = Array.from(best.rows, ([row, [match, typos]]) => ({ ...this.things[row], match, typos }));
      ranked.sort(
        (a, b) => a.match - b.match || a.typos - b.typos || b.weight - a.weight || byText(a.names[0], b.names[0]) || byText(a.id, b.id)
      );
      return ranked.slice(0, limit);
    }
    /** @param {Best} best @param {string[]} asked @param {string[]} wanted */
    #byName(best, asked, wanted) {
      this.folded.forEach(({ spelt, keys, later }, row) => {
        if (asked.some((spelling) => spelt.has(spelling))) best.keep(row, MATCH.same, 0);
        for (const key2 of keys) {
          if (wanted.includes(key2)) best.keep(row, MATCH.otherHand, 0);
          else if (wanted.some((text) => key2.startsWith(text))) best.keep(row, MATCH.beginning, 0);
        }
        for (const key2 of later) if (wanted.some((text) => key2.startsWith(text))) best.keep(row, MATCH.laterWord, 0);
      });
    }
    /** @param {Best} best @param {Iterable<string>} texts */
    #byTypos(best, texts) {
      for (const text of texts) {
        const most = typosAllowed(text.length);
        if (most === 0) continue;
        const letters = lettersOf(text);
        this.folded.forEach(({ near }, row) => {
          for (const { key: key2, letters: own } of near) {
            if (bitsIn(letters & ~own) > most) continue;
            const whole = typosBetween(text, key2, most);
            if (whole <= most) best.keep(row, MATCH.typo, whole);
            const begun = typosBetween(text, key2.slice(0, text.length), most);
            if (begun <= most) best.keep(row, MATCH.typoInBeginning, begun);
          }
        });
      }
    }
  };

  // geo/webmap/js/controls/search.js
  var CLOSE_ZOOM = 11.5;
  var box3 = byId("search");
  var field2 = byId("find", HTMLInputElement);
  var list2 = byId("found");
  var opener2 = byId("search-button");
  var shown4 = [];
  var chosen = -1;
  var STEPS = { ArrowDown: 1, ArrowUp: -1 };
  function things() {
    const said = /* @__PURE__ */ new Map();
    for (const { settlement } of payload.events) said.set(settlement, (said.get(settlement) ?? 0) + 1);
    const names4 = ({ name, ru, uk }) => distinct([name, ru, uk]);
    const places2 = payload.settlements.map((place4) => ({
      kind: "settlement",
      id: place4.id,
      names: names4(place4),
      weight: said.get(place4.id) ?? 0,
      at: place4.at,
      about: [place4.district && `${place4.district} district`, place4.oblast].filter(Boolean).join(", ")
    }));
    const zoned = payload.zones.map((zone) => ({
      kind: "zone",
      id: zone.id,
      names: names4(zone),
      weight: 0,
      shape: zone.shape,
      about: "evacuation zone"
    }));
    const known2 = new Set(places2.flatMap((place4) => place4.names));
    const towns2 = payload.base.flatMap(
      ({ at: at2, nameEn, nameRu, nameUk }) => at2 && nameEn && !known2.has(nameEn) ? [{ kind: "town", id: nameEn, names: distinct([nameEn, nameRu, nameUk]), weight: 0, at: at2, about: "town" }] : []
    );
    return [...places2, ...zoned, ...towns2];
  }
  var placeIndex = new PlaceIndex(things(), payload.spelling);
  function foldIdly() {
    if (!window.requestIdleCallback || placeIndex.isReady) return;
    window.requestIdleCallback((idle) => {
      while (!placeIndex.isReady && idle.timeRemaining() > 1) placeIndex.foldNext();
      foldIdly();
    });
  }
  var onMap = (thing) => Boolean(thing.at || thing.shape);
  function option(thing, number) {
    const [first2, ...rest] = thing.names;
    const other = rest.find((name) => isCyrillic(name) !== isCyrillic(first2));
    const where = [thing.about, onMap(thing) ? "" : "not on the map"].filter(Boolean).join(" · ");
    const row = el(
      "li",
      { role: "option", id: `found-${number}`, "aria-selected": "false" },
      el("span", {}, first2, other ? el("span", { class: "quiet" }, ` ${other}`) : null),
      el("span", { class: "quiet" }, where)
    );
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      take(thing);
    });
    return row;
  }
  function open2(matches) {
    shown4 = matches;
    chosen = matches.length ? 0 : -1;
    fill(
      list2,
      ...matches.map(option),
      matches.length || !field2.value.trim() ? null : el("li", { class: "quiet" }, "No place of that name")
    );
    list2.hidden = !field2.value.trim();
    field2.setAttribute("aria-expanded", String(!list2.hidden));
    mark3();
  }
  function mark3() {
    [...list2.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === chosen)));
    if (chosen < 0) field2.removeAttribute("aria-activedescendant");
    else field2.setAttribute("aria-activedescendant", `found-${chosen}`);
    list2.children[chosen]?.scrollIntoView?.({ block: "nearest" });
  }
  function close2() {
    list2.hidden = true;
    field2.setAttribute("aria-expanded", "false");
  }
  function unfold2(on) {
    box3.classList.toggle("open", on);
    opener2.setAttribute("aria-expanded", String(on));
  }
  function leave2() {
    unfold2(false);
    opener2.focus();
  }
  function take(thing) {
    field2.value = thing.names[0];
    close2();
    leave2();
    if (thing.kind !== "town") update({ selected: `${thing.kind}:${thing.id}` });
    if (thing.at) map.setView([thing.at[1], thing.at[0]], Math.max(map.getZoom(), CLOSE_ZOOM));
    else if (thing.shape) map.fitBounds(L.latLngBounds(thing.shape.flat().flatMap(latLngs)), { maxZoom: CLOSE_ZOOM });
    const note = onMap(thing) ? "" : ", not on the map: its place is not established";
    byId("live").textContent = `${thing.names[0]}${note}`;
    if (!onMap(thing)) showNotice(`${thing.names[0]} is not on the map: its place is not established`);
  }
  field2.addEventListener("input", () => open2(placeIndex.find(field2.value)));
  field2.addEventListener("focus", () => {
    placeIndex.makeReady();
    if (field2.value.trim()) open2(placeIndex.find(field2.value));
  });
  field2.addEventListener("blur", () => {
    close2();
    unfold2(false);
  });
  opener2.addEventListener("click", () => {
    unfold2(true);
    field2.focus();
    field2.select();
  });
  field2.addEventListener("keydown", (event) => {
    const step2 = STEPS[event.key];
    if (step2 && shown4.length && !list2.hidden) {
      event.preventDefault();
      chosen = (chosen + step2 + shown4.length) % shown4.length;
      mark3();
    }
    if (event.key === "Enter" && chosen >= 0 && !list2.hidden) {
      event.preventDefault();
      take(shown4[chosen]);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      if (list2.hidden) {
        field2.value = "";
        leave2();
      }
      close2();
    }
  });
  box3.hidden = payload.settlements.length + payload.zones.length === 0;

  // geo/webmap/js/rules/grammar.js
  var GRAMMAR = [
    { "name": "on", "key": "date", "form": "day", "values": [] },
    { "name": "known", "key": "known", "form": "day", "values": [] },
    { "name": "compare", "key": "compare", "form": "day", "values": [] },
    { "name": "curve", "key": "curve", "form": "one", "values": ["claims", "area", "depth", "width"] },
    { "name": "layers", "key": "layers", "form": "some", "values": ["advances", "stretches", "fronts", "places", "zones", "towns"] },
    { "name": "sides", "key": "sides", "form": "some", "values": ["ukraine", "russia", "independent"] },
    { "name": "hide", "key": "hidden", "form": "names", "values": [] },
    { "name": "hidefront", "key": "hiddenFronts", "form": "names", "values": [] },
    { "name": "sel", "key": "selected", "form": "selection", "values": [] },
    { "name": "at", "key": "at", "form": "viewpoint", "values": [] }
  ];

  // geo/webmap/js/rules/address.js
  var FEW_SIGNS = 40;
  var inOrder = ({ form, values }, names4) => form === "some" ? values.filter((name) => names4.includes(name)) : [...names4].sort(byText);
  function textsOf(part, state, at2) {
    if (part.form === "viewpoint") return at2 ? [at2] : [];
    const value = state[
      /** @type {keyof PlainState} */
      part.key
    ];
    if (Array.isArray(value)) {
      const names4 = inOrder(part, value);
      if (part.form === "names") return names4;
      return names4.length === part.values.length ? [] : [names4.join(",")];
    }
    return !value || part.form === "one" && value === part.values[0] ? [] : [value];
  }
  var quoted = (text) => encodeURIComponent(text).replaceAll("%2C", ",").replaceAll("%3A", ":");
  var writeAddress = (state, at2) => GRAMMAR.flatMap((part) => textsOf(part, state, at2).map((text) => `${part.name}=${quoted(text)}`)).join("&");
  function readAddress(address, defaults, { readState, sortNames }) {
    const change = { ...defaults };
    const given = new URLSearchParams(address);
    const unread = [];
    for (const { name, key: key2, form } of GRAMMAR) {
      if (form === "viewpoint" || !given.has(name)) continue;
      if (form === "some" || form === "names") {
        const field3 = (
          /** @type {ListField} */
          key2
        );
        const asked = form === "names" ? given.getAll(name) : (given.get(name) ?? "").split(",").filter(Boolean);
        const { kept: kept2, unknown } = sortNames(field3, asked);
        if (unknown.length) unread.push(`${name} ${unknown.join(", ").slice(0, FEW_SIGNS)}`);
        if (kept2.length || !unknown.length) change[field3] = new Set(kept2);
        continue;
      }
      const value = given.get(name);
      if (!value) continue;
      const read3 = readState({ [key2]: value });
      if (read3) Object.assign(change, read3);
      else unread.push(`${name} ${value.slice(0, FEW_SIGNS)}`);
    }
    return { change, unread };
  }
  function lookOf(address) {
    const at2 = new URLSearchParams(address).get("at");
    return at2 ? { at: at2, words: `at ${at2.slice(0, FEW_SIGNS)}` } : null;
  }

  // geo/webmap/js/controls/viewpoint.js
  var FORM = /^-?\d{1,3}(\.\d{1,10})?,-?\d{1,2}(\.\d{1,10})?,\d{1,2}(\.\d{1,4})?$/;
  var SETTLE_MS2 = 250;
  var listeners4 = [];
  var touched = false;
  var timer4 = 0;
  var textOf = (center, zoom3) => [center.lng.toFixed(5), center.lat.toFixed(5), zoom3.toFixed(2)].map(Number).join(",");
  var viewpoint = () => touched && !isHome() ? textOf(map.getCenter(), map.getZoom()) : null;
  var lookAt = (text) => {
    if (typeof text !== "string" || !FORM.test(text)) return false;
    const [lon, lat, zoom3] = text.split(",").map(Number);
    const [west2, south2, east2, north2] = payload.area;
    if (lon < west2 || lon > east2 || lat < south2 || lat > north2 || zoom3 < 1 || zoom3 > 20) return false;
    touched = true;
    look2.asked = { center: [lat, lon], zoom: zoom3 };
    map.setView([lat, lon], zoom3, { animate: false });
    return true;
  };
  var onLook = (listener) => listeners4.push(listener);
  for (const gesture of ["pointerdown", "wheel", "keydown", "touchstart"]) {
    byId("stage").addEventListener(
      gesture,
      () => {
        touched = true;
      },
      { capture: true, passive: true }
    );
  }
  map.on("moveend", () => {
    if (!touched) return;
    clearTimeout(timer4);
    timer4 = window.setTimeout(() => listeners4.forEach((listener) => listener(viewpoint())), SETTLE_MS2);
  });

  // geo/webmap/js/controls/messages.js
  var root2 = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var [FIRST_CURVE] = Object.keys(CURVE_WORDS);
  var told = "";
  function setTheme(theme) {
    root2.dataset.theme = theme;
  }
  var hasExactly = (message, keys) => Object.keys(message).sort().join() === keys;
  function receive(event) {
    const message = event.data;
    if (event.source !== window.parent || message === null || typeof message !== "object" || message.salient !== 1) {
      return;
    }
    if (message.type === "theme" && hasExactly(message, "salient,theme,type") && ["light", "dark"].includes(message.theme)) {
      setTheme(message.theme);
    }
    if (message.type === "at" && hasExactly(message, "at,salient,type")) lookAt(message.at);
    if (message.type === "set" && hasExactly(message, "salient,state,type")) {
      const change = reader.readState(message.state);
      if (change === null) return;
      update(change, "never");
      told = JSON.stringify(writeState());
    }
  }
  var send = (message) => window.parent.postMessage({ salient: 1, ...message }, "*");
  function tell() {
    const state = writeState();
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    send({ type: "state", state });
  }
  function fromAddress() {
    const defaults = {
      known: null,
      selected: null,
      layers: new Set(Object.keys(LAYER_WORDS)),
      sides: new Set(Object.keys(SIDE_WORDS)),
      hidden: /* @__PURE__ */ new Set(),
      hiddenFronts: /* @__PURE__ */ new Set(),
      compare: null,
      curve: FIRST_CURVE
    };
    return readAddress(location.hash.slice(1), defaults, reader);
  }
  function lookFromAddress() {
    const look3 = lookOf(location.hash.slice(1));
    return !look3 || lookAt(look3.at) ? [] : [look3.words];
  }
  function complain(unread) {
    if (unread.length === 0) return;
    const words = `Not understood in the address, and left out: ${unread.join("; ")}`;
    showNotice(words);
    byId("live").textContent = words;
  }
  function toAddress() {
    const hash = `#${writeAddress(writeState(), viewpoint())}`;
    if (location.hash !== hash) history.replaceState(null, "", hash);
  }
  function followAddress() {
    const { change, unread } = fromAddress();
    if (location.hash.length > 1) Object.assign(store.state, change);
    unread.push(...lookFromAddress());
    onSettle(toAddress);
    onLook(toAddress);
    window.addEventListener("hashchange", () => {
      const missed = lookFromAddress();
      const { change: next, unread: others } = fromAddress();
      update(next);
      complain([...others, ...missed]);
    });
    return unread;
  }
  function followHost() {
    window.addEventListener("message", receive);
    onSettle(tell);
    onLook((at2) => send({ type: "at", at: at2 }));
    told = JSON.stringify(writeState());
  }
  setTheme(dark.matches ? "dark" : "light");
  if (isHosted) followHost();
  else dark.addEventListener("change", () => setTheme(dark.matches ? "dark" : "light"));
  var unreadAtFirst = isHosted || isFramed ? [] : followAddress();
  function sayReady() {
    if (isHosted) send({ type: "ready" });
    else complain(unreadAtFirst);
  }

  // geo/webmap/js/main.js
  var entries = (on, found2, pick) => Object.fromEntries(on ? Array.from(found2, ([id, value]) => [id, pick(value)]) : []);
  var ids = (words) => words.map(({ id }) => id);
  function snapshot() {
    const { state, view } = store;
    const { layers: layers3 } = state;
    const center = map.getCenter();
    const placesDrawn = [...view.places].filter(([id]) => settlements.get(id)?.at);
    const zonesDrawn = [...view.zones].filter(([id]) => zones.get(id)?.shape);
    return {
      ...writeState(),
      advances: entries(layers3.has("advances"), view.advances, ({ age, depthLine, bands }) => ({
        age,
        depthLine,
        bands
      })),
      settlements: entries(layers3.has("places"), placesDrawn, ({ status, side, age, disputed, words }) => ({
        status,
        side,
        age,
        disputed,
        words: ids(words)
      })),
      zones: entries(layers3.has("zones"), zonesDrawn, ({ kind: kind2, scope, age, conflicting, words }) => ({
        kind: kind2,
        scope,
        age,
        conflicting,
        words: ids(words)
      })),
      fronts: entries(
        layers3.has("fronts"),
        frontsShown(state, view).map((on) => [on.track.id, on]),
        ({ track, state: said, index, age }) => ({
          state: said,
          index,
          age,
          drawn: track.series !== null && index !== null
        })
      ),
      view: { lat: center.lat, lon: center.lng, zoom: map.getZoom() }
    };
  }
  window.salient = Object.freeze({ snapshot });
  openAxis();
  paint();
  settle();
  requestAnimationFrame(
    () => requestAnimationFrame(() => {
      sayReady();
      loadFronts();
      foldIdly();
    })
  );
  return __toCommonJS(main_exports);
})();
