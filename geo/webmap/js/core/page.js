/** The document's data, its days and coordinates, and how text becomes nodes. Everything else builds on this. */
const Salient = {};

((S) => {
  'use strict';

  const DAY_MS = 86400000;
  const SVG = 'http://www.w3.org/2000/svg';

  S.data = JSON.parse(document.getElementById('salient-data').textContent);
  S.map = map_salient;
  const firstMs = Date.parse(S.data.first + 'T00:00:00Z');

  /** Element by id. @param {string} id @returns {HTMLElement} */
  S.byId = (id) => document.getElementById(id);

  /** ISO date of a day index. @param {number} day @returns {string} */
  S.iso = (day) => new Date(firstMs + day * DAY_MS).toISOString().slice(0, 10);

  /** Day index of an ISO date, or null if it is none or lies outside the case. @param {*} iso @returns {?number} */
  S.dayOf = (iso) => {
    if (typeof iso !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
    const day = Math.round((Date.parse(iso + 'T00:00:00Z') - firstMs) / DAY_MS);
    return day >= 0 && day <= S.data.last && S.iso(day) === iso ? day : null;
  };

  const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const medium = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

  /** "12 August 2024". @param {number} day */
  S.longDate = (day) => long.format(firstMs + day * DAY_MS);
  /** "12 August". @param {number} day */
  S.mediumDate = (day) => medium.format(firstMs + day * DAY_MS);
  /** "12 Aug". @param {number} day */
  S.shortDate = (day) => short.format(firstMs + day * DAY_MS);
  /** Whether a day is the first of its month. @param {number} day */
  S.isMonthStart = (day) => S.iso(day).endsWith('-01');
  /** "day 7", counted from the case's start, which is day 1; before it "6 days before". @param {number} day */
  S.dayNumber = (day) => {
    const n = day - S.data.start;
    if (n >= 0) return `day ${n + 1}`;
    return n === -1 ? 'the day before' : `${-n} days before`;
  };

  /**
   * Decode a line of integer differences into Leaflet's [lat, lon] pairs.
   * @param {number[]} line @returns {number[][]}
   */
  S.latLngs = (line) => {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < line.length; i += 2) {
      x += line[i];
      y += line[i + 1];
      points.push([y / 1e5, x / 1e5]);
    }
    return points;
  };

  /**
   * Make an HTML element. Children that are strings become text nodes; nothing is ever parsed as HTML.
   * @param {string} tag @param {Object<string, *>} [attributes] @param {...(Node|string|null)} children
   */
  S.el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);

  /** The same for SVG. @param {string} tag @param {Object<string, *>} [attributes] @param {...Node} children */
  S.svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on') || name === 'style') throw new Error(`attribute ${name} is not allowed`);
      node.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children.flat()) {
      if (child === null || child === undefined || child === '') continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  }

  /** Empty a node and put others in. @param {Element} node @param {...(Node|string|null)} children */
  S.replace = (node, ...children) => node.replaceChildren(...children.flat().filter((c) => c !== null && c !== ''));

  /** An address if it is http or https, else null. @param {*} url @returns {?string} */
  S.webAddress = (url) => {
    try {
      const parsed = new URL(String(url));
      return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
    } catch (error) {
      if (error instanceof TypeError) return null;
      throw error;
    }
  };

  /**
   * Order of two texts by code points, as Python has it: JavaScript's own order puts what lies beyond the first plane,
   * written as two surrogates, before the last characters of that plane.
   * @param {string} a @param {string} b @returns {number}
   */
  S.byText = (a, b) => {
    const end = Math.min(a.length, b.length);
    for (let i = 0; i < end; i += 1) {
      const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
      if (one !== other) return rankOf(one) - rankOf(other);
    }
    return a.length - b.length;
  };

  const rankOf = (unit) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

  /** Records by id. @param {Object[]} records @returns {Map<string, Object>} */
  S.indexed = (records) => new Map(records.map((record) => [record.id, record]));

  S.claims = S.indexed(S.data.claims);
  S.settlements = S.indexed(S.data.settlements);
  S.zones = S.indexed(S.data.zones);
  S.advances = S.indexed(S.data.advances);
  S.framed = window.parent !== window;
  S.hosted = S.data.hosted;
})(Salient);
