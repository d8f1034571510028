// Made by `npm run build` from the modules named below; not to be edited.
"use strict";
var Salient = (() => {
  var __defProp = Object.defineProperty;
  var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
  var __getOwnPropNames = Object.getOwnPropertyNames;
  var __hasOwnProp = Object.prototype.hasOwnProperty;
  var __export = (target3, all) => {
    for (var name in all)
      __defProp(target3, name, { get: all[name], enumerable: true });
  };
  var __copyProps = (to, from, except, desc) => {
    if (from && typeof from === "object" || typeof from === "function") {
      for (let key3 of __getOwnPropNames(from))
        if (!__hasOwnProp.call(to, key3) && key3 !== except)
          __defProp(to, key3, { get: () => from[key3], enumerable: !(desc = __getOwnPropDesc(from, key3)) || desc.enumerable });
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
    onlyToday: () => onlyToday,
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
  var format = (options2) => new Intl.DateTimeFormat("en-GB", { ...options2, timeZone: "UTC" });
  var long = format({ day: "numeric", month: "long", year: "numeric" });
  var medium = format({ day: "numeric", month: "long" });
  var short = format({ day: "numeric", month: "short" });
  function calendar({ first: first2, start: start2, last }) {
    const firstMs = Date.parse(`${first2}T00:00:00Z`);
    const ms = (day2) => firstMs + day2 * DAY_MS;
    const iso2 = (day2) => new Date(ms(day2)).toISOString().slice(0, 10);
    function dayOf2(text) {
      if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
      const day2 = Math.round((Date.parse(`${text}T00:00:00Z`) - firstMs) / DAY_MS);
      return day2 >= 0 && day2 <= last && iso2(day2) === text ? day2 : null;
    }
    function dayNumber2(day2) {
      const n = day2 - start2;
      if (n >= 0) return `day ${n + 1}`;
      return n === -1 ? "the day before" : `${-n} days before`;
    }
    return {
      iso: iso2,
      dayOf: dayOf2,
      dayNumber: dayNumber2,
      /** "12 August 2024". @param {number} day */
      longDate: (day2) => long.format(ms(day2)),
      /** "12 August". @param {number} day */
      mediumDate: (day2) => medium.format(ms(day2)),
      /** "12 Aug". @param {number} day */
      shortDate: (day2) => short.format(ms(day2)),
      /** Whether a day is the first of its month. @param {number} day */
      isMonthStart: (day2) => iso2(day2).endsWith("-01"),
      /** Keep a day inside the case. @param {number} day */
      clamp: (day2) => Math.min(last, Math.max(0, day2))
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
  function latest(records2, key3, state) {
    const newest = /* @__PURE__ */ new Map();
    for (const record of records2) if (isSeen(record, state)) newest.set(key3(record), record);
    return newest;
  }
  var newestFirst = (records2, state) => records2.filter((record) => isSeen(record, state)).sort(byClock).reverse();
  var indexed = (records2) => new Map(Array.from(records2, (record) => [record.id, record]));

  // geo/webmap/js/rules/bodies.js
  var days = (n) => `${n} ${n === 1 ? "day" : "days"}`;
  function ageState(ages, age) {
    if (age <= ages.fades) return "fresh";
    if (age <= ages.doubtful) return "faded";
    return age <= ages.ended ? "doubtful" : "ended";
  }
  function holds(window2, { date, known: known2 }) {
    if (date < Number(window2[0]) || date > Number(window2[1])) return false;
    if (known2 === null) return window2[3] === null;
    return known2 >= Number(window2[2]) && known2 <= (window2[3] ?? known2);
  }
  var idsWithGround = (bodies) => new Set(bodies.flatMap(({ body: body3 }) => body3.bands ? body3.pieces.flatMap(({ ids: ids2 }) => ids2) : []));
  var isOtherGround = (then, now) => Boolean(now.body.bands) && JSON.stringify(now.body.bands) !== JSON.stringify(then?.body.bands);
  var newestOf = ({ figures, pieces }) => Math.max(...(figures ? pieces.slice(0, figures) : pieces).map(({ about }) => about));
  function bodyRule(bodies, ages) {
    const all = bodies.map((body3) => ({
      body: body3,
      newest: newestOf(body3),
      speakers: [...new Set(body3.pieces.map(({ who }) => who))]
    }));
    return (state) => {
      const found2 = /* @__PURE__ */ new Map();
      for (const { body: body3, newest, speakers: speakers2 } of all) {
        if (!body3.windows.some((window2) => holds(window2, state))) continue;
        const age = state.date - newest;
        const without = state.hidden.size ? speakers2.filter((who) => state.hidden.has(who)) : [];
        const asked = state.bodies === "claimants" ? !body3.ofSide : body3.leading;
        const shown9 = asked && state.sides.has(body3.side) && without.length === 0;
        found2.set(body3.id, { body: body3, age, state: ageState(ages, age), asked, shown: shown9, without });
      }
      return found2;
    };
  }
  function staleWords({ body: body3, age, state }, date, ages) {
    const what = body3.kind === "places" ? "place" : "figure";
    const said = [];
    if (state === "faded") said.push(`Faded: its newest ${what} is ${days(age)} old, so it is an outline`);
    if (state === "doubtful") said.push(`Doubtful: its newest ${what} is ${days(age)} old`);
    const oldest = body3.pieces.reduce((one, other) => other.about < one.about ? other : one);
    const oldestAge = date - oldest.about;
    if (oldestAge > Math.max(ages.doubtful, age)) {
      said.push(`${said.length ? "its" : "Its"} oldest piece, ${oldest.what}, is ${days(oldestAge)} old`);
    }
    return said.length ? `${said.join("; ")}.` : "";
  }
  function noticeOf(shapes, ages) {
    if (shapes.length === 0 || shapes.some(({ state }) => state === "fresh")) return "";
    const newest = Math.min(...shapes.map(({ age }) => age));
    const [which, are] = shapes.length > 1 ? ["newest", "all are outlines"] : ["only", "it is an outline"];
    const what = newest > ages.doubtful ? "doubtful" : "faded";
    return `The ${which} shape is ${days(newest)} old and ${what}: ${are}, not the present state.`;
  }

  // geo/webmap/js/rules/advances.js
  function advanceRule(advances3, ages) {
    const sorted2 = [...advances3].sort(byClock);
    return (asOf) => {
      const drawn2 = /* @__PURE__ */ new Map();
      const inEffect2 = sorted2.filter((advance) => isInEffect(advance, asOf));
      for (const { id, about, width: width2 } of latest(inEffect2, ({ who }) => who, asOf).values()) {
        const age = asOf.date - about;
        const state = ageState(ages, age);
        const bands = width2 !== void 0;
        if (bands ? state !== "ended" : state === "fresh") drawn2.set(id, { age, state, bands });
      }
      return drawn2;
    };
  }

  // geo/webmap/js/rules/fronts.js
  function summed(steps) {
    let day2 = 0;
    return steps.map((step2) => day2 += step2);
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
    const day2 = track.about[index];
    const earlier = track.about.findLastIndex((about) => about < day2);
    return earlier >= 0 && track.about[earlier] === day2 - 1 ? earlier : null;
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
    const before2 = ownDrawing(track, first2, known2, iso2);
    if (before2.why !== void 0) return { why: before2.why };
    const after2 = ownDrawing(track, last, known2, iso2);
    if (after2.why !== void 0) return { why: after2.why };
    return { before: before2.index, after: after2.index };
  }

  // geo/webmap/js/rules/places.js
  var SIDES = ["ukraine", "russia", "independent"];
  function grouped(events2) {
    const groups = /* @__PURE__ */ new Map();
    for (const event of [...events2].sort(byClock)) {
      if (!groups.has(event.settlement)) groups.set(event.settlement, []);
      groups.get(event.settlement).push(event);
    }
    return groups;
  }
  function placeRule(events2, hands, isOnMap) {
    const slots2 = [...grouped(events2)].map(([id, records2]) => ({ id, records: records2, found: null, inEffect: null }));
    const places2 = /* @__PURE__ */ new Map();
    let filter = "";
    let placesOnMap = 0;
    function isDisputed(words) {
      const holds3 = words.filter((word2) => hands[word2.status] !== "defending").map((word2) => word2.about);
      const losses = words.filter((word2) => word2.status === "lost").map((word2) => word2.about);
      const isDenied = words.some((word2) => word2.status === "denied");
      return holds3.length > 0 && (isDenied || losses.length > 0 && Math.max(...holds3) >= Math.min(...losses));
    }
    const saidBy = (words, status) => SIDES.filter((side) => words.some((word2) => word2.side === side && hands[word2.status] === hands[status]));
    function stateOf(records2, state) {
      const words = [...latest(records2, ({ who }) => who, state).values()].sort(byClock);
      const ahead = records2.find((record) => record.about > state.date);
      const behind = records2.findLast((record) => record.about <= state.date);
      const { status, side, about } = words.at(-1) ?? records2[0];
      const span2 = { from: behind ? behind.about : -Infinity, until: ahead ? ahead.about : Infinity };
      return { ...span2, status, side, about, age: 0, disputed: isDisputed(words), saidBy: saidBy(words, status), words };
    }
    function take2(slot, found2) {
      const before2 = slot.inEffect;
      slot.found = found2;
      slot.inEffect = found2.words.length > 0 ? found2 : null;
      if (slot.inEffect) places2.set(slot.id, found2);
      else places2.delete(slot.id);
      if (isOnMap(slot.id)) placesOnMap += Number(Boolean(slot.inEffect)) - Number(Boolean(before2));
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
  function zoneRule(orders2, strictness) {
    const oldestFirst = [...orders2].sort(byClock);
    const replacing = [...orders2].sort(newestLast);
    const statements = new Map(orders2.map((order) => [order, statementOf(order)]));
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
        const conflicting = words.some((word2) => word2.kind === "no_order") && words.some((word2) => word2.kind === "mandatory");
        zones3.set(id, { kind: kind2, scope, age: state.date - about, conflicting, words });
      }
      return zones3;
    };
  }

  // geo/webmap/js/rules/selection.js
  function selectionOf(payload2) {
    const onMap2 = new Set(payload2.settlements.filter((place3) => place3.at).map((place3) => place3.id));
    const tracks2 = tracksOf(payload2.fronts, payload2.ages);
    const advancesOn2 = advanceRule(payload2.advances, payload2.ages);
    const bodiesOn2 = bodyRule(payload2.bodies, payload2.ages);
    const zonesOn = zoneRule(payload2.orders, payload2.strictness);
    const { slots: slots2, placesOn } = placeRule(payload2.events, payload2.hands, (id) => onMap2.has(id));
    const viewOn2 = (state) => ({
      advances: advancesOn2(state),
      bodies: bodiesOn2(state),
      ...placesOn(state),
      zones: zonesOn(state),
      fronts: frontsOn(tracks2, state)
    });
    return { tracks: tracks2, placeSlots: slots2, advancesOn: advancesOn2, bodiesOn: bodiesOn2, viewOn: viewOn2 };
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
  var { tracks, placeSlots, advancesOn, bodiesOn, viewOn } = selectionOf(payload);
  var claims = indexed(payload.claims);
  var settlements = indexed(payload.settlements);
  var zones = indexed(payload.zones);
  var advances = indexed(payload.advances);
  var speakers = new Map([...payload.bodies].reverse().map((body3) => [body3.id, body3]));
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
      bodies: Object.keys(payload.bodyChoices)[0],
      selected: null
    },
    view: {
      advances: /* @__PURE__ */ new Map(),
      bodies: /* @__PURE__ */ new Map(),
      places: /* @__PURE__ */ new Map(),
      placesOnMap: 0,
      zones: /* @__PURE__ */ new Map(),
      fronts: /* @__PURE__ */ new Map()
    }
  };
  function latLngs(line6) {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < line6.length; i += 2) {
      x += line6[i];
      y += line6[i + 1];
      points.push([y / 1e5, x / 1e5]);
    }
    return points;
  }
  var arcs = [];
  var ringsOf = (rings) => rings.map((ring2) => ring2.flatMap((arc) => (arcs[arc] ??= latLngs(payload.arcs[arc])).slice(1)));

  // geo/webmap/js/rules/state.js
  function stateReader({ dayOf: dayOf2, iso: iso2, names: names4, curves, bodies, isSelectable: isSelectable2 }) {
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
      bodies: (value) => typeof value === "string" && bodies.includes(value) ? value : void 0,
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
      bodies: state.bodies,
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
    sideLetter: SIDE_LETTERS,
    checked: CHECKED_WORDS,
    band: BAND_WORDS
  } = payload.words;
  var LAYER_WORDS = payload.layerNames;
  var CURVE_WORDS = Object.fromEntries(Object.entries(payload.curves).map(([name, { label: label2 }]) => [name, label2]));
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
  var BODY_BASIS_WORDS = {
    stated: "stated: depth and width were claimed together",
    implied: "implied: worked out from what was claimed"
  };
  function kmWords([low, high2]) {
    const [from, to] = [low, high2].map((km) => km >= 10 ? Math.round(km) : Math.round(10 * km) / 10);
    return from === to ? `${from} km` : `${from}–${to} km`;
  }
  var depthWords = (depth) => depth ? `${kmWords(depth)} deep` : "";
  var widthWords = (chord, along) => chord && along ? `${kmWords(chord)} straight, ${kmWords(along)} along the border` : "";
  var cautionOf = (advance) => advance.caution ?? "";
  var advanceLabel = (advance, age) => advance.label + (age > 0 ? ` · ${counted(age, "day")} old` : "");
  var frontStateWords = ({ state, age, old }) => {
    if (state === "ended") return `${front.ended}, ${counted(age, "day")} old`;
    return age > 0 ? ageWords(age) + (old === "carried" ? "" : `, ${old}`) : front[state];
  };

  // geo/webmap/js/core/state.js
  var SETTLE_MS = 350;
  var SELECTABLE = {
    advance: advances,
    body: speakers,
    settlement: settlements,
    zone: zones,
    claim: claims,
    front: tracks
  };
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
  var bodiesMadeOf = (type, id) => [...store.view.bodies.values()].flatMap(({ body: body3 }) => {
    const holds3 = type === "claim" && body3.pieces.some(({ ids: ids2 }) => ids2.includes(id));
    return holds3 || type === "advance" && body3.advance === id ? [`body:${body3.id}`] : [];
  });
  function highlighted() {
    const lit = /* @__PURE__ */ new Set();
    if (store.state.selected === null) return lit;
    const found2 = resolve(store.state.selected);
    lit.add(store.state.selected);
    const { type, id: selected } = found2;
    for (const name of bodiesMadeOf(type, selected)) lit.add(name);
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
    bodies: Object.keys(payload.bodyChoices),
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
    "#swatches",
    "#age-notice",
    "#marks-key",
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
    return covers.map((node) => node.getBoundingClientRect()).filter((box5) => box5.width > 0).map((box5) => [
      box5.left - stand.left - CLEAR_PX,
      box5.top - stand.top - CLEAR_PX,
      box5.right - stand.left + CLEAR_PX,
      box5.bottom - stand.top + CLEAR_PX
    ]);
  }
  var watch = new ResizeObserver(() => {
    boxes = null;
    for (const listener of listeners) listener();
  });
  for (const node of [...covers, byId("card"), stage]) watch.observe(node);

  // geo/webmap/js/core/tooltip.js
  var tip = byId("tooltip");
  var stage2 = byId("stage");
  function place(x, y) {
    const box5 = stage2.getBoundingClientRect();
    const [w, h] = [tip.offsetWidth, tip.offsetHeight];
    const left = x + 16 + w > box5.right ? x - 16 - w : x + 16;
    const top = y + 16 + h > box5.bottom ? y - 12 - h : y + 16;
    tip.style.left = `${Math.max(4, left - box5.left)}px`;
    tip.style.top = `${Math.max(4, top - box5.top)}px`;
  }
  var middle = (node) => {
    const box5 = node.getBoundingClientRect();
    return [box5.left + box5.width / 2, box5.top + box5.height / 2];
  };
  var tooltip = {
    /** Show a description at an event or a node. @param {Description} what @param {MouseEvent | Element} where */
    show(what, where) {
      if (where instanceof PointerEvent && where.pointerType === "touch") return;
      fill(
        tip,
        el("strong", {}, what.title),
        what.sub ? el("span", { class: "tip-sub" }, what.sub) : null,
        ...what.lines.filter(Boolean).map((line6) => el("span", {}, line6))
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
  function listen(layer2, name, describe6, label2) {
    layer2.on("mouseover", (event) => tooltip.show(describe6(), event.originalEvent));
    layer2.on("mousemove", (event) => tooltip.move(event.originalEvent));
    layer2.on("mouseout", () => tooltip.hide());
    layer2.on("click", (event) => {
      L.DomEvent.stop(event.originalEvent);
      selectThing(name);
    });
    const node = layer2.getElement();
    if (label2 && node) listenToKeys(
      /** @type {HTMLElement} */
      node,
      name,
      describe6,
      label2
    );
  }
  function listenToKeys(node, name, describe6, label2) {
    node.setAttribute("aria-label", label2);
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.addEventListener("focus", () => {
      if (!node.matches(":focus-visible")) return;
      node.setAttribute("aria-label", tooltip.words(describe6()));
      tooltip.show(describe6(), node);
    });
    node.addEventListener("blur", () => tooltip.hide());
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      selectThing(name);
    });
  }

  // geo/webmap/js/layers/canvas_layer.js
  var density = () => window.devicePixelRatio || 1;
  function frameOf(on, bounds) {
    const corner = on.getPixelOrigin().add(bounds.min ?? [0, 0]);
    const size = bounds.getSize();
    const scale = 256 * 2 ** on.getZoom();
    const key3 = `${scale} ${corner.x} ${corner.y} ${size.x} ${size.y}`;
    return { scale, x: corner.x, y: corner.y, w: size.x, h: size.y, key: key3, dpr: density() };
  }
  function penOf(canvas, settings) {
    const pen3 = canvas.getContext("2d", settings);
    if (pen3 === null) throw new TypeError("this browser draws on no canvas");
    return pen3;
  }
  var CanvasLayer = class extends L.Renderer {
    /** @param {{pane: string, padding: number, name: string}} options padding is a share of the map beyond each edge */
    constructor({ name, ...options2 }) {
      super(options2);
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

  // geo/webmap/js/layers/ground_raster.js
  var CELL_PX = 4;
  var [HOME, TARGET, BORDER] = [0, 1, 2];
  var pen = penOf(document.createElement("canvas"), { willReadFrequently: true });
  var target = (payload.grounds.target ?? []).map((polygon) => polygon.map(latLngs));
  var border = (payload.border ?? []).map(latLngs);
  var key = "";
  var wide = 0;
  var high = 0;
  var cells = new Uint8Array(0);
  function trace(line6) {
    line6.forEach((at2, i) => {
      const { x, y } = map.latLngToContainerPoint(at2);
      if (i === 0) pen.moveTo(x / CELL_PX, y / CELL_PX);
      else pen.lineTo(x / CELL_PX, y / CELL_PX);
    });
  }
  function draw() {
    const { x, y } = map.getSize();
    [wide, high] = [Math.ceil(x / CELL_PX), Math.ceil(y / CELL_PX)];
    pen.canvas.width = wide;
    pen.canvas.height = high;
    pen.fillStyle = "red";
    pen.strokeStyle = "lime";
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (const rings of target) rings.forEach(trace);
    pen.fill("evenodd");
    pen.beginPath();
    border.forEach(trace);
    pen.stroke();
    const { data } = pen.getImageData(0, 0, wide, high);
    cells = new Uint8Array(wide * high);
    for (let i = 0; i < cells.length; i += 1) {
      if (data[4 * i + 1] > 60) cells[i] = BORDER;
      else cells[i] = data[4 * i] > 127 ? TARGET : HOME;
    }
  }
  function look() {
    const size = map.getSize();
    const wanted = `${map.getBounds().toBBoxString()} ${size.x} ${size.y}`;
    if (wanted === key || size.x === 0 || size.y === 0) return;
    key = wanted;
    draw();
  }
  var cell = (px, end) => Math.min(Math.max(Math.floor(px / CELL_PX), 0), end - 1);
  function sideAt(x, y) {
    let [home, beyond] = [0, 0];
    const own = cells[cell(y, high) * wide + cell(x, wide)];
    if (own !== BORDER) return own;
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) {
        const found2 = cells[cell(y + dy * CELL_PX, high) * wide + cell(x + dx * CELL_PX, wide)];
        if (found2 === HOME) home += 1;
        if (found2 === TARGET) beyond += 1;
      }
    }
    return beyond > home ? TARGET : HOME;
  }
  function isOnGround([left, top, right, bottom], side) {
    const [x0, x1] = [cell(left, wide), cell(right, wide)];
    for (let y = cell(top, high); y <= cell(bottom, high); y += 1) {
      for (let x = x0; x <= x1; x += 1) if (cells[y * wide + x] !== side) return false;
    }
    return true;
  }

  // geo/webmap/js/layers/label_boxes.js
  var overlaps = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  var grown = ([left, top, right, bottom], px) => [left - px, top - px, right + px, bottom + px];
  var moved = ([left, top, right, bottom], [x, y]) => [left + x, top + y, right + x, bottom + y];
  var nearestOf = ([left, top, right, bottom], [x, y]) => [
    Math.min(Math.max(x, left), right),
    Math.min(Math.max(y, top), bottom)
  ];
  var hits = (box5, others) => others.some((other) => overlaps(box5, other));
  function crossings(box5, [x0, y0], others) {
    const [x1, y1] = nearestOf(box5, [x0, y0]);
    const [dx, dy] = [x1 - x0, y1 - y0];
    let found2 = 0;
    for (const [left, top, right, bottom] of others) {
      if (Math.max(x0, x1) < left - 1 || Math.min(x0, x1) > right + 1) continue;
      if (Math.max(y0, y1) < top - 1 || Math.min(y0, y1) > bottom + 1) continue;
      if (x0 > left - 1 && x0 < right + 1 && y0 > top - 1 && y0 < bottom + 1) continue;
      const [atX, atY] = [span(x0, dx, left - 1, right + 1), span(y0, dy, top - 1, bottom + 1)];
      if (Math.max(atX[0], atY[0], 0) < Math.min(atX[1], atY[1], 0.98)) found2 += 1;
    }
    return found2;
  }
  function span(from, step2, low, high2) {
    if (step2 === 0) return from > low && from < high2 ? [-Infinity, Infinity] : [Infinity, -Infinity];
    const [a, b] = [(low - from) / step2, (high2 - from) / step2];
    return a < b ? [a, b] : [b, a];
  }

  // geo/webmap/js/layers/label_spots.js
  var GAP_PX = 3;
  var RINGS_PX = [22, 40, 62, 90, 125, 170];
  var DIRECTIONS = 16;
  var MOST_LED = 6;
  var MOST_WEIGHED = 40;
  var FAR_PX = 60;
  var LED_RANK = 980;
  var boxAt = (x, y, { width: width2, height }) => [x, y, x + width2, y + height];
  function beside(label2, [x, y]) {
    const { width: w, height: h, clear: clear2 = [0, 0, 0, 0] } = label2;
    const [left, top, right, bottom] = [
      x + clear2[0] - GAP_PX - w,
      y + clear2[1] - GAP_PX - h,
      x + clear2[2] + GAP_PX,
      y + clear2[3] + GAP_PX
    ];
    const [middle2, level2] = [x - w / 2, y - h / 2];
    const corners = [
      [right, level2],
      [left, level2],
      [middle2, top],
      [middle2, bottom],
      [right, y - h - 1],
      [right, y + 1],
      [left, y - h - 1],
      [left, y + 1],
      [x - w * 0.2, top],
      [x - w * 0.8, top],
      [x - w * 0.2, bottom],
      [x - w * 0.8, bottom]
    ];
    return corners.map(([cx, cy]) => boxAt(cx, cy, label2));
  }
  function upon(label2, [x, y]) {
    const { width: w, height: h } = label2;
    return [y - h / 2, y - h - 6, y + 6].map((top) => boxAt(x - w / 2, top, label2));
  }
  var middleOf = ([left, top, right, bottom]) => [(left + right) / 2, (top + bottom) / 2];
  function around(label2, at2, out, px) {
    const { width: w, height: h } = label2;
    const first2 = Math.atan2(out[1], out[0]);
    return Array.from({ length: DIRECTIONS }, (_, i) => {
      const turn = first2 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * 2 * Math.PI / DIRECTIONS;
      const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
      const [x, y] = [at2[0] + dx * (px + w / 2), at2[1] + dy * (px + h / 2)];
      return boxAt(x - w / 2, y - h / 2, label2);
    });
  }
  function* led(label2, points) {
    const core = [
      points.reduce((sum, [x]) => sum + x, 0) / points.length,
      points.reduce((sum, [, y]) => sum + y, 0) / points.length
    ];
    const spread2 = label2.along?.length ? 1 : Math.max(1, Math.floor(points.length / MOST_LED));
    const anchors = points.filter((_, i) => i % spread2 === 0).slice(0, MOST_LED);
    const outward = ([x, y]) => [x - core[0] || 0, y - core[1] || -1];
    for (const at2 of anchors) {
      const out = outward(at2);
      const share2 = (box5) => {
        const [x, y] = middleOf(box5);
        return ((x - at2[0]) * out[0] + (y - at2[1]) * out[1]) / Math.hypot(x - at2[0], y - at2[1]);
      };
      const near = beside(label2, at2).map((box5) => ({ box: box5, out: share2(box5) }));
      near.sort((one, other) => other.out - one.out);
      for (const { box: box5 } of near.slice(0, 6)) yield { box: box5, from: at2 };
    }
    for (const px of RINGS_PX) {
      for (const at2 of anchors) for (const box5 of around(label2, at2, outward(at2), px)) yield { box: box5, from: at2 };
    }
  }
  function* spotsOf(label2, points) {
    if (label2.along) {
      yield* led(label2, points);
      return;
    }
    for (const at2 of points) {
      const boxes2 = label2.anchor === "center" ? upon(label2, at2) : beside(label2, at2);
      for (const box5 of boxes2) yield { box: box5, from: null };
    }
    const isCountry = label2.style === "country";
    if (!isCountry && label2.rank < LED_RANK) return;
    for (const px of isCountry ? RINGS_PX : RINGS_PX.filter((ring2) => ring2 < FAR_PX)) {
      for (const box5 of around(label2, points[0], [1, 0], px)) yield { box: box5, from: isCountry ? null : points[0] };
    }
  }
  function least(spots, willDo, cost) {
    let best;
    let price = Infinity;
    let weighed = 0;
    for (const spot of spots) {
      if (!willDo(spot)) continue;
      const own = cost(spot);
      if (own < price) [best, price] = [spot, own];
      weighed += 1;
      if (price === 0 || weighed === MOST_WEIGHED) break;
    }
    return best;
  }

  // geo/webmap/js/layers/label_text.js
  var FONT = { country: "600 13px", town: "500 12px", place: "500 11.5px", zone: "600 11px", claim: "600 11.5px" };
  var SPACED = { zone: 0.5, country: 4 };
  var LINE_PX = 14;
  var INSIDE_PX = 2;
  var BREAK_FROM_PX = 190;
  var NARROW_PX = 500;
  var family = getComputedStyle(document.body).fontFamily;
  var pen2 = penOf(document.createElement("canvas"));
  var measured = /* @__PURE__ */ new Map();
  function wordWidth(word2, style) {
    const key3 = `${style} ${word2}`;
    let width2 = measured.get(key3);
    if (width2 === void 0) {
      pen2.font = `${FONT[style]} ${family}`;
      width2 = pen2.measureText(word2).width;
      measured.set(key3, width2);
    }
    return width2;
  }
  function lineWidth(line6, style) {
    const words = line6.split(" ");
    const gaps = (words.length - 1) * wordWidth(" ", style);
    return words.reduce((sum, word2) => sum + wordWidth(word2, style), gaps) + line6.length * (SPACED[style] ?? 0);
  }
  var widthOf = (text, style) => Math.ceil(Math.max(...text.split("\n").map((line6) => lineWidth(line6, style)))) + 2 * INSIDE_PX;
  function broken(text, style) {
    if (style !== "claim" || widthOf(text, style) <= Math.min(BREAK_FROM_PX, 0.33 * map.getSize().x)) return text;
    const breaks = [...text.matchAll(/ (?=[(·])|, |(?<=×) /g)].map(({ index, 0: { length } }) => [
      index,
      index + length - 1
    ]);
    const ways = breaks.map(
      ([end, next]) => `${text.slice(0, text[end] === "," ? end + 1 : end)}
${text.slice(next + 1).replace(/^· /, "")}`
    );
    return ways.sort((a, b) => widthOf(a, style) - widthOf(b, style))[0] ?? text;
  }
  function written(text, style) {
    const narrow = style === "claim" && map.getSize().x < NARROW_PX;
    const lines = broken(narrow ? text.replace(", claimed", "") : text, style);
    return { lines, width: widthOf(lines, style), height: LINE_PX * lines.split("\n").length };
  }

  // geo/webmap/js/layers/labels.js
  var APART_PX = 2;
  var ARC_STEP_PX = 9;
  var MOST_CROSSED = 2;
  var ARC_END_PX = 8;
  var pane = map.getPane("s-labels") ?? map.getContainer();
  pane.classList.add("leaflet-zoom-hide");
  var leaders = svg("svg", { class: "leaders", width: 1, height: 1, "aria-hidden": "true" });
  pane.append(leaders);
  var labels = [];
  var waiting = 0;
  var unsorted = false;
  var laid = [];
  var kept = { key: "", at: [], radius: 0, number: 0 };
  var addLabel = (spec) => {
    const { lines, width: width2, height } = written(spec.text, spec.style);
    const node = el("span", { class: `label label-${spec.style} off`, "aria-hidden": "true" }, lines);
    const dot = spec.dot ? el("span", { class: "town-dot off" }) : null;
    const led2 = spec.along || spec.rank >= LED_RANK;
    const leader = led2 ? svg("path", { class: `leader leader-${spec.style} off` }) : null;
    pane.append(node);
    if (dot) pane.append(dot);
    if (leader) leaders.append(leader);
    const label2 = { ...spec, node, dot, leader, wanted: false, hidden: true, width: width2, height, number: labels.length };
    labels.push(label2);
    unsorted = true;
    return label2;
  };
  var setLabel = (label2, wanted, text) => {
    const fresh = wanted && label2.text !== text;
    if (fresh) {
      const { lines, width: width2, height } = written(text, label2.style);
      Object.assign(label2, { text, width: width2, height });
      label2.node.textContent = lines;
    }
    if (label2.wanted === wanted && (!wanted || !fresh)) return;
    label2.wanted = wanted;
    placeLabelsSoon();
  };
  var placeLabelsSoon = () => {
    if (!waiting) waiting = requestAnimationFrame(placeLabels);
  };
  var keepClear = (at2, radius) => {
    const key3 = at2.map(({ x, y }) => `${x} ${y}`).join();
    if (key3 === kept.key) return;
    kept = { key: key3, at: at2, radius, number: kept.number + 1 };
    placeLabelsSoon();
  };
  var placeLabels = () => {
    waiting = 0;
    if (unsorted) labels.sort((a, b) => b.rank - a.rank);
    unsorted = false;
    const size = map.getSize();
    const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
    const over = overlays().map((box5) => moved(box5, [left, top]));
    const items = [];
    for (const label2 of labels) {
      const points = label2.wanted ? pointsOf(label2, size) : [];
      if (points.length === 0) hide(label2);
      else items.push([label2, points]);
    }
    const wanted = [left, top, size.x, size.y, map.getZoom(), kept.number, ...over.flat()];
    for (const [{ number, width: width2, height, clear: clear2 = [] }, points] of items) {
      wanted.push(number, width2, height, ...clear2);
      for (const point2 of points) wanted.push(point2[0], point2[1]);
    }
    if (wanted.length === laid.length && wanted.every((value, i) => value === laid[i])) return;
    laid = wanted;
    look();
    const field3 = {
      taken: [...over],
      marks: keptBoxes(),
      arcs: [],
      named: 0,
      corner: [left, top],
      end: [left + size.x, top + size.y]
    };
    for (const [label2, points] of items) {
      if (label2.clear) field3.marks.push(moved(label2.clear, points[0]));
      if (label2.along) field3.arcs.push(...arcsOf(label2));
    }
    for (const [label2, points] of items) placeOne(label2, points, field3, over);
  };
  function pointsOf(label2, size) {
    const spots = label2.ats ?? (label2.at ? [label2.at] : []);
    return spots.map((at2) => map.latLngToLayerPoint(at2)).filter((point2) => inside(point2, size)).map(({ x, y }) => [x, y]);
  }
  function arcsOf(label2) {
    const boxes2 = [];
    for (const line6 of label2.along ?? []) {
      let last = L.point(-1e9, -1e9);
      line6.forEach((at2, i) => {
        const point2 = map.latLngToLayerPoint(at2);
        const end = i === 0 || i === line6.length - 1;
        if (!end && point2.distanceTo(last) < ARC_STEP_PX) return;
        last = point2;
        boxes2.push({ of: label2, end, box: grown([point2.x, point2.y, point2.x, point2.y], end ? ARC_END_PX : 2) });
      });
    }
    return boxes2;
  }
  function keptBoxes() {
    const origin = map.getPixelOrigin();
    return kept.at.map(({ x, y }) => grown([x - origin.x, y - origin.y, x - origin.x, y - origin.y], kept.radius));
  }
  function hide(label2) {
    if (label2.hidden) return;
    label2.hidden = true;
    for (const node of [label2.node, label2.dot, label2.leader]) node?.classList.add("off");
  }
  function inside(point2, size) {
    const seen = map.layerPointToContainerPoint(point2);
    return seen.x > -60 && seen.y > -20 && seen.x < size.x + 60 && seen.y < size.y + 20;
  }
  function opening(label2, points, { taken, marks: marks2, arcs: arcs2, named, corner, end: limit }) {
    const own = sideAt(points[0][0] - corner[0], points[0][1] - corner[1]);
    const lines = label2.along ? arcs2.filter(({ of, end }) => of !== label2 || !end).map(({ box: box5 }) => box5) : [];
    const hasRoom = ({ box: box5 }) => {
      if (box5[0] < corner[0] || box5[1] < corner[1] || box5[2] > limit[0] || box5[3] > limit[1]) return false;
      if (!isOnGround(moved(box5, [-corner[0], -corner[1]]), own)) return false;
      return !hits(grown(box5, APART_PX), taken) && !hits(box5, marks2);
    };
    const crossed = ({ box: box5, from }, what) => from ? crossings(box5, from, what) : 0;
    const inTheWay = (spot) => crossed(spot, taken) + crossed(spot, marks2);
    const isOpen = (spot) => hasRoom(spot) && inTheWay(spot) === 0;
    if (!label2.along) return least(spotsOf(label2, points), isOpen, () => 0);
    const others = arcs2.filter(({ of }) => of !== label2).map(({ box: box5 }) => box5);
    const across = (spot) => crossed(spot, others);
    const open3 = least(spotsOf(label2, points), (spot) => !hits(spot.box, lines) && isOpen(spot), across);
    if (open3) return open3;
    const close4 = least(spotsOf(label2, points), isOpen, across);
    if (close4 && (!named || across(close4) <= MOST_CROSSED)) return close4;
    return named ? void 0 : least(spotsOf(label2, points), hasRoom, inTheWay);
  }
  function lead(label2, spot) {
    if (!label2.leader) return;
    label2.leader.classList.toggle("off", !spot?.from);
    if (!spot?.from) return;
    const [x, y] = nearestOf(spot.box, spot.from);
    label2.leader.setAttribute("d", `M${spot.from[0]} ${spot.from[1]}L${x} ${y}`);
  }
  function placeOne(label2, points, field3, over) {
    label2.hidden = false;
    const covered = hits([...points[0], ...points[0]], over);
    const spot = covered && label2.rank >= LED_RANK ? void 0 : opening(label2, points, field3);
    label2.node.classList.toggle("off", !spot);
    lead(label2, spot);
    if (label2.dot) {
      const [x2, y2] = points[0];
      label2.dot.classList.toggle("off", covered);
      moveTo(label2.dot, L.point(Math.round(x2), Math.round(y2)));
    }
    if (!spot) return;
    if (label2.along) field3.named += 1;
    const [x, y] = [Math.round(spot.box[0]), Math.round(spot.box[1])];
    field3.taken.push([x, y, x + label2.width, y + label2.height]);
    const spotKey = x * 1e5 + y;
    if (label2.stands === spotKey) return;
    label2.stands = spotKey;
    moveTo(label2.node, L.point(x, y));
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
    const { number, holder: holder5 } = slot;
    return { number, other: track.holder !== holder5 };
  }
  for (const track of tracks.values()) {
    const { number, other } = slotOf(track);
    track.style = { hue: `--front-${number % 3}`, line: LINES[number % 3], other, unclear: track.status === "unclear" };
  }
  function mark(pen3, size, { line: line6, other }) {
    const half2 = size / 2;
    pen3.beginPath();
    if (other) {
      pen3.moveTo(half2, 0);
      pen3.lineTo(half2, size);
    } else if (line6 === "single") {
      for (const shift of [-size, 0, size]) {
        pen3.moveTo(shift, 0);
        pen3.lineTo(shift + size, size);
      }
    } else if (line6 === "double") {
      pen3.moveTo(half2 - 2, half2 - 1);
      pen3.lineTo(half2, half2 + 1.5);
      pen3.lineTo(half2 + 2, half2 - 1);
    } else {
      pen3.arc(half2, half2, 1.6, 0, 7);
    }
    pen3.stroke();
  }
  function sign(pen3, size, kind2) {
    const half2 = size / 2;
    pen3.lineWidth = 1.6;
    pen3.beginPath();
    pen3.moveTo(half2 - 3, half2);
    pen3.lineTo(half2 + 3, half2);
    if (kind2 === "gained") {
      pen3.moveTo(half2, half2 - 3);
      pen3.lineTo(half2, half2 + 3);
    }
    pen3.stroke();
  }
  function tile(track, kind2, dpr) {
    const { style } = track;
    const size = kind2 ? 12 : style.unclear ? 2 * TILE : TILE;
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.round(size * dpr);
    const pen3 = penOf(canvas);
    pen3.scale(canvas.width / size, canvas.height / size);
    pen3.fillStyle = kind2 === "lost" ? themeColour("--paper") : themeColour(style.hue);
    pen3.globalAlpha = kind2 ? WASH[kind2] : style.unclear ? 0.05 : 0.13;
    pen3.fillRect(0, 0, size, size);
    pen3.globalAlpha = kind2 ? 1 : 0.5;
    pen3.strokeStyle = themeColour(style.hue);
    pen3.lineWidth = 1;
    if (kind2) sign(pen3, size, kind2);
    else mark(pen3, size, style);
    return { canvas, size };
  }
  function patternOf(pen3, track, kind2, dpr) {
    const { canvas, size } = tile(track, kind2, dpr);
    const pattern = pen3.createPattern(canvas, "repeat");
    if (pattern === null) throw new TypeError("a tile without a pixel makes no pattern");
    return { pattern, size, scale: size / canvas.width };
  }
  var frontFill = (pen3, track, kind2, { dpr, x, y }) => {
    const key3 = `${track.id} ${kind2} ${dpr}`;
    const made3 = tiles.get(key3) ?? patternOf(pen3, track, kind2, dpr);
    tiles.set(key3, made3);
    const { pattern, size, scale } = made3;
    pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, x % size, y % size]));
    return pattern;
  };
  var frontStroke = (pen3, path, track, { old, lit }) => {
    const { hue, line: line6, unclear } = track.style;
    const { dash, thin } = AGE_LOOK[old];
    const strong = (unclear ? 1.1 : 2) * thin + (lit ? 1.2 : 0);
    const stroke2 = (width2, name, pattern = dash) => {
      pen3.lineWidth = width2;
      pen3.strokeStyle = themeColour(name);
      pen3.setLineDash(pattern);
      pen3.stroke(path);
    };
    pen3.lineJoin = "round";
    pen3.lineCap = "butt";
    if (line6 === "double") {
      stroke2(strong + (unclear ? 1.8 : 2.6), hue);
      stroke2(unclear ? 1.2 : 1.8, "--paper", []);
    } else {
      stroke2(line6 === "beaded" ? 1 + (lit ? 1 : 0) : strong, hue);
    }
    if (line6 !== "beaded") return;
    pen3.lineCap = "round";
    stroke2(strong + 2.4, hue, [0, old === "fresh" ? 9 : 14]);
  };
  var frontKey = (track, as = {}) => {
    const canvas = el("canvas", { class: "key front-key", width: 60, height: 32, "aria-hidden": "true" });
    const draw7 = () => {
      const pen3 = penOf(canvas);
      pen3.setTransform(2, 0, 0, 2, 0, 0);
      pen3.clearRect(0, 0, 30, 16);
      const path = new Path2D();
      path.rect(3, 3, 24, 10);
      const old = as.age ?? "fresh";
      pen3.globalAlpha = AGE_LOOK[old].alpha;
      pen3.fillStyle = frontFill(pen3, track, as.kind ?? "", { dpr: 2, x: 0, y: 0 });
      if (AGE_LOOK[old].filled) pen3.fill(path);
      if (as.kind) differenceStroke(pen3, path, track, as.kind);
      else frontStroke(pen3, path, track, { old, lit: false });
    };
    draw7();
    onTheme(draw7);
    return canvas;
  };
  var differenceStroke = (pen3, path, track, kind2) => {
    pen3.lineWidth = 1.2;
    pen3.strokeStyle = themeColour(track.style.hue);
    pen3.setLineDash(kind2 === "lost" ? [3, 3] : []);
    pen3.stroke(path);
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
    let count2 = 0;
    for (const byte of bytes) if (byte < 128) count2 += 1;
    const numbers = new Float64Array(count2);
    let at2 = 0;
    let value = 0;
    let place3 = 1;
    for (const byte of bytes) {
      value += (byte & 127) * place3;
      place3 *= 128;
      if (byte >= 128) continue;
      numbers[at2] = value;
      at2 += 1;
      value = 0;
      place3 = 1;
    }
    if (place3 !== 1) throw new RangeError("the series ends within a number");
    return numbers;
  }
  var unzigzag = (n) => n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  function summed2(numbers, from, count2) {
    const found2 = new Int32Array(count2);
    let value = 0;
    for (let i = 0; i < count2; i += 1) {
      value += unzigzag(numbers[from + i]);
      found2[i] = value;
    }
    return found2;
  }
  function spellingsOf(numbers, count2) {
    const table = [];
    let at2 = 5;
    for (let i = 0; i < count2; i += 1) {
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
  function endsOf({ arcs: arcs2, x, y, starts, tags }) {
    const numbers = /* @__PURE__ */ new Map();
    const numberOf = (point2, tag) => {
      const key3 = `${x[point2]} ${y[point2]} ${tag}`;
      const number = numbers.get(key3) ?? numbers.size;
      numbers.set(key3, number);
      return number;
    };
    const first2 = new Int32Array(arcs2);
    const last = new Int32Array(arcs2);
    for (let arc = 0; arc < arcs2; arc += 1) {
      first2[arc] = numberOf(starts[arc], tags[2 * arc]);
      last[arc] = numberOf(starts[arc + 1] - 1, tags[2 * arc + 1]);
    }
    return { first: first2, last, places: numbers.size };
  }
  function read(bytes) {
    const numbers = numbersOf(bytes);
    const [version, precision, count2, arcs2, spellings] = numbers;
    if (version !== VERSION || precision !== PRECISION) {
      throw new RangeError(`the series has version ${version} and precision ${precision}`);
    }
    const { table, at: lengths2 } = spellingsOf(numbers, spellings);
    let at2 = lengths2;
    const starts = new Int32Array(arcs2 + 1);
    for (let arc2 = 0; arc2 < arcs2; arc2 += 1) starts[arc2 + 1] = starts[arc2] + numbers[at2 + arc2];
    const spans = Array.from({ length: arcs2 }, (_, arc2) => table[numbers[at2 + arcs2 + arc2]]);
    at2 += 2 * arcs2;
    const total = starts[arcs2];
    const x = summed2(numbers, at2, total);
    const y = summed2(numbers, at2 + total, total);
    at2 += 2 * total;
    const tags = new Int32Array(2 * arcs2);
    let arc = 0;
    for (let i = at2 + 1; i < at2 + 1 + 3 * numbers[at2]; i += 3) {
      arc += numbers[i];
      tags[2 * arc] = numbers[i + 1];
      tags[2 * arc + 1] = numbers[i + 2];
    }
    return { count: count2, arcs: arcs2, x, y, starts, spans, ...endsOf({ arcs: arcs2, x, y, starts, tags }) };
  }
  var readSeries = async (text) => read(await inflate(bytesOf(text)));
  var arcsIn = (series, index) => {
    const found2 = [];
    for (let arc = 0; arc < series.arcs; arc += 1) {
      for (const [low, high2] of series.spans[arc]) {
        if (low > index) break;
        if (index <= high2) {
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
  function differingEdges(series, before2, after2) {
    const [old, now] = [new Set(arcsIn(series, before2)), new Set(arcsIn(series, after2))];
    const net = /* @__PURE__ */ new Map();
    const add = (arc, sign2) => {
      for (let i = series.starts[arc]; i < series.starts[arc + 1] - 1; i += 1) {
        const edge = [series.x[i], series.y[i], series.x[i + 1], series.y[i + 1]];
        const forward = edge[0] < edge[2] || edge[0] === edge[2] && edge[1] < edge[3];
        const way = forward ? edge : [edge[2], edge[3], edge[0], edge[1]];
        const key3 = way.join(" ");
        const found2 = net.get(key3) ?? { way, count: 0 };
        found2.count += forward ? sign2 : -sign2;
        net.set(key3, found2);
      }
    };
    for (const arc of now) if (!old.has(arc)) add(arc, 1);
    for (const arc of old) if (!now.has(arc)) add(arc, -1);
    const edges2 = [];
    for (const { way, count: count2 } of net.values()) {
      const edge = count2 > 0 ? way : [way[2], way[3], way[0], way[1]];
      for (let n = Math.abs(count2); n > 0; n -= 1) edges2.push(edge);
    }
    return edges2;
  }
  function walksOf(edges2) {
    const leaving = /* @__PURE__ */ new Map();
    for (const edge of edges2) {
      const key3 = `${edge[0]} ${edge[1]}`;
      const there = leaving.get(key3) ?? [];
      there.push(edge);
      leaving.set(key3, there);
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
  function differenceOf(series, before2, after2) {
    series.differences ??= /* @__PURE__ */ new Map();
    const key3 = `${before2} ${after2}`;
    const kept2 = series.differences.get(key3);
    if (kept2) return kept2;
    const edges2 = differingEdges(series, before2, after2);
    const found2 = { edges: edges2, walks: walksOf(edges2) };
    series.differences.set(key3, found2);
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
      const [low, high2, way] = from[1] < to[1] ? [from, to, 1] : [to, from, -1];
      rising.push({ x: low[0], y: low[1], top: high2[1], slope: (high2[0] - low[0]) / (high2[1] - low[1]), way });
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
        const [low, high2] = [b.y, Math.min(a.top, b.top)];
        const [before2, after2] = [at(a, low) - at(b, low), at(a, high2) - at(b, high2)];
        if (before2 * after2 < 0) heights.push(low + (high2 - low) * before2 / (before2 - after2));
      }
    }
    return heights.sort((a, b) => a - b);
  }
  function slab(active, low, high2, sums) {
    const middle2 = (low + high2) / 2;
    const crossed = active.map((edge) => [at(edge, middle2), edge.way]).sort((a, b) => a[0] - b[0]);
    let winding = 0;
    for (let i = 0; i < crossed.length - 1; i += 1) {
      winding -= crossed[i][1];
      const area = (crossed[i + 1][0] - crossed[i][0]) * (high2 - low);
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
      const [low, high2] = [heights[i], heights[i + 1]];
      if (high2 - low < 1e-9) continue;
      active = active.filter((edge) => edge.top > low);
      for (; next < rising.length && rising[next].y <= low; next += 1) {
        if (rising[next].top > low) active.push(rising[next]);
      }
      if (active.length > 0) slab(active, low, high2, sums);
    }
    return { gained: sums[0] / 1e6, lost: sums[1] / 1e6 };
  };

  // geo/webmap/js/data/comparison.js
  var comparedDays = ({ date, compare }) => compare === null ? null : [Math.min(date, compare), Math.max(date, compare)];
  function comparedEnds(track) {
    const days3 = comparedDays(store.state);
    if (days3 === null) return null;
    return endsOfDifference(track, { first: days3[0], last: days3[1], known: store.state.known }, iso);
  }
  function comparedDifference(track) {
    const ends = comparedEnds(track);
    if (!ends || ends.why !== void 0 || !track.series) return null;
    return differenceOf(track.series, ends.before, ends.after);
  }
  function comparedWords(track) {
    const areas = comparedDifference(track)?.areas;
    const days3 = comparedDays(store.state);
    if (!areas || !days3) return "";
    const words = `gained ${formatMeasure(areas.gained, "km²", 2)}, lost ${formatMeasure(areas.lost, "km²", 2)}`;
    return `${words}, ${mediumDate(days3[0])} to ${mediumDate(days3[1])}`;
  }

  // geo/webmap/js/layers/fronts_paths.js
  var KEPT2 = 24;
  var MIN_STEP_PX = 0.7;
  var projectSeries = (series) => {
    const { x, y, starts, arcs: arcs2 } = series;
    const u = new Float64Array(x.length);
    const v = new Float64Array(x.length);
    for (let i = 0; i < x.length; i += 1) {
      u[i] = x[i] / 36e6 + 0.5;
      v[i] = 0.5 - Math.log(Math.tan(Math.PI / 4 + y[i] * Math.PI / 36e6)) / (2 * Math.PI);
    }
    const boxes2 = new Float64Array(4 * arcs2);
    for (let arc = 0; arc < arcs2; arc += 1) {
      const box5 = [1, 1, 0, 0];
      for (let i = starts[arc]; i < starts[arc + 1]; i += 1) {
        box5[0] = Math.min(box5[0], u[i]);
        box5[1] = Math.min(box5[1], v[i]);
        box5[2] = Math.max(box5[2], u[i]);
        box5[3] = Math.max(box5[3], v[i]);
      }
      boxes2.set(box5, 4 * arc);
    }
    return Object.assign(series, { u, v, boxes: boxes2, kept: /* @__PURE__ */ new Map() });
  };
  function beside2({ boxes: boxes2 }, arc, { scale, x, y, w, h }) {
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
    if (!beside2(series, arc, frame2)) {
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
  function drawFront(pen3, { track, index, old }, frame2, lit) {
    const path = outlineOf(track.series, index, frame2);
    const own = lit.has(`front:${track.id}`);
    pen3.globalAlpha = AGE_LOOK[old].alpha;
    if (AGE_LOOK[old].filled) {
      pen3.fillStyle = frontFill(pen3, track, "", pinned(frame2));
      pen3.fill(path);
    }
    frontStroke(pen3, path, track, { old, lit: own });
    pen3.globalAlpha = 1;
  }
  function drawDifference(pen3, { track }, frame2) {
    const ends = comparedEnds(track);
    if (!ends || ends.why !== void 0) return;
    const { walks } = differenceOf(track.series, ends.before, ends.after);
    const path = pathOfWalks(walks, frame2);
    const kinds = [
      ["gained", ends.after],
      ["lost", ends.before]
    ];
    for (const [kind2, index] of kinds) {
      pen3.save();
      pen3.clip(outlineOf(track.series, index, frame2));
      pen3.fillStyle = frontFill(pen3, track, kind2, pinned(frame2));
      pen3.fill(path);
      differenceStroke(pen3, path, track, kind2);
      pen3.restore();
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
    const label2 = addLabel({ ats: [], text: track.title, rank: 850, style: "zone", anchor: "center" });
    label2.node.classList.add("label-front");
    label2.node.style.setProperty("--hue", `var(${track.style.hue})`);
    const item4 = { track, label: label2, wanted: "", near: null };
    return item4;
  });
  function spotsOf2(series, index) {
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
  function place2(item4, { track, index }) {
    const wanted = `${index} ${map.getBounds().toBBoxString()}`;
    if (item4.wanted === wanted) return;
    item4.wanted = wanted;
    const spots = spotsOf2(track.series, index);
    const { near } = item4;
    if (near) {
      const far = ([lat, lon]) => (lat - near[0]) ** 2 + (0.6 * (lon - near[1])) ** 2;
      spots.sort((a, b) => far(a) - far(b));
    }
    item4.near = spots[0] ?? near;
    item4.label.ats = spots;
  }
  function write() {
    const shown9 = new Map(drawable().map((on) => [on.track.id, on]));
    for (const item4 of labels2) {
      const on = shown9.get(item4.track.id);
      if (on) place2(item4, on);
      setLabel(item4.label, on !== void 0 && (item4.label.ats?.length ?? 0) > 0, on ? frontLabel(on) : "");
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
  function build(zone, shape2) {
    const polygon = L.polygon(
      shape2.map((rings) => rings.map(latLngs)),
      pathOptions("zones", `off zone ${zone.extent === "approximate" ? "zone-approximate" : ""}`, true)
    ).addTo(map);
    listen(polygon, `zone:${zone.id}`, () => describe(zone), `Evacuation zone ${zone.name}`);
    const label2 = addLabel({ at: polygon.getCenter(), text: zone.name, rank: 100, style: "zone", anchor: "center" });
    return { zone, polygon, label: label2 };
  }
  var built = payload.zones.flatMap((zone) => zone.shape ? [build(zone, zone.shape)] : []);
  var zonesShown = (view) => [...view.zones.keys()].filter((id) => zones.get(id)?.shape).length;
  onPaint((state, view) => {
    const lit = highlighted();
    for (const { zone, polygon, label: label2 } of built) {
      const found2 = state.layers.has("zones") ? view.zones.get(zone.id) : void 0;
      const name = `zone:${zone.id}`;
      showPath(polygon, Boolean(found2), { lit: lit.has(name), dim: false });
      if (found2) markPath(polygon, "order", `${found2.kind}-${found2.scope}`);
      setLabel(label2, Boolean(found2), zone.name);
    }
  });

  // geo/webmap/js/layers/bands.js
  var BANDS = (
    /** @type {Band[]} */
    Object.keys(BAND_WORDS).reverse()
  );
  var NARROWEST = "inner band: the narrowest ground that joins the named places to the border";
  function bandWords(band, bands) {
    if (!bands.outer) return NARROWEST;
    return `${band} band${BAND_WORDS[band] ? `: ${BAND_WORDS[band]}` : ""}`;
  }
  function areasWords(areas) {
    const [inner, ...wider] = areas.map((area) => area >= 10 ? formatNumber(Math.round(area)) : formatNumber(area));
    const [likely, outer] = wider;
    return likely ? `${inner} km² inner, ${likely} likely, ${outer} outer` : `${inner} km²`;
  }
  function addBands(name, describe6, spoken2) {
    let held2 = null;
    const polygons = BANDS.map((band, number) => {
      const polygon = L.polygon([], pathOptions("bands", `off band band-${band}`, true)).addTo(map);
      listen(polygon, name, () => describe6(held2 ? bandWords(band, held2) : ""), number === 0 ? spoken2() : "");
      return { band, polygon };
    });
    function lay(bands) {
      if (held2 === bands) return false;
      held2 = bands;
      for (const { band, polygon } of polygons) polygon.setLatLngs(placed(bands[band] ?? []));
      return true;
    }
    return {
      name,
      lay,
      /** Put them over all other bands. */
      raise() {
        for (const { polygon } of polygons) polygon.bringToFront();
      },
      /** @param {boolean} on @param {Record<string, boolean>} flags */
      show(on, flags) {
        for (const { band, polygon } of polygons) showPath(polygon, on && Boolean(held2?.[band]), flags);
      },
      /** Points of an edge, the outermost unless another is named, those farthest from the border first. @param {Band} [band] @returns {Point[]} */
      farthest: (band = "outer") => held2 ? farthestOf(held2[band] ?? held2.inner) : []
    };
  }
  var made = /* @__PURE__ */ new WeakMap();
  function placed(band) {
    const rings = made.get(band) ?? ringsOf(band).map((ring2) => ring2.map(([lat, lon]) => new L.LatLng(lat, lon)));
    made.set(band, rings);
    return rings;
  }
  var agedFlags = (state) => ({ faded: state === "faded", doubtful: state === "doubtful" });
  var sampled = (line6, n) => Array.from({ length: n }, (_, i) => line6[Math.floor(i * (line6.length - 1) / (n - 1))]);
  var border2 = (payload.border ?? []).flatMap((line6) => sampled(latLngs(line6), 80));
  var worked = /* @__PURE__ */ new WeakMap();
  function farthestOf(band) {
    const before2 = worked.get(band);
    if (before2) return before2;
    const away = (p) => Math.min(...border2.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
    const longest = ringsOf(band).reduce((one, other) => other.length > one.length ? other : one, []);
    const points = sampled(longest, 64).map((point2) => ({ point: point2, far: away(point2) }));
    const found2 = points.sort((one, other) => other.far - one.far).slice(0, 40).map(({ point: point2 }) => point2);
    worked.set(band, found2);
    return found2;
  }

  // geo/webmap/js/layers/bodies.js
  var RANKS = { stated: 950, implied: 960 };
  var EDGE_SPOTS = 16;
  var bodiesShown = (state, view) => [...view.bodies].filter(([id, { shown: shown9, without }]) => shown9 || state.selected === `body:${id}` && !without.length);
  var idsInBands = (state, view) => idsWithGround(bodiesShown(state, view).map(([, found2]) => found2));
  var bodyLabel = ({ body: body3, age }) => body3.label + (age > 0 ? ` · ${counted(age, "day")} old` : "");
  function describe2(id, band) {
    const found2 = store.view.bodies.get(id);
    if (!found2) return { title: "", lines: [] };
    const { body: body3 } = found2;
    return {
      title: bodyLabel(found2),
      lines: [
        BODY_BASIS_WORDS[body3.basis],
        band,
        depthWords(body3.depth),
        widthWords(body3.chord, body3.along),
        body3.areas ? areasWords(body3.areas) : "",
        staleWords(found2, store.state.date, payload.ages),
        "made of claims, not control"
      ]
    };
  }
  function build2({ id, who, basis }) {
    const bands = addBands(
      `body:${id}`,
      (band) => describe2(id, band),
      () => `Ground that ${who} claims`
    );
    const label2 = addLabel({ ats: [], along: [], text: "", rank: RANKS[basis], style: "claim", anchor: "center" });
    return { id, bands, label: label2, size: 0 };
  }
  var built2 = /* @__PURE__ */ new Map();
  for (const [id, speaker] of speakers) if (speaker.leading) built2.set(id, build2(speaker));
  function partOf(id, body3) {
    const part = built2.get(id) ?? build2(body3);
    built2.set(id, part);
    return part;
  }
  function spread(points) {
    const chosen2 = points.slice(0, 1);
    const apart = (p) => Math.min(...chosen2.map((q) => (p[0] - q[0]) ** 2 + (0.62 * (p[1] - q[1])) ** 2));
    while (chosen2.length < Math.min(EDGE_SPOTS, points.length)) {
      chosen2.push(points.reduce((one, other) => apart(other) > apart(one) ? other : one));
    }
    return chosen2;
  }
  function layBands(shown9) {
    let changed = false;
    for (const [id, { body: body3 }] of shown9) {
      const part = partOf(id, body3);
      if (!body3.bands || !part.bands.lay(body3.bands)) continue;
      changed = true;
      part.size = body3.areas?.at(-1) ?? 0;
      part.label.ats = spread(part.bands.farthest(body3.basis === "implied" ? "likely" : "outer"));
      part.label.rank = RANKS[body3.basis];
    }
    if (changed) for (const { bands } of [...built2.values()].sort((a, b) => b.size - a.size)) bands.raise();
  }
  var stood = /* @__PURE__ */ new Set();
  onPaint((state, view) => {
    const lit = highlighted();
    const shown9 = new Map(state.layers.has("advances") ? bodiesShown(state, view) : []);
    layBands(shown9);
    for (const { id, bands, label: label2 } of built2.values()) {
      const found2 = shown9.get(id);
      if (!found2 && !stood.has(id)) continue;
      const drawn2 = Boolean(found2?.body.bands);
      bands.show(drawn2, {
        ...agedFlags(found2?.state),
        carried: Boolean(found2 && found2.age > 0),
        implied: found2?.body.basis === "implied",
        lit: lit.has(bands.name),
        dim: lit.size > 0 && !lit.has(bands.name)
      });
      setLabel(label2, drawn2, found2 ? bodyLabel(found2) : "");
    }
    stood = new Set(shown9.keys());
  });

  // geo/webmap/js/layers/advances.js
  function describe3(advance, band) {
    const drawn2 = store.view.advances.get(advance.id);
    const who = `${advance.who} · ${SIDE_WORDS[advance.side]} · about ${mediumDate(advance.about)}`;
    const [chord, along] = advance.widths ?? [];
    return {
      title: advanceTitle(advance),
      lines: [
        who,
        cautionOf(advance),
        band,
        advance.widths ? widthWords([chord, chord], [along, along]) : "",
        advance.areas ? areasWords(advance.areas) : "",
        "a reconstruction, not control",
        drawn2 ? ageWords(drawn2.age) : ""
      ]
    };
  }
  var spoken = (advance) => `Claimed advance, ${advanceTitle(advance)}, by ${advance.who}`;
  function buildBands(advance, name) {
    if (!advance.bands || advance.inBody) return null;
    const bands = addBands(
      name,
      (band) => describe3(advance, band),
      () => spoken(advance)
    );
    bands.lay(advance.bands);
    return bands;
  }
  function buildDepthLine(advance, name) {
    if (!advance.depthLine) return [];
    const line6 = groundLine(advance.depthLine, `off reach ${advance.bands ? "" : "reach-alone"}`, "reach").addTo(map);
    const halo = L.polyline(advance.depthLine.map(latLngs), {
      ...pathOptions("reach", "off reach-halo", true),
      fill: false
    }).addTo(map);
    listen(
      halo,
      name,
      () => describe3(advance, "line at the claimed distance from the border"),
      advance.bands ? "" : spoken(advance)
    );
    return [line6, halo];
  }
  function build3(advance) {
    const name = `advance:${advance.id}`;
    const bands = buildBands(advance, name);
    const depthLine = buildDepthLine(advance, name);
    const stretch = payload.sections[advance.section] ?? [];
    const section2 = groundLine(stretch, `off stretch ${advance.width ? "" : "stretch-alone"}`, "border").addTo(map);
    const label2 = advance.inBody ? null : addLabel(labelOf(advance, bands));
    return { advance, name, bands, depthLine, section: section2, label: label2 };
  }
  var sampled2 = (line6, n) => Array.from({ length: n }, (_, i) => line6[Math.floor(i * (line6.length - 1) / (n - 1))]);
  function labelOf(advance, bands) {
    const along = (advance.depthLine ?? []).map(latLngs).reverse();
    const ends = along.flatMap((line6) => [line6[line6.length - 1], line6[0]]);
    const between = along.length ? sampled2(along[0], 9).slice(1, -1) : [];
    const ats = along.length ? [...ends, ...between] : bands?.farthest() ?? [];
    const rank3 = advance.width ? 930 : 900 + Math.min(45, 0.3 * advance.about);
    return { ats, along, text: advanceLabel(advance, 0), rank: rank3, style: "claim", anchor: "center" };
  }
  var built3 = [...payload.advances].sort((a, b) => a.about - b.about).map(build3);
  var flagsOf = (drawn2, name, lit) => ({
    ...agedFlags(drawn2?.state),
    carried: Boolean(drawn2 && drawn2.age > 0),
    past: Boolean(drawn2 && drawn2.age > payload.ages.beside),
    lit: lit.has(name),
    dim: lit.size > 0 && !lit.has(name)
  });
  function nameIt(label2, advance, drawn2, { past, lit }) {
    label2.node.classList.toggle("past", past);
    const named = drawn2 && (lit || !past || map.getSize().x >= NARROW_PX);
    setLabel(label2, Boolean(named), drawn2 ? advanceLabel(advance, drawn2.age) : "");
  }
  var stood2 = /* @__PURE__ */ new Set();
  onPaint((state, view) => {
    const lit = highlighted();
    const on = state.layers.has("advances");
    const inBands = idsInBands(state, view);
    for (const { advance, name, bands, depthLine, section: section2, label: label2 } of built3) {
      const drawn2 = view.advances.get(advance.id);
      if (!drawn2 && !stood2.has(advance.id)) continue;
      const shown9 = Boolean(on && drawn2 && !inBands.has(advance.depth));
      const flags = flagsOf(drawn2, name, lit);
      bands?.show(shown9, flags);
      for (const shape2 of depthLine) showPath(shape2, shown9, flags);
      showPath(section2, Boolean(state.layers.has("stretches") && drawn2), flags);
      if (label2) nameIt(label2, advance, shown9 ? drawn2 : void 0, flags);
    }
    stood2 = new Set(view.advances.keys());
  });

  // geo/webmap/js/layers/place_crowds.js
  var RADIUS_PX = 14;
  var RING_PX = 3.5;
  var RING_DASHES = { ukraine: [], russia: [3, 1.5], independent: [1, 1.5] };
  var HALF_PX = RADIUS_PX + 2;
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
  var faceOf = ({ count: count2, disputed, sides: sides3 }) => `${count2} ${disputed} ${SIDES.map((side) => sides3[side] ?? 0)}`;
  function describe4({ count: count2, disputed, sides: sides3 }) {
    const lines = SIDES.filter((side) => sides3[side]).map(
      (side) => `latest word · ${SIDE_WORDS[side]}: ${formatNumber(sides3[side] ?? 0)}`
    );
    return { title: counted(count2, "place"), lines: [...lines, disputed ? "some disputed" : "", "click to go closer"] };
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
      for (const [key3, { x, y, face }] of this.painted) {
        const crowd = crowds.get(key3);
        if (crowd && face === faceOf(crowd)) continue;
        this.pen.clearRect(x - HALF_PX, y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        this.painted.delete(key3);
      }
      for (const [key3, crowd] of crowds) {
        if (this.painted.has(key3)) continue;
        const at2 = { x: crowd.at.x - frame2.x, y: crowd.at.y - frame2.y, face: faceOf(crowd) };
        this.pen.drawImage(pictureOf(crowd, frame2.dpr), at2.x - HALF_PX, at2.y - HALF_PX, 2 * HALF_PX, 2 * HALF_PX);
        this.painted.set(key3, at2);
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
    const pen3 = penOf(canvas);
    pen3.scale(canvas.width / (2 * HALF_PX), canvas.height / (2 * HALF_PX));
    pen3.translate(HALF_PX, HALF_PX);
    disc(pen3, crowd);
    return canvas;
  }
  function disc(pen3, { count: count2, disputed, sides: sides3 }) {
    pen3.beginPath();
    pen3.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
    pen3.fillStyle = themeColour("--sheet");
    pen3.fill();
    ring(pen3, sides3);
    pen3.setLineDash([]);
    pen3.beginPath();
    pen3.arc(0, 0, RADIUS_PX, 0, 2 * Math.PI);
    pen3.lineWidth = disputed ? 1.6 : 1;
    pen3.strokeStyle = themeColour("--disputed");
    pen3.setLineDash(disputed ? [2.5, 2] : []);
    pen3.stroke();
    pen3.fillStyle = themeColour("--ink");
    pen3.font = `650 ${count2 < 1e3 ? 11 : 9}px ${family2}`;
    pen3.textAlign = "center";
    pen3.textBaseline = "middle";
    pen3.fillText(formatNumber(count2), 0, 0.5);
  }
  function ring(pen3, sides3) {
    const all = SIDES.reduce((sum, side) => sum + (sides3[side] ?? 0), 0);
    let from = -Math.PI / 2;
    pen3.lineWidth = RING_PX;
    for (const side of SIDES.filter((name) => sides3[name])) {
      const until = from + 2 * Math.PI * (sides3[side] ?? 0) / all;
      pen3.beginPath();
      pen3.arc(0, 0, RADIUS_PX - RING_PX / 2 - 0.5, from, until);
      pen3.strokeStyle = themeColour(`--${side}`);
      pen3.setLineDash(RING_DASHES[side]);
      pen3.stroke();
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
    const target3 = { marker, crowd: null, count: 0 };
    marker.on("click", () => map.setView(marker.getLatLng(), map.getZoom() + 1.5));
    marker.on("mouseover", (event) => {
      if (target3.crowd) tooltip.show(describe4(target3.crowd), event.originalEvent);
    });
    marker.on("mousemove", (event) => tooltip.move(event.originalEvent));
    marker.on("mouseout", () => tooltip.hide());
    return target3;
  }
  function putTargets() {
    for (const [key3, target3] of targets) {
      if (crowds.has(key3)) continue;
      target3.marker.remove();
      spare.push(target3);
      targets.delete(key3);
    }
    for (const [key3, crowd] of crowds) {
      let target3 = targets.get(key3);
      if (!target3) {
        target3 = spare.pop() ?? makeTarget();
        target3.marker.setLatLng(map.unproject(crowd.at, zoom)).addTo(map);
        target3.count = 0;
        targets.set(key3, target3);
      }
      if (target3.count !== crowd.count) {
        elementOf(target3.marker).setAttribute("aria-label", `${counted(crowd.count, "place")} here; go closer`);
      }
      Object.assign(target3, { crowd, count: crowd.count });
    }
  }
  function crowdKey() {
    const holder5 = el("span", { class: "crowd-key", "aria-hidden": "true" });
    const draw7 = () => holder5.replaceChildren(
      picture({ count: 12, disputed: false, sides: { ukraine: 6, russia: 4, independent: 2 } }, 2)
    );
    draw7();
    onTheme(draw7);
    return holder5;
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

  // geo/webmap/js/layers/chips.js
  var CHIP_PX = { x: 3, y: 1.5, w: 8, h: 9 };
  var chipsOf = (sides3) => sides3.map(
    (side, i) => svg(
      "g",
      { class: `chip chip-${side}`, transform: `translate(${CHIP_PX.x + i * CHIP_PX.w} ${CHIP_PX.y})` },
      svg("rect", { width: CHIP_PX.w - 0.5, height: CHIP_PX.h, rx: 1.5 }),
      svg("text", { x: (CHIP_PX.w - 0.5) / 2, y: CHIP_PX.h - 1.8 }, SIDE_LETTERS[side])
    )
  );
  var chip = (side) => el("i", { class: `swatch swatch-${side}`, "aria-hidden": "true" }, SIDE_LETTERS[side]);

  // geo/webmap/js/layers/place_marks.js
  var REACH_PX = 7;
  var PlaceIcon = class extends L.Icon {
    /** @param {string} label */
    constructor(label2) {
      super(
        /** @type {any} */
        { iconSize: [24, 24], className: "place off" }
      );
      this.label = label2;
      this.use = svg("use", { href: "#sym-claimed" });
      this.chips = svg("g", {});
    }
    createIcon() {
      const icon = el("div", { "aria-label": this.label });
      icon.append(
        svg(
          "svg",
          { viewBox: "-12 -12 24 24", "aria-hidden": "true" },
          svg("circle", { class: "ring", r: 10 }),
          this.use,
          this.chips
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
  function describe5(place3) {
    const found2 = store.view.places.get(place3.id);
    if (!found2) return { title: place3.name, lines: [] };
    const words = [...found2.words].reverse();
    const lines = words.slice(0, 4).map((word2) => `${word2.who}: ${STATUS_WORDS[word2.status]}, ${mediumDate(word2.about)}`);
    if (words.length > 4) lines.push(`and ${counted(words.length - 4, "more claimant")}`);
    if (found2.disputed) lines.push("disputed: their latest words differ");
    if (found2.age > 0) lines.push(ageWords(found2.age));
    if (place3.precision) lines.push(`point good to about ${formatNumber(place3.precision)} m`);
    return { title: place3.name, sub: distinct([place3.ru, place3.uk]).join(" · "), lines };
  }
  function placeMark(place3, rank3) {
    const at2 = [place3.at[1], place3.at[0]];
    const symbol2 = new PlaceIcon(place3.name);
    const marker = new PlaneMarker(at2, {
      pane: "s-places",
      icon: symbol2,
      keyboard: true,
      bubblingMouseEvents: false
    }).addTo(map);
    listen(marker, `settlement:${place3.id}`, () => describe5(place3), place3.name);
    const label2 = addLabel({ at: at2, text: place3.name, rank: rank3, style: "place", anchor: "side", clear: clearOf(1) });
    return { place: place3, icon: elementOf(marker), symbol: symbol2, label: label2, look: "" };
  }
  var clearOf = (chips) => [
    -REACH_PX,
    -REACH_PX,
    Math.max(REACH_PX, CHIP_PX.x + chips * CHIP_PX.w + 1),
    CHIP_PX.y + CHIP_PX.h + 1
  ];
  function paintMark(mark4, found2, lit) {
    const { place: place3, icon, symbol: symbol2, label: label2 } = mark4;
    icon.classList.toggle("off", !found2);
    setLabel(label2, Boolean(found2), place3.name);
    if (!found2) return;
    const own = lit.has(`settlement:${place3.id}`);
    const look4 = `${found2.status} ${found2.saidBy} ${found2.disputed} ${found2.age > 0} ${own}`;
    if (look4 === mark4.look) return;
    mark4.look = look4;
    symbol2.use.setAttribute("href", `#sym-${found2.status}`);
    const saidBy = found2.saidBy.join(" ");
    if (icon.dataset.saidBy !== saidBy) {
      icon.dataset.saidBy = saidBy;
      symbol2.chips.replaceChildren(...chipsOf(found2.saidBy));
      label2.clear = clearOf(found2.saidBy.length);
      placeLabelsSoon();
    }
    icon.dataset.status = found2.status;
    icon.classList.toggle("disputed", found2.disputed);
    icon.classList.toggle("carried", found2.age > 0);
    icon.classList.toggle("lit", own);
    const said = `${STATUS_WORDS[found2.status]}${found2.disputed ? ", disputed" : ""}`;
    const by = found2.saidBy.map((side) => SIDE_WORDS[side]).join(" and ");
    icon.setAttribute("aria-label", `${place3.name}: ${said}; by ${by}`);
  }

  // geo/webmap/js/layers/places.js
  var MOST_ALONE = 250;
  var CELL_PX2 = 58;
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
    const people = (place3) => Math.min(40 * Math.log10(1 + (place3.population ?? 0)), 200);
    return (place3) => 200 + Math.min(said.get(place3.id) ?? 0, 90) + people(place3) + (seats.has(place3.name) ? 800 : 0);
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
      clear: [-3, -3, 3, 3]
    })
  }));
  for (const { name, at: at2 } of payload.grounds.names) {
    const label2 = addLabel({
      at: [at2[1], at2[0]],
      text: name.toUpperCase(),
      rank: 10,
      style: "country",
      anchor: "center"
    });
    setLabel(label2, true, label2.text);
  }
  var worlds = payload.settlements.flatMap((place3) => {
    const slot = placeSlots.get(place3.id);
    if (!place3.at || !slot) return [];
    return [{ place: { ...place3, at: place3.at }, slot, world: map.project([place3.at[1], place3.at[0]], 0) }];
  });
  function look2() {
    const bounds = map.getBounds().pad(AROUND);
    const [south2, west2, north2, east2] = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
    const scale = 2 ** map.getZoom() / CELL_PX2;
    const cells2 = /* @__PURE__ */ new Map();
    const places2 = [];
    for (const { place: place3, slot, world } of worlds) {
      const [lon, lat] = place3.at;
      if (lon < west2 || lon > east2 || lat < south2 || lat > north2) continue;
      const spot = { x: Math.floor(world.x * scale), y: Math.floor(world.y * scale) };
      const key3 = spot.x * 1e7 + spot.y;
      const cell2 = cells2.get(key3) ?? { spot, at: L.point(spot.x + 0.5, spot.y + 0.5).multiplyBy(CELL_PX2), ...NOBODY() };
      cells2.set(key3, cell2);
      places2.push({ place: place3, slot, cell: cell2, name: `settlement:${place3.id}` });
    }
    const ordered = [...cells2.values()].sort((a, b) => a.spot.y - b.spot.y || a.spot.x - b.spot.x);
    return { places: places2, cells: ordered };
  }
  function sorted({ places: places2, cells: cells2 }, lit) {
    for (const cell2 of cells2) Object.assign(cell2, NOBODY());
    const inEffect2 = places2.filter(({ slot }) => slot.inEffect);
    if (inEffect2.length <= MOST_ALONE) return { alone: inEffect2, crowded: [] };
    const alone = [];
    for (const one of inEffect2) {
      if (lit.has(one.name)) alone.push(one);
      else join(one.cell, one);
    }
    for (const cell2 of cells2) if (cell2.count === 1 && cell2.last) alone.push(cell2.last);
    return { alone, crowded: cells2.filter((cell2) => cell2.count > 1) };
  }
  function join(cell2, one) {
    if (!one.slot.inEffect) return;
    const { side, disputed } = one.slot.inEffect;
    cell2.count += 1;
    cell2.last = one;
    cell2.disputed ||= disputed;
    cell2.sides[side] = (cell2.sides[side] ?? 0) + 1;
  }
  function showCircles(alone) {
    const metres = 40075016686e-3 * Math.cos(map.getCenter().lat * Math.PI / 180) / 2 ** (map.getZoom() + 8);
    const wide3 = alone.filter(({ place: place3 }) => (place3.precision ?? 0) / metres >= CIRCLE_FROM_PX);
    const wanted = new Map(wide3.map(({ place: place3 }) => [place3.id, place3]));
    for (const [id, circle] of circles) {
      if (wanted.has(id)) continue;
      circle.remove();
      circles.delete(id);
    }
    for (const [id, place3] of wanted) {
      if (circles.has(id)) continue;
      const circle = L.circle([place3.at[1], place3.at[0]], {
        ...pathOptions("reach", "precision"),
        radius: place3.precision ?? 0
      });
      circles.set(id, circle.addTo(map));
    }
  }
  function markOf(place3) {
    const mark4 = marks.get(place3.id) ?? placeMark(place3, rank(place3));
    marks.set(place3.id, mark4);
    return mark4;
  }
  function placesNear(at2, reach) {
    return [...shown.values()].map((place3) => ({ place: place3, px: map.latLngToContainerPoint([place3.at[1], place3.at[0]]).distanceTo(at2) })).filter(({ px }) => px <= reach).sort((a, b) => a.px - b.px);
  }
  function arrange() {
    waiting2 = 0;
    const { state } = store;
    const lit = highlighted();
    sight ??= look2();
    const { alone, crowded } = state.layers.has("places") ? sorted(sight, lit) : { alone: [], crowded: [] };
    const now = /* @__PURE__ */ new Map();
    for (const { place: place3, slot } of alone) {
      paintMark(markOf(place3), slot.inEffect, lit);
      now.set(place3.id, place3);
    }
    for (const [id, place3] of shown) if (!now.has(id)) paintMark(markOf(place3), null, lit);
    shown = now;
    showCrowds(crowded);
    showCircles(alone);
    const written2 = new Set(Array.from(now.values(), (place3) => place3.name));
    for (const { base, label: label2 } of towns) setLabel(label2, state.layers.has("towns") && !written2.has(base.name), base.name);
  }
  onPaint(arrange);
  map.on("moveend zoomend resize", () => {
    sight = null;
    if (!waiting2) waiting2 = requestAnimationFrame(arrange);
  });

  // geo/webmap/js/rules/later.js
  var CHANGES = ["withdrawn", "corrected", "added"];
  var KINDS = ["claim", "settlement", "zone", "front"];
  function statementsOf(payload2) {
    const groups = /* @__PURE__ */ new Map();
    const put = (key3, told2) => {
      const name = JSON.stringify([told2.kind, told2.record.who, told2.record.about, ...key3]);
      groups.set(name, [...groups.get(name) ?? [], told2]);
    };
    for (const record of payload2.claims) {
      const { id, metric: metric2, figure, kind: kind2, basis, place: place3, zone, until, gone } = record;
      put([metric2, figure, kind2, basis, place3, zone], { kind: "claim", subject: id, record, until, gone });
    }
    for (const record of payload2.events) {
      put([record.settlement, record.status], { kind: "settlement", subject: record.settlement, record });
    }
    for (const record of payload2.orders) {
      const { zone, kind: kind2, scope, scopeNote } = record;
      put([zone, kind2, scope, scopeNote], { kind: "zone", subject: zone, record });
    }
    const byKnown = (a, b) => a.record.known - b.record.known || byText(a.record.id, b.record.id);
    return [...groups.values()].map((told2) => told2.sort(byKnown));
  }
  var inOrder = (a, b) => CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || a.known - b.known || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || byText(a.subject, b.subject) || byText(a.ids[0] ?? "", b.ids[0] ?? "");
  function laterRule(payload2, tracks2) {
    const statements = statementsOf(payload2);
    const drawn2 = [...tracks2];
    function ofStatement(records2, known2) {
      const then = records2.filter((told2) => told2.record.known <= known2 && isInEffect(told2, { known: known2 }));
      const now = records2.filter((told2) => isInEffect(told2, { known: null }));
      const later = (change, of, day2) => ({
        change,
        kind: of[0].kind,
        subject: of[0].subject,
        ids: of.map((told2) => told2.record.id),
        about: of[0].record.about,
        known: day2
      });
      if (now.length && records2[0].record.known > known2) return [later("added", now, now[0].record.known)];
      if (!then.length || now.length) return [];
      const first2 = [...then].sort(
        (a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || byText(a.record.id, b.record.id)
      )[0];
      return [later(
        /** @type {Later['change']} */
        first2.gone,
        then,
        first2.until ?? first2.record.known
      )];
    }
    function ofTrack(track, date, known2) {
      const { index } = frontOn(track, date, null);
      if (index === null || index === frontOn(track, date, known2).index) return [];
      const [about, day2] = [track.about[index], track.known[index]];
      return [{ change: "added", kind: "front", subject: track.id, ids: [], about, known: day2 }];
    }
    return ({ date, known: known2, sides: sides3, hidden }, isCompared = () => true) => {
      if (known2 === null) return [];
      const found2 = statements.flatMap(
        (statement) => ofStatement(
          statement.filter(({ record }) => record.about <= date && sides3.has(record.side) && !hidden.has(record.who)),
          known2
        )
      );
      return [...found2, ...drawn2.filter(isCompared).flatMap((track) => ofTrack(track, date, known2))].sort(inOrder);
    };
  }
  function laterWords(found2) {
    const count2 = (change) => found2.filter((one) => one.change === change).length;
    const added = count2("added");
    const parts2 = added ? [`${added} ${added === 1 ? "thing" : "things"} became known later`] : [];
    for (const change of ["corrected", "withdrawn"]) {
      const n = count2(change);
      if (n) parts2.push(`${n} ${n === 1 ? "was" : "were"} ${change}`);
    }
    return parts2.length ? `${parts2.join(", ")}.` : "Nothing more is known today.";
  }

  // geo/webmap/js/data/other_view.js
  var rule = null;
  function made2() {
    const advancesOn2 = advanceRule(payload.advances, payload.ages);
    const zonesOn = zoneRule(payload.orders, payload.strictness);
    const { placesOn } = placeRule(payload.events, payload.hands, (id) => Boolean(settlements.get(id)?.at));
    return (state) => ({ advances: advancesOn2(state), ...placesOn(state), zones: zonesOn(state) });
  }
  function otherView(state) {
    rule ??= made2();
    return rule(state);
  }

  // geo/webmap/js/data/later.js
  var rule2 = null;
  function laterOn(state) {
    if (state.known === null) return [];
    rule2 ??= laterRule(payload, tracks.values());
    return rule2(state, (track) => state.layers.has("fronts") && !state.hiddenFronts.has(track.id));
  }
  var placeDiffers = (then, now) => !then || then.status !== now.status || then.side !== now.side || then.disputed !== now.disputed;
  var zoneDiffers = (then, now) => !then || then.kind !== now.kind || then.scope !== now.scope || then.conflicting !== now.conflicting;
  var advancesToday = (then, now, inBodies) => [...now.keys()].filter((id) => !then.has(id) && !inBodies.has(advances.get(id)?.depth ?? ""));
  function shownThen({ bodies }, id) {
    const found2 = bodies.get(id);
    return found2?.shown ? found2 : void 0;
  }
  function onlyToday(state, then) {
    if (state.known === null) return { bodies: [], advances: [], places: [], zones: [] };
    const asToday = { ...state, known: null };
    const today = otherView(asToday);
    const bodies = [...bodiesOn(asToday)].filter(([, { shown: shown9 }]) => shown9);
    const { layers: layers3 } = state;
    return {
      bodies: layers3.has("advances") ? bodies.filter(([id, now]) => isOtherGround(shownThen(then, id), now)) : [],
      advances: layers3.has("advances") ? advancesToday(then.advances, today.advances, idsWithGround(bodies.map(([, found2]) => found2))) : [],
      places: layers3.has("places") ? [...today.places].filter(([id, now]) => placeDiffers(then.places.get(id), now)).map(([id]) => id) : [],
      zones: layers3.has("zones") ? [...today.zones].filter(([id, now]) => zoneDiffers(then.zones.get(id), now)).map(([id]) => id) : []
    };
  }

  // geo/webmap/js/layers/later.js
  var RING_PX2 = 11;
  var group = L.layerGroup().addTo(map);
  var drawnFor = "";
  var options = (pane2) => ({ ...pathOptions(pane2, "only-today"), fill: false });
  var outline2 = (shape2) => L.polygon(
    shape2.map((rings) => rings.map(latLngs)),
    options("reach")
  );
  var ofBody = ({ body: { bands } }) => bands ? [L.polygon(ringsOf(bands.outer ?? bands.inner), options("reach"))] : [];
  function ofAdvance(id) {
    const advance = advances.get(id);
    if (advance?.bands?.outer && !advance.inBody) return [L.polygon(ringsOf(advance.bands.outer), options("reach"))];
    return advance?.depthLine ? [L.polyline(advance.depthLine.map(latLngs), options("reach"))] : [];
  }
  function ofPlace(id) {
    const at2 = settlements.get(id)?.at;
    return at2 ? [L.circleMarker([at2[1], at2[0]], { ...options("places"), radius: RING_PX2 })] : [];
  }
  function ofZone(id) {
    const shape2 = zones.get(id)?.shape;
    return shape2 ? [outline2(shape2)] : [];
  }
  function draw2(state, view) {
    const found2 = onlyToday(state, view);
    group.clearLayers();
    for (const shape2 of [
      ...found2.zones.flatMap(ofZone),
      ...found2.bodies.flatMap(([, body3]) => ofBody(body3)),
      ...found2.advances.flatMap(ofAdvance),
      ...found2.places.flatMap(ofPlace)
    ]) {
      group.addLayer(shape2);
    }
  }
  onPaint((state, view) => {
    const { date, known: known2, sides: sides3, hidden, layers: layers3, bodies } = state;
    const wanted = known2 === null ? "" : JSON.stringify([date, known2, bodies, [...sides3], [...hidden], [...layers3]]);
    if (wanted === drawnFor) return;
    drawnFor = wanted;
    draw2(state, view);
  });

  // geo/webmap/js/controls/axis.js
  var SPANS = [182, 61, 21];
  var ROOM_PX = 52;
  var range = byId("date", HTMLInputElement);
  var holder = byId("axis");
  var fewer = byId("fewer-days", HTMLButtonElement);
  var more = byId("more-days", HTMLButtonElement);
  var whole = byId("whole-period", HTMLButtonElement);
  var lengths = [payload.last, ...SPANS.filter((days3) => days3 < payload.last)];
  var busiest = { first: payload.busiest[0], last: payload.busiest[1] };
  var lengthOf = ({ first: first2, last }) => last - first2;
  var holds2 = ({ first: first2, last }, day2) => day2 >= first2 && day2 <= last;
  var listeners3 = [];
  var held = false;
  var axis = { span: { first: 0, last: payload.last } };
  var axisShare = (day2) => (day2 - axis.span.first) / Math.max(1, lengthOf(axis.span));
  var axisDay = (share2) => clamp(Math.round(axis.span.first + share2 * lengthOf(axis.span)));
  var putOnAxis = (line6, day2) => {
    const share2 = day2 === null ? -1 : axisShare(day2);
    line6.hidden = share2 < 0 || share2 > 1;
    line6.style.left = `${100 * share2}%`;
  };
  var onAxis = (listener) => listeners3.push(listener);
  var NAMED = [["01"], ["01", "15"], ["01", "08", "15", "22"], null];
  function marksOf({ first: first2, last }) {
    const room = ROOM_PX * (last - first2) / Math.max(1, holder.clientWidth);
    const days3 = Array.from({ length: last - first2 + 1 }, (_, i) => first2 + i);
    const fits = (marks2) => marks2.every((day2, i) => i === 0 || day2 - marks2[i - 1] >= room);
    const sets = NAMED.map((named) => days3.filter((day2) => named === null || named.includes(iso(day2).slice(8))));
    const found2 = sets.findLast(fits) ?? sets[0];
    const kept2 = [];
    for (const day2 of [payload.start, ...found2, first2, last]) {
      if (holds2({ first: first2, last }, day2) && kept2.every((other) => Math.abs(other - day2) >= room)) kept2.push(day2);
    }
    return kept2;
  }
  function mark2() {
    fill(
      holder,
      ...marksOf(axis.span).map((day2) => {
        const name = el("span", {}, shortDate(day2));
        name.style.left = `${100 * axisShare(day2)}%`;
        return name;
      })
    );
  }
  function show(span2) {
    axis.span = span2;
    range.min = String(span2.first);
    range.max = String(span2.last);
    range.value = String(store.state.date);
    mark2();
    const length = lengthOf(span2);
    fewer.disabled = length <= lengths[lengths.length - 1];
    more.disabled = length >= payload.last;
    whole.setAttribute("aria-pressed", String(more.disabled));
    for (const draw7 of listeners3) draw7(span2);
  }
  function around2(length) {
    const first2 = Math.min(payload.last - length, Math.max(0, store.state.date - Math.round(length / 2)));
    return { first: first2, last: first2 + length };
  }
  var opening2 = () => holds2(busiest, store.state.date) ? busiest : around2(lengthOf(busiest));
  function choose(span2) {
    show(span2);
    paint();
    byId("live").textContent = lengthOf(span2) === payload.last ? "The time bar spans all days" : `The time bar spans ${counted(lengthOf(span2) + 1, "day")}, ${shortDate(span2.first)} to ${shortDate(span2.last)}`;
  }
  function zoom2(by) {
    const now = lengthOf(axis.span);
    const length = by > 0 ? lengths.find((days3) => days3 < now) : lengths.findLast((days3) => days3 > now);
    if (length !== void 0) choose(around2(length));
  }
  function toggleWhole() {
    const few = lengthOf(busiest) < payload.last ? opening2() : around2(lengths[Math.min(1, lengths.length - 1)]);
    choose(lengthOf(axis.span) < payload.last ? { first: 0, last: payload.last } : few);
  }
  fewer.addEventListener("click", () => zoom2(1));
  more.addEventListener("click", () => zoom2(-1));
  whole.addEventListener("click", toggleWhole);
  byId("spans").hidden = lengths.length === 1;
  var KEYS = { "+": () => zoom2(1), "=": () => zoom2(1), "-": () => zoom2(-1), "−": () => zoom2(-1), 0: toggleWhole };
  range.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  range.addEventListener("pointerdown", () => {
    held = true;
  });
  for (const type of ["pointerup", "pointercancel", "change"]) {
    range.addEventListener(type, () => {
      held = false;
    });
  }
  var atEnd = (day2) => day2 <= axis.span.first && axis.span.first > 0 || day2 >= axis.span.last && axis.span.last < payload.last;
  new ResizeObserver(mark2).observe(holder);
  var openAxis = () => show(opening2());
  onPaint((state) => {
    if (!held && atEnd(state.date)) show(around2(lengthOf(axis.span)));
  });

  // geo/webmap/js/controls/histogram.js
  var ORDER = ["ukraine", "russia", "independent"];
  var chart = byId("histogram");
  var days2 = payload.last + 1;
  var layers = ORDER.map((side) => svg("path", { class: `bar bar-${side}` }));
  var ticks = svg("path", { class: "advance-ticks" });
  chart.append(...layers, ticks);
  var drawnFor2 = "";
  function counts(state) {
    const found2 = Object.fromEntries(ORDER.map((side) => [side, new Array(days2).fill(0)]));
    for (const claim of payload.claims) {
      if (isAdmitted(claim, state) && claim.known >= 0 && claim.known < days2) found2[claim.side][claim.known] += 1;
    }
    return found2;
  }
  var half = 0.38;
  var BAR_PX = 24;
  var bar = (day2, from, to) => `M${day2 - half} ${1 - from}H${day2 + half}V${1 - to}H${day2 - half}Z`;
  var STRIPE = 0.075;
  var PARTS = {
    ukraine: bar,
    russia: (day2, from, to) => {
      let path = "";
      for (let low = from; low < to; low += STRIPE) path += bar(day2, low, Math.min(to, low + 0.6 * STRIPE));
      return path;
    },
    independent: (day2, from, to) => {
      const slim = 0.4 * half;
      return `M${day2 - slim} ${1 - from}H${day2 + slim}V${1 - to}H${day2 - slim}Z`;
    }
  };
  function draw3(state) {
    const found2 = counts(state);
    const base = new Array(days2).fill(0);
    const most = Math.max(1, ...base.map((_, day2) => ORDER.reduce((sum, side) => sum + found2[side][day2], 0)));
    const height = (n) => 0.96 * Math.sqrt(n / most);
    ORDER.forEach((side, i) => {
      let path = "";
      for (let day2 = 0; day2 < days2; day2 += 1) {
        const n = found2[side][day2];
        if (n > 0) path += PARTS[side](day2, height(base[day2]), height(base[day2] + n));
        base[day2] += n;
      }
      layers[i].setAttribute("d", path);
    });
    const drawn2 = payload.advances.filter((advance) => isAdmitted(advance, state) && isInEffect(advance, state));
    const about = [...new Set(drawn2.map((advance) => advance.about))].filter((day2) => day2 >= 0 && day2 < days2);
    ticks.setAttribute("d", about.map((day2) => bar(day2, -0.03, -0.12)).join(""));
  }
  function fit() {
    const { first: first2, last } = axis.span;
    const length = Math.max(1, last - first2);
    chart.setAttribute("viewBox", `${first2} 0 ${length} 1`);
    half = Math.min(0.38, BAR_PX * length / 2 / Math.max(1, chart.clientWidth));
  }
  onAxis(fit);
  new ResizeObserver(() => {
    fit();
    show2(store.state);
  }).observe(byId("plot"));
  function show2(state) {
    const wanted = JSON.stringify([state.known, [...state.sides], [...state.hidden], half]);
    if (wanted === drawnFor2) return;
    drawnFor2 = wanted;
    draw3(state);
  }
  onPaint(show2);

  // geo/webmap/js/controls/summary.js
  var line = byId("summary");
  var shown2 = "";
  var inEffect = (all, onMap2, what) => counted(all, what) + (onMap2 < all ? ` (${formatNumber(onMap2)} on the map)` : "");
  function countsOf(state, view) {
    const drawn2 = frontsShown(state, view).filter(isKnown).length;
    const layers3 = [
      ["advances", view.advances.size, view.advances.size, "claimed advance"],
      ["places", view.places.size, view.placesOnMap, "place"],
      ["zones", view.zones.size, zonesShown(view), "evacuation zone"],
      ["fronts", drawn2, drawn2, "front"]
    ];
    return layers3.filter(([layer2]) => state.layers.has(layer2) && (layer2 !== "fronts" || tracks.size > 0));
  }
  var UNFILTERED = () => ({
    layers: new Set(Object.keys(LAYER_WORDS)),
    sides: new Set(Object.keys(SIDE_WORDS)),
    hidden: (
      /** @type {Set<string>} */
      /* @__PURE__ */ new Set()
    ),
    hiddenFronts: (
      /** @type {Set<string>} */
      /* @__PURE__ */ new Set()
    )
  });
  function hiddenBy(state) {
    const all = otherView({ ...state, ...UNFILTERED() });
    const fronts3 = [...frontsOn(tracks, state).values()].filter(isKnown).length;
    const counts2 = [
      [all.advances.size, "claimed advance"],
      [all.places.size, "place"],
      [all.zones.size, "evacuation zone"],
      [fronts3, "front"]
    ];
    return counts2.flatMap(([n, what]) => n ? counted(n, what) : []).join(", ");
  }
  function emptyWords(state, counts2) {
    if (counts2.some(([, n]) => n > 0)) return null;
    const hidden = hiddenBy(state);
    if (hidden) return { words: `Hidden by the filters: ${hidden}`, filtered: true };
    return {
      words: state.known === null ? "Nothing claimed by this day" : "Nothing of this day was known by then",
      filtered: false
    };
  }
  function summary(state, view) {
    const counts2 = countsOf(state, view);
    const end = state.date > payload.until ? `; the ledger ends on ${mediumDate(payload.until)}` : "";
    const words = emptyWords(state, counts2)?.words ?? counts2.map(([, ...rest]) => inEffect(...rest)).join(", ");
    return words + end;
  }
  function showSummary(state, view) {
    const empty = emptyWords(state, countsOf(state, view));
    const words = summary(state, view);
    const wanted = `${words} ${empty?.filtered ?? false}`;
    if (wanted === shown2) return;
    shown2 = wanted;
    line.replaceChildren(words);
    line.classList.toggle("is-empty", Boolean(empty?.filtered));
    if (!empty?.filtered) return;
    const button2 = el("button", { type: "button", class: "link", id: "show-hidden" }, "Show what is hidden");
    button2.addEventListener("click", () => update(UNFILTERED()));
    line.append(" ", button2);
  }

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
    function show3() {
      if (timer5) return;
      const day2 = get();
      const text = day2 === null ? "" : iso(day2);
      if (field3.value !== text) field3.value = text;
    }
    function restore() {
      clearTimeout(timer5);
      timer5 = 0;
      if (!unfinished()) return;
      const refused = field3.validity.badInput ? "That is no whole date" : `${field3.value} is outside this case`;
      field3.value = field3.min;
      show3();
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
    return show3;
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
    (day2) => update({ known: day2 })
  );
  function step(days3) {
    update({ date: clamp(store.state.date + days3) }, "soon");
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
    const end = { Home: -payload.last, End: payload.last }[event.key];
    const days3 = end ?? PAGES[event.key] ?? (event.shiftKey ? 7 * (ARROWS[event.key] ?? 0) : 0);
    if (!days3) return;
    event.preventDefault();
    step(days3);
  });
  byId("previous").addEventListener("click", (event) => step(event.shiftKey ? -7 : -1));
  byId("next").addEventListener("click", (event) => step(event.shiftKey ? 7 : 1));
  play.addEventListener("click", () => playing ? stop() : start());
  byId("known-today").addEventListener("click", () => update({ known: null }));
  byId("known-that-day").addEventListener("click", () => update({ known: store.state.date }));
  onPaint((state, view) => {
    const words = `${longDate(state.date)}, ${dayNumber(state.date)}`;
    if (Number(range2.value) !== state.date) range2.value = String(state.date);
    range2.setAttribute("aria-valuetext", words);
    byId("day").textContent = longDate(state.date);
    byId("day-number").textContent = dayNumber(state.date);
    showSummary(state, view);
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

  // geo/webmap/js/controls/beyond.js
  var WHEEL_MS = 250;
  var before = byId("days-before", HTMLButtonElement);
  var after = byId("days-after", HTMLButtonElement);
  var fewer2 = byId("fewer-days");
  var more2 = byId("more-days");
  var drawnFor3 = "";
  var turned = 0;
  var off = { before: [], after: [] };
  function count(state) {
    const { first: first2, last } = axis.span;
    const days3 = payload.claims.filter((claim) => isAdmitted(claim, state)).map((claim) => claim.known);
    off = {
      before: days3.filter((day2) => day2 >= 0 && day2 < first2),
      after: days3.filter((day2) => day2 > last && day2 <= payload.last)
    };
  }
  function word(button2, days3, next, ...words) {
    button2.hidden = days3.length === 0;
    if (button2.hidden) return;
    fill(button2, el("span", {}, ...words));
    button2.title = `${counted(days3.length, "claim")} became known ${button2 === before ? "before" : "after"} the days on the bar; go to ${longDate(next)}`;
  }
  var wide2 = (text) => el("span", { class: "wide" }, text);
  onPaint((state) => {
    const wanted = JSON.stringify([axis.span, state.known, [...state.sides], [...state.hidden]]);
    if (wanted === drawnFor3) return;
    drawnFor3 = wanted;
    count(state);
    word(before, off.before, Math.max(...off.before), `‹ ${off.before.length}`, wide2(" earlier"));
    word(after, off.after, Math.min(...off.after), `${off.after.length}`, wide2(" later"), " ›");
  });
  before.addEventListener("click", () => update({ date: Math.max(...off.before) }));
  after.addEventListener("click", () => update({ date: Math.min(...off.after) }));
  byId("track").addEventListener(
    "wheel",
    (event) => {
      if ((isHosted || isFramed) && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (event.timeStamp - turned < WHEEL_MS || event.deltaY === 0 || byId("spans").hidden) return;
      turned = event.timeStamp;
      (event.deltaY < 0 ? fewer2 : more2).click();
    },
    { passive: false }
  );

  // geo/webmap/js/core/look.js
  var look3 = { home: { center: map.getCenter(), zoom: map.getZoom() }, asked: null };
  function isHome() {
    const off2 = map.latLngToContainerPoint(look3.home.center).distanceTo(map.getSize().divideBy(2));
    return off2 < 2 && map.getZoom() === look3.home.zoom;
  }

  // geo/webmap/js/controls/opening.js
  var SIDE_PX = 8;
  var NARROW_PX2 = 760;
  var LEAST_ROOM_PX = 200;
  var first = look3.home;
  function drawn() {
    const everybody = { sides: new Set(Object.keys(SIDE_WORDS)), hidden: /* @__PURE__ */ new Set() };
    const asOf = { date: payload.on, known: payload.knownOn, ...everybody };
    const lines = [...advancesOn(asOf).keys()].flatMap((id) => (advances.get(id)?.depthLine ?? []).flatMap(latLngs));
    const bodies = [...bodiesOn(asOf).values()].flatMap(({ body: body3, shown: shown9 }) => shown9 && body3.bands ? [body3] : []);
    const stated = bodies.filter(({ basis }) => basis === "stated");
    const grounds = (stated.length ? stated : bodies).flatMap(
      ({ basis, bands }) => ringsOf((basis === "stated" ? bands?.outer : bands?.likely) ?? bands?.inner ?? [])
    );
    const points = [...lines, ...grounds.flat()];
    return points.length ? L.latLngBounds(points) : null;
  }
  function edges() {
    const { y } = map.getSize();
    const boxes2 = overlays().filter(([, top, , bottom]) => bottom - top < y / 4);
    const above = boxes2.filter(([, top]) => top < y / 8).map(([, , , bottom]) => bottom);
    const below = boxes2.filter(([, , , bottom]) => bottom > y - SIDE_PX * 2).map(([, top]) => y - top);
    return { above: Math.max(SIDE_PX, ...above), below: Math.max(SIDE_PX, ...below) };
  }
  function fit2(bounds) {
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
    if (bounds && map.getSize().x <= NARROW_PX2) fit2(bounds);
    look3.home = { center: map.getCenter(), zoom: map.getZoom() };
  }
  var openView = () => {
    goHome();
    if (look3.asked) map.setView(look3.asked.center, look3.asked.zoom, { animate: false });
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

  // geo/webmap/js/controls/drawer.js
  function drawer(name) {
    const panel3 = byId(name);
    const toggle2 = byId(`${name}-toggle`);
    const body3 = byId(`${name}-body`);
    function unfold2(open3) {
      body3.hidden = !open3;
      toggle2.setAttribute("aria-expanded", String(open3));
    }
    toggle2.addEventListener("click", () => {
      unfold2(body3.hidden);
      roomChanged();
    });
    unfold2(!window.matchMedia("(max-width: 760px)").matches);
    return {
      /** Show the part, or take it away. @param {boolean} on */
      show(on) {
        if (panel3.hidden === !on) return;
        panel3.hidden = !on;
        roomChanged();
      }
    };
  }

  // geo/webmap/js/controls/compare.js
  var MEASURE_AFTER_MS = 150;
  var box = byId("compare-box");
  var field = byId("compare", HTMLInputElement);
  var rows = byId("difference-rows");
  var elsewhere = byId("difference-elsewhere");
  var fold = drawer("difference");
  var title = byId("difference-title");
  var line2 = byId("compare-line");
  var timer3 = 0;
  var shown3 = "";
  box.hidden = tracks.size === 0;
  var showField = dayField(
    field,
    () => store.state.compare,
    (day2) => update({ compare: day2 })
  );
  function measureSoon() {
    clearTimeout(timer3);
    timer3 = window.setTimeout(() => {
      for (const { track } of frontsShown(store.state, store.view)) {
        const difference = comparedDifference(track);
        if (difference) difference.areas ??= areasOf(difference.edges);
      }
      shown3 = "";
      draw4(store.state, store.view);
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
    return [date, compare].some((day2) => {
      if (day2 === null) return false;
      const { index } = frontOn(track, day2, known2);
      return index !== null && track.figure("depth", index) !== null;
    });
  }
  function showElsewhere(count2, alone) {
    const others = byId("difference-others", HTMLDetailsElement);
    others.hidden = count2 === 0;
    if (others.dataset.alone !== String(alone)) others.open = alone;
    others.dataset.alone = String(alone);
    byId("difference-count").textContent = ` (${count2})`;
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
  function draw4(state, view) {
    const days3 = comparedDays(state);
    fold.show(days3 !== null);
    putOnAxis(line2, state.compare);
    showField();
    box.classList.toggle("is-off", days3 === null);
    if (days3 === null) return;
    const apart = (on) => Number(comparedEnds(on.track)?.why !== void 0);
    const found2 = frontsShown(state, view).sort((a, b) => apart(a) - apart(b));
    const wanted = JSON.stringify([
      state.date,
      state.compare,
      state.known,
      found2.map(({ track }) => [track.id, Boolean(track.series)])
    ]);
    if (wanted === shown3) return;
    shown3 = wanted;
    const [first2, last] = days3;
    title.textContent = first2 === last ? "Both days are the same" : `${longDate(first2)} to ${longDate(last)}`;
    list(found2, state);
  }
  byId("difference-close").addEventListener("click", () => update({ compare: null }));
  onPaint((state, view) => {
    const before2 = shown3;
    draw4(state, view);
    if (state.compare !== null && shown3 !== before2) measureSoon();
  });

  // geo/webmap/js/controls/go.js
  function pointsOf2(kind2, id) {
    const at2 = kind2 === "settlement" ? settlements.get(id)?.at : void 0;
    if (at2) return [L.latLng(at2[1], at2[0])];
    if (kind2 === "zone") {
      return (zones.get(id)?.shape ?? []).flat().flatMap(latLngs).map(([lat, lon]) => L.latLng(lat, lon));
    }
    if (!claims.has(id)) return [];
    const drawn2 = [...advances.values()].filter(({ depth, width: width2 }) => depth === id || width2 === id);
    return drawn2.flatMap(
      ({ depthLine, bands }) => (depthLine ? depthLine.map(latLngs) : ringsOf(bands?.outer ?? [])).flat().map(([lat, lon]) => L.latLng(lat, lon))
    );
  }
  function goTo(kind2, id) {
    const points = pointsOf2(kind2, id);
    if (!points.length) return;
    const bounds = L.latLngBounds(points);
    if (!map.getBounds().contains(bounds.getCenter())) map.panTo(bounds.getCenter());
  }

  // geo/webmap/js/controls/later.js
  var panel = byId("later");
  var rows2 = byId("later-rows");
  var events = indexed(payload.events);
  var orders = indexed(payload.orders);
  var fold2 = drawer("later");
  var shown4 = "";
  function wordsOf({ kind: kind2, subject: subject2, ids: ids2 }) {
    if (kind2 === "claim") return [claimTitle(claimOf(subject2)), claimOf(subject2).who];
    if (kind2 === "front") return [`a drawing of ${tracks.get(subject2)?.title}`, ""];
    const [record] = kind2 === "settlement" ? [events.get(ids2[0])] : [orders.get(ids2[0])];
    const name = (kind2 === "settlement" ? settlements : zones).get(subject2)?.name ?? subject2;
    if (!record) return [name, ""];
    const said = "status" in record ? STATUS_WORDS[record.status] : ORDER_WORDS[record.kind];
    return [`${name}: ${said}`, record.who];
  }
  function isPlaced({ kind: kind2, ids: ids2, subject: subject2 }) {
    if (kind2 === "settlement") return Boolean(settlements.get(subject2)?.at);
    if (kind2 === "zone") return Boolean(zones.get(subject2)?.shape);
    if (kind2 === "front") return true;
    return [...advances.values()].some(({ depth, width: width2 }) => ids2.includes(depth) || width2 && ids2.includes(width2));
  }
  var rank2 = (later) => later.change === "added" ? isPlaced(later) ? 1 : 2 : 0;
  function rowOf2(later) {
    const [what, who] = wordsOf(later);
    const after2 = later.known - (store.state.known ?? later.known);
    const change = later.change === "added" ? "known" : later.change;
    const days3 = `about ${mediumDate(later.about)}, ${change} ${mediumDate(later.known)}, ${counted(after2, "day")} later`;
    const button2 = el("button", { type: "button", class: "link" }, what);
    button2.addEventListener("click", () => {
      const name = `${later.kind}:${later.subject}`;
      if (store.state.selected !== name) selectThing(name);
      goTo(later.kind, later.subject);
    });
    return el(
      "li",
      { class: `later-${later.change}` },
      el("span", {}, button2, who ? ` ${who}` : ""),
      el("span", { class: "quiet" }, days3, isPlaced(later) ? "" : ", not on the map")
    );
  }
  onPaint((state) => {
    if (isHosted) return;
    const { date, known: known2, sides: sides3, hidden, layers: layers3, hiddenFronts } = state;
    const wanted = known2 === null ? "" : JSON.stringify([date, known2, [...sides3], [...hidden], layers3.has("fronts"), [...hiddenFronts]]);
    if (wanted === shown4) return;
    shown4 = wanted;
    const found2 = laterOn(state);
    byId("later-title").textContent = (found2.length ? "As known today: " : "") + laterWords(found2);
    fill(rows2, ...[...found2].sort((a, b) => rank2(a) - rank2(b)).map(rowOf2));
    byId("later-note").hidden = found2.length === 0;
    fold2.show(known2 !== null);
  });
  byId("later-close").addEventListener("click", () => update({ known: null }));
  panel.hidden = true;

  // geo/webmap/js/data/curve.js
  var FIGURES = {
    area: (track) => reachesBeyond(track) ? "target" : "area",
    depth: () => "depth",
    width: () => "chord"
  };
  var CURVE_METRICS = Object.fromEntries(
    Object.entries(payload.curves).flatMap(
      ([name, { label: label2, metric: metric2, unit = "" }]) => metric2 ? [[name, { title: label2, unit, metric: metric2, figure: FIGURES[name] }]] : []
    )
  );
  var reachesBeyond = (track) => Boolean(track.figures.depth);
  var chosenFront = ({ selected }) => selected?.startsWith("front:") ? tracks.get(selected.slice(6)) : void 0;
  function claimsOf(curve, kind2, state) {
    const kept2 = /* @__PURE__ */ new Map();
    for (const claim of payload.claims) {
      if (claim.metric !== curve.metric || claim.value === void 0 || claim.zone || claim.kind !== kind2) continue;
      if (!isAdmitted(claim, state) || !isInEffect(claim, state)) continue;
      const key3 = JSON.stringify([claim.about, claim.who, claim.value, claim.high, claim.modality, claim.basis]);
      if (!kept2.has(key3)) kept2.set(key3, { ...claim, value: claim.value });
    }
    return [...kept2.values()];
  }
  function drawings(track, name, state) {
    const days3 = /* @__PURE__ */ new Map();
    for (let index = 0; index < track.about.length; index += 1) {
      if (state.known !== null && track.known[index] > state.known) continue;
      days3.set(track.about[index], { day: track.about[index], index, value: track.figure(name, index) });
    }
    return [...days3.values()];
  }
  var curveOf = (name, state) => {
    const chosen2 = chosenFront(state);
    const curve = CURVE_METRICS[name];
    const shown9 = state.layers.has("fronts") ? [...tracks.values()].filter((track) => !state.hiddenFronts.has(track.id)) : [];
    const beyond = shown9.filter(reachesBeyond);
    const others = name === "area" ? shown9.filter((track) => !reachesBeyond(track)) : [];
    const drawn2 = chosen2 && others.includes(chosen2) || beyond.length === 0 && others.length > 0 ? others : beyond;
    const withClaims = drawn2 !== others || others.length === 0;
    return {
      tracks: drawn2.map((track) => ({ track, points: drawings(track, curve.figure(track), state) })).filter(({ points }) => points.some((p) => p.value !== null)),
      claims: withClaims ? claimsOf(curve, "total", state) : [],
      remaining: withClaims ? claimsOf(curve, "remaining", state) : [],
      left: drawn2 === others ? [] : others.map((track) => track.title)
    };
  };
  function reading({ track }, name, day2, state) {
    const on = frontOn(track, day2, state.known);
    const value = on.index === null ? null : track.figure(CURVE_METRICS[name].figure(track), on.index);
    return { track, on, value };
  }
  var curveReading = (name, found2, day2, state) => {
    const { unit } = CURVE_METRICS[name];
    const drawn2 = found2.tracks.map((one) => reading(one, name, day2, state));
    const claimed = [...found2.claims, ...found2.remaining].filter((claim) => claim.about === day2);
    return [
      ...drawn2.map(
        ({ track, on, value }) => `${track.mapper}${track.style.unclear ? " (unclear)" : ""} ${value === null ? "no figure" : formatMeasure(value, unit)}, ${frontStateWords(on)}`
      ),
      ...claimed.map(
        (claim) => `${claim.who} claims ${claim.figure}${claim.basis === "computed" ? ", computed" : ""}${claim.kind === "total" ? "" : `, ${kindWords(claim)}: no total, and not on this axis`}`
      )
    ];
  };

  // geo/webmap/js/controls/curve_marks.js
  var HEAD = 6;
  var SPILL = 6;
  function roundUp(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map((step2) => step2 * power).find((end) => end >= value) ?? 10 * power;
  }
  function rangeOf(values) {
    const [least2, most] = [Math.min(...values), Math.max(...values)];
    if (!Number.isFinite(most) || most <= 0) return [0, 1];
    if (least2 < most / 2) return [0, roundUp(most)];
    const step2 = roundUp((most - least2 || most / 10) / 2);
    return [Math.floor(least2 / step2) * step2, Math.ceil(most / step2) * step2];
  }
  var valuesOf = (points) => points.flatMap(({ value }) => value ?? []);
  function scaleOf(found2, { w, h }) {
    const drawn2 = found2.tracks.flatMap(({ points }) => valuesOf(points));
    const claimed = found2.claims.flatMap((claim) => [claim.value, claim.high ?? claim.value]);
    const [low, high2] = rangeOf([...drawn2, ...claimed]);
    return {
      low,
      high: high2,
      w,
      h,
      /** @param {number} day */
      x: (day2) => axisShare(day2) * w,
      /** @param {number} value */
      y: (value) => h - 1 - (value - low) / (high2 - low) * (h - 1 - HEAD)
    };
  }
  var n1 = (value) => value.toFixed(1);
  function pathsOf(points, scale) {
    const paths = { whole: "", carried: "", lone: "" };
    points.forEach((point2, i) => {
      const [before2, after2] = [points[i - 1], points[i + 1]];
      const joined = Boolean(before2 && before2.value !== null && before2.day === point2.day - 1);
      const joins = Boolean(after2 && after2.value !== null && after2.day === point2.day + 1);
      if (point2.value === null) return;
      const [x, y] = [n1(scale.x(point2.day)), n1(scale.y(point2.value))];
      paths.whole += `${joined ? "L" : "M"}${x} ${y}`;
      if (!joined && !joins) paths.lone += `M${x} ${y}h0`;
      const until = after2 ? after2.day : payload.last;
      if (until > point2.day + 1 || !after2 && until > point2.day) paths.carried += `M${x} ${y}H${n1(scale.x(until))}`;
    });
    return paths;
  }
  function lineOf({ track, points }, scale) {
    const { whole: whole2, carried, lone } = pathsOf(points, scale);
    const group2 = svg(
      "g",
      { class: `curve-track curve-${track.style.line} ${track.style.unclear ? "curve-unclear" : ""}` },
      svg("path", { class: "curve-whole", d: whole2 }),
      track.style.line === "double" ? svg("path", { class: "curve-inner", d: whole2 }) : null,
      svg("path", { class: "curve-carried", d: carried }),
      svg("path", { class: "curve-lone", d: lone })
    );
    group2.style.setProperty("--hue", `var(${track.style.hue})`);
    return group2;
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
        const high2 = scale.y(claim.high ?? claim.value);
        return svg("path", {
          class: "range",
          d: `M${x - 3.5} ${y}H${x + 3.5}M${x} ${y}V${high2}M${x - 3.5} ${high2}H${x + 3.5}`
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
    const [x, y] = [scale.x(claim.about), scale.y(claim.value)];
    const letter = svg("text", { class: "curve-letter", x: x + 5, y: y - 3.5 }, SIDE_LETTERS[claim.side]);
    return svg("g", {}, mark4, letter);
  }
  var insideOf = ({ w, h }, drawn2) => {
    const box5 = { x: -SPILL, y: -SPILL, width: w + 2 * SPILL, height: h + 2 * SPILL };
    const viewBox = `${box5.x} ${box5.y} ${box5.width} ${box5.height}`;
    return svg("svg", { ...box5, viewBox, class: "curve-inside" }, ...drawn2);
  };
  function axisOf(unit, scale) {
    const middle2 = (scale.low + scale.high) / 2;
    const short2 = (value) => value.toLocaleString("en-GB", { maximumFractionDigits: 1 });
    return [scale.high, middle2, scale.low].flatMap((value, i) => {
      const y = scale.y(value);
      const text = i === 1 && scale.h < 60 ? [] : [
        svg(
          "text",
          { class: "curve-tick", x: -8, y: y + 3.5, "text-anchor": "end" },
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
  var drawnFor4 = "";
  var found = { tracks: [], claims: [], remaining: [], left: [] };
  function sentence(name) {
    const { title: title2, unit } = CURVE_METRICS[name];
    const spans = found.tracks.map(({ track, points }) => {
      const values = valuesOf(points);
      return `${track.title}, from ${formatMeasure(Math.min(...values), unit)} to ${formatMeasure(Math.max(...values), unit)} on ${counted(points.length, "drawn day")}`;
    });
    const left = found.left.length ? ` Not on this axis, being no ground beyond the border: ${found.left.join(", ")}.` : "";
    const remaining = found.remaining.length ? ` Not on this axis, being no total but what remains: ${counted(found.remaining.length, "claim")}.` : "";
    return `${title2} over time, ${unit}. ${spans.join("; ") || "No front is measured"}. ${counted(found.claims.length, "claim")} as points.${remaining}${left}`;
  }
  function draw5(state) {
    const name = state.curve;
    found = curveOf(name, state);
    const scale = scaleOf(found, { w: plot.clientWidth, h: plot.clientHeight });
    chart2.setAttribute("viewBox", `0 0 ${Math.max(1, scale.w)} ${Math.max(1, scale.h)}`);
    const marks2 = [...found.claims].sort((a, b) => (a.basis === "computed" ? -1 : 1) - (b.basis === "computed" ? -1 : 1)).map((claim) => markOf2(claim, scale));
    fill(
      chart2,
      ...axisOf(CURVE_METRICS[name].unit, scale),
      insideOf(scale, [
        ...found.tracks.map((track) => lineOf(track, scale)),
        svg("g", { class: "curve-claims" }, ...marks2)
      ])
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
    if (on && wanted !== drawnFor4) draw5(state);
    drawnFor4 = wanted;
    read2(state);
  });
  onSettle((state) => {
    if (state.curve === "claims") return;
    const lines = curveReading(state.curve, found, state.date, state);
    byId("live").textContent += `. ${CURVE_METRICS[state.curve].title}: ${lines.join("; ") || "no figure on this day"}`;
  });
  new ResizeObserver(() => {
    if (store.state.curve !== "claims") {
      drawnFor4 = "";
      paint();
    }
  }).observe(plot);
  for (const [curve, label2] of Object.entries(CURVE_WORDS)) {
    const button2 = el("button", { type: "button", "aria-pressed": "false", "data-curve": curve }, label2);
    button2.addEventListener("click", () => update({ curve }));
    names3.append(button2);
  }
  var dayUnder = (event) => axisDay((event.clientX - plot.getBoundingClientRect().left) / plot.clientWidth);
  plot.addEventListener("pointermove", (event) => {
    if (store.state.curve === "claims") return;
    const day2 = dayUnder(event);
    const lines = curveReading(store.state.curve, found, day2, store.state);
    tooltip.show(
      {
        title: longDate(day2),
        sub: `${CURVE_METRICS[store.state.curve].title}, ${CURVE_METRICS[store.state.curve].unit}`,
        lines: lines.length ? lines : ["No figure on this day"]
      },
      event
    );
  });
  plot.addEventListener("pointerleave", () => tooltip.hide());
  plot.addEventListener("click", (event) => update({ date: dayUnder(event) }));

  // geo/webmap/js/controls/age_notice.js
  var line3 = byId("age-notice");
  onPaint((state, view) => {
    const on = state.layers.has("advances");
    const bodies = on ? bodiesShown(state, view).flatMap(([, one]) => one.body.bands ? [one] : []) : [];
    const alone = payload.advances.filter(({ inBody, bands }) => bands && !inBody);
    const advances3 = on ? alone.flatMap(({ id }) => view.advances.get(id) ?? []) : [];
    const without = [...view.bodies.values()].filter((one) => on && one.asked && one.without.length > 0);
    const hidden = without.map(
      ({ body: body3, without: who }) => `${body3.who} has no shape here: it rests on the word of ${who.join(", ")}, who is hidden.`
    );
    const words = [noticeOf([...bodies, ...advances3], payload.ages), ...hidden].filter(Boolean).join(" ");
    if (line3.textContent !== words) line3.textContent = words;
    line3.hidden = words === "";
  });

  // geo/webmap/js/controls/swatches.js
  var EARTH_M = 40075016686e-3;
  var MOST_SHARE = 0.34;
  var box2 = byId("swatches");
  var shown5 = "";
  var pxPerKm = () => 1e3 * 2 ** (map.getZoom() + 8) / (EARTH_M * Math.cos(map.getCenter().lat * Math.PI / 180));
  function drawing(disks) {
    const most = disks[0][0];
    const side = 2 * most + 4;
    const circles2 = disks.map(
      ([r, { state }]) => svg("circle", {
        class: ["swatch-disk", ...Object.entries(agedFlags(state)).flatMap(([name, on]) => on ? [name] : [])].join(" "),
        cx: most + 2,
        cy: side - 2 - r,
        r
      })
    );
    return svg("svg", { width: side, height: side, viewBox: `0 0 ${side} ${side}`, "aria-hidden": "true" }, ...circles2);
  }
  function line4(id, found2) {
    const button2 = el("button", { type: "button", class: "link" }, bodyLabel(found2));
    button2.addEventListener("click", () => selectThing(`body:${id}`));
    return el("li", {}, button2);
  }
  function draw6() {
    const { state, view } = store;
    const all = state.layers.has("advances") ? bodiesShown(state, view) : [];
    const found2 = all.filter(([, { body: body3 }]) => body3.swatch).sort(([, a], [, b]) => Number(b.body.swatch) - Number(a.body.swatch));
    const scale = pxPerKm();
    const key3 = JSON.stringify([scale, found2.map(([id, one]) => [id, one.body.swatch, one.age])]);
    if (key3 === shown5) return;
    shown5 = key3;
    box2.hidden = found2.length === 0;
    if (box2.hidden) return;
    const { x, y } = map.getSize();
    const disks = found2.map(([, one]) => (
      /** @type {[number, BodyState]} */
      [Number(one.body.swatch) * scale, one]
    ));
    const fits = disks.filter(([r]) => 2 * r <= MOST_SHARE * Math.min(x, y));
    const words = fits.length < disks.length ? " Too large to draw at this zoom, where no disk is shown." : "";
    fill(
      box2,
      fits.length ? drawing(fits) : null,
      el("p", {}, `As large as this, to the map’s scale; nobody says where.${words}`),
      el("ul", {}, ...found2.map(([id, one]) => line4(id, one)))
    );
  }
  onPaint(draw6);
  map.on("zoomend resize moveend", draw6);

  // geo/webmap/js/controls/panels.js
  var SEARCH_FROM = 12;
  var panel2 = byId("layers-panel");
  var button = byId("layers-button");
  function checkbox(label2, field3, value, wants) {
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
    return el("label", { class: "check" }, input, ...label2);
  }
  function claimantRow({ who, side, n }) {
    const row = checkbox(
      [chip(side), el("span", { class: "grow" }, who), el("span", { class: "n" }, n)],
      "hidden",
      who,
      false
    );
    return { row, text: who.toLowerCase() };
  }
  function claimantsField() {
    const rows4 = claimants.map(claimantRow);
    const list5 = el("div", { class: "claimants" }, ...rows4.map((r) => r.row));
    const all = el("button", { type: "button", class: "link" }, "all");
    const none2 = el("button", { type: "button", class: "link" }, "none");
    all.addEventListener("click", () => update({ hidden: /* @__PURE__ */ new Set() }));
    none2.addEventListener("click", () => update({ hidden: new Set(claimants.map((c) => c.who)) }));
    const field3 = el("fieldset", {}, el("legend", {}, "Claimants"), el("div", { class: "links" }, all, none2));
    if (rows4.length > SEARCH_FROM) {
      const search = el("input", {
        type: "search",
        "aria-label": "Find a claimant",
        placeholder: `Find among ${rows4.length}`
      });
      search.addEventListener("input", () => {
        const wanted = search.value.trim().toLowerCase();
        for (const { row, text } of rows4) row.hidden = !text.includes(wanted);
      });
      field3.append(search);
    }
    field3.append(list5);
    return field3;
  }
  function toggle(open3) {
    panel2.hidden = !open3;
    button.setAttribute("aria-expanded", String(open3));
    if (open3) panel2.querySelector("input")?.focus();
  }
  button.addEventListener("click", () => toggle(panel2.hidden));
  panel2.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    toggle(false);
    button.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    const at2 = (
      /** @type {Node} */
      event.target
    );
    if (!panel2.hidden && !panel2.contains(at2) && !button.contains(at2)) toggle(false);
  });
  var layers2 = Object.entries(LAYER_WORDS).filter(([value]) => value !== "fronts" || tracks.size > 0).map(([value, label2]) => checkbox([el("span", {}, label2)], "layers", value, true));
  var fronts = [...tracks.values()].map(
    (track) => checkbox([frontKey(track), el("span", { class: "grow" }, track.title)], "hiddenFronts", track.id, false)
  );
  var bodyChoices = Object.entries(payload.bodyChoices).map(([value, label2]) => {
    const input = el("input", { type: "radio", name: "bodies", value });
    input.addEventListener("change", () => update({ bodies: value }));
    onPaint((state) => {
      input.checked = state.bodies === value;
    });
    return el("label", { class: "check" }, input, el("span", {}, label2));
  });
  var sides = Object.entries(SIDE_WORDS).map(
    ([value, label2]) => checkbox([chip(
      /** @type {Side} */
      value
    ), el("span", {}, label2)], "sides", value, true)
  );
  panel2.append(
    el("fieldset", {}, el("legend", {}, "Layers"), ...layers2),
    el("fieldset", {}, el("legend", {}, "Bodies of claims"), ...bodyChoices),
    fronts.length ? el("fieldset", {}, el("legend", {}, "Mappers’ fronts"), ...fronts) : "",
    el("fieldset", {}, el("legend", {}, "Whose word"), ...sides),
    claimantsField()
  );
  onPaint((state) => {
    const off2 = Object.keys(LAYER_WORDS).length - state.layers.size + (3 - state.sides.size) + state.hidden.size + state.hiddenFronts.size;
    byId("layers-off").textContent = off2 === 0 ? "" : ` · ${off2} off`;
    button.toggleAttribute("data-off", off2 > 0);
  });
  byId("zoom-in").addEventListener("click", () => map.zoomIn());
  byId("zoom-out").addEventListener("click", () => map.zoomOut());
  byId("skip").addEventListener("click", () => byId("date").focus());
  byId("zoom-home").addEventListener("click", () => map.setView(look3.home.center, look3.home.zoom));
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
  var listed = [];
  function likeSample(mark4) {
    const sample = mark4.querySelector("rect, path");
    if (mark4.classList.contains("place-key")) {
      if (mark4.classList.contains("disputed")) return ".place.disputed:not(.off)";
      const status = mark4.querySelector("use")?.getAttribute("href")?.replace("#sym-", "");
      return `.place:not(.off)[data-status="${status}"]`;
    }
    return sample ? `path.${[...sample.classList].join(".")}:not(.off):not([d="M0 0"])` : "";
  }
  function key2(mark4, text, selector = likeSample(mark4)) {
    const item4 = el("li", {}, mark4, el("span", {}, text));
    if (selector) listed.push({ item: item4, selector });
    return item4;
  }
  var box3 = (className, attributes = {}) => svg(
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
    const { fades, doubtful, ended } = payload.ages;
    return section("Claimed ground", "Made of claimed figures. Never control.", [
      ...Object.entries(BAND_WORDS).map(
        ([band, words]) => key2(box3(`band band-${band}`), words ? `${band}: ${words}` : band)
      ),
      key2(box3("band band-likely implied"), "broken hatch: implied, not stated"),
      key2(box3("band band-likely faded"), `outline: over ${fades} days old`),
      key2(box3("band band-likely doubtful"), `thin: over ${doubtful}; goes after ${ended}`),
      key2(stroke("reach"), `claimed distance; goes after ${fades} days`),
      key2(stroke("stretch"), "stretch of border it is drawn on")
    ]);
  }
  function places() {
    const statuses = new Set(payload.events.map(({ status }) => (
      /** @type {string} */
      status
    )));
    const items = Object.entries(STATUS_WORDS).filter(([status]) => statuses.has(status)).map(([status, words]) => key2(symbol(status), words));
    if (items.length === 0) return null;
    items.push(key2(symbol("claimed", true), "disputed: latest words contradict"));
    if (placeSlots.size > MOST_ALONE) {
      items.push(key2(crowdKey(), "several in one spot, by whose latest word; a click goes closer", ".crowd"));
    }
    if (payload.settlements.some((place3) => place3.precision)) {
      items.push(key2(box3("precision", { rx: 7 }), "how far off a point may be"));
    }
    return el(
      "section",
      {},
      el("h3", {}, "Places, by the latest word"),
      el("ul", {}, ...items),
      el("ul", { class: "sides" }, ...sides2())
    );
  }
  var sides2 = () => Object.entries(SIDE_WORDS).map(
    ([side, words]) => key2(chip(
      /** @type {Side} */
      side
    ), words, `.place:not(.off)[data-said-by~="${side}"], .crowd`)
  );
  var onZones = (which) => `path.zone${which}:not(.off):not([d="M0 0"])`;
  function zones2() {
    const kinds = new Set(payload.orders.map(({ kind: kind2 }) => (
      /** @type {string} */
      kind2
    )));
    const items = Object.entries(ORDER_WORDS).filter(([kind2]) => kinds.has(kind2)).map(
      ([kind2, words]) => key2(box3("zone", { "data-order": `${kind2}-whole` }), words, onZones(`[data-order^="${kind2}-"]`))
    );
    if (items.length === 0) return null;
    if (payload.orders.some((o) => o.scope === "part")) {
      items.push(
        key2(
          box3("zone", { "data-order": "mandatory-part" }),
          "sparser: a part of the zone",
          onZones('[data-order$="-part"]')
        )
      );
    }
    if (payload.zones.some((z) => z.extent === "approximate")) {
      items.push(key2(box3("zone zone-approximate"), "dashed: approximate, derived by us"));
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
      key2(frontKey(first2, { kind: "gained" }), "gained, against the other day", ""),
      key2(frontKey(first2, { kind: "lost" }), "lost", "")
    );
    onPaint((state) => {
      compared.hidden = state.compare === null;
      byId("fronts-trouble").textContent = frontsTrouble();
    });
    const { fades, doubtful, ended } = payload.ages;
    const carried = [
      key2(frontKey(first2, { age: "carried" }), `carried forward, ${fades} days at most`, ""),
      key2(frontKey(first2, { age: "faded" }), `older, ${doubtful} days at most`, ""),
      key2(frontKey(first2, { age: "doubtful" }), `doubtful by its age; after ${ended} days not drawn`, "")
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
  var missing = el("p", { id: "missing" });
  fill(body, ...[advances2(), fronts2(), places(), zones2()].flat(), missing);
  legend.open = window.matchMedia(
    isHosted ? "(min-width: 1200px) and (min-height: 700px)" : "(min-width: 900px) and (min-height: 640px)"
  ).matches;
  var holder2 = map.getContainer();
  var sections = [...body.querySelectorAll("section")];
  var looks = "";
  function distinctLooks() {
    const found2 = /* @__PURE__ */ new Map();
    for (const node of holder2.querySelectorAll("path:not(.off), .place:not(.off), .crowd")) {
      const { saidBy, status, order } = (
        /** @type {HTMLElement | SVGElement} */
        node.dataset
      );
      const outOfSight = node.getAttribute("d") === "M0 0";
      found2.set(`${node.getAttribute("class")} ${saidBy} ${status} ${order} ${outOfSight}`, node);
    }
    return found2;
  }
  function list2() {
    const found2 = distinctLooks();
    const now = [...found2.keys()].sort().join("|");
    if (now === looks) return;
    looks = now;
    const nodes = [...found2.values()];
    for (const { item: item4, selector } of listed) {
      item4.hidden = !nodes.some((node) => node.matches(selector));
    }
    for (const part of sections) part.hidden = !part.querySelector("li:not([hidden])");
  }
  map.on("moveend", () => requestAnimationFrame(list2));
  onPaint((_, view) => {
    const lost = view.places.size - view.placesOnMap;
    const formless = view.zones.size - zonesShown(view);
    const lines = [];
    if (lost > 0) lines.push(`${counted(lost, "place")} named without established coordinates: not on the map.`);
    if (formless > 0) lines.push(`${counted(formless, "zone")} named without a known extent: not on the map.`);
    const words = lines.join(" ");
    if (missing.textContent !== words) missing.textContent = words;
    list2();
  });

  // geo/webmap/js/controls/marks_key.js
  var line5 = byId("marks-key");
  var { advancing, target: target2 } = payload.case;
  var shape = (status, words) => el(
    "span",
    {},
    svg("svg", { viewBox: "-7 -7 14 14", "aria-hidden": "true" }, svg("use", { href: `#sym-${status}` })),
    words
  );
  fill(
    line5,
    el("span", { class: "quiet" }, "As said:"),
    shape("claimed", `${advancing} holds`),
    shape("lost", `${target2} holds`),
    shape("contested", "fought over"),
    el("span", {}, chip("ukraine"), chip("russia"), chip("independent"), "letter, colour: who says so"),
    el("span", {}, el("i", { class: "hatched", "aria-hidden": "true" }), "hatched: claimed, not held")
  );
  onPaint((state) => {
    line5.hidden = !state.layers.has("places") || payload.events.length === 0;
  });

  // geo/webmap/js/rules/story.js
  var MOST_TOLD = 5;
  var counted2 = (n, one) => `${n} ${n === 1 ? one : `${one}s`}`;
  function withoutRepeats(events2) {
    const last = /* @__PURE__ */ new Map();
    return events2.filter(({ who, status }) => {
      const isNew = last.get(who) !== status;
      last.set(who, status);
      return isNew;
    });
  }
  function storyRule(payload2, dayWords) {
    const days3 = ({ about, known: known2 }) => dayWords(about) + (known2 === about ? "" : `, published ${dayWords(known2)}`);
    const word2 = (event) => `${event.who}, ${days3(event)}: ${payload2.words.status[event.status]}`;
    function wordsTold(events2) {
      const said = withoutRepeats(events2);
      const then = said.slice(1).filter(({ status }) => status !== "denied");
      const leftOut = new Set(then.length > MOST_TOLD ? then.slice(MOST_TOLD - 1, -1) : []);
      return said.flatMap((event, number) => {
        if (number === 0) return [`First said by ${word2(event)}.`];
        if (event.status === "denied") return [`Denied by ${event.who}, ${days3(event)}.`];
        if (!leftOut.has(event)) return [`Then by ${word2(event)}.`];
        return event === then[MOST_TOLD - 1] ? [`${counted2(leftOut.size, "more word")} in between.`] : [];
      });
    }
    function where({ at: at2, offsetKm, near }) {
      if (!at2 || offsetKm === void 0) return ["Its coordinates are not established."];
      return [`${offsetKm.toFixed(1)} km from the border in a straight line${near ? ", on the near side" : ""}.`];
    }
    function bands({ id, at: at2 }, drawn2) {
      const standing = payload2.advances.filter((advance) => drawn2.get(advance.id)?.bands);
      if (!at2 || standing.length === 0) return [];
      const order = [...drawn2.keys()];
      const sentences = standing.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).flatMap(({ id: advance, who, about, places: places2 }) => {
        const held2 = places2?.[id];
        if (!held2) return [];
        const age = drawn2.get(advance)?.age ?? 0;
        const old = age ? `, ${counted2(age, "day")} old` : "";
        const surely = !held2.endsWith("?");
        const band = surely ? held2 : held2.slice(0, -1);
        return [`${surely ? "In" : "Perhaps in"} the ${band} band of ${who}’s claim of ${dayWords(about)}${old}.`];
      });
      return sentences.length ? sentences : ["In no claimed band of this day."];
    }
    return (place3, state, drawn2) => {
      const events2 = payload2.events.filter((event) => event.settlement === place3.id && isSeen(event, state)).sort(byClock);
      return [...wordsTold(events2), ...where(place3), ...bands(place3, drawn2)];
    };
  }

  // geo/webmap/js/controls/source.js
  function sourceLink(record, titled = true) {
    const found2 = payload.sources[record.source];
    if (!found2) return record.source;
    const url = webAddress(found2.url);
    if (!url) return found2.publisher;
    const link = el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, found2.publisher);
    return el("span", {}, link, titled && found2.title ? el("span", { class: "quiet" }, ` · ${found2.title}`) : null);
  }

  // geo/webmap/js/controls/body_card.js
  var item = (term, value) => value ? [el("dt", {}, term), el("dd", {}, value)] : [];
  function choice(text, name) {
    const button2 = el("button", { type: "button", class: "link" }, text);
    button2.addEventListener("click", () => selectThing(name));
    return button2;
  }
  var records = new Map([...payload.claims, ...payload.events].map((record) => [record.id, record]));
  function pieceLine({ what, who, about, ids: ids2, select, why }) {
    const record = records.get(ids2[0]);
    const age = store.state.date - about;
    const said = `${who}, ${longDate(about)}${age ? `, ${counted(age, "day")} old` : ""}${why ? `: ${why}` : ""}`;
    return el(
      "li",
      {},
      choice(what, select),
      el("span", { class: "quiet" }, ` ${said}`),
      ...record ? [el("span", { class: "quiet" }, ` · ${CHECKED_WORDS[record.checked]} · `), sourceLink(record, false)] : []
    );
  }
  var pieceList = (title2, pieces) => pieces?.length ? [el("h3", { class: "rule" }, title2), el("ul", { class: "pieces" }, ...pieces.map(pieceLine))] : [];
  function measures(body3) {
    return el(
      "dl",
      {},
      ...item("Depth", depthWords(body3.depth).replace(/ deep$/, "")),
      ...item("Width", widthWords(body3.chord, body3.along)),
      ...item("Area", body3.areas ? `${areasWords(body3.areas)}: computed from the drawing, not claimed` : ""),
      ...item("As large as", body3.swatch ? `a disk of ${body3.swatch.toFixed(1)} km radius; nobody says where` : "")
    );
  }
  function drawing2({ advance: id }) {
    const advance = id ? advances.get(id) : void 0;
    if (!advance) return [];
    return [
      el("h3", { class: "rule" }, "How it is drawn"),
      el(
        "dl",
        {},
        ...item("Placed by", `${advance.placedBy}, because ${advance.reason}`),
        ...item("Stretch", advance.sectionText ?? ""),
        ...item("Bands", advance.convention ?? "")
      )
    ];
  }
  function ofClaimants({ ofSide, side }) {
    const own = [...store.view.bodies.values()].filter(({ body: body3 }) => !body3.ofSide && body3.side === side);
    if (!ofSide || own.length === 0) return [];
    const lines = own.map(({ body: body3 }) => el("li", {}, choice(body3.label, `body:${body3.id}`)));
    return [el("h3", { class: "rule" }, "Each claimant’s own"), el("ul", { class: "pieces" }, ...lines)];
  }
  function parts(found2) {
    const { body: body3 } = found2;
    const stale = staleWords(found2, store.state.date, payload.ages);
    const spare2 = (body3.spare ?? []).map((piece) => ({ ...piece, why: "the newer figures were taken" }));
    return [
      el("p", {}, [body3.how, ...body3.notes ?? []].join(" ")),
      stale ? el("p", { class: "warn-text" }, stale) : null,
      measures(body3),
      ...pieceList("What goes in", body3.pieces),
      ...pieceList("Not taken", [...spare2, ...body3.leftOut ?? []]),
      ...drawing2(body3),
      ...ofClaimants(body3)
    ];
  }
  var bodyCard = (speaker) => {
    const found2 = store.view.bodies.get(speaker.id);
    const note = el("p", { class: "warn" }, "Made of claims. It does not show control.");
    const kind2 = found2 ? BODY_BASIS_WORDS[found2.body.basis] : "Body of claims";
    const nothing2 = el("p", {}, "Nothing that was claimed by this day, as known then, makes a body.");
    return {
      kind: `${kind2[0].toUpperCase()}${kind2.slice(1)}`,
      title: found2 ? found2.body.label : speaker.who,
      parts: [note, ...found2 ? parts(found2) : [nothing2]]
    };
  };

  // geo/webmap/js/controls/front_card.js
  var NO_WIDTH = "not measured as it is today; import the archive again";
  var item2 = (term, value) => value ? [el("dt", {}, term), el("dd", {}, value)] : [];
  function measures2(track, index) {
    const figure = (name, unit, digits) => formatMeasure(track.figure(name, index), unit, digits);
    const [chord, along] = [figure("chord", "km"), figure("along", "km")];
    const [depth, mean] = [figure("depth", "km"), figure("depthMean", "km")];
    const beyond = reachesBeyond(track);
    return [
      item2("Area", figure("area", "km²", 1)),
      beyond ? item2("Beyond", `${figure("target", "km²", 1)} on ${payload.case.target}'s side of the border`) : [],
      item2("Depth", depth && `${depth} at most${mean && `; area / straight width ${mean}`}`),
      item2("Width", chord ? `${chord} straight, ${along} along the border` : depth && NO_WIDTH),
      item2("Fill", track.figure("fill", index) === null ? "" : `${figure("fill", "", 2)} of depth × width`)
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
      item2("Drawn by", track.mapper),
      item2("For", longDate(track.about[index]) + (taken ? `, ${taken.slice(11)} UTC` : "")),
      item2("Known", known2),
      item2("File", track.fileOf(index) + (revision ? `, revision ${revision}` : "")),
      item2("SHA-256", `${track.sha[index]}…`),
      item2("Licence", track.licence + (track.publish ? "" : "; not to be published")),
      item2("Credit", track.attribution)
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
          ...measures2(track, on.index),
          ...item2("Change", `since the day before: ${since(on)}`),
          ...item2("Compared", compared || (ends?.why ?? ""))
        ),
        el("dl", {}, ...provenance(track, on.index))
      ]
    };
  };

  // geo/webmap/js/controls/card.js
  var card = byId("card");
  var body2 = byId("card-body");
  var storyOf = storyRule(payload, mediumDate);
  var shown6 = null;
  var subject = null;
  var opener = null;
  var item3 = (term, ...value) => [el("dt", {}, term), el("dd", {}, ...value)];
  function provenance2(record) {
    return [
      item3("Said by", record.who, record.role ? el("span", { class: "quiet" }, ` · ${record.role}`) : null),
      item3("About", longDate(record.about) + dayBasisWords(record.aboutBasis)),
      item3("Known", longDate(record.known) + dayBasisWords(record.knownBasis)),
      item3("Published", sourceLink(record)),
      record.root ? item3("First in", record.root) : [],
      item3("Checked", el("span", { class: `checked-${record.checked}` }, CHECKED_WORDS[record.checked]))
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
    const extra = claim.place ? item3("Where", claim.place) : [];
    if (claim.grade) extra.push(...item3("Grade", claim.grade));
    return entry(claim, claimTitle(claim), `${kindWords(claim)} · ${basisWords(claim)}`, extra);
  }
  var eventEntry = (event) => entry(event, `${event.who}: ${STATUS_WORDS[event.status]}`, ageOf(event), []);
  function orderEntry(order) {
    const extra = order.scopeNote ? item3("Covers", order.scopeNote) : [];
    if (order.settlements) extra.push(...item3("Settlements", formatNumber(order.settlements)));
    if (order.end !== void 0) extra.push(...item3("Until", longDate(order.end)));
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
    const drawing3 = [
      ...item3("Placed by", `${advance.placedBy}, because ${advance.reason}`),
      ...item3("Stretch", advance.sectionText ?? ""),
      ...item3("Bands", advance.convention ?? "")
    ];
    if (advance.areas) {
      const [inner, likely, outer] = advance.areas.map((area) => formatNumber(Math.round(area)));
      drawing3.push(
        ...item3("Area", `${inner} km² inner, ${likely} likely, ${outer} outer: computed from the drawing, not claimed`)
      );
    }
    return {
      kind: "Claimed advance",
      title: advanceTitle(advance),
      parts: [
        el("p", { class: "warn" }, "A reconstruction of claimed figures. It does not show control."),
        ...drawn2.map(claimEntry),
        el("h3", { class: "rule" }, "How it is drawn"),
        el("dl", {}, ...drawing3)
      ]
    };
  }
  function placeCard(place3) {
    const events2 = newestFirst(
      payload.events.filter((e) => e.settlement === place3.id),
      store.state
    );
    const story = storyOf(place3, store.state, store.view.advances);
    const names4 = distinct([place3.ru, place3.uk]).join(" · ");
    const where = [place3.district && `${place3.district} district`, place3.oblast && `${place3.oblast} oblast`].filter(Boolean).join(", ");
    const people = place3.population === void 0 ? "" : `population ${formatNumber(place3.population)} (${place3.populationSource})`;
    const precision = place3.precision ? `point good to about ${formatNumber(place3.precision)} m` : "coordinates not established";
    return {
      kind: "Place",
      title: place3.name,
      parts: [
        el("p", { class: "quiet" }, [names4, where, precision, people].filter(Boolean).join(" · ")),
        el("ul", { class: "story" }, ...story.map((sentence2) => el("li", {}, sentence2))),
        ...events2.map(eventEntry),
        none(
          events2,
          payload.events.filter((e) => e.settlement === place3.id)
        )
      ]
    };
  }
  function zoneCard(zone) {
    const orders2 = newestFirst(
      payload.orders.filter((o) => o.zone === zone.id),
      store.state
    );
    const extent = zone.extent === "approximate" ? "Extent approximate, derived by us" : "Official extent";
    const origin = [extent, zone.source, zone.licence].filter(Boolean).join(" · ");
    return {
      kind: "Evacuation zone",
      title: zone.name,
      parts: [
        el("p", { class: "quiet" }, origin),
        ...orders2.map(orderEntry),
        none(
          orders2,
          payload.orders.filter((o) => o.zone === zone.id)
        )
      ]
    };
  }
  function none(told2, all) {
    if (told2.length) return null;
    const everybody = { sides: new Set(Object.keys(SIDE_WORDS)), hidden: /* @__PURE__ */ new Set() };
    const hidden = newestFirst(all, { ...store.state, ...everybody }).length;
    if (!hidden) return el("p", {}, "Nothing was said of it by this day, as known then.");
    const button2 = el("button", { type: "button", class: "link" }, "Show what is hidden");
    button2.addEventListener("click", () => update(everybody));
    return el("p", {}, `${hidden} ${hidden === 1 ? "word" : "words"} about it hidden by the filters. `, button2);
  }
  var claimCard = (claim) => ({ kind: "Claim", title: claimTitle(claim), parts: [claimEntry(claim)] });
  function cardOf(selected) {
    const found2 = resolve(selected);
    switch (found2.type) {
      case "advance":
        return advanceCard(found2.record);
      case "body":
        return bodyCard(found2.record);
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
    const { kind: kind2, title: title2, parts: parts2 } = cardOf(selected);
    byId("card-kind").textContent = kind2;
    byId("card-title").textContent = title2;
    fill(body2, ...parts2);
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
    if (wanted === shown6) return;
    if (state.selected === null) close();
    else open(state.selected);
    shown6 = wanted;
  });

  // geo/webmap/js/controls/gestures.js
  var holder3 = map.getContainer();
  function share() {
    holder3.classList.add("shares-gestures");
    const apple = /Mac|iPhone|iPad/.test(navigator.platform);
    holder3.addEventListener(
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
      holder3.addEventListener(
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

  // geo/webmap/js/controls/choices.js
  var EDGE_PX = 6;
  var list3 = byId("choices");
  var day = store.state.date;
  function choice2(place3) {
    const found2 = store.view.places.get(place3.id);
    const symbol2 = svg(
      "svg",
      { class: "key place-key", viewBox: "-13 -10 26 20", "aria-hidden": "true" },
      svg("use", { href: `#sym-${found2?.status ?? "claimed"}` })
    );
    const button2 = el(
      "button",
      { type: "button", role: "menuitem", tabindex: -1, "data-name": `settlement:${place3.id}` },
      symbol2,
      el("span", { class: "grow" }, place3.name),
      el("span", { class: "quiet" }, found2 ? STATUS_WORDS[found2.status] : ""),
      ...(found2?.saidBy ?? []).map(chip)
    );
    button2.addEventListener("click", () => {
      close2(true);
      selectThing(`settlement:${place3.id}`);
    });
    return button2;
  }
  function close2(back) {
    if (list3.hidden) return;
    const inside2 = list3.contains(document.activeElement);
    list3.hidden = true;
    if (back && inside2) map.getContainer().focus({ preventScroll: true });
  }
  function choose2(places2, at2) {
    fill(list3, ...places2.map(choice2));
    list3.setAttribute("aria-label", `${counted(places2.length, "place")} here: choose one`);
    list3.hidden = false;
    day = store.state.date;
    const size = map.getSize();
    const [w, h] = [list3.offsetWidth, list3.offsetHeight];
    const right = at2.x + 14 + w + EDGE_PX <= size.x ? at2.x + 14 : at2.x - 14 - w;
    list3.style.left = `${Math.min(Math.max(right, EDGE_PX), Math.max(EDGE_PX, size.x - w - EDGE_PX))}px`;
    list3.style.top = `${Math.min(Math.max(at2.y - h / 2, EDGE_PX), Math.max(EDGE_PX, size.y - h - EDGE_PX))}px`;
    list3.querySelector("button")?.focus({ preventScroll: true });
  }
  var STEPS = (
    /** @type {Record<string, number>} */
    { ArrowDown: 1, ArrowUp: -1 }
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || list3.hidden) return;
      close2(true);
      event.stopPropagation();
    },
    { capture: true }
  );
  list3.addEventListener("keydown", (event) => {
    const items = [...list3.querySelectorAll("button")];
    const here = items.findIndex((item4) => item4 === document.activeElement);
    const next = { Home: 0, End: items.length - 1 }[event.key] ?? (STEPS[event.key] ? here + STEPS[event.key] : null);
    if (event.key === "Tab") close2(false);
    if (next === null) return;
    items[(next + items.length) % items.length].focus();
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", ({ target: target3 }) => {
    if (!(target3 instanceof Node && list3.contains(target3))) close2(false);
  });
  map.on("movestart zoomstart", () => close2(false));
  onPaint((state) => {
    if (state.date !== day) close2(false);
  });

  // geo/webmap/js/controls/pointing.js
  var REACH_PX2 = { mouse: { reach: 12, apart: 5 }, touch: { reach: 22, apart: 10 } };
  var holder4 = map.getContainer();
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
    if (!holder4.classList.contains("over-front")) return;
    holder4.classList.remove("over-front");
    tooltip.hide();
  }
  function point(at2, event) {
    if (event.target instanceof Element && event.target.closest(".leaflet-interactive")) {
      holder4.classList.remove("over-front");
      return;
    }
    const under = frontsAt(at2);
    if (under.length === 0) {
      leave();
      return;
    }
    holder4.classList.add("over-front");
    tooltip.show(describeFronts(under), event);
  }
  map.on("click", (event) => {
    if (selectFrontAt(event.latlng)) return;
    if (store.state.selected !== null) update({ selected: null });
  });
  holder4.addEventListener(
    "click",
    (event) => {
      const { target: target3 } = event;
      const own = target3 instanceof Element && !target3.closest(".crowd, .leaflet-control, a");
      if (!own || event.detail === 0 || map.dragging?.moved?.()) return;
      const { reach, apart } = REACH_PX2[event instanceof PointerEvent && event.pointerType === "touch" ? "touch" : "mouse"];
      const at2 = map.mouseEventToContainerPoint(event);
      const near = placesNear(at2, reach);
      if (near.length === 0) return;
      event.stopPropagation();
      tooltip.hide();
      const rivals = near.filter(({ px }) => px - near[0].px <= apart).map(({ place: place3 }) => place3);
      if (rivals.length === 1) selectThing(`settlement:${rivals[0].id}`);
      else choose2(rivals, at2);
    },
    { capture: true }
  );

  // geo/webmap/js/rules/spelling.js
  var CYRILLIC = /\p{Script=Cyrillic}/u;
  var LETTER = /\p{L}/u;
  var LONGEST = 90;
  var rows3 = [new Uint8Array(LONGEST + 6), new Uint8Array(LONGEST + 6), new Uint8Array(LONGEST + 6)];
  var lower = (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  var normalized = (text) => lower(text).replaceAll("й", "\0").replaceAll("ё", "е").normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("\0", "й").replace(/[^\p{L}\p{N}]/gu, "");
  var isCyrillic = (text) => CYRILLIC.test(text);
  function transliterated(text, table) {
    let out = "";
    let before2 = "^";
    for (const letter of lower(text)) {
      out += table[before2 + letter] ?? table[letter] ?? letter;
      before2 = LETTER.test(letter) ? letter : "^";
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
    let [older, old, fresh] = rows3;
    for (let j = 0; j <= b.length; j += 1) old[j] = j;
    for (let i = 1; i <= a.length; i += 1) {
      fresh[0] = i;
      let least2 = i;
      for (let j = 1; j <= b.length; j += 1) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        let best = Math.min(old[j] + 1, fresh[j - 1] + 1, old[j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, older[j - 2] + 1);
        fresh[j] = best;
        if (best < least2) least2 = best;
      }
      if (least2 > most) return most + 1;
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
      near: [.../* @__PURE__ */ new Set([...keys, ...spelt])].map((key3) => ({ key: key3, letters: lettersOf(key3) }))
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
        for (const key3 of keys) {
          if (wanted.includes(key3)) best.keep(row, MATCH.otherHand, 0);
          else if (wanted.some((text) => key3.startsWith(text))) best.keep(row, MATCH.beginning, 0);
        }
        for (const key3 of later) if (wanted.some((text) => key3.startsWith(text))) best.keep(row, MATCH.laterWord, 0);
      });
    }
    /** @param {Best} best @param {Iterable<string>} texts */
    #byTypos(best, texts) {
      for (const text of texts) {
        const most = typosAllowed(text.length);
        if (most === 0) continue;
        const letters = lettersOf(text);
        this.folded.forEach(({ near }, row) => {
          for (const { key: key3, letters: own } of near) {
            if (bitsIn(letters & ~own) > most) continue;
            const whole2 = typosBetween(text, key3, most);
            if (whole2 <= most) best.keep(row, MATCH.typo, whole2);
            const begun = typosBetween(text, key3.slice(0, text.length), most);
            if (begun <= most) best.keep(row, MATCH.typoInBeginning, begun);
          }
        });
      }
    }
  };

  // geo/webmap/js/controls/search.js
  var CLOSE_ZOOM = 11.5;
  var box4 = byId("search");
  var field2 = byId("find", HTMLInputElement);
  var list4 = byId("found");
  var opener2 = byId("search-button");
  var shown7 = [];
  var chosen = -1;
  var STEPS2 = { ArrowDown: 1, ArrowUp: -1 };
  function things() {
    const said = /* @__PURE__ */ new Map();
    for (const { settlement } of payload.events) said.set(settlement, (said.get(settlement) ?? 0) + 1);
    const names4 = ({ name, ru, uk }) => distinct([name, ru, uk]);
    const places2 = payload.settlements.map((place3) => ({
      kind: "settlement",
      id: place3.id,
      names: names4(place3),
      weight: said.get(place3.id) ?? 0,
      at: place3.at,
      about: [place3.district && `${place3.district} district`, place3.oblast].filter(Boolean).join(", ")
    }));
    const zoned = payload.zones.map((zone) => ({
      kind: "zone",
      id: zone.id,
      names: names4(zone),
      weight: 0,
      shape: zone.shape,
      about: "evacuation zone"
    }));
    const known2 = new Set(places2.flatMap((place3) => place3.names));
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
    shown7 = matches;
    chosen = matches.length ? 0 : -1;
    fill(
      list4,
      ...matches.map(option),
      matches.length || !field2.value.trim() ? null : el("li", { class: "quiet" }, "No place of that name")
    );
    list4.hidden = !field2.value.trim();
    field2.setAttribute("aria-expanded", String(!list4.hidden));
    mark3();
  }
  function mark3() {
    [...list4.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === chosen)));
    if (chosen < 0) field2.removeAttribute("aria-activedescendant");
    else field2.setAttribute("aria-activedescendant", `found-${chosen}`);
    list4.children[chosen]?.scrollIntoView?.({ block: "nearest" });
  }
  function close3() {
    list4.hidden = true;
    field2.setAttribute("aria-expanded", "false");
  }
  function unfold(on) {
    box4.classList.toggle("open", on);
    opener2.setAttribute("aria-expanded", String(on));
  }
  function leave2() {
    unfold(false);
    opener2.focus();
  }
  function take(thing) {
    field2.value = thing.names[0];
    close3();
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
    close3();
    unfold(false);
  });
  opener2.addEventListener("click", () => {
    unfold(true);
    field2.focus();
    field2.select();
  });
  field2.addEventListener("keydown", (event) => {
    const step2 = STEPS2[event.key];
    if (step2 && shown7.length && !list4.hidden) {
      event.preventDefault();
      chosen = (chosen + step2 + shown7.length) % shown7.length;
      mark3();
    }
    if (event.key === "Enter" && chosen >= 0 && !list4.hidden) {
      event.preventDefault();
      take(shown7[chosen]);
    }
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      if (list4.hidden) {
        field2.value = "";
        leave2();
      }
      close3();
    }
  });
  box4.hidden = payload.settlements.length + payload.zones.length === 0;

  // geo/webmap/js/rules/grammar.js
  var GRAMMAR = [
    { "name": "on", "key": "date", "form": "day", "values": [] },
    { "name": "known", "key": "known", "form": "day", "values": [] },
    { "name": "compare", "key": "compare", "form": "day", "values": [] },
    { "name": "curve", "key": "curve", "form": "one", "values": ["claims", "area", "depth", "width"] },
    { "name": "bodies", "key": "bodies", "form": "one", "values": ["sides", "claimants"] },
    { "name": "layers", "key": "layers", "form": "some", "values": ["advances", "stretches", "fronts", "places", "zones", "towns"] },
    { "name": "sides", "key": "sides", "form": "some", "values": ["ukraine", "russia", "independent"] },
    { "name": "hide", "key": "hidden", "form": "names", "values": [] },
    { "name": "hidefront", "key": "hiddenFronts", "form": "names", "values": [] },
    { "name": "sel", "key": "selected", "form": "selection", "values": [] },
    { "name": "at", "key": "at", "form": "viewpoint", "values": [] }
  ];

  // geo/webmap/js/rules/address.js
  var FEW_SIGNS = 40;
  var inOrder2 = ({ form, values }, names4) => form === "some" ? values.filter((name) => names4.includes(name)) : [...names4].sort(byText);
  function textsOf(part, state, at2) {
    if (part.form === "viewpoint") return at2 ? [at2] : [];
    const value = state[
      /** @type {keyof PlainState} */
      part.key
    ];
    if (Array.isArray(value)) {
      const names4 = inOrder2(part, value);
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
    for (const { name, key: key3, form } of GRAMMAR) {
      if (form === "viewpoint" || !given.has(name)) continue;
      if (form === "some" || form === "names") {
        const field3 = (
          /** @type {ListField} */
          key3
        );
        const asked = form === "names" ? given.getAll(name) : (given.get(name) ?? "").split(",").filter(Boolean);
        const { kept: kept2, unknown } = sortNames(field3, asked);
        if (unknown.length) unread.push(`${name} ${unknown.join(", ").slice(0, FEW_SIGNS)}`);
        if (kept2.length || !unknown.length) change[field3] = new Set(kept2);
        continue;
      }
      const value = given.get(name);
      if (!value) continue;
      const read3 = readState({ [key3]: value });
      if (read3) Object.assign(change, read3);
      else unread.push(`${name} ${value.slice(0, FEW_SIGNS)}`);
    }
    return { change, unread };
  }
  function lookOf(address) {
    const at2 = new URLSearchParams(address).get("at");
    return at2 ? { at: at2, words: `at ${at2.slice(0, FEW_SIGNS)}` } : null;
  }

  // geo/webmap/js/layers/spoken_ground.js
  var MOST_NUMBERS = 4e4;
  var LONGEST2 = 600;
  var FORMS = ["area", "line", "point"];
  var PADDING_PX = 48;
  var PLACE_ZOOM = 11;
  var SPOTS2 = 12;
  var RANK = 5e3;
  var label = addLabel({ ats: [], text: "", rank: RANK, style: "zone", anchor: "center" });
  label.node.classList.add("spoken-name");
  var shown8 = null;
  var shownOn = "";
  var isPart = (part) => Array.isArray(part) && part.length >= 2 && part.length % 2 === 0 && part.every((deg) => Number.isFinite(deg));
  function readGround(raw) {
    const { name, reason, form, parts: parts2 } = raw ?? {};
    const isSaid = [name, reason].every((text) => typeof text === "string" && text.length < LONGEST2);
    if (!isSaid || !FORMS.includes(form) || !Array.isArray(parts2) || !parts2.every(isPart)) return null;
    const count2 = parts2.reduce((sum, part) => sum + part.length, 0);
    return count2 > 0 && count2 <= MOST_NUMBERS ? { name, reason, form, parts: parts2 } : null;
  }
  function pointsOf3(part) {
    const points = [];
    for (let i = 0; i < part.length; i += 2) points.push([part[i + 1], part[i]]);
    return points;
  }
  function shapesOf({ form, parts: parts2 }) {
    const lines = parts2.map(pointsOf3);
    const look4 = { className: `spoken spoken-${form}`, interactive: false };
    if (form === "area") return [L.polygon(lines, look4)];
    if (form === "line") return lines.map((line6) => L.polyline(line6, look4));
    return lines.map(([at2]) => L.circleMarker(at2, { ...look4, radius: 12 }));
  }
  function spotsOf3({ parts: parts2 }) {
    const points = parts2.flatMap(pointsOf3).sort(([one], [other]) => other - one);
    const step2 = Math.max(1, Math.floor(points.length / SPOTS2));
    return points.filter((_, i) => i % step2 === 0);
  }
  var dayShown = () => `${store.state.date} ${store.state.known}`;
  function clear() {
    shown8?.remove();
    shown8 = null;
    setLabel(label, false, "");
  }
  function showSpoken(ground) {
    clear();
    if (ground === null) return;
    shown8 = L.featureGroup(shapesOf(ground)).addTo(map);
    shownOn = dayShown();
    const bounds = shown8.getBounds();
    if (!map.getBounds().contains(bounds)) {
      map.fitBounds(bounds, { padding: [PADDING_PX, PADDING_PX], maxZoom: PLACE_ZOOM, animate: false });
    }
    label.ats = spotsOf3(ground);
    setLabel(label, true, ground.name);
    placeLabelsSoon();
    byId("live").textContent = `Shown on the map: ${ground.name}. ${ground.reason}`;
  }
  onPaint(() => {
    if (shown8 && shownOn !== dayShown()) clear();
  });

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
    look3.asked = { center: [lat, lon], zoom: zoom3 };
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
  function receiveGround(raw) {
    const ground = readGround(raw);
    if (raw === null || ground !== null) showSpoken(ground);
  }
  function receiveState(raw) {
    const change = reader.readState(raw);
    if (change === null) return;
    update(change, "never");
    told = JSON.stringify(writeState());
  }
  var RECEIVED = {
    theme: ["theme", (theme) => ["light", "dark"].includes(theme) && setTheme(theme)],
    at: ["at", lookAt],
    show: ["ground", receiveGround],
    set: ["state", receiveState]
  };
  function receive(event) {
    const message = event.data;
    if (event.source !== window.parent || message === null || typeof message !== "object" || message.salient !== 1) {
      return;
    }
    if (typeof message.type !== "string" || !Object.hasOwn(RECEIVED, message.type)) return;
    const [field3, act] = RECEIVED[message.type];
    if (hasExactly(message, [field3, "salient", "type"].sort().join())) act(message[field3]);
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
    const look4 = lookOf(location.hash.slice(1));
    return !look4 || lookAt(look4.at) ? [] : [look4.words];
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
      advances: entries(layers3.has("advances"), view.advances, ({ age, state: aged, bands }) => ({
        age,
        state: aged,
        bands
      })),
      bodies: entries(layers3.has("advances"), bodiesShown(state, view), ({ body: body3, age, state: aged }) => ({
        age,
        state: aged,
        basis: body3.basis,
        kind: body3.kind,
        areas: body3.areas ?? []
      })),
      settlements: entries(layers3.has("places"), placesDrawn, ({ status, side, age, disputed, saidBy, words }) => ({
        status,
        side,
        age,
        disputed,
        saidBy: [...saidBy],
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
